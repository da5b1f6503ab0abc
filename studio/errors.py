"""Expected failures, worded for people."""


class StudioError(Exception):
    """An expected failure: what happened, and what the user can do about it.

    Args:
        what: one sentence, without a path of this program's internals.
        hint: what to do next; may be empty.
        detail: the technical text behind "Details"; may be empty.
    """

    def __init__(self, what: str, *, hint: str = "", detail: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint
        self.detail = detail


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
