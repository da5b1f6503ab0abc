"""How a running queue is shown: bars for people, one event per line for programs."""

import argparse
import sys
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bars

from studio.batch.estimate import Outlook
from studio.batch.model import QueuedJob, QueueNotice
from studio.cli import shapes
from studio.cli.console import print_json, print_line, stderr_console
from studio.cli.progress import clock
from studio.cli.queue import line_of
from studio.transcode.model import JobOutcome, JobState, Progress


class Show(Protocol):
    """Shows a running queue; called from any thread, in order. Enter it while jobs run."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def begin(self, count: int) -> None:
        """So many jobs are going to run."""

    def state(self, job: QueuedJob) -> None:
        """The job is in another state, which is not an end."""

    def ended(self, job: QueuedJob) -> None:
        """The job's run is over, and that was saved."""

    def checking(self, job: QueuedJob, stage: str) -> None:
        """Its result is played."""

    def checked(self, job: QueuedJob, verdict: shapes.Json | None) -> None:
        """Its result was played, or could not be; only with ``--check``."""

    def progress(self, job: QueuedJob, progress: Progress) -> None:
        """The job moved on."""

    def outlook(self, left: Outlook | None) -> None:
        """The whole queue takes about so long."""

    def notice(self, notice: QueueNotice) -> None:
        """There is something to tell; it was printed on stderr."""


class EventShow:
    """Prints one JSON object per event, with the keys of ``transcode``.

    Args:
        checks: results are played later; their result events wait for the verdict.
    """

    def __init__(self, *, checks: bool = False) -> None:
        self._checks = checks

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def begin(self, count: int) -> None:
        """Nothing to print."""

    def state(self, job: QueuedJob) -> None:
        """Print a state event."""
        print_json(shapes.state_event(job.job_id, job.source, job.target, str(job.state)))

    def ended(self, job: QueuedJob) -> None:
        """Print a result event, unless the result will be played."""
        if not (self._checks and made(job)):
            self.checked(job, None)

    def checking(self, job: QueuedJob, stage: str) -> None:
        """Nothing to print."""

    def checked(self, job: QueuedJob, verdict: shapes.Json | None) -> None:
        """Print a result event."""
        outcome = job.outcome or JobOutcome(job.state)
        print_json(shapes.result_event(job.job_id, job.source, outcome, verdict))

    def progress(self, job: QueuedJob, progress: Progress) -> None:
        """Print a progress event."""
        if job.target is not None:
            event = shapes.progress_event(job.job_id, job.source, job.target, progress)
            print_json(event | {"state": str(job.state)})

    def outlook(self, left: Outlook | None) -> None:
        """Nothing to print."""

    def notice(self, notice: QueueNotice) -> None:
        """Print a notice event."""
        print_json({"event": "notice", "key": notice.key, "what": notice.what, "hint": notice.hint})


class BarShow:
    """Shows a bar per running job and one for all, on stderr; each end is a line on stdout."""

    def __init__(self, *, bars: bool) -> None:
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[note]}", markup=False),
            console=stderr_console(),
            disable=not bars,
            # lines for a file must not be drawn between the bars
            redirect_stdout=sys.stdout.isatty(),
        )
        self._tasks: dict[str, TaskID] = {}
        self._fractions: dict[str, float] = {}
        self._all = self._bars.add_task("All files", total=None, note="")
        self._count = self._over = 0

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def begin(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        self._bars.update(self._all, total=max(1, count))

    def state(self, job: QueuedJob) -> None:
        """Show or hide the bar of the job."""
        if not job.state.is_active:
            self._hide(job)
            return
        if job.job_id not in self._tasks:
            self._tasks[job.job_id] = self._bars.add_task(job.source.name, total=1.0, note="")
        self._bars.update(self._tasks[job.job_id], note=str(job.state))

    def ended(self, job: QueuedJob) -> None:
        """Close the bar and print how it ended."""
        self._over += 1
        self._hide(job)
        print_line(line_of(job))
        for warning in job.outcome.warnings if job.outcome is not None else ():
            print_line(f"  warning: {warning}")

    def checking(self, job: QueuedJob, stage: str) -> None:
        """Show what an engine does behind the bar of all."""
        self._bars.update(self._all, note=f"{job.source.name}  {stage}")

    def checked(self, job: QueuedJob, verdict: shapes.Json | None) -> None:
        """Print the verdict, where there is one."""
        if verdict is not None:
            print_line(f"{verdict['path']}")
            print_line(f"  {verdict['verdict']}: {verdict['summary']}")

    def progress(self, job: QueuedJob, progress: Progress) -> None:
        """Move the bar of the job."""
        task = self._tasks.get(job.job_id)
        if task is None or progress.fraction is None:
            return
        note = "" if progress.speed is None else f"{progress.speed:.1f}x"
        if job.state is not JobState.RUNNING:
            note = str(job.state)
        else:
            self._fractions[job.job_id] = progress.fraction
        self._bars.update(task, completed=progress.fraction, note=note)
        self._move_all()

    def outlook(self, left: Outlook | None) -> None:
        """Show the time left behind the bar of all."""
        count = f"{self._over} of {self._count}"
        note = "" if left is None else f", {clock(left.low_s)} to {clock(left.high_s)} left"
        self._bars.update(self._all, note=count + note)

    def notice(self, notice: QueueNotice) -> None:
        """It was printed already."""

    def _hide(self, job: QueuedJob) -> None:
        task = self._tasks.pop(job.job_id, None)
        self._fractions.pop(job.job_id, None)
        if task is not None:
            self._bars.remove_task(task)
        self._move_all()

    def _move_all(self) -> None:
        done = self._over + sum(self._fractions.values())
        self._bars.update(self._all, completed=min(done, self._count))


def make_show(options: argparse.Namespace) -> Show:
    """Return events for programs, bars for people."""
    if options.json:
        return EventShow(checks=options.check is not None)
    return BarShow(bars=not options.quiet and sys.stderr.isatty())


def made(job: QueuedJob) -> Path | None:
    """Return the result of a job that made one."""
    return job.outcome.output if job.state.is_success and job.outcome is not None else None
