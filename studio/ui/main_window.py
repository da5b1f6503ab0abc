"""The one window: docks the panels and joins their signals, nothing else."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.ui.about_box import show_about
from studio.ui.actions import Actions
from studio.ui.banners import Banners, Notice
from studio.ui.batch_bar import BatchBar
from studio.ui.chips import Chips
from studio.ui.chrome import Chrome
from studio.ui.desk import Desk
from studio.ui.drops import DropCatcher
from studio.ui.entries import Entry
from studio.ui.file_area import FileArea
from studio.ui.file_commands import FileCommands
from studio.ui.file_table import FileTable
from studio.ui.filling import Filling
from studio.ui.inspector import Inspector
from studio.ui.language import Languages
from studio.ui.notices import Notices
from studio.ui.player_frame import WebViewFactory
from studio.ui.preset_panel import PresetPanel
from studio.ui.queue_commands import QueueCommands
from studio.ui.settings_dialog import SettingsDialog
from studio.ui.states import Group
from studio.ui.stream_dock import StreamDock
from studio.ui.tally import Tally
from studio.ui.theme import Appearance, Theme
from studio.ui.tool_commands import ToolCommands
from studio.ui.window_memory import WindowMemory


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
        self.desk, self.theme, self._languages = desk, theme, languages
        self.tally = Tally(desk.files, self)
        self.table = FileTable(theme, desk.model)
        self.chips = Chips(theme, self.tally)
        self.area = FileArea(theme, desk.model, self.table, self.chips)
        self.banners = Banners(theme)
        self.presets = PresetPanel(theme, desk.toolbox, languages)
        self.inspector = Inspector(theme, desk.player, make_view, desk.log_file)
        self.bar = BatchBar(theme, desk, self.tally)
        self.actions_by_name = Actions(self, theme, desk.undo)
        self.chrome = Chrome(self, theme, self.actions_by_name, self.table)
        self.queue = QueueCommands(
            self, self.actions_by_name, desk, self.table, tally=self.tally, slots=self.chrome.slots
        )
        self.notices = Notices(self.banners, desk, self.tally, self.queue.sources)
        self.files = FileCommands(self, self.actions_by_name, desk, self.banners, memory)
        self.tools = ToolCommands(
            self,
            self.actions_by_name,
            desk,
            self.table,
            inspector=self.inspector,
            banners=self.banners,
        )
        self.streams = StreamDock(
            self,
            theme,
            desk,
            actions=self.actions_by_name,
            chrome=self.chrome,
            table=self.table,
            banners=self.banners,
            make_view=make_view,
        )
        self._settings_dialog: SettingsDialog | None = None
        self._planned_for: object = None
        self._lay_out()
        self._memory = WindowMemory(self, memory, self.table)
        self.filling = Filling(theme, self, [self._preset_dock, self.streams])
        self.inspector.tabs.setCornerWidget(self.filling.button)
        self._connect()
        self._connect_actions()
        self._memory.restore([self._preset_dock, self._inspector_dock])
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
        self.streams.join()
        docks = (self._preset_dock, self._inspector_dock, self.streams)
        self.chrome.add_panel_actions([dock.toggleViewAction() for dock in docks])
        self.bar.install(self.statusBar())
        self.table.addActions(self.actions_by_name.of_the_table())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self.chrome.show_table_menu)
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
        self.area.add_files_wanted.connect(self.files.add_files)
        self.area.add_folder_wanted.connect(self.files.add_folder)
        self.table.selection_changed.connect(self._on_selection)
        self.table.preview_wanted.connect(self._preview)
        self.table.rows_seen.connect(desk.intake.want)
        self.chips.chosen.connect(self.table.show_group)
        self.notices.show_wanted.connect(self._show_entries)
        self.presets.chosen.connect(self._on_preset)
        self.files.preset_imported.connect(self._on_preset_imported)
        self.queue.chosen_log.connect(inspector.log.copy_all)
        self.filling.wanted.connect(self.fill_preview)
        self.filling.changed.connect(inspector.preview.set_filling)
        self.filling.changed.connect(self.actions_by_name["fill_preview"].setChecked)
        inspector.settings.overrides_edited.connect(self._on_overrides)
        inspector.settings.output_edited.connect(self._on_output)
        inspector.settings.requeue_wanted.connect(lambda: desk.retry(self.table.selected()))
        desk.model.entries_changed.connect(self._on_entries_changed)
        desk.model.facts_changed.connect(self._on_facts_changed)
        desk.model.rowsInserted.connect(self._on_rows_inserted)
        desk.model.rowsRemoved.connect(self.queue.refresh_queue)
        desk.planner.planned.connect(inspector.show_plan)
        desk.defaults_changed.connect(self._on_selection)
        desk.toolbox.ffmpeg_changed.connect(self._on_ffmpeg)
        for child in self.findChildren(QWidget):
            child.setAcceptDrops(False)  # a file dropped on a text field belongs to the list
        self._drops = DropCatcher(self)
        self._drops.dropped.connect(desk.add)
        self._drops.hovering.connect(self.area.set_hot)
        self.streams.commands.take_drops()

    def _connect_actions(self) -> None:
        actions = self.actions_by_name
        for name, slot in (
            ("quit", self.close),
            ("preferences", self.open_settings),
            ("select_all", self.table.selectAll),
            ("queue_order", self.table.show_queue_order),
            ("find", self.chrome.search.setFocus),
            ("preview", self._preview),
            ("about", lambda: show_about(self, self.desk.toolbox.ffmpeg)),
        ):
            actions[name].triggered.connect(partial(_call, slot))
        settings = self.desk.toolbox.settings
        actions["fill_preview"].toggled.connect(self.fill_preview)
        actions.appearances[self.theme.appearance.value].setChecked(True)
        if settings.language in actions.languages:
            actions.languages[settings.language].setChecked(True)
        for value, action in actions.appearances.items():
            action.triggered.connect(partial(self.choose_appearance, value))
        for code, action in actions.languages.items():
            action.triggered.connect(partial(self.choose_language, code))

    # -- the selection ---------------------------------------------------------------

    def _on_selection(self) -> None:
        entries = self.table.selected()
        try:
            defaults = self.desk.defaults
        except StudioError as problem:
            self.banners.show_notice(Notice.of("presets", problem))
            return
        used = {entry.settings.preset.id for entry in entries} or {defaults.preset.id}
        self.presets.show_preset(used.pop() if len(used) == 1 else "")
        self.inspector.show_selection(entries, defaults)
        first = entries[0] if entries else None
        self._plan(first)
        self.queue.refresh_selection()
        folder = defaults.output.folder or Path.home()
        target = (first.target or first.settings.output.folder or first.source) if first else folder
        self.bar.free_space.watch(target)

    def _plan(self, entry: Entry | None) -> None:
        self._planned_for = _plan_key(entry)
        self.desk.planner.plan(entry)

    def _on_entries_changed(self, ids: frozenset[str]) -> None:
        entries = self.table.selected()
        if entries and entries[0].entry_id in ids:
            self.inspector.refresh(entries[0])

    def _on_facts_changed(self, ids: frozenset[str]) -> None:
        """Something other than progress is new; rare, so it may cost a look at the selection."""
        entries = self.table.selected()
        if not any(entry.entry_id in ids for entry in entries):
            return
        if self._planned_for != _plan_key(entries[0]) or len(entries) > 1:
            self._on_selection()
        else:
            self.queue.refresh_selection()

    def _on_rows_inserted(self, *_: object) -> None:
        if not self.table.selectionModel().hasSelection():
            self.table.select(0)
            self.table.setFocus()
        self.bar.refresh()

    def _on_preset(self, preset_id: str) -> None:
        self.desk.choose_preset(self.table.selected(), preset_id)

    def _on_preset_imported(self, preset_id: str) -> None:
        self.presets.fill()
        self._on_preset(preset_id)

    def _on_overrides(self, change: object) -> None:
        self.desk.change_overrides(self.table.selected(), change)  # type: ignore[arg-type]

    def _on_output(self, change: object) -> None:
        self.desk.change_output(self.table.selected(), change)  # type: ignore[arg-type]

    def _show_entries(self, entries: list[Entry], group: Group) -> None:
        self.chrome.search.clear()
        self.chips.choose(group)
        self.table.select_entries(entries)
        self.table.setFocus()

    # -- commands --------------------------------------------------------------------

    def _preview(self) -> None:
        entries = self.table.selected()
        if entries and entries[0].playable is not None:
            self._inspector_dock.show()
            self.inspector.raise_preview()

    def fill_preview(self, filling: bool) -> None:
        """Give the preview the whole window, or bring the list and the presets back."""
        if filling and not self.filling.is_on:
            self._inspector_dock.show()
            self.inspector.show_preview()
        self.filling.set_on(filling)

    def open_settings(self) -> SettingsDialog:
        """Show the settings; the window stays usable."""
        if self._settings_dialog is None:
            self._settings_dialog = SettingsDialog(self.theme, self.desk, self)
            self._settings_dialog.appearance_chosen.connect(self.choose_appearance)
            self._settings_dialog.language_chosen.connect(self.choose_language)
            self._settings_dialog.defaults_edited.connect(self._on_selection)
        self._settings_dialog.open_with_settings()
        return self._settings_dialog

    def choose_appearance(self, value: str, _checked: bool = True) -> None:
        """Look like this from now on."""
        self.theme.apply(Appearance(value))
        self.actions_by_name.appearances[value].setChecked(True)
        self.desk.toolbox.change(theme=value)

    def choose_language(self, code: str, _checked: bool = True) -> None:
        """Speak this language from now on."""
        self._languages.apply(code)
        self.actions_by_name.languages[code].setChecked(True)
        self.desk.toolbox.change(language=code)
        self._name_docks()
        self._on_selection()

    def _on_ffmpeg(self) -> None:
        self.files.tell_of_ffmpeg()
        self._on_selection()

    # -- closing ---------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once while files are converted or streams run; the queue is kept in any case."""
        active = len(self.desk.runner.active)
        if not self.streams.may_close(active):
            event.ignore()
            return
        self.filling.set_on(False)
        self._memory.save()
        if active:
            self.desk.stop_now()
        self.inspector.preview.dispose()
        parts = (self.inspector.log, self.bar.free_space, self.queue, self.tools, self.streams)
        for part in parts:
            part.stop(wait=False)
        event.accept()


def _plan_key(entry: Entry | None) -> object:
    """What a plan depends on; while it stays, nothing has to be planned again."""
    if entry is None:
        return None
    return entry.entry_id, entry.settings, entry.state, entry.info, entry.target


def _call(slot: object, _checked: bool = False) -> None:
    slot()  # type: ignore[operator]
