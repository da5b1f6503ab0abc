"""The list of streams as a Qt model: rows come and go one by one, only changed cells are told."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.streams.names import StreamAddress
from studio.streams.status import StreamStatus
from studio.ui import stream_words, words
from studio.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StreamColumn(IntEnum):
    """The columns, in their order."""

    STREAM = 0
    STATE = 1
    VIEWERS = 2
    RATE = 3
    RECORDING = 4


NUMBERS = (StreamColumn.VIEWERS, StreamColumn.RATE)


class StreamModel(QAbstractTableModel):
    """Shows what ``show`` was given last; has no state of its own beside that."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[StreamStatus] = []
        theme.changed.connect(self.repaint)

    def show(self, statuses: Sequence[StreamStatus]) -> None:
        """Show these streams: old ones keep their rows, new ones come after them."""
        fresh = {one.address: one for one in statuses}
        for row in reversed(range(len(self._rows))):
            if self._rows[row].address not in fresh:
                self.beginRemoveRows(NO_PARENT, row, row)
                del self._rows[row]
                self.endRemoveRows()
        for row, old in enumerate(self._rows):
            self._renew(row, old, fresh.pop(old.address))
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._rows += fresh.values()
            self.endInsertRows()

    def _renew(self, row: int, old: StreamStatus, new: StreamStatus) -> None:
        self._rows[row] = new
        for column in StreamColumn:
            if _cell(old, column) != _cell(new, column):
                cell = self.index(row, column)
                self.dataChanged.emit(cell, cell)

    def status_at(self, row: int) -> StreamStatus | None:
        """Return the stream of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def status_of(self, address: StreamAddress) -> StreamStatus | None:
        """Return a stream by its address."""
        return next((one for one in self._rows if one.address == address), None)

    def row_of(self, address: StreamAddress) -> int | None:
        """Return where a stream is."""
        rows = (row for row, one in enumerate(self._rows) if one.address == address)
        return next(rows, None)

    def repaint(self) -> None:
        """Announce every cell again: the colours or the language changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(StreamColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(StreamColumn) - 1)

    # -- reading ---------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of streams."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(StreamColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return self._names()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Stream"),
            self.tr("State"),
            self.tr("Viewers"),
            self.tr("Rate"),
            self.tr("Recording"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell, by role."""
        status = self.status_at(index.row()) if index.isValid() else None
        if status is None:
            return None
        column = StreamColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(status, column)[0]
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(status, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in NUMBERS else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(status, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._names()[column]}: {_cell(status, column)[0] or words.NOTHING}"
        return None

    def _icon(self, status: StreamStatus, column: StreamColumn) -> object:
        match column:
            case StreamColumn.STREAM:
                return self._theme.icon(stream_words.KIND_ICONS[status.address.kind], "secondary")
            case StreamColumn.STATE:
                return self._theme.icon(*stream_words.STATE_LOOKS[stream_words.shown_state(status)])
            case StreamColumn.RECORDING if status.recording is not None:
                return self._theme.icon(*stream_words.RECORDING_LOOK)
        return None

    def _tip(self, status: StreamStatus, column: StreamColumn) -> str:
        if column is StreamColumn.STREAM:
            return f"{status.address}\n{stream_words.kind_text(status.address.kind)}"
        if column is StreamColumn.STATE:
            return stream_words.stream_state_text(status)
        if column is StreamColumn.RECORDING and status.recording is not None:
            text = stream_words.recording_text(status.recording)
            return f"{status.recording.name}\n{text}"
        return ""


def _cell(status: StreamStatus, column: StreamColumn) -> tuple[object, ...]:
    """Return a cell's text, and with it all that its look depends on."""
    match column:
        case StreamColumn.STREAM:
            return (str(status.address),)
        case StreamColumn.STATE:
            return stream_words.stream_state_text(status), stream_words.shown_state(status)
        case StreamColumn.VIEWERS:
            return (str(len(status.viewers)),)
        case StreamColumn.RATE:
            return (stream_words.rate_text(status.rate_bps),)
        case _:
            return stream_words.recorded_clock(status.recording), status.recording is not None
