"""Asks real engines whether files play, one file after the other, in browsers that stay open."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.ui.bridge import Workers
from studio.ui.check_bench import BenchKeeper, Played
from studio.ui.check_words import stage_text
from studio.ui.entries import Change, Entry, FileList
from studio.ui.player_host import PlayerHost
from studio.ui.toolbox import Toolbox
from studio.verdict.model import EngineIdentity

IDLE_MS = 30_000
"""So long after the last check the browsers are ended."""


@dataclass(slots=True)
class _Run:
    """One check that is asked for; ``about`` is what its verdict will be about."""

    entry: Entry
    path: Path
    about: object
    cancel: threading.Event = field(default_factory=threading.Event)


class Checker(QObject):
    """Runs checks in the order in which they are asked for, and writes into the entries."""

    checked = Signal(object)
    """One Entry has a verdict, or a reason why it has none."""
    played = Signal(object)
    """What came of one check, as Played."""
    progressed = Signal()
    """``done``, ``total`` or ``entry`` are others now."""

    def __init__(
        self, files: FileList, toolbox: Toolbox, player: PlayerHost, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files, self._toolbox = files, toolbox
        self._workers = Workers("check", 1, self)
        self.keeper = BenchKeeper(player.server, lambda: toolbox.settings.parallel_engines)
        self._wanted = toolbox.settings.engines
        self._parallel = toolbox.settings.parallel_engines
        self._waiting: dict[str, _Run] = {}
        self._run: _Run | None = None
        self._stopped = False
        self.done = self.total = 0
        """Files of this round, which ends when nothing is left to be checked."""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._give_up_bench)
        toolbox.settings_changed.connect(self._on_settings)

    @property
    def entry(self) -> Entry | None:
        """What is being checked at this moment."""
        return self._run.entry if self._run is not None else None

    @property
    def is_busy(self) -> bool:
        """Something is being checked, or waits for it."""
        return self._run is not None or bool(self._waiting)

    @property
    def engines(self) -> tuple[EngineIdentity, ...]:
        """Who plays; empty before the first check."""
        return self.keeper.engines

    def check(self, entry: Entry) -> None:
        """Check what the entry offers to play; nothing happens when it offers nothing."""
        path = entry.playable
        if path is None or self._stopped or self._is_asked(entry):
            return
        if not self.is_busy:
            self.done = self.total = 0
        if self._waiting.pop(entry.entry_id, None) is None:
            self.total += 1
        if self._run is not None and self._run.entry is entry:
            self._run.cancel.set()  # that one is about what the entry was before
        self._waiting[entry.entry_id] = _Run(entry, path, _about(entry))
        self._show_waiting(entry)
        self._begin_next()
        self.progressed.emit()

    def _is_asked(self, entry: Entry) -> bool:
        run = self._waiting.get(entry.entry_id)
        if run is None and self._run is not None and self._run.entry is entry:
            run = None if self._run.cancel.is_set() else self._run
        return run is not None and run.about == _about(entry)

    def cancel(self, entries: Iterable[Entry]) -> None:
        """Check these not, or not to the end; what is known of them stays."""
        for entry in entries:
            run = self._waiting.pop(entry.entry_id, None)
            if run is not None:
                self.total -= 1
                self._show_over(entry)
            elif self._run is not None and self._run.entry is entry:
                self._run.cancel.set()
                entry.checking = self.tr("stopping")
                self._files.touch(entry, Change.VERDICT)
        self.progressed.emit()

    def cancel_all(self) -> None:
        """Check nothing any more."""
        running = [self._run.entry] if self._run is not None else []
        self.cancel([*(run.entry for run in self._waiting.values()), *running])

    def forget(self, entry_ids: Iterable[str]) -> None:
        """Check these not: they are out of the list."""
        runs = [self._waiting.get(entry_id) for entry_id in entry_ids]
        gone = [run.entry for run in runs if run is not None]
        if self._run is not None and self._files.get(self._run.entry.entry_id) is None:
            gone.append(self._run.entry)
        self.cancel(gone)

    def stop(self, *, wait: bool) -> None:
        """End the check that runs, every browser, and the thread."""
        self._stopped = True
        self._waiting.clear()
        self._idle.stop()
        if self._run is not None:
            self._run.cancel.set()
        self._workers.run(self.keeper.close, lambda _: None, lambda _: None)
        self._workers.finish(wait=wait)

    # -- one after the other ---------------------------------------------------------

    def _begin_next(self) -> None:
        while self._run is None and self._waiting and not self._stopped:
            run = self._waiting.pop(next(iter(self._waiting)))
            if _about(run.entry) == run.about:
                self._begin(run)
            else:  # it was converted anew meanwhile
                self.total -= 1
                self._show_over(run.entry)
        if not self.is_busy:
            self._idle.start()

    def _begin(self, run: _Run) -> None:
        self._run = run
        self._idle.stop()
        run.entry.checking, run.entry.waits_for_check = self.tr("opening"), False
        self._files.touch(run.entry, Change.VERDICT)
        self._workers.run(
            partial(self._judge, run, self._toolbox.settings.engines),
            lambda answer: self._end(run, answer),
            lambda problem: self._end(run, problem),
        )

    def _judge(self, run: _Run, wanted: tuple[str, ...]) -> Played:
        def tell(stage: str) -> None:
            self._workers.call_later(self._on_stage, run, stage)

        try:
            return self.keeper.check(run.path, wanted, tell, run.cancel)
        except StudioError:
            raise
        except Exception:  # a bug is told on the window's thread; the other files are checked
            self._workers.call_later(self._end, run, None)
            raise

    def _on_stage(self, run: _Run, stage: str) -> None:
        if self._run is run and not run.cancel.is_set():
            run.entry.checking = stage_text(stage)
            self._files.touch(run.entry, Change.VERDICT)

    def _end(self, run: _Run, answer: Played | StudioError | None) -> None:
        entry, self._run = run.entry, None
        self.done += 1
        is_told = not run.cancel.is_set() and _about(entry) == run.about
        if is_told and answer is not None:
            _note(entry, answer)
        if is_told and isinstance(answer, Played):
            self.played.emit(answer)
        if entry.entry_id in self._waiting:
            self._show_waiting(entry)
        else:
            self._show_over(entry)
        self._begin_next()
        if is_told:
            self.checked.emit(entry)
        self.progressed.emit()

    def _show_waiting(self, entry: Entry) -> None:
        entry.checking, entry.waits_for_check = self.tr("to be checked"), True
        self._files.touch(entry, Change.VERDICT)

    def _show_over(self, entry: Entry) -> None:
        entry.checking, entry.waits_for_check = "", False
        self._files.touch(entry, Change.VERDICT)

    # -- the browsers ----------------------------------------------------------------

    def _on_settings(self) -> None:
        wanted, parallel = self._toolbox.settings.engines, self._toolbox.settings.parallel_engines
        if parallel != self._parallel:
            self._parallel = parallel
            self._give_up_bench()
        if wanted != self._wanted:
            self._wanted = wanted
            self._workers.run(lambda: self.keeper.prefer(wanted), lambda _: None, lambda _: None)

    def _give_up_bench(self) -> None:
        self._workers.run(self.keeper.close, lambda _: None, lambda _: None)


def _note(entry: Entry, answer: Played | StudioError) -> None:
    entry.forget_verdict()
    entry.played_at = time.time()
    if isinstance(answer, StudioError):
        entry.check_problem = answer
    else:
        entry.verdict, entry.check_s = answer.verdict, answer.took_s


def _about(entry: Entry) -> object:
    """What a verdict is about; an answer about an earlier run comes too late."""
    return entry.job.attempts, entry.playable
