"""The table of files: sorting, choosing columns, keyboard, context menu."""

from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from studio.ui.delegates import ROW_HEIGHT, CellDelegate
from studio.ui.entries import Entry
from studio.ui.file_model import Column, FileModel, FileProxy, Role, column_name
from studio.ui.theme import Theme

WIDTHS = {
    Column.FILE: 208,
    Column.VIDEO: 88,
    Column.RATE: 84,
    Column.DURATION: 60,
    Column.KEYFRAMES: 88,
    Column.AUDIO: 112,
    Column.SIZE: 80,
    Column.PRESET: 116,
    Column.PROGRESS: 120,
    Column.VERDICT: 104,
}
LEAST_FILE_WIDTH = 168
HIDDEN = (Column.AUDIO, Column.SIZE)


class FileTable(QTableView):
    """Shows the FileModel; selection is by rows."""

    selection_changed = Signal()
    preview_wanted = Signal()

    def __init__(self, theme: Theme, model: FileModel) -> None:
        super().__init__()
        self.setObjectName("fileTable")
        self._model = model
        self.proxy = FileProxy(model, self)
        self.setModel(self.proxy)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._make_header()
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda _: self.preview_wanted.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setSortIndicatorClearable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        self.reset_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the file's name the room that the other columns leave."""
        super().resizeEvent(event)
        self._fit_file_column()

    def _fit_file_column(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in Column if column is not Column.FILE)
        room = self.viewport().width() - others
        header.resizeSection(Column.FILE, max(LEAST_FILE_WIDTH, room))

    def reset_columns(self) -> None:
        """Show the columns as in a new window."""
        header = self.horizontalHeader()
        for column, width in WIDTHS.items():
            header.moveSection(header.visualIndex(column), column)
            header.resizeSection(column, width)
            header.setSectionHidden(column, column in HIDDEN)
        self._fit_file_column()

    def retranslate(self) -> None:
        """Set every text."""
        self.setAccessibleName(self.tr("Files"))
        self._model.retranslate()

    # -- selection -------------------------------------------------------------------

    def selected(self) -> list[Entry]:
        """Selected entries, from top to bottom as shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        entries = (self.proxy.index(row, 0).data(Role.ENTRY) for row in rows)
        return [entry for entry in entries if isinstance(entry, Entry)]

    def select(self, row: int) -> None:
        """Select one row of the list (not of the view)."""
        index = self.proxy.mapFromSource(self._model.index(row, Column.FILE))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            whole = QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags | whole)
            self.scrollTo(index)

    def set_search(self, text: str) -> None:
        """Show only files whose name holds ``text``."""
        self.proxy.setFilterFixedString(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter previews; Home and End go to the first and last row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected():
            self.preview_wanted.emit()
            return
        super().keyPressEvent(event)

    # -- columns ---------------------------------------------------------------------

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """Return one checkable action per column that may be hidden."""
        actions = []
        for column in Column:
            if column is Column.FILE:
                continue
            action = QAction(column_name(column), parent)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self._show_column(column, shown))
            actions.append(action)
        return actions

    def _show_column(self, column: Column, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        self._fit_file_column()

    def save_columns(self) -> QByteArray:
        """Return order, widths and visibility of the columns."""
        return self.horizontalHeader().saveState()

    def restore_columns(self, state: QByteArray) -> None:
        """Use what ``save_columns`` gave; anything else is ignored."""
        if state and not self.horizontalHeader().restoreState(state):
            self.reset_columns()

    def _show_column_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.column_actions(menu))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)
        menu.exec(self.horizontalHeader().mapToGlobal(position))
        menu.deleteLater()
