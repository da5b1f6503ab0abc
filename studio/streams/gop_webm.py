"""WebM as it comes out of a muxer, cut anew: one cluster for each GOP, blocks by time.

ffmpeg 9 adds the CodecDelay to the times of sound after interleaving, so that times step
back within its clusters, which Chromium refuses; and it writes a DefaultDuration, after which
Chromium loses the rest of a GOP in which one frame is missing. Neither is in what this makes.

Source: mse-rules findings 1, 2 and 8; RFC 9559.
"""

import math
from collections import deque
from collections.abc import Iterable, Iterator
from fractions import Fraction

from studio.preview.clusters import (
    AUDIO,
    MAX_RELATIVE,
    VIDEO,
    Block,
    TrackHead,
    blocks_of,
    init_segment,
    read_header,
)
from studio.repair.ebml_writer import id_bytes, parsed, size_bytes, uint
from studio.segments import ebml
from studio.segments.matroska import DEFAULT_TIMESTAMP_SCALE_NS
from studio.streams.gop_blocks import with_durations_that_fit, with_last_duration
from studio.streams.gop_model import (
    MAX_GOP_BYTES,
    GopPart,
    InitPart,
    map_of_bytes,
    unreadable,
)

SOUND_UNIT_S = Fraction(1)
"""Length of a cluster where there is no picture."""

EARLY_BLOCKS = 64
"""Blocks kept that stand before the first keyframe; muxers swap a few."""

LATEST_S = Fraction(1, 10)
"""Sound that comes later than this after its GOP had gone is left out."""

_KINDS = {1: VIDEO, 2: AUDIO}
_LEFT_OUT = frozenset({ebml.DEFAULT_DURATION, ebml.NAME})


class WebmAssembler:
    """Makes one cluster of each GOP, or of each second of sound where there is no picture.

    Args:
        from_s: when the first unit shall begin; None keeps the times that are written.
    """

    def __init__(self, from_s: Fraction | None = None) -> None:
        self._held = bytearray()
        self._is_webm = False
        self._scale_ns = DEFAULT_TIMESTAMP_SCALE_NS
        self._numbers: dict[int, int] = {}
        self._heads: list[TrackHead] = []
        self._init: bytes | None = None
        self._is_told = False
        self._gop = _Gop(has_picture=True)
        self._from_s = from_s
        self._shift: int | None = None
        self._last: dict[int, int] = {}
        self._step = 0
        self._early: deque[Block] = deque(maxlen=EARLY_BLOCKS)
        self.is_complete = False
        """Whether its writer has closed the file: its index came, which stands at the end."""

    def feed(self, data: bytes) -> Iterator[InitPart | GopPart]:
        """Take more bytes and yield what became whole.

        Raises:
            SegmentError: this is no WebM that can be streamed.
        """
        self._held += data
        while (found := self._next()) is not None:
            element_id, body = found
            if element_id == ebml.INFO:
                self._read_info(body)
            elif element_id == ebml.TRACKS and self._init is None:
                self._read_tracks(body)
            elif element_id == ebml.CLUSTER:
                yield from self._take(body)
            elif element_id == ebml.CUES and self._shift is not None:
                self.is_complete = True
                yield from self.end()

    def end(self) -> Iterator[InitPart | GopPart]:
        """Yield the GOP that was still open."""
        if self._gop.blocks:
            yield from self._made(None)

    def _next(self) -> tuple[int, bytes] | None:
        """Cut the next whole element off; None while it is not whole."""
        header = read_header(self._held)
        if header is None:
            return None
        if not self._is_webm and header.id != ebml.EBML:
            raise unreadable("no EBML header")
        self._is_webm = True
        if header.id == ebml.SEGMENT:
            del self._held[: header.size]
            return header.id, b""
        if header.data_size is None or header.data_size > MAX_GOP_BYTES:
            raise unreadable("an element without a size, or of a size beyond any limit")
        end = header.size + header.data_size
        if len(self._held) < end:
            return None
        body = bytes(self._held[header.size : end])
        del self._held[:end]
        return header.id, body

    def _read_info(self, body: bytes) -> None:
        for found, value in parsed(body):
            if found == ebml.TIMESTAMP_SCALE:
                self._scale_ns = int.from_bytes(value, "big") or DEFAULT_TIMESTAMP_SCALE_NS

    def _read_tracks(self, body: bytes) -> None:
        """Keep the first picture and the first sound, without what does harm."""
        for found, entry in parsed(body):
            if found != ebml.TRACK_ENTRY:
                continue
            named = dict(parsed(entry))
            kind = _KINDS.get(int.from_bytes(named.get(ebml.TRACK_TYPE, b""), "big"))
            if kind is None or kind in self._numbers.values():
                continue
            self._numbers[int.from_bytes(named.get(ebml.TRACK_NUMBER, b""), "big")] = kind
            fields = tuple(field for field in parsed(entry) if field[0] not in _LEFT_OUT)
            self._heads.append(TrackHead(fields, is_video=kind == VIDEO))
        if not self._heads:
            raise unreadable("no track")
        self._heads.sort(key=lambda head: head.number)
        self._init = init_segment(self._heads, self._scale_ns)
        self._gop = _Gop(has_picture=VIDEO in self._numbers.values())

    def _take(self, cluster: bytes) -> Iterator[InitPart | GopPart]:
        if self._init is None:
            raise unreadable("a cluster before the tracks")
        for block in blocks_of(cluster):
            kind = self._numbers.get(block.track)
            if kind is not None:
                yield from self._add(block._replace(track=kind))

    def _add(self, block: Block) -> Iterator[InitPart | GopPart]:
        """Add a block in arrival order; a block that opens a GOP closes the one before."""
        if self._shift is None:
            if not self._gop.opens_with(block, self._unit_ticks):
                self._early.append(block)  # nothing can begin with it
                return
            wanted = block.time if self._from_s is None else self._ticks(self._from_s)
            self._shift = max(0, wanted) - block.time
        moved = block.time + self._shift
        if moved < self._gop.floor - self._ticks(LATEST_S):
            return
        last = self._last.get(block.track, 0)
        block = block._replace(time=max(moved, last))
        self._last[block.track] = block.time
        if block.track == self._gop.lead:
            self._step = block.time - last
        if self._gop.opens_with(block, self._unit_ticks) and self._gop.is_before(block.time):
            yield from self._made(block.time)
        self._gop.add(block)
        if self._gop.size > MAX_GOP_BYTES:
            raise unreadable("no keyframe for too long")
        yield from self._add_early(block.time)

    def _add_early(self, begin: int) -> Iterator[InitPart | GopPart]:
        """Add what stood before the first keyframe but is not heard before it."""
        early, self._early = self._early, deque(maxlen=EARLY_BLOCKS)
        for block in early:
            if block.time + (self._shift or 0) >= begin:
                yield from self._add(block)

    def _made(self, until: int | None) -> Iterator[InitPart | GopPart]:
        """Close the open GOP at a time; what lies behind that opens the next one."""
        gop = self._gop
        part, self._gop = gop.closed(until, self._step, self._scale_ns)
        assert self._init is not None
        if not self._is_told:
            self._is_told = True
            yield InitPart(map_of_bytes(self._init + part.data, "live.webm").mime, self._init)
        yield part

    @property
    def _unit_ticks(self) -> int:
        return self._ticks(SOUND_UNIT_S)

    def _ticks(self, seconds: Fraction) -> int:
        """Return a time in ticks, rounded up: no unit begins before the last one ended."""
        return math.ceil(seconds * 10**9 / self._scale_ns)


