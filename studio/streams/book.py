"""The book of streams: what is offered, under which name, and how each of them is doing."""

from collections.abc import Callable
from pathlib import Path

from studio.errors import InputError, StudioError, ToolError
from studio.segments.model import Family
from studio.server.app import MediaServer
from studio.streams.book_copies import MendedCopies
from studio.streams.book_entry import Entry
from studio.streams.book_feeds import RenewedFeed, WatchedFeed
from studio.streams.book_live import LiveEntry, WindowWishes
from studio.streams.book_lookups import BookLookups
from studio.streams.book_recordings import Done, OnRecorded, Recordings
from studio.streams.book_shelf import Shelf
from studio.streams.book_vod import VodEntry
from studio.streams.encoding import EncodedFeed
from studio.streams.encoding_model import LiveEncoding
from studio.streams.feed import Feed
from studio.streams.job_feed import JobFeed
from studio.streams.names import StreamAddress, StreamKind
from studio.streams.playout import FilePlayout
from studio.streams.recording import Recorded
from studio.streams.service import StreamService
from studio.streams.sources import LiveSource
from studio.streams.window import LiveWindow

OnChange = Callable[[StreamAddress], None]


class StreamBook(BookLookups):
    """Every stream of the program, on one server. Every method may be called from any thread.

    Methods that are said to be slow read or write files or wait for a process: not for the
    window's thread. The others only look something up.

    Args:
        server: that listens, or will.
        ffmpeg: encodes live sources; None: there is none, and only files can be offered.
        on_change: told the address whenever a stream came, went, or changed its state, and when
            its viewers did; called from any thread, must not block, and may call the book.
        on_recorded: told how a recording ended, from a thread of its own.
        window: how much playlists of live streams keep, and how long their segments are.
    """

    def __init__(
        self,
        server: MediaServer,
        *,
        ffmpeg: Path | None = None,
        on_change: OnChange | None = None,
        on_recorded: OnRecorded | None = None,
        window: WindowWishes | None = None,
    ) -> None:
        service = StreamService()
        super().__init__(server, Shelf(service), MendedCopies())
        self._ffmpeg = ffmpeg
        self._tell: OnChange = on_change or (lambda _address: None)
        self._window = window or WindowWishes()
        self._on_recorded: OnRecorded = on_recorded or (lambda _address, _result: None)
        self._recordings = Recordings(self._recorded)
        server.add_service(service)

    def offer_file(self, path: Path, *, name: str = "") -> StreamAddress:
        """Offer a file as VOD under its name; slow: it is read, and copied where it must be.

        Args:
            path: a WebM or MP4 file.
            name: of the stream; empty for one made of the file's name.

        Raises:
            InputError: the file is not there; the name cannot be one, or is taken.
            SegmentError: the file is neither WebM nor MP4.
            RepairError: it is a plain MP4 that copying cannot fragment.
            OutputError: there is no room for a copy.
        """

        def make(address: StreamAddress) -> Entry:
            entry = VodEntry(address, path, self._copies, lambda: self._tell(address))
            entry.open()
            return entry

        return self._begin(self._shelf.add(StreamKind.VOD, name, path.stem, make))

    def play_out(self, path: Path, *, name: str = "", loop: bool = False) -> StreamAddress:
        """Play a file out in real time, for all viewers on one clock; slow as ``offer_file``.

        Args:
            path: a WebM or MP4 file.
            name: of the stream; empty for one made of the file's name.
            loop: begin again at its end.

        Raises:
            StudioError: as ``offer_file``.
        """
        found = self._copies.streamable(path)
        suffix = ".mp4" if found.map.family is Family.MP4 else ".webm"

        def make_feed() -> Feed:
            now = self._copies.streamable(path)
            feed = FilePlayout(now.map, loop=loop)
            return WatchedFeed(feed, path) if now.is_copy else feed

        def make(address: StreamAddress) -> Entry:
            window = self._window.make(max(one.duration_s for one in found.map.segments))
            return self._live(address, make_feed, window, suffix, note=found.note)

        return self._begin(self._shelf.add(StreamKind.VOD_LIVE, name, path.stem, make))

    def go_live(
        self, source: LiveSource, encoding: LiveEncoding, *, name: str = ""
    ) -> StreamAddress:
        """Encode a source while it is watched; what goes wrong is told by the status.

        Args:
            source: test picture, device or file.
            encoding: what it becomes.
            name: of the stream; empty for one made of what the source is.

        Raises:
            InputError: the name cannot be one, or is taken.
            ToolError: there is no ffmpeg.
        """
        ffmpeg = self._needed_ffmpeg()
        suffix = ".webm" if encoding.codec.is_webm else ".mp4"
        likely = source.path.stem if source.path is not None else str(source.kind)

        def make(address: StreamAddress) -> Entry:
            window = self._window.make(encoding.gop_s)
            return self._live(
                address, lambda: EncodedFeed(source, encoding, ffmpeg), window, suffix
            )

        return self._begin(self._shelf.add(StreamKind.LIVE, name, likely, make))

    def watch_job(
        self,
        title: str,
        find_part: Callable[[], Path | None],
        is_running: Callable[[], bool],
        *,
        name: str = "",
        problem: Callable[[], str] = lambda: "",
        convert: LiveEncoding | None = None,
    ) -> StreamAddress:
        """Stream what a job writes, while it writes it.

        Args:
            title: of the job; what the name is made of where none is given.
            find_part: returns the file that grows; None while there is none.
            is_running: tells whether the job still writes.
            name: of the stream.
            problem: asked once the job has ended: a sentence when it came to nothing.
            convert: what to encode it into, for engines that cannot play it; None as it is.

        Raises:
            InputError: the name cannot be one, or is taken.
            ToolError: it is to be converted, and there is no ffmpeg.
        """
        ffmpeg = None if convert is None else self._needed_ffmpeg()

        def make_feed() -> Feed:
            return JobFeed(find_part, is_running, problem=problem, convert=convert, ffmpeg=ffmpeg)

        def make(address: StreamAddress) -> Entry:
            return self._live(address, make_feed, self._window.make(), "")

        return self._begin(self._shelf.add(StreamKind.LIVE, name, title, make))

    def start(self, address: StreamAddress) -> None:
        """Offer a stream that was stopped once more; slow. A failure is told by its status.

        Raises:
            InputError: there is no such stream.
        """
        self._begin(self._shelf.get(address))

    def stop(self, address: StreamAddress) -> None:
        """End a stream, its processes and its recording; it keeps its name. Slow.

        Raises:
            InputError: there is no such stream.
        """
        self._shelf.get(address).stop()
        self._recordings.finish(address)
        self._tell(address)

    def remove(self, address: StreamAddress) -> None:
        """End a stream and forget it; slow. One that is not there is ignored."""
        entry = self._shelf.take(address)
        if entry is not None:
            entry.close()
            self._recordings.finish(address)
            self._shelf.release(address)
            self._tell(address)

    def record(self, address: StreamAddress, target: Path) -> None:
        """Also write a live stream to a new file, from its next segment on.

        Raises:
            InputError: there is no such stream, it is no live one, or is recorded already.
            OutputError: nothing can be written there.
        """
        entry = self._shelf.get(address)
        if not isinstance(entry, LiveEntry):
            raise InputError("Only a live stream can be recorded.", hint="A file is there already.")
        self._recordings.begin(entry.stream, target)
        self._tell(address)

    def write_folder(self, address: StreamAddress, folder: Path) -> None:
        """Also write a live stream's HLS (of MP4) and DASH into a folder until it is stopped.

        What an earlier stream wrote there is deleted; anything else in it is refused.

        Raises:
            InputError: there is no such stream, it is no live one, or is written already.
            OutputError: the folder cannot be made, or holds something that is not ours.
        """
        entry = self._shelf.get(address)
        if not isinstance(entry, LiveEntry):
            raise InputError("Only a live stream can be written into a folder.")
        entry.mirror(folder)

    def end_recording(self, address: StreamAddress, done: Done | None = None) -> None:
        """Finish a recording; returns at once.

        Args:
            address: of the stream, which goes on.
            done: called with what was recorded, or with the problem, from another thread.

        Raises:
            InputError: it is not being recorded.
        """
        self._recordings.end(address, done)

    def close(self) -> None:
        """End everything that the book began, and wait for it; slow. May be called twice."""
        self._copies.give_up()
        entries = self._shelf.close()
        for entry in entries:
            entry.close()
        for entry in entries:
            self._recordings.finish(entry.address)
        self._copies.close()

    def _begin(self, entry: Entry) -> StreamAddress:
        entry.start()
        self._tell(entry.address)
        return entry.address

    def _live(
        self,
        address: StreamAddress,
        make: Callable[[], Feed],
        window: LiveWindow,
        suffix: str,
        *,
        note: str = "",
    ) -> LiveEntry:
        return LiveEntry(
            address,
            RenewedFeed(make),
            window,
            suffix=suffix,
            on_change=lambda: self._tell(address),
            note=note,
        )

    def _needed_ffmpeg(self) -> Path:
        if self._ffmpeg is None:
            raise ToolError("A live source needs ffmpeg.", hint="Choose one in the settings.")
        return self._ffmpeg

    def _recorded(self, address: StreamAddress, result: Recorded | StudioError) -> None:
        self._tell(address)
        self._on_recorded(address, result)
