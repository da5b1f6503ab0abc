"""Why a live source gives nothing, in one plain sentence."""

import re
from collections.abc import Sequence
from pathlib import Path

from studio.errors import InputError, StudioError, ToolError, TranscodeError
from studio.streams.pipe_run import PipeEnd
from studio.streams.sources import LiveSource, SourceKind

_NAMES = {
    SourceKind.CAMERA: "camera",
    SourceKind.SCREEN: "screen",
    SourceKind.MICROPHONE: "microphone",
    SourceKind.FILE: "file",
}
_SIGNS = (
    ("permission", r"permission denied|operation not permitted|not authorized|access is denied"),
    ("busy", r"resource busy|already in use|in use by other|could not run graph|eagain"),
    ("encoder", r"unknown encoder|encoder not found|unknown input format"),
    (
        "gone",
        r"no such device|no such file|no such entity|could not find (?:video|audio)|"
        r"(?:video|audio) device not found|cannot open display|connection refused|"
        r"input/output error|i/o error|cannot open (?:video|audio) device|invalid device|"
        r"error opening input|no device|selected device",
    ),
)
_HINTS = {
    "permission": "Allow this program to use it in the system's settings.",
    "busy": "Close the other program that uses it.",
    "gone": "Connect it, then look for devices again.",
    "silent": "Connect it anew, or choose another one.",
}


def fault_of(source: LiveSource, end: PipeEnd) -> StudioError:
    """Return what to tell of an ffmpeg that ended when it should not have.

    Args:
        source: what it read.
        end: how it ended.
    """
    if end.problem is not None:
        return end.problem
    detail = "\n".join(end.lines) or f"ffmpeg ended with status {end.return_code}"
    sign = "silent" if end.silent else sign_of(end.lines)
    if sign == "encoder":
        what = "This ffmpeg lacks what the live stream needs."
        return ToolError(what, hint="Choose another ffmpeg in the settings.", detail=detail)
    if source.kind is SourceKind.FILE and source.path is not None:
        return _file_fault(source.path, sign, detail)
    if source.kind not in _NAMES:
        what = "The encoder ended unexpectedly."
        return TranscodeError(what, hint="Start the stream again.", detail=detail)
    name = f"The {_NAMES[source.kind]} “{source.title}”"
    sentences = {
        "permission": f"There is no permission to use {name[0].lower()}{name[1:]}.",
        "busy": f"{name} is used by another program.",
        "gone": f"{name} is not there, or cannot be opened.",
        "silent": f"{name} gives nothing any more.",
    }
    if sign not in sentences:
        return InputError(f"{name} stopped.", hint="Start the stream again.", detail=detail)
    return InputError(sentences[sign], hint=_HINTS[sign], detail=detail)


def _file_fault(path: Path, sign: str, detail: str) -> InputError:
    if not path.exists():
        return file_gone(detail)
    if sign == "permission":
        what = f"There is no permission to read “{path.name}”."
        return InputError(what, hint="Check the file's permissions.", detail=detail)
    what = f"“{path.name}” cannot be played out."
    return InputError(what, hint="It is damaged, or no video or sound file.", detail=detail)


def file_gone(detail: str = "") -> InputError:
    """Return the error of a file that is not there, or not any more."""
    hint = "It was moved, renamed or deleted."
    return InputError("File not found", hint=hint, detail=detail)


def sign_of(lines: Sequence[str]) -> str:
    """Return what ffmpeg's last words mean: permission, busy, gone, encoder, or ""."""
    said = "\n".join(lines).lower()
    return next((name for name, pattern in _SIGNS if re.search(pattern, said)), "")
