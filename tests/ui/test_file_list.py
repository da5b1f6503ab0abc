"""The rows follow the queue's order, and say exactly how they move."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.batch.model import JobSettings, QueuedJob
from studio.presets.model import Container, Preset
from studio.ui.entries import Change, Entry, FileList
from studio.ui.order import shifted

PRESET = Preset("plain", {"en": "Plain"}, {"en": ""}, Container.WEBM, None, None)


def entry_of(name: str) -> Entry:
    return Entry(QueuedJob(name, Path(f"/clips/{name}.mp4"), JobSettings(PRESET)))


class Follower:
    """Keeps its own order from what it is told alone."""

    def __init__(self, files: FileList) -> None:
        self.rows: list[str] = []
        self.calls: list[str] = []
        self._files, self._first, self._last = files, 0, 0
        self._move = (0, 0, 0)
        files.observe(self)

    def rows_inserting(self, first: int, last: int) -> None:
        self._first, self._last = first, last

    def rows_inserted(self) -> None:
        self.calls.append("inserted")
        span = range(self._first, self._last + 1)
        self.rows[self._first : self._first] = [self._files.at(row).entry_id for row in span]

    def rows_removing(self, first: int, last: int) -> None:
        self.calls.append("removed")
        del self.rows[first : last + 1]

    def rows_removed(self) -> None: ...

    def rows_moving(self, first: int, last: int, before: int) -> None:
        assert before < first or before > last + 1, "Qt refuses such a move"
        self._move = (first, last, before)

    def rows_moved(self) -> None:
        self.calls.append("moved")
        first, last, before = self._move
        block = self.rows[first : last + 1]
        del self.rows[first : last + 1]
        place = before if before < first else before - len(block)
        self.rows[place:place] = block

    def rows_reordering(self) -> None: ...

    def rows_reordered(self, new_rows: Sequence[int]) -> None:
        self.calls.append("reordered")
        turned = [""] * len(self.rows)
        for old, new in enumerate(new_rows):
            turned[new] = self.rows[old]
        self.rows = turned

    def entry_changed(self, row: int, change: Change) -> None: ...


@pytest.fixture
def files() -> FileList:
    return FileList()


def fill(files: FileList, names: str) -> Follower:
    follower = Follower(files)
    files.insert(list(enumerate(map(entry_of, names))))
    follower.calls.clear()
    return follower


def order_of(files: FileList) -> str:
    return "".join(entry.entry_id for entry in files)


@pytest.mark.parametrize(
    ("order", "call"),
    [
        ("cdab", "moved"),
        ("bcda", "moved"),
        ("dabc", "moved"),
        ("acbd", "moved"),
        ("badc", "reordered"),
        ("dcba", "reordered"),
    ],
)
def test_a_block_that_moved_is_told_as_that(files: FileList, order: str, call: str) -> None:
    follower = fill(files, "abcd")
    files.reorder(order)
    assert follower.calls == [call]
    assert "".join(follower.rows) == order_of(files) == order


def test_the_same_order_again_is_not_told(files: FileList) -> None:
    follower = fill(files, "abcd")
    files.reorder("abcd")
    assert follower.calls == []


@given(st.permutations("abcdefg"))
def test_any_order_is_followed(order: list[str]) -> None:
    files = FileList()
    follower = fill(files, "abcdefg")
    files.reorder(order)
    assert follower.rows == order == [entry.entry_id for entry in files]
    assert [files.row_of(name) for name in order] == list(range(7))


def test_what_an_order_does_not_name_stays_behind(files: FileList) -> None:
    follower = fill(files, "abcd")
    files.reorder("xdb")
    assert "".join(follower.rows) == order_of(files) == "dbac"


def test_a_thousand_rows_are_one_announcement(files: FileList) -> None:
    follower = Follower(files)
    files.insert([(row, entry_of(str(row))) for row in range(1000)])
    assert follower.calls == ["inserted"]
    assert len(follower.rows) == 1000


def test_rows_between_others_come_where_they_belong(files: FileList) -> None:
    follower = fill(files, "ad")
    files.insert([(1, entry_of("b")), (2, entry_of("c")), (4, entry_of("e"))])
    assert "".join(follower.rows) == order_of(files) == "abcde"


@pytest.mark.parametrize(
    ("chosen", "step", "order"),
    [
        ("c", -1, "acbde"),
        ("c", 1, "abdce"),
        ("a", -1, "abcde"),
        ("ab", -1, "abcde"),
        ("ac", -1, "acbde"),
        ("bd", -1, "badce"),
        ("de", 1, "abcde"),
        ("be", 1, "acbde"),
        ("bc", 1, "adbce"),
    ],
)
def test_chosen_rows_move_by_one_place(chosen: str, step: int, order: str) -> None:
    assert "".join(shifted("abcde", chosen, step)) == order
