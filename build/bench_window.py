"""Watches the real window's event loop: idle, with encodes running, and while a list is edited.

Run by ``bench_views`` as a program of its own, so that every opening is a first one, with the
home folder in the environment. Prints one JSON object per step.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from bench_kit import Ground
from bench_lateness import Bare, Clock, Late
from bench_steps import Step, fill, link_tiny
from studio.batch.model import QueueMode
from studio.batch.queue import JobQueue
from studio.ui.app import Studio, build, make_application
from studio.ui.entries import Entry, EntryState
from studio.ui.player_frame import PlayerWidget

SIZE = (1440, 900)
LIMIT_S = 300.0
SETTLE_MS = 400
"""Time for what follows a change: the model gathers for 100 ms, then cells are painted."""

OTHER_PRESET = "mp4-h264-aac"
"""Not what a new installation begins with."""


class Watcher:
    """The window, its clock and the peer's.

    Args:
        folder: where media is made.
        seconds: how long a state is watched.
    """

    def __init__(self, folder: Path, seconds: int) -> None:
        self._folder, self._seconds = folder, seconds
        began = time.time()
        self._clock, self._bare = Clock(), Bare()
        self._process = psutil.Process()
        self._born = self._process.create_time() + time.time() - began
        self._application = make_application()
        self._studio: Studio | None = None
        self._cpu_share: float | None = None
        self._takes: list[Path] = []

    @property
    def studio(self) -> Studio:
        """The open window."""
        assert self._studio is not None
        return self._studio

    def run(self, steps: Iterable[Step]) -> None:
        """Do the steps and print what each one took."""
        acts: dict[Step, Callable[[], None]] = {
            Step.OPEN: self._open,
            Step.IDLE: self._look_on,
            Step.ENCODE_VP8: lambda: self._encode(0),
            Step.ENCODE_X264: lambda: self._encode(2),
            Step.ADD: self._add,
            Step.READ: self._read,
            Step.PRESET: self._choose_preset,
            Step.UNDO: self._undo,
            Step.MOVE: self._move,
            Step.SORT: self._sort,
            Step.REMOVE: self._remove,
            Step.RESTORE: self._undo,
        }
        for step in steps:
            if step is Step.ADD:
                self._takes = link_tiny(Ground(self._folder, minutes=1))
            self._report(step, acts[step])
        self._close()

    def _report(self, step: Step, act: Callable[[], None]) -> None:
        self._clock.begin()
        self._bare.begin()
        self._cpu_share = None
        began = time.perf_counter()
        act()
        seconds = time.perf_counter() - began
        if step is Step.OPEN:  # starting Python and importing everything are part of it
            seconds = time.time() - self._born
        self._process_for(SETTLE_MS)
        ours: Late = self._clock.end()
        line = {
            "step": step.value,
            "rows": len(self.studio.desk.files),
            "seconds": seconds,
            "cpu_share": self._cpu_share,
            "memory_bytes": self._process.memory_info().rss,
            "window": asdict(ours),
            "bare": asdict(self._bare.end()),
        }
        print(json.dumps(line), flush=True)

    # -- the steps -------------------------------------------------------------------

    def _open(self) -> None:
        self._studio = build(self._application, _no_view)
        self.studio.window.resize(*SIZE)
        self.studio.window.show()
        self._clock.begin()  # nobody waits for a window that is not there yet
        self._wait(lambda: self.studio.desk.line.is_open)

    def _look_on(self) -> None:
        """Watch for a while; then see what the program itself costs, without the clock."""
        self._process_for(self._seconds * 1000)
        self._clock.rest()
        cpu, wall = time.process_time(), time.perf_counter()
        self._process_for(self._seconds * 1000)
        self._cpu_share = (time.process_time() - cpu) / (time.perf_counter() - wall)
        self._clock.go_on()

    def _encode(self, first: int) -> None:
        """Let two jobs run at full load for a while, then stop them."""
        desk = self.studio.desk
        pair = [desk.files.at(row) for row in (first, first + 1)]
        before = [desk.files.at(row).entry_id for row in range(first)]
        desk.line.ask(lambda queue: queue.hold(before))
        desk.line.ask(lambda queue: queue.set_slots(2))
        self._fence()
        self._process_for(SETTLE_MS)
        self._clock.begin()  # only what follows counts
        self._bare.begin()
        desk.line.ask(JobQueue.start)
        self._wait(lambda: all(e.progress is not None for e in pair))
        self._look_on()
        if not all(entry.state is EntryState.RUNNING for entry in pair):
            raise SystemExit(f"the encodes ended too early: {[e.outcome for e in pair]}")
        desk.line.ask(JobQueue.stop_now)
        self._wait(lambda: desk.runner.status.mode is QueueMode.STOPPED and not desk.runner.active)

    def _add(self) -> None:
        self.studio.desk.add(self._takes)
        self._wait(lambda: len(self.studio.desk.files) > 0)
        self._fence()

    def _read(self) -> None:
        """Wait until something is known of every file."""
        self._wait(lambda: all(e.info is not None for e in self.studio.desk.files))
        self._fence()

    def _choose_preset(self) -> None:
        self.studio.window.table.selectAll()
        self.studio.desk.choose_preset(self._entries(), OTHER_PRESET)
        self._fence()

    def _undo(self) -> None:
        self.studio.desk.undo.undo()
        self._fence()

    def _move(self) -> None:
        entries = self._entries()
        self.studio.desk.move_to_top(entries[-1:])
        self._fence()

    def _sort(self) -> None:
        """Sort by name, search, and go back to the order of the queue."""
        table = self.studio.window.table
        table.sortByColumn(0, table.horizontalHeader().sortIndicatorOrder())
        self._process_for(SETTLE_MS)
        for text in ("9", "99", ""):
            table.set_search(text)
            self._process_for(SETTLE_MS)
        table.show_queue_order()

    def _remove(self) -> None:
        self.studio.desk.remove(self._entries())
        self._fence()

    # -- helping ---------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        return list(self.studio.desk.files)

    def _fence(self) -> None:
        """Wait until everything asked of the queue is saved and has been heard of."""
        heard: list[object] = []
        self.studio.desk.line.ask(lambda _: None, heard.append)
        self._wait(lambda: bool(heard))

    def _wait(self, claim: Callable[[], bool]) -> None:
        end = time.monotonic() + LIMIT_S
        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(20)
        timer.timeout.connect(lambda: loop.quit() if claim() or time.monotonic() > end else None)
        timer.start()
        loop.exec()
        if not claim():
            raise SystemExit("the window did not get there")

    def _process_for(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _close(self) -> None:
        self._bare.close()
        self.studio.close()


def _no_view(_parent: QWidget) -> PlayerWidget:
    raise SystemExit("no preview is opened here")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do the named steps in one window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("steps", nargs="*", type=Step)
    parser.add_argument("--fill", type=int, metavar="ROWS", help="only make a queue of so many")
    parser.add_argument("--seconds", type=int, default=15, help="how long a state is watched")
    given = parser.parse_args(arguments)
    if given.fill:
        fill(Ground(given.folder, minutes=1), given.fill)
    if given.steps:
        Watcher(given.folder, given.seconds).run(given.steps)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
