"""Which rows of the list are shown, and in which order: search words, a chip, a sorted column."""

from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
)

from studio.ui.columns import Column, Role
from studio.ui.entries import Entry
from studio.ui.states import GROUP_OF, Group

AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(Protocol):
    def entry_at(self, row: int) -> Entry: ...


class FileProxy(QSortFilterProxyModel):
    """Sorts by the chosen column; keeps the rows of a group whose name holds the search words."""

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = cast(_Rows, model)
        self._words = ""
        self.group = Group.ALL
        """The group that is shown; ``show_group`` changes it."""
        self.setSourceModel(model)
        self.setSortRole(Role.SORT)
        self.setFilterKeyColumn(Column.FILE)
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
            self._words = words
            self.invalidateFilter()

    def show_group(self, group: Group) -> None:
        """Keep rows of one group."""
        if group is not self.group:
            self.group = group
            self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: AnyIndex) -> bool:
        """Tell whether a row of the list is shown."""
        if not self._words and self.group is Group.ALL:
            return True
        entry = self._rows.entry_at(row)
        if self.group is not Group.ALL and GROUP_OF[entry.state] is not self.group:
            return False
        return self._words in entry.source.name.casefold()
