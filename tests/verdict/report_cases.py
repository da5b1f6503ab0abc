"""Made-up verdicts, for reports: nothing here was played."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from studio.errors import SegmentError
from studio.verdict.model import (
    Cure,
    CureKind,
    Effect,
    EngineFamily,
    EngineIdentity,
    Finding,
    Hit,
    Ladder,
    Outcome,
    Picture,
    PlaybackReport,
    SeekResult,
    Severity,
    Step,
    StepName,
    StepState,
    Verdict,
)
from studio.verdict.prediction import Entry, Foreseen, Prediction, Run, TrackRun
from studio.verdict.report import CheckedFile, CheckReport

CHROMIUM = EngineIdentity("chromium", "Chromium", "156.0.1", "/opt/secret/chromium")
FIREFOX = EngineIdentity("firefox", "Firefox", "153.7")
EMBEDDED = EngineIdentity("embedded", "Embedded engine", "140.0")
WEBKIT = EngineIdentity("webkit", "WebKitGTK", "2.50.6")
JPEG = b"\xff\xd8\xff\xe0 not quite a picture \xff\xd9"
REFUSED = (
    "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block with a timecode before the previous block."
)
MADE_AT = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)

SPAN = (Fraction(0), Fraction(6))
RUN = Run((TrackRun(1, (SPAN,), 150),), (SPAN,), starts=True)


def prediction(engine: EngineIdentity, foreseen: Foreseen = Foreseen.PLAYS) -> Prediction:
    families = {"firefox": EngineFamily.FIREFOX, "webkit": EngineFamily.WEBKIT}
    return Prediction(
        engine.name,
        engine.title,
        families.get(engine.name, EngineFamily.CHROMIUM),
        "1",
        foreseen,
        foreseen is Foreseen.PLAYS,
        RUN,
        tuple(Entry(k, plays=True) for k in range(4)),
    )


PREDICTIONS = tuple(prediction(engine) for engine in (CHROMIUM, EMBEDDED, FIREFOX, WEBKIT))
PLAYED = PlaybackReport(
    CHROMIUM,
    Outcome.PLAYED,
    buffered=((0.0, 6.003),),
    duration_s=6.003,
    frames_decoded=150,
    frames_expected=150,
    frames_shown=71,
    reached_end=True,
    picture_changed=True,
    picture_black=False,
    waiting_events=2,
    first_frame_ms=85.4,
    seeks=tuple(SeekResult(float(k), completed=True, milliseconds=30.0) for k in range(3)),
    gops=3,
    entries=tuple(SeekResult(2.0 * k, True, 40.0, k) for k in (1, 2, 3)),
    entry_points=40,
    steps=(
        Step(StepName.TYPE, StepState.DONE, 3.0),
        Step(StepName.APPEND, StepState.DONE, 240.0, "4 segments."),
        Step(StepName.SWITCH, StepState.SKIPPED),
    ),
    elapsed_s=4.25,
    rate=8.0,
    clock_speed=7.9,
    picture=Picture(JPEG, 3.0, 160, 90),
)
FAILED = replace(
    PLAYED,
    engine=FIREFOX,
    outcome=Outcome.FAILED,
    reason="Segment 2 was refused: Got a block with a timecode before the previous block.",
    reached_end=False,
    frames_decoded=48,
    entries=(SeekResult(2.0, False, 0.0, 1, "No picture came."),),
    steps=(Step(StepName.APPEND, StepState.FAILED, 12.0, "Segment 2."),),
    messages=(REFUSED,),
    console=("TypeError: x is null",),
    picture=None,
)
UNSUPPORTED = PlaybackReport(
    EMBEDDED, Outcome.UNSUPPORTED, reason="This engine cannot decode the codecs of this file."
)
SILENT = PlaybackReport(WEBKIT, Outcome.NO_REPORT, reason="Nothing was heard for 20 s.")
BLACK = replace(PLAYED, warnings=("Every picture looked at was black.",))

FINDING = Finding(
    "WEBM-003",
    Severity.BLOCK,
    "Blocks are not in the order of their times.",
    4711,
    "WebM byte stream format, section 4",
    "Repair it.",
    "Segment/Cluster[1]",
    12,
    (
        Hit(EngineFamily.CHROMIUM, Effect.REFUSES, "Got a block", "156"),
        Hit(EngineFamily.FIREFOX, Effect.HARMLESS),
    ),
    Cure(CureKind.REPAIR, "recluster", ("copying with ffmpeg",)),
)
DIFFERENCE = Finding("SEEN-002", Severity.WARN, "Firefox was expected to play it.")

ROOT = Path("/films/show")


def passed(path: Path = ROOT / "a" / "good.webm") -> CheckedFile:
    verdict = Verdict(Ladder.PASS, "Played to its end.", (), (PLAYED,), PREDICTIONS)
    return CheckedFile(path, 'video/webm; codecs="vp8,vorbis"', verdict, elapsed_s=4.3)


def failed(path: Path = ROOT / "b" / "bad.webm") -> CheckedFile:
    reports = (PLAYED, FAILED, UNSUPPORTED, SILENT)
    verdict = Verdict(
        Ladder.FAIL, "Does not play in Firefox.", (FINDING, DIFFERENCE), reports, PREDICTIONS
    )
    return CheckedFile(path, "video/webm", verdict, elapsed_s=30.0)


def unread(path: Path = ROOT / "notes.webm") -> CheckedFile:
    return CheckedFile(path, problem=SegmentError("It is neither.", hint="Choose another."))


def warned() -> CheckedFile:
    verdict = Verdict(Ladder.WARN, "Played; all black.", (), (BLACK,), PREDICTIONS)
    return CheckedFile(ROOT / "black.webm", "video/webm", verdict)


def unplayed() -> CheckedFile:
    verdict = Verdict(Ladder.NOT_PLAYED, "Not played.", (), (UNSUPPORTED,), PREDICTIONS)
    return CheckedFile(ROOT / "h265.mp4", "video/mp4", verdict)


def played_report(*files: CheckedFile) -> CheckReport:
    engines = (EMBEDDED, CHROMIUM, FIREFOX, WEBKIT)
    return CheckReport(files or (passed(), failed(), unread()), engines, MADE_AT)


def static_report(*, foreseen: Foreseen = Foreseen.PLAYS) -> CheckReport:
    ladder = Ladder.NOT_PLAYED if foreseen is Foreseen.PLAYS else Ladder.FAIL
    predictions = (prediction(CHROMIUM, foreseen), prediction(FIREFOX))
    verdict = Verdict(ladder, "Not played; it should play.", (), (), predictions)
    return CheckReport((CheckedFile(ROOT / "a.webm", "video/webm", verdict),), (), MADE_AT, False)
