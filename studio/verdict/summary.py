"""Findings and reports in, verdict out: the ladder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from studio.verdict.engine_models import model_for
from studio.verdict.model import (
    Effect,
    Finding,
    Hit,
    Ladder,
    Outcome,
    PlaybackReport,
    Severity,
    Verdict,
)
from studio.verdict.prediction import Foreseen, Prediction

ByteRange = tuple[int, int]
FATAL = frozenset({Severity.BLOCK, Severity.LOSS, Severity.STALL})
DOUBTFUL = frozenset({Severity.SYNC, Severity.WARN})


def judge_findings(findings: Sequence[Finding], predictions: Sequence[Prediction] = ()) -> Verdict:
    """Return the verdict from the file alone, when nothing was played; never a pass."""
    verdict = conclude(findings, (), predictions=predictions)
    if verdict.ladder is not Ladder.NOT_PLAYED or not predictions:
        return verdict
    fails = [p for p in predictions if p.version and p.foreseen not in _NO_FAULT]
    if fails:
        summary = f"Should not play in {titles(fails)}: {fails[0].reason}"
        return replace(verdict, ladder=Ladder.FAIL, summary=summary)
    plays = [p for p in predictions if p.plays and p.version]
    if plays:
        return replace(verdict, summary=f"Not played; it should play in {titles(plays)}.")
    return replace(verdict, summary="Not played; no engine we know can decode it.")


_NO_FAULT = (Foreseen.PLAYS, Foreseen.UNSUPPORTED)


def titles(predictions: Iterable[Prediction]) -> str:
    """Return ``Chromium 156 and Firefox 153``."""
    return _listed([f"{p.title} {p.version}".strip() for p in predictions])


def conclude(
    findings: Sequence[Finding],
    reports: Sequence[PlaybackReport],
    codecs: str = "",
    *,
    predictions: Sequence[Prediction] = (),
    appended: Sequence[ByteRange] | None = None,
) -> Verdict:
    """Return the verdict that follows from findings and reports.

    FAIL when an engine that can decode the file failed, or a finding says that one will
    which was not played here; a finding about engines that did play the file through, by
    every witness, is refuted and a WARN at most. PASS only when at least one engine played
    it fully. An engine that cannot decode the codecs, or was not tested, counts neither way;
    one that gave no answer leaves a doubt.

    Args:
        findings: of the static rules, and of what came otherwise than predicted.
        reports: one per engine asked.
        codecs: what to call the codecs, for "no engine here can decode ...".
        predictions: what was expected; carried along, never counted as played.
        appended: which bytes of the file the engines were given, first and end of each run;
            what stands elsewhere is never refuted. None: all of it.
    """
    ladder, summary = _ladder(findings, reports, codecs, appended)
    return Verdict(ladder, summary, tuple(findings), tuple(reports), tuple(predictions))


def _ladder(
    findings: Sequence[Finding],
    reports: Sequence[PlaybackReport],
    codecs: str,
    appended: Sequence[ByteRange] | None,
) -> tuple[Ladder, str]:
    played = [report for report in reports if report.outcome is Outcome.PLAYED]
    failed = [report for report in reports if report.outcome is Outcome.FAILED]
    fatal = [finding for finding in findings if finding.severity in FATAL]
    standing = [f for f in fatal if not is_refuted(f, reports, appended)]
    if failed:
        return Ladder.FAIL, _failed(failed, played)
    if standing:
        also = f" It did play in {names(played)}." if played else ""
        return Ladder.FAIL, f"{standing[0].message}{also}"
    if not played:
        return Ladder.NOT_PLAYED, _not_played(reports, codecs)
    text = f"Played to its end in {names(played)}{_frames(played)}."
    doubts = [*_silent(reports), *_doubts(findings, fatal, played)]
    if doubts:
        return Ladder.WARN, f"{text} {doubts[0]}"
    untested = [report for report in reports if report.outcome is Outcome.NOT_TESTED]
    also = f" Not tested: {names(untested)}." if untested else ""
    return Ladder.PASS, text + also


def is_refuted(
    finding: Finding,
    reports: Sequence[PlaybackReport],
    appended: Sequence[ByteRange] | None = None,
) -> bool:
    """Tell whether every engine a finding is about was played here and played it through.

    A finding that names no family is about the file itself and is never refuted; nor is one
    about bytes that no engine was given.
    """
    if not _was_given(finding.offset, appended):
        return False
    families = [hit for hit in finding.hits if hit.effect is not Effect.HARMLESS]
    return bool(families) and all(_is_disproved(hit, reports) for hit in families)


def _was_given(offset: int | None, appended: Sequence[ByteRange] | None) -> bool:
    if offset is None or appended is None:
        return True
    return any(begin <= offset < end for begin, end in appended)


def _is_disproved(hit: Hit, reports: Sequence[PlaybackReport]) -> bool:
    mine = [report.outcome for report in reports if _is_about(hit, report.engine.name)]
    return Outcome.PLAYED in mine and Outcome.FAILED not in mine


def _is_about(hit: Hit, engine: str) -> bool:
    model = model_for(engine)
    return model is not None and model.family is hit.family and hit.concerns(model.name)


def _silent(reports: Sequence[PlaybackReport]) -> Iterator[str]:
    silent = [report for report in reports if report.outcome is Outcome.NO_REPORT]
    if silent:
        yield f"No answer from {names(silent)}: {silent[0].reason}"


def _doubts(
    findings: Sequence[Finding], refuted: Sequence[Finding], played: Sequence[PlaybackReport]
) -> Iterator[str]:
    """Yield what keeps a played file from being a pass."""
    for finding in refuted:
        yield f"A rule says otherwise ({finding.code}): {finding.message}"
    yield from (finding.message for finding in findings if finding.severity in DOUBTFUL)
    yield from (f"{r.engine.title}: {text}" for r in played for text in r.warnings)


def names(reports: Iterable[PlaybackReport]) -> str:
    """Return ``Chromium 156.0 and Firefox 153.7``."""
    return _listed([f"{r.engine.title} {r.engine.version}".strip() for r in reports])


def _listed(known: Sequence[str]) -> str:
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} and {known[-1]}"


def _failed(failed: Sequence[PlaybackReport], played: Sequence[PlaybackReport]) -> str:
    also = f" It did play in {names(played)}." if played else ""
    return f"Does not play in {names(failed)}: {failed[0].reason}{also}"


def _frames(played: Sequence[PlaybackReport]) -> str:
    expected = played[0].frames_expected
    return f", all {expected} frames" if expected else ""


def _not_played(reports: Sequence[PlaybackReport], codecs: str) -> str:
    unable = [report for report in reports if report.outcome is Outcome.UNSUPPORTED]
    silent = [report for report in reports if report.outcome is Outcome.NO_REPORT]
    untested = [report for report in reports if report.outcome is Outcome.NOT_TESTED]
    if silent:
        return f"Not played: no answer from {names(silent)} ({silent[0].reason})"
    if untested:
        also = f" {names(unable)} cannot decode it here." if unable else ""
        return f"Not played: {names(untested)} was not tested: {untested[0].reason}{also}"
    if unable:
        return f"Not played: no engine here can decode {codecs or 'this format'}."
    return "Not played: no engine was asked."
