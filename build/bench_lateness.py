"""How late an event loop is: a timer of 5 ms, and by how much each of its ticks is overdue.

Run as a program it is an event loop with nothing else in it, the peer of the window: what it
is late by at the same moment is the machine's doing. It reads ``begin`` and ``end`` lines and
answers each ``end`` with a line of JSON.
"""

import json
import math
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

PERIOD_MS = 5


@dataclass(frozen=True, slots=True)
class Late:
    """Lateness in ms over some time, and the number of ticks in it."""

    median_ms: float
    p99_ms: float
    worst_ms: float
    ticks: int

    @classmethod
    def of(cls, late_ms: Sequence[float]) -> "Late":
        """Sum up what was measured; ticks that came early are not late."""
        ordered = sorted(max(0.0, one) for one in late_ms) or [0.0]
        return cls(_rank(ordered, 0.5), _rank(ordered, 0.99), ordered[-1], len(late_ms))


def _rank(ordered: Sequence[float], share: float) -> float:
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


class Clock(QObject):
    """Measures the event loop of the thread it lives in, from ``begin`` to ``end``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Forget what was before."""
        self._late_ms.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def rest(self) -> None:
        """Stop for a while: its own ticks cost CPU."""
        self._on_tick()
        self._timer.stop()

    def go_on(self) -> None:
        """Go on after a rest, which does not count."""
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> Late:
        """Return what was measured; the time since the last tick counts as well."""
        self.rest()
        return Late.of(self._late_ms)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._late_ms.append((now - self._last) * 1000 - PERIOD_MS)
        self._last = now


class Bare:
    """The peer: a process with an event loop and nothing else."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._say("begin")
        self.end()  # it answers, so it stands

    def begin(self) -> None:
        """Begin to measure."""
        self._say("begin")

    def end(self) -> Late:
        """Return how late it was since ``begin``."""
        self._say("end")
        assert self._process.stdout is not None
        return Late(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()


class _Orders(QObject):
    """Reads orders on a thread of its own, for the loop to hear."""

    came = Signal(str)

    def start(self) -> None:
        """Begin to read."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.came.emit("leave")


def main() -> int:
    """Be the peer until the input ends."""
    application = QCoreApplication(sys.argv[:1])
    clock, orders = Clock(), _Orders()

    def obey(order: str) -> None:
        if order == "begin":
            clock.begin()
        elif order == "end":
            print(json.dumps(asdict(clock.end())), flush=True)
        else:
            application.quit()

    orders.came.connect(obey, Qt.ConnectionType.QueuedConnection)
    orders.start()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
