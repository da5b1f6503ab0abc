"""Durations of sound that were rounded up and reach into the next block."""

from studio.repair.block_index import MAX_PLACE, BlockIndex
from studio.segments.blocks import Block


class SoundDurations:
    """Watches the blocks of sound in file order and shortens durations that are too long.

    Chromium cuts the overlap off the sound it decodes: Vorbis with short blocks (2.67 ms
    written as 3) then ran 4.5 ms a second ahead of the picture (measured in Chromium 156).
    ``last`` has the number in the index and the written duration of each track's last block.
    """

    __slots__ = ("_index", "last")

    def __init__(self, index: BlockIndex) -> None:
        self._index = index
        self.last: dict[int, tuple[int, int]] = {}

    def see(self, block: Block, previous: int | None, number: int) -> None:
        """Look at the next block; ``previous`` is the time of the one before, in ticks.

        ``number`` is the place that the block will have in the index.
        """
        index = self._index
        before, duration = self.last.get(block.track, (0, -1))
        if previous is not None and 0 < block.time - previous < duration:
            index.durations[before] = block.time - previous
            index.trimmed_durations += 1
        written = block.duration if block.duration_place <= MAX_PLACE and not block.laced else -1
        self.last[block.track] = (number, written)
