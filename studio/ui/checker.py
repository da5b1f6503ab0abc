"""Asks real engines whether a file plays, one file after the other, on a worker thread."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.ui.bridge import Workers
from studio.ui.entries import Change, Entry, FileList
from studio.ui.player_host import PlayerHost
from studio.ui.toolbox import Toolbox
from studio.verdict.browsers import Engine, find_engines
from studio.verdict.model import Verdict
from studio.workflow.check import check_file


class Checker(QObject):
    """Runs checks and writes the verdicts into the entries."""

    checked = Signal(object)
    """One Entry has a verdict, or a reason why it has none."""

    def __init__(
        self, files: FileList, toolbox: Toolbox, player: PlayerHost, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files, self._toolbox, self._player = files, toolbox, player
        self._workers = Workers("check", 1, self)
        self._engines: tuple[Engine, ...] | None = None
        self._cancel = threading.Event()

    def check(self, entry: Entry) -> None:
        """Check what the entry offers to play; nothing happens when it offers nothing."""
        path = entry.playable
        if path is None or entry.checking:
            return
        entry.checking, entry.verdict, entry.check_problem = self.tr("waiting"), None, None
        self._files.touch(entry, Change.VERDICT)
        run = _run_of(entry)
        self._workers.run(
            lambda: self._judge(path, partial(self._on_stage, entry)),
            partial(self._on_verdict, entry, run),
            partial(self._on_problem, entry, run),
        )

    def stop(self, *, wait: bool) -> None:
        """End the check that runs, and the pool."""
        self._cancel.set()
        self._workers.stop(wait=wait)

    def _judge(self, path: Path, on_stage: partial[None]) -> Verdict:
        if self._engines is None:
            self._engines = find_engines()
        wanted = self._toolbox.settings.engines
        engines = [e for e in self._engines if not wanted or e.identity.name in wanted]
        server = self._player.server()

        def report(stage: str) -> None:
            self._workers.call_later(on_stage, stage)

        return check_file(
            path, engines=engines, server=server, on_stage=report, cancel=self._cancel
        )

    def _on_stage(self, entry: Entry, stage: str) -> None:
        if entry.checking:
            entry.checking = stage.partition(":")[0]  # the engine's name
            self._files.touch(entry, Change.VERDICT)

    def _on_verdict(self, entry: Entry, run: object, verdict: Verdict) -> None:
        entry.checking = ""
        if _run_of(entry) == run:
            entry.verdict = verdict
        self._files.touch(entry, Change.VERDICT)
        self.checked.emit(entry)

    def _on_problem(self, entry: Entry, run: object, problem: StudioError) -> None:
        entry.checking = ""
        if _run_of(entry) == run:
            entry.check_problem = problem
        self._files.touch(entry, Change.VERDICT)
        self.checked.emit(entry)


def _run_of(entry: Entry) -> object:
    """What a verdict is about; an answer about an earlier run comes too late."""
    return entry.job.attempts, entry.playable
