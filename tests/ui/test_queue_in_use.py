"""A queue that another program works on: the window asks, and can do without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studio import paths, settings
from studio.batch.lock import QueueLock
from studio.batch.model import QueueNotice
from studio.batch.opening import FILE_NAME
from studio.ui import app
from studio.ui.desk import Desk
from studio.ui.queue_in_use import QueueInUse

Add = Callable[..., None]
WAIT_MS = 20_000


@pytest.fixture
def other_program() -> Iterator[QueueLock]:
    """Another program has the queue's lock."""
    lock = QueueLock(paths.user_data_dir() / FILE_NAME)
    assert lock.acquire()
    yield lock
    lock.release()


@pytest.fixture
def desk(qtbot: QtBot, other_program: QueueLock) -> Iterator[Desk]:
    desk = app.make_desk(settings.Settings(engines=("none",)))
    yield desk
    desk.stop(wait=True)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def box(window: QWidget, desk: Desk, qtbot: QtBot) -> QMessageBox:
    """The question, as it appears."""
    asker = QueueInUse(window, desk, app.apart_opener(desk))
    qtbot.waitUntil(lambda: asker.box is not None and asker.box.isVisible(), timeout=WAIT_MS)
    assert asker.box is not None
    return asker.box


def press(box: QMessageBox, text: str) -> None:
    (button,) = [button for button in box.buttons() if button.text() == text]
    button.click()


def test_the_window_says_so_in_one_sentence(box: QMessageBox, desk: Desk) -> None:
    assert box.text() == "Another MSE Studio works on the queue just now."
    assert not desk.line.is_open


def test_without_the_queue_the_window_works(
    box: QMessageBox, desk: Desk, clip: Path, add: Add, qtbot: QtBot
) -> None:
    notices: list[QueueNotice] = []
    desk.notice.connect(notices.append)
    with qtbot.waitSignal(desk.line.opened, timeout=WAIT_MS):
        press(box, "Open without the queue")
    qtbot.waitUntil(lambda: not desk.toolbox.is_looking, timeout=WAIT_MS)
    add(desk, clip)
    assert [entry.source for entry in desk.files] == [clip]
    assert any("will not survive closing" in notice.what for notice in notices)


def test_the_saved_queue_stays_untouched(
    box: QMessageBox, desk: Desk, other_program: QueueLock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.line.opened, timeout=WAIT_MS):
        press(box, "Open without the queue")
    assert not (paths.user_data_dir() / FILE_NAME).exists()


def test_quit_closes_the_window(box: QMessageBox, window: QWidget, qtbot: QtBot) -> None:
    press(box, "Quit")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
