"""Menu bar, toolbar and the table's own menu, filled from the same actions."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from studio.ui.actions import Actions
from studio.ui.file_table import FileTable
from studio.ui.queue_buttons import SlotsField, StopButton
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel

MENUS = {
    "file": "add_files add_folder - check_files check_folder - import_queue export_queue - "
    "import_preset choose_ffmpeg - open_result open_folder - save_report save_report_all - quit",
    "edit": "undo redo - remove remove_finished duplicate select_all - find - preferences",
    "queue": "start pause stop_after stop_now - stop_before hold release pause_jobs resume_jobs "
    "cancel - retry retry_failed retry_all - > - locate keep discard - "
    "preview check stop_check stop_checks",
    "tools": "examine repair share - explain break_file - engines",
    "streams": "+ - stream_start stream_stop stream_record stream_end_recording - "
    "stream_play stream_browse * stream_address - watch_job - make_ladder make_bundle - "
    "stream_remove",
    "help": "save_bundle copy_log - about",
}
"""Actions by name; a dash is a line, the other signs are submenus (SUBMENUS)."""
SUBMENUS = {">": "move", "+": "new_stream", "*": "copy_url"}
NEW_STREAM = (
    "stream_files stream_clock stream_loop stream_encode - "
    "stream_test stream_camera stream_screen stream_microphone"
)
ONE_STREAM = (
    "stream_play stream_browse * - stream_start stream_stop "
    "stream_record stream_end_recording - stream_remove"
)
MOVES = "move_top move_up move_down move_end"
CONTEXT = (
    "preview watch_job open_result open_folder check stop_check save_report examine repair share "
    "+ - retry stop_before hold release pause_jobs resume_jobs cancel - > - locate keep discard - "
    "duplicate remove - copy_log save_bundle"
)
TOOLBAR = ("add_files", "add_folder", "", "start", "pause", "stop", "slots", "", "preview")
SHRINKING = ("preview", "add_folder", "stop", "pause", "add_files")
"""What loses its words first where the window is narrow; the icon and the tool tip stay."""
BUTTON_GAP = 4
RARE = frozenset(
    {"release", "pause_jobs", "resume_jobs", "locate", "keep", "discard", "retry", "repair"}
    | {"stop_check", "save_report", "watch_job"}
)
"""In the table's menu only while they can be used."""


