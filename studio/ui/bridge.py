"""The one place where calls from other threads become Qt signals on the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.batch.model import QueuedJob, QueueNotice, QueueStatus
from studio.errors import StudioError
from studio.transcode.model import Progress

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class QueueBridge(QObject):
    """A QueueListener: any thread calls it, the window's thread hears its signals, in order.

    After ``stop`` nothing is heard any more, not even what was on its way.
    """

    inserted = Signal(object)
    """Jobs with their rows, as tuple[tuple[int, QueuedJob], ...]."""
    removed = Signal(object)
    """Ids, as tuple[str, ...]."""
    reordered = Signal(object)
    """All ids in their order, as tuple[str, ...]."""
    changed = Signal(object)
    """Jobs as they are now, as tuple[QueuedJob, ...]."""
    progressed = Signal(str, object)
    """A job's id and its Progress."""
    status_changed = Signal(object)
    """The QueueStatus."""
    noticed = Signal(object)
    """A QueueNotice."""
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._told.connect(self._on_told)

    def stop(self) -> None:
        """Tell nothing any more."""
        self._stopped = True

    @Slot(object)
    def _on_told(self, emit: Callable[[], None]) -> None:
        if not self._stopped:
            emit()

    def on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        """Pass on new rows."""
        self._told.emit(lambda: self.inserted.emit(placed))

    def on_removed(self, job_ids: tuple[str, ...]) -> None:
        """Pass on that rows are gone."""
        self._told.emit(lambda: self.removed.emit(job_ids))

    def on_reordered(self, order: tuple[str, ...]) -> None:
        """Pass on the order."""
        self._told.emit(lambda: self.reordered.emit(order))

    def on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        """Pass on what jobs have become."""
        self._told.emit(lambda: self.changed.emit(jobs))

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Pass on a progress report."""
        self._told.emit(lambda: self.progressed.emit(job_id, progress))

    def on_status(self, status: QueueStatus) -> None:
        """Pass on how the queue stands."""
        self._told.emit(lambda: self.status_changed.emit(status))

    def on_notice(self, notice: QueueNotice) -> None:
        """Pass on something to tell."""
        self._told.emit(lambda: self.noticed.emit(notice))


class Workers(QObject):
    """Runs functions on a few threads and hands what they return to the window's thread.

    Success and failure are said where the work is started. A ``StudioError`` goes to
    ``on_problem``; any other exception is a bug and is raised again on the window's thread,
    where the excepthook sees it. After ``stop`` nothing is delivered any more.
    """

    _delivered = Signal(object)

    def __init__(self, name: str, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._stopped = False
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_problem: Callable[[StudioError], None],
    ) -> None:
        """Call ``work`` on a worker thread, then one of the other two on this one."""

        def deliver(future: Future[Result]) -> None:
            if future.cancelled():
                return
            if not self._stopped:
                self._delivered.emit(lambda: self._finish(future, on_done, on_problem))
            elif isinstance(error := future.exception(), StudioError):
                log.info("while the window was closed: %s", error.what)
            elif error is not None:
                log.error("work failed while the window was closed", exc_info=error)

        if not self._stopped:
            self._executor.submit(work).add_done_callback(deliver)

    def call_later(self, function: Callable[..., None], *arguments: Any) -> None:
        """Call ``function`` on the window's thread; for reports in the middle of some work."""
        if not self._stopped:
            self._delivered.emit(lambda: function(*arguments))

    def stop(self, *, wait: bool) -> None:
        """Forget what waits; with ``wait``, return only when nothing runs any more."""
        self._stopped = True
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def finish(self, *, wait: bool = True) -> None:
        """Do all that waits, then end; what comes back is not delivered any more."""
        self._stopped = True
        self._executor.shutdown(wait=wait)

    @Slot(object)
    def _on_delivered(self, function: Callable[[], None]) -> None:
        function()

    def _finish(
        self,
        future: Future[Result],
        on_done: Callable[[Result], None],
        on_problem: Callable[[StudioError], None],
    ) -> None:
        if self._stopped:
            return
        try:
            result = future.result()
        except StudioError as problem:
            on_problem(problem)
            return
        on_done(result)
