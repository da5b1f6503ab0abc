"""Sets of time ranges whose edges are fuzzy, as Firefox keeps them.

Source: Firefox dom/media/Intervals.h.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Interval = tuple[int, int]
"""Start and end, in any one unit; the end is outside."""

Fuzzy = tuple[int, int, int]
"""Start, end and fuzz: two ranges are one when the gap is no wider than both fuzzes together."""


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the union of intervals, in order; those that touch become one."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def with_fuzz(intervals: Sequence[Interval], fuzz: int) -> list[Fuzzy]:
    """Return sorted intervals with a fuzz; those that then touch become one."""
    found: list[Fuzzy] = []
    for start, end in intervals:
        if found and start - fuzz <= found[-1][1] + fuzz:
            found[-1] = (found[-1][0], max(end, found[-1][1]), fuzz)
        else:
            found.append((start, end, fuzz))
    return found


def _joins(first: Fuzzy, second: Fuzzy) -> bool:
    return (
        first[0] - first[2] <= second[1] + second[2]
        and second[0] - second[2] <= first[1] + first[2]
    )


def _spanned(first: Fuzzy, second: Fuzzy) -> Fuzzy:
    return min(first[0], second[0]), max(first[1], second[1]), max(first[2], second[2])


def _begin(item: Fuzzy) -> int:
    return item[0]


def _finish(item: Fuzzy) -> int:
    return item[1]


@dataclass(slots=True)
class RangeSet:
    """Disjoint fuzzy ranges in order."""

    items: list[Fuzzy] = field(default_factory=list)

    def add(self, ranges: Sequence[Fuzzy]) -> None:
        """Unite with further ranges, themselves in order."""
        later = not self.items or not ranges or ranges[0][0] >= self.items[-1][0]
        if later:
            waiting: Sequence[Fuzzy] = ranges
        else:
            waiting = sorted([*self.items, *ranges])
            self.items = []
        for item in waiting:
            if self.items and _joins(self.items[-1], item):
                self.items[-1] = _spanned(self.items[-1], item)
            else:
                self.items.append(item)

    def subtract(self, start: int, end: int) -> None:
        """Cut an interval out."""
        if start >= end:
            return
        first = self._first_reaching(start)
        stop = first
        left: list[Fuzzy] = []
        while stop < len(self.items) and self.items[stop][0] < end:
            item = self.items[stop]
            if item[0] < start:
                left.append((item[0], start, item[2]))
            if item[1] > end:
                left.append((end, item[1], item[2]))
            stop += 1
        self.items[first:stop] = left

    def meets(self, intervals: Sequence[Interval]) -> bool:
        """Tell whether any of these intervals overlaps any range, fuzz aside."""
        if not self.items or not intervals or intervals[0][0] >= self.items[-1][1]:
            return False
        for start, end in intervals:
            place = self._first_reaching(start)
            if place < len(self.items) and self.items[place][0] < end:
                return True
        return False

    def after(self, start: int) -> Fuzzy | None:
        """Return the first range that begins later than ``start``."""
        place = bisect_right(self.items, start, key=_begin)
        return self.items[place] if place < len(self.items) else None

    def _first_reaching(self, start: int) -> int:
        """Return the place of the first range that ends after ``start``."""
        return bisect_right(self.items, start, key=_finish)

    @property
    def start(self) -> int:
        """Where the first range starts; 0 for none."""
        return self.items[0][0] if self.items else 0

    @property
    def end(self) -> int:
        """Where the last range ends; 0 for none."""
        return self.items[-1][1] if self.items else 0


def common(sets: Sequence[Sequence[Fuzzy]]) -> list[Fuzzy]:
    """Return what all sets hold, as ``buffered`` tells it: the widest fuzz closes gaps again."""
    held = list(sets[0]) if sets else []
    for other in sets[1:]:
        both: list[Fuzzy] = []
        i = j = 0
        while i < len(held) and j < len(other):
            start, end = max(held[i][0], other[j][0]), min(held[i][1], other[j][1])
            if start < end:
                both.append((start, end, max(held[i][2], other[j][2])))
            if held[i][1] < other[j][1]:
                i += 1
            else:
                j += 1
        held = both
    joined = RangeSet()
    joined.add(held)
    return joined.items
