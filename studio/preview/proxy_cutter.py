"""Which block of the converted picture belongs to which segment of the original."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from studio.preview.clusters import Block, TrackHead, clusters_of

TICK_NS = 10_000
"""Length of a tick in the converted stream.

WebM's usual millisecond would move a frame of 29.97 by up to half of one, and a seek to the
very beginning of a frame would then show the one before it.
"""

TICKS_PER_S = 1_000_000_000 // TICK_NS

PER_WRITTEN = 1_000_000 // TICK_NS
"""ffmpeg's muxer only knows milliseconds, so it is handed times this much longer."""


def ticks(time_s: Fraction) -> int:
    """Return a time in ticks, never later than it is."""
    return time_s.numerator * TICKS_PER_S // time_s.denominator


class Cutter:
    """Sorts the blocks of one continuous track into segments.

    Args:
        cuts: when each segment begins, in ticks, ascending.
        first: the segment the track begins with; what lies before it is put there, too.
        head: of the track.
    """

    def __init__(self, cuts: Sequence[int], first: int, head: TrackHead) -> None:
        self._cuts = cuts
        self._first = first
        self._number = head.number
        self._shift = _delay_shift(head.delay_ns)
        self.at = cuts[first]
        """How far the track has come, in ticks."""

    @property
    def segment(self) -> int:
        """The segment that the latest block belongs to; those before it are whole."""
        return self._segment_of(self.at)

    def take(self, blocks: Sequence[Block]) -> Iterator[tuple[int, bytes]]:
        """Yield (segment, cluster) for the blocks of one cluster of ffmpeg's."""
        sorted_out: dict[int, list[Block]] = {}
        for written in blocks:
            block = written._replace(time=written.time + self._shift)
            self.at = max(self.at, block.time)
            sorted_out.setdefault(self._segment_of(block.time), []).append(block)
        for number, group in sorted(sorted_out.items()):
            for cluster in clusters_of(group, self._number):
                yield number, cluster

    def _segment_of(self, time: int) -> int:
        return max(self._first, bisect_right(self._cuts, time) - 1)


def _delay_shift(delay_ns: int) -> int:
    """Return the ticks to add to sound: the muxer took its CodecDelay for milliseconds of ours.

    It adds the delay to the times of sound, rounded to its own millisecond.
    """
    written = (delay_ns + 500_000) // 1_000_000
    return delay_ns // TICK_NS - written
