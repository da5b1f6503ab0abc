"""Menu bar and toolbar, filled from the same actions."""

from PySide6.QtCore import QSize, Qt
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
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT, Panel


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
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(240)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(table.set_search)
        self._search_icon = self.search.addAction(
            theme.icon("mdi6.magnify", "secondary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.toolbar = QToolBar(window)
        self._make_menus(window)
        self._make_toolbar(window)
        self.retranslate()

    def _make_menus(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        for name in ("file", "edit", "queue", "view", "help"):
            self._menus[name] = bar.addMenu("")
        self._fill(
            "file", "add_files add_folder - import_preset choose_ffmpeg - open_folder - quit"
        )
        self._fill("edit", "undo redo - remove duplicate select_all - find")
        self._fill("queue", "start cancel cancel_all requeue - preview check")
        self._fill("help", "about")
        view = self._menus["view"]
        self._menus["columns"] = view.addMenu("")
        self._menus["columns"].aboutToShow.connect(self._fill_columns)
        self._menus["appearance"] = view.addMenu("")
        self._menus["appearance"].addActions(list(self._actions.appearances.values()))
        self._menus["language"] = view.addMenu("")
        self._menus["language"].addActions(list(self._actions.languages.values()))

    def add_panel_actions(self, actions: list[QAction]) -> None:
        """Let the View menu show and hide panels."""
        self.panel_actions = actions
        self._menus["view"].insertActions(self._menus["columns"].menuAction(), actions)
        self._menus["view"].insertSeparator(self._menus["columns"].menuAction())

    def _fill(self, menu: str, names: str) -> None:
        for name in names.split():
            if name == "-":
                self._menus[menu].addSeparator()
            else:
                self._menus[menu].addAction(self._actions[name])

    def _fill_columns(self) -> None:
        menu = self._menus["columns"]
        menu.clear()
        menu.addActions(self._table.column_actions(menu))

    def _make_toolbar(self, window: QMainWindow) -> None:
        bar = self.toolbar
        bar.setObjectName("mainToolBar")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("add_files", "add_folder", "", "start", "cancel", "", "preview"):
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self._actions[name])
            button = bar.widgetForAction(self._actions[name])
            if isinstance(button, QToolButton):
                button.setObjectName("startButton" if name == "start" else f"{name}Button")
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(UNIT, 0, UNIT, 0)
        row.addStretch(1)
        row.addWidget(self.search)
        end.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(end)
        window.addToolBar(bar)

    def retranslate(self) -> None:
        """Set every text."""
        names = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "queue": self.tr("&Queue"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
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
        self._actions.retranslate()
        for action in self._toolbar_actions():
            button = self.toolbar.widgetForAction(action)
            button.setAccessibleName(action.iconText())

    def restyle(self) -> None:
        """Set the icons."""
        self._actions.restyle()
        self._search_icon.setIcon(self.theme.icon("mdi6.magnify", "secondary"))

    def _toolbar_actions(self) -> list[QAction]:
        names = ("add_files", "add_folder", "start", "cancel", "preview")
        return [self._actions[name] for name in names]
