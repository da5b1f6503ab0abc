"""Two listeners for the batch: progress bars for people, one event per line for programs."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from rich.progress import (
    BarColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
)
from rich.progress import (
    Progress as Bars,
)

from studio.cli import shapes
from studio.cli.console import print_json, print_line, print_problem, stderr_console
from studio.errors import StudioError
from studio.transcode.model import JobListener, JobOutcome, JobState, Progress


@dataclass(frozen=True, slots=True)
class NamedJob:
    """A job as the command line knows it; ``target`` is None when it was refused."""

    id: str
    source: Path
    target: Path | None

    @property
    def target_path(self) -> Path:
        """The target of a job that was not refused."""
        if self.target is None:
            raise ValueError(f"{self.id} has no target")
        return self.target


class TranscodeListener(JobListener, Protocol):
    """A job listener that also tells how jobs ended; enter it while jobs run."""

    outcomes: dict[str, JobOutcome]

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def on_refused(self, job: NamedJob, problem: StudioError) -> None:
        """This file never became a job."""

    def report(self, job: NamedJob, outcome: JobOutcome, verdict: shapes.Json | None) -> None:
        """A job ended; ``verdict`` is what ``check`` prints, None when nothing was played."""


class EventListener:
    """Prints one JSON object per event."""

    def __init__(self, jobs: Sequence[NamedJob]) -> None:
        self._jobs = {job.id: job for job in jobs}
        self.outcomes: dict[str, JobOutcome] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def on_refused(self, job: NamedJob, problem: StudioError) -> None:
        """Print the result event of a file that never became a job."""
        self.report(job, _refusal(problem), None)

    def on_state(self, job_id: str, state: JobState) -> None:
        """Print a state event."""
        job = self._jobs[job_id]
        print_json(shapes.state_event(job_id, job.source, job.target, str(state)))

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Print a progress event."""
        job = self._jobs[job_id]
        print_json(shapes.progress_event(job_id, job.source, job.target_path, progress))

    def on_stall(self, job_id: str, seconds: float) -> None:
        """Say on stderr that a job stands still."""
        if seconds:
            print_problem(_stalled(seconds), subject=str(self._jobs[job_id].source))

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        """Keep the outcome; its event is printed by ``report``, after the check."""
        self.outcomes[job_id] = outcome

    def report(self, job: NamedJob, outcome: JobOutcome, verdict: shapes.Json | None) -> None:
        """Print the result event."""
        print_json(shapes.result_event(job.id, job.source, outcome, verdict))
        if outcome.what:
            _print_end(job, outcome)


class BarListener:
    """Shows a bar per file and one for the batch, on stderr."""

    def __init__(self, jobs: Sequence[NamedJob], *, bars: bool) -> None:
        self.outcomes: dict[str, JobOutcome] = {}
        self._fractions = {job.id: 0.0 for job in jobs}
        self._lock = threading.Lock()
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[note]}", markup=False),
            console=stderr_console(),
            disable=not bars,
        )
        self._tasks = {job.id: self._bar(job.source.name) for job in jobs}
        self._all = self._bars.add_task("All files", total=1.0, note="") if len(jobs) > 1 else None

    def _bar(self, name: str) -> TaskID:
        return self._bars.add_task(name, total=1.0, note="waiting")

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def on_refused(self, job: NamedJob, problem: StudioError) -> None:
        """Name a file that never became a job."""
        print_problem(problem, subject=str(job.source))

    def on_state(self, job_id: str, state: JobState) -> None:
        """Show the state behind the bar."""
        self._bars.update(self._tasks[job_id], note=str(state))

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Move the bar; without a known duration it only shows the time reached."""
        if progress.fraction is None:
            self._bars.update(self._tasks[job_id], note=f"{progress.out_time_us / 1e6:.1f} s")
            return
        note = "" if progress.speed is None else f"{progress.speed:.1f}x"
        if progress.eta_s is not None:
            note += f"  {clock(progress.eta_s)} left"
        self._bars.update(self._tasks[job_id], completed=progress.fraction, note=note)
        self._move_all(job_id, progress.fraction)

    def _move_all(self, job_id: str, fraction: float) -> None:
        with self._lock:
            self._fractions[job_id] = fraction
            mean = sum(self._fractions.values()) / len(self._fractions)
        if self._all is not None:
            self._bars.update(self._all, completed=mean)

    def on_stall(self, job_id: str, seconds: float) -> None:
        """Show behind the bar that a job stands still."""
        if seconds:
            self._bars.update(self._tasks[job_id], note=_stalled(seconds).what)

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        """Keep the outcome and close the bar."""
        self.outcomes[job_id] = outcome
        if outcome.state.is_success:
            self._bars.update(self._tasks[job_id], completed=1.0)
        self._bars.update(self._tasks[job_id], note=str(outcome.state))
        self._move_all(job_id, 1.0)

    def report(self, job: NamedJob, outcome: JobOutcome, verdict: shapes.Json | None) -> None:
        """Print one line: what came out, or why nothing did."""
        if not outcome.state.is_success:
            _print_end(job, outcome)
            return
        print_line(f"{job.source} -> {outcome.output}")
        for warning in outcome.warnings:
            print_line(f"  warning: {warning}")
        if verdict is not None:
            print_line(f"  {verdict['verdict']}: {verdict['summary']}")


def _print_end(job: NamedJob, outcome: JobOutcome) -> None:
    what = outcome.what or str(outcome.state).capitalize()
    print_problem(StudioError(what, hint=outcome.hint), subject=str(job.source))


def _stalled(seconds: float) -> StudioError:
    return StudioError(f"no progress for {seconds:.0f} s")


def _refusal(problem: StudioError) -> JobOutcome:
    return JobOutcome(JobState.FAILED, what=problem.what, hint=problem.hint, detail=problem.detail)


def clock(seconds: float) -> str:
    """Return a time as 0:07, 12:34 or 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
