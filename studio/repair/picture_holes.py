"""Holes before a keyframe: the picture before them is said to last until the next one.

A SourceBuffer has a hole where the last frame of a group ends before the next keyframe, and
players wait there for ever (mse-rules T3). The picture stands still in any case; a written
duration makes its buffer continuous.
"""

from fractions import Fraction

from studio.repair.block_index import BlockIndex
from studio.segments.blocks import Block
from studio.segments.source import ByteSource

LONG_STEP = Fraction(5, 4)
"""A step that is longer than this many frames leaves a hole."""

MAX_TICKS = 0x7FFFFFFF


class PictureHoles:
    """Watches the picture's blocks in file order and lengthens the last one before a hole."""

    __slots__ = ("_index", "_last", "_longest", "_number", "_source")

    def __init__(self, source: ByteSource, index: BlockIndex) -> None:
        self._source = source
        self._index = index
        self._last: Block | None = None
        self._number = 0
        self._longest = 0

    def see(self, block: Block, number: int) -> None:
        """Look at the next block; ``number`` is the place that it will have in the index."""
        last = self._last
        if last is not None:
            step = block.time - last.time
            if not block.keyframe:
                self._longest = max(self._longest, step)
            elif step > LONG_STEP * self._frame_ticks(last.track) + 1:
                self._lengthen(last, self._number, step)
        self._last, self._number = block, number

    def _frame_ticks(self, track: int) -> Fraction:
        """Return how long a frame is: as declared, else the longest step before a picture."""
        index = self._index
        entry = next(entry for entry in index.entries if entry.source_number == track)
        declared = Fraction(entry.track.default_duration_ns or 0, index.info.scale_ns)
        return declared or Fraction(self._longest or MAX_TICKS)

    def _lengthen(self, block: Block, number: int, ticks: int) -> None:
        """Let a block last this long, where its form has room for it."""
        index = self._index
        if ticks > MAX_TICKS or block.duration >= ticks:
            return
        if index.time_places[number] and block.duration_place:
            width = self._source.at(block.offset + block.duration_place - 1, 1)[0] & 0x7F
            if ticks >> 8 * width:
                return
            index.durations[number] = ticks
        else:
            if index.time_places[number] and block.offset + block.size != (
                block.payload_offset + block.payload_size
            ):
                return  # a group that holds more than its frame
            index.offsets[number], index.time_places[number] = block.payload_offset, 0
            index.durations[number] = ticks
            index.sizes[number] = index.head_bytes(number) + block.payload_size
        index.lengthened += 1
