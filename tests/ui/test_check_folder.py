"""Files and folders are checked without being converted, and the results are written down."""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studio.ui import dialogs
from studio.ui.app import Studio
from studio.ui.columns import Column
from studio.ui.entries import Entry, EntryState
from studio.ui.states import Group
from studio.verdict.summary import conclude
from tests.ui.played import FakeEngines, played, refused

Add = Callable[..., None]
WAIT_MS = 30_000


@pytest.fixture
def engines(studio: Studio) -> FakeEngines:
    fake = FakeEngines()
    fake.serve(studio.desk.checker)
    return fake


@pytest.fixture
def folder(tmp_path: Path, clip: Path) -> Path:
    """Two files to check, in a tree with what cannot be checked."""
    made = tmp_path / "delivery"
    (made / "b").mkdir(parents=True)
    shutil.copy(clip, made / "one.mp4")
    shutil.copy(clip, made / "b" / "two.mp4")
    shutil.copy(clip, made / "b" / "segment.m4s")
    (made / "notes.txt").write_text("no film")
    return made


def choose_folder(studio: Studio, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "ask_folder_to_check", lambda *_: folder)
    studio.window.actions_by_name["check_folder"].trigger()


def wait_for_checks(studio: Studio, qtbot: QtBot, count: int) -> list[Entry]:
    desk = studio.desk
    qtbot.waitUntil(lambda: len(desk.files) == count, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not desk.checker.is_busy, timeout=WAIT_MS)
    return list(desk.files)


