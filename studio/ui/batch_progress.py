"""How far the whole batch is: fraction, speed and time left, weighed by duration."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ui.entries import Entry, EntryState

UNKNOWN_DURATION_US = 60_000_000
"""Weight of a file whose duration is not known: one minute."""


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """``fraction`` 0 to 1; ``speed`` in media seconds per second; ``eta_s`` seconds left."""

    fraction: float
    finished: int
    total: int
    speed: float | None
    eta_s: float | None


def batch_progress(entries: Iterable[Entry]) -> BatchProgress | None:
    """Return the progress of these entries of one batch, None for no entry.

    A failed or cancelled file counts as dealt with. Time left is the media time that is
    still to do, divided by the speed of all running jobs together.
    """
    weighed = [(_weight_us(entry), _fraction(entry), entry) for entry in entries]
    total_us = sum(weight for weight, _, _ in weighed)
    if total_us == 0:
        return None
    done_us = sum(weight * fraction for weight, fraction, _ in weighed)
    speeds = [
        entry.progress.speed
        for _, _, entry in weighed
        if entry.state is EntryState.RUNNING and entry.progress and entry.progress.speed
    ]
    speed = sum(speeds) if speeds else None
    eta_s = (total_us - done_us) / 1_000_000 / speed if speed else None
    finished = sum(entry.state.is_over for _, _, entry in weighed)
    return BatchProgress(done_us / total_us, finished, len(weighed), speed, eta_s)


def _weight_us(entry: Entry) -> int:
    known = entry.info.duration_us if entry.info else None
    return known or UNKNOWN_DURATION_US


def _fraction(entry: Entry) -> float:
    if entry.state.is_over or entry.state is EntryState.VERIFYING:
        return 1.0
    if entry.progress is None or entry.progress.fraction is None:
        return 0.0
    return min(1.0, max(0.0, entry.progress.fraction))
