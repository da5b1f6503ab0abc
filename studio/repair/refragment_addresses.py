"""Fragments whose addresses do not say where their frames lie: found where they must lie.

Sources: ISO/IEC 14496-12, sections 8.8.7 and 8.8.8; mse-rules F7 to F9.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.segments.boxes import Box, data_children, file_children
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import FactKind, Family, Segment
from studio.segments.source import ByteSource, open_source

_DOUBTFUL = frozenset(
    {
        FactKind.NO_DEFAULT_BASE,
        FactKind.NO_DATA_OFFSET,
        FactKind.BASE_DATA_OFFSET,
        FactKind.DATA_OUTSIDE,
    }
)
_BASE_FLAGS = 0x020001
_MAX_MOOF_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class _Address:
    """What a traf says of where its data begin; ``offset`` None when it says nothing."""

    track: int
    has_base: bool
    offset: int | None


def readdressed(media: MediaFrames) -> MediaFrames:
    """Return a file's frames; those of fragments with wrong addresses are looked for.

    Three faults are undone: an address that counts from the moof though
    default-base-is-moof is not set, an absolute one that points outside the fragment's
    mdat, and a missing one. Frames that are addressed well stay as they are.

    Raises:
        SegmentError: the file cannot be read any more.
    """
    if media.map.family is not Family.MP4 or _DOUBTFUL.isdisjoint(
        fact.kind for fact in media.map.facts
    ):
        return media
    tables = tuple(replace(table, offsets=table.offsets[:]) for table in media.tables)
    copy = replace(media, tables=tables)
    with open_source(media.map.path) as source:
        for number, segment in enumerate(media.map.segments):
            _correct(source, copy, number, segment)
    return copy


def _correct(source: ByteSource, media: MediaFrames, number: int, segment: Segment) -> None:
    boxes = list(file_children(source, segment.offset, segment.offset + segment.size))
    moof = next((box for box in boxes if box.type == "moof"), None)
    mdat = next((box for box in boxes if box.type == "mdat"), None)
    if moof is None or mdat is None or moof.size > _MAX_MOOF_BYTES:
        return
    addresses = list(_addresses(source.at(moof.offset, moof.size), moof.header_size))
    if len({address.track for address in addresses}) < len(addresses):
        return
    before = mdat.body
    for place, address in enumerate(addresses):
        table = media.table_of(address.track)
        if table is None:
            continue
        first = bisect_left(table.segments, number)
        last = bisect_right(table.segments, number)
        if first == last:
            continue
        start = _start(address, table.offsets[first], moof, mdat, before, is_first=place == 0)
        _move(table, first, last, start - table.offsets[first])
        before = table.offsets[last - 1] + table.sizes[last - 1]


def _start(
    address: _Address, said: int, moof: Box, mdat: Box, before: int, *, is_first: bool
) -> int:
    """Return where a traf's data begin; ``before`` is where those of the one before end."""
    if address.offset is None:
        return before
    from_moof = moof.offset + address.offset
    if not mdat.body <= said < mdat.end and mdat.body <= from_moof < mdat.end:
        return from_moof
    if not address.has_base and not is_first and from_moof == before:
        return from_moof
    return said


def _move(table: FrameTable, first: int, last: int, by: int) -> None:
    if by:
        for row in range(first, last):
            table.offsets[row] += by


def _addresses(moof: bytes, header_size: int) -> Iterator[_Address]:
    for traf in data_children(moof, header_size, len(moof)):
        if traf.type != "traf":
            continue
        boxes = list(data_children(moof, traf.body, traf.end))
        tfhd = next((box for box in boxes if box.type == "tfhd"), None)
        trun = next((box for box in boxes if box.type == "trun"), None)
        if tfhd is None or trun is None:
            continue
        offset = None
        if moof[trun.body + 3] & 1:
            place = trun.body + 8
            offset = int.from_bytes(moof[place : place + 4], "big", signed=True)
        flags = int.from_bytes(moof[tfhd.body + 1 : tfhd.body + 4], "big")
        track = int.from_bytes(moof[tfhd.body + 4 : tfhd.body + 8], "big")
        yield _Address(track, bool(flags & _BASE_FLAGS), offset)
