"""The queue for one command: nothing is remembered, everything is told by the files' numbers."""

import dataclasses
from collections.abc import Sequence

from studio.batch.journal import Journal
from studio.batch.model import NewJob, QueuedJob, QueueMode, QueueNotice, QueueStatus
from studio.batch.queue import JobQueue
from studio.batch.roster import RUNNABLE
from studio.batch.tools import QueueTools
from studio.cli.progress import NamedJob, TranscodeListener
from studio.errors import StudioError
from studio.transcode.model import JobOutcome, JobState, Progress

_TICK_S = 0.2


class _Ear:
    """Passes on what the queue says about a job, under the job's number."""

    def __init__(self) -> None:
        self.listener: TranscodeListener | None = None
        self._names: dict[str, str] = {}
        self._states: dict[str, JobState] = {}

    def name(self, jobs: Sequence[tuple[QueuedJob, NamedJob]], listener: TranscodeListener) -> None:
        """Speak to this listener from now on; only named jobs are spoken of."""
        self._names = {job.job_id: named.id for job, named in jobs}
        self._states = {job.job_id: job.state for job, _ in jobs}
        self.listener = listener

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """The caller has the jobs."""

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Nothing is removed."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """Nothing is moved."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Tell states that are new."""
        for job in jobs:
            name = self._names.get(job.job_id)
            if name is None or self.listener is None or self._states[job.job_id] is job.state:
                continue
            self._states[job.job_id] = job.state
            if job.state.is_final or job.state is JobState.ON_HOLD:
                self.listener.on_finished(name, _outcome_of(job))
            else:
                self.listener.on_state(name, job.state)

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Tell progress."""
        name = self._names.get(job_id)
        if name is not None and self.listener is not None:
            self.listener.on_progress(name, progress)

    def on_status(self, status: QueueStatus) -> None:
        """Nothing to tell."""

    def on_notice(self, notice: QueueNotice) -> None:
        """What matters is in the outcomes."""


class OneBatch:
    """Jobs of one command; they end with it.

    Args:
        tools: what the jobs are made with.
        slots: jobs at a time, 0 for the number that suits this machine.
    """

    def __init__(self, tools: QueueTools, slots: int) -> None:
        self._ear = _Ear()
        self._queue = JobQueue(Journal.in_memory(), self._ear, tools, slots=slots)
        self._jobs: dict[str, QueuedJob] = {}

    def add(self, named: Sequence[NamedJob], new: Sequence[NewJob]) -> list[NamedJob]:
        """Take jobs; returns them with their targets. One without a target cannot be run."""
        made = self._queue.add(new)
        placed = [
            NamedJob(name.id, name.source, job.target)
            for name, job in zip(named, made, strict=True)
        ]
        self._jobs = {name.id: job for name, job in zip(placed, made, strict=True)}
        return placed

    def problem(self, job: NamedJob) -> StudioError:
        """Return why a job has no target."""
        outcome = self._jobs[job.id].outcome or JobOutcome(JobState.FAILED, what="No target.")
        return StudioError(outcome.what, hint=outcome.hint, detail=outcome.detail)

    def run(self, jobs: Sequence[NamedJob], listener: TranscodeListener) -> None:
        """Run everything; returns when the last job is over.

        Raises:
            KeyboardInterrupt: passed on; call ``cancel`` then.
        """
        self._ear.name([(self._jobs[job.id], job) for job in jobs], listener)
        for job in jobs:
            listener.on_state(job.id, JobState.WAITING)
        self._queue.start()
        while not self._queue.wait(_TICK_S):
            status = self._queue.status()
            if status.mode is QueueMode.RUNNING and not status.running:
                self._give_up(listener)  # what is left would go to a full or lost volume
                return

    def cancel(self) -> None:
        """Cancel what waits or runs, and wait for the ends."""
        self._queue.cancel([job.job_id for job in self._jobs.values()])
        self._queue.wait()

    def settle(self, job: NamedJob, outcome: JobOutcome, *, keep: bool) -> JobOutcome:
        """Name what an incomplete job left, or delete it: nobody could ask for it later.

        A complete file that was refused its name stays, and the outcome says where.
        """
        if outcome.kept is None or outcome.state is not JobState.INCOMPLETE:
            return outcome
        job_id = self._jobs[job.id].job_id
        if not keep:
            self._queue.drop_incomplete(job_id)
            hint = "Try to get the whole file; --keep-incomplete keeps what there is."
            return dataclasses.replace(outcome, kept=None, hint=hint)
        try:
            path = self._queue.keep_incomplete(job_id)
        except StudioError as problem:
            return dataclasses.replace(outcome, hint=f"{problem.what} {problem.hint}")
        hint = f"Try to get the whole file. What there is was kept as {path}."
        return dataclasses.replace(outcome, kept=None, output=path, hint=hint)

    def close(self) -> None:
        """End everything."""
        self._queue.close()

    def _give_up(self, listener: TranscodeListener) -> None:
        names = {job.job_id: name for name, job in self._jobs.items()}
        outcome = JobOutcome(JobState.FAILED, what="The job could not be run.")
        for volume in self._queue.status().blocked:
            outcome = JobOutcome(JobState.FAILED, what=volume.what, hint=volume.hint)
        for job in self._queue.jobs():
            if job.state in RUNNABLE and names[job.job_id] not in listener.outcomes:
                listener.on_finished(names[job.job_id], outcome)


def _outcome_of(job: QueuedJob) -> JobOutcome:
    """Return how a job ended; one that would wait for the user has failed here."""
    outcome = job.outcome or JobOutcome(job.state)
    if job.state is JobState.ON_HOLD:
        return dataclasses.replace(outcome, state=JobState.FAILED)
    return outcome
