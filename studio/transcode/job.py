"""One transcode from source to published file; says how it ended exactly once."""

import logging
import platform
from collections import deque
from pathlib import Path
from typing import Protocol

import psutil

from studio import __version__
from studio.errors import InputError, StudioError
from studio.media.probe import check_readable
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.causes import (
    SourceMissingError,
    ToolMissingError,
    cause_of,
    device_of,
    finish_error,
    lost_folder,
    output_error,
    source_error,
)
from studio.transcode.control import CancelledError, Control
from studio.transcode.failpoints import reach
from studio.transcode.failures import (
    failure_of,
    missing_part,
    nothing_read,
    reading_errors,
    shortfall_of,
)
from studio.transcode.finishing import Finisher, FinishResult, UncheckedError, run_finisher
from studio.transcode.joblog import JobLog
from studio.transcode.model import (
    EncodePlan,
    FailureCause,
    JobListener,
    JobOutcome,
    JobState,
    Progress,
)
from studio.transcode.process import LOG_TAIL_LINES, FfmpegResult, Hooks, Patience, run_ffmpeg
from studio.transcode.publish import create_part, part_path, refuse_source, remove_parts
from studio.transcode.release import NameRefusedError, drop_incomplete, keep_incomplete, release
from studio.transcode.tools import Ffmpeg, missing_encoders

__all__ = [
    "FinishResult",
    "Finisher",
    "JobWitness",
    "TranscodeJob",
    "drop_incomplete",
    "keep_incomplete",
]

log = logging.getLogger(__name__)

_HINT_FFMPEG = "Choose another ffmpeg in the settings."
_HINT_KEPT = "The part that is there can be kept."


