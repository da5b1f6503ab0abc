"""The list, the model that mirrors it, its order and filter, counts, and a batch's progress."""

import dataclasses
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import paths
from studio.batch.model import HoldReason, JobSettings, QueuedJob
from studio.media.streams import MediaInfo, RateMode, VideoStream
from studio.presets.store import PresetStore
from studio.transcode.model import (
    FailureCause,
    JobOutcome,
    JobState,
    Overrides,
    Progress,
    ResultFacts,
)
from studio.ui.batch_progress import BatchMeter
from studio.ui.columns import Column, Role
from studio.ui.entries import Change, Entry, EntryState, FileList
from studio.ui.file_model import FileModel, FileProxy
from studio.ui.states import Group
from studio.ui.tally import Need, Tally
from studio.ui.words import Plural

PRESET = PresetStore(paths.built_in_presets_dir(), Path("/nowhere")).get("webm-vp8-vorbis")
SETTINGS = JobSettings(PRESET)


def entry_of(number: int, state: JobState = JobState.WAITING, seconds: int = 10) -> Entry:
    path = Path(f"/clips/{number}.mp4")
    video = VideoStream(0, "h264", width=320, height=180, frame_rate=Fraction(24))
    video = dataclasses.replace(video, rate_mode=RateMode.CONSTANT)
    info = MediaInfo(path, "mp4", 1000, seconds * 1_000_000, (video,))
    target = path.with_suffix(".webm")
    return Entry(QueuedJob(f"job-{number}", path, SETTINGS, state, info=info, target=target))


def progress_of(fraction: float | None, speed: float | None = None, size: int = 0) -> Progress:
    return Progress(fraction, 0, 0, size, speed, None)


def become(files: FileList, entry: Entry, state: JobState, **changes: object) -> None:
    job = dataclasses.replace(entry.job, state=state, **changes)  # type: ignore[arg-type]
    files.touch(entry, entry.take(job))


@pytest.fixture
def files() -> FileList:
    return FileList()


@pytest.fixture
def model(qapp: QApplication, files: FileList) -> FileModel:
    return FileModel(files)


def fill(files: FileList, count: int) -> list[Entry]:
    entries = [entry_of(number) for number in range(count)]
    files.insert(list(enumerate(entries)))
    return entries


def names(proxy: FileProxy) -> list[str]:
    return [str(proxy.index(row, 0).data()) for row in range(proxy.rowCount())]


# -- rows ----------------------------------------------------------------------------


def test_removed_rows_come_back_where_they_were(files: FileList) -> None:
    entries = fill(files, 6)
    placed = files.remove(entries[number].entry_id for number in (1, 2, 4))
    assert [entry.entry_id for entry in files] == ["job-0", "job-3", "job-5"]
    files.insert(placed)
    assert [entry.entry_id for entry in files] == [f"job-{n}" for n in range(6)]
    assert [files.row_of(entry.entry_id) for entry in entries] == list(range(6))


