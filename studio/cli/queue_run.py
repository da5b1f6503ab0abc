"""``mse-studio queue run``: everything that waits, to its end; results are played if asked."""

import argparse
from collections.abc import Sequence
from contextlib import closing

from studio.batch.awake import make_awake
from studio.batch.model import QueuedJob, QueueMode, QueueNotice, QueueStatus
from studio.batch.queue import JobQueue
from studio.batch.roster import RUNNABLE
from studio.cli.check import choose_engines
from studio.cli.context import Context
from studio.cli.interruption import INTERRUPTED, Interruption, interruption
from studio.cli.queue import Notices, opened
from studio.cli.queue_show import Show, made, make_show
from studio.cli.results import check_results
from studio.transcode.model import JobState, Progress
from studio.verdict.browsers import Engine

_TICK_S = 0.2


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

    With ``--check`` each result is played when all are made. A signal stops gracefully: what
    ran waits again, and the status is 130.
    """
    engines = None if options.check is None else choose_engines(options.check)
    show = make_show(options)
    listener = RunListener(show)
    slots = options.jobs or context.settings.parallel_jobs
    awake = make_awake()
    with show, interruption() as noted:
        awake.hold()
        try:
            with opened(context, listener, slots=slots) as queue:
                chosen = listener.begin(queue.jobs())
                queue.start()
                is_stuck = _see_through(queue, show, noted)
            ended = [listener.jobs[job_id] for job_id in chosen]
            passed = _check(ended, engines, show, noted)
        finally:
            awake.release()
    if noted.came():
        return INTERRUPTED
    return 0 if passed and not is_stuck and all(map(_is_well, ended)) else 1


def _check(
    ended: Sequence[QueuedJob],
    engines: Sequence[Engine] | None,
    show: Show,
    noted: Interruption,
) -> bool:
    """Have results played, if that was asked for; True when all of them passed."""
    if engines is None:
        return True
    results = [(job, path) for job in ended if (path := made(job)) is not None]
    now: list[QueuedJob] = []
    files = [path for _, path in results]
    is_well = True
    with closing(
        check_results(files, engines, noted, on_stage=lambda text: show.checking(now[-1], text))
    ) as checks:
        for job, _ in results:
            now.append(job)
            verdict, passed = next(checks)
            show.checked(job, verdict)
            is_well = is_well and passed
    return is_well


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
