"""How the queue runs, as the window needs to know it: status, the batch in hand, time left."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch.estimate import Outlook
from studio.batch.model import QueueMode, QueueStatus
from studio.batch.queue import JobQueue
from studio.ui.entries import Entry, FileList
from studio.ui.mirror import Mirror
from studio.ui.queue_line import QueueLine

OUTLOOK_MS = 1000


class Runner(QObject):
    """Follows the queue from Start to its end; changes nothing in it."""

    started = Signal()
    """The queue runs now, and did not before."""
    idle = Signal()
    """Nothing runs any more, and nothing is going to by itself."""
    batch_changed = Signal()
    """Progress of the whole batch may have changed."""
    status_changed = Signal(object)
    """The QueueStatus."""
    outlook_changed = Signal(object, object)
    """Seconds the rest will take, at least and at most; both None when that is not known."""

    def __init__(self, files: FileList, line: QueueLine, mirror: Mirror, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._line = files, line
        self._is_idle = True
        self._asked = False
        self.status = QueueStatus()
        self.batch: dict[str, Entry] = {}
        """Every entry that takes part since the queue was started last, by entry id."""
        self._timer = QTimer(self)
        self._timer.setInterval(OUTLOOK_MS)
        self._timer.timeout.connect(self._ask_outlook)
        mirror.appeared.connect(self._on_changed)
        mirror.changed.connect(self._on_changed)
        line.events.removed.connect(self._on_removed)
        line.events.progressed.connect(self.batch_changed)
        line.events.status_changed.connect(self._on_status)

    @property
    def is_busy(self) -> bool:
        """True from Start until nothing runs any more and nothing is going to."""
        return not self._is_idle

    @property
    def active(self) -> list[Entry]:
        """Entries that run, stand still or are being checked."""
        return [entry for entry in self.batch.values() if entry.state.is_active]

    def forget(self) -> None:
        """Hold nothing for running any more: all of it is being stopped."""
        self._is_idle = True
        self.batch.clear()
        self._timer.stop()

    def _on_status(self, status: QueueStatus) -> None:
        before, self.status = self.status, status
        is_on = status.mode is not QueueMode.STOPPED
        if is_on and before.mode is QueueMode.STOPPED:
            self._begin()
        self.status_changed.emit(status)
        self.batch_changed.emit()
        if not is_on and status.running == 0 and not self._is_idle:
            self._is_idle = True
            self._timer.stop()
            self.outlook_changed.emit(None, None)
            self.idle.emit()

    def _begin(self) -> None:
        if self._is_idle:
            self.batch.clear()
        self._is_idle = False
        self._take_part(self._files)
        self._timer.start()
        self._ask_outlook()
        self.started.emit()

    def _take_part(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.state.is_startable or entry.state.is_active:
                self.batch[entry.entry_id] = entry

    def _on_changed(self, entries: list[Entry]) -> None:
        if self.is_busy:
            self._take_part(entries)
            self.batch_changed.emit()

    def _on_removed(self, job_ids: tuple[str, ...]) -> None:
        for job_id in job_ids:
            self.batch.pop(job_id, None)
        self.batch_changed.emit()

    def _ask_outlook(self) -> None:
        if not self._asked:  # one question at a time, however slow the disk is
            self._asked = True
            self._line.ask(JobQueue.time_left, self._on_outlook, lambda _: self._on_outlook(None))

    def _on_outlook(self, outlook: Outlook | None) -> None:
        self._asked = False
        if self.is_busy and outlook is not None:
            self.outlook_changed.emit(outlook.low_s, outlook.high_s)
        else:
            self.outlook_changed.emit(None, None)
