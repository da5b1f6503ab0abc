"""Start, progress, cancel, the end, the verdict, closing: with real ffmpeg and one engine."""

import contextlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.server.app import MediaServer
from studio.ui import dialogs
from studio.ui.app import Studio
from studio.ui.entries import EntryState
from studio.ui.file_model import Column
from studio.verdict.browsers import Engine
from studio.verdict.model import Ladder
from studio.workflow.bench import Bench

Add = Callable[..., None]
RUN_MS = 60_000


def cell(studio: Studio, column: Column) -> str:
    studio.desk.model.flush()
    return str(studio.desk.model.index(0, column).data())


def test_start_makes_the_file_and_says_done(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    start = studio.window.actions_by_name["start"]
    assert start.isEnabled()
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        start.trigger()
    entry = studio.desk.files.at(0)
    assert entry.state is EntryState.DONE, entry.outcome
    assert entry.output == clip.with_suffix(".webm")
    assert entry.output.stat().st_size > 1000
    assert cell(studio, Column.PROGRESS) == "Done"
    assert not start.isEnabled()


def test_the_settings_say_why_they_are_locked_while_it_runs_and_after(
    studio: Studio, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, long_clip)
    locked = studio.window.inspector.settings.locked.what
    studio.window.actions_by_name["start"].trigger()
    qtbot.waitUntil(lambda: "is being converted" in locked.text(), timeout=RUN_MS)
    qtbot.waitUntil(lambda: "This is done" in locked.text(), timeout=RUN_MS)


def test_progress_of_file_and_batch_is_shown_while_it_runs(
    studio: Studio, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, long_clip)
    studio.window.actions_by_name["start"].trigger()
    entry, bar = studio.desk.files.at(0), studio.window.bar

    def is_under_way() -> bool:
        return bar.meter.isVisible() and 0 < bar.meter.fraction < 1 and "left" in bar.rest.text()

    qtbot.waitUntil(is_under_way, timeout=RUN_MS)
    assert entry.state is EntryState.RUNNING
    assert cell(studio, Column.PROGRESS) == "Converting"
    assert bar.state.text() == "0 of 1 files done"
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        studio.window.actions_by_name["cancel"].trigger()


def test_cancel_leaves_no_file_and_the_row_can_be_queued_again(
    studio: Studio, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, long_clip)
    actions = studio.window.actions_by_name
    actions["start"].trigger()
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.progress is not None, timeout=RUN_MS)
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        actions["cancel"].trigger()
    assert cell(studio, Column.PROGRESS) == "Cancelled"
    assert [path.name for path in long_clip.parent.iterdir()] == [long_clip.name]
    studio.window.table.selectAll()
    actions["retry"].trigger()
    qtbot.waitUntil(lambda: cell(studio, Column.PROGRESS) == "Waiting")
    qtbot.waitUntil(actions["start"].isEnabled)


def test_a_running_file_cannot_be_removed(
    studio: Studio, long_clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, long_clip)
    studio.window.actions_by_name["start"].trigger()
    entry = studio.desk.files.at(0)
    qtbot.waitUntil(lambda: entry.state.is_active, timeout=RUN_MS)
    studio.window.table.selectAll()
    with qtbot.waitSignal(studio.desk.said):
        studio.window.actions_by_name["remove"].trigger()
    assert list(studio.desk.files) == [entry]
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        studio.window.actions_by_name["stop_now"].trigger()


