"""The queue in the window: chips, order by hand, settings of many, notices, the status bar."""

import cProfile
import dataclasses
import shutil
import zipfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from studio.batch.model import (
    BlockedVolume,
    Collision,
    HoldReason,
    JobSettings,
    OutputRule,
    QueuedJob,
    QueueMode,
    QueueNotice,
    QueueStatus,
)
from studio.batch.recovery import CRASH_NOTICE
from studio.media.streams import MediaInfo
from studio.transcode.model import JobOutcome, JobState, Overrides, Progress
from studio.ui import dialogs
from studio.ui.actions import LOOKS
from studio.ui.app import Studio
from studio.ui.columns import Column
from studio.ui.entries import Entry, FileList
from studio.ui.file_model import FileModel
from studio.ui.row_drag import ROWS
from studio.ui.sources import moved
from studio.ui.states import Group

Add = Callable[..., None]
WAIT_MS = 20_000


def told_job(studio: Studio, number: int, state: JobState = JobState.WAITING) -> QueuedJob:
    source = Path(f"/films/take {number}.mp4")
    info = MediaInfo(source, "mp4", 1000, 10_000_000)
    preset = studio.desk.toolbox.preset("webm-vp8-vorbis")
    target = source.with_suffix(".webm")
    return QueuedJob(f"j{number}", source, JobSettings(preset), state, info=info, target=target)


def tell(studio: Studio, *jobs: QueuedJob) -> list[Entry]:
    """Let the window hear of jobs that no queue holds."""
    first = len(studio.desk.files)
    studio.desk.line.events.on_inserted(tuple(enumerate(jobs, first)))
    QApplication.processEvents()
    studio.desk.model.flush()
    return [entry for entry in studio.desk.files if entry.entry_id in {j.job_id for j in jobs}]


def tell_change(studio: Studio, *jobs: QueuedJob) -> None:
    studio.desk.line.events.on_changed(jobs)
    QApplication.processEvents()
    studio.desk.model.flush()


@pytest.fixture
def three(studio: Studio, clip: Path, add: Add, qtbot: QtBot) -> list[Entry]:
    """Three files of a real queue, nothing selected but the first."""
    for name in ("b.mp4", "c.mp4"):
        shutil.copy(clip, clip.with_name(name))
    add(studio, clip, clip.with_name("b.mp4"), clip.with_name("c.mp4"))
    return list(studio.desk.files)


def order(studio: Studio) -> list[str]:
    return [entry.source.name for entry in studio.desk.files]


def shown(studio: Studio) -> list[str]:
    proxy = studio.window.table.proxy
    return [str(proxy.index(row, 0).data()) for row in range(proxy.rowCount())]


# -- chips ---------------------------------------------------------------------------


def test_a_chip_shows_only_its_files_and_says_how_many(studio: Studio, qtbot: QtBot) -> None:
    states = (JobState.DONE, JobState.FAILED, JobState.WAITING, JobState.INCOMPLETE)
    tell(studio, *(told_job(studio, n, state) for n, state in enumerate(states)))
    chips = studio.window.chips
    qtbot.waitUntil(lambda: "Failed, 2" in chips[Group.FAILED].accessibleName())
    chips[Group.FAILED].click()
    assert shown(studio) == ["take 1.mp4", "take 3.mp4"]
    chips[Group.ALL].click()
    assert len(shown(studio)) == 4


def test_chips_are_reached_and_chosen_by_keyboard(studio: Studio, qtbot: QtBot) -> None:
    tell(studio, told_job(studio, 0), told_job(studio, 1, JobState.RUNNING))
    chips = studio.window.chips
    studio.window.activateWindow()
    chips[Group.ALL].setFocus()
    QTest.keyClick(chips[Group.ALL], Qt.Key.Key_Right)
    assert chips[Group.WAITING].isChecked()
    QTest.keyClick(chips[Group.WAITING], Qt.Key.Key_Right)
    assert chips[Group.RUNNING].isChecked()
    assert shown(studio) == ["take 1.mp4"]


def test_an_empty_chip_says_so_instead_of_an_empty_table(studio: Studio) -> None:
    tell(studio, told_job(studio, 0))
    studio.window.chips.choose(Group.DONE)
    seen = studio.window.table.viewport().grab().toImage()
    middle = range(seen.height() // 2 - 20, seen.height() // 2 + 20)
    inks = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in middle}
    assert len(inks) > 1


