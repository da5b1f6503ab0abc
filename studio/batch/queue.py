"""The queue as its users see it: edit it at any time, run it, pause it, trust it."""

import dataclasses
import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from studio.batch import naming
from studio.batch import slots as pool
from studio.batch.aim import aimed
from studio.batch.book import Book
from studio.batch.engine import Engine
from studio.batch.estimate import Outlook, Running, queue_time_left
from studio.batch.journal import Journal
from studio.batch.model import (
    Collision,
    HoldReason,
    JobSettings,
    NewJob,
    QueuedJob,
    QueueListener,
    QueueStatus,
    SourceStamp,
)
from studio.batch.roster import RUNNABLE, Placed
from studio.batch.tools import QueueTools
from studio.errors import StudioError
from studio.media.streams import MediaInfo
from studio.transcode.model import EncodePlan, JobOutcome, JobState
from studio.transcode.plan import build_plan
from studio.transcode.release import drop_incomplete, keep_incomplete, keep_whole

CLOSE_S = 10.0
"""How long closing waits for running jobs to stop, in seconds."""

Snapshots = tuple[QueuedJob, ...]
"""Jobs as they were before an edit; ``put`` brings them back."""


class JobQueue:
    """Every call is saved before it returns and told to the listener; any thread may call.

    Args:
        journal: where everything is remembered; the queue begins with what it holds.
        listener: hears every change.
        tools: what jobs are made with.
        slots: jobs at a time, 0 for the number that suits this machine.
        settled: jobs as recovery left them, in case it could not save them.
    """

    def __init__(
        self,
        journal: Journal,
        listener: QueueListener,
        tools: QueueTools,
        *,
        slots: int = 0,
        settled: Sequence[QueuedJob] = (),
    ) -> None:
        self._book = Book(journal, listener, settled)
        self._tools = tools
        self._engine = Engine(self._book, tools, self._book.begin_run(), slots)
        self._kept: dict[str, Path] = {}
        self._is_closed = False

    # -- reading ---------------------------------------------------------------------

    def jobs(self) -> tuple[QueuedJob, ...]:
        """Return every job, in order."""
        with self._book.lock:
            return tuple(self._book.roster)

    def get(self, job_id: str) -> QueuedJob | None:
        """Return a job, None when it is not here (any more)."""
        with self._book.lock:
            return self._book.roster.get(job_id)

    def status(self) -> QueueStatus:
        """Return how the queue stands."""
        return self._engine.status

    def time_left(self) -> Outlook | None:
        """Return how long the rest will take, as a range; None when nothing is known."""
        with self._book.lock:
            waiting = list(self._book.roster.runnable())
            running = [Running(run.job, run.plan, run.latest) for run in self._engine.runs()]
        return queue_time_left(waiting, running, self.status().slots, self._engine.lore())

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until nothing runs and nothing will; False when the time ran out before."""
        with self._book.lock:
            return self._book.changed.wait_for(self._is_still, timeout_s)

    def _is_still(self) -> bool:
        status = self._engine.status
        return status.running == 0 and status.mode.value in ("stopped", "paused")

    # -- editing ---------------------------------------------------------------------

    def add(self, new: Sequence[NewJob], at: int | None = None) -> Snapshots:
        """Add jobs at a row, or at the end; returns them as they were added."""
        with self._book.lock:
            first = len(self._book.roster) if at is None else at
            made = [self._made(job) for job in new]
            placed = self._book.insert(
                [(first + i, job) for i, job in enumerate(made)], settle=self._aimed
            )
            self._engine.dispatch()
            return tuple(job for _, job in placed)

    def remove(self, job_ids: Iterable[str]) -> Placed:
        """Take jobs out; those that run stay. Returns what ``restore`` needs."""
        with self._book.lock:
            gone = [job for job in self._book.roster.pick(job_ids) if not job.state.is_active]
            for job in gone:
                if job.outcome is not None and job.outcome.kept is not None:
                    self._kept[job.job_id] = job.outcome.kept
            taken = self._book.remove([job.job_id for job in gone])
            self._engine.dispatch()
            return taken

    def restore(self, placed: Placed) -> None:
        """Put removed jobs back where they were."""
        with self._book.lock:
            fresh = [(row, job) for row, job in placed if job.job_id not in self._book.roster]
            self._book.insert(fresh, settle=self._aimed)
            for _, job in fresh:
                self._kept.pop(job.job_id, None)
            self._engine.dispatch()

    def reorder(self, order: Sequence[str]) -> None:
        """Use another order of all jobs."""
        self._book.reorder(order)

    def move(self, job_ids: Iterable[str], before: str | None) -> tuple[str, ...]:
        """Move jobs, together and in their order, before another one; None for the end.

        Returns:
            The order as it was, for ``reorder``.
        """
        with self._book.lock:
            old = self._book.roster.order
            moved = [job.job_id for job in self._book.roster.pick(job_ids)]
            chosen = set(moved)
            anchor = before
            if before in chosen:  # the first job behind it that is not moved itself
                rest = old[old.index(before) :]
                anchor = next((job_id for job_id in rest if job_id not in chosen), None)
            others = [job_id for job_id in old if job_id not in chosen]
            place = len(others) if anchor not in others else others.index(anchor)
            self._book.reorder([*others[:place], *moved, *others[place:]])
            return old

    def change(
        self, job_ids: Iterable[str], change: Callable[[QueuedJob], JobSettings]
    ) -> Snapshots:
        """Give jobs other settings; running and finished ones are left out."""
        with self._book.lock:
            before = [job for job in self._book.roster.pick(job_ids) if job.may_change]
            after = [dataclasses.replace(job, settings=change(job)) for job in before]
            self._book.update(self._aimed(after))
            self._engine.dispatch()
            return tuple(before)

    def put(self, jobs: Iterable[QueuedJob]) -> Snapshots:
        """Bring snapshots back, unless the job runs now; returns the present ones."""
        with self._book.lock:
            now, back = [], []
            for job in jobs:
                present = self._book.roster.get(job.job_id)
                if present is None or present.state.is_active:
                    continue
                now.append(present)
                asleep = JobState.WAITING if job.state.is_active else job.state
                back.append(dataclasses.replace(job, state=asleep))
            self._book.update(self._aimed(back, but=frozenset({JobState.ON_HOLD})))
            self._engine.dispatch()
            return tuple(now)

    def set_info(self, found: Sequence[tuple[str, MediaInfo, SourceStamp]]) -> None:
        """Tell what sources are; decides the names of their results."""
        with self._book.lock:
            after = []
            for job_id, info, stamp in found:
                job = self._book.roster.get(job_id)
                if job is None or job.state.is_active or job.state.is_success:
                    continue
                if job.info is None and job.state is JobState.FAILED:
                    job = dataclasses.replace(job, state=JobState.WAITING, outcome=None)
                after.append(dataclasses.replace(job, info=info, stamp=stamp))
            self._book.update(self._aimed(after))
            self._engine.dispatch()

    def set_unusable(self, job_id: str, problem: StudioError) -> None:
        """Tell that a source cannot be read; the job fails without having run."""
        with self._book.lock:
            job = self._book.roster.get(job_id)
            if job is None or job.state.is_active or job.info is not None:
                return
            outcome = JobOutcome(
                JobState.FAILED, what=problem.what, hint=problem.hint, detail=problem.detail
            )
            self._book.update([dataclasses.replace(job, state=JobState.FAILED, outcome=outcome)])
            self._engine.dispatch()

    def locate(self, job_id: str, source: Path) -> Snapshots:
        """Use another path as the source of a job; it is read anew."""
        with self._book.lock:
            before = [job for job in self._book.roster.pick([job_id]) if job.may_change]
            after = [
                dataclasses.replace(_to_run(job), source=source, info=None, stamp=None, target=None)
                for job in before
            ]
            self._book.update(after)
            return tuple(before)

    def retry(self, job_ids: Iterable[str]) -> Snapshots:
        """Let jobs that are over or on hold wait to run again."""
        return self._let_wait(job_ids, lambda job: not job.state.is_active)

    def release(self, job_ids: Iterable[str], *, despite: bool = False) -> Snapshots:
        """Let held jobs run; ``despite`` the space they lack.

        A job whose source changed is read anew.
        """
        return self._let_wait(job_ids, lambda job: job.state is JobState.ON_HOLD, despite=despite)

    def hold(self, job_ids: Iterable[str]) -> Snapshots:
        """Keep jobs from running until they are released."""
        with self._book.lock:
            before = [job for job in self._book.roster.pick(job_ids) if job.state in RUNNABLE]
            after = [
                dataclasses.replace(job, state=JobState.ON_HOLD, hold=HoldReason.USER)
                for job in before
            ]
            self._book.update(after)
            self._engine.dispatch()
            return tuple(before)

    def decide_collision(self, job_ids: Iterable[str], collision: Collision) -> Snapshots:
        """Answer for jobs whose result's name is taken."""

        def decided(job: QueuedJob) -> JobSettings:
            rule = dataclasses.replace(job.settings.output, collision=collision)
            return dataclasses.replace(job.settings, output=rule)

        return self.change(job_ids, decided)

    def set_stop_before(self, job_id: str, on: bool) -> Snapshots:
        """Set or remove the stop marker before a job."""
        with self._book.lock:
            before = self._book.roster.pick([job_id])
            self._book.update([dataclasses.replace(job, stop_before=on) for job in before])
            return tuple(before)

    def keep_incomplete(self, job_id: str) -> Path:
        """Give the file that a job left a name of its own; returns it.

        An incomplete one gets a name that says so. A complete one that was refused its name
        gets it now, and the job is done.

        Raises:
            StudioError: there is no such file, or no name could be given.
        """
        with self._book.lock:
            job = self._book.roster.get(job_id)
            if job is None or job.outcome is None or job.outcome.kept is None or not job.target:
                raise StudioError("There is no file to keep.")
            is_whole = job.state is JobState.FAILED
            name = keep_whole if is_whole else keep_incomplete
            path = name(job.outcome.kept, job.target)
            state = JobState.DONE if is_whole else job.state
            outcome = dataclasses.replace(job.outcome, state=state, kept=None, output=path)
            self._book.update([dataclasses.replace(job, state=state, outcome=outcome)])
            return path

    def drop_incomplete(self, job_id: str) -> None:
        """Delete the file of an incomplete job."""
        with self._book.lock:
            job = self._book.roster.get(job_id)
            if job is None or job.outcome is None or job.outcome.kept is None:
                return
            drop_incomplete(job.outcome.kept)
            outcome = dataclasses.replace(job.outcome, kept=None)
            self._book.update([dataclasses.replace(job, outcome=outcome)])

    # -- running ---------------------------------------------------------------------

    def start(self) -> None:
        """Run what waits and what was interrupted, in order; what was paused goes on."""
        self._engine.start()

    def pause(self) -> None:
        """Let everything stand still."""
        self._engine.pause()

    def resume(self) -> None:
        """Go on after ``pause``."""
        self._engine.start()

    def finish_current(self) -> None:
        """Start nothing new; what runs goes on to its end."""
        self._engine.finish_current()

    def stop_now(self) -> None:
        """Stop everything; jobs that ran wait again and begin anew."""
        self._engine.stop_now()

    def cancel(self, job_ids: Iterable[str]) -> None:
        """Cancel jobs, running or not; they do not run again unless they are retried."""
        with self._book.lock:
            jobs = self._book.roster.pick(job_ids)
            held = (None, HoldReason.CHECK_ONLY)
            asleep = [job for job in jobs if job.state in RUNNABLE or job.hold not in held]
            outcome = JobOutcome(JobState.CANCELLED, what="Cancelled.")
            self._book.update(
                [
                    dataclasses.replace(job, state=JobState.CANCELLED, hold=None, outcome=outcome)
                    for job in asleep
                ]
            )
            self._engine.cancel({job.job_id for job in jobs if job.state.is_active})
            self._engine.dispatch()

    def pause_jobs(self, job_ids: Iterable[str]) -> None:
        """Let single jobs stand still."""
        self._engine.pause_jobs(set(job_ids))

    def resume_jobs(self, job_ids: Iterable[str]) -> None:
        """Let single jobs go on."""
        self._engine.resume_jobs(set(job_ids))

    def set_slots(self, slots: int) -> None:
        """Use another number of jobs at a time; 0 for the one that suits this machine."""
        self._engine.set_slots(slots)

    def automatic_slots(self) -> int:
        """Return how many jobs at a time ``0`` comes to, for what is in the queue now."""
        with self._book.lock:
            jobs = [j for j in self._book.roster if j.state in RUNNABLE or j.state.is_active]
            return pool.automatic([job.settings.preset for job in jobs])

    def unblock(self, root: Path) -> None:
        """Write to a volume again."""
        self._engine.unblock(root)

    def close(self, timeout_s: float = CLOSE_S) -> bool:
        """Stop everything, save, end cleanly; False when something still ran.

        Whatever still runs then is interrupted by the end of the program, and the next start
        says so. Closing once more does nothing.
        """
        if self._is_closed:
            return True
        self._is_closed = True
        ended = self._engine.close(timeout_s)
        with self._book.lock:
            for path in self._kept.values():
                drop_incomplete(path)
            if ended:
                self._book.end_run()
            self._book.journal.close()
        return ended

    # -- inside ----------------------------------------------------------------------

    def _made(self, new: NewJob) -> QueuedJob:
        return QueuedJob(
            uuid.uuid4().hex,
            new.source,
            new.settings,
            state=JobState.WAITING if new.hold is None else JobState.ON_HOLD,
            stamp=new.stamp,
            info=new.info,
            hold=new.hold,
            added_at=time.time(),
        )

    def _let_wait(
        self,
        job_ids: Iterable[str],
        fits: Callable[[QueuedJob], bool],
        *,
        despite: bool = False,
    ) -> Snapshots:
        with self._book.lock:
            before = [
                job
                for job in self._book.roster.pick(job_ids)
                if fits(job) and job.state not in RUNNABLE
            ]
            after = []
            for job in before:
                fresh = _to_run(job)
                if job.hold is HoldReason.SOURCE_CHANGED:
                    fresh = dataclasses.replace(fresh, info=None, stamp=None, target=None)
                if despite:
                    fresh = dataclasses.replace(fresh, ignore_space=True)
                after.append(fresh)
            self._book.update(self._aimed(after))
            self._engine.dispatch()
            return tuple(before)

    def _aimed(
        self, jobs: Sequence[QueuedJob], but: frozenset[JobState] = frozenset()
    ) -> list[QueuedJob]:
        """Decide the names of results, one after the other: each one reserves its own.

        Args:
            jobs: newer versions of jobs of the roster, which stays as it is.
            but: jobs in these states are returned as they are, like those that are over.
        """
        roster = self._book.roster
        present = [old for job in jobs if (old := roster.get(job.job_id)) is not None]
        for job in jobs:
            roster.replace(job)
        aims = []
        for job in jobs:
            asks = job.info is not None and not job.state.is_final and job.state not in but
            aims.append(aimed(job, roster, self._plan(job)) if asks else job)
            roster.replace(aims[-1])  # reserves the name for the next one
        for old in present:
            roster.replace(old)
        return aims

    def _plan(self, job: QueuedJob) -> EncodePlan | None:
        assert job.info is not None
        if not naming.wants_plan(job.settings.output.name):
            return None
        try:
            return build_plan(job.info, job.settings.preset, job.settings.overrides)
        except StudioError:
            return None  # the run will say why


def _to_run(job: QueuedJob) -> QueuedJob:
    return dataclasses.replace(
        job,
        state=JobState.WAITING,
        hold=None,
        outcome=None,
        crashes=0,
        started_at=None,
        ended_at=None,
    )
