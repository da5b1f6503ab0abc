"""A table whose rows have keys: rows come and go one by one, only changed cells are told."""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Row = TypeVar("Row")


class KeyedTableModel(QAbstractTableModel, Generic[Row]):
    """Shows what ``show`` was given last; has no state of its own beside that.

    A subclass says what a row's key is, what its cells hold and how the columns are called.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[Row] = []
        theme.changed.connect(self.repaint)

    # -- what a subclass says --------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        raise NotImplementedError

    def key(self, row: Row) -> Hashable:
        """Return what tells a row from all others, as long as it is there."""
        raise NotImplementedError

    def cell(self, row: Row, column: int) -> tuple[object, ...]:
        """Return a cell's text, and with it all that its look depends on."""
        raise NotImplementedError

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return where a column's texts stand."""
        raise NotImplementedError

    # -- writing ---------------------------------------------------------------------

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows: old ones keep their places, new ones come after them."""
        fresh = {self.key(one): one for one in rows}
        for place in reversed(range(len(self._rows))):
            if self.key(self._rows[place]) not in fresh:
                self.beginRemoveRows(NO_PARENT, place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, old in enumerate(self._rows):
            self._renew(place, old, fresh.pop(self.key(old)))
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._rows += fresh.values()
            self.endInsertRows()

    def _renew(self, place: int, old: Row, new: Row) -> None:
        self._rows[place] = new
        for column in range(self.columnCount()):
            if self.cell(old, column) != self.cell(new, column):
                index = self.index(place, column)
                self.dataChanged.emit(index, index)

    def repaint(self) -> None:
        """Announce every cell again: the colours or the language changed."""
        last = self.columnCount() - 1
        if self._rows:
            corner = self.index(len(self._rows) - 1, last)
            self.dataChanged.emit(self.index(0, 0), corner)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    # -- reading ---------------------------------------------------------------------

    def row_at(self, place: int) -> Row | None:
        """Return what a row shows."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, key: Hashable) -> int | None:
        """Return where the row with this key is."""
        places = (n for n, one in enumerate(self._rows) if self.key(one) == key)
        return next(places, None)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self.names())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return self.names()[section] if role == Qt.ItemDataRole.DisplayRole else None
