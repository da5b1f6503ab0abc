"""What the Tools menu does: examine, repair, explain, break; and what helps, at one click."""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QDialog, QWidget

from studio.batch.model import NewJob
from studio.errors import PresetError, StudioError
from studio.repair.operations import RECLUSTER
from studio.segments.manifests import is_manifest
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.break_dialog import BREAKABLE, BreakDialog
from studio.ui.check_commands import CheckCommands
from studio.ui.desk import Desk, may_change
from studio.ui.engines_dialog import EnginesDialog
from studio.ui.entries import Entry
from studio.ui.explain_dialog import ExplainDialog
from studio.ui.file_table import FileTable
from studio.ui.inspector import Inspector
from studio.ui.repair_dialog import RepairDialog
from studio.ui.room_requests import RoomRequests
from studio.ui.share_commands import ShareCommands

MOST_ASKED = 50
"""Selected files that are looked at to enable a command."""


class ToolCommands(QObject):
    """Joins the Tools menu and the verdict's buttons with the desk."""

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        desk: Desk,
        table: FileTable,
        *,
        inspector: Inspector,
        banners: Banners,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self._table, self._inspector, self._banners = table, inspector, banners
        self.explain: ExplainDialog | None = None
        self.engines: EnginesDialog | None = None
        self.dialog: QDialog | None = None
        """The latest repair or breaking."""
        self.share = ShareCommands(window, actions, desk, table, theme=inspector.theme)
        inspector.verdict.preset_name = self._preset_name
        self.checks = CheckCommands(
            window, actions, desk, table, panel=inspector.verdict, banners=banners
        )
        self.room = RoomRequests(window, desk.player, inspector.preview)
        self.room.failed.connect(self._on_not_done)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        for name, slot in (
            ("examine", lambda: self._desk.foresight.examine(self._table.selected())),
            ("repair", self._repair_selected),
            ("explain", self.open_explain),
            ("break_file", self._break_selected),
            ("engines", self.open_engines),
        ):
            self._actions[name].triggered.connect(partial(_call, slot))
        self._inspector.verdict.foot.repair_wanted.connect(self.repair)
        self._inspector.verdict.foot.preset_wanted.connect(self.use_preset)
        self._table.selection_changed.connect(self._on_selection)
        self._desk.model.facts_changed.connect(self._on_facts)

    # -- the selection ---------------------------------------------------------------

    def _on_selection(self) -> None:
        self._desk.foresight.select(self._first())
        self._refresh()

    def _on_facts(self, ids: frozenset[str]) -> None:
        first = self._first()
        if first is not None and first.entry_id in ids:
            self._desk.foresight.follow(first)
        self._refresh()

    def _first(self) -> Entry | None:
        entries = self._table.selected()
        return entries[0] if entries else None

    def _refresh(self) -> None:
        entries = self._table.selected()
        one = entries[0] if len(entries) == 1 else None
        can = {
            "examine": any(entry.examinable for entry in entries[:MOST_ASKED]),
            "repair": one is not None and bool(_operation(one)),
            "break_file": one is not None and _may_break(one),
        }
        for name, enabled in can.items():
            self._actions[name].setEnabled(enabled)
        if self.explain is not None and self.explain.isVisible():
            self.explain.show_entry(self._first())

    # -- cures -----------------------------------------------------------------------

    def _repair_selected(self) -> None:
        entry = self._first()
        if entry is not None:
            self.repair(entry)

    def repair(self, entry: Entry) -> None:
        """Ask where to, and write a repaired copy of what the entry offers."""
        source, operation = entry.examinable, _operation(entry)
        if source is None or not operation:
            return
        target = dialogs.ask_repaired(self._window, repaired_name(source, operation))
        if target is None:
            return
        self._banners.dismiss("repair")
        dialog = RepairDialog(self._inspector.theme, source, target, self._window)
        dialog.failed.connect(self._on_failed)
        dialog.add_wanted.connect(self._desk.add)
        self._show(dialog)
        dialog.start()

    def _on_failed(self, problem: StudioError) -> None:
        self._banners.show_notice(Notice.of("repair", problem))

    def _on_not_done(self, problem: StudioError) -> None:
        self._banners.show_notice(Notice.of("room", problem))

    def use_preset(self, entry: Entry, preset_id: str) -> None:
        """Let the entry be converted with this preset; a result's source is added once more."""
        path = entry.examinable
        if path == entry.source and may_change(entry):
            self._desk.choose_preset([entry], preset_id)
            self._inspector.tabs.setCurrentWidget(self._inspector.settings)
            return
        try:
            preset = self._desk.toolbox.presets.get(preset_id)
        except PresetError as problem:
            self._banners.show_notice(Notice.of("preset", problem))
            return
        settings = dataclasses.replace(entry.settings, preset=preset)
        self._desk.add_job(NewJob(entry.source, settings, entry.info, entry.job.stamp))

    def _preset_name(self, preset_id: str) -> str:
        try:
            return self._desk.toolbox.presets.get(preset_id).name_in(QLocale().name())
        except PresetError:
            return ""

    # -- dialogs ---------------------------------------------------------------------

    def open_explain(self) -> ExplainDialog:
        """Show the dialog that explains messages; the window stays usable."""
        if self.explain is None:
            self.explain = ExplainDialog(self._inspector.theme, self._window)
        self.explain.show_entry(self._first())
        self.explain.show()
        self.explain.activateWindow()
        return self.explain

    def open_engines(self) -> EnginesDialog:
        """Show the browsers of this machine; the window stays usable."""
        if self.engines is None:
            self.engines = EnginesDialog(self._inspector.theme, self._desk.toolbox, self._window)
        self.engines.open_and_ask()
        return self.engines

    def _break_selected(self) -> None:
        entry = self._first()
        if entry is not None and entry.examinable is not None:
            dialog = BreakDialog(self._inspector.theme, entry.examinable, self._window)
            self._show(dialog)
            dialog.start()

    def _show(self, dialog: QDialog) -> None:
        self._end_dialog()
        self.dialog = dialog
        dialog.show()

    def _end_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def stop(self, *, wait: bool) -> None:
        """End what runs, for closing."""
        self._end_dialog()
        self.share.stop()
        self.checks.stop(wait=wait)
        self.room.stop(wait=wait)
        for dialog in (self.explain, self.engines):
            if dialog is not None:
                dialog.close()


def repaired_name(source: Path, operation: str) -> Path:
    """Return ``NAME.repaired.EXT``, with a number where that exists."""
    suffix = ".webm" if operation == RECLUSTER else ".mp4"
    if source.suffix.lower() in (suffix, ".m4v"):
        suffix = source.suffix
    wanted = source.with_name(f"{source.stem}.repaired{suffix}")
    number = 2
    while wanted.exists():
        wanted = source.with_name(f"{source.stem}.repaired-{number}{suffix}")
        number += 1
    return wanted


def _operation(entry: Entry) -> str:
    """Return the repair that helps the file; empty when none does."""
    look = entry.foreseen
    if look is None or is_manifest(look.path) or len(look.parts) != 1:
        return ""
    return look.parts[0].remedy.operation


def _may_break(entry: Entry) -> bool:
    path = entry.examinable
    return path is not None and path.suffix.lower() in BREAKABLE


def _call(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()
