"""Rows of the table are dragged to another place in the queue."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from studio.ui.entries import Entry, FileList
from studio.ui.file_table import FileTable
from studio.ui.theme import Theme
from studio.ui.widgets import UNIT

ROWS = "application/x-mse-studio-rows"
EDGE = 28
"""Nearer than so many pixels to the upper or lower edge, the table scrolls."""
SCROLL_MS = 30
SCROLL_STEP = 14


class RowDrag(QObject):
    """Watches the window, to which every part leaves its drops, for rows of its own table."""

    dropped = Signal(object, object)
    """Entries (list[Entry]), and the Entry before which they belong, or None for the end."""
    refused = Signal(str)
    """A sentence that says why rows cannot be dragged now."""

    def __init__(self, window: QWidget, table: FileTable, files: FileList, theme: Theme) -> None:
        super().__init__(window)
        self._table, self._files, self._theme = table, files, theme
        self._at: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_MS)
        self._timer.timeout.connect(self._scroll)
        table.drag_wanted.connect(self._begin)
        window.installEventFilter(self)

    def why_not(self) -> str:
        """Return why the order cannot be changed by hand now; empty when it can."""
        if self._table.proxy.is_sorted:
            return self.tr(
                "The list is sorted by a column. View > Queue order lets you move files."
            )
        return ""

    def _begin(self) -> None:
        entries = self._table.selected()
        why_not = self.why_not()
        if why_not:
            self.refused.emit(why_not)
        elif entries:
            drag = QDrag(self._table)
            data = QMimeData()
            data.setData(ROWS, b"")
            drag.setMimeData(data)
            drag.setPixmap(self._label(entries))
            drag.exec(Qt.DropAction.MoveAction)
            self._end()

    def _label(self, entries: list[Entry]) -> QPixmap:
        text = entries[0].source.name
        if len(entries) > 1:
            text = self.tr("%n file(s)", "", len(entries))
        metrics = self._table.fontMetrics()
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 220)
        size = QSize(metrics.horizontalAdvance(text) + 3 * UNIT, metrics.height() + 2 * UNIT)
        ratio = self._table.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        whole = QRect(QPoint(0, 0), size)
        painter.drawRoundedRect(whole, 6, 6)
        painter.setPen(self._theme.color("on_accent"))
        painter.drawText(whole, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()
        return picture

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take part in drags of rows only."""
        if event.type() is QEvent.Type.DragLeave:
            self._end()
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(ROWS):
            return False
        assert isinstance(watched, QWidget)
        at = self._table.viewport().mapFrom(watched, event.position().toPoint())
        if not self._table.viewport().rect().contains(at):
            self._end()
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):  # entering is moving, too
            self._at = at
            self._table.show_gap(self._table.gap_at(at.y()))
            self._timer.start()
        else:
            self._drop(at)
        return True

    def _drop(self, at: QPoint) -> None:
        self._end()
        entries = self._table.selected()
        before = self._table.entry_behind(self._table.gap_at(at.y()))
        if entries and not self._is_there(entries, before):
            self.dropped.emit(entries, before)

    def _is_there(self, entries: list[Entry], before: Entry | None) -> bool:
        """Tell whether the entries stand there already, side by side."""
        rows = [self._files.row_of(entry.entry_id) or 0 for entry in entries]
        end = len(self._files) if before is None else self._files.row_of(before.entry_id) or 0
        together = rows == list(range(rows[0], rows[0] + len(rows)))
        return together and rows[0] <= end <= rows[-1] + 1

    def _end(self) -> None:
        self._at = None
        self._timer.stop()
        self._table.show_gap(None)

    def _scroll(self) -> None:
        """Go on scrolling while the pointer rests near an edge."""
        if self._at is None:
            return
        height, bar = self._table.viewport().height(), self._table.verticalScrollBar()
        if self._at.y() < EDGE:
            bar.setValue(bar.value() - SCROLL_STEP)
        elif self._at.y() > height - EDGE:
            bar.setValue(bar.value() + SCROLL_STEP)
        self._table.show_gap(self._table.gap_at(self._at.y()))
