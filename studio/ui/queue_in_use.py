"""What to do when another program works on the queue: go on without it, or leave."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.batch.lock import QueueInUseError
from studio.batch.model import QueueNotice
from studio.batch.opening import OpenedQueue
from studio.errors import StudioError
from studio.ui.bridge import QueueBridge
from studio.ui.controls import Controls

OpenQueue = Callable[[QueueBridge], OpenedQueue]


class QueueInUse(QObject):
    """Asks when the queue could not be opened because it is in use.

    Args:
        window: closed when the user wants to quit.
        desk: whose line to the queue it is.
        open_apart: opens a queue that is nobody else's.
    """

    def __init__(self, window: QWidget, desk: Controls, open_apart: OpenQueue) -> None:
        super().__init__(window)
        self._window, self._desk, self._open_apart = window, desk, open_apart
        self.box: QMessageBox | None = None
        desk.line.refused.connect(self._on_refused)

    def _on_refused(self, problem: StudioError) -> None:
        if not isinstance(problem, QueueInUseError) or self.box is not None:
            return
        self._desk.notice.emit(QueueNotice("refused", ""))  # the box says it
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setText(self.tr("Another MSE Studio works on the queue just now."))
        box.setInformativeText(
            self.tr("Without it, the window has a queue of its own, which ends with the window.")
        )
        without = box.addButton(
            self.tr("Open without the queue"), QMessageBox.ButtonRole.AcceptRole
        )
        leave = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        without.clicked.connect(self._go_on)
        leave.clicked.connect(self._window.close)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.open()
        self.box = box

    def _go_on(self) -> None:
        self._desk.line.open(self._open_apart)
