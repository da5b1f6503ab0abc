"""The blocks of a WebM cluster, read by their headers; payloads are seeked over.

Source: RFC 9559, sections 5.1.3 (Cluster) and 10 (block structure).
"""

from collections.abc import Iterator
from typing import NamedTuple

from studio.segments import ebml
from studio.segments.ebml import Element
from studio.segments.source import ByteSource

HEAD_BYTES = 32
"""More than the longest block header, so that one read shows all of it."""

KEYFRAME_FLAG = 0x80
LACING_BITS = 0x06
_BLOCKS = (ebml.SIMPLE_BLOCK, ebml.BLOCK_GROUP)
_PLAIN = frozenset({ebml.VOID, ebml.CRC32})
_PLAIN_IN_GROUP = frozenset({ebml.BLOCK, ebml.BLOCK_DURATION, ebml.REFERENCE_BLOCK, *_PLAIN})
_ENDS = ebml.LEVEL_1 | {ebml.EBML, ebml.SEGMENT}
MAX_UNUSUAL = 1000
"""Unusual elements remembered in one cluster."""
_DURATION_HEADS = tuple(bytes((ebml.BLOCK_DURATION, 0x80 | max(0, n - 2))) for n in range(11))
"""How a BlockDuration of that many bytes in all begins."""

_MASKS = tuple((1 << 7 * length) - 1 for length in range(9))


class Block(NamedTuple):
    """One SimpleBlock or BlockGroup.

    ``offset`` and ``size`` span the whole element; ``time_offset`` is where its two bytes
    of relative time stand, ``payload_offset`` where the frame (or the lacing head) begins.
    ``time`` is absolute, in ticks; ``duration`` in ticks, -1 when none is written.
    ``duration_place`` is where in the element the duration's bytes stand, 0 when nowhere.
    ``first_byte`` is the payload's first byte, -1 without one; ``payload_size`` its bytes.
    """

    offset: int
    size: int
    time: int
    track: int
    keyframe: bool
    laced: bool
    frames: int
    duration: int
    time_offset: int
    payload_offset: int
    first_byte: int
    duration_place: int = 0
    payload_size: int = 0


