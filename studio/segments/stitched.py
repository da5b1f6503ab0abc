"""Several files, or parts of files, read as if they stood in one."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, NamedTuple

from studio.errors import SegmentError
from studio.segments.source import WINDOW_BYTES, ByteSource

MAX_OPEN_FILES = 16


class Piece(NamedTuple):
    """``size`` bytes of a file, from ``offset`` on."""

    path: Path
    offset: int
    size: int


class Place(NamedTuple):
    """A byte of a real file."""

    path: Path
    offset: int


class StitchedSource(ByteSource):
    """The bytes of all pieces, one after the other; a few files are open at any time.

    When a file turns out shorter than its piece, reading ends there, as at the end of a file.
    """

    __slots__ = ("_begins", "_open", "_pieces")

    def __init__(self, pieces: Sequence[Piece], window_bytes: int = WINDOW_BYTES) -> None:
        self._pieces = tuple(piece for piece in pieces if piece.size > 0)
        *begins, size = accumulate((piece.size for piece in self._pieces), initial=0)
        self._begins = begins
        self._open: OrderedDict[Path, BinaryIO] = OrderedDict()
        self._window_bytes = window_bytes
        self._window = b""
        self._start = self._stop = 0
        self.size = size

    def locate(self, offset: int) -> Place:
        """Return the real place of the byte at ``offset``; the end belongs to the last piece."""
        index = max(0, bisect_right(self._begins, offset) - 1)
        piece = self._pieces[index]
        return Place(piece.path, piece.offset + offset - self._begins[index])

    def close(self) -> None:
        """Close what is open."""
        while self._open:
            self._open.popitem()[1].close()

    def _load(self, offset: int, count: int) -> None:
        self._start = self._stop = offset
        self._window = b""
        if not 0 <= offset < self.size:
            return
        parts: list[bytes] = []
        wanted = max(count, self._window_bytes)
        for index in range(bisect_right(self._begins, offset) - 1, len(self._pieces)):
            piece, skip = self._pieces[index], max(0, offset - self._begins[index])
            share = min(wanted, piece.size - skip)
            data = self._read(piece.path, piece.offset + skip, share)
            parts.append(data)
            wanted -= share
            count -= share
            if len(data) < share or count <= 0:
                break
        self._window = b"".join(parts)
        self._stop = offset + len(self._window)

    def _read(self, path: Path, offset: int, count: int) -> bytes:
        file = self._open.get(path)
        if file is None:
            if len(self._open) >= MAX_OPEN_FILES:
                self._open.popitem(last=False)[1].close()
            file = self._open[path] = path.open("rb", buffering=0)
        else:
            self._open.move_to_end(path)
        file.seek(offset)
        return file.read(count)


@contextmanager
def open_stitched(
    pieces: Sequence[Piece], window_bytes: int = WINDOW_BYTES
) -> Iterator[StitchedSource]:
    """Open pieces of files for reading as one.

    Raises:
        SegmentError: a file cannot be read; also later, inside the ``with`` block.
    """
    source = StitchedSource(pieces, window_bytes)
    try:
        yield source
    except OSError as error:
        raise SegmentError(
            "A file of this presentation cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
    finally:
        source.close()
