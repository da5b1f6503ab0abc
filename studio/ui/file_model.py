"""The table's model: mirrors the FileList, announces exact cells, ten times a second at most."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage

from studio.ui import cells
from studio.ui.columns import COLUMNS_OF, LIVE, Column, Role, alignment, column_name
from studio.ui.entries import Change, Entry, FileList
from studio.ui.file_proxy import FileProxy

__all__ = ["Column", "FileModel", "FileProxy", "Role", "column_name"]

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
FLUSH_MS = 100
COLUMN_COUNT = len(Column)
MANY = 200
"""From so many rows on, a change is announced as one block: cheaper than one by one."""
FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class FileModel(QAbstractTableModel):
    """Shows a FileList; rows come, go and move only when the list says so."""

    entries_changed = Signal(object)
    """Emitted after a flush with the ids of the entries that changed (a frozenset of str)."""
    facts_changed = Signal(object)
    """The same, without those that merely moved on."""

    def __init__(self, files: FileList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._thumbnails: dict[str, QImage] = {}
        self._dirty: dict[str, set[Column]] = {}
        self._kept: list[QPersistentModelIndex] = []
        self.is_changing = False
        """True while rows come or go; hundreds of separate rows do so in as many steps."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FLUSH_MS)
        self._timer.timeout.connect(self.flush)
        files.observe(self)

    # -- FileListObserver ------------------------------------------------------------

    def rows_inserting(self, first: int, last: int) -> None:
        """Pass the announcement on to the views."""
        self.is_changing = True
        self.beginInsertRows(QModelIndex(), first, last)

    def rows_inserted(self) -> None:
        """The rows exist."""
        self.endInsertRows()
        self.is_changing = False

    def rows_removing(self, first: int, last: int) -> None:
        """Pass the announcement on to the views."""
        self.is_changing = True
        self.beginRemoveRows(QModelIndex(), first, last)

    def rows_removed(self) -> None:
        """The rows are gone."""
        self.endRemoveRows()
        self.is_changing = False

    def rows_moving(self, first: int, last: int, before: int) -> None:
        """Pass the announcement on to the views."""
        self.beginMoveRows(QModelIndex(), first, last, QModelIndex(), before)

    def rows_moved(self) -> None:
        """The rows are where they belong."""
        self.endMoveRows()

    def rows_reordering(self) -> None:
        """Tell the views that every row may be elsewhere in a moment."""
        self.layoutAboutToBeChanged.emit()

    def rows_reordered(self, new_rows: Sequence[int]) -> None:
        """Lead selection and current cell to their rows' new places."""
        old = self.persistentIndexList()
        new = [self.index(new_rows[index.row()], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def entry_changed(self, row: int, change: Change) -> None:
        """Remember which cells changed until the next flush."""
        cells_of_entry = self._dirty.setdefault(self._files.at(row).entry_id, set())
        for part in change:
            cells_of_entry |= COLUMNS_OF[part]
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Announce the remembered cells, neighbouring columns of a row together."""
        dirty, self._dirty = self._dirty, {}
        rows = {
            row: columns
            for entry_id, columns in dirty.items()
            if (row := self._files.row_of(entry_id)) is not None
        }
        if len(rows) > MANY:
            columns = set().union(*rows.values())
            self._announce(min(rows), max(rows), min(columns), max(columns))
        else:
            for row, columns in rows.items():
                for first, last in _spans(sorted(columns)):
                    self._announce(row, row, first, last)
        if dirty:
            self.entries_changed.emit(frozenset(dirty))
        news = frozenset(entry_id for entry_id, columns in dirty.items() if not columns <= LIVE)
        if news:
            self.facts_changed.emit(news)

    def _announce(self, top: int, bottom: int, left: int, right: int) -> None:
        self.dataChanged.emit(self.index(top, left), self.index(bottom, right))

    # -- reading ---------------------------------------------------------------------

    def entry_at(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._files.at(row)

    def set_thumbnail(self, entry: Entry, image: QImage) -> None:
        """Show ``image`` beside the file's name."""
        self._thumbnails[entry.entry_id] = image
        row = self._files.row_of(entry.entry_id)
        if row is not None:
            cell = self.index(row, Column.FILE)
            self.dataChanged.emit(cell, cell, [Role.THUMBNAIL])

    def copy_thumbnail(self, source: Entry, copy: Entry) -> None:
        """Let ``copy``, not in the list yet, have the picture of ``source``."""
        if source.entry_id in self._thumbnails:
            self._thumbnails[copy.entry_id] = self._thumbnails[source.entry_id]

    def retranslate(self) -> None:
        """Announce every text again, after the language changed."""
        if len(self._files):
            self._announce(0, len(self._files) - 1, 0, len(Column) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of files."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns, hidden ones included."""
        return 0 if parent.isValid() else COLUMN_COUNT

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows may be selected and dragged; nothing is edited in its cell."""
        return FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(Column(section))
        return column_name(Column(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell, by role."""
        if not index.isValid():
            return None
        entry = self._files.at(index.row())
        if role == Role.ENTRY:
            return entry
        if role == Role.THUMBNAIL:
            return self._thumbnails.get(entry.entry_id)
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        reader = _READERS.get(role)
        return reader(entry, column) if reader is not None else None


_READERS = {
    int(Qt.ItemDataRole.DisplayRole): cells.main_text,
    int(Role.SECOND_LINE): cells.second_text,
    int(Role.TONE): cells.tone,
    int(Role.SORT): cells.sort_key,
    int(Qt.ItemDataRole.ToolTipRole): cells.tool_tip,
    int(Qt.ItemDataRole.AccessibleTextRole): cells.accessible_text,
}


def _spans(columns: list[Column]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for column in columns:
        if spans and spans[-1][1] + 1 == column:
            spans[-1] = (spans[-1][0], int(column))
        else:
            spans.append((int(column), int(column)))
    return spans
