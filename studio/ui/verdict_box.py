"""A verdict in plain words: one sentence, one line per engine, and what was found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from studio.ui import foreseen_words, verdict_words
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.look import Look
from studio.ui.theme import Theme
from studio.ui.widgets import MessageBox, Text
from studio.verdict.model import Ladder, Severity, Verdict
from studio.verdict.summary import DOUBTFUL


class VerdictBox(QFrame):
    """Shows the verdict of one entry; invisible when there is nothing to say."""

    more_wanted = Signal()
    """The user wants to know why, and what helps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.has_words = False
        """Whether there is anything to say."""
        self.is_brief = False
        """Whether the sentence alone is shown; the rest is behind ``more``."""
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
        self.has_words = entry is not None and _has_something(entry)
        self.setVisible(self.has_words)
        if entry is None:
            return
        self.more.setText(self.tr("Why, and what helps"))
        self.more.setAccessibleName(self.more.text())
        verdict = entry.verdict if not entry.checking else None
        look = None if entry.is_played else entry.foreseen
        lines = [verdict_words.marked_line(report) for report in verdict.reports] if verdict else []
        remarks = [_finding_line(verdict, number) for number in _worth_telling(verdict)]
        self.engines.setText("\n".join(lines))
        self.findings.setText("\n".join(remarks) if look is None else "")
        self.set_brief(self.is_brief)
        self.caption.setText(self.tr("Predicted, not played"))
        self.caption.setVisible(look is not None and not entry.checking)
        if entry.checking:
            self.message.set_tone("info")
            now, later = self.tr("Being checked in real engines…"), self.tr("Waits to be checked.")
            self.message.say(later if entry.waits_for_check else now, entry.checking)
        elif entry.check_problem is not None:
            self.message.set_tone("danger")
            self.message.say(entry.check_problem.what, entry.check_problem.hint)
        elif look is not None:
            self._show_look(look)
        elif verdict is not None:
            self.message.set_tone(verdict_words.PLAYED_TONES[verdict.ladder])
            when = verdict_words.when_played(verdict, entry.played_at) if entry.is_kept else ""
            self.message.say(verdict_words.verdict_sentence(verdict), when)

    def set_brief(self, brief: bool) -> None:
        """Show the sentence alone, or all; where there is little room, the player needs it."""
        self.is_brief = brief
        for part in (self.engines, self.findings):
            part.setVisible(bool(part.text()) and not brief)

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
