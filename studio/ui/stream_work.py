"""A dialog around one long piece of work: what it shall be, how far it is, what it came to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.transcode.control import CancelledError, Control
from studio.ui.actions import short_text
from studio.ui.banners import Notice, show_details
from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Meter, Text

WIDTH = 66 * UNIT
Tell = Callable[[float, str], None]
"""Told how far the work is, 0 to 1, and what is done just now."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: where it is, a sentence, more below it, and in which tone."""

    path: Path
    what: str
    more: tuple[str, ...] = ()
    tone: str = "success"


class WorkDialog(QDialog):
    """Asks, then works on a worker; closing it cancels, and nothing is left of the work then.

    A subclass adds its fields by ``add_field``, names everything in ``name_all``, and returns
    what to do from ``work``.
    """

    ended = Signal(object)
    """The Path of the result, or None."""

    def __init__(self, theme: Theme, parent: QWidget, target: Path) -> None:
        super().__init__(parent)
        self._workers = Workers("stream-work", 1, self)
        self.control = Control()
        self.made: Made | None = None
        self.problem: StudioError | None = None
        self.is_working = False
        self.intro, self.stage = Text("secondary"), Text("secondary")
        self.target = QLineEdit(str(target))
        self.choose = self.target.addAction(
            theme.icon("mdi6.folder-outline"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.choose.triggered.connect(self._on_choose)
        self.message = MessageBox(theme)
        self.meter = Meter(theme)
        self.go, self.folder, self.details = QPushButton(), QPushButton(), QPushButton()
        self.close_button = QPushButton()
        self._labels: list[tuple[QLabel, QWidget]] = []
        self._form = QFormLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.begin)
        self.folder.clicked.connect(self._on_folder)
        self.details.clicked.connect(self._on_details)
        self.close_button.clicked.connect(self.reject)
        self._form.setHorizontalSpacing(2 * UNIT)
        self._form.setVerticalSpacing(UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + UNIT // 2)
        column.addWidget(self.intro)
        column.addLayout(self._form)
        for part in (self.stage, self.meter, self.message):
            column.addWidget(part)
            part.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.details, self.folder, self.go, self.close_button):
            button.setAutoDefault(button is self.go)
            row.addWidget(button)
        column.addLayout(row)
        self.setMinimumWidth(WIDTH)

    def add_field(self, field: QWidget) -> None:
        """Add one line to the form."""
        label = QLabel()
        label.setBuddy(field)
        self._form.addRow(label, field)
        self._labels.append((label, field))

    def add_line(self, widget: QWidget) -> None:
        """Add one line that names itself."""
        self._form.addRow("", widget)
        self._labels.append((QLabel(), widget))

    def name_field(self, field: QWidget, name: str) -> None:
        """Give a field its label."""
        field.setAccessibleName(short_text(name))
        for label, known in self._labels:
            if known is field:
                label.setText(name)

    def name_all(self) -> None:
        """Set every text of the subclass."""

    def work(self, target: Path) -> Callable[[Tell, Control], Any]:
        """Return what shall be done, with all that was chosen; it runs on a worker.

        Raises:
            StudioError: what was chosen does not do.
        """
        raise NotImplementedError

    def told(self, result: Any) -> Made:
        """Say what came of it."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text."""
        self.meter.setAccessibleName(self.tr("Progress"))
        self.choose.setText(self.tr("Choose a folder"))
        self.choose.setToolTip(self.tr("Choose a folder"))
        for button, text in (
            (self.folder, self.tr("Show in folder")),
            (self.details, self.tr("Details")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.name_field(self.target, self.tr("Write &to"))
        self.name_all()
        self._refresh()

    def _on_choose(self) -> None:
        """Ask for the folder around the result; its name stays."""
        known = Path(self.target.text().strip()).expanduser()
        title = self.tr("Choose a folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(known.parent))
        if chosen:
            self.target.setText(str(Path(chosen) / known.name))

    # -- working ---------------------------------------------------------------------

    def begin(self) -> None:
        """Do what was chosen."""
        self.problem = None
        try:
            act = self.work(Path(self.target.text().strip()).expanduser())
        except StudioError as problem:
            self._on_problem(problem)
            return
        control, later = self.control, self._workers.call_later
        self.is_working = True
        self._show_progress(0.0, "")

        def run() -> object:
            try:
                return act(lambda share, doing: later(self._show_progress, share, doing), control)
            except CancelledError:
                return None

        self._workers.run(run, self._on_made, self._on_problem)
        self._refresh()

    def _show_progress(self, share: float, doing: str) -> None:
        self.meter.set_fraction(share)
        self.stage.setText(self.stage_text(doing))

    def stage_text(self, doing: str) -> str:
        """Return what is done now, in words."""
        return doing

    def _on_made(self, result: object) -> None:
        self.is_working = False
        self.made = self.told(result) if result is not None else None
        self._refresh()
        self.ended.emit(self.made.path if self.made is not None else None)

    def _on_problem(self, problem: StudioError) -> None:
        self.is_working, self.problem = False, problem
        self._refresh()
        self.ended.emit(None)

    def _refresh(self) -> None:
        made, problem = self.made, self.problem
        for _, field in self._labels:
            field.setEnabled(not self.is_working and made is None)
        self.stage.setVisible(self.is_working)
        self.meter.setVisible(self.is_working)
        self.go.setVisible(made is None)
        self.go.setEnabled(not self.is_working)
        self.folder.setVisible(made is not None)
        long = made.more if made is not None else (problem.detail,) if problem is not None else ()
        self.details.setVisible(any(long))
        self.close_button.setText(self.tr("Cancel") if made is None else self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.message.setVisible(made is not None or problem is not None)
        if made is not None:
            self.message.set_tone(made.tone)
            self.message.say(made.what, made.path.name)
        elif problem is not None:
            self.message.set_tone("danger")
            self.message.say(problem.what, problem.hint)

    def done(self, result: int) -> None:
        """Cancel what still runs."""
        self.control.cancel()
        self._workers.stop(wait=False)
        super().done(result)

    def _on_folder(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made.path.parent)))

    def _on_details(self) -> None:
        if self.made is not None:
            lines = "\n".join(translated(line) for line in self.made.more)
            show_details(self, Notice("work", self.made.what, detail=lines))
        elif self.problem is not None:
            show_details(self, Notice.of("work", self.problem))
