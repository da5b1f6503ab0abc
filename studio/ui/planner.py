"""Keeps the plan of the file in hand up to date, on a worker, a moment after each change."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

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
        self._serial = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._ask)

    def plan(self, entry: Entry | None) -> None:
        """Plan ``entry`` from now on; None for no entry."""
        self._entry = entry
        self._serial += 1
        if entry is not None and entry.info is not None:
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
        number = (self._files.row_of(entry.entry_id) or 0) + 1
        others = [] if job.target else [e.target for e in self._files if e is not entry]

        def work() -> Prepared:
            taken = {target_key(target) for target in others if target is not None}
            return prepare(job, number, toolbox.require_ffmpeg(), taken)

        answer = partial(self._answer, entry, serial)
        self._workers.run(work, answer, answer)

    def _answer(self, entry: Entry, serial: int, answer: Prepared | StudioError) -> None:
        if serial != self._serial:
            return
        if isinstance(answer, Prepared):
            entry.prepared = answer
        self.planned.emit(entry, answer)
