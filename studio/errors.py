"""Expected failures, worded for people."""

import re

_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str, *, one_line: bool = True) -> str:
    """Return text that a window, a terminal and a log show as it is.

    Control characters, and those that turn the direction of writing, become their number
    after a backslash and a "u"; bytes of a file name that are no text become U+FFFD.

    Args:
        text: may hold a file name or what stood in a file.
        one_line: escape line ends and tabs too.
    """
    if one_line:
        text = text.replace("\n", "\\u000a").replace("\t", "\\u0009")
    return _ODD.sub(_escaped, text)


def _escaped(found: "re.Match[str]") -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


class StudioError(Exception):
    """An expected failure: what happened, and what the user can do about it.

    Args:
        what: one sentence, without a path of this program's internals.
        hint: what to do next; may be empty.
        detail: the technical text behind "Details"; may be empty.

    File names may stand in all three as they are: odd characters are escaped here.
    """

    def __init__(self, what: str, *, hint: str = "", detail: str = "") -> None:
        super().__init__(printable(what))
        self.what = printable(what)
        self.hint = printable(hint)
        self.detail = printable(detail, one_line=False)


class InputError(StudioError):
    """The file the user gave cannot be used: missing, empty, not media, unreadable."""


class PresetError(StudioError):
    """A preset, or an override of it, is not valid."""


class PlanError(StudioError):
    """This preset cannot be applied to this source."""


class ToolError(StudioError):
    """ffmpeg is missing, cannot run, or lacks what is needed."""


class TranscodeError(StudioError):
    """A transcode did not produce the result that was asked for."""


class OutputError(StudioError):
    """The result cannot be written where it was asked for."""


class SegmentError(StudioError):
    """The bytes do not form a readable WebM or MP4 file."""


class RepairError(StudioError):
    """A lossless repair is not possible for this file."""


class EngineError(StudioError):
    """A browser engine could not be started or asked."""
