"""ffmpeg's ends in plain words: which error a return code and a log stand for."""

import re
import signal
import sys
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError, OutputError, StudioError, TranscodeError
from studio.transcode.causes import (
    HINT_DRIVE,
    HINT_SPACE,
    DiskFullError,
    DriveGoneError,
    SourceMissingError,
    ToolMissingError,
)
from studio.transcode.model import EncodePlan
from studio.transcode.process import FfmpegResult

SHORT_SLACK_US = 500_000
"""A result may end this many µs early, or 1 %, or the encoder's delay of a few frames."""

_DELAY_FRAMES = 4
_HINT_LOG = "The log under Details says more."
_HINT_MEMORY = (
    "Close other programs, run fewer jobs at a time, or choose a preset with fewer threads."
)
_HINT_CUT_OFF = "The file is probably cut off; try to get the whole file."
_TOO_LARGE = "The disk cannot hold a file of this size."
_HINT_TOO_LARGE = "Choose an output folder on another disk; FAT32 holds files of up to 4 GB."
_DISK_FULL_CODES = frozenset({228, -28 & 0xFFFFFFFF})
"""ffmpeg's status for ENOSPC: since version 6 the error's lowest byte; on Windows all of it."""

_WRITING = r"(?:writ|mux|trailer|out#|av_interleaved|output)"
_GONE = r"(?:Input/output error|No such device|Stale (?:NFS )?file handle|not connected)"

_KNOWN: tuple[tuple[str, type[StudioError], str, str], ...] = (
    (r"No space left on device", DiskFullError, "The disk is full.", HINT_SPACE),
    (r"Disk quota exceeded", DiskFullError, "Your quota on this disk is used up.", HINT_SPACE),
    (r"File too large", OutputError, _TOO_LARGE, _HINT_TOO_LARGE),
    (
        rf"(?im)^.*{_WRITING}.*{_GONE}",
        DriveGoneError,
        "The drive of the output folder is no longer available.",
        HINT_DRIVE,
    ),
    (
        r"Read-only file system|Error opening output.*Permission denied",
        OutputError,
        "The output folder cannot be written.",
        "Choose another output folder.",
    ),
    (
        r"Unknown encoder|Encoder not found|No such filter",
        ToolMissingError,
        "This ffmpeg lacks what the preset needs.",
        "Choose another preset, or another ffmpeg in the settings.",
    ),
    (
        r"exceeds specified max pixel count",
        InputError,
        "The pictures are larger than the limit (64 megapixels).",
        "Make a smaller copy of the source first.",
    ),
    (
        r"not in allowed list|Protocol .* not on whitelist|Format not on whitelist",
        InputError,
        "This is a playlist or a format that is not accepted.",
        "Choose a video or audio file.",
    ),
    (
        r"Error opening input.*No such file",
        SourceMissingError,
        "The source was not found.",
        "Check that it was not moved, renamed or deleted.",
    ),
    (
        r"Cannot allocate memory|std::bad_alloc",
        TranscodeError,
        "The memory did not suffice.",
        _HINT_MEMORY,
    ),
    (
        r"Cannot determine format of input .* after EOF|one of its streams received no packets",
        InputError,
        "The source holds no picture or sound data that can be read.",
        _HINT_CUT_OFF,
    ),
    (
        r"Error opening input|moov atom not found|does not contain any stream|matches no streams",
        InputError,
        "The source cannot be read.",
        "The file is probably damaged.",
    ),
)


def failure_of(result: FfmpegResult) -> StudioError | None:
    """Return the error an ended ffmpeg stands for, None when it ended well.

    Its word is not enough: status 0 counts only together with ``progress=end``.
    """
    detail = "\n".join(result.log_tail)
    if result.stalled:
        what = "ffmpeg made no progress any more and was stopped."
        return TranscodeError(what, hint="The source may be damaged.", detail=detail)
    if result.return_code == 0 and result.saw_end:
        return None
    for pattern, kind, what, hint in _KNOWN:
        if re.search(pattern, detail):
            return kind(what, hint=hint, detail=detail)
    if result.return_code in _DISK_FULL_CODES:
        return DiskFullError("The disk is full.", hint=HINT_SPACE, detail=detail)
    if result.return_code < 0 and sys.platform != "win32":
        return _killed(-result.return_code, detail)
    if result.return_code == 0:
        what = "ffmpeg ended before it was done."
        return TranscodeError(what, hint=_HINT_LOG, detail=detail)
    what = f"ffmpeg failed (status {result.return_code})."
    return TranscodeError(what, hint=_HINT_LOG, detail=detail)


def _killed(number: int, detail: str) -> StudioError:
    if sys.platform == "win32":
        raise AssertionError("no signals on Windows")
    if number == signal.SIGKILL:
        what = "ffmpeg was stopped by the system, probably out of memory."
        return TranscodeError(what, hint=_HINT_MEMORY, detail=detail)
    if number == signal.SIGXFSZ:
        return OutputError(_TOO_LARGE, hint=_HINT_TOO_LARGE, detail=detail)
    what = f"ffmpeg crashed (signal {number})."
    return TranscodeError(what, hint=_HINT_LOG, detail=detail)


def shortfall_of(plan: EncodePlan, out_time_us: int) -> str:
    """Return a sentence when the result ended clearly before it should have, else nothing.

    A source cut off in the middle makes ffmpeg end early with status 0 (measured).
    """
    expected_us = plan.expected_duration_us
    if expected_us is None:
        return ""
    slack_us = max(SHORT_SLACK_US, expected_us // 100)
    if plan.frame_rate:
        slack_us += round(_DELAY_FRAMES * 1_000_000 / plan.frame_rate)
    if out_time_us >= expected_us - slack_us:
        return ""
    return early_end(Fraction(out_time_us, 1_000_000), Fraction(expected_us, 1_000_000))


def early_end(real_s: Fraction, expected_s: Fraction) -> str:
    """Return the sentence for a result that is shorter than its source."""
    return (
        f"Finished early: {float(real_s):.1f} s of {float(expected_s):.1f} s. "
        "The source seems damaged at the end."
    )


def missing_part(part: Path) -> StudioError | None:
    """Return an error when ffmpeg reported success and its file is not there or empty."""
    try:
        size_bytes = part.stat().st_size
    except OSError:
        size_bytes = 0
    if size_bytes == 0:
        return TranscodeError("ffmpeg reported success but wrote nothing.", hint=_HINT_LOG)
    return None


def nothing_read(name: str) -> InputError:
    """Return the error of a source whose header promises what the file does not hold."""
    what = f"{name} holds no picture or sound data that can be read."
    return InputError(what, hint=_HINT_CUT_OFF)


def reading_errors(count: int) -> tuple[str, ...]:
    """Return the warning for errors ffmpeg reported and went on after."""
    if not count:
        return ()
    errors = "1 error" if count == 1 else f"{count} errors"
    return (f"{errors} while reading; pictures may be damaged.",)
