"""Under a verdict: what helps, and the buttons to check and to keep the result."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from studio.repair.remedy import Remedy
from studio.ui.entries import Entry
from studio.ui.widgets import UNIT, Text


class VerdictFoot(QFrame):
    """Made anew for each entry; invisible when nothing can be done."""

    repair_wanted = Signal(object)
    preset_wanted = Signal(object, str)
    check_wanted = Signal(object)
    report_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cures")
        self.cures: list[QPushButton] = []
        self.check: QPushButton | None = None
        self.report: QPushButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        self.hide()

    def fill(self, entry: Entry | None, remedy: Remedy | None, preset: str) -> None:
        """Offer what can be done with an entry.

        Args:
            entry: whose verdict is shown.
            remedy: what helps against its findings.
            preset: name of the preset that the remedy asks for; empty when there is none.
        """
        self._clear()
        if entry is not None and remedy is not None:
            self._add_cures(entry, remedy, preset)
        if entry is not None and entry.playable is not None and not entry.checking:
            self._add_buttons(entry)
        self.setVisible(bool(self.cures) or self.check is not None)

    def _clear(self) -> None:
        self.cures, self.check, self.report = [], None, None
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

    def _add_cures(self, entry: Entry, remedy: Remedy, name: str) -> None:
        if not remedy.operation and not name:
            return
        self._say(self.tr("What helps"), "section")
        if remedy.operation:
            self._say(
                self.tr("A sound copy can be made without encoding; this file stays as it is.")
            )
            repair = self._button(self.tr("Repair…"), lambda: self.repair_wanted.emit(entry))
            repair.setProperty("role", "primary")
            self._add_cure(repair)
        if name:
            only = self.tr("Copying cannot cure this; encoding again does.")
            rest = self.tr("For what is left, it must be encoded again.")
            self._say(rest if remedy.operation else only)
            text = self.tr("Use preset “{name}”").format(name=name)
            preset = remedy.preset
            use = self._button(text, lambda: self.preset_wanted.emit(entry, preset))
            self._add_cure(use)

    def _add_buttons(self, entry: Entry) -> None:
        row = QFrame()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(UNIT)
        again = self.tr("Check again") if entry.is_played else self.tr("Check in browsers")
        self.check = self._button(again, lambda: self.check_wanted.emit(entry))
        line.addWidget(self.check)
        if entry.is_played:
            text = self.tr("Save report…")
            self.report = self._button(text, lambda: self.report_wanted.emit(entry))
            line.addWidget(self.report)
        line.addStretch(1)
        self._column.addWidget(row)

    def _say(self, text: str, tone: str = "secondary") -> None:
        label = Text(tone, selectable=tone != "section")
        label.setText(text)
        self._column.addWidget(label)

    def _add_cure(self, button: QPushButton) -> None:
        self.cures.append(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked: action())
        return button
