"""One transcode from source to published file; says how it ended exactly once."""

import logging
from pathlib import Path

from studio.errors import StudioError
from studio.transcode import judging
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.causes import cause_of, device_of, output_error
from studio.transcode.control import CancelledError, Control
from studio.transcode.failpoints import reach
from studio.transcode.failures import nothing_read, shortfall_of
from studio.transcode.finishing import Finisher, FinishResult, UncheckedError, run_finisher
from studio.transcode.model import EncodePlan, JobListener, JobOutcome, JobState
from studio.transcode.process import FfmpegResult, Hooks, Patience, run_ffmpeg
from studio.transcode.publish import create_part, part_path, remove_parts
from studio.transcode.release import NameRefusedError, drop_incomplete, keep_incomplete, release
from studio.transcode.telling import JobWitness, Teller
from studio.transcode.tools import Ffmpeg

__all__ = [
    "FinishResult",
    "Finisher",
    "JobWitness",
    "TranscodeJob",
    "drop_incomplete",
    "keep_incomplete",
]

log = logging.getLogger(__name__)


class TranscodeJob:
    """One source, one plan, one target.

    Args:
        job_id: told to the listener, and part of the part file's name.
        plan: what to do.
        target: the wanted path of the result; numbered at the end when taken meanwhile.
        ffmpeg: the program.
        finish: cures and checks the file before it gets its name.
        listener: gets every event, called from the thread that calls ``run``.
        patience: how long to wait for what.
        replace: put the result in place of an older file, once it is complete.
        witness: records each step before it is made; None for none.
        log_file: where the job's log is written; None for no log.
        token: put into ffmpeg's environment, so that an orphan is recognised.
    """

    def __init__(  # noqa: PLR0917  (the agreed interface)
        self,
        job_id: str,
        plan: EncodePlan,
        target: Path,
        ffmpeg: Ffmpeg,
        finish: Finisher,
        listener: JobListener,
        *,
        patience: Patience | None = None,
        replace: bool = False,
        witness: JobWitness | None = None,
        log_file: Path | None = None,
        token: str = "",
    ) -> None:
        self.job_id, self.plan, self.target = job_id, plan, target.absolute()
        self._ffmpeg, self._finish = ffmpeg, finish
        self._patience, self._replace, self._token = patience or Patience(), replace, token
        self._part = part_path(self.target, job_id)
        self._control = Control()
        self._tell = Teller(job_id, listener, witness, log_file)
        self._device: int | None = None
        self._source_mark: tuple[int, int] | None = None
        self._kept: Path | None = None

    @property
    def part(self) -> Path:
        """The file ffmpeg writes."""
        return self._part

    @property
    def arguments(self) -> list[str]:
        """The full ffmpeg command."""
        return ffmpeg_arguments(self.plan, self._part, self._ffmpeg.path)

    @property
    def log_tail(self) -> tuple[str, ...]:
        """ffmpeg's last lines so far."""
        return tuple(self._tell.lines)

    def cancel(self) -> None:
        """Ask the job to stop; returns at once, the final event tells when it did."""
        self._control.cancel()

    def pause(self) -> None:
        """Let the job stand still where it is; returns at once, its state tells when it does."""
        self._control.pause()

    def resume(self) -> None:
        """Let a paused job go on; returns at once."""
        self._control.resume()

    def run(self) -> None:
        """Do the job on this thread, to its one final event."""
        try:
            outcome = self._outcome()
        except Exception as error:
            log.exception("job %s failed by a fault of the program", self.job_id)
            outcome = judging.broken(error)
        self._tell.end(outcome)

    def _outcome(self) -> JobOutcome:
        try:
            return self._done()
        except CancelledError:
            return JobOutcome(JobState.CANCELLED, what="Cancelled.")
        except StudioError as error:
            if self._control.cancelled and self._kept is None:
                return JobOutcome(JobState.CANCELLED, what="Cancelled.", detail=error.what)
            return judging.failed(error, self._kept)
        finally:
            remove_parts(self._part, but=self._kept)

    def _done(self) -> JobOutcome:
        self._control.check()
        self._begin()
        result = self._encoded()
        self._tell.state(JobState.VERIFYING)
        shortfall = shortfall_of(self.plan, result.out_time_us)
        if shortfall and not result.out_time_us and not result.frames:
            raise nothing_read(self.plan.info.path.name)
        shortfall = shortfall or judging.change_of(self.plan.info.path, self._source_mark)
        try:
            finished = self._checked(shortfall)
        except UncheckedError as error:
            self._kept = self._part
            return judging.unchecked(result, str(error), self._part)
        self._stand_still(JobState.VERIFYING)
        self._control.check()
        reach("after_verify")
        shortfall = finished.shortfall or shortfall
        if shortfall:
            judging.refuse_full_disk(self._part)
            return self._incomplete(result, finished, shortfall)
        return judging.done(result, finished, self._released(finished.path))

    def _begin(self) -> None:
        """Look at every place, and make the part file.

        Raises:
            StudioError: the job cannot be done.
        """
        self._tell.begin(self.plan, self.target, self._ffmpeg.version, self.arguments)
        judging.check_places(self.plan, self.target, self._ffmpeg)
        self._source_mark = judging.mark_of(self.plan.info.path)
        self._tell.part(self._part)
        try:
            create_part(self._part)
        except OSError as error:
            raise output_error(error, self.target.parent) from error
        self._device = device_of(self._part.parent)
        reach("after_part_created")
        self._tell.state(JobState.RUNNING)
        self._stand_still(JobState.RUNNING)

    def _encoded(self) -> FfmpegResult:
        """Run ffmpeg.

        Raises:
            StudioError: it did not do what it should.
        """
        result = run_ffmpeg(
            self.arguments,
            expected_duration_us=self.plan.expected_duration_us,
            control=self._control,
            hooks=Hooks(
                on_progress=self._tell.progress,
                on_line=self._tell.line,
                on_stall=self._tell.stall,
                on_pause=lambda paused: self._paused(paused, JobState.RUNNING),
                on_started=self._tell.started,
            ),
            token=self._token,
            patience=self._patience,
        )
        log.info("job %s: ffmpeg ended with %s", self.job_id, result.return_code)
        self._tell.note(f"ffmpeg ended with status {result.return_code}")
        self._control.check()
        error = judging.encoding_error(result, self._part, self.plan.info.path, self._device)
        if error is not None:
            raise error
        reach("after_encode")
        return result

    def _checked(self, shortfall: str) -> FinishResult:
        """Let the finished file be cured and checked.

        Raises:
            StudioError: it is no good; a file that is short anyway is kept all the same.
            UncheckedError: nobody knows.
        """
        try:
            return run_finisher(
                self._finish,
                self._part,
                self.plan,
                self._control,
                on_progress=self._tell.checking,
                on_pause=lambda paused: self._paused(paused, JobState.VERIFYING),
                limit_s=self._patience.finish_s,
            )
        except StudioError as error:
            better = judging.checking_error(error, self._part, self._device)
            if shortfall and cause_of(better) is None and self._part.exists():
                return FinishResult(self._part, (better.what,))
            raise better from error

    def _incomplete(self, result: FfmpegResult, finished: FinishResult, what: str) -> JobOutcome:
        """Keep what came out under the part file's name."""
        try:
            finished.path.replace(self._part)
        except OSError as error:
            raise judging.naming_error(error, self._part, self._device) from error
        self._kept = self._part
        return judging.incomplete(result, finished, what, self._part, self.plan.info.path)

    def _released(self, finished: Path) -> Path:
        """Sync the file and give it its name.

        Raises:
            StudioError: that failed.
        """
        try:
            if finished != self._part:
                self._part.unlink(missing_ok=True)  # first: the sync might write it out
            return release(
                finished,
                self.target,
                self._control,
                replacing=self.plan.info.path if self._replace else None,
                before=lambda path: self._tell.publishing(finished, path),
                limit_s=self._patience.name_s,
            )
        except NameRefusedError:
            self._kept = finished
            raise
        except OSError as error:
            raise judging.naming_error(error, self._part, self._device) from error

    def _stand_still(self, state: JobState) -> None:
        """Heed a pause between two steps."""
        if self._control.paused:
            self._paused(True, state)
            self._control.wait_while_paused()
            self._control.check()
            self._paused(False, state)

    def _paused(self, paused: bool, state: JobState) -> None:
        self._tell.state(JobState.PAUSED if paused else state)
