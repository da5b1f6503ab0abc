"""The tab "Command": exactly what ffmpeg will be called with, and why each option is there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.transcode.model import EncodePlan
from studio.ui.core_words import translated
from studio.ui.entries import Entry, Prepared
from studio.ui.rich_list import RichList
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Panel, Text, use_fixed_font


class CommandPanel(Panel):
    """Shows one file's command."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._answer: Prepared | StudioError | None = None
        self._entry: Entry | None = None
        self._intro = Text("secondary")
        self.problem = MessageBox(theme, "danger")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setTabChangesFocus(True)
        use_fixed_font(self.text)
        self.copy = QPushButton()
        self.copy.clicked.connect(self._on_copy)
        self._reasons_title = Text("section")
        self.reasons = RichList(theme, fixed_pitch=True, pad=UNIT)
        self._lay_out()
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        top, bottom = QWidget(), QWidget()
        self._lower = bottom
        upper = QVBoxLayout(top)
        upper.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        upper.setSpacing(UNIT)
        upper.addWidget(self._intro)
        upper.addWidget(self.problem)
        upper.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        upper.addLayout(row)
        lower = QVBoxLayout(bottom)
        lower.setContentsMargins(0, UNIT, 0, 0)
        lower.setSpacing(UNIT)
        title = QVBoxLayout()
        title.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 0)
        title.addWidget(self._reasons_title)
        lower.addLayout(title)
        lower.addWidget(self.reasons, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(top)
        self._split.addWidget(bottom)
        self._split.setSizes([360, 440])
        self._split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def retranslate(self) -> None:
        """Set every text."""
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the command"))
        self.text.setAccessibleName(self.tr("ffmpeg command"))
        self._reasons_title.setText(self.tr("What each option does"))
        self.reasons.setAccessibleName(self._reasons_title.text())
        self._show()

    def restyle(self) -> None:
        """Set the icons."""
        self.copy.setIcon(self.theme.icon("mdi6.content-copy"))

    def show_selection(self, entry: Entry | None) -> None:
        """Another file is in hand; its command comes with ``show_plan``."""
        if entry is None or self._entry is None or entry.entry_id != self._entry.entry_id:
            self._answer = None
        self._entry = entry
        self._show()

    def show_plan(self, entry: Entry, answer: Prepared | StudioError) -> None:
        """Show the command of ``entry``, or why there is none."""
        if self._entry is not None and entry.entry_id == self._entry.entry_id:
            self._answer = answer
            self._show()

    def _show(self) -> None:
        answer = self._answer
        prepared = answer if isinstance(answer, Prepared) else None
        self.problem.setVisible(isinstance(answer, StudioError))
        for widget in (self.text, self.copy, self._reasons_title, self.reasons):
            widget.setVisible(prepared is not None)
        self._lower.setVisible(prepared is not None)
        if isinstance(answer, StudioError):
            self.problem.say(answer.what, answer.hint)
        if prepared is None:
            self._intro.setText(self.tr("Select a file to see its ffmpeg command."))
            self._intro.setVisible(answer is None)
            return
        self._intro.setText(self.tr("This is the command, option by option:"))
        self._intro.setVisible(True)
        if self.text.toPlainText() != prepared.command:
            self.text.setPlainText(prepared.command)
        self._fill_reasons(prepared.plan)

    def _fill_reasons(self, plan: EncodePlan) -> None:
        self.reasons.clear()
        for name, value, reason in plan.filters:
            title = f"-vf {name}={value}" if value else f"-vf {name}"
            self.reasons.add(name, title, translated(reason))
        for option in plan.options:
            title = f"-{option.name}" if option.value is None else f"-{option.name} {option.value}"
            reason = translated(option.reason)
            self.reasons.add(option.name, title, reason).setToolTip(reason)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
