"""ffmpeg's ends in plain words: which error a return code and a log stand for."""

import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError, OutputError, StudioError, ToolError, TranscodeError
from studio.transcode.model import EncodePlan
from studio.transcode.process import FfmpegResult

SHORT_SLACK_US = 500_000
"""A result may end this many µs early, or 1 %, or the encoder's delay of a few frames."""

_DELAY_FRAMES = 4
_HINT_LOG = "The log under Details says more."

_KNOWN: tuple[tuple[str, type[StudioError], str, str], ...] = (
    (
        r"No space left on device|Disk quota exceeded",
        OutputError,
        "The disk is full.",
        "Free some space, then try again.",
    ),
    (
        r"File too large",
        OutputError,
        "The disk cannot hold a file of this size.",
        "Choose an output folder on another disk.",
    ),
    (
        r"Read-only file system|Error opening output.*Permission denied",
        OutputError,
        "The output folder cannot be written.",
        "Choose another output folder.",
    ),
    (
        r"Unknown encoder|Encoder not found|No such filter",
        ToolError,
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
        InputError,
        "The source was not found.",
        "Check that it was not moved, renamed or deleted.",
    ),
    (
        r"Cannot allocate memory|std::bad_alloc",
        TranscodeError,
        "The memory did not suffice.",
        "Close other programs, or choose a smaller size.",
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
    if result.return_code < 0 and sys.platform != "win32":
        return _killed(-result.return_code, detail)
    if result.return_code == 0:
        what = "ffmpeg ended before it was done."
        return TranscodeError(what, hint=_HINT_LOG, detail=detail)
    what = f"ffmpeg failed (status {result.return_code})."
    return TranscodeError(what, hint=_HINT_LOG, detail=detail)


def _killed(number: int, detail: str) -> TranscodeError:
    if number == signal.SIGKILL:
        what = "ffmpeg was stopped by the system, probably out of memory."
        return TranscodeError(what, hint="Close other programs, then try again.", detail=detail)
    what = f"ffmpeg crashed (signal {number})."
    return TranscodeError(what, hint=_HINT_LOG, detail=detail)


def shortfall_of(plan: EncodePlan, out_time_us: int) -> TranscodeError | None:
    """Return an error when the result ended clearly before the source should have.

    A source cut off in the middle makes ffmpeg end early with status 0 (measured).
    """
    expected_us = plan.expected_duration_us
    if expected_us is None:
        return None
    slack_us = max(SHORT_SLACK_US, expected_us // 100)
    if plan.frame_rate:
        slack_us += round(_DELAY_FRAMES * 1_000_000 / plan.frame_rate)
    if out_time_us >= expected_us - slack_us:
        return None
    real, wanted = (f"{float(Fraction(us, 1_000_000)):.1f} s" for us in (out_time_us, expected_us))
    return TranscodeError(
        f"Finished early: {real} of {wanted}. The source seems damaged at the end.",
        hint="Try to get the whole file.",
    )


def missing_part(part: Path) -> StudioError | None:
    """Return an error when ffmpeg reported success and its file is not there or empty."""
    if not part.parent.is_dir():
        what = "The output folder disappeared."
        return OutputError(what, hint="Check the drive, then try again.")
    try:
        size_bytes = part.stat().st_size
    except OSError:
        size_bytes = 0
    if size_bytes == 0:
        return TranscodeError("ffmpeg reported success but wrote nothing.", hint=_HINT_LOG)
    return None


def output_error(error: OSError, folder: Path) -> OutputError:
    """Put a failed write to the output folder into words."""
    hint = "Choose another output folder."
    name = os.fspath(folder)
    sentences: Sequence[tuple[Callable[[OSError], bool], str]] = (
        (lambda e: isinstance(e, FileNotFoundError), f"The output folder {name} does not exist."),
        (lambda e: isinstance(e, NotADirectoryError), f"{name} is not a folder."),
        (lambda e: isinstance(e, PermissionError), f"There is no permission to write to {name}."),
        (lambda e: "Read-only" in str(e.strerror), f"{name} is on a read-only disk."),
        (lambda e: "too long" in str(e.strerror), "The name of the result is too long."),
        (lambda e: "No space" in str(e.strerror), "The disk is full."),
    )
    what = next((text for fits, text in sentences if fits(error)), f"{name} cannot be written.")
    return OutputError(what, hint=hint, detail=str(error))
