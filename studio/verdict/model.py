"""Findings, what an engine did, and the verdict that follows from both."""

from dataclasses import dataclass, field
from enum import StrEnum

from studio.verdict.families import EngineFamily as EngineFamily  # noqa: PLC0414 - said again on purpose
from studio.verdict.prediction import Prediction


class Severity(StrEnum):
    """How much a finding hurts, worst first."""

    BLOCK = "block"
    LOSS = "loss"
    STALL = "stall"
    SYNC = "sync"
    WARN = "warn"
    INFO = "info"


class Effect(StrEnum):
    """What a finding does to playback in one engine, worst first."""

    REFUSES = "refuses"
    """Append or decoding ends with an error."""
    IGNORES = "ignores"
    """The bytes are taken without an error and nothing can be played."""
    LOSES = "loses"
    STALLS = "stalls"
    SYNC = "sync"
    """Picture and sound are apart."""
    ENTRY = "entry"
    """It plays from the start; beginning in the middle fails."""
    HARMLESS = "harmless"


@dataclass(frozen=True, slots=True)
class Hit:
    """How one family of engines takes a finding.

    ``words`` are the engine's own, as measured ("" when it says nothing). ``measured`` names
    the version it was seen with; empty means read in source or specification. ``only`` is
    the name of the one engine of the family that minds, where versions differ.
    """

    family: EngineFamily
    effect: Effect
    words: str = ""
    measured: str = ""
    only: str = ""

    def concerns(self, engine: str) -> bool:
        """Tell whether an engine of this family minds."""
        return not self.only or self.only == engine


class CureKind(StrEnum):
    """Who can cure a finding."""

    REPAIR = "repair"
    """Our lossless repair; ``name`` is the operation's id."""
    PRESET = "preset"
    """Encoding again; ``name`` is the preset's id."""
    PLAYER = "player"
    """A change in the page that plays, such as another MIME type."""
    SOURCE = "source"
    """Only making the file again from what it was made of."""


@dataclass(frozen=True, slots=True)
class Cure:
    """What helps; ``useless`` names cures that people try and that are known not to work."""

    kind: CureKind
    name: str = ""
    useless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with a stable code such as ``WEBM-003``.

    ``offset`` is a byte offset in the file, None when the finding has no place; ``place`` is
    the box or element that stands there (``moof[2]/traf[1]/tfhd``). ``count`` says in how
    many places it was met; ``offset`` is the first. ``hits`` has one entry for each family
    of engines that minds.
    """

    code: str
    severity: Severity
    message: str
    offset: int | None = None
    clause: str = ""
    remedy: str = ""
    place: str = ""
    count: int = 1
    hits: tuple[Hit, ...] = ()
    cure: Cure | None = None

    def hit(self, family: EngineFamily) -> Hit | None:
        """Return what this finding does in a family of engines, or None."""
        return next((hit for hit in self.hits if hit.family is family), None)


class Outcome(StrEnum):
    """What one engine made of one file."""

    PLAYED = "played"
    FAILED = "failed"
    UNSUPPORTED = "unsupported"
    """The engine cannot decode these codecs; says nothing about the file."""
    NO_REPORT = "no-report"
    """The engine never answered within the time limit."""
    NOT_TESTED = "not-tested"


@dataclass(frozen=True, slots=True)
class EngineIdentity:
    """An engine on this machine. ``name`` is the command line's word (``chromium``)."""

    name: str
    title: str
    version: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class SeekResult:
    """A seek to ``target_s`` s, or an entry there: whether it did, and after how many ms.

    ``segment`` is the entry's segment (from 0), None for a seek. ``reason`` says in one
    sentence why it did not.
    """

    target_s: float
    completed: bool
    milliseconds: float
    segment: int | None = None
    reason: str = ""


class StepState(StrEnum):
    """How one step of a check went."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Never begun, because an earlier one failed, or of no use for this file."""


class StepName(StrEnum):
    """The steps of a check, in their order."""

    TYPE = "type"
    SOURCE_OPEN = "sourceopen"
    INIT = "init"
    APPEND = "append"
    METADATA = "metadata"
    PLAY = "play"
    FRAMES = "frames"
    WAITS = "waits"
    """Where playing waited at raised speed, it is played again at normal speed."""
    SEEKS = "seeks"
    ENTRIES = "entries"
    REPEATED_INIT = "repeated-init"
    """The init segment once more in mid-stream."""
    SWITCH = "switch"
    """``changeType`` and the init segment in mid-stream, where the engine has it."""
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how it went, how long it took in ms, and what is to be said of it."""

    name: StepName
    state: StepState
    milliseconds: float = 0.0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What was seen at ``time_s``, as JPEG bytes; never larger than 480 by 480 pixels."""

    jpeg: bytes
    time_s: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PlaybackReport:
    """What the page reported of one run in one engine.

    ``buffered`` are (start, end) pairs in s after all appends. ``frames_decoded`` is
    ``getVideoPlaybackQuality().totalVideoFrames`` after playing to the end, ``frames_shown``
    how many times a new picture was presented, ``frames_expected`` comes from the segment
    map. ``waiting_events`` came at raised speed, ``confirmed_waits`` again at normal speed.
    """

    engine: EngineIdentity
    outcome: Outcome
    reason: str = ""
    buffered: tuple[tuple[float, float], ...] = ()
    duration_s: float | None = None
    frames_decoded: int = 0
    frames_expected: int = 0
    frames_shown: int = 0
    frames_dropped: int = 0
    reached_end: bool = False
    picture_changed: bool = False
    picture_black: bool = True
    waiting_events: int = 0
    confirmed_waits: int = 0
    first_frame_ms: float | None = None
    seeks: tuple[SeekResult, ...] = ()
    gops: int = 0
    """How many GOPs the file has; seeks go into evenly chosen ones."""
    entries: tuple[SeekResult, ...] = ()
    """Entry points tried (a fresh player starting at segment k), with their results."""
    entry_points: int = 0
    """How many there are, the beginning not counted; entries are evenly chosen of them."""
    steps: tuple[Step, ...] = ()
    messages: tuple[str, ...] = ()
    """Remarks, and the engine's own words."""
    console: tuple[str, ...] = ()
    """Errors that the page's console and its error events told."""
    elapsed_s: float = 0.0
    """From the launch, or from the request of an engine that was open, to the last report."""
    rate: float = 0.0
    """Times real speed at which it was played."""
    clock_speed: float = 0.0
    """Times real speed that the clock really ran at."""
    audio_bytes: int | None = None
    """Bytes of sound decoded, None where the engine does not tell."""
    attempts: int = 1
    """2: something doubtful was played once more, slowly; this is what came of that."""
    picture: Picture | None = None
    warnings: tuple[str, ...] = ()
    """It played, but something about it is doubtful (a black picture, a slow clock)."""
    doubtful: bool = False
    """What is wrong could come from this machine being too busy."""

    @property
    def ladder(self) -> "Ladder":
        """The verdict of this engine alone."""
        if self.outcome is Outcome.PLAYED:
            return Ladder.WARN if self.warnings else Ladder.PASS
        return Ladder.FAIL if self.outcome is Outcome.FAILED else Ladder.NOT_PLAYED


class Ladder(StrEnum):
    """The verdict in one word."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"
    NOT_PLAYED = "not-played"
    """No engine here could play it, so nothing green may be said."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Findings, what was expected, what was seen, and what follows from them."""

    ladder: Ladder
    summary: str
    findings: tuple[Finding, ...] = ()
    reports: tuple[PlaybackReport, ...] = field(default=())
    predictions: tuple[Prediction, ...] = ()
