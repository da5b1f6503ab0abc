"""Notifications: one per run, only while the user looks elsewhere, with sound where wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from studio.batch.model import HoldReason, QueueMode
from studio.presets.store import PresetStore
from studio.settings import Settings
from studio.transcode.model import JobState
from studio.ui import notify
from studio.ui.notify import Notifier, SystemMessenger
from studio.ui.run_watch import RunWatch
from studio.ui.session_bus import SessionBus
from studio.ui.toolbox import Toolbox
from tests.ui.queue_events import TellTale, make_toolbox

WAIT_MS = 30_000


class Heard:
    """Remembers what would have been shown and played."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str, str]] = []
        self.beeps = 0

    def show(self, key: str, title: str, body: str) -> None:
        self.shown.append((key, title, body))

    def beep(self) -> None:
        self.beeps += 1


class Window(QWidget):
    """A window that is active when the test says so; off screen none ever is."""

    is_active = False

    def isActiveWindow(self) -> bool:  # noqa: N802
        return self.is_active


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def toolbox(qtbot: QtBot, tmp_path: Path) -> Iterator[Toolbox]:
    toolbox = make_toolbox(tmp_path, Settings())
    yield toolbox
    toolbox.stop(wait=True)


@pytest.fixture
def tale(qtbot: QtBot, store: PresetStore) -> TellTale:
    return TellTale(store)


@pytest.fixture
def heard(
    tale: TellTale, toolbox: Toolbox, window: Window, monkeypatch: pytest.MonkeyPatch
) -> Heard:
    monkeypatch.setattr(notify, "TROUBLE_MS", 0)
    heard = Heard()
    watch = RunWatch(tale.events, window)
    Notifier(toolbox, watch, window, heard)
    return heard


def test_the_end_is_told_once_with_counts(tale: TellTale, heard: Heard) -> None:
    tale.start("a", "b", "c")
    for name in ("a", "b"):
        tale.end(name)
    tale.end("c", JobState.DONE_WITH_WARNINGS)
    tale.drain()
    assert heard.shown == [("queue-end", "The queue is done", "2 done, 1 with warnings")]
    assert heard.beeps == 0


def test_the_first_failure_is_told_once(tale: TellTale, heard: Heard, qtbot: QtBot) -> None:
    tale.start("a", "b", "c")
    tale.end("a", JobState.FAILED, "The file is damaged.")
    tale.end("b", JobState.FAILED, "The other one too.")
    qtbot.waitUntil(lambda: len(heard.shown) == 1, timeout=WAIT_MS)
    assert heard.shown == [("queue-trouble", "The queue needs a look", "a: The file is damaged.")]
    tale.end("c")
    tale.drain()
    assert [key for key, _, _ in heard.shown] == ["queue-trouble", "queue-end"]


def test_a_failure_at_the_very_end_is_left_to_the_summary(
    tale: TellTale, heard: Heard, qtbot: QtBot
) -> None:
    tale.start("a")
    tale.end("a", JobState.FAILED, "The file is damaged.")
    tale.drain()
    QApplication.processEvents()
    assert heard.shown == [("queue-end", "The queue is done", "1 failed")]


def test_a_job_that_waits_for_room_is_told(tale: TellTale, heard: Heard, qtbot: QtBot) -> None:
    tale.start("a", "b")
    tale.hold("a", HoldReason.LOW_SPACE, "There is not enough room.")
    qtbot.waitUntil(lambda: len(heard.shown) == 1, timeout=WAIT_MS)
    assert heard.shown[0][2] == "a: There is not enough room."


def test_a_full_disk_is_told(tale: TellTale, heard: Heard, qtbot: QtBot) -> None:
    tale.start("a")
    tale.block("The disk is full.")
    qtbot.waitUntil(lambda: len(heard.shown) == 1, timeout=WAIT_MS)
    assert heard.shown[0][2] == "The disk is full."


def test_nothing_is_shown_to_who_looks_at_the_window(
    tale: TellTale, heard: Heard, window: Window, qtbot: QtBot
) -> None:
    window.is_active = True
    tale.start("a", "b")
    tale.end("a", JobState.FAILED, "Damaged.")
    QApplication.processEvents()
    tale.end("b")
    tale.drain()
    assert heard.shown == []


def test_nothing_is_shown_to_who_does_not_want_it(
    tale: TellTale, heard: Heard, toolbox: Toolbox
) -> None:
    toolbox.change(notify=False, sound=True)
    tale.start("a")
    tale.end("a")
    tale.drain()
    assert heard.shown == []
    assert heard.beeps == 1


def test_nothing_is_told_of_a_run_that_was_cancelled(tale: TellTale, heard: Heard) -> None:
    tale.start("a")
    tale.end("a", JobState.CANCELLED)
    tale.drain()
    assert heard.shown == []


def test_a_run_that_was_stopped_does_not_call_itself_done(tale: TellTale, heard: Heard) -> None:
    tale.start("a")
    tale.end("a")
    tale.status(QueueMode.STOPPED)
    assert heard.shown == [("queue-end", "The queue stopped", "1 done")]


class FakeTray(QSystemTrayIcon):
    """A tray that is there, and remembers."""

    messages: list[tuple[str, str]]

    @staticmethod
    def isSystemTrayAvailable() -> bool:  # noqa: N802
        return True

    @staticmethod
    def supportsMessages() -> bool:  # noqa: N802
        return True

    def showMessage(self, title: str, body: str, *_: object) -> None:  # noqa: N802
        FakeTray.messages.append((title, body))

    def show(self) -> None:
        """Off screen there is nowhere to show it."""


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    FakeTray.messages = []
    monkeypatch.setattr(notify, "QSystemTrayIcon", FakeTray)
    return FakeTray.messages


def test_without_a_bus_the_tray_shows_it(window: Window, tray: list[tuple[str, str]]) -> None:
    SystemMessenger(window, SessionBus("")).show("k", "Done", "3 done")
    assert tray == [("Done", "3 done")]


def test_without_bus_and_tray_nothing_breaks(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerted: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    SystemMessenger(window, SessionBus("")).show("k", "Done", "3 done")
    assert alerted == [window]
