"""ISO BMFF boxes: headers in a file, and boxes inside one that was read whole.

Source: ISO/IEC 14496-12, section 4.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.errors import SegmentError
from studio.segments.source import ByteSource

MAX_CHILDREN = 100_000
"""Boxes in one container; more is an attack, not a file."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box: ``size`` counts its header. ``to_end`` marks a size of 0 ("to the end")."""

    type: str
    offset: int
    header_size: int
    size: int
    to_end: bool = False

    @property
    def body(self) -> int:
        """Where its content begins."""
        return self.offset + self.header_size

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.offset + self.size


def read_box(source: ByteSource, offset: int, end: int) -> Box | None:
    """Read the header at ``offset``; None when no valid header stands there.

    The box may claim to reach beyond ``end``; the caller compares.
    """
    head = source.at(offset, 16)
    if len(head) < 8 or offset + 8 > end:
        return None
    return _box(head, offset, end)


def _box(head: bytes, offset: int, end: int) -> Box | None:
    size = int.from_bytes(head[:4], "big")
    name = head[4:8].decode("latin-1")
    if size == 1:
        if len(head) < 16:
            return None
        size = int.from_bytes(head[8:16], "big")
        return Box(name, offset, 16, size) if size >= 16 else None
    if size == 0:
        return Box(name, offset, 8, end - offset, to_end=True)
    return Box(name, offset, 8, size) if size >= 8 else None


def file_children(source: ByteSource, start: int, end: int) -> Iterator[Box]:
    """Yield the whole boxes between two offsets of the file.

    Raises:
        SegmentError: there are more than MAX_CHILDREN.
    """
    position = start
    for _ in range(MAX_CHILDREN):
        box = read_box(source, position, end)
        if box is None or box.end > end:
            return
        yield box
        position = box.end
    raise SegmentError("The file holds an endless list of boxes.", hint="It is damaged.")


def scan_children(source: ByteSource, start: int, end: int) -> tuple[list[Box], bool]:
    """Return the boxes between two offsets, and whether they fill that room exactly.

    Browsers refuse a container that they do not fill.

    Raises:
        SegmentError: there are more than MAX_CHILDREN.
    """
    found = list(file_children(source, start, end))
    reached = found[-1].end if found else start
    whole = reached == end and not any(box.to_end for box in found)
    return found, whole


def data_children(data: bytes, start: int, end: int) -> Iterator[Box]:
    """Yield the whole boxes between two positions of ``data``; offsets count from its start."""
    position = start
    while position + 8 <= end:
        box = _box(data[position : position + 16], position, end)
        if box is None or box.end > end:
            return
        yield box
        position = box.end


def find_path(source: ByteSource, container: Box, *path: str) -> Box | None:
    """Return the first box at ``path`` inside ``container``."""
    found: Box | None = container
    for name in path:
        if found is None:
            return None
        inside = file_children(source, found.body, found.end)
        found = next((box for box in inside if box.type == name), None)
    return found