def test_a_source_that_vanished_fails_with_a_sentence(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    clip.unlink()
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        studio.window.actions_by_name["start"].trigger()
    entry = studio.desk.files.at(0)
    assert cell(studio, Column.PROGRESS) == "Failed"
    assert entry.outcome is not None
    notice, _ = studio.window.banners.shown["failed"]
    assert notice.what == entry.outcome.what
    assert "harbour.mp4" in notice.what
    assert studio.window.inspector.log.message.what.text() == entry.outcome.what


def test_the_same_source_twice_makes_two_files(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    studio.window.table.selectAll()
    studio.window.actions_by_name["duplicate"].trigger()
    qtbot.waitUntil(lambda: len(studio.desk.files) == 2)
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        studio.window.actions_by_name["start"].trigger()
    outputs = {entry.output for entry in studio.desk.files}
    assert outputs == {clip.with_suffix(".webm"), clip.with_name("harbour (2).webm")}


@pytest.mark.engine
def test_finished_files_get_verdicts_by_themselves_in_one_engine_that_ends_with_the_window(
    make_studio: Callable[..., Studio],
    clip: Path,
    add: Add,
    qtbot: QtBot,
    allow_engine_as_root: None,
) -> None:
    studio = make_studio(engines=("embedded",))
    keeper, benches = studio.desk.checker.keeper, list[Bench]()

    def make(engines: Sequence[Engine], server: MediaServer) -> Bench:
        benches.append(Bench(engines, server=server))
        return benches[-1]

    keeper.make = make
    add(studio, clip, Path(shutil.copy(clip, clip.with_name("again.mp4"))))
    studio.window.actions_by_name["start"].trigger()
    entries = list(studio.desk.files)
    qtbot.waitUntil(lambda: all(entry.is_played for entry in entries), timeout=RUN_MS)
    ladders = [entry.verdict.ladder for entry in entries if entry.verdict is not None]
    assert set(ladders) <= {Ladder.PASS, Ladder.WARN}, entries
    assert cell(studio, Column.VERDICT) == "Plays"
    box = studio.window.inspector.preview.verdict
    assert "built-in player" in box.message.what.text()
    assert [dict(bench.launches) for bench in benches] == [{"embedded": 1}]
    assert engines_running()
    studio.close()
    assert not engines_running()


def engines_running() -> list[int]:
    """Embedded engines that this process launched."""
    found = []
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # a zombie among them
            if "--engine-view" in child.cmdline():
                found.append(child.pid)
    return found


def test_without_an_engine_the_verdict_is_never_green(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    with qtbot.waitSignal(studio.desk.checker.checked, timeout=RUN_MS):
        studio.window.actions_by_name["start"].trigger()
    verdict = studio.desk.files.at(0).verdict
    assert verdict is not None
    assert verdict.ladder is Ladder.NOT_PLAYED
    assert cell(studio, Column.VERDICT) == "Not played"


def test_closing_asks_while_files_are_converted(
    studio: Studio, long_clip: Path, add: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(studio, long_clip)
    studio.window.actions_by_name["start"].trigger()
    qtbot.waitUntil(lambda: bool(studio.desk.runner.active), timeout=RUN_MS)
    answers, asked = [False, True], []

    def answer(_parent: object, running: int) -> bool:
        asked.append(running)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask_to_stop", answer)
    event = QCloseEvent()
    studio.window.closeEvent(event)
    assert not event.isAccepted()
    assert studio.desk.runner.is_busy
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=RUN_MS):
        assert studio.window.close()
    assert asked == [1, 1]


def test_a_missing_ffmpeg_gets_a_banner_and_the_window_works(
    make_studio: Callable[..., Studio], tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    studio = make_studio(ffmpeg_path=str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: "ffmpeg" in studio.window.banners.shown)
    notice, _ = studio.window.banners.shown["ffmpeg"]
    assert [text for text, _ in notice.actions] == ["Choose ffmpeg…", "Use the bundled one"]
    (tmp_path / "a.mp4").write_bytes(b"x" * 100)
    studio.desk.add([tmp_path / "a.mp4"])
    qtbot.waitUntil(lambda: len(studio.desk.files) == 1)
    assert not studio.window.actions_by_name["start"].isEnabled()
    notice.actions[1][1]()
    qtbot.waitUntil(lambda: "ffmpeg" not in studio.window.banners.shown, timeout=20_000)
    assert studio.desk.toolbox.ffmpeg is not None


def test_columns_and_size_are_remembered(make_studio: Callable[..., Studio]) -> None:
    first = make_studio()
    first.window.table.setColumnHidden(Column.RATE, True)
    first.window.table.setColumnHidden(Column.AUDIO, False)
    first.close()
    again = make_studio()
    assert again.window.table.isColumnHidden(Column.RATE)
    assert not again.window.table.isColumnHidden(Column.AUDIO)


def test_sorting_keeps_the_selection_on_its_file(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "zebra.mp4"
    other.write_bytes(clip.read_bytes())
    add(studio, clip, other)
    studio.window.table.select(1)
    studio.window.table.sortByColumn(Column.FILE, Qt.SortOrder.DescendingOrder)
    assert [entry.source for entry in studio.window.table.selected()] == [other]