class JobWitness(Protocol):
    """Records what a job is about to do; each call returns only when it is recorded.

    An exception ends the job as failed.
    """

    def on_part(self, part: Path) -> None:
        """The part file is about to be created."""

    def on_started(self, pid: int, created_at: float, executable: Path) -> None:
        """ffmpeg runs; ``created_at`` is in Unix seconds, as psutil tells it."""

    def on_publishing(self, finished: Path, target: Path) -> None:
        """The finished, synced file is about to get this name; called for each try."""


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
        self._ffmpeg, self._finish, self._listener = ffmpeg, finish, listener
        self._patience = patience or Patience()
        self._replace, self._witness, self._token = replace, witness, token
        self._part = part_path(self.target, job_id)
        self._control = Control()
        self._lines: deque[str] = deque(maxlen=LOG_TAIL_LINES)
        self._log_file = log_file
        self._log = JobLog(None)
        self._device: int | None = None
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
        return tuple(self._lines)

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
        self._log = JobLog(self._log_file)
        try:
            outcome = self._outcome()
        except Exception as error:
            log.exception("job %s failed by a fault of the program", self.job_id)
            outcome = JobOutcome(
                JobState.FAILED,
                what="Something went wrong inside the program.",
                hint="Please report it with the log.",
                detail=f"{type(error).__name__}: {error}",
            )
        self._log.outcome(outcome)
        self._log.close()
        self._listener.on_finished(self.job_id, outcome)

    def _outcome(self) -> JobOutcome:
        try:
            return self._done()
        except CancelledError:
            return JobOutcome(JobState.CANCELLED, what="Cancelled.")
        except StudioError as error:
            if self._control.cancelled:
                return JobOutcome(JobState.CANCELLED, what="Cancelled.", detail=error.what)
            return JobOutcome(
                JobState.FAILED,
                what=error.what,
                hint=error.hint,
                detail=error.detail,
                cause=cause_of(error),
                kept=self._kept,
            )
        finally:
            remove_parts(self._part, but=self._kept)

    def _done(self) -> JobOutcome:
        self._control.check()
        self._introduce()
        self._check_places()
        self._listener.on_state(self.job_id, JobState.RUNNING)
        self._stand_still(JobState.RUNNING)
        result = self._encode()
        reach("after_encode")
        self._log.heading("checking")
        self._listener.on_state(self.job_id, JobState.VERIFYING)
        shortfall = shortfall_of(self.plan, result.out_time_us)
        if shortfall and not result.out_time_us and not result.frames:
            raise nothing_read(self.plan.info.path.name)
        try:
            finished = self._checked(shortfall)
        except UncheckedError as error:
            return self._unchecked(result, str(error))
        self._stand_still(JobState.VERIFYING)
        self._control.check()
        reach("after_verify")
        warnings = (*reading_errors(result.error_lines), *finished.warnings)
        detail = "\n".join(result.log_tail)
        if shortfall or finished.shortfall:
            what = finished.shortfall or shortfall
            return self._incomplete(finished, what, detail, warnings)
        output = self._released(finished.path)
        state = JobState.DONE_WITH_WARNINGS if warnings else JobState.DONE
        return JobOutcome(
            state, output=output, detail=detail, warnings=warnings, facts=finished.facts
        )

    # -- before ----------------------------------------------------------------------

    def _introduce(self) -> None:
        """Begin the log with all that is needed to do the same by hand."""
        self._log.heading(f"job {self.job_id}")
        self._log.line(f"MSE Studio {__version__}, ffmpeg {self._ffmpeg.version}")
        self._log.line(f"Python {platform.python_version()} on {platform.platform()}")
        self._log.line(f"source: {self.plan.info.path} ({self.plan.info.size_bytes} bytes)")
        self._log.line(f"target: {self.target}{' (to be replaced)' if self._replace else ''}")
        self._log.line(f"command: {display_command(self.arguments)}")
        for note in self.plan.notes:
            self._log.line(f"note: {note}")

    def _check_places(self) -> None:
        """Refuse what cannot end well, before a byte is written.

        Raises:
            StudioError: source, target or ffmpeg do not allow the job.
        """
        source = self.plan.info.path
        try:
            check_readable(source)
        except InputError as error:
            raise source_error(error) from error
        lacking = missing_encoders(self.plan.preset, self._ffmpeg)
        if lacking:
            what = f"This ffmpeg has no encoder {' and no '.join(lacking)}."
            raise ToolMissingError(what, hint="Choose another preset, or another ffmpeg.")
        if not self._ffmpeg.path.is_file():
            raise ToolMissingError("ffmpeg was not found.", hint=_HINT_FFMPEG)
        refuse_source(self.target, source)
        if self._witness is not None:
            self._witness.on_part(self._part)
        reach("after_part_row")
        try:
            create_part(self._part)
        except OSError as error:
            raise output_error(error, self.target.parent) from error
        self._device = device_of(self._part)
        reach("after_part_created")

    # -- encoding --------------------------------------------------------------------

    def _encode(self) -> FfmpegResult:
        self._log.heading("ffmpeg")
        result = run_ffmpeg(
            self.arguments,
            expected_duration_us=self.plan.expected_duration_us,
            control=self._control,
            hooks=Hooks(
                on_progress=self._on_progress,
                on_line=self._on_line,
                on_stall=self._on_stall,
                on_pause=lambda paused: self._on_pause(paused, JobState.RUNNING),
                on_started=self._on_started,
            ),
            token=self._token,
            patience=self._patience,
        )
        log.info("job %s: ffmpeg ended with %s", self.job_id, result.return_code)
        self._log.line(f"ffmpeg ended with status {result.return_code}")
        self._control.check()
        error = self._encoding_error(result)
        if error is not None:
            error.detail = error.detail or "\n".join(result.log_tail)
            raise error
        return result

    def _encoding_error(self, result: FfmpegResult) -> StudioError | None:
        """Return why there is no result; a drive or file that went away is the better reason."""
        error = failure_of(result)
        if error is not None and cause_of(error) is not None:
            return error
        lost = lost_folder(self.target.parent, self._device)
        if lost is not None:
            return lost
        source = self.plan.info.path
        if error is not None and not source.exists():
            what = f"{source.name} disappeared while it was read."
            return SourceMissingError(what, hint="Check the drive it was on, then retry.")
        return error or missing_part(self._part)

    # -- after -----------------------------------------------------------------------

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
                on_progress=self._on_finishing,
                on_pause=lambda paused: self._on_pause(paused, JobState.VERIFYING),
                limit_s=self._patience.finish_s,
            )
        except StudioError as error:
            better = finish_error(error, self.target.parent)
            better = lost_folder(self.target.parent, self._device) or better
            if shortfall and cause_of(better) is None and self._part.exists():
                self._log.line(f"not sound either: {better.what}")
                return FinishResult(self._part, (better.what,))
            raise better from error

    def _incomplete(
        self, finished: FinishResult, what: str, detail: str, warnings: tuple[str, ...]
    ) -> JobOutcome:
        """Keep what came out under the part file's name."""
        if finished.path != self._part:
            try:
                finished.path.replace(self._part)
            except OSError as error:
                raise output_error(error, self.target.parent) from error
        self._kept = self._part
        missing = not self.plan.info.path.exists()
        return JobOutcome(
            JobState.INCOMPLETE,
            what=what,
            hint=f"Try to get the whole file. {_HINT_KEPT}",
            detail=detail,
            warnings=warnings,
            cause=FailureCause.SOURCE_MISSING if missing else None,
            facts=finished.facts,
            kept=self._kept,
        )

    def _unchecked(self, result: FfmpegResult, reason: str) -> JobOutcome:
        self._kept = self._part
        return JobOutcome(
            JobState.INCOMPLETE,
            what="Finished, but it could not be checked.",
            hint="Retry it, or keep the file and play it before you use it.",
            detail="\n".join((reason, *result.log_tail)),
            warnings=reading_errors(result.error_lines),
            kept=self._kept,
        )

    def _released(self, finished: Path) -> Path:
        """Sync the file and give it its name."""
        if finished != self._part:
            self._part.unlink(missing_ok=True)  # before the sync, which may write it out
        older = self.plan.info.path if self._replace else None
        try:
            return release(
                finished,
                self.target,
                self._control,
                replacing=older,
                before=lambda path: self._on_publishing(finished, path),
                limit_s=self._patience.name_s,
            )
        except NameRefusedError:
            self._kept = finished
            raise
        except OSError as error:
            lost = lost_folder(self.target.parent, self._device)
            raise lost or output_error(error, self.target.parent) from error

    # -- events ----------------------------------------------------------------------

    def _stand_still(self, state: JobState) -> None:
        """Heed a pause between two steps."""
        if self._control.paused:
            self._on_pause(True, state)
            self._control.wait_while_paused()
            self._control.check()
            self._on_pause(False, state)

    def _on_pause(self, paused: bool, state: JobState) -> None:
        self._log.heading("paused" if paused else "resumed")
        self._listener.on_state(self.job_id, JobState.PAUSED if paused else state)

    def _on_started(self, pid: int) -> None:
        self._log.line(f"process {pid}")
        if self._witness is None:
            return
        try:
            child = psutil.Process(pid)
            created_at, executable = child.create_time(), Path(child.exe())
        except (psutil.Error, OSError):
            return  # it is gone already
        self._witness.on_started(pid, created_at, executable)

    def _on_line(self, line: str) -> None:
        self._lines.append(line)
        self._log.line(line)

    def _on_progress(self, progress: Progress) -> None:
        self._listener.on_progress(self.job_id, progress)

    def _on_stall(self, seconds: float) -> None:
        self._log.heading(f"no progress for {seconds:.0f} s" if seconds else "it moves again")
        self._listener.on_stall(self.job_id, seconds)

    def _on_finishing(self, fraction: float) -> None:
        done = Progress(fraction, 0, 0, 0, None, None)
        self._listener.on_progress(self.job_id, done)

    def _on_publishing(self, finished: Path, path: Path) -> None:
        self._log.line(f"to be published as {path}")
        if self._witness is not None:
            self._witness.on_publishing(finished, path)
        reach("after_publishing_row")
