"""Files and folders may be dropped anywhere in the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DropCatcher(QObject):
    """Watches one widget, whose children leave drops to it."""

    dropped = Signal(object)
    """Local paths, as list[Path]."""
    hovering = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what holds at least one local path."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and local_paths(event):
            event.acceptProposedAction()
            self.hovering.emit(True)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.hovering.emit(False)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self.hovering.emit(False)
            paths = local_paths(event)
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return False


def local_paths(event: QDropEvent) -> list[Path]:
    """Return the local files and folders a drag carries."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
