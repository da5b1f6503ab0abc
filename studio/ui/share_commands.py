"""The command "Open on another device…", and what devices report into the list."""

import time
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.ui.actions import Actions
from studio.ui.desk import Desk
from studio.ui.entries import Change, Entry
from studio.ui.file_table import FileTable
from studio.ui.share_dialog import ShareDialog
from studio.ui.theme import Theme
from studio.verdict.model import PlaybackReport
from studio.workflow.share import ShareSubject


class ShareCommands(QObject):
    """Opens the dialog for the selected file; one at a time."""

    def __init__(
        self, window: QWidget, actions: Actions, desk: Desk, table: FileTable, *, theme: Theme
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._table, self._theme = window, desk, table, theme
        self._action = actions["share"]
        self.dialog: ShareDialog | None = None
        self._action.triggered.connect(self.open_selected)
        table.selection_changed.connect(self.refresh)
        desk.model.facts_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Offer it for one file that can be played."""
        self._action.setEnabled(self._selected() is not None)

    def _selected(self) -> Entry | None:
        entries = self._table.selected()
        is_one = len(entries) == 1 and entries[0].playable is not None
        return entries[0] if is_one else None

    def open_selected(self, *_: object) -> ShareDialog | None:
        """Show the dialog for the selected file; what another one shared is closed."""
        entry = self._selected()
        if entry is None or entry.playable is None:
            return None
        self.stop()
        self.dialog = ShareDialog(self._theme, entry.playable, self._window)
        self.dialog.reported.connect(partial(self._on_reported, entry, _about(entry)))
        self.dialog.show()
        return self.dialog

    def _on_reported(
        self, entry: Entry, about: object, subject: ShareSubject, report: PlaybackReport
    ) -> None:
        """Count the device as one more engine, unless the file became another one meanwhile."""
        if self._desk.files.get(entry.entry_id) is not entry or _about(entry) != about:
            return
        entry.verdict = subject.with_report(report, entry.verdict)
        entry.check_problem, entry.played_at = None, time.time()
        self._desk.files.touch(entry, Change.VERDICT)
        self._desk.checker.checked.emit(entry)

    def stop(self) -> None:
        """Close the dialog, and with it what is shared."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None


def _about(entry: Entry) -> object:
    """What a report is about; one about an earlier run comes too late."""
    return entry.job.attempts, entry.playable
