"""What the user can do with files: add, remove, choose, start, cancel, check; with undo."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from studio.transcode.model import Overrides
from studio.ui.checker import Checker
from studio.ui.entries import Change, Choices, Entry, EntryState, FileList
from studio.ui.file_model import FileModel
from studio.ui.intake import Intake
from studio.ui.planner import Planner
from studio.ui.player_host import PlayerHost
from studio.ui.runner import Runner
from studio.ui.toolbox import Toolbox
from studio.ui.undo import AddEntries, ChangeChoices, RemoveEntries


class Desk(QObject):
    """Joins the list with those who read, plan, run and check its files."""

    said = Signal(str)
    """A short sentence for the status bar."""
    unusable_found = Signal(object)
    """The entries that cannot be used, as list[Entry], some at a time."""
    defaults_changed = Signal()
    """Files that are added from now on get other choices."""
    nothing_found = Signal(object)
    """Folders (list[Path]) held no media file."""

    def __init__(
        self,
        toolbox: Toolbox,
        files: FileList,
        model: FileModel,
        player: PlayerHost,
        cache: Path,
    ) -> None:
        super().__init__()
        self.toolbox, self.files, self.model, self.player = toolbox, files, model, player
        self.undo = QUndoStack(self)
        self.intake = Intake(files, model, toolbox, cache, self)
        self.planner = Planner(toolbox, self)
        self.runner = Runner(files, toolbox, self)
        self.checker = Checker(files, toolbox, player, self)
        output = toolbox.settings.output_dir
        self.defaults = Choices(
            toolbox.settings.preset_id, Overrides(), Path(output) if output else None
        )
        self._asked: list[Path] = []
        self._unusable: list[Entry] = []
        self._unusable_timer = QTimer(self)
        self._unusable_timer.setSingleShot(True)
        self._unusable_timer.setInterval(150)
        self._unusable_timer.timeout.connect(self._report_unusable)
        self.intake.paths_expanded.connect(self._on_paths)
        self.intake.became_unusable.connect(self._on_unusable)
        self.runner.entry_ended.connect(self._on_ended)
        toolbox.ffmpeg_changed.connect(self.intake.read_waiting)

    # -- the list --------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, and what folders hold; those already waiting here are left out."""
        self._asked = list(paths)
        self.intake.expand(paths)

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take entries out of the list; running ones stay."""
        removable = [entry for entry in entries if not entry.state.is_active]
        kept = len(entries) - len(removable)
        if removable:
            self.undo.push(RemoveEntries(self.files, removable))
        if kept:
            self.said.emit(self.tr("%n running file(s) stayed. Cancel first.", "", kept))

    def duplicate(self, entries: Sequence[Entry]) -> None:
        """Add the same sources once more, for instance to use another preset."""
        copies = []
        for entry in entries:
            copy = self.files.make_entries([entry.source], entry.choices)[0]
            copy.info, copy.keyframes, copy.problem = entry.info, entry.keyframes, entry.problem
            copy.state = EntryState.READY if entry.info else EntryState.READING
            self.model.copy_thumbnail(entry, copy)
            copies.append(copy)
        if copies:
            self.undo.push(AddEntries(self.files, copies))
            self.intake.read([copy for copy in copies if copy.info is None])

    def requeue(self, entries: Sequence[Entry]) -> None:
        """Make finished, failed and cancelled entries ready to start again."""
        for entry in entries:
            if entry.state.is_over:
                entry.state = EntryState.READY
                entry.forget_run()
                self.files.touch(entry, Change.STATE | Change.PROGRESS | Change.VERDICT)

    # -- choosing --------------------------------------------------------------------

    def choose_preset(self, entries: Sequence[Entry], preset_id: str) -> None:
        """Use a preset for these entries and for files added later."""
        self.defaults = dataclasses.replace(self.defaults, preset_id=preset_id)
        self.toolbox.change(preset_id=preset_id)
        pairs = [(e, dataclasses.replace(e.choices, preset_id=preset_id)) for e in entries]
        self._change(pairs, "preset", self.tr("Choose a preset"))
        self.defaults_changed.emit()

    def choose_overrides(self, entries: Sequence[Entry], overrides: Overrides) -> None:
        """Use other keyframe settings for these entries; for none, for files added later."""
        if not entries:
            self.defaults = dataclasses.replace(self.defaults, overrides=overrides)
            self.defaults_changed.emit()
            return
        pairs = [(e, dataclasses.replace(e.choices, overrides=overrides)) for e in entries]
        self._change(pairs, "overrides", self.tr("Change the keyframes"))

    def choose_folder(self, entries: Sequence[Entry], folder: Path | None) -> None:
        """Write these results to ``folder``; None for beside the source."""
        self.defaults = dataclasses.replace(self.defaults, output_dir=folder)
        self.toolbox.change(output_dir=str(folder) if folder else "")
        pairs = [(e, dataclasses.replace(e.choices, output_dir=folder)) for e in entries]
        self._change(pairs, "folder", self.tr("Choose a folder"))
        self.defaults_changed.emit()

    def _change(self, pairs: list[tuple[Entry, Choices]], kind: str, text: str) -> None:
        wanted = [(e, c) for e, c in pairs if may_change(e) and e.choices != c]
        if wanted:
            self.undo.push(ChangeChoices(self.files, wanted, kind, text))

    # -- running ---------------------------------------------------------------------

    def start(self) -> None:
        """Start every file that is ready."""
        self.runner.start(self.files)

    def check(self, entries: Sequence[Entry]) -> None:
        """Ask the engines about these entries' results, or sources."""
        for entry in entries:
            self.checker.check(entry)

    def stop(self, *, wait: bool) -> None:
        """Cancel and end everything, for closing."""
        self.runner.stop(wait=wait)
        for part in (self.intake, self.planner, self.checker, self.player, self.toolbox):
            part.stop(wait=wait)

    # -- what the others report ------------------------------------------------------

    def _on_paths(self, paths: list[Path]) -> None:
        present = {entry.source for entry in self.files if not entry.state.is_over}
        fresh = [path for path in paths if path not in present]
        if not paths:
            self.nothing_found.emit(self._asked)
        elif not fresh:
            self.said.emit(self.tr("%n file(s) are in the list already.", "", len(paths)))
        if fresh:
            entries = self.files.make_entries(fresh, self.defaults)
            self.undo.push(AddEntries(self.files, entries))
            self.said.emit(self.tr("%n file(s) added.", "", len(entries)))
            self.intake.read(entries)

    def _on_unusable(self, entry: Entry) -> None:
        self._unusable.append(entry)
        self._unusable_timer.start()

    def _report_unusable(self) -> None:
        found, self._unusable = self._unusable, []
        self.unusable_found.emit([e for e in found if self.files.get(e.entry_id) is not None])

    def _on_ended(self, entry: Entry) -> None:
        if entry.state is EntryState.DONE:
            self.checker.check(entry)


def may_change(entry: Entry) -> bool:
    """Tell whether the user may still choose: not while it runs, and not once it is done."""
    return not entry.state.is_active and entry.state is not EntryState.DONE
