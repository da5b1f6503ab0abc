"""What the user chooses for files: preset, keyframes, output; many at once, with undo."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack

from studio.batch.model import Collision, JobSettings, OutputRule
from studio.transcode.model import Overrides
from studio.ui.controls import Controls, Places, ids_of
from studio.ui.entries import Entry, FileList
from studio.ui.output_rules import in_folder
from studio.ui.queue_line import QueueLine
from studio.ui.toolbox import Toolbox
from studio.ui.undo import ChangeStep, QueueCommand, Step


class Choosing(Controls):
    """Gives entries other settings, and remembers some of them for files to come."""

    defaults_changed = Signal()
    """Files that are added from now on get other settings."""

    def __init__(self, toolbox: Toolbox, files: FileList, line: QueueLine, places: Places) -> None:
        super().__init__(toolbox, files, line, places)
        self.undo = QUndoStack(self)
        self._overrides = Overrides()

    @property
    def defaults(self) -> JobSettings:
        """What files get that are added now.

        Raises:
            PresetError: there is no preset at all.
        """
        preset = self.toolbox.preset(self.toolbox.settings.preset_id)
        return JobSettings(preset, self._overrides, self.toolbox.output_rule())

    def choose_preset(self, entries: Sequence[Entry], preset_id: str) -> None:
        """Use a preset for these entries and for files added later."""
        self.toolbox.change(preset_id=preset_id)
        preset = self.toolbox.preset(preset_id)
        text = self.tr("Choose a preset")
        self._change(entries, "preset", text, lambda old: dataclasses.replace(old, preset=preset))
        self.defaults_changed.emit()

    def choose_overrides(self, entries: Sequence[Entry], overrides: Overrides) -> None:
        """Use other keyframe settings for these entries; for none, for files added later."""
        self.change_overrides(entries, lambda _: overrides)

    def change_overrides(
        self, entries: Sequence[Entry], change: Callable[[JobSettings], Overrides]
    ) -> None:
        """Change some of the keyframe settings, each entry keeping the rest of its own."""
        if not entries:
            self._overrides = change(self.defaults)
            self.defaults_changed.emit()
            return

        def changed(old: JobSettings) -> JobSettings:
            return dataclasses.replace(old, overrides=change(old))

        self._change(entries, "keyframes", self.tr("Change the keyframes"), changed)

    def choose_output(self, entries: Sequence[Entry], rule: OutputRule) -> None:
        """Use an output rule for these entries and for files added later."""
        self.change_output(entries, lambda _: rule)

    def change_output(
        self, entries: Sequence[Entry], change: Callable[[OutputRule], OutputRule]
    ) -> None:
        """Change a part of the output rule, each entry keeping the rest of its own."""
        self.toolbox.remember_rule(change(self.toolbox.output_rule()))

        def changed(old: JobSettings) -> JobSettings:
            return dataclasses.replace(old, output=change(old.output))

        self._change(entries, "output", self.tr("Change the output"), changed)
        self.defaults_changed.emit()

    def choose_folder(self, entries: Sequence[Entry], folder: Path | None) -> None:
        """Write these results, and those of files added later, to ``folder``.

        None is for beside the source. Name, collision rule and tree stay as they are.
        """
        self.toolbox.remember_rule(in_folder(self.toolbox.output_rule(), folder))

        def change(old: JobSettings) -> JobSettings:
            return dataclasses.replace(old, output=in_folder(old.output, folder))

        self._change(entries, "folder", self.tr("Choose a folder"), change)
        self.defaults_changed.emit()

    def decide_collision(self, entries: Sequence[Entry], collision: Collision) -> None:
        """Answer for files whose result's name is taken."""

        def change(old: JobSettings) -> JobSettings:
            output = dataclasses.replace(old.output, collision=collision)
            return dataclasses.replace(old, output=output)

        self._change(entries, "", self.tr("Decide about existing files"), change)

    def _change(
        self,
        entries: Iterable[Entry],
        kind: str,
        text: str,
        change: Callable[[JobSettings], JobSettings],
    ) -> None:
        wanted = [e for e in entries if may_change(e) and change(e.settings) != e.settings]
        if wanted:
            self._do(text, ChangeStep(ids_of(wanted), lambda job: change(job.settings)), kind)

    def _do(self, text: str, step: Step, kind: str = "") -> None:
        self.undo.push(QueueCommand(text, step, self.line.ask, kind))


def may_change(entry: Entry) -> bool:
    """Tell whether the user may still choose: not while it runs, and not once it is done."""
    return entry.job.may_change
