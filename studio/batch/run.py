"""One run of one queued job: look again, plan, aim, transcode. Lives on a thread of its own."""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from studio.batch import space
from studio.batch.aim import replaces
from studio.batch.experience import Experience
from studio.batch.model import HoldReason, QueuedJob, SourceStamp
from studio.batch.stamps import stamp_of
from studio.batch.tools import QueueTools
from studio.errors import StudioError
from studio.media.streams import MediaInfo
from studio.transcode.job import TranscodeJob
from studio.transcode.model import (
    EncodePlan,
    FailureCause,
    JobOutcome,
    JobState,
    Progress,
)
from studio.transcode.plan import build_plan
from studio.transcode.publish import part_path, remove_parts
from studio.transcode.tools import Ffmpeg

log = logging.getLogger(__name__)


class StopReason(StrEnum):
    """Why a run was asked to stop."""

    CANCEL = "cancel"
    REQUEUE = "requeue"


class PauseReason(StrEnum):
    """Who paused a run; it goes on when none of them is left."""

    USER = "user"
    QUEUE = "queue"
    SPACE = "space"


class Held(Exception):  # noqa: N818  (not an error: the job waits for a decision)
    """The job must not run until the user has decided."""

    def __init__(self, reason: HoldReason, what: str, hint: str) -> None:
        super().__init__(what)
        self.reason, self.what, self.hint = reason, what, hint


class RunOwner(Protocol):
    """What a run tells the queue; every call returns only when it is recorded."""

    def look(self, run: "Run", info: MediaInfo, stamp: SourceStamp, plan: EncodePlan) -> QueuedJob:
        """The source was read; returns the job with its target, or in a state not to run."""

    def lore(self) -> Sequence[Experience]:
        """What past jobs took."""

    def promised_bytes(self, run: "Run") -> int:
        """What other runs are still going to write to the volume of this one."""

    def begin_attempt(self, run: "Run", part: Path, target: Path) -> None:
        """The part file is about to be created."""

    def started(self, run: "Run", pid: int, created_at: float, executable: Path) -> None:
        """ffmpeg runs."""

    def publishing(self, run: "Run", finished: Path, target: Path) -> None:
        """The finished file is about to get this name."""

    def state(self, run: "Run", state: JobState) -> None:
        """The run entered a state that is not final."""

    def progress(self, run: "Run", progress: Progress) -> None:
        """The run moved on."""

    def stalled(self, run: "Run", seconds: float) -> None:
        """There was no progress for so long; 0 when it moves again."""

    def ended(self, run: "Run", outcome: JobOutcome, held: HoldReason | None) -> None:
        """The run is over: the last call, always made."""


@dataclass(frozen=True, slots=True)
class _Ready:
    plan: EncodePlan
    target: Path
    ffmpeg: Ffmpeg


