"""Keeps the rows what the queue's jobs are; the only one who changes them."""

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch.model import QueuedJob
from studio.transcode.model import Progress
from studio.ui.bridge import QueueBridge
from studio.ui.entries import Change, Entry, EntryState, FileList

GATHER_MS = 150


class Mirror(QObject):
    """Hears the queue and writes into the FileList."""

    appeared = Signal(object)
    """New rows, as list[Entry]."""
    changed = Signal(object)
    """Rows whose job is another now, as list[Entry]; they show it already."""
    ended = Signal(object)
    """One Entry whose run came to its end a moment ago."""
    unusable_found = Signal(object)
    """Entries whose source could not be read, as list[Entry], some at a time."""

    def __init__(self, files: FileList, events: QueueBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._gone: dict[str, Entry] = {}
        self._unusable: list[Entry] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self._report_unusable)
        events.inserted.connect(self._on_inserted)
        events.removed.connect(self._on_removed)
        events.reordered.connect(self._files.reorder)
        events.changed.connect(self._on_changed)
        events.progressed.connect(self._on_progress)

    def _on_inserted(self, placed: tuple[tuple[int, QueuedJob], ...]) -> None:
        rows = [(row, self._entry_of(job)) for row, job in placed]
        self._files.insert(rows)
        self.appeared.emit([entry for _, entry in rows])

    def _entry_of(self, job: QueuedJob) -> Entry:
        """Return the very entry that was removed, so that an undo brings back its verdict."""
        entry = self._gone.pop(job.job_id, None)
        if entry is None:
            return Entry(job)
        entry.take(job)
        return entry

    def _on_removed(self, job_ids: tuple[str, ...]) -> None:
        for _, entry in self._files.remove(job_ids):
            self._gone[entry.entry_id] = entry

    def _on_changed(self, jobs: tuple[QueuedJob, ...]) -> None:
        changed = []
        for job in jobs:
            entry = self._files.get(job.job_id)
            if entry is None:
                continue
            before = entry.state
            self._files.touch(entry, entry.take(job))
            changed.append(entry)
            self._compare(entry, before)
        self.changed.emit(changed)

    def _compare(self, entry: Entry, before: EntryState) -> None:
        state = entry.state
        if before.is_active and state.is_over:
            self.ended.emit(entry)
        if state is EntryState.UNUSABLE and before is not state:
            self._unusable.append(entry)
            if not self._timer.isActive():
                self._timer.start()

    def _report_unusable(self) -> None:
        found, self._unusable = self._unusable, []
        self.unusable_found.emit([e for e in found if self._files.get(e.entry_id) is not None])

    def _on_progress(self, job_id: str, progress: Progress) -> None:
        entry = self._files.get(job_id)
        if entry is not None and entry.state.is_active:
            entry.progress = progress
            self._files.touch(entry, Change.PROGRESS)
