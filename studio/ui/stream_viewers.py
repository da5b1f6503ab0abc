"""The viewers of one stream: who watches, how, where they are, and how their line does."""

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from studio.streams.status import StreamState, ViewerStatus
from studio.ui import stream_words, words
from studio.ui.keyed_table import LEFT, RIGHT, AnyIndex, KeyedTableModel
from studio.ui.widgets import UNIT

ROW_HEIGHT = 28


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


class ViewerModel(KeyedTableModel[ViewerStatus]):
    """One row for each viewer."""

    def key(self, row: ViewerStatus) -> str:
        """Return the name of the connection."""
        return row.viewer_id

    def cell(self, row: ViewerStatus, column: int) -> tuple[object, ...]:
        """Return a cell's text, and with it all that its look depends on."""
        return _text(row, ViewerColumn(column)), row.state

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return where a column's texts stand: numbers to the right."""
        return RIGHT if column >= ViewerColumn.POSITION else LEFT

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name of a column, and what it means."""
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        if is_tip and orientation is Qt.Orientation.Horizontal and section == ViewerColumn.DROPPED:
            return self.tr("Groups of pictures that were left out because the line is too slow")
        return super().headerData(section, orientation, role)

    def names(self) -> tuple[str, ...]:
        """Names of the columns."""
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
        viewer = self.row_at(index.row()) if index.isValid() else None
        if viewer is None:
            return None
        column = ViewerColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(viewer, column)
            case Qt.ItemDataRole.DecorationRole if column is ViewerColumn.STATE:
                return self._theme.icon(*stream_words.STATE_LOOKS[viewer.state])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(viewer, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.names()[column]}: {_text(viewer, column)}"
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
