"""Fragments, or runs in them, that stand in another order than they are decoded in."""

from collections.abc import Sequence
from itertools import pairwise

from studio.segments.frames import FrameTable


def in_time_order(table: FrameTable) -> Sequence[int]:
    """Return a track's frames as row numbers, in the order in which they are to be decoded.

    Stretches keep the file's order where their times overlap: then the times are wrong, not
    the order.
    """
    groups = _stretches(table)
    if all(a[0] <= b[0] for a, b in pairwise(groups)):
        return range(len(table))
    groups.sort()
    ends = [table.decode_times[stop - 1] for _, _, stop in groups]
    if any(end >= group[0] for end, group in zip(ends, groups[1:], strict=False)):
        return range(len(table))
    return [row for _, first, stop in groups for row in range(first, stop)]


def _stretches(table: FrameTable) -> list[tuple[int, int, int]]:
    """Return first decode time, first row and the one behind the last of each stretch of rows.

    A stretch is a fragment, or what of one stands in the order of time.
    """
    starts = [0] if len(table) else []
    segments, times = table.segments, table.decode_times
    breaks = enumerate(zip(segments[1:], segments, times[1:], times, strict=False), 1)
    starts += [row for row, (here, before, now, then) in breaks if here != before or now < then]
    ends = [*starts[1:], len(table)]
    pairs = zip(starts, ends, strict=True) if starts else ()
    return [(times[first], first, stop) for first, stop in pairs]
