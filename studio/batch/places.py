"""Places in an order that is kept as numbers, so that an insertion writes only the new rows."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

STEP = 1024.0
"""Distance between neighbours that were never squeezed."""


def inserted(order: Sequence[str], placed: Sequence[tuple[int, str]]) -> list[str]:
    """Return the order with new ids at their final rows (ascending); rows past the end append."""
    made = list(order)
    for row, job_id in placed:
        made.insert(max(0, row), job_id)
    return made


def numbered(order: Sequence[str], known: Mapping[str, float]) -> dict[str, float]:
    """Return a number for every id, ascending, changing as few of ``known`` as is simple.

    Args:
        order: every id, in order; those without a number are new.
        known: numbers given before; those of ids in ``order`` ascend in that order.
    """
    numbers = dict.fromkeys(order, 0.0)
    low: float | None = None
    runs = [(new, list(run)) for new, run in groupby(order, lambda one: one not in known)]
    for place, (is_new, run) in enumerate(runs):
        if not is_new:
            numbers.update((job_id, known[job_id]) for job_id in run)
            low = numbers[run[-1]]
            continue
        high = known[runs[place + 1][1][0]] if place + 1 < len(runs) else None
        numbers.update(zip(run, _between(low, high, len(run)), strict=True))
    if all(one < two for one, two in pairwise(numbers.values())):
        return numbers
    return {job_id: place * STEP for place, job_id in enumerate(order)}  # squeezed too often


def _between(low: float | None, high: float | None, count: int) -> list[float]:
    """Return ``count`` ascending numbers between two neighbours, None for an open end."""
    if low is None and high is None:
        return [place * STEP for place in range(count)]
    if low is None:
        assert high is not None
        return [high - (count - place) * STEP for place in range(count)]
    if high is None:
        return [low + (place + 1) * STEP for place in range(count)]
    share = (high - low) / (count + 1)
    return [low + (place + 1) * share for place in range(count)]


def reordered(order: Sequence[str], known: Mapping[str, float]) -> dict[str, float]:
    """Return the numbers of ``known`` dealt out anew, in the order given."""
    return dict(zip(order, sorted(known.values()), strict=True))
