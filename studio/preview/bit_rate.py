"""How many bits a file spends over its time."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import SegmentMap
from studio.verdict.gops import shift_s

MOST_VALUES = 2_000
STEPS_S = tuple(
    Fraction(step)
    for step in ("1/5", "1/4", "1/2", "1", "2", "5", "10", "15", "30", "60", "120", "300", "600")
)
"""Distances of values that people can read off an axis; none is shorter than some frames."""


def step_for(end_s: Fraction) -> Fraction:
    """Return the shortest step with which ``end_s`` seconds need at most ``MOST_VALUES``."""
    fitting = (step for step in STEPS_S if end_s <= step * MOST_VALUES)
    return next(fitting, end_s / MOST_VALUES)


def even_bit_rate(found: SegmentMap) -> dict[str, object]:
    """Return the bit rate as if every segment spent its bytes evenly: for want of better."""
    curve = _Curve(max((segment.end_s for segment in found.segments), default=Fraction(0)))
    for segment in found.segments:
        curve.spread(segment.size, float(segment.start_s), float(segment.end_s))
    return curve.told


def bit_rate(media: MediaFrames) -> dict[str, object]:
    """Return the bit rate over the time at which frames are shown.

    A segment's bytes (all of them, so that the sum is what a network carries) are shared out
    to its frames by their sizes. Frames before 0 count at 0.

    Returns:
        ``step_s``, and in ``kbit_s`` the mean of each step in 1000 bits per second.
    """
    found = media.map
    shares = [_share(size, own) for size, own in zip(_wholes(media), _owns(media), strict=True)]
    shares.append(1.0)  # of frames in no segment, number -1
    ends = [segment.end_s for segment in found.segments] or [found.duration_s]
    curve = _Curve(max(ends, default=Fraction(0)))
    for table in media.tables:
        if found.segments:
            curve.add_frames(table, float(shift_s(media, table)), shares, skips_loose=True)
        else:
            curve.add_frames(table, float(shift_s(media, table)), shares, skips_loose=False)
    return curve.told


def _wholes(media: MediaFrames) -> list[int]:
    return [segment.size for segment in media.map.segments]


def _owns(media: MediaFrames) -> list[int]:
    """Return how many bytes of each segment are frames."""
    owns = [0] * (len(media.map.segments) + 1)
    for table in media.tables:
        for segment, size in zip(table.segments, table.sizes, strict=True):
            owns[segment] += size
    return owns[:-1]


def _share(whole: int, own: int) -> float:
    return whole / own if own else 1.0


class _Curve:
    """Bytes in steps of equal length."""

    def __init__(self, end_s: Fraction) -> None:
        self._step = step_for(end_s)
        count = -(-end_s // self._step) if end_s > 0 else 1
        self._bytes = [0.0] * max(1, int(count))

    @property
    def told(self) -> dict[str, object]:
        """The values as the page gets them."""
        scale = 8 / 1000 / float(self._step)
        values = [round(size * scale, 3) for size in self._bytes]
        return {"step_s": float(self._step), "kbit_s": values}

    def spread(self, size: float, start_s: float, end_s: float) -> None:
        """Spend bytes evenly between two times."""
        parts = list(self._parts(start_s, end_s))
        length = sum(part for _, part in parts)
        if not length:
            self._bytes[self._index(start_s)] += size
            return
        for index, part in parts:
            self._bytes[index] += size * part / length

    def add_frames(
        self, table: FrameTable, shift: float, shares: Sequence[float], *, skips_loose: bool
    ) -> None:
        """Spend each frame's bytes at its time; ``skips_loose``: not those of no segment."""
        tick, step = 1 / float(table.ticks_per_s), float(self._step)
        sums, last = self._bytes, len(self._bytes) - 1
        for time, size, segment in zip(table.times, table.sizes, table.segments, strict=True):
            if segment < 0 and skips_loose:
                continue
            index = int((time * tick + shift) / step + 1e-9)
            sums[min(max(index, 0), last)] += size * shares[segment]

    def _parts(self, start_s: float, end_s: float) -> Iterator[tuple[int, float]]:
        """Yield the steps between two times and how much of each lies there."""
        step = float(self._step)
        for index in range(self._index(start_s), self._index(end_s) + 1):
            part = min(end_s, (index + 1) * step) - max(start_s, index * step)
            if part > 0:
                yield index, part

    def _index(self, time_s: float) -> int:
        return min(max(int(time_s / float(self._step)), 0), len(self._bytes) - 1)