class ClusterReader:
    """Iterates over one cluster's blocks and then knows where it really ended.

    ``limit`` is the end of what may belong to the cluster. After the iteration ``end`` is
    where reading stopped, ``whole`` tells that nothing was cut off or unreadable, and
    ``untimed`` is the offset of a block that stood before the cluster's Timestamp.
    ``overrun`` is the offset of a Segment's child in a cluster of known size, where reading
    stops; ``unusual`` are elements that need a closer look (``cluster_oddities``).
    """

    __slots__ = (
        "_cluster",
        "_limit",
        "_source",
        "end",
        "overrun",
        "time",
        "untimed",
        "unusual",
        "whole",
    )

    def __init__(self, source: ByteSource, cluster: Element, limit: int) -> None:
        self._source = source
        self._cluster = cluster
        self._limit = min(cluster.end(limit), limit)
        self.end = cluster.data_offset
        self.time: int | None = None
        self.untimed: int | None = None
        self.overrun: int | None = None
        self.unusual: list[Element] = []
        self.whole = cluster.end(limit) <= limit

    def __iter__(self) -> Iterator[Block]:
        at = self._source.at
        limit = self._limit
        position = self._cluster.data_offset
        while position < limit:
            head = at(position, HEAD_BYTES)
            if len(head) > 12 and head[0] == ebml.SIMPLE_BLOCK and head[1]:
                length = 9 - head[1].bit_length()
                size = int.from_bytes(head[1 : 1 + length], "big") & _MASKS[length]
                following = position + 1 + length + size
                if following > limit:
                    self.whole = False
                    break
                block = self._block(position, head, 1 + length, size)
                if block is not None:
                    yield block
                else:
                    self._remember(Element(ebml.SIMPLE_BLOCK, position, 1 + length, size))
            elif (quick := self._quick_group(position, head)) is not None:
                block, following = quick
                yield block
            else:
                element = ebml.read_element(self._source, position)
                if element is None or self._stops_at(element):
                    self.whole &= element is not None
                    break
                following = element.end(limit)
                if element.id in _BLOCKS:
                    block = self._slow_block(element)
                    if block is not None:
                        yield block
                elif element.id not in _PLAIN:
                    self._other(element)
            position = self.end = following
        self.end = position

    def _stops_at(self, element: Element) -> bool:
        """Tell whether the cluster ends here: before a sibling, or at something broken."""
        if element.id in _ENDS:
            if self._cluster.size is not None:
                self.overrun = element.offset
            return True
        broken = element.size is None or element.end(self._limit) > self._limit
        self.whole &= not broken
        return broken

    def _other(self, element: Element) -> None:
        """Take a cluster's Timestamp; remember everything else."""
        if element.id != ebml.TIMESTAMP or self.time is not None or not 0 < (element.size or 0) < 9:
            self._remember(element)
        if element.id == ebml.TIMESTAMP:
            self.time = ebml.read_uint(self._source, element)

    def _remember(self, element: Element) -> None:
        if len(self.unusual) < MAX_UNUSUAL:
            self.unusual.append(element)

    def _slow_block(self, element: Element) -> Block | None:
        if element.id == ebml.BLOCK_GROUP:
            return self._group(element)
        head = self._source.at(element.offset, HEAD_BYTES)
        block = self._block(element.offset, head, element.header_size, element.size or 0)
        if block is None:
            self._remember(element)
        return block

    def _block(self, offset: int, head: bytes, body: int, size: int) -> Block | None:
        """Read the block whose body begins ``body`` bytes into ``head``."""
        if size < 4 or len(head) < body + 4:
            return None
        track = head[body]
        time_at = body + 1
        if track >= 0x80:
            track &= 0x7F
        else:
            length = 9 - track.bit_length()
            if length > 4 or size < length + 3 or len(head) < body + length + 3:
                return None
            self._remember(Element(ebml.SIMPLE_BLOCK, offset, body, size))
            track = int.from_bytes(head[body : body + length], "big") & _MASKS[length]
            time_at = body + length
        relative = head[time_at] << 8 | head[time_at + 1]
        if relative >= 0x8000:
            relative -= 0x10000
        flags = head[time_at + 2]
        payload = time_at + 3
        has_payload = payload < body + size and payload < len(head)
        first = head[payload] if has_payload else -1
        laced = flags & LACING_BITS != 0
        if self.time is None and self.untimed is None:
            self.untimed = offset
        return Block(
            offset,
            body + size,
            (self.time or 0) + relative,
            track,
            flags & KEYFRAME_FLAG != 0,
            laced,
            first + 1 if laced else 1,
            -1,
            offset + time_at,
            offset + payload,
            first,
            0,
            body + size - payload,
        )

    def _quick_group(self, position: int, head: bytes) -> tuple[Block, int] | None:
        """Read a BlockGroup as ffmpeg writes it for sound: a Block, then its duration or nothing.

        Returns:
            The block and where the group ends; None for every other element or shape. Half
            of all blocks of a film are such: this is four times as fast as ``_group``.
        """
        if len(head) < HEAD_BYTES or head[0] != ebml.BLOCK_GROUP or not head[1]:
            return None
        length = 9 - head[1].bit_length()
        inner = 1 + length
        end = position + inner + (int.from_bytes(head[1:inner], "big") & _MASKS[length])
        if end > self._limit or head[inner] != ebml.BLOCK or not head[inner + 1]:
            return None
        length = 9 - head[inner + 1].bit_length()
        body = 1 + length
        size = int.from_bytes(head[inner + 1 : inner + body], "big") & _MASKS[length]
        rest_at = position + inner + body + size
        rest = self._source.at(rest_at, end - rest_at) if 3 <= end - rest_at <= 10 else b""
        if rest_at != end and (len(rest) < 3 or rest[:2] != _DURATION_HEADS[len(rest)]):
            return None
        found = self._block(position + inner, head[inner:], body, size)
        if found is None:
            return None
        duration = int.from_bytes(rest[2:], "big") if rest else -1
        place = rest_at + 2 - position if rest else 0
        return Block(
            position, end - position, found.time, found.track, True, found.laced, found.frames,
            duration, found.time_offset, found.payload_offset, found.first_byte, place,
            found.payload_size,
        ), end  # fmt: skip

    def _group(self, group: Element) -> Block | None:
        """Read a BlockGroup: a keyframe when it has no ReferenceBlock."""
        found: Block | None = None
        duration, place, keyframe, blocks = -1, 0, True, 0
        usual, reached, end = True, group.data_offset, group.end(0)
        for child in ebml.children(self._source, group.data_offset, end):
            reached = child.end(0)
            usual &= child.id in _PLAIN_IN_GROUP
            if child.id == ebml.BLOCK:
                blocks += 1
                if found is None:
                    head = self._source.at(child.offset, HEAD_BYTES)
                    found = self._block(child.offset, head, child.header_size, child.size or 0)
            elif child.id == ebml.BLOCK_DURATION:
                usual &= duration < 0 and 0 < (child.size or 0) <= 8
                duration = ebml.read_uint(self._source, child)
                if child.header_size == 2 and 0 < (child.size or 0) <= 8:
                    place = child.data_offset - group.offset
            elif child.id == ebml.REFERENCE_BLOCK:
                keyframe = False
        if not usual or blocks != 1 or reached != end or found is None:
            self._remember(group)
        if found is None:
            return None
        size = group.header_size + (group.size or 0)
        return found._replace(
            offset=group.offset,
            size=size,
            duration=duration,
            keyframe=keyframe,
            duration_place=place,
        )
