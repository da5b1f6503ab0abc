"""The tab "Log": how the last run of the file ended, and everything that was written down."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from studio.errors import StudioError
from studio.ui import job_words, states, words
from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.entries import Entry, EntryState
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Panel, Text, use_fixed_font

SHOWN_BYTES = 300_000
"""So much of a log's end is shown; all of it is copied and packed."""
READ_MS = 1000


class LogPanel(Panel):
    """One file's message and log; the log is read on a worker while the tab is shown."""

    def __init__(self, theme: Theme, log_file: Callable[[Entry], Path]) -> None:
        super().__init__(theme)
        self._log_file = log_file
        self._entry: Entry | None = None
        self._is_reading = False
        self._key: object = None
        self._workers = Workers("log", 1, self)
        self._intro = Text("secondary")
        self.message = MessageBox(theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        use_fixed_font(self.text)
        self.copy = QPushButton()
        self.copy.clicked.connect(self.copy_all)
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
        self._timer = QTimer(self)
        self._timer.setInterval(READ_MS)
        self._timer.timeout.connect(self._read)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text."""
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the log"))
        self.text.setAccessibleName(self.tr("Log"))
        self._intro.setText(self.tr("Nothing has been run for this file yet."))
        self.show_entry(self._entry)

    def restyle(self) -> None:
        """Set the icons."""
        self.copy.setIcon(self.theme.icon("mdi6.content-copy"))

    def showEvent(self, event: QShowEvent) -> None:
        """Read as long as the tab is shown."""
        super().showEvent(event)
        self._timer.start()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more."""
        super().hideEvent(event)
        self._timer.stop()

    def stop(self, *, wait: bool) -> None:
        """End, for closing."""
        self._timer.stop()
        self._workers.stop(wait=wait)

    # -- showing ---------------------------------------------------------------------

    def show_entry(self, entry: Entry | None) -> None:
        """Show a file's messages, or nothing."""
        key = (entry.entry_id, entry.job.attempts, entry.state) if entry else None
        is_other = entry is None or self._entry is None or entry.entry_id != self._entry.entry_id
        self._entry = entry
        what, hint = _message_of(entry) if entry else ("", "")
        self.message.setVisible(bool(what))
        if entry is not None and what:
            self.message.set_tone(_tone_of(entry))
            self.message.say(what, hint)
        if is_other:
            self._show_text(_fallback(entry) if entry else "")
        if key != self._key and self.isVisible():
            self._read()
        self._key = key
        self._show_intro()

    def _show_intro(self) -> None:
        has_text = bool(self.text.toPlainText())
        self._intro.setVisible(self.message.isHidden() and not has_text)
        self.text.setVisible(has_text)
        self.copy.setVisible(has_text)

    def _show_text(self, text: str) -> None:
        if text == self.text.toPlainText():
            return
        bar = self.text.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - 4
        place = bar.value()
        self.text.setPlainText(text)
        bar.setValue(bar.maximum() if is_at_end else place)
        self._show_intro()

    def _read(self) -> None:
        entry = self._entry
        if entry is None or self._is_reading or not (entry.job.attempts or entry.outcome):
            return
        self._is_reading = True
        path, fallback = self._log_file(entry), _fallback(entry)
        done = partial(self._on_read, entry.entry_id)
        self._workers.run(lambda: _end_of(path, SHOWN_BYTES) or fallback, done, self._on_problem)
        if not entry.state.is_active:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    def _on_read(self, entry_id: str, text: str) -> None:
        self._is_reading = False
        if self._entry is not None and self._entry.entry_id == entry_id:
            self._show_text(text)
        else:
            self._read()

    def _on_problem(self, _problem: StudioError) -> None:
        self._is_reading = False

    def copy_all(self) -> None:
        """Copy the whole log of the file to the clipboard."""
        entry = self._entry
        if entry is None:
            return
        path, fallback = self._log_file(entry), _fallback(entry)
        self._workers.run(
            lambda: _end_of(path, None) or fallback,
            QGuiApplication.clipboard().setText,
            self._on_problem,
        )


def _end_of(path: Path, most_bytes: int | None) -> str:
    """Return the end of a file as text; empty where there is none."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - most_bytes) if most_bytes else 0)
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    if most_bytes and size > most_bytes:
        return "…\n" + text.partition("\n")[2]
    return text


def _tone_of(entry: Entry) -> str:
    tone = states.TONES.get(entry.state, "info")
    return "info" if tone == "accent" else tone


def _message_of(entry: Entry) -> tuple[str, str]:
    outcome = entry.outcome
    if outcome is None:
        return job_words.message(entry), ""
    if outcome.what:
        return outcome.what, outcome.hint
    what = states.state_name(entry.state)
    if entry.state.is_success and outcome.output is not None:
        what = words.finished_as(outcome.output.name)
    return what, "\n".join(outcome.warnings)


def _fallback(entry: Entry) -> str:
    """Return what is known without the log: a file that was never run has none."""
    parts = [entry.outcome.detail] if entry.outcome is not None else []
    if entry.prepared is not None and entry.outcome is not None:
        parts.insert(0, entry.prepared.command + "\n")
    if entry.check_problem is not None:
        parts.append(f"{translated(entry.check_problem.what)}\n{entry.check_problem.detail}")
    if entry.state is EntryState.UNUSABLE and entry.outcome is not None:
        parts.append(translated(entry.outcome.what))
    return "\n".join(part for part in parts if part)
