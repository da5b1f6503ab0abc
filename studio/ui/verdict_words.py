"""What engines did with a file, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from studio.ui import foreseen_words, words
from studio.ui.core_words import translated
from studio.verdict.browsers import EngineKind
from studio.verdict.model import (
    EngineIdentity,
    Ladder,
    Outcome,
    PlaybackReport,
    Severity,
    Verdict,
)
from studio.verdict.prediction import Prediction

MARKS = {
    Outcome.PLAYED: "✓",
    Outcome.FAILED: "✕",
    Outcome.UNSUPPORTED: "–",
    Outcome.NO_REPORT: "?",
    Outcome.NOT_TESTED: "–",
}
MARK_ICONS = {
    Outcome.PLAYED: ("mdi6.check-decagram", "success"),
    Outcome.FAILED: ("mdi6.close-octagon", "danger"),
    Outcome.UNSUPPORTED: ("mdi6.help-circle-outline", "secondary"),
    Outcome.NO_REPORT: ("mdi6.timer-off-outline", "warning"),
    Outcome.NOT_TESTED: ("mdi6.minus-circle-outline", "secondary"),
}
"""Icon and colour for what one engine did; the line beside it says so, too."""
WARN_ICON = ("mdi6.alert", "warning")
PLAYED_TONES = {
    Ladder.PASS: "success",
    Ladder.WARN: "warning",
    Ladder.FAIL: "danger",
    Ladder.NOT_PLAYED: "info",
}
"""Of the box that says a verdict."""


def verdict_sentence(verdict: Verdict) -> str:
    """Say a verdict in one sentence, in the window's language."""
    played = _names(verdict, Outcome.PLAYED)
    failed = _names(verdict, Outcome.FAILED)
    match verdict.ladder:
        case Ladder.PASS:
            text = QCoreApplication.translate("VerdictBox", "Played to its end in {engines}.")
            return text.format(engines=played)
        case Ladder.WARN:
            text = QCoreApplication.translate(
                "VerdictBox", "Played to its end in {engines}, with remarks."
            )
            return text.format(engines=played)
        case Ladder.FAIL if failed:
            text = QCoreApplication.translate("VerdictBox", "Does not play in {engines}.")
            return text.format(engines=failed)
        case Ladder.FAIL:
            return QCoreApplication.translate("VerdictBox", "Will not play in every browser.")
        case _:
            return _not_played(verdict)


def _not_played(verdict: Verdict) -> str:
    if silent := _names(verdict, Outcome.NO_REPORT):
        text = QCoreApplication.translate("VerdictBox", "Not played: no answer from {engines}.")
        return text.format(engines=silent)
    if _names(verdict, Outcome.UNSUPPORTED):
        return QCoreApplication.translate(
            "VerdictBox", "Not played: no engine here can decode this format."
        )
    if untested := _names(verdict, Outcome.NOT_TESTED):
        text = QCoreApplication.translate("VerdictBox", "Not played: {engines} was not tested.")
        return text.format(engines=untested)
    return QCoreApplication.translate(
        "VerdictBox",
        "Not played: there is no browser to ask. See Browsers and engines in the Tools menu.",
    )


def why(verdict: Verdict) -> str:
    """Say the first reason behind a verdict that is no pass, in the window's language."""
    failed = [report for report in verdict.reports if report.outcome is Outcome.FAILED]
    if failed:
        return translated(failed[0].reason)
    warned = [text for report in verdict.reports for text in report.warnings]
    doubts = [one.message for one in verdict.findings if one.severity is not Severity.INFO]
    if verdict.ladder in (Ladder.WARN, Ladder.FAIL):
        return translated(next(iter([*warned, *doubts]), ""))
    return ""


def agreement_text(pairs: Sequence[tuple[PlaybackReport, Prediction | None]]) -> str:
    """Say in how many engines the prediction came true; empty where none can be compared."""
    known = [foreseen_words.agreement(one, report) for report, one in pairs if one is not None]
    compared = [agrees for agrees in known if agrees is not None]
    if not compared:
        return ""
    if all(compared):
        return QCoreApplication.translate("VerdictBox", "As predicted.")
    return words.Plural().as_predicted(compared.count(True), len(compared))


def played_in(verdict: Verdict) -> str:
    """Names of the engines that played the file, for a sentence; empty when none did."""
    return _names(verdict, Outcome.PLAYED)


def engine_line(report: PlaybackReport) -> str:
    """Say what one engine did."""
    return ": ".join(played_line(report))


def marked_line(report: PlaybackReport) -> str:
    """Return ``✓ Chromium 156: played to the end, 500 of 500 frames``."""
    is_doubtful = report.ladder is Ladder.WARN
    return f"{'!' if is_doubtful else MARKS[report.outcome]} {engine_line(report)}"


def played_line(report: PlaybackReport) -> tuple[str, str]:
    """Return an engine's name, and what it did."""
    what = words.outcome_text(report.outcome)
    if report.outcome is Outcome.PLAYED and report.frames_expected:
        frames = words.Plural().decoded_of(report.frames_decoded, report.frames_expected)
        what = f"{what}, {frames}"
    if report.outcome in (Outcome.FAILED, Outcome.NO_REPORT) and report.reason:
        what = f"{what}. {translated(report.reason)}"
    elif report.warnings:
        what = f"{what}. {translated(report.warnings[0])}"
    return engine_name(report.engine), what


def engine_name(engine: EngineIdentity) -> str:
    """Name and version of an engine, to begin a line with."""
    return f"{engine.title} {engine.version}".strip()


def when_played(verdict: Verdict, played_at: float) -> str:
    """Say when a verdict was taken; empty when that is not known."""
    if not played_at:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(played_at))
    date = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    played = QCoreApplication.translate("VerdictBox", "Played on {date}")
    checked = QCoreApplication.translate("VerdictBox", "Checked on {date}")
    return (checked if verdict.ladder is Ladder.NOT_PLAYED else played).format(date=date)


def _names(verdict: Verdict, outcome: Outcome) -> str:
    reports = [report for report in verdict.reports if report.outcome is outcome]
    return ", ".join(_name_of(report) for report in reports)


def _name_of(report: PlaybackReport) -> str:
    if report.engine.name == EngineKind.EMBEDDED.value:
        return QCoreApplication.translate("VerdictBox", "the built-in player")
    return f"{report.engine.title} {_short(report.engine.version)}".strip()


def _short(version: str) -> str:
    parts = version.split(".")
    return parts[0] if len(parts[0]) > 1 else ".".join(parts[:2])
