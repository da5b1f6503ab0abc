"""The desktop session: it must not fall asleep while the queue runs, and may end at any time."""

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

from studio.batch.awake import Awake
from studio.batch.model import QueueMode, QueueStatus
from studio.batch.queue import JobQueue
from studio.ui.queue_line import QueueLine

log = logging.getLogger(__name__)

STOP_S = 5.0
"""How long the end of a session may be held up, in seconds."""


class KeepAwake(QObject):
    """Keeps the machine awake as long as jobs run; not while they are paused."""

    def __init__(self, awake: Awake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awake = awake
        self._wanted = False

    def on_status(self, status: QueueStatus) -> None:
        """Hold or release, as the queue stands."""
        runs = status.mode in (QueueMode.RUNNING, QueueMode.FINISHING)
        self._set(runs and status.running > 0)

    def stop(self) -> None:
        """Let it sleep."""
        self._set(False)

    def _set(self, wanted: bool) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            (self._awake.hold if wanted else self._awake.release)()


class SessionEnd(QObject):
    """Stops the queue when the session ends; no question is asked, and nothing is lost.

    Two ways lead here: the session manager, before it ends the programs, and the signals that
    end a program on Linux and macOS.

    Args:
        application: of this process.
        stop: stops what runs, within the seconds it is given.
        leave: ends the program.
    """

    ending = Signal()
    """Comes before anything is stopped: ask nothing from now on."""

    def __init__(
        self,
        application: QGuiApplication,
        stop: Callable[[float], bool],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(application)
        self._stop, self._leave = stop, leave
        self._is_leaving = False
        self._signals = _Signals(self)
        self._signals.arrived.connect(self._on_signal)
        application.commitDataRequest.connect(self.on_commit)

    def watch_signals(self) -> None:
        """From now on TERM, HUP and INT end the program properly."""
        self._signals.watch()

    def close(self) -> None:
        """Leave the signals to those who had them before."""
        self._signals.close()

    def on_commit(self, manager: QSessionManager) -> None:
        """Save what is to be saved before returning; whether the session ends is open still."""
        self._stop_queue("the session")
        manager.setRestartHint(QSessionManager.RestartHint.RestartIfRunning)

    def _on_signal(self, number: int) -> None:
        if self._is_leaving:
            return
        self._is_leaving = True
        self._stop_queue(signal.Signals(number).name)
        self._leave()

    def _stop_queue(self, who: str) -> None:
        log.info("%s ends the program", who)
        self.ending.emit()
        begun = time.monotonic()
        if not self._stop(STOP_S):
            waited_s = time.monotonic() - begun
            log.info("jobs still ran after %.1f s; the next start cleans up", waited_s)


def stop_queue(line: QueueLine, timeout_s: float) -> bool:
    """Stop what runs and wait, on the caller's thread; jobs that ran wait again.

    Returns:
        False when something still ran after ``timeout_s`` seconds.
    """
    if not line.is_open:
        return True
    over, stopped = threading.Event(), threading.Event()
    end = time.monotonic() + timeout_s

    def work(queue: JobQueue) -> None:
        queue.stop_now()
        if queue.wait(max(0.0, end - time.monotonic())):
            stopped.set()
        over.set()

    line.ask(work)
    over.wait(timeout_s)
    return stopped.is_set()


class _Signals(QObject):
    """Brings the system's signals into Qt's event loop.

    Source: https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd
    """

    arrived = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        self._sockets: tuple[socket.socket, socket.socket] | None = None
        self._notifier: QSocketNotifier | None = None
        self._old_fd = -1

    def watch(self) -> None:
        if sys.platform != "win32" and self._sockets is None:  # Windows sends none
            reader, writer = self._sockets = socket.socketpair()
            reader.setblocking(False)
            writer.setblocking(False)
            self._notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_byte)
            self._old_fd = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                if signal.getsignal(number) is not signal.SIG_IGN:  # nohup means it
                    self._before[number] = signal.signal(number, _heard)

    def close(self) -> None:
        if self._sockets is None:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        assert self._notifier is not None
        self._notifier.setEnabled(False)
        for end in self._sockets:
            end.close()
        self._sockets = None

    def _on_byte(self) -> None:
        assert self._sockets is not None
        for number in os.read(self._sockets[0].fileno(), 64):
            if number in self._before:
                self.arrived.emit(number)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The wake-up descriptor carries the signal."""
