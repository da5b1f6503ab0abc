"""Follows one run of the queue from Start to its end: what came of it, and who ended it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from studio.batch.after import Counts
from studio.batch.model import HoldReason, QueuedJob, QueueMode, QueueStatus
from studio.transcode.model import JobState
from studio.ui.bridge import QueueBridge

PRESENCE_S = 120.0
"""So long after a Cancel the user is taken to be there; the jobs that were saved from it by
being nearly complete have ended by then."""
SPACE_REASONS = frozenset({HoldReason.DISK_FULL, HoldReason.LOW_SPACE, HoldReason.DRIVE_GONE})


@dataclass(frozen=True, slots=True)
class RunSummary:
    """How many jobs of a run ended how.

    ``is_by_itself`` is True when the run ended because there was nothing left to do: not by the
    user, not at a stop marker, and with no job that waits for room on a disk.
    """

    done: int = 0
    with_warnings: int = 0
    incomplete: int = 0
    failed: int = 0
    cancelled: int = 0
    is_by_itself: bool = False

    @property
    def ended(self) -> int:
        """Jobs that came to an end of their own."""
        return self.done + self.with_warnings + self.incomplete + self.failed

    @property
    def counts(self) -> Counts:
        """What a command at the end is told."""
        return Counts(self.done + self.with_warnings, self.failed + self.incomplete)

    def text(self) -> str:
        """Return ``18 done, 1 with warnings, 1 failed``; what is zero is left out."""
        named = _Counted()
        parts = (
            (self.done, named.done),
            (self.with_warnings, named.with_warnings),
            (self.incomplete, named.incomplete),
            (self.failed, named.failed),
            (self.cancelled, named.cancelled),
        )
        return ", ".join(name(count) for count, name in parts if count)


class _Counted(QObject):
    """A class, because the extractor knows plurals in ``self.tr`` only."""

    def done(self, count: int) -> str:
        return self.tr("%n done", "", count)

    def with_warnings(self, count: int) -> str:
        return self.tr("%n with warnings", "", count)

    def incomplete(self, count: int) -> str:
        return self.tr("%n incomplete", "", count)

    def failed(self, count: int) -> str:
        return self.tr("%n failed", "", count)

    def cancelled(self, count: int) -> str:
        return self.tr("%n cancelled", "", count)


@dataclass(frozen=True, slots=True)
class Trouble:
    """The first thing in a run that did not go well. ``name`` is the file's, or empty."""

    name: str
    what: str


class RunWatch(QObject):
    """Hears the queue and says when a run begins and ends."""

    run_started = Signal()
    run_ended = Signal(object)
    """The RunSummary."""
    troubled = Signal(object)
    """The Trouble; once per run."""

    def __init__(
        self,
        events: QueueBridge,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.is_running = False
        self._results: dict[str, JobState] = {}
        self._active: set[str] = set()
        self._held: set[str] = set()
        self._last_end: JobState | None = None
        self._cancelled_at: float | None = None
        self._was_troubled = False
        events.changed.connect(self._on_changed)
        events.status_changed.connect(self._on_status)

    def _on_status(self, status: QueueStatus) -> None:
        is_on = status.mode is not QueueMode.STOPPED
        if is_on and not self.is_running:
            self._begin()
        if status.blocked and self.is_running:
            self._tell_trouble("", status.blocked[0].what)
        if self.is_running and not is_on and status.running == 0:
            self.is_running = False
            self.run_ended.emit(self._summary(status))

    def _begin(self) -> None:
        self.is_running = True
        self._results.clear()
        self._held.clear()
        self._last_end = self._cancelled_at = None
        self._was_troubled = False
        self.run_started.emit()

    def _on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        for job in jobs:
            if job.state.is_active:
                self._active.add(job.job_id)
                continue
            if job.state is JobState.CANCELLED:
                self._cancelled_at = self._clock()
            has_run = job.job_id in self._active
            self._active.discard(job.job_id)
            if has_run and job.state.is_final:
                self._end(job)
            if job.hold is None:
                self._held.discard(job.job_id)
            elif has_run:
                self._hold(job)

    def _end(self, job: QueuedJob) -> None:
        self._results[job.job_id] = self._last_end = job.state
        if job.state in (JobState.FAILED, JobState.INCOMPLETE) and job.outcome is not None:
            self._tell_trouble(job.source.name, job.outcome.what)

    def _hold(self, job: QueuedJob) -> None:
        """A run ended without a result: the job waits for the user."""
        if job.hold in SPACE_REASONS:
            self._held.add(job.job_id)
        if job.outcome is not None:
            self._tell_trouble(job.source.name, job.outcome.what)

    def _tell_trouble(self, name: str, what: str) -> None:
        if not self._was_troubled:
            self._was_troubled = True
            self.troubled.emit(Trouble(name, what))

    def _summary(self, status: QueueStatus) -> RunSummary:
        states = list(self._results.values())
        user_ended = not status.is_drained or self._is_user_here()
        return RunSummary(
            done=states.count(JobState.DONE),
            with_warnings=states.count(JobState.DONE_WITH_WARNINGS),
            incomplete=states.count(JobState.INCOMPLETE),
            failed=states.count(JobState.FAILED),
            cancelled=states.count(JobState.CANCELLED),
            is_by_itself=bool(states) and not (user_ended or status.blocked or self._held),
        )

    def _is_user_here(self) -> bool:
        """Whether the last thing that happened, or nearly so, was a Cancel."""
        if self._last_end is JobState.CANCELLED:
            return True
        cancelled_at = self._cancelled_at
        return cancelled_at is not None and self._clock() - cancelled_at < PRESENCE_S
