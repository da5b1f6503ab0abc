"""A verdict as lines of text: predicted and observed, one engine below the other."""

from collections.abc import Iterator

from studio.cli.console import print_line
from studio.verdict import report as reports
from studio.verdict.model import Finding, Ladder, Outcome, PlaybackReport
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report import CheckedFile, CheckReport
from studio.verdict.report_facts import SILENT, Fact, explained, facts
from studio.verdict.report_words import Words

MARKS = {Ladder.PASS: "PASS", Ladder.WARN: "WARN", Ladder.FAIL: "FAIL", Ladder.NOT_PLAYED: "----"}
WORDS = Words(dash="-")
_NAMED = {
    "buffered": "buffered {}",
    "frames": "frames {}",
    "entries": "entries {}",
    "seeks": "seeks {}",
    "first": "first picture {}",
    "waits": "waits {}",
    "offset": "sound {}",
    "took": "took {}",
}
"""How a fact is told in a line; others are left to ``--json`` and ``--html``."""


def print_verdict(file: CheckedFile) -> None:
    """Print what was found on one file, its engines first."""
    verdict = file.verdict
    if verdict is None:
        return
    named = f"{file.path} ({file.rendition})" if file.rendition else str(file.path)
    print_line(f"{MARKS[verdict.ladder]}  {named}: {verdict.summary}")
    for report in verdict.reports:
        prediction = reports.prediction_for(verdict, report.engine.name)
        for line in _compared(report, prediction, verdict.findings):
            print_line(f"      {line}")
    if not verdict.reports:
        for prediction in verdict.predictions:
            print_line(f"      {_foreseen(prediction)}")
    for finding in verdict.findings:
        print_finding(finding)


def print_counts(report: CheckReport) -> None:
    """Print one line on all files: ``12 passed, 1 with remarks, 2 failed, 1 not played``."""
    found = reports.count(report.files)
    told = [
        (found.passed, "passed"),
        (found.warned, "with remarks"),
        (found.failed, "failed"),
        (found.not_played, "not played"),
        (found.unread, "could not be read"),
    ]
    line = ", ".join(f"{count} {word}" for count, word in told if count)
    print_line(line or "Nothing was checked")


def _compared(
    report: PlaybackReport, prediction: Prediction | None, findings: tuple[Finding, ...]
) -> Iterator[str]:
    found = facts(prediction, report, WORDS)
    title = f"{report.engine.title} {report.engine.version}".strip()
    if report.outcome not in (Outcome.PLAYED, Outcome.FAILED):
        expected = f"; predicted: {WORDS.foreseen(prediction.foreseen)}" if prediction else ""
        reason = "" if report.outcome is Outcome.UNSUPPORTED else f": {report.reason}"
        yield f"{title}: {WORDS.outcome(report.outcome)}{reason}{expected}"
        return
    yield f"{title}: {WORDS.outcome(report.outcome)}"
    yield f"  predicted  {_line([(fact, fact.predicted) for fact in found]) or 'nothing known'}"
    yield f"  observed   {_line([(fact, fact.observed) for fact in found])}"
    if report.outcome is Outcome.FAILED:
        yield f"  {report.reason}"
        meaning = explained(report.reason, findings)
        if meaning is not None and meaning.finding is not None:
            yield f"  This is {meaning.code}, see below."
        elif meaning is not None:
            yield f"  {meaning.code}: {meaning.cause} {meaning.remedy}".rstrip()
    if report.doubtful:
        yield f"  {WORDS.doubt()}"
    for text in report.warnings:
        yield f"  remark: {text}"


def _line(texts: list[tuple[Fact, str]]) -> str:
    parts = []
    for fact, text in texts:
        if text and fact.key == "outcome":
            parts.append(text)
        elif text and fact.key in _NAMED:
            parts.append(_NAMED[fact.key].format(text))
    return "; ".join(parts)


def _foreseen(prediction: Prediction) -> str:
    """Say what is predicted for one engine, in one line."""
    basis = "predicted" if prediction.version else "predicted, never measured"
    line = f"{prediction.title} {prediction.version}".strip()
    line += f" ({basis}): {WORDS.foreseen(prediction.foreseen)}"
    if prediction.foreseen is Foreseen.PLAYS and prediction.run is not None:
        line += f", buffered {WORDS.ranges(prediction.run.buffered)}"
    if prediction.av_offset_ms and prediction.foreseen not in SILENT:
        line += f", sound {float(prediction.av_offset_ms):+.1f} ms"
    return f"{line}: {prediction.reason}" if prediction.reason else line


def print_finding(finding: Finding) -> None:
    """Print a finding with its place, what it does where, and its cure."""
    place = "" if finding.offset is None else f" at byte {finding.offset}"
    place += f" ({finding.place})" if finding.place else ""
    print_line(f"      {finding.code} {finding.severity}{place}: {finding.message}")
    for hit in finding.hits:
        words = f": {hit.words}" if hit.words else ""
        print_line(f"        {hit.family} {hit.effect}{words}")
    if finding.remedy:
        print_line(f"        {finding.remedy}")
    if finding.cure is not None and finding.cure.useless:
        print_line(f"        Of no use: {', '.join(finding.cure.useless)}.")
