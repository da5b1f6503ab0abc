"""What an engine is expected to do with a file. Expected, never seen: nothing here is green."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from studio.verdict.families import EngineFamily

Span = tuple[Fraction, Fraction]
"""Start and end of a buffered range, in seconds."""


class LossCause(StrEnum):
    """Why a SourceBuffer drops or never shows a frame."""

    NO_RANDOM_ACCESS_POINT = "no-random-access-point"
    """It came before the first keyframe, or before a cluster's first one (Firefox)."""
    DISCONTINUITY = "discontinuity"
    """Decode times jumped by more than twice a frame; dropped up to the next keyframe."""
    BEFORE_ZERO = "before-zero"
    """Its presentation time is below 0, or it depends on a keyframe whose time is."""
    OVERWRITTEN = "overwritten"
    """A later frame with the same times replaced it."""
    OUT_OF_REACH = "out-of-reach"
    """It stands behind the point where the engine gives up or stalls."""
    NOT_READ = "not-read"
    """The engine does not see it: cut-off data, a track it ignores, the wrong bytes."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A run of lost frames of one track, neighbours in file order with the same cause.

    ``first_offset`` and ``last_offset`` are where the first and last lost frame's bytes stand.
    ``step`` is the step of MSE's coded frame processing that drops them ("" for none).
    """

    track: int
    cause: LossCause
    frames: int
    first_offset: int
    last_offset: int
    start_s: Fraction
    end_s: Fraction
    step: str = ""


@dataclass(frozen=True, slots=True)
class TrackRun:
    """What one track's buffer holds after everything was appended."""

    track: int
    ranges: tuple[Span, ...]
    frames: int
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One simulated playing: append from some segment to the end, then play.

    ``buffered`` is what ``SourceBuffer.buffered`` says after ``endOfStream``: the ranges of
    all tracks intersected. ``starts`` tells whether a picture (or sound) comes at all when
    playing begins at the beginning of what was appended; ``stalls_at_s`` where playing then
    stops for good, None when it reaches the end. ``error`` are the engine's expected words.
    """

    tracks: tuple[TrackRun, ...]
    buffered: tuple[Span, ...]
    starts: bool
    stalls_at_s: Fraction | None = None
    error: str = ""
    error_offset: int | None = None

    @property
    def frames_lost(self) -> int:
        """Frames of all tracks that are dropped or never shown."""
        return sum(loss.frames for track in self.tracks for loss in track.losses)


class Foreseen(StrEnum):
    """A prediction in one word."""

    PLAYS = "plays"
    ENTRY_FAILS = "entry-fails"
    """Every frame from the start; beginning at some segment fails."""
    LOSES = "loses"
    STALLS = "stalls"
    NEVER_STARTS = "never-starts"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"
    """The engine cannot decode the codecs; says nothing about the file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Playing that begins with the init segment and segment ``segment`` (from 0)."""

    segment: int
    plays: bool
    start_s: Fraction | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one engine will make of one file.

    ``engine`` is the command line's word. ``version`` is what the constants were measured
    with ("" for an engine never measured: its rules were read in source). ``codes`` are the
    findings that explain a failure, worst first. ``av_offset_ms``: how much later than
    intended sound is heard relative to the picture (negative: earlier).
    """

    engine: str
    title: str
    family: EngineFamily
    version: str
    foreseen: Foreseen
    plays_through: bool
    run: Run | None = None
    entries: tuple[Entry, ...] = ()
    av_offset_ms: Fraction = Fraction(0)
    codes: tuple[str, ...] = ()
    reason: str = ""

    @property
    def plays(self) -> bool:
        """Every frame is shown, from the start and from every entry point."""
        return self.foreseen is Foreseen.PLAYS
