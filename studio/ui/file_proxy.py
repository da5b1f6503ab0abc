"""Which rows of the list are shown, and in which order: search words, a chip, a sorted column."""

from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from studio.ui import cells
from studio.ui.columns import Column
from studio.ui.entries import Entry
from studio.ui.states import Group, is_in

AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(Protocol):
    def entry_at(self, row: int) -> Entry: ...


class FileProxy(QSortFilterProxyModel):
    """Sorts by the chosen column; keeps the rows of a group whose name holds the search words.

    Keys are made once per row and kept until the row changes: asking the model at each
    comparison took seconds for 10,000 rows.
    """

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = cast(_Rows, model)
        self._keys: dict[int, Any] = {}
        self._words = ""
        self.is_changing = False
        """True while another filter lets rows come and go, a few at a time."""
        self.group = Group.ALL
        """The group that is shown; ``show_group`` changes it."""
        model.dataChanged.connect(self._forget_rows)  # before Qt's own, which sorts again
        for signal in (
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.layoutChanged,
            model.modelReset,
        ):
            signal.connect(self._forget_all)
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    @property
    def is_sorted(self) -> bool:
        """True while a column decides the order, not the queue."""
        return self.sortColumn() >= 0

    @property
    def is_narrowed(self) -> bool:
        """True while a search or a chip may keep rows back."""
        return bool(self._words) or self.group is not Group.ALL

    def search(self, text: str) -> None:
        """Keep rows whose name holds ``text``, upper and lower case alike."""
        words = text.strip().casefold()
        if words != self._words:
            self.is_changing = True
            self.beginFilterChange()
            self._words = words
            self.endFilterChange()
            self.is_changing = False

    def show_group(self, group: Group) -> None:
        """Keep rows of one group."""
        if group is not self.group:
            self.is_changing = True
            self.beginFilterChange()
            self.group = group
            self.endFilterChange()
            self.is_changing = False

    def filterAcceptsRow(self, row: int, _parent: AnyIndex) -> bool:
        """Tell whether a row of the list is shown."""
        if not self._words and self.group is Group.ALL:
            return True
        entry = self._rows.entry_at(row)
        if not is_in(entry, self.group):
            return False
        return self._words in entry.source.name.casefold()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, by none for -1."""
        self._keys.clear()
        super().sort(column, order)

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        """Compare two rows by the sorted column."""
        return bool(self._key(left.row()) < self._key(right.row()))

    def _key(self, row: int) -> Any:
        key = self._keys.get(row)
        if key is None:
            key = cells.sort_key(self._rows.entry_at(row), Column(self.sortColumn()))
            self._keys[row] = key
        return key

    def _forget_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._keys and first.column() <= self.sortColumn() <= last.column():
            for row in range(first.row(), last.row() + 1):
                self._keys.pop(row, None)

    def _forget_all(self) -> None:
        self._keys.clear()
