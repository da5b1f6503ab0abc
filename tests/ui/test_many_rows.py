"""Rows that come and go in many pieces are looked at once, not once for each piece."""

import pytest
from pytestqt.qtbot import QtBot

from studio.ui.app import Studio
from studio.ui.entries import Entry
from studio.ui.file_table import FileTable
from tests.batch.made_jobs import made_jobs

ROWS = 60


@pytest.fixture
def table(studio: Studio) -> FileTable:
    entries = [Entry(job) for job in made_jobs(ROWS)]
    studio.desk.files.insert(list(enumerate(entries)))
    studio.window.table.selectAll()
    return studio.window.table


class Count:
    """Counts how often the selection is said to be another one."""

    def __init__(self, table: FileTable) -> None:
        self.times = 0
        table.selection_changed.connect(self._on_change)

    def _on_change(self) -> None:
        self.times += 1


def test_a_search_among_selected_rows_tells_the_selection_once(
    table: FileTable, qtbot: QtBot
) -> None:
    count = Count(table)
    with qtbot.waitSignal(table.selection_changed):
        table.set_search("3")
    assert count.times == 1
    left = [entry.source.name for entry in table.selected()]
    assert left == [f"clip {n}.mp4" for n in range(ROWS) if "3" in f"clip {n}"]


def test_selected_rows_that_are_removed_here_and_there_tell_the_selection_once(
    table: FileTable, studio: Studio, qtbot: QtBot
) -> None:
    count = Count(table)
    files = studio.desk.files
    with qtbot.waitSignal(table.selection_changed):
        files.remove([entry.entry_id for row, entry in enumerate(files) if row % 2])
    assert count.times == 1
    assert len(table.selected()) == ROWS // 2
    actions = studio.window.actions_by_name
    with qtbot.waitSignal(table.selection_changed):
        files.remove([entry.entry_id for entry in files])
    assert not actions["remove"].isEnabled()


def test_a_choice_of_the_user_is_told_at_once(table: FileTable) -> None:
    count = Count(table)
    table.select(3)
    assert count.times >= 1
    assert [entry.source.name for entry in table.selected()] == ["clip 3.mp4"]
