"""The viewers of one stream: who watches, how, where they are, and how their line does."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from studio.streams.status import StreamState, ViewerStatus
from studio.ui import stream_words, words
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW_HEIGHT = 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ViewerColumn(IntEnum):
    """The columns, in their order."""

    CLIENT = 0
    WAY = 1
    STATE = 2
    POSITION = 3
    BUFFER = 4
    RATE = 5
    LATENCY = 6
    DROPPED = 7


WIDTHS = (104, 92, 120, 72, 68, 92, 68, 72)


class ViewerModel(QAbstractTableModel):
    """Shows what ``show`` was given last; tells of changed cells only."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[ViewerStatus] = []
        theme.changed.connect(self.repaint)

    def show(self, viewers: Sequence[ViewerStatus]) -> None:
        """Show these viewers: old ones keep their rows, new ones come after them."""
        fresh = {one.viewer_id: one for one in viewers}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].viewer_id not in fresh:
                self.beginRemoveRows(NO_PARENT, row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, old in enumerate(self._rows):
            self._renew(row, old, fresh.pop(old.viewer_id))
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._rows += fresh.values()
            self.endInsertRows()

    def _renew(self, row: int, old: ViewerStatus, new: ViewerStatus) -> None:
        self._rows[row] = new
        for column in ViewerColumn:
            if _text(old, column) != _text(new, column):
                cell = self.index(row, column)
                self.dataChanged.emit(cell, cell)

    def repaint(self) -> None:
        """Announce every cell again: the colours or the language changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(ViewerColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ViewerColumn) - 1)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of viewers."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(ViewerColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.ToolTipRole and section == ViewerColumn.DROPPED:
            return self.tr("Groups of pictures that were left out because the line is too slow")
        return self._names()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Viewer"),
            self.tr("Way"),
            self.tr("State"),
            self.tr("Position"),
            self.tr("Buffer"),
            self.tr("Line"),
            self.tr("Behind"),
            self.tr("Left out"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell, by role."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        viewer, column = self._rows[index.row()], ViewerColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(viewer, column)
            case Qt.ItemDataRole.DecorationRole if column is ViewerColumn.STATE:
                return self._theme.icon(*stream_words.STATE_LOOKS[viewer.state])
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(viewer, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._names()[column]}: {_text(viewer, column)}"
        return None

    def _tip(self, viewer: ViewerStatus, column: ViewerColumn) -> str:
        if column is ViewerColumn.CLIENT:
            return viewer.client
        if viewer.state is StreamState.NOT_ENOUGH_BANDWIDTH and column is ViewerColumn.STATE:
            return self.tr("The line carries less than the stream needs.")
        if column is ViewerColumn.STATE:
            return stream_words.viewer_state_text(viewer)
        return ""


class ViewerTable(QTableView):
    """Shows the ViewerModel."""

    def __init__(self, model: ViewerModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("role", "boxed")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(5 * UNIT)
        for column, width in enumerate(WIDTHS):
            head.resizeSection(column, width)
        head.setStretchLastSection(True)


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _RIGHT if column >= ViewerColumn.POSITION else _LEFT


def _text(viewer: ViewerStatus, column: ViewerColumn) -> str:
    match column:
        case ViewerColumn.CLIENT:
            return stream_words.client_text(viewer.client)
        case ViewerColumn.WAY:
            return stream_words.way_text(viewer.way)
        case ViewerColumn.STATE:
            return stream_words.viewer_state_text(viewer)
        case ViewerColumn.POSITION:
            return stream_words.clock_text(viewer.position_s)
        case ViewerColumn.BUFFER:
            return stream_words.seconds_text(viewer.buffer_s)
        case ViewerColumn.RATE:
            return stream_words.rate_text(viewer.rate_bps)
        case ViewerColumn.LATENCY:
            return stream_words.seconds_text(viewer.latency_s)
        case _:
            return str(viewer.dropped) if viewer.dropped else words.NOTHING
