"""The book of streams: what is offered, under which name, and how each of them is doing."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.errors import InputError, StudioError
from studio.server.app import MediaServer
from studio.streams.book_copies import MendedCopies
from studio.streams.book_entry import Entry
from studio.streams.book_vod import VodEntry
from studio.streams.links import StreamLinks, links_of
from studio.streams.names import (
    MAX_NAME_CHARACTERS,
    StreamAddress,
    StreamKind,
    is_name,
    name_for,
    parse_address,
)
from studio.streams.service import StreamService
from studio.streams.status import StreamStatus

OnChange = Callable[[StreamAddress], None]


class StreamBook:
    """Every stream of the program, on one server. Every method may be called from any thread.

    Methods that are said to be slow read or write files or wait for a process: not for the
    window's thread. The others only look something up.

    Args:
        server: that listens, or will.
        ffmpeg: encodes live sources; None: there is none, and only files can be offered.
        on_change: told the address whenever a stream came, went, or changed its state; called
            from any thread, must not block, and may call the book.
    """

    def __init__(
        self,
        server: MediaServer,
        *,
        ffmpeg: Path | None = None,
        on_change: OnChange | None = None,
    ) -> None:
        self._server = server
        self._ffmpeg = ffmpeg
        self._tell: OnChange = on_change or (lambda _address: None)
        self._copies = MendedCopies()
        self._service = StreamService()
        self._entries: dict[StreamAddress, Entry] = {}
        self._taken: set[StreamAddress] = set()
        self._lock = threading.Lock()
        self._is_closed = False
        server.add_service(self._service)

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

        return self._add(StreamKind.VOD, name, path.stem, make)

    def start(self, address: StreamAddress) -> None:
        """Offer a stream that was stopped once more; slow. A failure is told by its status.

        Raises:
            InputError: there is no such stream.
        """
        self._entry(address).start()
        self._tell(address)

    def stop(self, address: StreamAddress) -> None:
        """End a stream, its processes and its recording; it keeps its name. Slow.

        Raises:
            InputError: there is no such stream.
        """
        self._entry(address).stop()
        self._tell(address)

    def remove(self, address: StreamAddress) -> None:
        """End a stream and forget it; slow. One that is not there is ignored."""
        with self._lock:
            entry = self._entries.pop(address, None)
        if entry is None:
            return
        self._service.remove(address)
        entry.close()
        with self._lock:
            self._taken.discard(address)
        self._tell(address)

    def addresses(self) -> tuple[StreamAddress, ...]:
        """Return every stream's address, in the order in which they came."""
        with self._lock:
            return tuple(self._entries)

    def statuses(self) -> tuple[StreamStatus, ...]:
        """Return how every stream is doing, in the order in which they came."""
        with self._lock:
            entries = tuple(self._entries.values())
        return tuple(entry.status() for entry in entries)

    def status(self, address: StreamAddress) -> StreamStatus:
        """Return how one stream is doing.

        Raises:
            InputError: there is no such stream.
        """
        return self._entry(address).status()

    def links(self, address: StreamAddress) -> StreamLinks:
        """Return where a stream is found.

        Raises:
            InputError: there is no such stream.
        """
        return links_of(self._server, address, self._entry(address).offered())

    def page_of(self, address: str) -> str:
        """Return the URL of our page for a typed address: ``vod://NAME``.

        Raises:
            InputError: this is no address, or there is no such stream.
        """
        return self.links(parse_address(address)).player

    def close(self) -> None:
        """End everything that the book began, and wait for it; slow. May be called twice."""
        with self._lock:
            self._is_closed = True
            entries = tuple(self._entries.values())
            self._entries.clear()
        self._copies.close()  # gives up a copy that is being made
        for entry in entries:
            self._service.remove(entry.address)
            entry.close()

    def _entry(self, address: StreamAddress) -> Entry:
        with self._lock:
            entry = self._entries.get(address)
        if entry is None:
            raise InputError(f"There is no stream {address}.", hint="It may have been removed.")
        return entry

    def _add(
        self, kind: StreamKind, name: str, likely: str, make: Callable[[StreamAddress], Entry]
    ) -> StreamAddress:
        """Give a name, make an entry and start it; the name is free again when that fails."""
        address = self._reserved(kind, name, likely)
        try:
            entry = make(address)
        except BaseException:
            with self._lock:
                self._taken.discard(address)
            raise
        with self._lock:
            is_late = self._is_closed
            if not is_late:
                self._entries[address] = entry
        if is_late:
            entry.close()
            raise _closed()
        self._service.add(entry)
        entry.start()
        self._tell(address)
        return address

    def _reserved(self, kind: StreamKind, name: str, likely: str) -> StreamAddress:
        """Return an address that nobody else gets.

        Raises:
            InputError: the wanted name cannot be one, or is taken.
        """
        if name and not is_name(name):
            raise InputError(
                f"“{name}” cannot be the name of a stream.",
                hint="Letters, digits, dots, dashes and underscores can, up to "
                f"{MAX_NAME_CHARACTERS}, and a letter or digit comes first.",
            )
        with self._lock:
            if self._is_closed:
                raise _closed()
            taken = {one.name for one in self._taken if one.kind.folder == kind.folder}
            if name.casefold() in {one.casefold() for one in taken}:
                raise InputError(
                    f"There is a stream “{name}” already.", hint="Choose another name for it."
                )
            address = StreamAddress(kind, name or name_for(likely, taken))
            self._taken.add(address)
        return address


def _closed() -> StudioError:
    return StudioError("Streaming has ended.")
