"""Progress in the task bar: twice a second at most, and gone at the end."""

import pytest
from pytestqt.qtbot import QtBot

from studio.ui import taskbar
from studio.ui.taskbar import Shown, TaskbarProgress, Tone

WAIT_MS = 30_000


class Heard:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[Shown | None] = []

    def show(self, shown: Shown | None) -> None:
        self.told.append(shown)


def test_many_changes_are_shown_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taskbar, "SHOW_MS", 30)
    heard, now = Heard(), [0.0]
    progress = TaskbarProgress(heard, lambda: Shown(now[0]))
    for step in range(100):
        now[0] = step / 100
        progress.refresh()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=WAIT_MS)
    assert heard.told == [Shown(0.99)]


def test_it_is_shown_twice_a_second_at_most() -> None:
    assert taskbar.SHOW_MS >= 500


def test_what_did_not_change_is_not_shown_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taskbar, "SHOW_MS", 1)
    heard, asked = Heard(), [0]

    def measure() -> Shown:
        asked[0] += 1
        return Shown(0.5, Tone.PAUSED)

    progress = TaskbarProgress(heard, measure)
    progress.refresh()
    qtbot.waitUntil(lambda: asked[0] == 1, timeout=WAIT_MS)
    progress.refresh()
    qtbot.waitUntil(lambda: asked[0] == 2, timeout=WAIT_MS)
    assert heard.told == [Shown(0.5, Tone.PAUSED)]


def test_at_the_end_it_is_gone_at_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taskbar, "SHOW_MS", 1)
    heard = Heard()
    progress = TaskbarProgress(heard, lambda: Shown(0.5))
    progress.refresh()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=WAIT_MS)
    progress.refresh()
    progress.clear()
    assert heard.told == [Shown(0.5), None]


def test_where_nothing_was_shown_nothing_is_taken_away(qtbot: QtBot) -> None:
    heard = Heard()
    TaskbarProgress(heard, lambda: None).clear()
    assert heard.told == []
