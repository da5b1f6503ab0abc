"""A repair while it runs, and what it came to: what was done, the proof, before and after."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.repair.mend import CancelledError, MendReport
from studio.ui import foreseen_words
from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.verdict_parts import FindingRow
from studio.ui.widgets import UNIT, MessageBox, Meter, Text
from studio.verdict.prediction import Prediction
from studio.workflow.mending import MendOutcome, mend_file

WIDTH, HEIGHT = 68 * UNIT, 60 * UNIT


class RepairDialog(QDialog):
    """Runs one repair on a worker; the window stays usable."""

    failed = Signal(object)
    """A StudioError; the dialog is closed."""
    add_wanted = Signal(object)
    """The files that were written shall be in the list."""
    ended = Signal()
    """The repair is over, one way or another."""

    def __init__(self, theme: Theme, source: Path, target: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._source, self._target = theme, source, target
        self._workers = Workers("repair", 1, self)
        self._cancel = threading.Event()
        self.outcome: MendOutcome | None = None
        self.stage = Text()
        self.meter = Meter(theme)
        self.meter.setAccessibleName(self.tr("Progress of the repair"))
        self.cancel = QPushButton()
        self.add, self.folder, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        self.add.setProperty("role", "primary")
        self.cancel.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.reject)
        self.add.clicked.connect(self._on_add)
        self.folder.clicked.connect(self._on_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.stage)
        column.addWidget(self.meter)
        column.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.folder, self.add, self.close_button, self.cancel):
            row.addWidget(button)
        column.addLayout(row)
        for part in (self._area, self.add, self.folder, self.close_button):
            part.hide()
        self.setMinimumWidth(WIDTH)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Repair {name}").format(name=self._source.name))
        self._area.setAccessibleName(self.tr("What the repair came to"))
        self.stage.setText(
            self.tr("Frames are copied into a new file, which is then compared with the source.")
        )
        for button, text in (
            (self.cancel, self.tr("Cancel")),
            (self.add, self.tr("Add to list")),
            (self.folder, self.tr("Show in folder")),
            (self.close_button, self.tr("Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            if self.outcome is not None:
                self._show_outcome(self.outcome)
        super().changeEvent(event)

    # -- running ---------------------------------------------------------------------

    def start(self) -> None:
        """Begin."""
        source, target, cancel = self._source, self._target, self._cancel
        later, show = self._workers.call_later, self.meter.set_fraction

        def work() -> MendOutcome:
            return mend_file(source, target, on_progress=lambda f: later(show, f), cancel=cancel)

        self._workers.run(work, self._on_done, self._on_problem)

    def done(self, result: int) -> None:
        """Stop what still runs; nothing is left of it."""
        self._cancel.set()
        self._workers.stop(wait=False)
        super().done(result)

    def _on_problem(self, problem: StudioError) -> None:
        self.ended.emit()
        self.reject()
        if not isinstance(problem, CancelledError):
            self.failed.emit(problem)

    def _on_done(self, outcome: MendOutcome) -> None:
        self.outcome = outcome
        for old in (self.stage, self.meter, self.cancel):
            old.hide()
        for new in (self._area, self.close_button):
            new.show()
        for button in (self.add, self.folder):
            button.setVisible(bool(outcome.outputs))
        self._show_outcome(outcome)
        self.resize(max(self.width(), WIDTH), HEIGHT)
        (self.add if outcome.outputs else self.close_button).setFocus()
        self.ended.emit()

    # -- the outcome -----------------------------------------------------------------

    def _show_outcome(self, outcome: MendOutcome) -> None:
        content, report = QFrame(), outcome.report
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, UNIT, 0)
        column.setSpacing(UNIT)
        box = MessageBox(self._theme, "info")
        if outcome.outputs:
            names = ", ".join(path.name for path in outcome.outputs)
            what = self.tr("Written: {name}").format(name=names)
            box.say(
                what, self.tr("Proof: %n frame(s) found again, byte for byte.", "", report.frames)
            )
        else:
            box.say(self.tr("Nothing had to be repaired; no file was written."))
        column.addWidget(box)
        for name, text in self._compared(report):
            self._section(column, name, text)
        if report.left:
            self._section(column, self.tr("What is left"), "")
            for finding in report.left:
                column.addWidget(FindingRow(self._theme, finding))
        column.addStretch(1)
        self._area.setWidget(content)

    def _compared(self, report: MendReport) -> list[tuple[str, str]]:
        after = [one for mended in report.results for one in mended.after.predictions]
        done = "\n".join(f"• {translated(change.sentence)}" for change in report.changes)
        rows = [
            (self.tr("What was done"), done),
            (self.tr("Before (predicted)"), _said(report.before.predictions)),
            (self.tr("After (predicted, not played yet)"), _said(after)),
        ]
        return [row for row in rows if row[1]]

    def _section(self, column: QVBoxLayout, name: str, text: str) -> None:
        title = Text("section")
        title.setText(name)
        column.addWidget(title)
        if text:
            label = Text(selectable=True)
            label.setText(text)
            column.addWidget(label)

    def _on_add(self) -> None:
        if self.outcome is not None:
            self.add_wanted.emit(list(self.outcome.outputs))
        self.accept()

    def _on_folder(self) -> None:
        if self.outcome is not None and self.outcome.outputs:
            folder = self.outcome.outputs[0].parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _said(predictions: Sequence[Prediction]) -> str:
    return foreseen_words.foreseen_sentence(predictions) if predictions else ""
