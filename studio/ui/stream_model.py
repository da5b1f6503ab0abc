"""The list of streams as a Qt model: rows come and go one by one, only changed cells are told."""

from enum import IntEnum

from PySide6.QtCore import Qt

from studio.streams.names import StreamAddress
from studio.streams.status import StreamStatus
from studio.ui import stream_words, words
from studio.ui.keyed_table import LEFT, RIGHT, AnyIndex, KeyedTableModel


class StreamColumn(IntEnum):
    """The columns, in their order."""

    STREAM = 0
    STATE = 1
    VIEWERS = 2
    RATE = 3
    RECORDING = 4


NUMBERS = (StreamColumn.VIEWERS, StreamColumn.RATE)


class StreamModel(KeyedTableModel[StreamStatus]):
    """One row for each stream."""

    def key(self, row: StreamStatus) -> StreamAddress:
        """Return the stream's address."""
        return row.address

    def cell(self, row: StreamStatus, column: int) -> tuple[object, ...]:
        """Return a cell's text, and with it all that its look depends on."""
        return _cell(row, StreamColumn(column))

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return where a column's texts stand: numbers to the right."""
        return RIGHT if column in NUMBERS else LEFT

    def status_of(self, address: StreamAddress) -> StreamStatus | None:
        """Return a stream by its address."""
        place = self.place_of(address)
        return None if place is None else self.row_at(place)

    # -- reading ---------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
        return (
            self.tr("Stream"),
            self.tr("State"),
            self.tr("Viewers"),
            self.tr("Rate"),
            self.tr("Recording"),
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell, by role."""
        status = self.row_at(index.row()) if index.isValid() else None
        if status is None:
            return None
        column = StreamColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(status, column)[0]
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(status, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(status, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.names()[column]}: {_cell(status, column)[0] or words.NOTHING}"
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
