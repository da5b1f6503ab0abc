"""Reads rows out of an SQLite file page by page, past any damage, and without touching it.

SQLite itself refuses a table when one page on the way to a row is damaged. Here every leaf page
is looked at on its own, so that each row whose own bytes are whole is found.

Source: https://www.sqlite.org/fileformat2.html (sections 1.3, 1.5, 1.6, 2.1, 4).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Value = None | int | float | str | bytes
Record = tuple[Value, ...]

MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_WAL_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24
_USUAL_PAGE_BYTES = 4096
_FORMATS = (1, 2)
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class PageError(ValueError):
    """These bytes are not what a page holds."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says of the file."""

    user_version: int
    application_id: int
    can_write: bool
    """Whether SQLite may write it: another format version makes a file read-only without a word.

    Source: https://www.sqlite.org/fileformat2.html#file_format_version_numbers
    """


class PageFile:
    """The pages of a file, those of its write-ahead log laid over them.

    Args:
        main: bytes of the database file.
        log: bytes of the file with ``-wal`` added to its name.
    """

    def __init__(self, main: bytes, log: bytes = b"") -> None:
        self._main = main
        self.page_bytes, reserved = _sizes(main, log)
        self._usable = self.page_bytes - reserved
        self._newer = _committed(log, self.page_bytes)

    @classmethod
    def read(cls, path: Path) -> "PageFile":
        """Read a file and its log; what is missing counts as empty.

        Raises:
            OSError: they cannot be read.
        """
        return cls(*(read_if_there(one) for one in (path, log_of(path))))

    @property
    def header(self) -> Header | None:
        """The header, None when this is no SQLite file, or its first page is damaged."""
        first = self._page(1)
        if len(first) < _HEADER_BYTES or not first.startswith(MAGIC):
            return None
        version, application = struct.unpack_from(">i4xi", first, 60)
        return Header(version, application, all(v in _FORMATS for v in first[18:20]))

    @property
    def has_tables(self) -> bool:
        """Whether anything was ever made in the file."""
        first = self._page(1)
        is_leaf = first[_HEADER_BYTES : _HEADER_BYTES + 1] == bytes([_TABLE_LEAF])
        return not is_leaf or bool(_cells(first, _HEADER_BYTES, 8))

    def table_rows(self) -> Iterator[Record]:
        """Yield the rows of every table; which table it is shows in the number of values."""
        for _, page, start in self._pages(_TABLE_LEAF):
            for cell in _cells(page, start, 8):
                yield from self._record(page, cell, is_table=True)

    def index_rows(self) -> Iterator[Record]:
        """Yield the entries of every index."""
        for kind, page, start in self._pages(_INDEX_LEAF, _INDEX_INNER):
            is_leaf = kind == _INDEX_LEAF
            for cell in _cells(page, start, 8 if is_leaf else 12):
                yield from self._record(page, cell if is_leaf else cell + 4, is_table=False)

    def _pages(self, *kinds: int) -> Iterator[tuple[int, bytes, int]]:
        """Yield kind, bytes and start of the pages of these kinds."""
        count = -(-len(self._main) // self.page_bytes)
        for number in sorted({*range(1, count + 1), *self._newer}):
            page = self._page(number)
            start = _HEADER_BYTES if number == 1 else 0
            if len(page) > start and page[start] in kinds:
                yield page[start], page, start

    def _page(self, number: int) -> bytes:
        known = self._newer.get(number)
        if known is not None:
            return known
        start = (number - 1) * self.page_bytes
        return self._main[start : start + self.page_bytes] if number > 0 else b""

    def _record(self, page: bytes, cell: int, *, is_table: bool) -> Iterator[Record]:
        """Yield the one record of a cell, or nothing when it is damaged."""
        try:
            size, place = _varint(page, cell)
            if is_table:
                _, place = _varint(page, place)  # the row id
            yield _values(self._payload(page, place, size, is_table=is_table))
        except (PageError, IndexError, struct.error, UnicodeDecodeError):
            return

    def _payload(self, page: bytes, place: int, size: int, *, is_table: bool) -> bytes:
        usable = self._usable
        most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
        if size <= most:
            return page[place : place + size]
        least = (usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (usable - 4)
        local = local if local <= most else least
        if size > len(self._main) + len(self._newer) * self.page_bytes:
            raise PageError("a record longer than the file")
        parts = [page[place : place + local]]
        (following,) = struct.unpack_from(">I", page, place + local)
        missing = size - local
        while missing > 0:
            more = self._page(following)
            if len(more) < usable:
                raise PageError("an overflow page is missing")
            parts.append(more[4 : 4 + min(missing, usable - 4)])
            missing -= len(parts[-1])
            (following,) = struct.unpack_from(">I", more)
        return b"".join(parts)


def log_of(path: Path) -> Path:
    """Return the path of a file's write-ahead log."""
    return path.with_name(f"{path.name}-wal")


def read_if_there(path: Path, limit_bytes: int = -1) -> bytes:
    """Return a file's bytes, none when it is missing.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit_bytes)
    except FileNotFoundError:
        return b""


def _sizes(main: bytes, log: bytes) -> tuple[int, int]:
    """Return page size and reserved bytes per page; the usual ones when nothing tells."""
    reserved = 0
    if main.startswith(MAGIC) and len(main) >= _HEADER_BYTES:
        size, reserved = struct.unpack_from(">H2xB", main, 16)
        size = 65536 if size == 1 else size
    elif len(log) >= _WAL_HEADER_BYTES:
        (size,) = struct.unpack_from(">I", log, 8)
    else:
        size = _USUAL_PAGE_BYTES
    if size < 512 or size > 65536 or size & (size - 1) or reserved > 64:
        return _USUAL_PAGE_BYTES, 0
    return size, reserved


def _committed(log: bytes, page_bytes: int) -> dict[int, bytes]:
    """Return the newest content of each page that a whole transaction in the log wrote."""
    if len(log) < _WAL_HEADER_BYTES or struct.unpack_from(">I", log)[0] not in _WAL_MAGIC:
        return {}
    salts = log[16:24]
    pages: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    step = _FRAME_HEADER_BYTES + page_bytes
    for start in range(_WAL_HEADER_BYTES, len(log) - step + 1, step):
        number, size_after = struct.unpack_from(">II", log, start)
        if log[start + 8 : start + 16] != salts:
            break  # frames of an older round
        pending[number] = log[start + _FRAME_HEADER_BYTES : start + step]
        if size_after:
            pages.update(pending)
            pending = {}
    return pages


def _cells(page: bytes, start: int, header_bytes: int) -> list[int]:
    """Return where the cells of a page begin."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + header_bytes
    count = min(count, (len(page) - first) // 2)
    return list(struct.unpack_from(f">{count}H", page, first)) if count > 0 else []


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a variable-length integer and where the next thing begins."""
    value = 0
    for offset in range(8):
        byte = data[place + offset]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + offset + 1
    return value << 8 | data[place + 8], place + 9


def _values(payload: bytes) -> Record:
    """Return the values of a record.

    Raises:
        PageError: its parts do not add up.
    """
    header_end, place = _varint(payload, 0)
    kinds = []
    while place < header_end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != header_end:
        raise PageError("the record's header has another length")
    values: list[Value] = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise PageError("the record has another length")
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind == 7:
        return struct.unpack_from(">d", payload, place)[0], place + 8
    if kind in _INTEGER_BYTES:
        end = place + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind < 12:
        raise PageError("a kind of value that does not exist")
    end = place + (kind - 12) // 2
    data = payload[place:end]
    return (data.decode("utf-8") if kind % 2 else data), end
