"""Whether a job may begin, and what became of it: every check of a job's places."""

from pathlib import Path

from studio.errors import InputError, StudioError
from studio.media.probe import check_readable
from studio.transcode.causes import (
    SourceMissingError,
    ToolMissingError,
    cause_of,
    finish_error,
    full_disk,
    lost_folder,
    output_error,
    source_error,
)
from studio.transcode.failures import failure_of, missing_part, reading_errors
from studio.transcode.finishing import FinishResult
from studio.transcode.model import EncodePlan, FailureCause, JobOutcome, JobState
from studio.transcode.process import FfmpegResult
from studio.transcode.publish import refuse_source
from studio.transcode.tools import Ffmpeg, missing_encoders

_HINT_FFMPEG = "Choose another ffmpeg in the settings."


def check_places(plan: EncodePlan, target: Path, ffmpeg: Ffmpeg) -> None:
    """Refuse what cannot end well, before a byte is written.

    Raises:
        StudioError: source, target or ffmpeg do not allow the job.
    """
    source = plan.info.path
    try:
        check_readable(source)
    except InputError as error:
        raise source_error(error) from error
    lacking = missing_encoders(plan.preset, ffmpeg)
    if lacking:
        what = f"This ffmpeg has no encoder {' and no '.join(lacking)}."
        raise ToolMissingError(what, hint="Choose another preset, or another ffmpeg.")
    if not ffmpeg.path.is_file():
        raise ToolMissingError("ffmpeg was not found.", hint=_HINT_FFMPEG)
    refuse_source(target, source)


def mark_of(source: Path) -> tuple[int, int] | None:
    """Return size in bytes and time of change in ns of a source, None when it is gone."""
    try:
        found = source.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def change_of(source: Path, before: tuple[int, int] | None) -> str:
    """Return a sentence when a source changed since its mark was taken, else nothing.

    What was made of a recording that still goes on is only its beginning. A source that was
    removed after it had been read is no fault.
    """
    now = mark_of(source)
    if now is None or now == before:
        return ""
    return f"{source.name} changed while it was read; it may still be being written."


def encoding_error(
    result: FfmpegResult, part: Path, source: Path, device: int | None
) -> StudioError | None:
    """Return why there is no result, None when there may be one.

    A drive or a file that went away is a better reason than what ffmpeg made of it.

    Args:
        result: how ffmpeg ended.
        part: the file it should have written.
        source: the file it read.
        device: the drive the part file was on when it was created.
    """
    error = failure_of(result) or missing_part(part)
    if error is not None and cause_of(error) is None:
        folder = part.parent
        lost = lost_folder(folder, device) or full_disk(folder)
        error = lost or _lost_source(source) or error
    if error is not None and not error.detail:
        error.detail = "\n".join(result.log_tail)
    return error


def _lost_source(source: Path) -> StudioError | None:
    if source.exists():
        return None
    what = f"{source.name} disappeared while it was read."
    return SourceMissingError(what, hint="Check the drive it was on, then retry.")


def checking_error(error: StudioError, part: Path, device: int | None) -> StudioError:
    """Return why a finished file could not be cured or checked: the disk's fault, or its own."""
    folder = part.parent
    return lost_folder(folder, device) or full_disk(folder) or finish_error(error, folder)


def refuse_full_disk(part: Path) -> None:
    """Return unless nothing more fits on the disk: then that is why a result is too short.

    Raises:
        OutputError: the disk is full.
    """
    error = full_disk(part.parent)
    if error is not None:
        raise error


def naming_error(error: OSError, part: Path, device: int | None) -> StudioError:
    """Return why a finished file could not be synced or named."""
    return lost_folder(part.parent, device) or output_error(error, part.parent)


def failed(error: StudioError, kept: Path | None) -> JobOutcome:
    """Return the outcome of a job that ends with an error."""
    return JobOutcome(
        JobState.FAILED,
        what=error.what,
        hint=error.hint,
        detail=error.detail,
        cause=cause_of(error),
        kept=kept,
    )


def broken(error: Exception) -> JobOutcome:
    """Return the outcome of a job that ends with a fault of this program."""
    return JobOutcome(
        JobState.FAILED,
        what="Something went wrong inside the program.",
        hint="Please report it with the log.",
        detail=f"{type(error).__name__}: {error}",
    )


def done(result: FfmpegResult, finished: FinishResult, output: Path) -> JobOutcome:
    """Return the outcome of a job whose result is complete, checked and named."""
    warnings = (*reading_errors(result.error_lines), *finished.warnings)
    return JobOutcome(
        JobState.DONE_WITH_WARNINGS if warnings else JobState.DONE,
        output=output,
        detail="\n".join(result.log_tail),
        warnings=warnings,
        facts=finished.facts,
    )


def incomplete(
    result: FfmpegResult, finished: FinishResult, what: str, kept: Path, source: Path
) -> JobOutcome:
    """Return the outcome of a job whose result is shorter than it should be."""
    return JobOutcome(
        JobState.INCOMPLETE,
        what=what,
        hint="Try to get the whole file. The part that is there can be kept.",
        detail="\n".join(result.log_tail),
        warnings=(*reading_errors(result.error_lines), *finished.warnings),
        cause=None if source.exists() else FailureCause.SOURCE_MISSING,
        facts=finished.facts,
        kept=kept,
    )


def unchecked(result: FfmpegResult, reason: str, kept: Path) -> JobOutcome:
    """Return the outcome of a job whose result nobody could check."""
    return JobOutcome(
        JobState.INCOMPLETE,
        what="Finished, but it could not be checked.",
        hint="Retry it, or keep the file and play it before you use it.",
        detail="\n".join((reason, *result.log_tail)),
        warnings=reading_errors(result.error_lines),
        kept=kept,
    )
