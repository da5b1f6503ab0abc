"""How far the whole batch is: fraction and speed, weighed by duration, kept up as it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.ui.entries import Change, Entry, EntryState, FileList

UNKNOWN_DURATION_US = 60_000_000
"""Weight of a file whose duration is not known: one minute."""
COUNTED = Change.STATE | Change.MEDIA


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """``fraction`` 0 to 1; ``speed`` in media seconds per second; ``eta_s`` seconds left."""

    fraction: float
    finished: int
    total: int
    speed: float | None
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class _Share:
    weight_us: int
    is_over: bool


class BatchMeter:
    """Adds up a batch: what waits or runs, and what came to its end since ``begin``.

    Keeps sums, so that asking costs as much as there are running jobs, however many files
    are in the list. What is put on hold leaves the batch, what is released comes back.
    """

    def __init__(self, files: FileList) -> None:
        self._files = files
        self._shares: dict[str, _Share] = {}
        self._active: dict[str, Entry] = {}
        self._total_us = self._over_us = self._over = 0
        self._coming = range(0)
        files.observe(self)
        self.begin()

    def begin(self) -> None:
        """Begin a new batch: what came to its end before is left out."""
        self._shares.clear()
        self._active.clear()
        self._total_us = self._over_us = self._over = 0
        for entry in self._files:
            self._count(entry)

    def progress(self) -> BatchProgress | None:
        """Return how far the batch is, None for an empty one.

        A failed or cancelled file counts as dealt with. Time left is the media time that is
        still to do, divided by the speed of all running jobs together.
        """
        if not self._total_us:
            return None
        active = self._active.values()
        weights = ((self._shares[entry.entry_id].weight_us, entry) for entry in active)
        done_us = self._over_us + sum(weight * _fraction(entry) for weight, entry in weights)
        speeds = [
            entry.progress.speed
            for entry in active
            if entry.state is EntryState.RUNNING and entry.progress and entry.progress.speed
        ]
        speed = sum(speeds) if speeds else None
        eta_s = (self._total_us - done_us) / 1_000_000 / speed if speed else None
        total = len(self._shares)
        return BatchProgress(done_us / self._total_us, self._over, total, speed, eta_s)

    # -- FileListObserver ------------------------------------------------------------

    def rows_inserting(self, first: int, last: int) -> None:
        """Remember which rows will be new."""
        self._coming = range(first, last + 1)

    def rows_inserted(self) -> None:
        """Add the new rows."""
        for row in self._coming:
            self._count(self._files.at(row))

    def rows_removing(self, first: int, last: int) -> None:
        """Take rows out."""
        for row in range(first, last + 1):
            self._forget(self._files.at(row).entry_id)

    def rows_removed(self) -> None:
        """They are out already."""

    def rows_moving(self, first: int, last: int, before: int) -> None:
        """Order does not matter."""

    def rows_moved(self) -> None:
        """Order does not matter."""

    def rows_reordering(self) -> None:
        """Order does not matter."""

    def rows_reordered(self, new_rows: Sequence[int]) -> None:
        """Order does not matter."""

    def entry_changed(self, row: int, change: Change) -> None:
        """Weigh an entry anew, unless it merely moved on."""
        if change & COUNTED:
            self._count(self._files.at(row))

    # -- adding up -------------------------------------------------------------------

    def _count(self, entry: Entry) -> None:
        took_part = self._forget(entry.entry_id)
        state = entry.state
        if not (state.is_startable or state.is_active or (state.is_over and took_part)):
            return
        share = _Share(_weight_us(entry), state.is_over)
        self._shares[entry.entry_id] = share
        self._total_us += share.weight_us
        if share.is_over:
            self._over_us += share.weight_us
            self._over += 1
        if state.is_active:
            self._active[entry.entry_id] = entry

    def _forget(self, entry_id: str) -> bool:
        share = self._shares.pop(entry_id, None)
        self._active.pop(entry_id, None)
        if share is None:
            return False
        self._total_us -= share.weight_us
        if share.is_over:
            self._over_us -= share.weight_us
            self._over -= 1
        return True


def _weight_us(entry: Entry) -> int:
    known = entry.info.duration_us if entry.info else None
    return known or UNKNOWN_DURATION_US


def _fraction(entry: Entry) -> float:
    if entry.state is EntryState.VERIFYING:
        return 1.0
    if entry.progress is None or entry.progress.fraction is None:
        return 0.0
    return min(1.0, max(0.0, entry.progress.fraction))
