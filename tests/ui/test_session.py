"""The session: kept awake while jobs run; its end stops the queue in time and asks nothing."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.batch.model import QueueMode, QueueStatus
from studio.ui.bridge import Workers
from studio.ui.session import STOP_S, KeepAwake, SessionEnd, stop_queue

WAIT_MS = 30_000


class Holds:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    @property
    def is_held(self) -> bool:
        return self.told[-1:] == ["hold"]

    def hold(self) -> None:
        self.told.append("hold")

    def release(self) -> None:
        self.told.append("release")


def test_the_machine_is_kept_awake_while_jobs_run(qtbot: QtBot) -> None:
    holds = Holds()
    awake = KeepAwake(holds)
    for status in (
        QueueStatus(QueueMode.RUNNING, running=1),
        QueueStatus(QueueMode.RUNNING, running=2),
        QueueStatus(QueueMode.FINISHING, running=1),
        QueueStatus(QueueMode.STOPPED),
    ):
        awake.on_status(status)
    awake.stop()
    assert holds.told == ["hold", "release"]


@pytest.mark.parametrize(
    "status",
    [
        QueueStatus(QueueMode.PAUSED, running=2),
        QueueStatus(QueueMode.RUNNING, running=0),
        QueueStatus(QueueMode.STOPPED, running=1),
    ],
    ids=["paused", "everything waits", "stopping"],
)
def test_what_stands_still_lets_the_machine_sleep(qtbot: QtBot, status: QueueStatus) -> None:
    holds = Holds()
    awake = KeepAwake(holds)
    awake.on_status(QueueStatus(QueueMode.RUNNING, running=1))
    awake.on_status(status)
    assert holds.told == ["hold", "release"]


def test_closing_lets_the_machine_sleep(qtbot: QtBot) -> None:
    holds = Holds()
    awake = KeepAwake(holds)
    awake.on_status(QueueStatus(QueueMode.RUNNING, running=1))
    awake.stop()
    assert holds.told == ["hold", "release"]


# -- the end of the session ------------------------------------------------------------


class Program:
    """What a session end acts upon."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.stops = True

    def stop(self, timeout_s: float) -> bool:
        self.told.append(f"stop {timeout_s:.0f}")
        return self.stops

    def leave(self) -> None:
        self.told.append("leave")


class Manager:
    """A session manager that must not be asked for a dialog."""

    def __init__(self) -> None:
        self.hint: object = None

    def setRestartHint(self, hint: object) -> None:  # noqa: N802
        self.hint = hint


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def end(qapp: QApplication, program: Program) -> Iterator[SessionEnd]:
    end = SessionEnd(qapp, program.stop, program.leave)
    end.ending.connect(lambda: program.told.append("ending"))
    yield end
    end.close()
    qapp.commitDataRequest.disconnect()
    end.deleteLater()


def test_logging_out_stops_the_queue_and_asks_nothing(
    qapp: QApplication, end: SessionEnd, program: Program
) -> None:
    manager: Any = Manager()
    end.on_commit(manager)
    assert program.told == ["ending", f"stop {STOP_S:.0f}"]
    assert manager.hint is QSessionManager.RestartHint.RestartIfRunning


def test_a_logout_is_not_the_end_of_the_program_for_it_may_be_called_off(
    qapp: QApplication, end: SessionEnd, program: Program
) -> None:
    manager: Any = Manager()
    end.on_commit(manager)
    assert "leave" not in program.told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_stops_the_queue_and_leaves(
    end: SessionEnd, program: Program, qtbot: QtBot, name: str
) -> None:
    end.watch_signals()
    os.kill(os.getpid(), signal.Signals[name])
    qtbot.waitUntil(lambda: "leave" in program.told, timeout=WAIT_MS)
    assert program.told == ["ending", f"stop {STOP_S:.0f}", "leave"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
def test_a_second_signal_changes_nothing(end: SessionEnd, program: Program, qtbot: QtBot) -> None:
    end.watch_signals()
    for _ in range(2):
        os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: "leave" in program.told, timeout=WAIT_MS)
    QApplication.processEvents()
    assert program.told.count("leave") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
def test_the_signals_are_given_back(end: SessionEnd) -> None:
    before = signal.getsignal(signal.SIGTERM)
    end.watch_signals()
    assert signal.getsignal(signal.SIGTERM) is not before
    end.close()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_who_was_started_to_outlive_the_terminal_does(end: SessionEnd, program: Program) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    end.watch_signals()
    os.kill(os.getpid(), signal.SIGHUP)
    QApplication.processEvents()
    end.close()
    signal.signal(signal.SIGHUP, before)
    assert program.told == []


class FakeQueue:
    """A queue whose jobs take their time to stop."""

    def __init__(self, stops: bool) -> None:
        self.told: list[str] = []
        self._stops = stops
        self._never = threading.Event()

    def stop_now(self) -> None:
        self.told.append("stop")

    def wait(self, timeout_s: float) -> bool:
        return self._stops or self._never.wait(timeout_s)


class FakeLine:
    """The line to it."""

    def __init__(self, queue: FakeQueue, *, is_open: bool = True) -> None:
        self.is_open, self._queue = is_open, queue
        self.workers = Workers("line", 1)

    def ask(self, call: Any) -> None:
        self.workers.run(lambda: call(self._queue), lambda _: None, lambda _: None)


@pytest.mark.parametrize("stops", [True, False])
def test_stopping_says_whether_everything_stopped_in_time(qtbot: QtBot, stops: bool) -> None:
    queue = FakeQueue(stops)
    line: Any = FakeLine(queue)
    begun = time.monotonic()
    assert stop_queue(line, 0.2) is stops
    assert time.monotonic() - begun < 20
    assert queue.told == ["stop"]
    line.workers.stop(wait=True)


def test_a_queue_that_is_busy_does_not_hold_up_the_end(qtbot: QtBot) -> None:
    line: Any = FakeLine(FakeQueue(stops=True))
    busy = threading.Event()
    line.ask(lambda _: busy.wait(WAIT_MS / 1000))
    assert not stop_queue(line, 0.1)
    busy.set()
    line.workers.stop(wait=True)


def test_a_queue_that_was_never_opened_has_nothing_to_stop(qtbot: QtBot) -> None:
    line: Any = FakeLine(FakeQueue(stops=False), is_open=False)
    assert stop_queue(line, 0.1)
    line.workers.stop(wait=True)
