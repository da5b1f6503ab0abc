"""The table of files: sorting, choosing columns, keyboard, dragging rows to another place."""

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from studio.ui.columns import SHOWN, WIDTHS, Column, column_name
from studio.ui.delegates import ROW_HEIGHT, CellDelegate
from studio.ui.entries import Entry
from studio.ui.file_model import FileModel
from studio.ui.file_proxy import FileProxy
from studio.ui.states import Group
from studio.ui.theme import Theme

LEAST_FILE_WIDTH = 184
SEEN_MS = 150


class FileTable(QTableView):
    """Shows the FileModel; selection is by rows."""

    selection_changed = Signal()
    """At once when the user selects; once, a moment later, when selected rows went away."""
    preview_wanted = Signal()
    rows_seen = Signal(object)
    """Entries in view, as list[Entry], a moment after that changed."""
    drag_wanted = Signal()
    """The user began to drag the selected rows."""

    def __init__(self, theme: Theme, model: FileModel) -> None:
        super().__init__()
        self.setObjectName("fileTable")
        self.theme, self._model = theme, model
        self._selected: list[Entry] | None = None
        self._drop_y: int | None = None
        self.proxy = FileProxy(model, self)
        self.setModel(self.proxy)
        self.setItemDelegate(CellDelegate(theme, self))
        self._set_manners()
        self._make_header()
        self._connect()

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        # With the table's own selection each paint of the header asks every selected row.
        header.setSelectionModel(QItemSelectionModel(self.proxy, header))
        header.setMinimumSectionSize(48)
        header.setSortIndicatorClearable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.reset_columns()

    def _connect(self) -> None:
        self.doubleClicked.connect(lambda _: self.preview_wanted.emit())
        self.selectionModel().selectionChanged.connect(self._on_selection)
        for signal in (
            self.proxy.rowsInserted,
            self.proxy.rowsRemoved,
            self.proxy.rowsMoved,
            self.proxy.layoutChanged,
            self.proxy.modelReset,
        ):
            signal.connect(self._on_rows)
        self._after_rows = QTimer(self)
        self._after_rows.setSingleShot(True)
        self._after_rows.timeout.connect(self.selection_changed)
        self._seen_timer = QTimer(self)
        self._seen_timer.setSingleShot(True)
        self._seen_timer.setInterval(SEEN_MS)
        self._seen_timer.timeout.connect(self._tell_seen)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._seen_timer.start())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the file's name the room that the other columns leave."""
        super().resizeEvent(event)
        self._fit_file_column()
        self._seen_timer.start()

    def retranslate(self) -> None:
        """Set every text."""
        self.setAccessibleName(self.tr("Files"))
        self._model.retranslate()

    # -- selection -------------------------------------------------------------------

    def selected(self) -> list[Entry]:
        """Selected entries, from top to bottom as shown; the list must not be changed."""
        if self._selected is None:
            ranges = self.selectionModel().selection().toList()
            rows = {row for part in ranges for row in range(part.top(), part.bottom() + 1)}
            self._selected = [self._entry_at(row) for row in sorted(rows)]
        return self._selected

    def select(self, row: int) -> None:
        """Select one row of the list (not of the view)."""
        index = self.proxy.mapFromSource(self._model.index(row, Column.FILE))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            whole = QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags | whole)
            self.scrollTo(index)

    def select_entries(self, entries: list[Entry]) -> None:
        """Select these, as far as they are shown, and go to the first one."""
        wanted, chosen = {entry.entry_id for entry in entries}, QItemSelection()
        for row in range(self.proxy.rowCount()):
            if self._entry_at(row).entry_id in wanted:
                cell = self.proxy.index(row, Column.FILE)
                chosen.select(cell, cell)
        whole = QItemSelectionModel.SelectionFlag.Rows
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | whole
        if chosen.indexes():
            first = chosen.indexes()[0]
            stay = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(first, stay)
            self.selectionModel().select(chosen, flags)
            self.scrollTo(first)

    def show_queue_order(self) -> None:
        """Sort by no column: files stand in the order in which they run."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def set_search(self, text: str) -> None:
        """Show only files whose name holds ``text``."""
        self.proxy.search(text)
        self.viewport().update()

    def show_group(self, group: Group) -> None:
        """Show only files of a group."""
        self.proxy.show_group(group)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter previews; Home and End go to the first and last row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected():
            self.preview_wanted.emit()
            return
        super().keyPressEvent(event)

    def _entry_at(self, row: int) -> Entry:
        if self.proxy.is_sorted or self.proxy.is_narrowed:
            row = self.proxy.mapToSource(self.proxy.index(row, Column.FILE)).row()
        return self._model.entry_at(row)

    def _on_selection(self) -> None:
        self._selected = None
        if self._model.is_changing or self.proxy.is_changing:
            self._after_rows.start()
        else:
            self.selection_changed.emit()

    def _on_rows(self) -> None:
        self._selected = None
        self._seen_timer.start()
        self.viewport().update()

    def _tell_seen(self) -> None:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first >= 0:
            last = last if last >= 0 else self.proxy.rowCount() - 1
            self.rows_seen.emit([self._entry_at(row) for row in range(first, last + 1)])

    # -- dragging rows ---------------------------------------------------------------

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Leave the drag to ``row_drag``, which knows where rows may go."""
        self.drag_wanted.emit()

    def gap_at(self, y: int) -> int:
        """Return the row before which something dropped at ``y`` of the viewport belongs."""
        row = self.rowAt(y)
        if row < 0:
            return self.proxy.rowCount()
        return row + (y - self.rowViewportPosition(row) > ROW_HEIGHT // 2)

    def entry_behind(self, gap: int) -> Entry | None:
        """Return the entry in the list that follows a gap between shown rows, None at its end."""
        if gap < self.proxy.rowCount():
            return self._entry_at(gap)
        if not gap:
            return None
        last = self.proxy.mapToSource(self.proxy.index(gap - 1, Column.FILE)).row() + 1
        return self._model.entry_at(last) if last < self._model.rowCount() else None

    def show_gap(self, gap: int | None) -> None:
        """Draw a line where dragged rows would go; None takes it away."""
        y = None if gap is None else self._gap_y(gap)
        if y != self._drop_y:
            self._drop_y = y
            self.viewport().update()

    def _gap_y(self, gap: int) -> int:
        if gap < self.proxy.rowCount():
            return max(1, self.rowViewportPosition(gap))
        return self.rowViewportPosition(gap - 1) + ROW_HEIGHT if gap else 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, the place of a drop, and words where a filter leaves nothing."""
        super().paintEvent(event)
        nothing = self.proxy.rowCount() == 0 and self._model.rowCount() > 0
        if self._drop_y is None and not nothing:
            return
        painter = QPainter(self.viewport())
        if nothing:
            painter.setPen(self.theme.color("secondary"))
            text = self.tr("No file matches. Choose All, or clear the search.")
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(24, 24, -24, -24), flags, text)
        if self._drop_y is not None:
            line = QRect(0, self._drop_y - 1, self.viewport().width(), 3)
            painter.fillRect(line, self.theme.color("accent"))
        painter.end()

    # -- columns ---------------------------------------------------------------------

    def _fit_file_column(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in Column if column is not Column.FILE)
        room = self.viewport().width() - others
        header.resizeSection(Column.FILE, max(LEAST_FILE_WIDTH, room))

    def reset_columns(self) -> None:
        """Show the columns as in a new window, in the queue's order."""
        header = self.horizontalHeader()
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        for column, width in WIDTHS.items():
            header.moveSection(header.visualIndex(column), column)
            header.resizeSection(column, width)
            header.setSectionHidden(column, column not in SHOWN)
        self._fit_file_column()

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