def test_a_folder_is_checked_and_nothing_of_it_is_converted(
    studio: Studio,
    engines: FakeEngines,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose_folder(studio, folder, monkeypatch)
    entries = wait_for_checks(studio, qtbot, 2)
    qtbot.waitUntil(lambda: not any(e.is_unread for e in entries), timeout=WAIT_MS)
    assert [entry.source.name for entry in entries] == ["one.mp4", "two.mp4"]
    assert all(entry.state is EntryState.CHECK_ONLY for entry in entries)
    assert all(entry.verdict is not None and entry.info is not None for entry in entries)
    qtbot.waitUntil(lambda: studio.window.tally.of_group(Group.CHECK_ONLY) == 2)
    assert not studio.window.actions_by_name["start"].isEnabled()
    studio.desk.retry_all()
    studio.desk.cancel(entries)
    studio.desk.start()
    studio.window.table.selectAll()
    assert [entry.state for entry in entries] == [EntryState.CHECK_ONLY] * 2
    assert sorted(path.name for path in folder.rglob("*.webm")) == []


def test_what_was_checked_only_is_converted_once_it_is_released(
    studio: Studio,
    engines: FakeEngines,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose_folder(studio, folder, monkeypatch)
    entry = wait_for_checks(studio, qtbot, 2)[0]
    qtbot.waitUntil(lambda: not entry.is_unread, timeout=WAIT_MS)
    studio.window.table.select(0)
    studio.window.actions_by_name["release"].trigger()
    qtbot.waitUntil(lambda: entry.state is EntryState.WAITING, timeout=WAIT_MS)
    assert entry.target == folder / "one.webm"


def test_a_file_that_is_in_the_list_is_checked_there(
    studio: Studio, engines: FakeEngines, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    studio.desk.add_to_check([clip])
    (entry,) = wait_for_checks(studio, qtbot, 1)
    qtbot.waitUntil(lambda: entry.verdict is not None, timeout=WAIT_MS)
    assert entry.state is EntryState.WAITING


def test_a_folder_with_nothing_to_check_says_so(
    studio: Studio, engines: FakeEngines, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with qtbot.waitSignal(studio.desk.nothing_to_check, timeout=WAIT_MS):
        studio.desk.add_to_check([empty])
    notice, _ = studio.window.banners.shown["nothing"]
    assert notice.what == "There is no WebM, MP4 or Matroska file in empty."


def test_the_chip_shows_only_what_does_not_play(
    studio: Studio, engines: FakeEngines, folder: Path, qtbot: QtBot
) -> None:
    engines.answer = lambda path: conclude((), [refused() if path.name == "two.mp4" else played()])
    studio.desk.add_to_check([folder])
    wait_for_checks(studio, qtbot, 2)
    studio.desk.model.flush()
    window = studio.window
    qtbot.waitUntil(window.chips[Group.NOT_PLAYING].isVisible, timeout=WAIT_MS)
    window.chips.choose(Group.NOT_PLAYING)
    assert window.table.proxy.rowCount() == 1
    window.chips.choose(Group.ALL)
    window.table.sortByColumn(Column.VERDICT, window.table.proxy.sortOrder())
    assert window.table.proxy.rowCount() == 2


def test_progress_and_stop_stand_in_the_status_bar(
    studio: Studio, engines: FakeEngines, folder: Path, qtbot: QtBot
) -> None:
    engines.gate = threading.Event()
    studio.desk.add_to_check([folder])
    qtbot.waitUntil(lambda: studio.desk.checker.is_busy, timeout=WAIT_MS)
    bar = studio.window.bar
    bar.show_now()
    assert bar.checks.text() == "Checked 0 of 2"
    assert bar.stop_checks.isVisible()
    assert bar.stop_checks.accessibleName() == "Stop checking"
    assert studio.window.actions_by_name["stop_checks"].isEnabled()
    bar.stop_checks.click()
    wait_for_checks(studio, qtbot, 2)
    bar.show_now()
    assert not bar.checks.isVisible()
    assert not bar.stop_checks.isVisible()
    assert not studio.window.actions_by_name["stop_checks"].isEnabled()


def test_a_hundred_files_are_checked_while_the_window_stays_fluid(
    studio: Studio, engines: FakeEngines, tmp_path: Path, clip: Path, qtbot: QtBot
) -> None:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(100):
        shutil.copy(clip, made / f"{number:03}.mp4")
    work: list[float] = []
    gaps: list[float] = []
    latest = [time.thread_time(), time.monotonic()]

    def beat() -> None:
        now = [time.thread_time(), time.monotonic()]
        work.append(now[0] - latest[0])
        gaps.append(now[1] - latest[1])
        latest[:] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(5)
    studio.desk.add_to_check([made])
    entries = wait_for_checks(studio, qtbot, 100)
    timer.stop()
    assert engines.asked == [f"{number:03}.mp4" for number in range(100)]
    assert all(entry.verdict is not None for entry in entries)
    assert len(engines.benches) == 1
    assert max(work) < 1.0
    assert max(gaps) < 10.0  # the machine may be busy elsewhere


@pytest.mark.parametrize(
    ("name", "begins"), [("checks.html", "<!doctype html>"), ("checks.xml", "<?xml")]
)
def test_a_report_of_all_checked_files_is_written(
    name: str,
    begins: str,
    studio: Studio,
    engines: FakeEngines,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio.desk.add_to_check([folder])
    wait_for_checks(studio, qtbot, 2)
    target = folder / name
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: target)
    with qtbot.waitSignal(studio.window.tools.checks.saver.saved, timeout=WAIT_MS):
        studio.window.actions_by_name["save_report_all"].trigger()
    text = target.read_text("utf-8")
    assert text.lower().startswith(begins)
    assert "one.mp4" in text
    assert "two.mp4" in text
    assert "Chromium" in text


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("gone/checks.html", "There is no folder for “checks.html”."),
        ("one.mp4", "A report would take the place of “one.mp4”."),
    ],
)
def test_a_report_that_may_not_be_written_is_a_banner_and_harms_nothing(
    place: str,
    what: str,
    studio: Studio,
    engines: FakeEngines,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio.desk.add_to_check([folder])
    entries = wait_for_checks(studio, qtbot, 2)
    before = (folder / "one.mp4").read_bytes()
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: folder / place)
    with qtbot.waitSignal(studio.window.tools.checks.saver.failed, timeout=WAIT_MS):
        studio.window.tools.checks.save_report(entries)
    notice, _ = studio.window.banners.shown["report"]
    assert notice.what == what
    assert (folder / "one.mp4").read_bytes() == before
