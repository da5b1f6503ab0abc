"""A verdict in plain words: one sentence, one line per engine, and what was found."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from studio.ui import foreseen_words, words
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.look import Look
from studio.ui.theme import Theme
from studio.ui.widgets import MessageBox, Text
from studio.verdict.browsers import EngineKind
from studio.verdict.model import Ladder, Outcome, PlaybackReport, Severity, Verdict
from studio.verdict.summary import DOUBTFUL

PLAYED_TONES = {
    Ladder.PASS: "success",
    Ladder.WARN: "warning",
    Ladder.FAIL: "danger",
    Ladder.NOT_PLAYED: "info",
}


class VerdictBox(QFrame):
    """Shows the verdict of one entry; invisible when there is nothing to say."""

    more_wanted = Signal()
    """The user wants to know why, and what helps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.caption = Text("secondary")
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.clicked.connect(lambda _checked: self.more_wanted.emit())
        self.message = MessageBox(theme)
        self.engines = Text("secondary", selectable=True)
        self.findings = Text("secondary", selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.caption, self.message, self.engines, self.findings):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_entry(self, entry: Entry | None) -> None:
        """Show what is known of this entry."""
        self.setVisible(entry is not None and _has_something(entry))
        if entry is None:
            return
        self.more.setText(self.tr("Why, and what helps"))
        self.more.setAccessibleName(self.more.text())
        verdict, look = entry.verdict, None if entry.is_played else entry.foreseen
        lines = [engine_line(report) for report in verdict.reports] if verdict else []
        remarks = [_finding_line(verdict, number) for number in _worth_telling(verdict)]
        self.engines.setText("\n".join(f"• {line}" for line in lines))
        self.engines.setVisible(bool(lines))
        self.findings.setText("\n".join(remarks))
        self.findings.setVisible(bool(remarks) and look is None)
        self.caption.setText(self.tr("Predicted, not played"))
        self.caption.setVisible(look is not None and not entry.checking)
        if entry.checking:
            self.message.set_tone("info")
            self.message.say(self.tr("Being checked in real engines…"), entry.checking)
        elif entry.check_problem is not None:
            self.message.set_tone("danger")
            self.message.say(entry.check_problem.what, entry.check_problem.hint)
        elif look is not None:
            self._show_look(look)
        elif verdict is not None:
            self.message.set_tone(PLAYED_TONES[verdict.ladder])
            self.message.say(verdict_sentence(verdict))

    def _show_look(self, look: Look) -> None:
        self.message.set_tone(max((foreseen_tone(p.verdict) for p in look.parts), key=_TONE_RANK))
        self.message.say(foreseen_words.look_sentence(look))


_TONE_RANK = ("info", "warning", "danger").index


def foreseen_tone(verdict: Verdict) -> str:
    """Colour of what was predicted: never that of success."""
    if verdict.ladder is Ladder.FAIL:
        return "danger"
    doubtful = any(finding.severity in DOUBTFUL for finding in verdict.findings)
    return "warning" if doubtful else "info"


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
        case Ladder.NOT_PLAYED if _names(verdict, Outcome.NO_REPORT):
            text = QCoreApplication.translate("VerdictBox", "Not played: no answer from {engines}.")
            return text.format(engines=_names(verdict, Outcome.NO_REPORT))
        case _:
            return QCoreApplication.translate(
                "VerdictBox", "Not played: no engine here can decode this format."
            )


def played_in(verdict: Verdict) -> str:
    """Names of the engines that played the file, for a sentence; empty when none did."""
    return _names(verdict, Outcome.PLAYED)


def engine_line(report: PlaybackReport) -> str:
    """Say what one engine did."""
    return ": ".join(played_line(report))


def played_line(report: PlaybackReport) -> tuple[str, str]:
    """Return an engine's name, and what it did."""
    name = f"{report.engine.title} {report.engine.version}".strip()
    what = words.outcome_text(report.outcome)
    if report.outcome is Outcome.PLAYED and report.frames_expected:
        frames = words.Plural().decoded_of(report.frames_decoded, report.frames_expected)
        what = f"{what}, {frames}"
    if report.outcome in (Outcome.FAILED, Outcome.NO_REPORT) and report.reason:
        what = f"{what}. {translated(report.reason)}"
    return name, what


def _names(verdict: Verdict, outcome: Outcome) -> str:
    reports = [report for report in verdict.reports if report.outcome is outcome]
    return ", ".join(_name_of(report) for report in reports)


def _name_of(report: PlaybackReport) -> str:
    if report.engine.name == EngineKind.EMBEDDED.value:
        return QCoreApplication.translate("VerdictBox", "the built-in player")
    return f"{report.engine.title} {_short(report.engine.version)}".strip()


def _short(version: str) -> str:
    return version.split(".", maxsplit=1)[0]


def _worth_telling(verdict: Verdict | None) -> list[int]:
    findings = verdict.findings if verdict else ()
    return [i for i, finding in enumerate(findings) if finding.severity is not Severity.INFO]


def _finding_line(verdict: Verdict | None, number: int) -> str:
    if verdict is None:
        return ""
    finding = verdict.findings[number]
    said = translated(f"{finding.message} {finding.remedy}".strip())
    return f"{finding.code}: {said}"


def _has_something(entry: Entry) -> bool:
    return bool(entry.checking or entry.verdict or entry.check_problem or entry.foreseen)