def test_the_model_keeps_qts_rules(files: FileList, model: FileModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    entries = fill(files, 5)
    files.remove([entries[0].entry_id, entries[3].entry_id])
    files.touch(entries[1], Change.MEDIA)
    model.flush()
    files.reorder(["job-4", "job-1", "job-2"])
    files.reorder(["job-2", "job-1", "job-4"])
    assert model.rowCount() == 3
    assert tester.model() is model


@pytest.mark.parametrize("order", [(1, 2, 0, 3), (3, 0, 1, 2), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_cells_that_are_held_follow_their_row(
    files: FileList, model: FileModel, order: tuple[int, ...]
) -> None:
    entries = fill(files, 4)
    held = [QPersistentModelIndex(model.index(row, Column.FILE)) for row in range(4)]
    files.reorder([f"job-{number}" for number in order])
    assert [cell.data(Role.ENTRY) for cell in held] == entries
    assert [cell.row() for cell in held] == [order.index(number) for number in range(4)]


def test_a_run_of_progress_is_one_announcement_of_live_cells_only(
    files: FileList, model: FileModel, qtbot: QtBot
) -> None:
    entries = fill(files, 20)
    become(files, entries[7], JobState.RUNNING)
    model.flush()
    heard: list[tuple[int, int]] = []
    facts: list[object] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        assert first.row() == last.row() == 7
        heard.append((first.column(), last.column()))

    model.dataChanged.connect(hear)
    model.facts_changed.connect(facts.append)
    for step in range(500):
        entries[7].progress = progress_of(step / 500)
        files.touch(entries[7], Change.PROGRESS)
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    assert heard == [
        (Column.PROGRESS, Column.TIME_LEFT),
        (Column.OUTPUT, Column.RESULT_SIZE),
    ]
    assert facts == []


def test_a_change_of_very_many_rows_is_announced_once(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1000)
    heard: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    for entry in entries:
        files.touch(entry, Change.SETTINGS)
    model.flush()
    assert heard == [(0, 999)]


def test_a_change_of_a_removed_entry_is_not_announced(files: FileList, model: FileModel) -> None:
    entries = fill(files, 2)
    files.touch(entries[0], Change.STATE)
    files.remove([entries[0].entry_id])
    heard: list[object] = []
    model.dataChanged.connect(lambda *cells: heard.append(cells))
    model.flush()
    files.touch(entries[0], Change.STATE)
    model.flush()
    assert heard == []


# -- order and filter ----------------------------------------------------------------


def test_rows_sort_by_number_not_by_text(files: FileList, model: FileModel) -> None:
    seconds = (100, 9, 30)
    files.insert([(n, entry_of(n, seconds=s)) for n, s in enumerate(seconds)])
    proxy = FileProxy(model)
    proxy.sort(Column.DURATION)
    shown = [proxy.index(row, Column.DURATION).data() for row in range(3)]
    assert shown == ["0:09", "0:30", "1:40"]


def test_a_row_that_changes_is_sorted_anew(files: FileList, model: FileModel) -> None:
    entries = fill(files, 3)
    proxy = FileProxy(model)
    proxy.sort(Column.PROGRESS)
    become(files, entries[0], JobState.DONE)
    model.flush()
    assert names(proxy) == ["1.mp4", "2.mp4", "0.mp4"]
    files.remove([entries[1].entry_id])
    become(files, entries[2], JobState.FAILED)
    model.flush()
    assert names(proxy) == ["0.mp4", "2.mp4"]


def test_without_a_sorted_column_rows_stand_in_the_queues_order(
    files: FileList, model: FileModel
) -> None:
    fill(files, 3)
    proxy = FileProxy(model)
    proxy.sort(Column.FILE, Qt.SortOrder.DescendingOrder)
    proxy.sort(-1)
    files.reorder(["job-2", "job-0", "job-1"])
    assert names(proxy) == ["2.mp4", "0.mp4", "1.mp4"]
    assert not proxy.is_sorted


def test_search_keeps_rows_whose_name_holds_the_words(files: FileList, model: FileModel) -> None:
    fill(files, 12)
    proxy = FileProxy(model)
    proxy.search("11.MP4")
    assert names(proxy) == ["11.mp4"]


def test_a_chip_keeps_its_group_and_rows_come_and_go_with_their_state(
    files: FileList, model: FileModel
) -> None:
    entries = fill(files, 3)
    proxy = FileProxy(model)
    proxy.show_group(Group.FAILED)
    assert names(proxy) == []
    become(files, entries[1], JobState.INCOMPLETE)
    model.flush()
    assert names(proxy) == ["1.mp4"]
    become(files, entries[1], JobState.WAITING)
    model.flush()
    assert names(proxy) == []


# -- cells ---------------------------------------------------------------------------


def test_a_screen_reader_hears_all_of_a_cell(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1)
    become(files, entries[0], JobState.RUNNING, stop_before=True)
    entries[0].progress = progress_of(0.43, speed=1.9)
    texts = {
        column: str(model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for column in Column
    }
    assert model.index(0, Column.FILE).data(Role.ENTRY) is entries[0]
    assert "0.mp4" in texts[Column.FILE]
    assert "320 × 180" in texts[Column.FILE]
    assert "stops before" in texts[Column.FILE]
    assert texts[Column.PROGRESS] == "Converting, 43 %, 1.9×"
    assert all(texts.values())


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_has_a_word_in_every_cell_that_tells_it(
    files: FileList, model: FileModel, state: JobState
) -> None:
    entries = fill(files, 1)
    become(files, entries[0], state, hold=HoldReason.USER if state is JobState.ON_HOLD else None)
    cell = model.index(0, Column.PROGRESS)
    assert str(cell.data())
    assert cell.data(Role.TONE)


def test_the_wanted_distance_is_shown_as_it_was_chosen(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1)
    cell = model.index(0, Column.GOP)
    assert (cell.data(), cell.data(Role.SECOND_LINE)) == ("2 s", Plural().frames(48))
    settings = JobSettings(PRESET, Overrides(gop_frames=30))
    become(files, entries[0], JobState.WAITING, settings=settings)
    assert (cell.data(), cell.data(Role.SECOND_LINE)) == (Plural().frames(30), "")


def test_what_was_measured_takes_the_place_of_what_was_foreseen(
    files: FileList, model: FileModel
) -> None:
    entries = fill(files, 1)
    become(files, entries[0], JobState.RUNNING)
    entries[0].progress = progress_of(0.5, size=200)
    result = model.index(0, Column.OUTPUT)
    assert str(result.data(Role.SECOND_LINE)).startswith("about 400")
    facts = ResultFacts(380, longest_gop=48, shortest_gop=24)
    target = entries[0].target
    outcome = JobOutcome(JobState.DONE, output=target, facts=facts)
    become(files, entries[0], JobState.DONE, outcome=outcome)
    assert result.data() == "0.webm"
    assert str(result.data(Role.SECOND_LINE)) == "380 bytes · 38 %"
    assert model.index(0, Column.GOP).data(Role.SECOND_LINE) == "measured 24–48"


def test_a_size_is_not_foreseen_from_almost_nothing(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1)
    become(files, entries[0], JobState.RUNNING)
    entries[0].progress = progress_of(0.001, size=200)
    assert model.index(0, Column.RESULT_SIZE).data() == "–"


def test_a_failure_is_said_in_one_sentence(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1)
    outcome = JobOutcome(JobState.FAILED, what="The disk is gone.", hint="Plug it in.")
    become(files, entries[0], JobState.FAILED, outcome=outcome)
    assert model.index(0, Column.PROGRESS).data(Role.SECOND_LINE) == "The disk is gone."
    assert model.index(0, Column.MESSAGE).data() == "The disk is gone."
    tip = str(model.index(0, Column.PROGRESS).data(Qt.ItemDataRole.ToolTipRole))
    assert "Plug it in." in tip


# -- counts --------------------------------------------------------------------------


def test_counts_follow_every_change_without_a_look_at_all(
    qapp: QApplication, files: FileList
) -> None:
    tally = Tally(files)
    entries = fill(files, 5)
    become(files, entries[0], JobState.RUNNING)
    become(files, entries[1], JobState.DONE)
    become(files, entries[2], JobState.INCOMPLETE)
    become(files, entries[3], JobState.INTERRUPTED)
    wanted = {
        Group.ALL: 5,
        Group.WAITING: 1,
        Group.RUNNING: 1,
        Group.DONE: 1,
        Group.WARNINGS: 0,
        Group.FAILED: 1,
        Group.STOPPED: 1,
        Group.CHECK_ONLY: 0,
        Group.NOT_PLAYING: 0,
    }
    assert {group: tally.of_group(group) for group in Group} == wanted
    files.remove([entries[0].entry_id, entries[3].entry_id])
    assert tally.of_group(Group.ALL) == 3
    assert tally.of(EntryState.INTERRUPTED) == 0


def test_every_state_belongs_to_one_chip(qapp: QApplication, files: FileList) -> None:
    tally = Tally(files)
    for number, state in enumerate(JobState):
        files.insert([(number, entry_of(number, state))])
    parts = [group for group in Group if group is not Group.ALL]
    assert sum(tally.of_group(group) for group in parts) == len(JobState)


def test_what_files_need_is_known_until_they_have_it(qapp: QApplication, files: FileList) -> None:
    tally = Tally(files)
    entries = fill(files, 3)
    become(files, entries[0], JobState.ON_HOLD, hold=HoldReason.TARGET_EXISTS)
    lost = JobOutcome(JobState.FAILED, cause=FailureCause.SOURCE_MISSING)
    become(files, entries[2], JobState.FAILED, outcome=lost)
    assert tally.needing(Need.TARGET_EXISTS) == [entries[0]]
    assert tally.needing(Need.SOURCE_MISSING) == [entries[2]]
    become(files, entries[0], JobState.WAITING, hold=None)
    files.remove([entries[2].entry_id])
    assert not any(tally.needing(need) for need in Need)


# -- a batch -------------------------------------------------------------------------


def test_batch_progress_weighs_files_by_their_length(files: FileList) -> None:
    meter = BatchMeter(files)
    files.insert([(0, entry_of(1, seconds=10)), (1, entry_of(2, seconds=30))])
    short, long = files
    become(files, short, JobState.RUNNING)
    become(files, short, JobState.DONE)
    become(files, long, JobState.RUNNING)
    long.progress = progress_of(0.5, speed=2.0)
    found = meter.progress()
    assert found is not None
    assert found.fraction == pytest.approx((10 + 15) / 40)
    assert (found.finished, found.total) == (1, 2)
    assert found.eta_s == pytest.approx(15 / 2)


def test_batch_speed_is_that_of_all_running_jobs(files: FileList) -> None:
    meter = BatchMeter(files)
    files.insert([(n, entry_of(n, JobState.RUNNING)) for n in range(2)])
    for entry in files:
        entry.progress = progress_of(0.0, speed=1.5)
    found = meter.progress()
    assert found is not None
    assert found.speed == pytest.approx(3.0)
    assert found.eta_s == pytest.approx(20 / 3)


def test_what_was_done_before_does_not_count_in_a_new_batch(files: FileList) -> None:
    files.insert([(0, entry_of(0, JobState.DONE)), (1, entry_of(1))])
    meter = BatchMeter(files)
    found = meter.progress()
    assert found is not None
    assert (found.finished, found.total) == (0, 1)


def test_what_is_put_on_hold_leaves_the_batch(files: FileList) -> None:
    meter = BatchMeter(files)
    entries = fill(files, 2)
    become(files, entries[1], JobState.ON_HOLD, hold=HoldReason.USER)
    found = meter.progress()
    assert found is not None
    assert found.total == 1


def test_an_empty_batch_has_no_progress(files: FileList) -> None:
    assert BatchMeter(files).progress() is None
