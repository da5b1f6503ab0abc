"""One transcode from source to published file; says how it ended exactly once."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import OutputError, StudioError, ToolError
from studio.media.probe import check_readable
from studio.transcode.argv import ffmpeg_arguments
from studio.transcode.failures import failure_of, missing_part, output_error, shortfall_of
from studio.transcode.model import (
    EncodePlan,
    JobListener,
    JobOutcome,
    JobState,
    Progress,
)
from studio.transcode.process import LOG_TAIL_LINES, FfmpegResult, Patience, run_ffmpeg
from studio.transcode.publish import create_part, part_path, publish, remove_parts, sync_file
from studio.transcode.tools import Ffmpeg, missing_encoders

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FinishResult:
    """The file to publish (the part file or one made from it), and warnings for the user."""

    path: Path
    warnings: tuple[str, ...] = ()


Finisher = Callable[[Path, EncodePlan, Callable[[float], None]], FinishResult]
"""Cures and checks ffmpeg's part file; gets a callback for 0 to 1; raises StudioError."""


class _CancelledError(Exception):
    """Leaves the job's steps when it was cancelled."""


class TranscodeJob:
    """One source, one plan, one target.

    Args:
        job_id: told to the listener, and part of the part file's name.
        plan: what to do.
        target: the wanted path of the result; numbered at the end when taken meanwhile.
        ffmpeg: the program.
        finish: cures and checks the file before it gets its name.
        listener: gets every event, called from the thread that calls ``run``.
        patience: how long to wait for progress, and for each way to stop.
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
    ) -> None:
        self.job_id, self.plan, self.target = job_id, plan, target.absolute()
        self._ffmpeg, self._finish, self._listener = ffmpeg, finish, listener
        self._patience = patience or Patience()
        self._part = part_path(self.target, job_id)
        self._cancel = threading.Event()
        self._log: deque[str] = deque(maxlen=LOG_TAIL_LINES)

    @property
    def arguments(self) -> list[str]:
        """The full ffmpeg command."""
        return ffmpeg_arguments(self.plan, self._part, self._ffmpeg.path)

    @property
    def log_tail(self) -> tuple[str, ...]:
        """ffmpeg's last lines so far."""
        return tuple(self._log)

    def cancel(self) -> None:
        """Ask the job to stop; returns at once, the final event tells when it did."""
        self._cancel.set()

    def run(self) -> None:
        """Do the job on this thread, to its one final event."""
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
        self._listener.on_finished(self.job_id, outcome)

    def _outcome(self) -> JobOutcome:
        try:
            return self._done()
        except _CancelledError:
            return JobOutcome(JobState.CANCELLED, what="Cancelled.")
        except StudioError as error:
            return JobOutcome(
                JobState.FAILED, what=error.what, hint=error.hint, detail=error.detail
            )
        finally:
            remove_parts(self._part)

    def _done(self) -> JobOutcome:
        self._check_cancel()
        self._check_places()
        self._listener.on_state(self.job_id, JobState.RUNNING)
        result = self._encode()
        self._listener.on_state(self.job_id, JobState.VERIFYING)
        finished = self._finish(self._part, self.plan, self._on_finishing)
        self._check_cancel()
        output = self._publish(finished.path)
        warnings = finished.warnings
        if result.error_lines:
            count = "1 error" if result.error_lines == 1 else f"{result.error_lines} errors"
            warnings = (f"{count} while reading; pictures may be damaged.", *warnings)
        return JobOutcome(
            JobState.DONE, output=output, detail="\n".join(result.log_tail), warnings=warnings
        )

    def _check_places(self) -> None:
        """Refuse what cannot end well, before a byte is written.

        Raises:
            StudioError: source, target or ffmpeg do not allow the job.
        """
        source = self.plan.info.path
        check_readable(source)
        lacking = missing_encoders(self.plan.preset, self._ffmpeg)
        if lacking:
            what = f"This ffmpeg has no encoder {' and no '.join(lacking)}."
            raise ToolError(what, hint="Choose another preset, or another ffmpeg.")
        if not self._ffmpeg.path.is_file():
            what = "ffmpeg was not found."
            raise ToolError(what, hint="Choose another ffmpeg in the settings.")
        if self.target.exists() and self.target.samefile(source):
            what = "The result would overwrite its own source."
            raise OutputError(what, hint="Choose another name or folder for the result.")
        try:
            create_part(self._part)
        except OSError as error:
            raise output_error(error, self.target.parent) from error

    def _encode(self) -> FfmpegResult:
        result = run_ffmpeg(
            self.arguments,
            expected_duration_us=self.plan.expected_duration_us,
            on_progress=self._on_progress,
            cancel=self._cancel,
            log_lines=self._log,
            patience=self._patience,
        )
        log.info("job %s: ffmpeg ended with %s", self.job_id, result.return_code)
        self._check_cancel()
        error = (
            failure_of(result)
            or missing_part(self._part)
            or shortfall_of(self.plan, result.out_time_us)
        )
        if error is not None:
            error.detail = error.detail or "\n".join(result.log_tail)
            raise error
        return result

    def _publish(self, finished: Path) -> Path:
        try:
            sync_file(finished)
            return publish(finished, self.target)
        except OSError as error:
            raise output_error(error, self.target.parent) from error

    def _on_progress(self, progress: Progress) -> None:
        self._listener.on_progress(self.job_id, progress)

    def _on_finishing(self, fraction: float) -> None:
        self._check_cancel()
        done = Progress(min(1.0, max(0.0, fraction)), 0, 0, 0, None, None)
        self._listener.on_progress(self.job_id, done)

    def _check_cancel(self) -> None:
        if self._cancel.is_set():
            raise _CancelledError
