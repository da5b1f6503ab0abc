"""Random access to a file's bytes through a small window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from studio.errors import SegmentError

WINDOW_BYTES = 16 * 1024
"""Bytes read at once: some blocks of sound, or the head of one large picture."""


class ByteSource:
    """A file as bytes at offsets; only what is asked for is read, in small windows.

    Plain reads and no memory map: a file that shrinks while it is mapped ends the whole
    program with SIGBUS, while a read merely comes back short.
    """

    __slots__ = ("_file", "_start", "_stop", "_window", "_window_bytes", "size")

    def __init__(self, file: BinaryIO, size: int, window_bytes: int = WINDOW_BYTES) -> None:
        self._file = file
        self._window_bytes = window_bytes
        self._window = b""
        self._start = 0
        self._stop = 0
        self.size = size

    def at(self, offset: int, count: int) -> bytes:
        """Return up to ``count`` bytes at ``offset``; fewer only at the end of the file."""
        if offset < self._start or offset + count > self._stop:
            self._load(offset, count)
        begin = offset - self._start
        return self._window[begin : begin + count]

    def _load(self, offset: int, count: int) -> None:
        if 0 <= offset < self.size:  # a damaged file may name any place
            self._file.seek(offset)
            self._window = self._file.read(max(count, self._window_bytes))
        else:
            self._window = b""
        self._start = offset
        self._stop = offset + len(self._window)


@contextmanager
def open_source(path: Path, window_bytes: int = WINDOW_BYTES) -> Iterator[ByteSource]:
    """Open ``path`` for reading.

    Raises:
        SegmentError: it is missing, not a file, may not be read, or is empty; also when
            reading fails later, inside the ``with`` block.
    """
    try:
        if not path.is_file():
            raise SegmentError(
                f"“{path.name}” is not there, or is not a file.",
                hint="Check that it was not moved, renamed or deleted.",
            )
        size = path.stat().st_size
        if size == 0:
            raise SegmentError(
                f"“{path.name}” is empty (0 bytes).", hint="Check that the copy finished."
            )
        with path.open("rb", buffering=0) as file:
            yield ByteSource(file, size, window_bytes)
    except OSError as error:
        raise SegmentError(
            f"“{path.name}” cannot be read.",
            hint="Check the drive and the permissions.",
            detail=str(error),
        ) from error
