"""Explains what a browser or player says: rules, causes, cures, and the place in a file."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from studio.ui import foreseen_words
from studio.ui.core_words import translated
from studio.ui.entries import Entry
from studio.ui.look import Look
from studio.ui.rich_list import RichList
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Text
from studio.verdict.messages import Explanation, translate

TYPING_MS = 200
WIDTH, HEIGHT = 76 * UNIT, 66 * UNIT
MESSAGE_HEIGHT = 12 * UNIT


class ExplainDialog(QDialog):
    """A text to paste into, and under it what it can mean; follows the selection."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._shown: tuple[Entry | None, Look | None] = (None, None)
        self.found: tuple[Explanation, ...] = ()
        self._intro, self.status = Text("secondary"), Text("secondary")
        self.message = QPlainTextEdit()
        self.message.setTabChangesFocus(True)
        self.message.setFixedHeight(MESSAGE_HEIGHT)
        self.about = QCheckBox()
        self.about.setChecked(True)
        self.results = RichList(theme)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self.explain)
        self.message.textChanged.connect(self._timer.start)
        self.about.toggled.connect(self.explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        for part in (self._intro, self.message, self.about, self.status):
            column.addWidget(part)
        column.addWidget(self.results, 1)
        column.addWidget(self._buttons)
        self.resize(WIDTH, HEIGHT)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Explain a browser message"))
        self._intro.setText(
            self.tr("Paste what the console, the video element or the player says.")
        )
        self.message.setPlaceholderText("CHUNK_DEMUXER_ERROR_APPEND_FAILED: …")
        self.message.setAccessibleName(self.tr("Message to explain"))
        self.results.setAccessibleName(self.tr("What the message can mean"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setAccessibleName(close.text())
        self._name_file()
        self.explain()

    # -- the file --------------------------------------------------------------------

    def show_entry(self, entry: Entry | None) -> None:
        """Explain with regard to this entry's file, when that is wanted."""
        state = (entry, entry.foreseen if entry is not None else None)
        if any(new is not old for new, old in zip(state, self._shown, strict=True)):
            self._entry, self._shown = entry, state
            self._name_file()
            self.explain()

    def _name_file(self) -> None:
        look = self._entry.foreseen if self._entry is not None else None
        self.about.setEnabled(look is not None)
        if look is not None:
            text = self.tr("About the selected file: {name}").format(name=look.path.name)
        else:
            text = self.tr("About the selected file (none is examined)")
        self.about.setText(text)
        self.about.setAccessibleName(text)

    # -- the answer ------------------------------------------------------------------

    def explain(self, *_: object) -> None:
        """Show what the text means now."""
        self._timer.stop()
        text = self.message.toPlainText()
        look = self._entry.foreseen if self._entry is not None else None
        findings = look.findings if look is not None and self.about.isChecked() else ()
        self.found = translate(text, media_findings=findings) if text.strip() else ()
        self.results.clear()
        for number, cause in enumerate(self.found):
            self.results.add(str(number), self._title(cause), self._text(cause), "text")
        if not text.strip():
            self.status.setText("")
        elif self.found:
            self.status.setText(self.tr("%n cause(s), the likeliest first:", "", len(self.found)))
        else:
            self.status.setText(self.tr("This message is not known; no rule is named for it."))
        self.status.setVisible(bool(self.status.text()))

    def _title(self, cause: Explanation) -> str:
        parts = [cause.code]
        if cause.finding is not None:
            parts.append(self.tr("found in the file"))
        elif not cause.certain:
            parts.append(self.tr("possible"))
        return " · ".join(parts)

    def _text(self, cause: Explanation) -> str:
        lines = [translated(cause.cause)]
        if cause.remedy:
            lines.append(self.tr("What helps: {remedy}").format(remedy=translated(cause.remedy)))
        if cause.finding is not None and (place := foreseen_words.place_text(cause.finding)):
            lines.append(place)
        if cause.families:
            families = foreseen_words.families_text(cause.families)
            lines.append(self.tr("Said by: {engines}").format(engines=families))
        return "\n".join(lines)
