"""Runs the queue: which job is next, how many at a time, what stands still and why."""

import dataclasses
import logging
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from studio.batch import slots as pool
from studio.batch.aim import aimed
from studio.batch.book import Book
from studio.batch.estimate import Experience, experience_of
from studio.batch.journal import JournalError, fingerprint
from studio.batch.model import (
    HoldReason,
    QueuedJob,
    QueueMode,
    QueueNotice,
    QueueStatus,
    SourceStamp,
)
from studio.batch.run import PauseReason, Run, StopReason
from studio.batch.tools import QueueTools
from studio.batch.volumes import Volumes, is_held_for_space
from studio.media.streams import MediaInfo
from studio.transcode.model import EncodePlan, FailureCause, JobOutcome, JobState, Progress

log = logging.getLogger(__name__)

WATCH_S = 2.0
"""How often, in seconds, free space is looked at while jobs run, and saving is tried again."""


class Engine:
    """Starts runs while the queue is on, and writes down what becomes of them.

    Implements ``RunOwner``: runs call it from their own threads.
    """

    def __init__(self, book: Book, tools: QueueTools, run_id: str, slots: int) -> None:
        self._book, self._tools, self._run_id = book, tools, run_id
        self._slots = slots
        self._mode = QueueMode.STOPPED
        self._drained = False
        self._runs: dict[str, Run] = {}
        self._volumes = Volumes(tools.reserve_mb)
        self._told: QueueStatus | None = None
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="queue-watch", daemon=True)
        self._watcher.start()

    # -- what the user wants ---------------------------------------------------------

    @property
    def status(self) -> QueueStatus:
        """How the queue stands."""
        with self._book.lock:
            running, blocked = len(self._runs), self._volumes.blocked
            return QueueStatus(self._mode, self._slots, running, blocked, self._drained)

    def runs(self) -> tuple[Run, ...]:
        """Return what runs now."""
        with self._book.lock:
            return tuple(self._runs.values())

    def start(self) -> None:
        """Run what waits; what was paused goes on."""
        with self._book.lock:
            self._mode, self._drained = QueueMode.RUNNING, False
            for run in self._runs.values():
                run.resume(PauseReason.QUEUE)
            self.dispatch(passing_marker=True)

    def pause(self) -> None:
        """Let everything that runs stand still; nothing new is started."""
        with self._book.lock:
            if self._mode is QueueMode.STOPPED:
                return
            self._mode = QueueMode.PAUSED
            for run in self._runs.values():
                run.pause(PauseReason.QUEUE)
            self._tell()

    def finish_current(self) -> None:
        """Start nothing new; what runs goes on to its end."""
        with self._book.lock:
            if self._mode is QueueMode.STOPPED:
                return
            self._mode = QueueMode.FINISHING
            for run in self._runs.values():
                run.resume(PauseReason.QUEUE)
            self.dispatch()

    def stop_now(self) -> None:
        """Stop everything; jobs that ran wait again."""
        with self._book.lock:
            self._mode, self._drained = QueueMode.STOPPED, False
            for run in self._runs.values():
                run.stop(StopReason.REQUEUE)
            self._tell()

    def cancel(self, job_ids: set[str]) -> None:
        """Cancel runs for good."""
        with self._book.lock:
            for run in [run for run in self._runs.values() if run.job_id in job_ids]:
                run.stop(StopReason.CANCEL)

    def pause_jobs(self, job_ids: set[str]) -> None:
        """Let some runs stand still."""
        with self._book.lock:
            for run in [run for run in self._runs.values() if run.job_id in job_ids]:
                run.pause(PauseReason.USER)

    def resume_jobs(self, job_ids: set[str]) -> None:
        """Let them go on, whatever they were paused for but the pause of the whole queue."""
        with self._book.lock:
            for run in [run for run in self._runs.values() if run.job_id in job_ids]:
                run.resume(PauseReason.USER)
                run.resume(PauseReason.SPACE)

    def set_slots(self, slots: int) -> None:
        """Use another number of jobs at a time, 0 for the one that suits; none is stopped."""
        with self._book.lock:
            self._slots = max(0, slots)
            self.dispatch()

    def unblock(self, root: Path) -> None:
        """Write to a volume again; jobs held for want of space there wait again."""
        with self._book.lock:
            self._book.tell(self._volumes.unblock(root))
            held = [job for job in self._book.roster if is_held_for_space(job, root)]
            freed = [_waiting(job) for job in held]
            self._book.update(freed)
            for run in self._runs.values():
                if run.volume == root:
                    run.resume(PauseReason.SPACE)
            self.dispatch()

    def close(self, timeout_s: float) -> bool:
        """Stop everything and wait; False when something still ran after the time."""
        with self._book.lock:
            self._closing.set()
            self.stop_now()
            ended = self._book.changed.wait_for(lambda: not self._runs, timeout_s)
        self._wake.set()
        self._watcher.join(timeout=WATCH_S)
        return ended

    # -- choosing --------------------------------------------------------------------

    def dispatch(self, *, passing_marker: bool = False) -> None:
        """Start what may be started now; call it after anything that may matter."""
        with self._book.lock:
            if self._closing.is_set():
                return
            waits = False
            if self._mode is QueueMode.RUNNING:
                waits = self._start_next(passing_marker)
            if not self._runs and self._mode in (QueueMode.RUNNING, QueueMode.FINISHING):
                self._drained = self._mode is QueueMode.RUNNING and not waits
                if self._drained or self._mode is QueueMode.FINISHING:
                    self._mode = QueueMode.STOPPED
            self._tell()
            self._wake.set()

    def _start_next(self, passing_marker: bool) -> bool:
        """Start jobs in order while they fit; returns whether some have to wait."""
        waits = False
        folders: dict[Path, bool] = {}
        for job in self._book.roster.runnable():
            if job.job_id in self._runs:
                continue
            if job.stop_before:
                if not passing_marker:
                    self._mode = QueueMode.FINISHING
                    self._book.tell(_marker_notice(job))
                    self._book.update([dataclasses.replace(job, stop_before=False)])
                    return True
                job = dataclasses.replace(job, stop_before=False)  # noqa: PLW2901
                self._book.update([job])
            passing_marker = False
            if self._volumes.is_blocked(job, folders):
                waits = True
                continue
            running = [run.job.settings.preset for run in self._runs.values()]
            if not pool.may_start(running, job.settings.preset, self._slots):
                return True
            self._begin(job)
        return waits

    def _begin(self, job: QueuedJob) -> None:
        begun = dataclasses.replace(
            job,
            state=JobState.RUNNING,
            hold=None,
            outcome=None,
            attempts=job.attempts + 1,
            started_at=time.time(),
            ended_at=None,
        )
        run = Run(begun, f"{self._run_id}:{job.job_id}", self._tools, self)
        self._runs[job.job_id] = run
        self._book.update([begun])
        run.start()

    def _tell(self) -> None:
        status = self.status
        if status != self._told:
            self._told = status
            self._book.listener.on_status(status)
        self._book.changed.notify_all()

    # -- RunOwner --------------------------------------------------------------------

    def look(self, run: Run, info: MediaInfo, stamp: SourceStamp, plan: EncodePlan) -> QueuedJob:
        """Take what was read, and aim again: names may have been taken meanwhile."""
        with self._book.lock:
            job = self._book.roster.get(run.job_id) or run.job
            ready = dataclasses.replace(job, info=info, stamp=stamp, state=JobState.WAITING)
            aim = aimed(ready, self._book.roster, plan)
            known = dataclasses.replace(aim, state=job.state, hold=None, outcome=None)
            self._book.update([known])
            if aim.state is JobState.WAITING:
                return known
            return aim

    def lore(self) -> Sequence[Experience]:
        """Return what past jobs took; nothing when it cannot be read just now."""
        try:
            return self._book.journal.experience()
        except JournalError as problem:
            log.info("no experience: %s", problem.detail)
            return ()

    def promised_bytes(self, run: Run) -> int:
        """Return what the others still have to write to the same volume."""
        others = [other for other in self.runs() if other is not run and other.volume == run.volume]
        return sum(
            max(0, other.needed_bytes - (other.latest.size_bytes if other.latest else 0))
            for other in others
        )

    def begin_attempt(self, run: Run, part: Path, target: Path) -> None:
        """Write down the part file."""
        with self._book.lock:
            job = self._job_of(run)
            self._book.write(lambda: self._book.journal.begin_attempt(job, part, target))

    def started(self, run: Run, pid: int, created_at: float, executable: Path) -> None:
        """Write down ffmpeg's process."""
        journal = self._book.journal
        with self._book.lock:
            self._book.write(
                lambda: journal.attempt_started(run.job_id, pid, created_at, executable)
            )

    def publishing(self, run: Run, finished: Path, target: Path) -> None:
        """Write down what is about to get its name."""
        mark = fingerprint(finished)
        journal = self._book.journal
        with self._book.lock:
            self._book.write(lambda: journal.attempt_publishing(run.job_id, finished, target, mark))

    def state(self, run: Run, state: JobState) -> None:
        """Write down a state."""
        with self._book.lock:
            self._book.update([dataclasses.replace(self._job_of(run), state=state)])

    def progress(self, run: Run, progress: Progress) -> None:
        """Pass progress on; it is not saved."""
        self._book.listener.on_progress(run.job_id, progress)

    def stalled(self, run: Run, seconds: float) -> None:
        """Say that a job does not move, or that it does again."""
        name = run.job.source.name
        what = f"{name} has made no progress for {seconds:.0f} s." if seconds else ""
        hint = "Wait, or cancel it." if seconds else ""
        self._book.tell(QueueNotice(f"stall-{run.job_id}", what, hint, job_ids=(run.job_id,)))

    def ended(self, run: Run, outcome: JobOutcome, held: HoldReason | None) -> None:
        """Write down how it ended, and go on."""
        with self._book.lock:
            job = _concluded(self._job_of(run), run, outcome, held)
            waiting = self._book.roster.count_runnable()
            blocking = self._volumes.block(run, outcome, waiting)
            if blocking is not None:
                self._book.tell(blocking)
            del self._runs[run.job_id]
            sample = experience_of(job, run.plan) if job.state.is_success else None
            self._book.update([job], write=lambda: self._write_end(job, sample))
            self._book.tell(QueueNotice(f"stall-{run.job_id}", ""))
            self.dispatch()

    def _write_end(self, job: QueuedJob, sample: Experience | None) -> None:
        self._book.journal.end_attempt(job)
        if sample is not None:
            self._book.journal.add_experience(sample)

    def _job_of(self, run: Run) -> QueuedJob:
        return self._book.roster.get(run.job_id) or run.job

    def _watch(self) -> None:
        """Look after space and saving, only while there is something to look after."""
        while not self._closing.is_set():
            with self._book.lock:
                is_idle = not self._runs and not self._book.is_unsaved
            self._wake.wait(None if is_idle else WATCH_S)
            self._wake.clear()
            if self._closing.is_set():
                return
            if self._book.is_unsaved:
                self._book.save_again()
            for notice in self._volumes.look(self.runs()):
                self._book.tell(notice)


def _concluded(job: QueuedJob, run: Run, outcome: JobOutcome, held: HoldReason | None) -> QueuedJob:
    """Return the job as it is after a run."""
    over = dataclasses.replace(job, outcome=outcome, ended_at=time.time(), crashes=0)
    if outcome.state is JobState.CANCELLED and run.stop_reason is StopReason.REQUEUE:
        return dataclasses.replace(over, state=JobState.WAITING, outcome=None, ended_at=None)
    if held is not None:
        return dataclasses.replace(over, state=JobState.ON_HOLD, hold=held)
    if outcome.state is JobState.FAILED and outcome.cause is FailureCause.DISK_FULL:
        return dataclasses.replace(over, state=JobState.ON_HOLD, hold=HoldReason.DISK_FULL)
    target = outcome.output or over.target
    return dataclasses.replace(over, state=outcome.state, target=target, hold=None)


def _waiting(job: QueuedJob) -> QueuedJob:
    return dataclasses.replace(job, state=JobState.WAITING, hold=None, outcome=None)


def _marker_notice(job: QueuedJob) -> QueueNotice:
    what = f"The queue stopped before {job.source.name}, as you asked."
    return QueueNotice("stop-marker", what, "Start goes on with it.", job_ids=(job.job_id,))
