"""The one place where calls from other threads become Qt signals on the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.errors import StudioError
from studio.transcode.model import JobOutcome, JobState, Progress

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class JobBridge(QObject):
    """A JobListener: job threads call it, the window's thread hears its signals."""

    state_changed = Signal(str, object)
    progressed = Signal(str, object)
    finished = Signal(str, object)

    def on_state(self, job_id: str, state: JobState) -> None:
        """Pass on a state that is not final."""
        self.state_changed.emit(job_id, state)

    def on_progress(self, job_id: str, progress: Progress) -> None:
        """Pass on a progress report."""
        self.progressed.emit(job_id, progress)

    def on_finished(self, job_id: str, outcome: JobOutcome) -> None:
        """Pass on the final event."""
        self.finished.emit(job_id, outcome)


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
            if not self._stopped and not future.cancelled():
                self._delivered.emit(lambda: self._finish(future, on_done, on_problem))

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
