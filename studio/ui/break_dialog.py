"""Makes broken variants of a sound file: which, where to, and what came of it."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.repair.breaking.model import Breaker
from studio.repair.breaking.run import BrokenFile, break_file, breakers_for
from studio.ui import dialogs
from studio.ui.bridge import Workers
from studio.ui.core_words import translated
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, MessageBox, Meter, Text
from studio.verdict.messages_causes import CAUSES

BREAKABLE = frozenset({".webm", ".mp4", ".m4v"})
WIDTH, HEIGHT = 80 * UNIT, 68 * UNIT
_ID = Qt.ItemDataRole.UserRole


class _StoppedError(StudioError):
    """The user stopped; what was written until then stays."""


class BreakDialog(QDialog):
    """A list of breakers by rule, with boxes to tick; works on a thread of its own."""

    def __init__(self, theme: Theme, source: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._workers = Workers("breaking", 1, self)
        self._stop = threading.Event()
        self._breakers: tuple[Breaker, ...] = ()
        self.made: tuple[BrokenFile, ...] = ()
        self._intro = Text("secondary")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.itemChanged.connect(self._refresh)
        self.folder = QLineEdit(str(source.with_name(f"{source.stem} broken")))
        self.folder.textChanged.connect(self._refresh)
        self.choose, self.every, self.none = QPushButton(), QPushButton(), QPushButton()
        self.go, self.show_folder, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.meter, self.message = Meter(theme), MessageBox(theme)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._refresh()

    def _lay_out(self) -> None:
        self.go.setProperty("role", "primary")
        for button in (self.every, self.none):
            button.setProperty("role", "link")
        for part in (self.meter, self.message, self.show_folder):
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._intro)
        column.addLayout(_row(self.every, self.none, None))
        column.addWidget(self.tree, 1)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        column.addLayout(place)
        column.addWidget(self.meter)
        column.addWidget(self.message)
        column.addLayout(_row(None, self.show_folder, self.go, self.close_button))
        self.resize(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.every.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.choose.clicked.connect(self._on_choose)
        self.go.clicked.connect(self.run)
        self.show_folder.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self.reject)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the window's language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Break {name}").format(name=self._source.name))
        self._intro.setText(
            self.tr(
                "Writes copies of this file, each with one fault, to test a player with. "
                "The file itself stays as it is."
            )
        )
        self.tree.setAccessibleName(self.tr("Faults, by the rule that they break"))
        self.folder.setAccessibleName(self.tr("Folder for the broken variants"))
        self.meter.setAccessibleName(self.tr("Progress"))
        for button, text in (
            (self.every, self.tr("Select all")),
            (self.none, self.tr("Select none")),
            (self.choose, self.tr("Choose…")),
            (self.go, self.tr("Break it")),
            (self.show_folder, self.tr("Open folder")),
            (self.close_button, self.tr("Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        if self._breakers:
            self._fill(self._breakers)

    # -- the list --------------------------------------------------------------------

    def start(self) -> None:
        """Find out what the file can be broken by."""
        source = self._source
        self._workers.run(lambda: breakers_for(source), self._fill, self._on_problem)

    def _fill(self, breakers: Sequence[Breaker]) -> None:
        chosen = self.chosen() if self._breakers else [one.id for one in breakers]
        self._breakers = tuple(breakers)
        self.tree.blockSignals(True)
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for breaker in breakers:
            if breaker.code not in groups:
                groups[breaker.code] = self._group(breaker.code)
            item = QTreeWidgetItem(groups[breaker.code], [translated(breaker.words)])
            item.setData(0, _ID, breaker.id)
            item.setToolTip(0, breaker.id)
            ticked = breaker.id in chosen
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._refresh()

    def _group(self, code: str) -> QTreeWidgetItem:
        cause = translated(CAUSES[code].cause) if code in CAUSES else ""
        group = QTreeWidgetItem(self.tree, [f"{code}: {cause}" if cause else code])
        group.setToolTip(0, cause)
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        group.setCheckState(0, Qt.CheckState.Unchecked)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def chosen(self) -> list[str]:
        """Ids of the breakers that are ticked."""
        ids = []
        iterator = QTreeWidgetItemIterator(self.tree)
        while iterator.value():
            item = iterator.value()
            if item.data(0, _ID) and item.checkState(0) is Qt.CheckState.Checked:
                ids.append(str(item.data(0, _ID)))
            iterator += 1
        return ids

    def _tick(self, state: Qt.CheckState) -> None:
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            if item is not None:
                item.setCheckState(0, state)

    def _refresh(self, *_: object) -> None:
        self.go.setEnabled(bool(self.chosen()) and bool(self.folder.text().strip()))

    # -- breaking --------------------------------------------------------------------

    def run(self) -> None:
        """Write what is ticked."""
        source, folder, codes = self._source, Path(self.folder.text().strip()), self.chosen()
        later, stop = self._workers.call_later, self._stop
        self.made = ()
        for part in (self.message, self.show_folder):
            part.hide()
        self.meter.set_fraction(0)
        self.meter.show()
        self._lock(True)

        def tell(fraction: float) -> None:
            if stop.is_set():
                raise _StoppedError(source.name)
            later(self.meter.set_fraction, fraction)

        def work() -> tuple[BrokenFile, ...]:
            return break_file(source, folder, codes=codes, on_progress=tell)

        self._workers.run(work, self._on_made, self._on_problem)

    def done(self, result: int) -> None:
        """End what still runs after the file in hand."""
        self._stop.set()
        self._workers.stop(wait=False)
        super().done(result)

    def _lock(self, is_running: bool) -> None:
        for part in (self.tree, self.folder, self.choose, self.every, self.none):
            part.setEnabled(not is_running)
        self.go.setEnabled(False)
        if not is_running:
            self.meter.hide()
            self._refresh()

    def _on_made(self, made: tuple[BrokenFile, ...]) -> None:
        self.made = made
        self._lock(False)
        folder = made[0].path.parent
        self.message.set_tone("info")
        what = self.tr("%n broken file(s) were written.", "", len(made))
        hint = self.tr("manifest.json in {folder} lists what is wrong with each, and where.")
        self.message.say(what, hint.format(folder=folder.name))
        self.message.show()
        self.show_folder.show()
        self.show_folder.setFocus()

    def _on_problem(self, problem: StudioError) -> None:
        self._lock(False)
        self.message.set_tone("danger")
        self.message.say(problem.what, problem.hint)
        self.message.setToolTip(problem.detail)
        self.message.show()

    def _on_choose(self) -> None:
        chosen = dialogs.ask_folder_for_broken(self, self._source.parent)
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _on_open(self) -> None:
        if self.made:
            folder = self.made[0].path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None takes the room that is left."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
