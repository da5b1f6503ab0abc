"""Rung switches, played by every engine at every boundary between two segments."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from studio.errors import EngineError
from studio.segments.model import TrackKind
from studio.segments.presentation import Rendition
from studio.server.app import MediaServer
from studio.verdict.model import (
    EngineIdentity,
    Finding,
    Ladder,
    Outcome,
    PlaybackReport,
    Severity,
    Verdict,
)
from studio.verdict.page_switch import PageSwitch, Switch, parse_switch
from studio.verdict.summary import names
from studio.verdict.switches import (
    SwitchRung,
    is_sure,
    least_share,
    pairs,
    rung_for,
    switch_fault,
    switch_plan,
    switches_of,
)
from studio.workflow.engines import identify
from studio.workflow.heard import PageRun
from studio.workflow.session import EngineSession

BATCH = 40
"""Changes in one run of the page; then the engine gets the next run."""
BATCH_LIMIT_S, SWITCH_LIMIT_S = 60.0, 10.0
_TOUCH_S = 0.01
MOST_TOLD = 20
"""Faults that are told of one engine, each with its place."""
_CANCELLED = "The check was cancelled."

Ask = Callable[[], bool]
Tell = Callable[[str], None]


@dataclass(slots=True)
class _Played:
    """What one engine made of the changes so far."""

    good: int = 0
    frames: int = 0
    waits: int = 0
    confirmed: int = 0
    sparse: int = 0
    least_share: float = 1.0
    ranges: list[tuple[float, float]] = field(default_factory=list)
    elapsed_s: float = 0.0
    faults: list[tuple[Switch, str]] = field(default_factory=list)
    identity: EngineIdentity | None = None
    reason: str = ""
    outcome: Outcome | None = None


class SwitchCheck:
    """The changes between the rungs of one ladder, to be played.

    Args:
        renditions: of a presentation; those with pictures are its rungs.
    """

    def __init__(self, renditions: Sequence[Rendition]) -> None:
        self._renditions = [one for one in renditions if one.map.track_of(TrackKind.VIDEO)]
        self.rungs: tuple[SwitchRung, ...] = ()
        self.left_out = pairs(len(self._renditions))[1]

    @property
    def mime(self) -> str:
        """What a SourceBuffer is made for."""
        return self._renditions[0].map.mime if self._renditions else ""

    @contextmanager
    def served(self, server: MediaServer) -> Iterator[None]:
        """Offer the rungs to pages.

        Raises:
            InputError: a file is gone, or changed since it was read.
        """
        ids: list[str] = []
        try:
            for one in self._renditions:
                ids.append(server.add_file(one.map, one.pieces))
            pairs_of = zip(self._renditions, ids, strict=True)
            self.rungs = tuple(rung_for(r.name, i, r.map.mime, r.map) for r, i in pairs_of)
            yield
        finally:
            for file_id in ids:
                server.remove_file(file_id)

    def play(self, session: EngineSession, tell: Tell, is_cancelled: Ask) -> PlaybackReport:
        """Have one engine play every change; what is doubtful once more, at normal speed.

        Args:
            session: the engine.
            tell: hears how many were played.
            is_cancelled: asked often.
        """
        switches = switches_of(self.rungs)
        played = _Played(least_share=least_share(session.engine.identity.name))
        title = session.engine.identity.title
        for begin in range(0, len(switches), BATCH):
            tell(f"{title}: switch {begin} / {len(switches)}")
            if not self._batch(session, switches[begin : begin + BATCH], played, is_cancelled):
                break
        return self._report(session.engine.identity, len(switches), played)

    def _batch(
        self, session: EngineSession, batch: Sequence[Switch], played: _Played, is_cancelled: Ask
    ) -> bool:
        """Play some changes; False when it is of no use to go on."""
        run = self._run(session, batch, played, is_cancelled, patient=False)
        tried = _tries(run, batch)
        played.waits += sum(one.waits for one in tried)
        again = [one.switch for one in tried if self._is_doubtful(one)]
        if again and run is not None and run.report is not None:
            second = _tries(self._run(session, again, played, is_cancelled, patient=True), again)
            redone = {one.switch: one for one in second}
            played.confirmed += sum(one.waits > 0 for one in second)
            tried = [redone.get(one.switch, one) for one in tried]
        for one in tried:
            fault = switch_fault(one, self.rungs, played.least_share)
            played.sparse += bool(not fault and self._fault(one))
            played.frames += one.frames
            played.ranges.extend(one.ranges)
            if fault:
                played.faults.append((one.switch, fault))
            else:
                played.good += 1
        return played.outcome is None and len(tried) == len(batch)

    def _is_doubtful(self, tried: PageSwitch) -> bool:
        if self._fault(tried):
            return not is_sure(tried, self.rungs)
        return tried.waits > 0

    def _fault(self, tried: PageSwitch) -> str:
        return switch_fault(tried, self.rungs)

    def _run(
        self,
        session: EngineSession,
        batch: Sequence[Switch],
        played: _Played,
        is_cancelled: Ask,
        *,
        patient: bool,
    ) -> PageRun | None:
        """Let the page carry out a plan; notes why it did not, if so."""
        try:
            run = session.play(
                switch_plan(self.rungs, batch, patient=patient),
                time_limit_s=BATCH_LIMIT_S + SWITCH_LIMIT_S * len(batch),
                is_cancelled=is_cancelled,
            )
        except EngineError as problem:
            played.outcome = Outcome.NOT_TESTED
            played.reason = f"{problem.what} {problem.detail}".strip()
            return None
        played.elapsed_s += run.elapsed_s
        if run.report is None:
            played.outcome = Outcome.NOT_TESTED if run.stopped else Outcome.NO_REPORT
            played.reason = _CANCELLED if run.stopped else run.reason
            return run
        played.identity = identify(session.engine, run.report)
        if run.report.outcome == "unsupported":
            played.outcome = Outcome.UNSUPPORTED
            played.reason = "This engine cannot decode what the rungs hold."
        elif run.report.error is not None:
            played.outcome = Outcome.NO_REPORT
            played.reason = run.report.error.detail or run.report.error.code
        return run

    def _report(self, engine: EngineIdentity, wanted: int, played: _Played) -> PlaybackReport:
        outcome = played.outcome
        if played.faults:
            outcome = Outcome.FAILED
        elif outcome is None:
            outcome = Outcome.PLAYED if played.good == wanted else Outcome.NO_REPORT
        told = [self._sentence(*fault) for fault in played.faults[:MOST_TOLD]]
        more = len(played.faults) - len(told)
        count = f"{played.good} of {wanted} changes between rungs were played."
        left = [f"{more} more changes failed."] if more else []
        reason = told[0] if told else played.reason
        warnings = _doubts(played.confirmed, played.sparse)
        if outcome is Outcome.NO_REPORT and not reason:
            reason = count
        return PlaybackReport(
            played.identity or engine,
            outcome,
            "" if outcome is Outcome.PLAYED else reason,
            buffered=_merged(played.ranges),
            frames_decoded=played.frames,
            waiting_events=played.waits,
            confirmed_waits=played.confirmed,
            warnings=warnings if outcome is Outcome.PLAYED else (),
            reached_end=outcome is Outcome.PLAYED,
            messages=(count, *told, *left),
            elapsed_s=played.elapsed_s,
        )

    def _sentence(self, switch: Switch, fault: str) -> str:
        origin, goal = self.rungs[switch.origin].name, self.rungs[switch.goal].name
        at = f"{switch.at_s:.3f} s"
        return f"The change from “{origin}” to “{goal}” at {at} fails: {fault}"

    def verdict(
        self, reports: Sequence[PlaybackReport], findings: Sequence[Finding] = ()
    ) -> Verdict:
        """Return what follows from what the engines did; a pass only where all was played.

        Args:
            reports: one for each engine that was asked.
            findings: of the alignment.
        """
        found = [*findings, *(_finding(one) for one in reports if one.outcome is Outcome.FAILED)]
        ladder, summary = self._ladder(reports, found)
        return Verdict(ladder, summary, tuple(found), tuple(reports))

    def _ladder(
        self, reports: Sequence[PlaybackReport], found: Sequence[Finding]
    ) -> tuple[Ladder, str]:
        fatal = [one for one in found if one.severity not in (Severity.WARN, Severity.INFO)]
        if fatal:
            return Ladder.FAIL, fatal[0].message
        played = [one for one in reports if one.outcome is Outcome.PLAYED]
        if not played:
            reason = reports[0].reason if reports else "No engine was asked."
            return Ladder.NOT_PLAYED, f"No change between rungs was played: {reason}"
        count = len(switches_of(self.rungs))
        text = f"All {count} changes between {len(self.rungs)} rungs played in {names(played)}."
        if self.left_out:
            text += " Only neighbours, and the largest with the smallest, were changed."
        silent = [one for one in reports if one.outcome is Outcome.NO_REPORT]
        if silent:
            return Ladder.WARN, f"{text} No answer from {names(silent)}: {silent[0].reason}"
        doubts = [*(one.message for one in found), *(w for one in played for w in one.warnings)]
        if doubts:
            return Ladder.WARN, f"{text} {doubts[0]}"
        others = [one for one in reports if one.outcome is not Outcome.PLAYED]
        return Ladder.PASS, text + (f" Not played in {names(others)}." if others else "")


def _tries(run: PageRun | None, wanted: Sequence[Switch]) -> list[PageSwitch]:
    """Return what was told of the changes that were asked for, each once."""
    told = [parse_switch(event) for event in run.switches] if run else []
    known = {(one.switch.origin, one.switch.goal, one.switch.number): one for one in told}
    return [known[key] for one in wanted if (key := (one.origin, one.goal, one.number)) in known]


def _merged(ranges: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return ranges that overlap or touch as one."""
    merged: list[tuple[float, float]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + _TOUCH_S:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def _finding(report: PlaybackReport) -> Finding:
    return Finding(
        "LADDER-009",
        Severity.STALL,
        f"{report.engine.title}: {report.reason}",
        clause="MSE, 3.5.11 (initialization segment received)",
        remedy="Make all rungs in one group, with the same encoder and the same keyframes.",
    )


def _doubts(waits: int, sparse: int) -> tuple[str, ...]:
    """Say what is no fault, and yet not as it should be."""
    found = []
    if waits:
        found.append(f"It waits for a moment at {waits} changes, also at normal speed.")
    if sparse:
        found.append(f"Frames were left out at {sparse} changes, as this engine does when busy.")
    return tuple(found)
