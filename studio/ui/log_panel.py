"""The tab "Log": how the last run of the file ended, and what ffmpeg wrote."""

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from studio.ui import words
from studio.ui.entries import Entry, EntryState
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Panel, Text, use_fixed_font

TONES = {
    EntryState.DONE: "success",
    EntryState.FAILED: "danger",
    EntryState.UNUSABLE: "danger",
}


class LogPanel(Panel):
    """One file's message and log."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._entry: Entry | None = None
        self._intro = Text("secondary")
        self.message = MessageBox(theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        use_fixed_font(self.text)
        self.copy = QPushButton()
        self.copy.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._intro)
        column.addWidget(self.message)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        column.addStretch(0)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text."""
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the log"))
        self.text.setAccessibleName(self.tr("Log"))
        self.show_entry(self._entry)

    def restyle(self) -> None:
        """Set the icons."""
        self.copy.setIcon(self.theme.icon("mdi6.content-copy"))

    def show_entry(self, entry: Entry | None) -> None:
        """Show a file's messages, or nothing."""
        self._entry = entry
        text = _log_of(entry) if entry else ""
        what, hint = _message_of(entry) if entry else ("", "")
        self._intro.setVisible(not what)
        self._intro.setText(self.tr("Nothing has been run for this file yet."))
        self.message.setVisible(bool(what))
        if entry is not None and what:
            self.message.set_tone(TONES.get(entry.state, "info"))
            self.message.say(what, hint)
        self.text.setVisible(bool(text))
        self.copy.setVisible(bool(text))
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def _message_of(entry: Entry) -> tuple[str, str]:
    if entry.problem is not None:
        return entry.problem.what, entry.problem.hint
    outcome = entry.outcome
    if outcome is None:
        return "", ""
    if outcome.what:
        return outcome.what, outcome.hint
    what = words.state_text(entry)
    if outcome.output is not None:
        what = words.finished_as(outcome.output.name)
    return what, "\n".join(outcome.warnings)


def _log_of(entry: Entry) -> str:
    parts = [entry.prepared.command + "\n"] if entry.prepared and entry.outcome else []
    if entry.problem is not None:
        parts.append(entry.problem.detail)
    if entry.outcome is not None:
        parts.append(entry.outcome.detail)
    if entry.check_problem is not None:
        parts.append(f"{entry.check_problem.what}\n{entry.check_problem.detail}")
    return "\n".join(part for part in parts if part)
