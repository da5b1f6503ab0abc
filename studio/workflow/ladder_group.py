"""The jobs of a ladder as one: common progress, pause and cancel, and an end all together."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from studio.errors import TranscodeError
from studio.transcode.control import CancelledError, Control
from studio.transcode.job import TranscodeJob
from studio.transcode.model import JobOutcome, JobState, Progress
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg
from studio.workflow.deliver import finish
from studio.workflow.ladder_plans import RungPlan

MOST_AT_ONCE = 2
ENCODING_SHARE = 0.96
"""Of the whole progress; the rest is for checking and packaging."""


@dataclass(frozen=True, slots=True)
class LadderProgress:
    """How far a ladder is: ``fraction`` 0 to 1 of all the work.

    ``doing`` names what was heard of last (``video-720p``, ``check``, ``package``), ``speed``
    is media seconds per second of that track, None where it is not known.
    """

    fraction: float
    doing: str
    state: JobState
    speed: float | None = None


OnProgress = Callable[[LadderProgress], None]


class LadderGroup:
    """Makes every track of a ladder in one folder; the first that fails ends the others.

    Args:
        tracks: what to make.
        folder: exists, and is ours alone.
        ffmpeg: the program.
        on_progress: called from the threads of the jobs, never by two at once.
        control: pauses, resumes and cancels all jobs.
        patience: how long ffmpeg is waited for.
    """

    def __init__(
        self,
        tracks: Sequence[RungPlan],
        folder: Path,
        ffmpeg: Ffmpeg,
        *,
        on_progress: OnProgress,
        control: Control,
        patience: Patience | None = None,
    ) -> None:
        self._tracks, self._on_progress, self._control = tuple(tracks), on_progress, control
        self._jobs = {
            one.name: TranscodeJob(
                one.name, one.plan, folder / one.file_name, ffmpeg, finish, self, patience=patience
            )
            for one in tracks
        }
        self._done = dict.fromkeys(self._jobs, 0.0)
        self._states = dict.fromkeys(self._jobs, JobState.WAITING)
        self._outcomes: dict[str, JobOutcome] = {}
        self._failed: str | None = None
        self._lock = threading.Lock()

    def run(self) -> dict[str, JobOutcome]:
        """Run all jobs; returns how each ended, which is well.

        Raises:
            CancelledError: that was asked for.
            TranscodeError: a track could not be made; it is named.
        """
        with (
            self._control.waking(self._pass_on),
            ThreadPoolExecutor(_at_once(), thread_name_prefix="ladder") as pool,
        ):
            self._pass_on()
            for _ in pool.map(self._run, self._tracks):
                pass
        self._control.check()
        if self._failed is not None:
            raise _failure(self._failed, self._outcomes[self._failed])
        return self._outcomes

    def _run(self, track: RungPlan) -> None:
        if self._failed is None and not self._control.cancelled:
            self._jobs[track.name].run()

    def _pass_on(self) -> None:
        """Tell every job what the caller wants."""
        for job in self._jobs.values():
            if self._control.cancelled:
                job.cancel()
            elif self._control.paused:
                job.pause()
            else:
                job.resume()

    def on_state(self, job_id: str, state: JobState) -> None:
        """A job entered a state."""
        with self._lock:
            self._states[job_id] = state
        self._tell(job_id, None)

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """A job moved on; one whose length is not known counts when it is done."""
        with self._lock:
            if self._states[job_id] is not JobState.VERIFYING and progress.fraction is not None:
                self._done[job_id] = max(self._done[job_id], min(1.0, progress.fraction))
        self._tell(job_id, progress.speed)

    def on_stall(self, job_id: str, seconds: float) -> None:
        """The watchdog of the job does what is to be done."""

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        """A job ended; when it failed, the others have no purpose any more."""
        with self._lock:
            self._outcomes[job_id] = outcome
            self._states[job_id] = outcome.state
            if outcome.state.is_success:
                self._done[job_id] = 1.0
            elif self._failed is None:
                self._failed = job_id
        if not outcome.state.is_success:
            for job in self._jobs.values():
                job.cancel()
        self._tell(job_id, None)

    def _tell(self, job_id: str, speed: float | None) -> None:
        with self._lock:
            work = sum(one.cost for one in self._tracks)
            done = sum(one.cost * self._done[one.name] for one in self._tracks)
            fraction = ENCODING_SHARE * done / work
            self._on_progress(LadderProgress(fraction, job_id, self._states[job_id], speed))


def _failure(name: str, outcome: JobOutcome) -> TranscodeError:
    """Return why a ladder could not be made, by the track that failed first."""
    if outcome.state is JobState.CANCELLED:
        raise CancelledError
    return TranscodeError(f"{name}: {outcome.what}", hint=outcome.hint, detail=outcome.detail)


def _at_once() -> int:
    """Return how many encoders suit this machine; one of them uses several cores."""
    return max(1, min(MOST_AT_ONCE, (os.cpu_count() or 1) // 4))