def test_a_tick_of_progress_looks_at_no_other_row(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(studio, *(told_job(studio, n) for n in range(300)))
    running = told_job(studio, 0, JobState.RUNNING)
    tell_change(studio, running)
    studio.desk.line.events.on_status(QueueStatus(QueueMode.RUNNING, 1, 1))
    qtbot.waitUntil(studio.window.bar.meter.isVisible)
    studio.window.table.selectAll()
    qtbot.waitUntil(lambda: not studio.window.bar._refresh.isActive())
    looked: list[int] = []
    at = FileList.at

    def refuse(_self: FileList) -> Iterator[Entry]:
        raise AssertionError("all rows were looked at for a tick")

    def count(self: FileList, row: int) -> Entry:
        looked.append(row)
        return at(self, row)

    monkeypatch.setattr(FileList, "__iter__", refuse)
    monkeypatch.setattr(FileList, "at", count)
    progress = Progress(0.5, 0, 0, 0, 1.0, 10.0)
    studio.desk.line.events.on_progress("j0", progress)
    qtbot.waitUntil(lambda: studio.window.bar.meter.fraction > 0)
    studio.desk.model.flush()
    monkeypatch.undo()
    assert set(looked) <= set(range(30))  # what is in view


def test_selecting_all_does_not_ask_every_row_for_the_header(
    studio: Studio, qapp: QApplication
) -> None:
    tell(studio, *(told_job(studio, n) for n in range(400)))
    profile = cProfile.Profile()
    profile.enable()
    studio.window.table.selectAll()
    studio.window.table.horizontalHeader().viewport().repaint()
    qapp.processEvents()
    profile.disable()
    assert len(studio.window.table.selected()) == 400
    calls = {entry.code: entry.callcount for entry in profile.getstats()}
    assert calls.get(FileModel.flags.__code__, 0) < 400


def test_a_click_on_a_title_sorts_and_the_third_one_ends_it(
    studio: Studio, three: list[Entry]
) -> None:
    table = studio.window.table
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.FILE) + 60, 10)
    wanted = (["b.mp4", "c.mp4", "harbour.mp4"], ["harbour.mp4", "c.mp4", "b.mp4"])
    for names in (*wanted, ["harbour.mp4", "b.mp4", "c.mp4"]):
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(header.viewport(), button, none, place)
        assert shown(studio) == names


# -- order ---------------------------------------------------------------------------


def drag_rows(studio: Studio, x: int, y: int) -> bool:
    """Drop the selected rows at a place of the table; returns whether that was welcome."""
    window, viewport = studio.window, studio.window.table.viewport()
    at = viewport.mapTo(window, QPoint(x, y))
    data = QMimeData()
    data.setData(ROWS, b"")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    for event in (
        QDragEnterEvent(at, move, data, left, none),
        QDragMoveEvent(at, move, data, left, none),
        QDropEvent(QPointF(at), move, data, left, none),
    ):
        QApplication.sendEvent(window, event)
    return bool(event.isAccepted())


def test_rows_are_dragged_to_another_place_and_that_can_be_undone(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    studio.window.table.select(0)
    assert drag_rows(studio, 30, 3 * 56 - 5)
    qtbot.waitUntil(lambda: order(studio) == ["b.mp4", "c.mp4", "harbour.mp4"])
    assert studio.window.table.selected() == [three[0]]
    studio.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: order(studio) == ["harbour.mp4", "b.mp4", "c.mp4"])


def test_rows_dropped_where_they_are_change_nothing(studio: Studio, three: list[Entry]) -> None:
    studio.window.table.select(1)
    drag_rows(studio, 30, 56 + 5)
    drag_rows(studio, 30, 2 * 56 + 5)
    assert studio.desk.undo.undoText().startswith("Add")


