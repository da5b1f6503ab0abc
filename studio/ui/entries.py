"""The rows of the window in the queue's order, and who is told when that changes."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from studio.ui.entry import (
    CHECKED_SUFFIXES,
    PLAYABLE_SUFFIXES,
    Change,
    Entry,
    EntryState,
    Prepared,
)

__all__ = [
    "CHECKED_SUFFIXES",
    "PLAYABLE_SUFFIXES",
    "Change",
    "Entry",
    "EntryState",
    "FileList",
    "FileListObserver",
    "Prepared",
]


class FileListObserver(Protocol):
    """Is told of every change, on the window's thread."""

    def rows_inserting(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are about to exist."""

    def rows_inserted(self) -> None:
        """The announced rows exist."""

    def rows_removing(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are about to go."""

    def rows_removed(self) -> None:
        """The announced rows are gone."""

    def rows_moving(self, first: int, last: int, before: int) -> None:
        """Rows ``first`` to ``last`` are about to move before row ``before``.

        All three are rows of before the move, as in ``QAbstractItemModel.beginMoveRows``.
        """

    def rows_moved(self) -> None:
        """The announced rows have moved."""

    def rows_reordering(self) -> None:
        """All rows are about to be in another order."""

    def rows_reordered(self, new_rows: Sequence[int]) -> None:
        """The row that was at ``old`` is at ``new_rows[old]`` now."""

    def entry_changed(self, row: int, change: Change) -> None:
        """An entry shows something new."""


class FileList:
    """All entries in the queue's order; touched on the window's thread only."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._observers: list[FileListObserver] = []

    def observe(self, observer: FileListObserver) -> None:
        """Tell ``observer`` of every change from now on."""
        self._observers.append(observer)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def at(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._entries[row]

    def get(self, entry_id: str) -> Entry | None:
        """Return an entry, or None when it was removed meanwhile."""
        row = self._rows.get(entry_id)
        return None if row is None else self._entries[row]

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of an entry, or None when it was removed."""
        return self._rows.get(entry_id)

    def insert(self, placed: Sequence[tuple[int, Entry]]) -> None:
        """Put entries at their rows (final ones, ascending); neighbours are announced together."""
        for first, run in _runs(placed):
            for observer in self._observers:
                observer.rows_inserting(first, first + len(run) - 1)
            self._entries[first:first] = run
            self._renumber(first)
            for observer in self._observers:
                observer.rows_inserted()

    def remove(self, entry_ids: Iterable[str]) -> list[tuple[int, Entry]]:
        """Take entries out and return them with their rows, ascending."""
        rows = sorted(row for i in entry_ids if (row := self._rows.get(i)) is not None)
        placed = [(row, self._entries[row]) for row in rows]
        for first, run in reversed(_runs(placed)):
            for observer in self._observers:
                observer.rows_removing(first, first + len(run) - 1)
            del self._entries[first : first + len(run)]
            for entry in run:
                del self._rows[entry.entry_id]
            self._renumber(first)
            for observer in self._observers:
                observer.rows_removed()
        return placed

    def reorder(self, order: Sequence[str]) -> None:
        """Bring the entries into this order; one block that moved is announced as that.

        Ids that are not in the list are passed over, entries that are not in ``order`` follow
        at the end.
        """
        rows = [row for i in order if (row := self._rows.get(i)) is not None]
        rows += sorted(set(range(len(self._entries))) - set(rows))
        if all(row == new for new, row in enumerate(rows)):
            return
        block = _block_move(rows)
        for observer in self._observers:
            if block is None:
                observer.rows_reordering()
            else:
                observer.rows_moving(*block)
        self._entries = [self._entries[row] for row in rows]
        self._renumber(0)
        new_rows = [0] * len(rows)
        for new, row in enumerate(rows):
            new_rows[row] = new
        for observer in self._observers:
            if block is None:
                observer.rows_reordered(new_rows)
            else:
                observer.rows_moved()

    def touch(self, entry: Entry, change: Change) -> None:
        """Say that ``entry`` was changed; silent when it is not in the list any more."""
        row = self._rows.get(entry.entry_id)
        if row is None or not change:
            return
        for observer in self._observers:
            observer.entry_changed(row, change)

    def _renumber(self, first: int) -> None:
        for row in range(first, len(self._entries)):
            self._rows[self._entries[row].entry_id] = row


def _runs(placed: Sequence[tuple[int, Entry]]) -> list[tuple[int, list[Entry]]]:
    """Group rows that follow each other without a gap."""
    runs: list[tuple[int, list[Entry]]] = []
    for row, entry in placed:
        if runs and runs[-1][0] + len(runs[-1][1]) == row:
            runs[-1][1].append(entry)
        else:
            runs.append((row, [entry]))
    return runs


def _block_move(rows: Sequence[int]) -> tuple[int, int, int] | None:
    """Return (first, last, before) when one block of rows changed places with what it passed.

    Args:
        rows: for each new place the old row; not the identity.
    """
    start = next(new for new, row in enumerate(rows) if new != row)
    end = max(new for new, row in enumerate(rows) if new != row) + 1
    turned = rows[start:end]
    cut = next((i for i, (a, b) in enumerate(itertools.pairwise(turned), 1) if b != a + 1), 0)
    if any(b != a + 1 for a, b in itertools.pairwise(turned[cut:])):
        return None
    head, tail = turned[:cut], turned[cut:]
    if len(head) <= len(tail):
        return head[0], head[-1], tail[0]
    return tail[0], tail[-1], head[-1] + 1
