"""Copying frames from one file into another, in as few reads as their places allow."""

from collections.abc import Iterable
from typing import BinaryIO

from studio.errors import RepairError

WINDOW_BYTES = 8 << 20
"""Most bytes held at once."""


def joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join (offset, size) pairs of neighbours into longer ones; the order stays."""
    found: list[tuple[int, int]] = []
    begin = end = -1
    for offset, size in places:
        if offset == end:
            end += size
            continue
        if end > begin:
            found.append((begin, end - begin))
        begin, end = offset, offset + size
    if end > begin:
        found.append((begin, end - begin))
    return found


class FrameCopier:
    """Copies byte ranges of ``source`` to ``target``; the source is read without a buffer."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._target = target
        self._buffer = bytearray()

    def copy(self, places: list[tuple[int, int]]) -> None:
        """Copy ranges in their order.

        Where they lie close together (the frames of picture and sound that take turns),
        everything between the first and the last is read at once.

        Raises:
            RepairError: the source became shorter.
        """
        if not places:
            return
        low = min(offset for offset, _ in places)
        high = max(offset + size for offset, size in places)
        total = sum(size for _, size in places)
        if high - low <= WINDOW_BYTES and high - low <= 2 * total:
            view = self._read(low, high - low)
            for offset, size in places:
                self._target.write(view[offset - low : offset - low + size])
            return
        for offset, size in places:
            for begin in range(offset, offset + size, WINDOW_BYTES):
                count = min(WINDOW_BYTES, offset + size - begin)
                self._target.write(self._read(begin, count))

    def _read(self, offset: int, size: int) -> memoryview:
        if len(self._buffer) < size:
            self._buffer = bytearray(size)
        view = memoryview(self._buffer)[:size]
        self._source.seek(offset)
        filled = 0
        while filled < size:
            count = self._source.readinto(view[filled:])  # type: ignore[attr-defined]
            if not count:
                raise RepairError("The file changed while it was read.", hint="Try again.")
            filled += count
        return view
