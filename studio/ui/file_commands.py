"""What the File menu does: adding, importing, exporting, and what is said when that fails."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.segments.manifests import is_manifest
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.core_words import translated
from studio.ui.desk import Desk
from studio.ui.entries import Entry, EntryState
from studio.ui.found_files import no_media_in


class FileCommands(QObject):
    """Joins the file actions with the desk, and its refusals with the banners."""

    preset_imported = Signal(str)
    """Id of a preset that is new."""

    def __init__(
        self, window: QWidget, actions: Actions, desk: Desk, banners: Banners, memory: QSettings
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._banners, self._memory = window, desk, banners, memory
        for name, slot in (
            ("add_files", self.add_files),
            ("add_folder", self.add_folder),
            ("import_queue", self._import_queue),
            ("export_queue", self._export_queue),
            ("import_preset", self._import_preset),
            ("choose_ffmpeg", self._choose_ffmpeg),
        ):
            actions[name].triggered.connect(lambda _checked, slot=slot: slot())
        desk.unusable_found.connect(self._on_unusable)
        desk.nothing_found.connect(self._on_nothing)

    # -- adding ----------------------------------------------------------------------

    def add_files(self) -> None:
        """Let the user choose files to be added."""
        chosen = dialogs.ask_files(self._window, self._last_folder())
        if chosen:
            self._memory.setValue("folder", str(chosen[0].parent))
            self._desk.add(chosen)

    def add_folder(self) -> None:
        """Let the user choose a folder to be added."""
        chosen = dialogs.ask_folder(self._window, self._last_folder())
        if chosen is not None:
            self._memory.setValue("folder", str(chosen))
            self._desk.add([chosen])

    def _last_folder(self) -> Path:
        return Path(str(self._memory.value("folder", str(Path.home()))))

    def _import_queue(self) -> None:
        chosen = dialogs.ask_queue_to_import(self._window, self._last_folder())
        if chosen is not None:
            self._desk.import_queue(chosen)

    def _export_queue(self) -> None:
        chosen = dialogs.ask_queue_to_export(self._window, self._last_folder())
        if chosen is not None:
            self._desk.export_queue(chosen)

    def _import_preset(self) -> None:
        chosen = dialogs.ask_preset(self._window)
        if chosen is None:
            return
        try:
            preset = self._desk.toolbox.presets.add_file(chosen)
        except StudioError as problem:
            self._banners.show_notice(Notice.of("preset", problem))
            return
        self.preset_imported.emit(preset.id)

    # -- ffmpeg ----------------------------------------------------------------------

    def tell_of_ffmpeg(self) -> None:
        """Say that there is no ffmpeg, or take that back."""
        problem = self._desk.toolbox.ffmpeg_problem
        if problem is None:
            self._banners.dismiss("ffmpeg")
            return
        actions = [(self.tr("Choose ffmpeg…"), self._choose_ffmpeg)]
        if self._desk.toolbox.settings.ffmpeg_path:
            actions.append((self.tr("Use the bundled one"), self._use_bundled_ffmpeg))
        self._banners.show_notice(Notice.of("ffmpeg", problem, actions))

    def _choose_ffmpeg(self) -> None:
        chosen = dialogs.ask_program(self._window)
        if chosen is not None:
            self._desk.toolbox.change(ffmpeg_path=str(chosen))
            self._desk.toolbox.look_for_ffmpeg()

    def _use_bundled_ffmpeg(self) -> None:
        self._desk.toolbox.change(ffmpeg_path="")
        self._desk.toolbox.look_for_ffmpeg()

    # -- files that cannot be used ---------------------------------------------------

    def _on_nothing(self, paths: list[Path]) -> None:
        self._banners.show_notice(Notice.of("nothing", no_media_in(paths)))

    def _on_unusable(self, found: list[Entry]) -> None:
        playlists = [entry for entry in found if is_manifest(entry.source)]
        entries = [entry for entry in found if not is_manifest(entry.source)]
        self._tell_of_playlists(playlists)
        problems = [(e, e.problem) for e in entries if e.problem is not None]
        if not problems:
            return
        remove = (self.tr("Remove from list"), partial(self._remove_unusable, entries))
        if len(problems) == 1:
            entry, problem = problems[0]
            what = f"{entry.source.name}: {translated(problem.what)}"
            notice = Notice("unusable", what, problem.hint, problem.detail, "danger", (remove,))
            self._banners.show_notice(notice)
            return
        lines = "\n".join(
            f"{entry.source}: {translated(problem.what)}" for entry, problem in problems
        )
        what = self.tr("%n file(s) cannot be used.", "", len(problems))
        hint = self.tr("The others stay. Each row says what is wrong.")
        self._banners.show_notice(Notice("unusable", what, hint, lines, "danger", (remove,)))

    def _tell_of_playlists(self, entries: list[Entry]) -> None:
        """Examine playlists at once: that is all that can be done with them here."""
        if entries:
            what = self.tr("%n playlist(s) can be examined here, not converted.", "", len(entries))
            hint = self.tr("The tab “Verdict” tells what is predicted of each rendition.")
            self._banners.show_notice(Notice("playlist", what, hint, tone="info"))
            self._desk.foresight.examine(entries)

    def _remove_unusable(self, entries: list[Entry]) -> None:
        self._banners.dismiss("unusable")
        self._desk.remove([entry for entry in entries if entry.state is EntryState.UNUSABLE])
