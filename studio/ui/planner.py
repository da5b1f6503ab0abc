"""Keeps the plan of the file in hand up to date, on a worker, a moment after each change."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch.model import QueuedJob
from studio.errors import StudioError
from studio.transcode.publish import target_key
from studio.ui.bridge import Workers
from studio.ui.entries import Entry, FileList, Prepared
from studio.ui.prepare import prepare
from studio.ui.toolbox import Toolbox

DELAY_MS = 60


class Planner(QObject):
    """Answers the latest question only."""

    planned = Signal(object, object)
    """An Entry and its Prepared, or the StudioError that forbids it."""

    def __init__(self, toolbox: Toolbox, files: FileList, parent: QObject) -> None:
        super().__init__(parent)
        self._toolbox, self._files = toolbox, files
        self._workers = Workers("plan", 1, self)
        self._entry: Entry | None = None
        self._asked: QueuedJob | None = None
        self._serial = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._ask)

    def plan(self, entry: Entry | None) -> None:
        """Plan ``entry`` from now on; None for no entry."""
        self._entry, self._asked = entry, None
        self._serial += 1
        if entry is not None and entry.info is not None:
            self._timer.start()

    def follow(self, entries: Sequence[Entry]) -> None:
        """Plan anew when the entry in hand is among these and its plan is not right any more."""
        entry = self._entry
        if entry is None or entry.info is None or not any(one is entry for one in entries):
            return
        if self._asked is None or not _is_about(self._asked, entry.job):
            self._timer.start()

    def stop(self, *, wait: bool) -> None:
        """End the pool."""
        self._timer.stop()
        self._workers.stop(wait=wait)

    def _ask(self) -> None:
        entry, serial = self._entry, self._serial
        if entry is None or entry.info is None:
            return
        job, toolbox = entry.job, self._toolbox
        self._asked = job
        number = (self._files.row_of(entry.entry_id) or 0) + 1
        others = [] if job.target else [e.target for e in self._files if e is not entry]

        def work() -> Prepared:
            taken = {target_key(target) for target in others if target is not None}
            return prepare(job, number, toolbox.require_ffmpeg(), taken)

        answer = partial(self._answer, entry, job, serial)
        self._workers.run(work, answer, answer)

    def _answer(
        self, entry: Entry, job: QueuedJob, serial: int, answer: Prepared | StudioError
    ) -> None:
        if serial != self._serial:
            return
        if not _is_about(job, entry.job):
            return  # it changed meanwhile, and is being planned anew
        if isinstance(answer, Prepared):
            entry.prepared = answer
        self.planned.emit(entry, answer)


def _is_about(job: QueuedJob, now: QueuedJob) -> bool:
    """Tell whether a plan made of ``job`` is one of the job as it is now."""
    same = (job.source, job.target) == (now.source, now.target)
    return same and job.info is now.info and job.settings == now.settings
