"""Everything that one run of ``serve`` offers: files with their rooms, and live streams."""

import argparse
import contextlib
import threading
from dataclasses import dataclass
from pathlib import Path

from studio.cli.serve_options import NamedFile
from studio.cli.serve_shapes import ServedFile, ServedStream
from studio.cli.serve_source import source_of
from studio.errors import StudioError
from studio.preview.opening import RoomWishes, open_room
from studio.segments.model import SegmentMap
from studio.server.app import MediaServer
from studio.streams.book import StreamBook
from studio.streams.encoding_model import LiveEncoding
from studio.streams.links import StreamLinks
from studio.streams.names import StreamAddress
from studio.streams.status import StreamState

START_LIMIT_S = 20.0
"""How long a live source may take to its first picture before its URLs are printed anyway."""
_TICK_S = 0.05


@dataclass(frozen=True, slots=True)
class _Offer:
    """A file's streams and its preview room."""

    path: Path
    source_map: SegmentMap
    room: str
    address: StreamAddress
    live: StreamAddress | None


class Serving:
    """What is offered. ``offer_all`` is slow, the rest looks things up.

    Args:
        server: that listens.
        book: where streams are kept.
        options: of the command line, known to go together.
        encoding: of the source; None: there is no source.
        wishes: what rooms are opened with.
    """

    def __init__(
        self,
        server: MediaServer,
        book: StreamBook,
        options: argparse.Namespace,
        encoding: LiveEncoding | None,
        wishes: RoomWishes,
    ) -> None:
        self._server = server
        self._book = book
        self._options = options
        self._encoding = encoding
        self._wishes = wishes
        self._offers: list[_Offer] = []
        self._source: StreamAddress | None = None
        self._folders: dict[StreamAddress, Path] = {}
        self._told: set[StreamAddress] = set()
        self._rooms = contextlib.ExitStack()

    def offer_all(self, stop: threading.Event) -> None:
        """Offer every file and the source; returns when all can be reached, or ``stop`` is set.

        Raises:
            StudioError: something cannot be offered, or not in the way that was asked for;
                every live stream failed, and there is nothing else.
        """
        source = self._begin_source()  # first: it starts while files are read
        for file in self._options.files:
            if stop.is_set():
                return
            try:
                self._offers.append(self._offer(file))
            except StudioError as problem:
                raise self._of_file(problem, file.path) from problem
        if source is not None:
            self._source = source
            self._write_folder(source)
            if self._options.record:
                self._book.record(source, self._options.record)
        self._await_starts(stop)

    def files(self) -> list[ServedFile]:
        """Return the files, with their URLs."""
        return [
            ServedFile(
                one.path,
                one.source_map,
                one.room,
                self._book.links(one.address),
                self._book.status(one.address),
                None if one.live is None else self._book.links(one.live),
            )
            for one in self._offers
        ]

    def streams(self) -> list[ServedStream]:
        """Return the live streams, with their URLs."""
        found = [
            self._stream("file", one.path, one.live) for one in self._offers if one.live is not None
        ]
        if self._source is not None:
            wanted = self._options.source
            found.append(self._stream(wanted.kind, wanted.path, self._source))
        return found

    def folder_problems(self) -> list[tuple[StreamAddress, StudioError]]:
        """Return which folders cannot be written, and why; each once."""
        found = []
        for address in [one for one in self._folders if one not in self._told]:
            problem = self._book.folder_problem(address)
            if problem is not None:
                self._told.add(address)
                found.append((address, problem))
        return found

    def _write_folder(self, address: StreamAddress) -> None:
        root: Path | None = self._options.folder
        if root is not None:
            folder = root / address.name
            self._book.write_folder(address, folder)
            self._folders[address] = folder

    def close(self) -> None:
        """Close the rooms."""
        self._rooms.close()

    def _stream(self, source: str, path: Path | None, address: StreamAddress) -> ServedStream:
        return ServedStream(
            source,
            path,
            self._book.links(address),
            self._book.status(address),
            self._folders.get(address),
        )

    def _begin_source(self) -> StreamAddress | None:
        options = self._options
        if self._encoding is None or self._wishes.ffmpeg is None:
            return None
        source = source_of(options, self._encoding, self._wishes.ffmpeg)
        name = "" if options.files else options.name
        return self._book.go_live(source, self._encoding, name=name)

    def _offer(self, file: NamedFile) -> _Offer:
        options = self._options
        name = file.name or options.name
        address = self._book.offer_file(file.path, name=name)
        links = self._book.links(address)
        self._demand(links, file.path)
        found = self._book.source_map(address)
        assert found is not None  # it was offered just now
        room = open_room(found, self._wishes)
        self._rooms.callback(room.close)
        url = self._server.room_url(self._server.add_room(room))
        live = None
        if options.live:
            live = self._book.play_out(file.path, name=name, loop=options.loop)
            self._write_folder(live)
        return _Offer(file.path, found, url, address, live)

    def _of_file(self, problem: StudioError, path: Path) -> StudioError:
        """Return a problem that says of which file it is, where there are several."""
        if len(self._options.files) == 1 or path.name in problem.what:
            return problem
        return StudioError(f"{path.name}: {problem.what}", hint=problem.hint, detail=problem.detail)

    def _demand(self, links: StreamLinks, path: Path) -> None:
        """Refuse a file that cannot be offered in the way that was asked for; slow if it was."""
        wanted = [("HLS", links.playlist)] if self._options.hls else []
        wanted += [("DASH", links.manifest)] if self._options.dash else []
        if not wanted:
            return
        why = self._book.listing_problem(links.address)
        for word, url in wanted:
            if not url:
                why = f"{word} takes MP4, and this is WebM."
            if why:
                raise StudioError(
                    f"{path.name} cannot be offered as {word}: {why}",
                    hint="Transcode it with a preset first, for example mp4-h264-aac.",
                )

    def _await_starts(self, stop: threading.Event) -> None:
        """Wait until each live stream plays or has failed."""
        live = [address for address in self._book.addresses() if address.kind != "vod"]
        waited = 0.0
        while waited < START_LIMIT_S:
            states = [self._book.status(address).state for address in live]
            if StreamState.PENDING not in states or stop.wait(_TICK_S):
                break
            waited += _TICK_S
        if not self._offers and live:
            status = self._book.status(live[0])
            if status.state is StreamState.FAILED:
                raise StudioError(status.reason or "The source cannot be streamed.")
