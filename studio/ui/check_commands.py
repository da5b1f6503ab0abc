"""What is done about checks: begin them, stop them, keep what came of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.check_report import ReportSaver, is_checked
from studio.ui.desk import Desk
from studio.ui.entries import Entry
from studio.ui.file_table import FileTable
from studio.ui.found_files import nothing_to_check_in
from studio.ui.verdict_panel import VerdictPanel

MOST_ASKED = 50
"""Selected files that are looked at to enable a command."""


class CheckCommands(QObject):
    """Joins the actions about checks, and the verdict's buttons, with the desk."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        desk: Desk,
        table: FileTable,
        *,
        panel: VerdictPanel,
        banners: Banners,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self._table, self._banners = table, banners
        self._folder: Path | None = None
        self.saver = ReportSaver(self)
        self._connect(panel)
        self.refresh()

    def _connect(self, panel: VerdictPanel) -> None:
        desk, checker = self._desk, self._desk.checker
        for name, slot in (
            ("check_files", self.check_files),
            ("check_folder", self.check_folder),
            ("stop_check", lambda: checker.cancel(self._table.selected())),
            ("stop_checks", checker.cancel_all),
            ("save_report", lambda: self.save_report(self._table.selected())),
            ("save_report_all", lambda: self.save_report(list(desk.files))),
        ):
            self._actions[name].triggered.connect(partial(_call, slot))
        panel.stop_wanted.connect(lambda entry: checker.cancel([entry]))
        panel.foot.check_wanted.connect(lambda entry: desk.check([entry]))
        panel.foot.report_wanted.connect(lambda entry: self.save_report([entry]))
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self._on_not_saved)
        desk.nothing_to_check.connect(self._on_nothing)
        checker.progressed.connect(self.refresh)
        self._table.selection_changed.connect(self.refresh)
        desk.model.facts_changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Enable what can be done."""
        entries = self._table.selected()[:MOST_ASKED]
        can = {
            "stop_check": any(entry.checking for entry in entries),
            "stop_checks": self._desk.checker.is_busy,
            "save_report": any(map(is_checked, entries)),
            "save_report_all": len(self._desk.files) > 0,
        }
        for name, enabled in can.items():
            self._actions[name].setEnabled(enabled)

    # -- what to check ---------------------------------------------------------------

    def check_files(self) -> None:
        """Let the user choose files to be checked, not converted."""
        chosen = dialogs.ask_files_to_check(self._window, self._start())
        if chosen:
            self._folder = chosen[0].parent
            self._desk.add_to_check(chosen)

    def check_folder(self) -> None:
        """Let the user choose a folder whose files are checked, not converted."""
        chosen = dialogs.ask_folder_to_check(self._window, self._start())
        if chosen is not None:
            self._folder = chosen
            self._desk.add_to_check([chosen])

    def _start(self) -> Path:
        if self._folder is not None:
            return self._folder
        return self._desk.files.at(0).source.parent if len(self._desk.files) else Path.home()

    def _on_nothing(self, paths: list[Path]) -> None:
        self._banners.show_notice(Notice.of("nothing", nothing_to_check_in(paths)))

    # -- reports ---------------------------------------------------------------------

    def save_report(self, entries: list[Entry]) -> None:
        """Ask where to, and write a report on those of the entries that were checked."""
        checked = [entry for entry in entries if is_checked(entry)]
        if not checked:
            self._desk.said.emit(self.tr("Nothing has been checked yet."))
            return
        target = dialogs.ask_report(self._window, _wanted(checked))
        if target is not None:
            self._banners.dismiss("report")
            self.saver.save(checked, self._desk.checker.engines, target)

    def _on_saved(self, target: Path) -> None:
        self._desk.said.emit(self.tr("Saved: {name}").format(name=target.name))

    def _on_not_saved(self, problem: StudioError) -> None:
        self._banners.show_notice(Notice.of("report", problem))

    def stop(self, *, wait: bool) -> None:
        """End checks and browsers, for closing."""
        self._desk.checker.stop(wait=wait)
        self.saver.stop(wait=wait)


def _wanted(entries: list[Entry]) -> Path:
    """Return a name to suggest."""
    path = entries[0].playable or entries[0].source
    name = f"{path.stem}.check" if len(entries) == 1 else "check"
    return path.with_name(f"{name}.html")


def _call(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
