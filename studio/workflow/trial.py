"""One file on trial: asked of one engine, once more where that is called for, and judged."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studio.errors import EngineError
from studio.segments.frames import MediaFrames
from studio.segments.model import SegmentMap, TrackKind
from studio.verdict.compare import differences
from studio.verdict.engine_models import model_for
from studio.verdict.examine import Examination
from studio.verdict.expectation import is_whole, make_plan
from studio.verdict.model import EngineIdentity, Finding, Outcome, PlaybackReport
from studio.verdict.page_report import PageReport
from studio.verdict.playback import is_doubtful, judge, no_report
from studio.workflow.engines import identify
from studio.workflow.heard import PageRun
from studio.workflow.session import EngineSession

BASE_LIMIT_S = 90.0
SLOWEST_SHARE = 2.0
"""A machine may need this many times the file's length; a good one needs an eighth."""
PATIENT_SHARE = 6.0
"""The same for what is played at its own speed."""
CANCELLED = "The check was cancelled."
_DIED_ONCE = "The engine ended by itself the first time; this is what it did when launched anew."


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one attempt; ``page`` is None without a final report."""

    report: PlaybackReport
    page: PageReport | None = None
    died: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A file that the server knows, ready to be played by any engine.

    ``limit_s`` is for one attempt in one engine; None: by the file's length. ``declared`` is
    the type that a player names, "" for what the file asks for.
    """

    examination: Examination
    file_id: str
    limit_s: float | None
    is_cancelled: Callable[[], bool]
    declared: str = ""

    @property
    def media(self) -> MediaFrames:
        """The file, frame by frame."""
        return self.examination.media

    def play(self, session: EngineSession, on_stage: Callable[[str], None]) -> Answer:
        """Let an engine play the file, with whatever else it has played before."""
        return self._attempt(session, on_stage)

    def needs_more(self, answer: Answer) -> bool:
        """Tell whether an answer must not be left as it is."""
        if answer.stopped:
            return False
        return answer.died or (answer.page is not None and is_doubtful(answer.report, answer.page))

    def play_again(
        self, session: EngineSession, first: Answer, on_stage: Callable[[str], None]
    ) -> Answer:
        """Play a file once more that was doubtful, or that the engine did not survive.

        Call it when no other engine plays.
        """
        if not first.died:
            return self._attempt(session, on_stage, patient=True, attempts=2)
        second = self._attempt(session, on_stage, fresh=True, attempts=2)
        messages = (*second.report.messages, _DIED_ONCE)
        second = replace(second, report=replace(second.report, messages=messages))
        if second.died or not self.needs_more(second):
            return second
        return self._attempt(session, on_stage, patient=True, attempts=3)

    def _attempt(
        self,
        session: EngineSession,
        on_stage: Callable[[str], None],
        *,
        patient: bool = False,
        fresh: bool = False,
        attempts: int = 1,
    ) -> Answer:
        identity = session.engine.identity
        plan = make_plan(self.media, self.file_id, patient=patient, session=True)
        plan |= {"mime": self.declared} if self.declared else {}
        try:
            run = session.play(
                plan,
                time_limit_s=self._time_limit_s(patient=patient),
                on_stage=on_stage,
                is_cancelled=self.is_cancelled,
                fresh=fresh,
            )
        except EngineError as problem:
            return Answer(not_tested(identity, f"{problem.what} {problem.detail}".strip()))
        return self._judged(session, run, attempts)

    def _judged(self, session: EngineSession, run: PageRun, attempts: int) -> Answer:
        identity = session.engine.identity
        if run.report is None:
            report = no_report(identity, run.reason, steps=run.steps, elapsed_s=run.elapsed_s)
            outcome = Outcome.NOT_TESTED if run.stopped else report.outcome
            report = replace(report, outcome=outcome, picture=run.picture, attempts=attempts)
            return Answer(report, died=run.died, stopped=run.stopped)
        report = judge(
            run.report,
            self.media,
            identify(session.engine, run.report),
            elapsed_s=run.elapsed_s,
            picture=run.picture,
            attempts=attempts,
        )
        return Answer(report, run.report)

    def _time_limit_s(self, *, patient: bool) -> float:
        share = PATIENT_SHARE if patient else SLOWEST_SHARE
        return self.limit_s or BASE_LIMIT_S + share * float(self.media.map.duration_s)

    def seen(self, report: PlaybackReport) -> tuple[Finding, ...]:
        """Return where an engine did otherwise than was predicted for it."""
        model = model_for(report.engine.name)
        foreseen = (p for p in self.examination.predictions if model and p.engine == model.name)
        prediction = next(foreseen, None)
        if prediction is None:
            return ()
        found = self.media.map
        whole = bool(found.segments) and is_whole(found)
        return differences(prediction, report, tolerance_s=frame_s(found), with_ranges=whole)


def appended(found: SegmentMap) -> tuple[tuple[int, int], ...]:
    """Return the bytes that engines are given: first and end of each run."""
    if not found.segments:
        return ((0, found.size_bytes),)
    init = (found.init_offset, found.init_offset + found.init_size)
    return (init, *((one.offset, one.offset + one.size) for one in found.segments))


def not_tested(engine: EngineIdentity, reason: str) -> PlaybackReport:
    """Return the report of an engine that was never asked."""
    return PlaybackReport(engine, Outcome.NOT_TESTED, reason)


def frame_s(found: SegmentMap) -> float:
    """Return how long one frame is in s: of the picture, or of the sound where there is none."""
    track = found.track_of(TrackKind.VIDEO) or found.track_of(TrackKind.AUDIO)
    spans = [s for segment in found.segments for s in segment.spans if track]
    frames = sum(span.frames for span in spans if track and span.track == track.number)
    return float(found.duration_s) / frames if frames else 0.0
