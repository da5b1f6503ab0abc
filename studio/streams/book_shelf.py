"""The book's entries by address, and the names that are given: unique in each folder of paths."""

import threading
from collections.abc import Callable

from studio.errors import InputError, StudioError
from studio.streams.book_entry import Entry
from studio.streams.names import (
    MAX_NAME_CHARACTERS,
    StreamAddress,
    StreamKind,
    is_name,
    name_for,
)
from studio.streams.service import StreamService


class Shelf:
    """Safe to use from any thread; nothing here is slow but what is handed in.

    Args:
        service: where entries can be found by their paths.
    """

    def __init__(self, service: StreamService) -> None:
        self._service = service
        self._entries: dict[StreamAddress, Entry] = {}
        self._taken: set[StreamAddress] = set()
        self._lock = threading.Lock()
        self._is_closed = False

    def add(
        self, kind: StreamKind, name: str, likely: str, make: Callable[[StreamAddress], Entry]
    ) -> Entry:
        """Give a name and keep what is made under it; the name is free again when that fails.

        Args:
            kind: of the stream.
            name: that was asked for; empty for one made of ``likely``.
            likely: any text, such as a file's stem.
            make: makes the entry; may be slow.

        Raises:
            InputError: the name cannot be one, or is taken.
            StudioError: what ``make`` raises; everything has ended.
        """
        address = self._reserved(kind, name, likely)
        try:
            entry = make(address)
        except BaseException:
            self.release(address)
            raise
        with self._lock:
            is_late = self._is_closed
            if not is_late:
                self._entries[address] = entry
        if is_late:
            entry.close()
            raise _closed()
        self._service.add(entry)
        return entry

    def get(self, address: StreamAddress) -> Entry:
        """Return an entry.

        Raises:
            InputError: there is none.
        """
        with self._lock:
            entry = self._entries.get(address)
        if entry is None:
            raise InputError(f"There is no stream {address}.", hint="It may have been removed.")
        return entry

    def all(self) -> tuple[Entry, ...]:
        """Return every entry, in the order in which they came."""
        with self._lock:
            return tuple(self._entries.values())

    def take(self, address: StreamAddress) -> Entry | None:
        """Take an entry out; its name stays taken until ``release``."""
        with self._lock:
            entry = self._entries.pop(address, None)
        if entry is not None:
            self._service.remove(address)
        return entry

    def release(self, address: StreamAddress) -> None:
        """Let a name be given again."""
        with self._lock:
            self._taken.discard(address)

    def close(self) -> tuple[Entry, ...]:
        """Take everything out, and nothing in any more."""
        with self._lock:
            self._is_closed = True
            entries = tuple(self._entries.values())
            self._entries.clear()
        for entry in entries:
            self._service.remove(entry.address)
        return entries

    def _reserved(self, kind: StreamKind, name: str, likely: str) -> StreamAddress:
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
