"""The list, the model that mirrors it, and the progress of a whole batch."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.media.streams import MediaInfo
from studio.transcode.model import Progress
from studio.ui.batch_progress import batch_progress
from studio.ui.entries import Change, Choices, Entry, EntryState, FileList
from studio.ui.file_model import Column, FileModel, FileProxy, Role

CHOICES = Choices("webm-vp8-vorbis")


def entry_of(number: int, state: EntryState = EntryState.READY, seconds: int = 10) -> Entry:
    path = Path(f"/clips/{number}.mp4")
    info = MediaInfo(path, "mp4", 1000, seconds * 1_000_000)
    return Entry(f"file-{number}", path, CHOICES, state, info)


def progress_of(fraction: float | None, speed: float | None = None) -> Progress:
    return Progress(fraction, 0, 0, 0, speed, None)


@pytest.fixture
def files() -> FileList:
    return FileList()


@pytest.fixture
def model(qapp: QApplication, files: FileList) -> FileModel:
    return FileModel(files, lambda preset_id: preset_id)


def fill(files: FileList, count: int) -> list[Entry]:
    entries = [entry_of(number) for number in range(count)]
    files.insert(list(enumerate(entries)))
    return entries


def test_removed_rows_come_back_where_they_were(files: FileList) -> None:
    entries = fill(files, 6)
    placed = files.remove(entries[number].entry_id for number in (1, 2, 4))
    assert [entry.entry_id for entry in files] == ["file-0", "file-3", "file-5"]
    files.insert(placed)
    assert [entry.entry_id for entry in files] == [f"file-{n}" for n in range(6)]
    assert [files.row_of(entry.entry_id) for entry in entries] == list(range(6))


def test_the_model_keeps_qts_rules(files: FileList, model: FileModel, qapp: QApplication) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    entries = fill(files, 5)
    files.remove([entries[0].entry_id, entries[3].entry_id])
    files.touch(entries[1], Change.MEDIA)
    model.flush()
    assert model.rowCount() == 3
    assert tester.model() is model


def test_a_run_of_progress_is_one_announcement_of_one_cell(
    files: FileList, model: FileModel, qtbot: QtBot
) -> None:
    entries = fill(files, 20)
    heard: list[tuple[int, int, int, int]] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        heard.append((first.row(), last.row(), first.column(), last.column()))

    model.dataChanged.connect(hear)
    for step in range(500):
        entries[7].progress = progress_of(step / 500)
        files.touch(entries[7], Change.PROGRESS)
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=2000)
    assert heard == [(7, 7, Column.PROGRESS, Column.PROGRESS)]


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


def test_rows_sort_by_number_not_by_text(files: FileList, model: FileModel) -> None:
    seconds = (100, 9, 30)
    files.insert([(n, entry_of(n, seconds=s)) for n, s in enumerate(seconds)])
    proxy = FileProxy(model)
    proxy.sort(Column.DURATION)
    shown = [proxy.index(row, Column.DURATION).data() for row in range(3)]
    assert shown == ["0:09", "0:30", "1:40"]


def test_search_keeps_rows_whose_name_holds_the_words(files: FileList, model: FileModel) -> None:
    fill(files, 12)
    proxy = FileProxy(model)
    proxy.setFilterFixedString("11.MP4")
    assert [proxy.index(row, 0).data() for row in range(proxy.rowCount())] == ["11.mp4"]


def test_a_screen_reader_hears_both_lines_of_a_cell(files: FileList, model: FileModel) -> None:
    entries = fill(files, 1)
    cell = model.index(0, Column.FILE)
    assert cell.data(Role.ENTRY) is entries[0]
    text = str(model.data(cell, 11))  # Qt.ItemDataRole.AccessibleTextRole
    assert "0.mp4" in text
    assert "MP4" in text


def test_batch_progress_weighs_files_by_their_length() -> None:
    short, long = entry_of(1, EntryState.DONE, 10), entry_of(2, EntryState.RUNNING, 30)
    long.progress = progress_of(0.5, speed=2.0)
    found = batch_progress([short, long])
    assert found is not None
    assert found.fraction == pytest.approx((10 + 15) / 40)
    assert (found.finished, found.total) == (1, 2)
    assert found.eta_s == pytest.approx(15 / 2)


def test_batch_speed_is_that_of_all_running_jobs() -> None:
    entries = [entry_of(n, EntryState.RUNNING) for n in range(2)]
    for entry in entries:
        entry.progress = progress_of(0.0, speed=1.5)
    found = batch_progress(entries)
    assert found is not None
    assert found.speed == pytest.approx(3.0)
    assert found.eta_s == pytest.approx(20 / 3)


def test_an_empty_batch_has_no_progress() -> None:
    assert batch_progress([]) is None