def test_a_sorted_list_says_why_rows_do_not_move(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    studio.window.table.sortByColumn(Column.FILE, Qt.SortOrder.DescendingOrder)
    studio.window.table.select(0)
    with qtbot.waitSignal(studio.desk.said) as said:
        studio.window.table.startDrag(Qt.DropAction.MoveAction)
    assert "sorted" in said.args[0]
    with qtbot.waitSignal(studio.desk.said):
        studio.window.actions_by_name["move_up"].trigger()
    studio.window.actions_by_name["queue_order"].trigger()
    assert not studio.window.table.proxy.is_sorted
    assert order(studio) == ["harbour.mp4", "b.mp4", "c.mp4"]


@pytest.mark.parametrize(
    ("row", "key", "wanted"),
    [
        (1, Qt.Key.Key_Up, ["b", "harbour", "c"]),
        (1, Qt.Key.Key_Down, ["harbour", "c", "b"]),
        (2, Qt.Key.Key_Home, ["c", "harbour", "b"]),
        (0, Qt.Key.Key_End, ["b", "c", "harbour"]),
    ],
)
def test_rows_move_by_keyboard(
    studio: Studio,
    three: list[Entry],
    qtbot: QtBot,
    row: int,
    key: Qt.Key,
    wanted: list[str],
) -> None:
    studio.window.activateWindow()
    studio.window.table.select(row)
    studio.window.table.setFocus()
    QTest.keyClick(studio.window.table, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(studio) == [f"{name}.mp4" for name in wanted])
    assert studio.window.table.selected() == [three[row]]


def test_the_stop_marker_is_set_drawn_and_taken_back(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    window = studio.window
    action = window.actions_by_name["stop_before"]
    window.table.select(1)
    before = window.table.viewport().grab().toImage()
    action.trigger()
    qtbot.waitUntil(lambda: three[1].job.stop_before)
    studio.desk.model.flush()
    line = window.table.viewport().grab().toImage().pixelColor(300, 57)
    assert line == studio.theme.color("danger")
    assert before.pixelColor(300, 57) != line
    qtbot.waitUntil(action.isChecked)
    action.trigger()
    qtbot.waitUntil(lambda: not three[1].job.stop_before)


# -- settings of many ----------------------------------------------------------------


def test_values_that_differ_show_as_mixed_and_one_edit_changes_only_itself(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    studio.desk.choose_overrides(three[:1], Overrides(gop_seconds=Fraction(4), scene_cuts=True))
    qtbot.waitUntil(lambda: three[0].settings.overrides.scene_cuts is True)
    studio.desk.model.flush()
    studio.window.table.selectAll()
    fields = studio.window.inspector.settings.gop
    assert fields.seconds.text() == "mixed"
    assert fields.scene_cuts.checkState() is Qt.CheckState.PartiallyChecked
    assert fields.smallest.text() == "Automatic"
    fields.seconds.setValue(3)
    third = Fraction(3)
    qtbot.waitUntil(lambda: all(e.settings.overrides.gop_seconds == third for e in three))
    assert [e.settings.overrides.scene_cuts for e in three] == [True, None, None]
    qtbot.waitUntil(lambda: fields.seconds.text() == "3.000")
    assert fields.scene_cuts.checkState() is Qt.CheckState.PartiallyChecked
    studio.window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: three[0].settings.overrides.gop_seconds == 4)


def test_different_presets_leave_none_marked(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    studio.desk.choose_preset(three[:1], "mp4-h264-aac")
    qtbot.waitUntil(lambda: three[0].settings.preset.id == "mp4-h264-aac")
    studio.desk.model.flush()
    studio.window.table.selectAll()
    assert studio.window.presets.list.currentRow() == -1
    assert studio.window.inspector.settings.subtitle.text() == "Different presets"


def test_a_name_is_tried_while_it_is_typed_and_used_when_it_is_right(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    studio.window.table.selectAll()
    output = studio.window.inspector.settings.output
    output.name.clear()
    QTest.keyClicks(output.name, "{name}-{hieght}")
    assert "{height}" in output.example.text()
    assert output.name.property("state") == "invalid"
    QTest.keyClick(output.name, Qt.Key.Key_Return)
    assert three[0].settings.output.name == "{name}"
    output.name.clear()
    QTest.keyClicks(output.name, "{name}-{height}")
    assert output.example.text() == "harbour-180.webm"
    QTest.keyClick(output.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(e.settings.output.name == "{name}-{height}" for e in three))
    qtbot.waitUntil(lambda: [e.target.name for e in three if e.target][1] == "b-180.webm")


def test_rules_that_differ_show_as_mixed_and_the_folder_goes_to_all(
    studio: Studio,
    three: list[Entry],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio.desk.choose_output(three[:1], OutputRule(name="{name} x", collision=Collision.SKIP))
    qtbot.waitUntil(lambda: three[0].settings.output.collision is Collision.SKIP)
    studio.desk.model.flush()
    studio.window.table.selectAll()
    output = studio.window.inspector.settings.output
    assert output.collision.currentIndex() == -1
    assert output.name.text() == ""
    assert output.name.placeholderText() == "mixed"
    folder = tmp_path / "results"
    folder.mkdir()
    monkeypatch.setattr(type(output), "_ask", lambda *_: folder)
    output.place.setCurrentIndex(2)
    output.place.activated.emit(2)
    qtbot.waitUntil(lambda: all(e.settings.output.folder == folder for e in three))
    assert {e.settings.output.mirror_root for e in three} == {three[0].source.parent}
    assert [e.settings.output.name for e in three] == ["{name} x", "{name}", "{name}"]


def test_what_runs_keeps_its_settings_and_that_is_said(studio: Studio) -> None:
    jobs = [told_job(studio, 0, JobState.RUNNING), told_job(studio, 1)]
    tell(studio, *jobs)
    studio.window.table.selectAll()
    panel = studio.window.inspector.settings
    assert panel.locked.isVisibleTo(panel)
    assert panel.gop.isEnabled()
    studio.window.table.select(0)
    assert not panel.gop.isEnabled()
    assert not panel.output.isEnabled()


# -- notices -------------------------------------------------------------------------


def test_names_that_are_taken_are_decided_for_all_at_once(
    make_studio: Callable[..., Studio], clip: Path, add: Add, qtbot: QtBot
) -> None:
    studio = make_studio(collision="ask")
    other = Path(shutil.copy(clip, clip.with_name("b.mp4")))
    for source in (clip, other):
        source.with_suffix(".webm").write_bytes(b"old")
    add(studio, clip, other)
    banners = studio.window.banners
    qtbot.waitUntil(lambda: "target-exists" in banners.shown)
    qtbot.waitUntil(lambda: banners.shown["target-exists"][0].what.startswith("2 "))
    actions = dict(banners.shown["target-exists"][0].actions)
    assert list(actions) == ["Number", "Replace", "Skip", "Show"]
    actions["Number"]()
    qtbot.waitUntil(lambda: "target-exists" not in banners.shown)
    targets = [entry.target.name for entry in studio.desk.files if entry.target]
    assert targets == ["harbour (2).webm", "b (2).webm"]


def test_a_lost_source_is_located_and_its_neighbours_follow(
    studio: Studio,
    three: list[Entry],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for entry in three[:2]:
        entry.source.rename(elsewhere / entry.source.name)
    studio.window.actions_by_name["start"].trigger()
    banners = studio.window.banners
    qtbot.waitUntil(lambda: "source-missing" in banners.shown, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: banners.shown["source-missing"][0].what.startswith("2 "), timeout=WAIT_MS
    )
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=WAIT_MS):
        pass
    asked: list[Path] = []

    def answer(_parent: object, lost: Path) -> Path:
        asked.append(lost)
        return elsewhere / lost.name

    monkeypatch.setattr(dialogs, "ask_source", answer)
    dict(banners.shown["source-missing"][0].actions)["Locate…"]()
    qtbot.waitUntil(lambda: all(e.source.parent == elsewhere for e in three[:2]), timeout=WAIT_MS)
    assert len(asked) == 1
    qtbot.waitUntil(lambda: "source-missing" not in banners.shown)


def test_folders_that_moved_as_a_whole_are_followed(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in ("day 1/a.mp4", "day 2/b.mp4"):
        (new / name).parent.mkdir(parents=True)
        (new / name).touch()
    lost = [("b", old / "day 2/b.mp4"), ("c", old / "day 2/c.mp4")]
    found = moved(old / "day 1/a.mp4", new / "day 1/a.mp4", lost)
    assert found == [("b", new / "day 2/b.mp4")]


def test_after_a_crash_one_calm_bar_says_what_happened(studio: Studio, qtbot: QtBot) -> None:
    jobs = [told_job(studio, 0, JobState.INTERRUPTED), told_job(studio, 1)]
    entries = tell(studio, *jobs)
    notice = QueueNotice(CRASH_NOTICE, "what", "hint", job_ids=("j0",))
    studio.desk.line.events.on_notice(notice)
    qtbot.waitUntil(lambda: CRASH_NOTICE in studio.window.banners.shown)
    shown_notice, _ = studio.window.banners.shown[CRASH_NOTICE]
    assert "closed unexpectedly" in shown_notice.what
    assert "interrupted" in shown_notice.what
    actions = dict(shown_notice.actions)
    assert list(actions) == ["Start queue", "Show"]
    studio.window.chips.choose(Group.DONE)
    actions["Show"]()
    assert studio.window.table.selected() == entries[:1]


def test_a_notice_is_taken_back_by_its_key(studio: Studio, qtbot: QtBot) -> None:
    events = studio.desk.line.events
    events.on_notice(QueueNotice("volume-/media", "full"))
    qtbot.waitUntil(lambda: "volume-/media" in studio.window.banners.shown)
    events.on_notice(QueueNotice("volume-/media", ""))
    qtbot.waitUntil(lambda: "volume-/media" not in studio.window.banners.shown)


def test_a_full_volume_can_be_resumed(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    events, root = studio.desk.line.events, Path("/media/disk")
    volume = BlockedVolume(root, HoldReason.DISK_FULL, "full", "")
    events.on_status(QueueStatus(QueueMode.RUNNING, 0, 1, (volume,)))
    events.on_notice(QueueNotice(f"volume-{root}", "full", job_ids=("j0",)))
    qtbot.waitUntil(lambda: f"volume-{root}" in studio.window.banners.shown)
    resumed: list[BlockedVolume] = []
    monkeypatch.setattr(studio.desk, "unblock", resumed.append)
    dict(studio.window.banners.shown[f"volume-{root}"][0].actions)["Resume"]()
    assert resumed == [volume]
    assert f"volume-{root}" not in studio.window.banners.shown


# -- status bar, questions, settings ---------------------------------------------------


def test_time_left_is_a_range(studio: Studio, qtbot: QtBot) -> None:
    tell(studio, told_job(studio, 0, JobState.RUNNING), told_job(studio, 1))
    studio.desk.line.events.on_status(QueueStatus(QueueMode.RUNNING, 1, 1))
    bar = studio.window.bar
    qtbot.waitUntil(bar.meter.isVisible)
    studio.desk.runner.outlook_changed.emit(2520.0, 3300.0)
    bar.show_now()
    assert bar.state.text() == "0 of 2 files done"
    assert bar.rest.text().startswith("42–55 min left")


def test_free_space_is_that_of_the_results_volume(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: studio.window.bar.space.text().endswith("free"))
    assert "where results go" in studio.window.bar.space.toolTip()


def test_pause_becomes_resume_while_the_queue_stands_still(studio: Studio, qtbot: QtBot) -> None:
    tell(studio, told_job(studio, 0, JobState.RUNNING))
    events, pause = studio.desk.line.events, studio.window.actions_by_name["pause"]
    events.on_status(QueueStatus(QueueMode.RUNNING, 0, 1))
    qtbot.waitUntil(pause.isEnabled)
    assert pause.iconText() == "Pause"
    events.on_status(QueueStatus(QueueMode.PAUSED, 0, 1))
    qtbot.waitUntil(lambda: pause.iconText() == "Resume")
    events.on_status(QueueStatus(QueueMode.STOPPED, 0, 0))
    qtbot.waitUntil(lambda: not pause.isEnabled())


def test_e13_quitting_keeps_running_unless_the_user_says_otherwise(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def look(box: QMessageBox) -> int:
        default, escape = box.defaultButton(), box.escapeButton()
        assert isinstance(default, type(escape))
        seen.append((default.text(), box.text()))
        assert default is escape
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    assert not dialogs.ask_to_stop(studio.window, 2)
    assert seen[0][0] == "Keep running"


def test_jobs_at_a_time_are_changed_in_the_toolbar_and_in_the_settings(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    window = studio.window
    assert window.chrome.slots.spin.text() == "Auto"
    add(studio, clip)
    qtbot.waitUntil(lambda: window.chrome.slots.spin.text().startswith("Auto ("))
    window.chrome.slots.spin.setValue(3)
    qtbot.waitUntil(lambda: studio.desk.runner.status.slots == 3)
    window.actions_by_name["preferences"].trigger()
    dialog = window._settings_dialog
    assert dialog is not None
    assert dialog.pages.slots.value() == 3
    dialog.pages.slots.setValue(2)
    qtbot.waitUntil(lambda: studio.desk.runner.status.slots == 2)
    assert window.chrome.slots.spin.value() == 2
    dialog.pages.checks.check_after.setChecked(False)
    assert studio.desk.toolbox.settings.check_after is False
    dialog.close()


def test_an_output_rule_of_the_settings_is_that_of_files_to_come(
    studio: Studio, clip: Path, add: Add
) -> None:
    window = studio.window
    window.actions_by_name["preferences"].trigger()
    dialog = window._settings_dialog
    assert dialog is not None
    output = dialog.pages.output
    output.name.setText("{name} new")
    output.name.editingFinished.emit()
    dialog.close()
    add(studio, clip)
    entry = studio.desk.files.at(0)
    assert entry.target == clip.with_name("harbour new.webm")


# -- commands ------------------------------------------------------------------------


def all_actions(menu: QMenu) -> set[QAction]:
    found = set(menu.actions())
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= all_actions(inner)
    return found


def test_every_command_is_in_a_menu(studio: Studio) -> None:
    window = studio.window
    found: set[QAction] = set()
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        found |= all_actions(menu)
    missing = [name for name in LOOKS if window.actions_by_name[name] not in found]
    assert missing == []


def test_what_cannot_be_done_with_the_selection_is_off(studio: Studio, qtbot: QtBot) -> None:
    kept = JobOutcome(JobState.INCOMPLETE, what="cut off", kept=Path("/films/.x.part"))
    failed = dataclasses.replace(told_job(studio, 1, JobState.INCOMPLETE), outcome=kept)
    tell(studio, told_job(studio, 0), failed, told_job(studio, 2, JobState.ON_HOLD))
    actions = studio.window.actions_by_name

    def enabled() -> set[str]:
        names = ("hold", "release", "retry", "keep", "discard", "pause_jobs", "cancel", "locate")
        return {name for name in names if actions[name].isEnabled()}

    studio.window.table.select(0)
    assert enabled() == {"hold", "cancel"}
    studio.window.table.select(1)
    assert enabled() == {"retry", "keep", "discard", "locate"}
    studio.window.table.select(2)
    assert enabled() == {"release", "cancel", "locate"}


def test_finished_files_are_removed_together(
    studio: Studio, three: list[Entry], qtbot: QtBot
) -> None:
    action = studio.window.actions_by_name["remove_finished"]
    assert not action.isEnabled()
    studio.desk.hold(three[1:])
    studio.window.actions_by_name["start"].trigger()
    qtbot.waitUntil(action.isEnabled, timeout=WAIT_MS)
    action.trigger()
    qtbot.waitUntil(lambda: order(studio) == ["b.mp4", "c.mp4"])


def test_a_support_bundle_holds_the_log_without_the_folder(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(studio, clip)
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=WAIT_MS):
        studio.window.actions_by_name["start"].trigger()
    target = clip.with_name("help.zip")
    monkeypatch.setattr(dialogs, "ask_bundle", lambda *_: target)
    studio.window.actions_by_name["save_bundle"].trigger()
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    with zipfile.ZipFile(target) as bundle:
        text = "".join(bundle.read(name).decode() for name in bundle.namelist())
    assert "ffmpeg" in text
    assert str(clip.parent) not in text


def test_the_log_is_shown_and_all_of_it_is_copied(
    studio: Studio, clip: Path, add: Add, qtbot: QtBot
) -> None:
    add(studio, clip)
    with qtbot.waitSignal(studio.desk.runner.idle, timeout=WAIT_MS):
        studio.window.actions_by_name["start"].trigger()
    panel = studio.window.inspector
    panel.tabs.setCurrentWidget(panel.log)
    qtbot.waitUntil(lambda: "ended: done" in panel.log.text.toPlainText(), timeout=WAIT_MS)
    QGuiApplication.clipboard().clear()
    studio.window.actions_by_name["copy_log"].trigger()
    written = studio.desk.log_file(studio.desk.files.at(0)).read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == written, timeout=WAIT_MS)
