"""Predicted beside observed, the steps with their times, the picture, and what was said."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from studio.ui import words
from studio.ui.core_words import translated
from studio.ui.picture_view import PictureButton
from studio.ui.theme import Theme
from studio.ui.verdict_parts import breakable
from studio.ui.verdict_words import engine_name
from studio.ui.widgets import UNIT, Text
from studio.verdict.model import Finding, Outcome, PlaybackReport, Step, StepState
from studio.verdict.prediction import Prediction
from studio.verdict.report_facts import Fact, explained, facts, said_by
from studio.verdict.report_words import Words

STEP_ICONS = {
    StepState.DONE: ("mdi6.check", "success"),
    StepState.FAILED: ("mdi6.close", "danger"),
    StepState.SKIPPED: ("mdi6.minus", "secondary"),
}
STEP_ICON = 14
LABEL_SHARE, VALUE_SHARE = 3, 4
"""Widths of the columns, one to the other."""


class EngineDetails(QFrame):
    """Everything about one engine and one file, to read and to copy."""

    def __init__(self, theme: Theme, report: PlaybackReport, prediction: Prediction | None) -> None:
        super().__init__()
        self._theme, self._report, self._prediction = theme, report, prediction
        self._words = Words(translated)
        self.picture: PictureButton | None = None
        self.rows: list[Fact] = []
        self.lines: list[str] = []
        """All that is said, line by line, to be copied."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, UNIT, 0, UNIT)
        self._column.setSpacing(4)

    def fill(self, findings: Sequence[Finding]) -> None:
        """Show it; ``findings`` are the file's, to explain what the engine said."""
        self.rows = list(facts(self._prediction, self._report, self._words))
        self.lines = [engine_name(self._report.engine)]
        self._add_facts()
        self._add_picture()
        self._add_steps()
        self._add_messages(findings)
        self._add_copy()

    # -- parts -----------------------------------------------------------------------

    def _add_facts(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(4)
        for column, share in enumerate((LABEL_SHARE, VALUE_SHARE, VALUE_SHARE)):
            grid.setColumnStretch(column, share)
        predicted, observed = self.tr("Predicted"), self.tr("Observed")
        grid.addWidget(_text(predicted, "secondary"), 0, 1)
        grid.addWidget(_text(observed, "secondary"), 0, 2)
        for row, fact in enumerate(self.rows, 1):
            values = (fact.predicted or words.NOTHING, fact.observed or words.NOTHING)
            grid.addWidget(_text(fact.label, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, (kind, value) in enumerate(
                zip((predicted, observed), values, strict=True), 1
            ):
                cell = _text(value)
                cell.setAccessibleName(f"{fact.label}, {kind}: {value}")
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
            self.lines.append(f"{fact.label}: {predicted} {values[0]}, {observed} {values[1]}")
        self._column.addLayout(grid)

    def _add_picture(self) -> None:
        picture = self._report.picture
        if picture is not None:
            self.picture = PictureButton(picture, engine_name(self._report.engine))
            self._column.addSpacing(UNIT)
            self._column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
            self.lines.append(self.picture.name)

    def _add_steps(self) -> None:
        if self._report.steps:
            self._say_caption(self.tr("Steps"))
        for step in self._report.steps:
            self._add_step(step)

    def _add_step(self, step: Step) -> None:
        name, state = self._words.step(step.name), self._words.step_state(step.state)
        took = self._words.took(step.milliseconds) if step.milliseconds else ""
        said = name if step.state is StepState.DONE else f"{name}: {state}"
        detail = self._words.core(step.detail) if step.detail else ""
        icon = QLabel()
        icon.setFixedSize(STEP_ICON, STEP_ICON)
        icon.setPixmap(
            self._theme.icon(*STEP_ICONS[step.state]).pixmap(QSize(STEP_ICON, STEP_ICON), 2.0)
        )
        icon.setScaledContents(True)
        what, when = _text("\n".join(filter(None, (said, detail)))), _text(took, "secondary")
        what.setAccessibleName(", ".join(filter(None, (f"{name}: {state}", took, detail))))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(what, 1)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        when.setWordWrap(False)
        self._column.addLayout(row)
        self.lines.append(what.accessibleName())

    def _add_messages(self, findings: Sequence[Finding]) -> None:
        told: set[str] = set()
        said = said_by(self._report)
        if said:
            self._say_caption(self.tr("What it said"))
        for message in said:
            shown = self._words.core(message)
            self._say(shown)
            if self._report.outcome is Outcome.UNSUPPORTED:
                continue
            for line in _meaning(message, findings, told):
                self._say(line, "secondary")

    def _add_copy(self) -> None:
        copy = QPushButton(self.tr("Copy details"))
        copy.setProperty("role", "link")
        copy.setAccessibleName(copy.text())
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self.lines)))
        self._column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_caption(self, text: str) -> None:
        self._column.addSpacing(UNIT)
        self._column.addWidget(_text(text, "section"))
        self.lines.append(text)

    def _say(self, text: str, tone: str = "") -> None:
        self._column.addWidget(_text(text, tone))
        self.lines.append(text)


def _meaning(message: str, findings: Sequence[Finding], told: set[str]) -> Iterator[str]:
    """Yield what an engine's words mean and what helps; nothing when they are not known."""
    found = explained(message, findings, told)
    if found is not None:
        yield f"{found.code}: {translated(found.cause)}"
        if found.remedy:
            yield translated(found.remedy)


def _text(text: str, tone: str = "") -> Text:
    label = Text(tone, selectable=True)
    label.setText(breakable(text))
    return label
