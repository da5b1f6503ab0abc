"""The desktop's services hear of a real queue, from Start to its end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.desk import Desk
from studio.ui.entries import EntryState
from studio.ui.services import Services

Add = Callable[..., None]
RUN_MS = 60_000


class Watched:
    """An Awake that only remembers."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    @property
    def is_held(self) -> bool:
        return self.calls[-1:] == ["hold"]

    def hold(self) -> None:
        self.calls.append("hold")

    def release(self) -> None:
        self.calls.append("release")


@pytest.fixture
def awake() -> Watched:
    return Watched()


@pytest.fixture
def services(
    qapp: QApplication, qtbot: QtBot, desk: Desk, awake: Watched, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    monkeypatch.setattr("studio.ui.services.session_bus_address", lambda: "")
    window = QWidget()
    qtbot.addWidget(window)
    made = Services(qapp, window, desk, awake)
    yield made
    made.stop()


def test_the_machine_stays_awake_while_jobs_run_and_no_longer(
    services: Services, desk: Desk, awake: Watched, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, clip)
    assert awake.calls == []
    with qtbot.waitSignal(services.watch.run_ended, timeout=RUN_MS) as ended:
        desk.start()
    qtbot.waitUntil(lambda: awake.calls == ["hold", "release"])
    assert ended.args is not None
    assert ended.args[0].done == 1
    assert ended.args[0].is_by_itself


def test_the_end_of_the_session_stops_jobs_and_keeps_them(
    services: Services, desk: Desk, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, long_clip)
    desk.start()
    entry = desk.files.at(0)
    qtbot.waitUntil(lambda: entry.progress is not None, timeout=RUN_MS)
    services.session._stop_queue("a test")
    assert desk.runner.active == []  # closing the window asks nothing
    qtbot.waitUntil(lambda: entry.state is EntryState.WAITING, timeout=RUN_MS)


def test_the_task_bar_shows_progress_only_while_the_queue_runs(
    services: Services, desk: Desk, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(desk, long_clip)
    assert services._measure() is None
    desk.start()

    def is_under_way() -> bool:
        shown = services._measure()
        return shown is not None and 0 < shown.fraction < 1

    qtbot.waitUntil(is_under_way, timeout=RUN_MS)
    with qtbot.waitSignal(desk.runner.idle, timeout=RUN_MS):
        desk.cancel(desk.runner.active)
    assert services._measure() is None
