"""The one window: docks the panels and joins their signals, nothing else."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui import dialogs
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.batch_bar import BatchBar
from studio.ui.chrome import Chrome
from studio.ui.desk import Desk
from studio.ui.drops import DropCatcher
from studio.ui.entries import Entry, EntryState
from studio.ui.file_area import FileArea
from studio.ui.file_table import FileTable
from studio.ui.inspector import Inspector
from studio.ui.found_files import no_media_in
from studio.ui.language import Languages
from studio.ui.player_frame import WebViewFactory
from studio.ui.preset_panel import PresetPanel
from studio.ui.theme import Appearance, Theme

FIRST_SIZE = (1480, 900)
SIDE_WIDTH = 208
INSPECTOR_WIDTH = 376
STATE_VERSION = 1


class MainWindow(QMainWindow):
    """Made once, by ``studio.ui.app``."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        languages: Languages,
        memory: QSettings,
        make_view: WebViewFactory,
    ) -> None:
        super().__init__()
        self.desk, self.theme, self._languages, self._memory = desk, theme, languages, memory
        self.table = FileTable(theme, desk.model)
        self.area = FileArea(theme, desk.model, self.table)
        self.banners = Banners(theme)
        self.presets = PresetPanel(theme, desk.toolbox, languages)
        self.inspector = Inspector(theme, desk.player, make_view)
        self.bar = BatchBar(theme, desk.files, desk.toolbox)
        self.actions_by_name = Actions(self, theme, desk.undo)
        self.chrome = Chrome(self, theme, self.actions_by_name, self.table)
        self._planned_for: object = None
        self._lay_out()
        self._connect()
        self._connect_actions()
        self._restore()
        self._refresh_actions()
        self._on_selection()
        self._on_ffmpeg()
        self.setFocus()

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle("MSE Studio")
        self.setDockNestingEnabled(True)
        middle = QFrame()
        middle.setObjectName("tableArea")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.area, 1)
        self.setCentralWidget(middle)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._preset_dock = self._dock("presetDock", self.presets, left)
        self._inspector_dock = self._dock("inspectorDock", self.inspector, right)
        self.presets.setMinimumWidth(200)
        self.inspector.setMinimumWidth(360)
        self.chrome.add_panel_actions(
            [self._preset_dock.toggleViewAction(), self._inspector_dock.toggleViewAction()]
        )
        self.bar.install(self.statusBar())
        self.table.addActions([self.actions_by_name["remove"], self.actions_by_name["select_all"]])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name in ("preview", "check", "requeue", "cancel", "duplicate", "open_folder"):
            self.table.addAction(self.actions_by_name[name])
        self._name_docks()

    def _dock(self, name: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setTitleBarWidget(QWidget())
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        return dock

    def _name_docks(self) -> None:
        self._preset_dock.toggleViewAction().setText(self.tr("Presets"))
        self._inspector_dock.toggleViewAction().setText(self.tr("About the selection"))

    # -- joining ---------------------------------------------------------------------

    def _connect(self) -> None:
        desk, inspector = self.desk, self.inspector
        self.area.add_files_wanted.connect(self._add_files)
        self.area.add_folder_wanted.connect(self._add_folder)
        self.table.selection_changed.connect(self._on_selection)
        self.table.preview_wanted.connect(self._preview)
        self.presets.chosen.connect(self._on_preset)
        inspector.settings.overrides_chosen.connect(self._on_overrides)
        inspector.settings.folder_chosen.connect(self._on_folder)
        inspector.settings.requeue_wanted.connect(lambda: desk.requeue(self.table.selected()))
        desk.model.entries_changed.connect(self._on_entries_changed)
        desk.model.rowsInserted.connect(self._on_rows_inserted)
        desk.model.rowsRemoved.connect(lambda *_: self._refresh_actions())
        desk.planner.planned.connect(inspector.show_plan)
        desk.said.connect(self.bar.say)
        desk.defaults_changed.connect(self._on_selection)
        desk.undo.indexChanged.connect(self._on_selection)
        desk.unusable_found.connect(self._on_unusable)
        desk.nothing_found.connect(
            lambda paths: self.banners.show_notice(Notice.of("nothing", no_media_in(paths)))
        )
        desk.runner.batch_changed.connect(lambda: self.bar.show_batch(desk.runner.batch.values()))
        desk.runner.idle.connect(self._on_idle)
        desk.toolbox.ffmpeg_changed.connect(self._on_ffmpeg)
        for child in self.findChildren(QWidget):
            child.setAcceptDrops(False)  # a file dropped on a text field belongs to the list
        self._drops = DropCatcher(self)
        self._drops.dropped.connect(desk.add)
        self._drops.hovering.connect(self.area.set_hot)

    def _connect_actions(self) -> None:
        actions, desk = self.actions_by_name, self.desk
        for name, slot in (
            ("add_files", self._add_files),
            ("add_folder", self._add_folder),
            ("import_preset", self._import_preset),
            ("choose_ffmpeg", self._choose_ffmpeg),
            ("quit", self.close),
            ("remove", lambda: desk.remove(self.table.selected())),
            ("duplicate", lambda: desk.duplicate(self.table.selected())),
            ("select_all", self.table.selectAll),
            ("find", self.chrome.search.setFocus),
            ("start", desk.start),
            ("cancel", self._cancel),
            ("cancel_all", lambda: desk.runner.cancel(desk.runner.active)),
            ("requeue", lambda: desk.requeue(self.table.selected())),
            ("check", lambda: desk.check(self.table.selected())),
            ("preview", self._preview),
            ("open_folder", self._open_folder),
            ("about", lambda: dialogs.show_about(self, desk.toolbox.ffmpeg)),
        ):
            actions[name].triggered.connect(partial(_call, slot))
        settings = desk.toolbox.settings
        actions.appearances[self.theme.appearance.value].setChecked(True)
        if settings.language in actions.languages:
            actions.languages[settings.language].setChecked(True)
        for value, action in actions.appearances.items():
            action.triggered.connect(partial(self._choose_appearance, value))
        for code, action in actions.languages.items():
            action.triggered.connect(partial(self._choose_language, code))

    # -- the selection ---------------------------------------------------------------

    def _on_selection(self) -> None:
        entries = self.table.selected()
        choices = entries[0].choices if entries else self.desk.defaults
        try:
            preset = self.desk.toolbox.preset(choices.preset_id)
        except StudioError as problem:
            self.banners.show_notice(Notice.of("presets", problem))
            return
        self.presets.show_preset(preset.id)
        self.inspector.show_selection(entries, choices, preset)
        self._plan(entries[0] if entries else None)
        self._refresh_actions()

    def _plan(self, entry: Entry | None) -> None:
        self._planned_for = _plan_key(entry)
        if entry is not None and entry.prepared is not None:
            self.desk.planner.plan(None)
            self.inspector.show_plan(entry, entry.prepared)
        else:
            self.desk.planner.plan(entry)

    def _on_entries_changed(self, ids: frozenset[str]) -> None:
        self._refresh_actions()
        entries = self.table.selected()
        if not entries or entries[0].entry_id not in ids:
            return
        if self._planned_for != _plan_key(entries[0]):
            self._on_selection()
        else:
            self.inspector.refresh(entries[0])

    def _on_rows_inserted(self, *_: object) -> None:
        if not self.table.selected():
            self.table.select(0)
            self.table.setFocus()
        self._refresh_actions()
        self.bar.show_now()

    def _on_preset(self, preset_id: str) -> None:
        self.desk.choose_preset(self.table.selected(), preset_id)

    def _on_overrides(self, overrides: object) -> None:
        self.desk.choose_overrides(self.table.selected(), overrides)  # type: ignore[arg-type]

    def _on_folder(self, folder: Path | None) -> None:
        self.desk.choose_folder(self.table.selected(), folder)

    def _refresh_actions(self) -> None:
        actions, entries = self.actions_by_name, self.table.selected()
        first = entries[0] if entries else None
        actions["start"].setEnabled(
            self.desk.toolbox.ffmpeg is not None
            and any(entry.state is EntryState.READY for entry in self.desk.files)
        )
        busy = self.desk.runner.is_busy
        actions["cancel"].setEnabled(busy)
        actions["cancel_all"].setEnabled(busy)
        for name in ("remove", "duplicate"):
            actions[name].setEnabled(bool(entries))
        actions["open_folder"].setEnabled(first is not None)
        actions["requeue"].setEnabled(any(entry.state.is_over for entry in entries))
        actions["preview"].setEnabled(first is not None and first.playable is not None)
        actions["check"].setEnabled(any(e.playable and not e.checking for e in entries))

    # -- commands --------------------------------------------------------------------

    def _add_files(self) -> None:
        chosen = dialogs.ask_files(self, self._last_folder())
        if chosen:
            self._memory.setValue("folder", str(chosen[0].parent))
            self.desk.add(chosen)

    def _add_folder(self) -> None:
        chosen = dialogs.ask_folder(self, self._last_folder())
        if chosen is not None:
            self._memory.setValue("folder", str(chosen))
            self.desk.add([chosen])

    def _last_folder(self) -> Path:
        return Path(str(self._memory.value("folder", str(Path.home()))))

    def _import_preset(self) -> None:
        chosen = dialogs.ask_preset(self)
        if chosen is None:
            return
        try:
            preset = self.desk.toolbox.presets.add_file(chosen)
        except StudioError as problem:
            self.banners.show_notice(Notice.of("preset", problem))
            return
        self.presets.fill()
        self._on_preset(preset.id)

    def _choose_ffmpeg(self) -> None:
        chosen = dialogs.ask_program(self)
        if chosen is not None:
            self.desk.toolbox.change(ffmpeg_path=str(chosen))
            self.desk.toolbox.look_for_ffmpeg()

    def _use_bundled_ffmpeg(self) -> None:
        self.desk.toolbox.change(ffmpeg_path="")
        self.desk.toolbox.look_for_ffmpeg()

    def _cancel(self) -> None:
        chosen = [entry for entry in self.table.selected() if entry.state.is_active]
        self.desk.runner.cancel(chosen or self.desk.runner.active)

    def _preview(self) -> None:
        entries = self.table.selected()
        if entries and entries[0].playable is not None:
            self._inspector_dock.show()
            self.inspector.raise_preview()

    def _open_folder(self) -> None:
        entries = self.table.selected()
        if entries:
            folder = (entries[0].output or entries[0].source).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _choose_appearance(self, value: str, _checked: bool = True) -> None:
        self.theme.apply(Appearance(value))
        self.desk.toolbox.change(theme=value)

    def _choose_language(self, code: str, _checked: bool = True) -> None:
        self._languages.apply(code)
        self.desk.toolbox.change(language=code)
        self._name_docks()
        self._on_selection()

    # -- what happened ---------------------------------------------------------------

    def _on_unusable(self, entries: list[Entry]) -> None:
        problems = [(e, e.problem) for e in entries if e.problem is not None]
        if not problems:
            return
        remove = (self.tr("Remove from list"), partial(self._remove_unusable, entries))
        if len(problems) == 1:
            entry, problem = problems[0]
            what = f"{entry.source.name}: {problem.what}"
            notice = Notice("unusable", what, problem.hint, problem.detail, "danger", (remove,))
            self.banners.show_notice(notice)
            return
        lines = "\n".join(f"{entry.source}: {problem.what}" for entry, problem in problems)
        what = self.tr("%n file(s) cannot be used.", "", len(problems))
        hint = self.tr("The others stay. Each row says what is wrong.")
        self.banners.show_notice(Notice("unusable", what, hint, lines, "danger", (remove,)))

    def _remove_unusable(self, entries: list[Entry]) -> None:
        self.banners.dismiss("unusable")
        self.desk.remove([entry for entry in entries if entry.state is EntryState.UNUSABLE])

    def _on_ffmpeg(self) -> None:
        problem = self.desk.toolbox.ffmpeg_problem
        self._refresh_actions()
        if problem is None:
            self.banners.dismiss("ffmpeg")
            self._on_selection()
            return
        actions = [(self.tr("Choose ffmpeg…"), self._choose_ffmpeg)]
        if self.desk.toolbox.settings.ffmpeg_path:
            actions.append((self.tr("Use the bundled one"), self._use_bundled_ffmpeg))
        self.banners.show_notice(Notice.of("ffmpeg", problem, actions))

    def _on_idle(self) -> None:
        self._refresh_actions()
        failed = [e for e in self.desk.runner.batch.values() if e.state is EntryState.FAILED]
        if not failed:
            self.banners.dismiss("failed")
            return
        outcome = failed[0].outcome
        what = outcome.what if outcome and len(failed) == 1 else ""
        what = what or self.tr("%n file(s) could not be converted.", "", len(failed))
        hint = outcome.hint if outcome and len(failed) == 1 else ""
        retry = (self.tr("Queue again"), partial(self._requeue_failed, failed))
        detail = "\n\n".join(f"{e.source}\n{e.outcome.detail}" for e in failed if e.outcome)
        self.banners.show_notice(Notice("failed", what, hint, detail, "danger", (retry,)))

    def _requeue_failed(self, entries: list[Entry]) -> None:
        self.banners.dismiss("failed")
        self.desk.requeue(entries)

    # -- memory and closing ----------------------------------------------------------

    def _restore(self) -> None:
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize()))
        docks = [self._preset_dock, self._inspector_dock]
        self.resizeDocks(docks, [SIDE_WIDTH, INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        for name, restore in (
            ("geometry", self.restoreGeometry),
            ("state", lambda data: self.restoreState(data, STATE_VERSION)),
            ("columns", self.table.restore_columns),
        ):
            data = self._memory.value(name)
            if isinstance(data, QByteArray):
                restore(data)

    def _remember(self) -> None:
        self._memory.setValue("geometry", self.saveGeometry())
        self._memory.setValue("state", self.saveState(STATE_VERSION))
        self._memory.setValue("columns", self.table.save_columns())
        self._memory.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while files are being converted; remember the window's shape."""
        active = len(self.desk.runner.active)
        if active and not dialogs.ask_to_stop(self, active):
            event.ignore()
            return
        self._remember()
        self.desk.runner.cancel(self.desk.runner.active)
        self.inspector.preview.dispose()
        event.accept()


def _plan_key(entry: Entry | None) -> object:
    """What a plan depends on; while it stays, nothing has to be planned again."""
    if entry is None:
        return None
    return entry.entry_id, entry.choices, entry.state, entry.info, entry.prepared is None


def _call(slot: object, _checked: bool = False) -> None:
    slot()  # type: ignore[operator]