class Run:
    """Runs ``job`` once; told to stop or pause from other threads.

    Args:
        job: as it was when it was started.
        token: put into ffmpeg's environment, so that an orphan is recognised.
        tools: what to work with.
        owner: the queue.
    """

    def __init__(self, job: QueuedJob, token: str, tools: QueueTools, owner: RunOwner) -> None:
        self.job, self.token = job, token
        self.latest: Progress | None = None
        self.stop_reason: StopReason | None = None
        self.pauses: set[PauseReason] = set()
        self.volume: Path | None = None
        self.needed_bytes = 0
        self.plan: EncodePlan | None = None
        self._tools, self._owner = tools, owner
        self._inner: TranscodeJob | None = None
        self._lock = threading.Lock()

    @property
    def job_id(self) -> str:
        """The job's id."""
        return self.job.job_id

    def start(self) -> None:
        """Begin, on a new thread that lives as long as ffmpeg."""
        name = f"job-{self.job_id[:8]}"
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def stop(self, reason: StopReason) -> None:
        """Ask the run to end; returns at once. The first reason counts."""
        with self._lock:
            self.stop_reason = self.stop_reason or reason
            if self._inner is not None:
                self._inner.cancel()

    def pause(self, reason: PauseReason) -> None:
        """Let the run stand still."""
        with self._lock:
            self.pauses.add(reason)
            if self._inner is not None:
                self._inner.pause()

    def resume(self, reason: PauseReason) -> None:
        """Take back one reason to stand still."""
        with self._lock:
            self.pauses.discard(reason)
            if self._inner is not None and not self.pauses:
                self._inner.resume()

    # -- on the run's own thread -----------------------------------------------------

    def _run(self) -> None:
        held: HoldReason | None = None
        try:
            self._transcode(self._prepare())
            return
        except Held as hold:
            held = hold.reason
            outcome = JobOutcome(JobState.ON_HOLD, what=hold.what, hint=hold.hint)
        except _NotToRun as no:
            outcome = no.outcome
        except StudioError as problem:
            outcome = _failure(problem, self.job.source)
        except Exception as error:
            log.exception("job %s failed by a fault of the program", self.job_id)
            outcome = JobOutcome(
                JobState.FAILED,
                what="Something went wrong inside the program.",
                hint="Please report it with the log.",
                detail=f"{type(error).__name__}: {error}",
            )
        self._owner.ended(self, outcome, held)

    def _prepare(self) -> _Ready:
        """Look at everything again: much may have changed since the job was queued.

        Raises:
            Held: the user must decide something.
            StudioError: the job cannot be done.
        """
        stamp = stamp_of(self.job.source)
        if self.job.stamp is not None and self.job.info is not None and stamp != self.job.stamp:
            what = f"{self.job.source.name} changed since it was added."
            hint = "Let it run to use the file as it is now."
            raise Held(HoldReason.SOURCE_CHANGED, what, hint)
        info = self.job.info or self._tools.probe(self.job.source)
        ffmpeg = self._tools.ffmpeg()
        settings = self.job.settings
        plan = build_plan(
            info,
            settings.preset,
            settings.overrides,
            encoders=ffmpeg.encoders,
            filters=ffmpeg.filters,
        )
        self.plan = plan
        self.job = self._owner.look(self, info, stamp, plan)
        if self.job.target is None or not self.job.state.is_active:
            outcome = self.job.outcome or JobOutcome(JobState.FAILED, what="There is no target.")
            if self.job.hold is not None:
                raise Held(self.job.hold, outcome.what, outcome.hint)
            raise _NotToRun(outcome)
        target = self.job.target
        self._make_folder(target)
        self._check_space(plan, target)
        if self.job.attempts > 1:
            remove_parts(part_path(target, self.job_id))  # of an earlier run that was not kept
        return _Ready(plan, target, ffmpeg)

    def _make_folder(self, target: Path) -> None:
        """Make the folders of a mirrored tree; the chosen folder itself must be there."""
        rule = self.job.settings.output
        if rule.folder is not None and rule.mirror_root is not None and rule.folder.is_dir():
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StudioError(
                    f"The folder {target.parent} cannot be made.",
                    hint="Choose another output folder.",
                    detail=str(error),
                ) from error

    def _check_space(self, plan: EncodePlan, target: Path) -> None:
        self.volume = space.volume_of(target)
        self.needed_bytes = space.estimate_bytes(plan, self._owner.lore())
        if self.job.ignore_space:
            return
        free = space.free_bytes(target)
        promised = self._owner.promised_bytes(self)
        needed, reserve_mb = self.needed_bytes, self._tools.reserve_mb
        if not space.is_enough(target, needed, reserve_mb, promised=promised):
            what = (
                f"There is not enough room on {self.volume}: about {_size(self.needed_bytes)}"
                f" are needed, {_size(free)} are free."
            )
            raise Held(HoldReason.LOW_SPACE, what, "Free some space, or let it run all the same.")

    def _transcode(self, ready: _Ready) -> None:
        inner = TranscodeJob(
            self.job_id,
            ready.plan,
            ready.target,
            ready.ffmpeg,
            self._tools.finish,
            self,
            patience=self._tools.patience,
            replace=replaces(self.job),
            witness=self,
            log_file=self._tools.log_file(self.job_id),
            token=self.token,
        )
        with self._lock:
            self._inner = inner
            if self.stop_reason is not None:
                inner.cancel()
            if self.pauses:
                inner.pause()
        inner.run()

    # -- JobListener and JobWitness: called by the TranscodeJob, passed on -----------

    def on_state(self, _job_id: str, state: JobState) -> None:
        """Pass on a state."""
        self._owner.state(self, state)

    def on_progress(self, _job_id: str, progress: Progress) -> None:
        """Pass on progress."""
        self.latest = progress
        self._owner.progress(self, progress)

    def on_stall(self, _job_id: str, seconds: float) -> None:
        """Pass on that nothing moves."""
        self._owner.stalled(self, seconds)

    def on_finished(self, _job_id: str, outcome: JobOutcome) -> None:
        """Pass on the end."""
        self._owner.ended(self, outcome, None)

    def on_part(self, part: Path) -> None:
        """Record the part file before it is created."""
        assert self.job.target is not None
        self._owner.begin_attempt(self, part, self.job.target)

    def on_started(self, pid: int, created_at: float, executable: Path) -> None:
        """Record ffmpeg's process."""
        self._owner.started(self, pid, created_at, executable)

    def on_publishing(self, finished: Path, target: Path) -> None:
        """Record which file is about to get which name."""
        self._owner.publishing(self, finished, target)


class _NotToRun(Exception):  # noqa: N818
    """Aiming decided the job's fate."""

    def __init__(self, outcome: JobOutcome) -> None:
        super().__init__(outcome.what)
        self.outcome = outcome


def _failure(problem: StudioError, source: Path) -> JobOutcome:
    cause = None if source.exists() else FailureCause.SOURCE_MISSING
    return JobOutcome(
        JobState.FAILED,
        what=problem.what,
        hint=problem.hint,
        detail=problem.detail,
        cause=cause,
    )


def _size(size_bytes: int) -> str:
    value = float(size_bytes)
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit in ("bytes", "kB", "MB") else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"
