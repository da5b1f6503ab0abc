"""Verdicts survive a restart: what was played before is shown again while the file is the same."""

import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from studio.batch.model import SourceStamp
from studio.ui.bridge import Workers
from studio.ui.entries import Change, Entry, FileList
from studio.verdict.model import Verdict
from studio.workflow.kept_verdicts import Kept, KeptVerdicts, completed, kept

Asked = list[tuple[Entry, Path]]


class Remembered(QObject):
    """Joins the rows with the file of kept verdicts, on a worker thread.

    Args:
        files: the rows.
        path: the file.
        parent: its owner.
    """

    def __init__(self, files: FileList, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._store = files, KeptVerdicts(path)
        self._workers = Workers("remember", 1, self)
        self._asked: dict[str, Path] = {}

    def keep(self, path: Path, stamp: SourceStamp, verdict: Verdict, took_s: float) -> None:
        """Keep what engines just did with this version of a file."""
        if verdict.reports:
            found = kept(verdict, time.time(), took_s)
            self._workers.run(partial(self._store.keep, path, stamp, found), _nothing, _nothing)

    def look_up(self, entries: Iterable[Entry]) -> None:
        """Show what is kept of these, as soon as they offer a file that may be known."""
        asked = [(entry, path) for entry in entries if (path := self._wanted(entry)) is not None]
        if asked:
            self._workers.run(partial(self._find, asked), self._on_found, _nothing)

    def complete(self, entry: Entry) -> None:
        """Add what an examination found to a verdict of before."""
        look, verdict = entry.foreseen, entry.verdict
        if not entry.is_kept or verdict is None or look is None or len(look.parts) != 1:
            return
        static = look.parts[0].verdict
        if verdict.predictions is not static.predictions:
            entry.verdict = completed(verdict, static.findings, static.predictions)
            self._files.touch(entry, Change.VERDICT)

    def stop(self, *, wait: bool) -> None:
        """Finish what is being kept, and close the file."""
        self._workers.run(self._store.close, _nothing, _nothing)
        self._workers.finish(wait=wait)

    # -- looking up ------------------------------------------------------------------

    def _wanted(self, entry: Entry) -> Path | None:
        """Return the file to look up; None when that was done, or is of no use."""
        path = entry.playable
        if path is None or entry.state.is_active or self._asked.get(entry.entry_id) == path:
            return None
        self._asked[entry.entry_id] = path
        return None if entry.is_played or entry.checking else path

    def _find(self, asked: Asked) -> list[tuple[Entry, Path, Kept]]:
        found = ((entry, path, self._store.find(path)) for entry, path in asked)
        return [(entry, path, one) for entry, path, one in found if one is not None]

    def _on_found(self, found: list[tuple[Entry, Path, Kept]]) -> None:
        for entry, path, one in found:
            if entry.is_played or entry.checking or entry.playable != path:
                continue
            entry.forget_verdict()
            entry.verdict, entry.is_kept = one.verdict, True
            entry.played_at, entry.check_s = one.played_at, one.took_s
            self._files.touch(entry, Change.VERDICT)
            self.complete(entry)


def _nothing(_: object) -> None:
    """What comes of it is seen another time."""