class Chrome(Panel):
    """Everything around the panels; an invisible widget that hears the language change."""

    def __init__(
        self, window: QMainWindow, theme: Theme, actions: Actions, table: FileTable
    ) -> None:
        super().__init__(theme, window)
        self.hide()
        self._actions, self._table = actions, table
        self._menus: dict[str, QMenu] = {}
        self.panel_actions: list[QAction] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(240)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(table.set_search)
        self._search_icon = self.search.addAction(
            theme.icon("mdi6.magnify", "secondary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.slots = SlotsField(theme)
        self.stop = StopButton([actions["stop_after"], actions["stop_now"]])
        self.toolbar = QToolBar(window)
        self._make_menus(window)
        self._make_toolbar(window)
        self.retranslate()
        self.restyle()

    # -- menus -----------------------------------------------------------------------

    def _make_menus(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        self._menus["move"] = QMenu(window)
        self._fill(self._menus["move"], MOVES)
        self._menus["new_stream"] = QMenu(window)
        self._fill(self._menus["new_stream"], NEW_STREAM)
        self._menus["copy_url"] = QMenu(window)
        for name in ("file", "edit", "queue", "tools", "streams", "view", "help"):
            self._menus[name] = bar.addMenu("")
            self._fill(self._menus[name], MENUS.get(name, ""))
        view = self._menus["view"]
        view.addAction(self._actions["fill_preview"])
        view.addSeparator()
        view.addAction(self._actions["queue_order"])
        self._menus["columns"] = view.addMenu("")
        self._menus["columns"].aboutToShow.connect(self._fill_columns)
        self._menus["appearance"] = view.addMenu("")
        self._menus["appearance"].addActions(list(self._actions.appearances.values()))
        self._menus["language"] = view.addMenu("")
        self._menus["language"].addActions(list(self._actions.languages.values()))

    def add_panel_actions(self, actions: list[QAction]) -> None:
        """Let the View menu show and hide panels."""
        self.panel_actions = actions
        first = self._menus["view"].actions()[0]
        self._menus["view"].insertActions(first, actions)
        self._menus["view"].insertSeparator(first)

    @property
    def stream_menus(self) -> tuple[QMenu, QMenu]:
        """The menus with new streams, and with the addresses of one."""
        return self._menus["new_stream"], self._menus["copy_url"]

    @property
    def stream_menu(self) -> QMenu:
        """The menu "Streams"."""
        return self._menus["streams"]

    def fill_stream_menu(self, menu: QMenu) -> None:
        """Offer what can be done with one stream."""
        self._fill(menu, ONE_STREAM)

    def show_table_menu(self, position: QPoint) -> None:
        """Show what can be done with the selected rows."""
        menu = QMenu(self._table)
        usable = [
            name for name in CONTEXT.split() if name not in RARE or self._actions[name].isEnabled()
        ]
        self._fill(menu, " ".join(usable))
        menu.exec(self._table.viewport().mapToGlobal(position))
        menu.deleteLater()

    def _fill(self, menu: QMenu, names: str) -> None:
        for name in names.split():
            if name == "-":
                menu.addSeparator()
            elif name in SUBMENUS:
                menu.addMenu(self._menus[SUBMENUS[name]])
            else:
                menu.addAction(self._actions[name])

    def _fill_columns(self) -> None:
        menu = self._menus["columns"]
        menu.clear()
        menu.addActions(self._table.column_actions(menu))

    # -- toolbar ---------------------------------------------------------------------

    def _make_toolbar(self, window: QMainWindow) -> None:
        bar = self.toolbar
        bar.setObjectName("mainToolBar")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        widgets: dict[str, QWidget] = {"stop": self.stop, "slots": self.slots}
        self.stop.setIconSize(bar.iconSize())
        for name in TOOLBAR:
            if not name:
                bar.addSeparator()
            elif name in widgets:
                bar.addWidget(widgets[name])
            else:
                self._add_button(name)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(UNIT, 0, UNIT, 0)
        row.addStretch(1)
        row.addWidget(self.search)
        end.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(end)
        window.addToolBar(bar)
        bar.installEventFilter(self)

    def _add_button(self, name: str) -> None:
        self.toolbar.addAction(self._actions[name])
        button = self.toolbar.widgetForAction(self._actions[name])
        if isinstance(button, QToolButton):
            button.setObjectName("startButton" if name == "start" else f"{name}Button")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the toolbar has another width."""
        if watched is self.toolbar and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Leave out words until every part of the toolbar has room."""
        parts = [self.toolbar.widgetForAction(action) for action in self.toolbar.actions()]
        buttons = [self._button(name) for name in SHRINKING]
        for button in buttons:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        needed = sum(part.sizeHint().width() + BUTTON_GAP for part in parts) + 3 * UNIT
        for button in buttons:
            if needed <= self.toolbar.width():
                return
            needed -= button.sizeHint().width()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            needed += button.sizeHint().width()

    def _button(self, name: str) -> QToolButton:
        found = self.stop if name == "stop" else self.toolbar.widgetForAction(self._actions[name])
        assert isinstance(found, QToolButton)
        return found

    def name_buttons(self) -> None:
        """Tell screen readers what the buttons are called now."""
        for name in TOOLBAR:
            if name and name not in ("stop", "slots"):
                action = self._actions[name]
                self.toolbar.widgetForAction(action).setAccessibleName(action.iconText())

    def retranslate(self) -> None:
        """Set every text."""
        names = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "queue": self.tr("&Queue"),
            "tools": self.tr("&Tools"),
            "streams": self.tr("&Streams"),
            "new_stream": self.tr("&New stream"),
            "copy_url": self.tr("&Copy URL"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
            "move": self.tr("&Move"),
            "columns": self.tr("&Columns"),
            "appearance": self.tr("&Appearance"),
            "language": self.tr("&Language"),
        }
        for key, name in names.items():
            self._menus[key].setTitle(name)
        self.toolbar.setWindowTitle(self.tr("Toolbar"))
        self.search.setPlaceholderText(self.tr("Search files"))
        self.search.setAccessibleName(self.tr("Search files by name"))
        self._search_icon.setToolTip(self.tr("Search files by name"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Stop after the current files, or now"))
        self.stop.setAccessibleName(self.stop.text())
        self._actions.retranslate()
        self.name_buttons()
        self._fit()

    def restyle(self) -> None:
        """Set the icons."""
        self._actions.restyle()
        self._search_icon.setIcon(self.theme.icon("mdi6.magnify", "secondary"))
        self.stop.setIcon(self.theme.icon("mdi6.stop"))
        self._menus["move"].setIcon(self.theme.icon("mdi6.swap-vertical"))
        self._menus["new_stream"].setIcon(self.theme.icon("mdi6.access-point-plus"))
        self._menus["copy_url"].setIcon(self.theme.icon("mdi6.link-variant"))
