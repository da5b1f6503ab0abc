"""``mse-studio queue run``: everything that waits, to its end, with bars or events."""

import argparse
import sys
from types import TracebackType
from typing import Protocol, Self

from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bars

from studio.batch.awake import make_awake
from studio.batch.estimate import Outlook
from studio.batch.model import QueuedJob, QueueMode, QueueNotice, QueueStatus
from studio.batch.queue import JobQueue
from studio.batch.roster import RUNNABLE
from studio.cli import shapes
from studio.cli.console import print_json, print_line, stderr_console
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, Interruption, interruption
from studio.cli.progress import clock
from studio.cli.queue import Notices, line_of, opened
from studio.transcode.model import JobOutcome, JobState, Progress

_TICK_S = 0.2


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

    def progress(self, job: QueuedJob, progress: Progress) -> None:
        """The job moved on."""

    def outlook(self, left: Outlook | None) -> None:
        """The whole queue takes about so long."""

    def notice(self, notice: QueueNotice) -> None:
        """There is something to tell; it was printed on stderr."""


class EventShow:
    """Prints one JSON object per event, with the keys of ``transcode``."""

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
        """Print a result event."""
        outcome = job.outcome or JobOutcome(job.state)
        print_json(shapes.result_event(job.job_id, job.source, outcome, None))

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


class RunListener:
    """Turns what the queue says into what is shown; every call comes after the save."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._notices = Notices()
        self.jobs: dict[str, QueuedJob] = {}

    def begin(self, jobs: tuple[QueuedJob, ...]) -> list[str]:
        """Take note of the jobs before the start; returns the ids of those that will run."""
        self.jobs = {job.job_id: job for job in jobs}
        chosen = [job for job in jobs if job.state in RUNNABLE]
        self._show.begin(len(chosen))
        for job in chosen:
            self._show.state(job)
        return [job.job_id for job in chosen]

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Nobody else adds jobs."""

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Nobody else removes jobs."""

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """Nobody else moves jobs."""

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Show jobs that are in another state."""
        for job in jobs:
            before = self.jobs.get(job.job_id)
            self.jobs[job.job_id] = job
            if before is not None and before.state is job.state:
                continue
            if job.state.is_final or job.state is JobState.ON_HOLD:
                self._show.ended(job)
            else:
                self._show.state(job)

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Show progress."""
        self._show.progress(self.jobs[job_id], progress)

    def on_status(self, status: QueueStatus) -> None:
        """Nothing to show."""

    def on_notice(self, notice: QueueNotice) -> None:
        """Tell it."""
        if notice.what:
            self._notices.tell(notice)
            self._show.notice(notice)


def run_jobs(options: argparse.Namespace, context: Context) -> int:
    """Run all that waits or was interrupted; 0 only when none of it failed.

    A signal stops gracefully: what ran waits again, and the status is 130.
    """
    show = make_show(options)
    listener = RunListener(show)
    slots = options.jobs or context.settings.parallel_jobs
    awake = make_awake()
    with show, interruption() as noted, opened(context, listener, slots=slots) as queue:
        chosen = listener.begin(queue.jobs())
        awake.hold()
        try:
            queue.start()
            is_stuck = _see_through(queue, show, noted)
        finally:
            awake.release()
    if noted.came():
        return INTERRUPTED
    ended = [listener.jobs[job_id] for job_id in chosen]
    return 0 if not is_stuck and all(map(_is_well, ended)) else 1


def make_show(options: argparse.Namespace) -> Show:
    """Return events for programs, bars for people."""
    if options.json:
        return EventShow()
    return BarShow(bars=not options.quiet and sys.stderr.isatty())


def _see_through(queue: JobQueue, show: Show, noted: Interruption) -> bool:
    """Wait until the queue has stopped, or must be; True when what is left cannot run.

    That is the case when all of it would go to a volume that is full or gone.
    """
    ticks = 0
    while not noted.came() and not queue.wait(_TICK_S):
        status = queue.status()
        if status.mode is QueueMode.RUNNING and not status.running:
            return True
        if ticks % 10 == 0:
            show.outlook(queue.time_left())
        ticks += 1
    return False


def _is_well(job: QueuedJob) -> bool:
    """Tell whether nothing has to be done about a job.

    Nobody cancels here: such a job was skipped by its own rule. One that waits still stands
    behind a stop marker.
    """
    return job.state.is_success or job.state is JobState.CANCELLED or job.state in RUNNABLE
