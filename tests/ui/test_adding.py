"""Files come into the window, good and bad ones, and leave it again."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.ui.app import Studio
from studio.ui.entries import EntryState
from studio.ui.file_model import Column, Role

Add = Callable[..., None]


def texts_of(studio: Studio, row: int) -> list[str]:
    model = studio.desk.model
    return [str(model.index(row, column).data()) for column in Column]


def test_an_added_file_becomes_a_row_with_its_facts(studio: Studio, clip: Path, add: Add) -> None:
    add(studio, clip)
    texts = texts_of(studio, 0)
    assert texts[Column.FILE] == "harbour.mp4"
    assert texts[Column.VIDEO] == "H.264"
    assert texts[Column.RATE] == "23.976 fps"
    assert texts[Column.DURATION] == "0:02"
    assert texts[Column.KEYFRAMES] not in ("", "–")
    assert texts[Column.PROGRESS] == "Waiting"
    assert studio.desk.model.index(0, Column.VIDEO).data(Role.SECOND_LINE) == "320 × 180"
    assert studio.desk.model.index(0, Column.FILE).data(Role.THUMBNAIL).width() > 0


def test_an_unreadable_file_gets_a_banner_and_the_others_stay(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    words = tmp_path / "words.mp4"
    words.write_text("these are words", encoding="utf-8")
    add(studio, clip, words)
    qtbot.waitUntil(lambda: "unusable" in studio.window.banners.shown)
    notice, box = studio.window.banners.shown["unusable"]
    assert "words.mp4" in notice.what
    assert notice.hint
    assert box.isVisible()
    states = {entry.source.name: entry.state for entry in studio.desk.files}
    assert states == {"harbour.mp4": EntryState.WAITING, "words.mp4": EntryState.UNUSABLE}


def test_many_unreadable_files_make_one_banner(
    studio: Studio, add: Add, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = [tmp_path / f"{number}.mp4" for number in range(8)]
    for path in empty:
        path.touch()
    add(studio, *empty)
    qtbot.waitUntil(lambda: "unusable" in studio.window.banners.shown)
    assert len(studio.window.banners.shown) == 1
    notice, _ = studio.window.banners.shown["unusable"]
    remove = notice.actions[0][1]
    remove()
    assert all(entry.state is EntryState.UNUSABLE for entry in studio.desk.files)
    assert not studio.window.banners.isVisible()


def test_a_folder_is_walked_for_media_only(
    studio: Studio, clip: Path, add: Add, tmp_path: Path
) -> None:
    inner = tmp_path / "deep" / "er"
    inner.mkdir(parents=True)
    clip.rename(inner / "harbour.mp4")
    (inner / "readme.txt").write_text("no video", encoding="utf-8")
    add(studio, tmp_path)
    assert [entry.source for entry in studio.desk.files] == [inner / "harbour.mp4"]


def test_a_folder_without_media_says_so(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.desk.add([tmp_path])
    qtbot.waitUntil(lambda: "nothing" in studio.window.banners.shown)


def test_a_file_that_waits_is_not_added_twice(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    with qtbot.waitSignal(studio.desk.said):
        studio.desk.add([clip])
    assert len(studio.desk.files) == 1


def test_adding_and_removing_can_be_undone_and_redone(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    def wait_for_rows(count: int) -> None:
        qtbot.waitUntil(lambda: len(studio.desk.files) == count)

    add(studio, clip)
    window, actions = studio.window, studio.window.actions_by_name
    window.table.selectAll()
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    wait_for_rows(0)
    actions["undo"].trigger()
    wait_for_rows(1)
    assert studio.desk.files.at(0).state is EntryState.WAITING
    actions["redo"].trigger()
    wait_for_rows(0)
    actions["undo"].trigger()
    wait_for_rows(1)
    actions["undo"].trigger()
    wait_for_rows(0)
    assert clip.exists()


def drop_event(widget: QWidget, paths: list[Path]) -> tuple[QDragEnterEvent, QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    return enter, QDropEvent(QPointF(5, 5), copy, data, left, none), data


def test_files_can_be_dropped_on_the_window(
    studio: Studio, clip: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    enter, drop, _data = drop_event(studio.window, [clip.parent])
    qapp.sendEvent(studio.window, enter)
    assert enter.isAccepted()
    assert studio.window.area.target.property("hot") == "true"
    with qtbot.waitSignal(studio.desk.intake.settled, timeout=20_000):
        qapp.sendEvent(studio.window, drop)
    assert [entry.source for entry in studio.desk.files] == [clip]
    assert studio.window.area.target.property("hot") == "false"


def test_no_part_of_the_window_but_the_streams_keeps_a_drop_for_itself(studio: Studio) -> None:
    takers = [w for w in studio.window.findChildren(QWidget) if w.acceptDrops()]
    assert takers == [studio.window.streams.room]


def test_a_thousand_files_do_not_stall_the_window(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(1000):
        (tmp_path / f"{number:03}.mp4").touch()
    work: list[float] = []
    last = time.thread_time()

    def tick() -> None:
        nonlocal last
        now = time.thread_time()
        work.append(now - last)
        last = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    with qtbot.waitSignal(studio.desk.intake.settled, timeout=60_000):
        studio.desk.add([tmp_path])
    timer.stop()
    assert len(studio.desk.files) == 1000
    assert max(work) < 0.2  # processor time between two ticks: others' load does not count
