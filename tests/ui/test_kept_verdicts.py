"""A verdict of an earlier session is shown again while the file is the same, and says when."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.ui import states
from studio.ui.app import Studio
from studio.ui.columns import Column
from studio.ui.entries import Entry
from studio.verdict.model import Ladder
from studio.verdict.summary import conclude
from tests.ui.played import FIREFOX, FakeEngines, played, refused

WAIT_MS = 20_000


def checked(studio: Studio, film: Path, qtbot: QtBot) -> Entry:
    """Put a file in the list and let it be played; it fails in one engine and plays in one."""
    engines = FakeEngines()
    engines.answer = lambda _: conclude((), [refused(), played(FIREFOX)])
    engines.serve(studio.desk.checker)
    studio.desk.add_to_check([film])
    qtbot.waitUntil(lambda: len(studio.desk.files) == 1, timeout=WAIT_MS)
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.is_played and not entry.is_unread, timeout=WAIT_MS)
    return entry


def test_a_verdict_comes_back_at_the_next_start_and_says_when_it_was_taken(
    make_studio: Callable[..., Studio], clip: Path, qtbot: QtBot
) -> None:
    first = make_studio()
    before = checked(first, clip, qtbot)
    first.close()
    second = make_studio()
    qtbot.waitUntil(lambda: len(second.desk.files) == 1, timeout=WAIT_MS)
    entry = second.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.is_played, timeout=WAIT_MS)
    assert entry.is_kept
    assert entry.state.value == "check_only"
    assert abs(entry.played_at - before.played_at) < 5
    assert entry.verdict is not None
    assert entry.verdict.ladder is Ladder.FAIL
    assert states.is_failing(entry)
    cell = second.desk.model.index(0, Column.VERDICT)
    assert "Played on " in str(cell.data(Qt.ItemDataRole.ToolTipRole))
    second.desk.model.flush()
    assert [card.title for card in second.window.inspector.verdict.cards] == [
        "Chromium 156.0.1",
        "Firefox 153.7",
    ]


def test_examining_adds_predictions_to_a_verdict_of_before(
    make_studio: Callable[..., Studio], clip: Path, qtbot: QtBot
) -> None:
    first = make_studio()
    checked(first, clip, qtbot)
    first.close()
    second = make_studio()
    qtbot.waitUntil(lambda: len(second.desk.files) == 1, timeout=WAIT_MS)
    entry = second.desk.files.at(0)
    second.window.table.select(0)
    qtbot.waitUntil(lambda: entry.is_kept and entry.is_examined, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: entry.verdict is not None and bool(entry.verdict.predictions), timeout=WAIT_MS
    )
    assert entry.verdict is not None
    assert [report.engine.name for report in entry.verdict.reports] == ["chromium", "firefox"]
    assert entry.verdict.ladder is Ladder.FAIL


def test_a_changed_file_has_no_verdict_of_before(
    make_studio: Callable[..., Studio], clip: Path, qtbot: QtBot
) -> None:
    first = make_studio()
    checked(first, clip, qtbot)
    first.close()
    os.utime(clip, ns=(1, 1))
    second = make_studio()
    qtbot.waitUntil(lambda: len(second.desk.files) == 1, timeout=WAIT_MS)
    entry = second.desk.files.at(0)
    with qtbot.waitSignal(second.desk.foresight.examined, timeout=WAIT_MS):
        second.window.table.select(0)
    second.desk.remembered.stop(wait=True)
    assert entry.verdict is None


def test_a_low_window_keeps_its_room_for_the_player(
    make_studio: Callable[..., Studio], clip: Path, qtbot: QtBot
) -> None:
    studio = make_studio()
    checked(studio, clip, qtbot)
    window = studio.window
    window.inspector.tabs.setCurrentWidget(window.inspector.preview)
    box = window.inspector.preview.verdict
    for height, is_whole in ((640, False), (1000, True)):
        window.resize(1024, height)
        qtbot.waitUntil(lambda is_whole=is_whole: box.engines.isVisible() is is_whole)  # type: ignore[misc]
        assert box.message.isVisible()
        assert box.more.isVisible()
