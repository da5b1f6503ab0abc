"""Examines files without playing them, one after the other, on a worker thread."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.repair.remedy import choose_cure
from studio.ui.bridge import Workers
from studio.ui.entries import Change, Entry, FileList
from studio.ui.look import Look, Part
from studio.workflow.static import Examined, examine_any

SETTLE_MS = 300
"""A selection that moves on sooner is not examined."""
MOST_KEPT = 256

_Key = tuple[str, int, int]


class Foresight(QObject):
    """Writes what is predicted of a file into its entry; the latest selection counts.

    What was asked for by name (``examine``) is always done; a selection that has moved on
    when its turn comes is not. Answers are kept until the file on disk changes.
    """

    examined = Signal(object)
    """One Entry has a Look, or a reason why it has none."""

    def __init__(self, files: FileList, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._workers = Workers("foresight", 1, self)
        self._kept: OrderedDict[_Key, Look | StudioError] = OrderedDict()
        self._selected: Entry | None = None
        self._latest: object = None
        self._open: set[tuple[str, Path]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._begin)

    def select(self, entry: Entry | None) -> None:
        """Examine this entry soon, unless another one is selected before."""
        self._selected, self._latest = entry, None
        if entry is not None and entry.examinable is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def follow(self, entry: Entry | None) -> None:
        """Examine the selected entry if it has come to offer another file."""
        if entry is None or entry.examinable is None or entry.is_examined:
            return
        self._selected = entry
        if not self._timer.isActive():
            self._ask_once(entry)

    def examine(self, entries: Sequence[Entry]) -> None:
        """Examine these in any case, and let the list show what came out."""
        for entry in entries:
            path = entry.examinable
            if path is None:
                continue
            entry.shows_look = True
            entry.examining = True
            self._ask(entry, path, None)
            self._files.touch(entry, Change.VERDICT)

    def stop(self, *, wait: bool) -> None:
        """Forget what waits; what is being read changes nothing, so nobody waits for it."""
        self._timer.stop()
        self._workers.stop(wait=False)

    # -- the work --------------------------------------------------------------------

    def _begin(self) -> None:
        if self._selected is not None:
            self._ask_once(self._selected)

    def _ask_once(self, entry: Entry) -> None:
        path = entry.examinable
        if path is None or (entry.entry_id, path) in self._open:
            return
        token = self._latest = object()
        if not entry.is_examined:
            entry.examining = True
            self._files.touch(entry, Change.VERDICT)
        self._ask(entry, path, token)

    def _ask(self, entry: Entry, path: Path, token: object) -> None:
        self._open.add((entry.entry_id, path))
        done = partial(self._on_done, entry, path)
        self._workers.run(lambda: self._look(path, token), done, done)

    def _look(self, path: Path, token: object) -> Look | StudioError | None:
        """Return what is predicted; None when nobody waits for it any more."""
        if token is not None and token is not self._latest:
            return None
        key = _key_of(path)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        try:
            found: Look | StudioError = Look(path, tuple(map(_part_of, examine_any(path))))
        except StudioError as problem:
            found = problem
        self._kept[key] = found
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return found

    def _on_done(self, entry: Entry, path: Path, found: Look | StudioError | None) -> None:
        self._open.discard((entry.entry_id, path))
        entry.examining = any(open_id == entry.entry_id for open_id, _ in self._open)
        if found is not None and entry.examinable == path:
            is_problem = isinstance(found, StudioError)
            entry.look = None if is_problem else found  # type: ignore[assignment]
            entry.look_problem = (path, found) if is_problem else None  # type: ignore[assignment]
        self._files.touch(entry, Change.VERDICT)
        self.examined.emit(entry)
        if entry is self._selected and found is None:
            self._timer.start()


def _part_of(examined: Examined) -> Part:
    verdict = examined.verdict
    remedy = choose_cure(verdict.findings, examined.map)
    return Part(examined.rendition, verdict, remedy, examined.map.mime)


def _key_of(path: Path) -> _Key:
    """Return what tells a file's versions apart; a file that is gone has a key of its own."""
    try:
        found = path.stat()
    except OSError:
        return str(path), -1, -1
    return str(path), found.st_mtime_ns, found.st_size
