"""What one engine did with a file: one line, and everything else behind a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from studio.ui import foreseen_words
from studio.ui.engine_details import EngineDetails
from studio.ui.theme import Theme
from studio.ui.verdict_parts import ICON, IconLine
from studio.ui.verdict_words import MARK_ICONS, WARN_ICON, played_line
from studio.ui.widgets import UNIT, Panel
from studio.verdict.model import Finding, Ladder, Outcome, PlaybackReport
from studio.verdict.prediction import Prediction


@dataclass(frozen=True, slots=True)
class Seen:
    """One engine of a verdict: what it did, and what was predicted for it."""

    report: PlaybackReport
    prediction: Prediction | None
    findings: tuple[Finding, ...] = ()
    """Of the file; they explain what the engine said."""


class EngineCard(Panel):
    """A box of its own for each engine; its details are made when they are first wanted."""

    def __init__(self, theme: Theme, seen: Seen, *, is_open: bool = False) -> None:
        super().__init__(theme)
        self.seen = seen
        self.details: EngineDetails | None = None
        self.title, said = played_line(seen.report)
        self.line = IconLine(theme, *_icon(seen.report), self.title, "\n".join(_lines(said, seen)))
        self.more = QToolButton()
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setIconSize(QSize(14, 14))
        self.more.toggled.connect(self._on_toggled)
        self._lay_out()
        self.retranslate()
        self.restyle()
        self.more.setChecked(is_open)

    def _lay_out(self) -> None:
        box = QFrame()
        box.setProperty("box", "info")
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(12, UNIT, 12, UNIT)
        self._column.setSpacing(2)
        self._column.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setContentsMargins(ICON + 2, 0, 0, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box)

    def retranslate(self) -> None:
        """Set the button's text; a verdict's panel makes the rest anew."""
        self.more.setText(self.tr("Details"))
        self.more.setAccessibleName(self.tr("Details of {engine}").format(engine=self.title))
        self.setAccessibleName(self.line.accessibleName())

    def restyle(self) -> None:
        """Set the button's icon."""
        icon = "mdi6.chevron-up" if self.more.isChecked() else "mdi6.chevron-down"
        self.more.setIcon(self.theme.icon(icon, "secondary"))

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.details is None:
            self.details = EngineDetails(self.theme, self.seen.report, self.seen.prediction)
            self.details.fill(self.seen.findings)
            self._column.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(is_open)
        self.restyle()


def _icon(report: PlaybackReport) -> tuple[str, str]:
    return WARN_ICON if report.ladder is Ladder.WARN else MARK_ICONS[report.outcome]


def _lines(said: str, seen: Seen) -> Sequence[str]:
    """What it did; that it was played twice; and what was predicted, where that differs."""
    lines = [said]
    if seen.report.attempts > 1:
        lines.append(QCoreApplication.translate("EngineCard", "Played a second time, slowly."))
    prediction = seen.prediction
    if prediction is not None and seen.report.outcome is not Outcome.NOT_TESTED:
        lines.append(foreseen_words.observed_note(prediction, seen.report))
    return lines
