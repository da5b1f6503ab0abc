"""The one line to the queue: every call waits its turn on one thread, never the window's."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from studio.batch.opening import OpenedQueue
from studio.batch.queue import JobQueue
from studio.errors import StudioError
from studio.ui.bridge import QueueBridge, Workers

Result = TypeVar("Result")


class QueueLine(QObject):
    """Opens the queue, calls it in order, closes it.

    A queue call returns when it was saved, which takes as long as the disk likes. What it
    changed comes back through ``events``; nothing is shown before.
    """

    opened = Signal()
    """The queue and its jobs are there; the rows were announced before."""
    refused = Signal(object)
    """A call failed with this StudioError and nobody else wanted to know."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = QueueBridge(self)
        self.is_open = False
        self._workers = Workers("queue", 1, self)
        self._opened: OpenedQueue | None = None

    def open(self, open_queue: Callable[[QueueBridge], OpenedQueue]) -> None:
        """Open the queue on the worker, announce its jobs in one piece, then ``opened``."""

        def work() -> None:
            opened = open_queue(self.events)
            self._opened = opened
            jobs = opened.queue.jobs()
            if jobs:
                self.events.on_inserted(tuple(enumerate(jobs)))
            self.events.on_status(opened.queue.status())
            for notice in opened.notices:
                self.events.on_notice(notice)

        self._workers.run(work, self._on_open, self.refused.emit)

    def ask(
        self,
        call: Callable[[JobQueue], Result],
        on_done: Callable[[Result], None] | None = None,
        on_problem: Callable[[StudioError], None] | None = None,
    ) -> None:
        """Call the queue when it is its turn; the result comes back on this thread."""

        def work() -> Result:
            if self._opened is None:
                what = "The queue could not be opened."
                raise StudioError(what, hint="Close every MSE Studio, then start it again.")
            return call(self._opened.queue)

        self._workers.run(work, on_done or _ignore, on_problem or self.refused.emit)

    def close(self) -> None:
        """Do what was asked, close the queue, end the thread; waits for all of it."""
        self.events.stop()
        self._workers.run(self._close, _ignore, _ignore)
        self._workers.finish()

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()

    def _on_open(self, _nothing: None) -> None:
        self.is_open = True
        self.opened.emit()


def _ignore(_result: object) -> None:
    return
