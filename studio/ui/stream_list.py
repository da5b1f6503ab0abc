"""The list of streams: keyboard, menu, and files that are dropped on it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from studio.streams.names import StreamAddress
from studio.streams.status import StreamStatus
from studio.ui.drops import local_paths
from studio.ui.row_drag import ROWS
from studio.ui.stream_model import StreamColumn, StreamModel
from studio.ui.widgets import UNIT

ROW_HEIGHT = 32
WIDTHS = {
    StreamColumn.STREAM: 176,
    StreamColumn.STATE: 124,
    StreamColumn.VIEWERS: 68,
    StreamColumn.RATE: 92,
    StreamColumn.RECORDING: 92,
}
NARROW_WIDTHS = {
    StreamColumn.STATE: 104,
    StreamColumn.VIEWERS: 64,
    StreamColumn.RECORDING: 80,
}
NARROW = 500
"""With less room the rate is left out: the graph tells it, too."""
VERY_NARROW = 330
"""With less room the number of viewers is left out: they are listed beside."""


class StreamList(QTableView):
    """Shows the StreamModel; one row is selected at a time."""

    selection_changed = Signal()
    play_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: StreamModel) -> None:
        super().__init__()
        self.setObjectName("streamList")
        self._model = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setProperty("role", "boxed")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(16, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(5 * UNIT)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(StreamColumn.STREAM, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.play_wanted.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def selected(self) -> StreamStatus | None:
        """Return the selected stream."""
        rows = self.selectionModel().selectedRows()
        return self._model.row_at(rows[0].row()) if rows else None

    def select(self, address: StreamAddress) -> None:
        """Select a stream."""
        row = self._model.place_of(address)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self._model.index(row, 0))

    def select_some(self) -> None:
        """Select the first stream when none is selected."""
        if self._model.rowCount() and not self.selectionModel().hasSelection():
            current: QModelIndex = self.currentIndex()
            self.selectRow(max(0, current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        width = event.size().width()
        self.setColumnHidden(StreamColumn.VIEWERS, width < VERY_NARROW)
        is_narrow = width < NARROW
        if self.isColumnHidden(StreamColumn.RATE) != is_narrow:
            self.setColumnHidden(StreamColumn.RATE, is_narrow)
            widths = NARROW_WIDTHS if is_narrow else WIDTHS
            for column, width in widths.items():
                self.horizontalHeader().resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes, Return plays."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.play_wanted.emit()
        else:
            super().keyPressEvent(event)


class StreamDrops(QObject):
    """Takes files from the desktop, and rows of the table of files, for one widget."""

    files_dropped = Signal(object)
    """Local paths, as list[Path]."""
    rows_dropped = Signal()
    """The selected rows of the table of files."""
    hovering = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is a file or a row; the window hears nothing of it."""
        if event.type() is QEvent.Type.DragLeave:
            self.hovering.emit(False)
        if not isinstance(event, QDropEvent):  # entering and moving are dropping, too
            return False
        rows = event.mimeData().hasFormat(ROWS)
        paths: list[Path] = [] if rows else local_paths(event)
        if not rows and not paths:
            return False
        if rows:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.acceptProposedAction()
        is_drop = event.type() is QEvent.Type.Drop
        self.hovering.emit(not is_drop)
        if is_drop and rows:
            self.rows_dropped.emit()
        elif is_drop:
            self.files_dropped.emit(paths)
        return True