class _Gop:
    """The blocks of one GOP on their way. ``floor`` is when it begins at the earliest."""

    def __init__(self, *, has_picture: bool, floor: int = 0) -> None:
        self.has_picture, self.floor = has_picture, floor
        self.blocks: list[Block] = []
        self.size = 0

    def opens_with(self, block: Block, unit_ticks: int) -> bool:
        """Tell whether a new GOP begins with a block."""
        if self.has_picture:
            return block.track == VIDEO and block.keyframe
        return not self.blocks or block.time >= self.blocks[0].time + unit_ticks

    def is_before(self, time: int) -> bool:
        """Tell whether anything in it comes before a time."""
        return any(block.time < time for block in self.blocks)

    def add(self, block: Block) -> None:
        """Take one more; what came after its GOP had gone gets the first moment of this one."""
        self.blocks.append(block._replace(time=max(block.time, self.floor)))
        self.size += len(block.data)

    @property
    def lead(self) -> int:
        """The track that units begin with."""
        return VIDEO if self.has_picture else AUDIO

    def closed(self, until: int | None, step: int, scale_ns: int) -> "tuple[GopPart, _Gop]":
        """Return the GOP up to a time, and the next one.

        Args:
            until: where it ends; None for all of it, whose last frame lasts for ``step``.
            step: ticks between frames.
            scale_ns: length of a tick.
        """
        following = _Gop(has_picture=self.has_picture, floor=0 if until is None else until)
        mine = self.blocks
        if until is not None:
            mine = [block for block in self.blocks if block.time < until]
            for block in self.blocks:
                if block.time >= until:
                    following.add(block)
        mine.sort(key=lambda block: (block.time, block.track))
        start = mine[0].time
        end = until
        if end is None:
            led = max(block.time for block in mine if block.track == self.lead)
            end = max(led + step, mine[-1].time)
        told = with_last_duration(with_durations_that_fit(mine), end)
        parts = b"".join(_clusters(told))
        second = Fraction(scale_ns, 10**9)
        return GopPart(start * second, (end - start) * second, parts), following


def _clusters(blocks: Iterable[Block]) -> Iterator[bytes]:
    """Yield one cluster with these blocks; more where a block's two bytes of time demand it."""
    group: list[Block] = []
    for block in blocks:
        if group and block.time - group[0].time > MAX_RELATIVE:
            yield _cluster(group)
            group = []
        group.append(block)
    if group:
        yield _cluster(group)


def _cluster(blocks: list[Block]) -> bytes:
    base = blocks[0].time
    parts = [uint(ebml.TIMESTAMP, base)]
    for block in blocks:
        parts.append(block.data[: block.time_at - 1])
        parts.append(bytes((0x80 | block.track,)))
        parts.append((block.time - base).to_bytes(2, "big", signed=True))
        parts.append(block.data[block.time_at + 2 :])
    body = b"".join(parts)
    return id_bytes(ebml.CLUSTER) + size_bytes(len(body), 4) + body
