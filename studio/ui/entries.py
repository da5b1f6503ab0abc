"""The files in the window: a plain list of entries, and who is told when it changes."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto
from pathlib import Path
from typing import Protocol

from studio.errors import StudioError
from studio.media.streams import KeyframeIndex, MediaInfo
from studio.transcode.model import EncodePlan, JobOutcome, Overrides, Progress
from studio.verdict.model import Verdict


class EntryState(StrEnum):
    """Where a file stands, in the order of its life."""

    READING = "reading"
    UNUSABLE = "unusable"
    READY = "ready"
    QUEUED = "queued"
    RUNNING = "running"
    VERIFYING = "verifying"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_active(self) -> bool:
        """True from Start to the final event."""
        return self in (EntryState.QUEUED, EntryState.RUNNING, EntryState.VERIFYING)

    @property
    def is_over(self) -> bool:
        """True when a run has ended, however."""
        return self in (EntryState.DONE, EntryState.FAILED, EntryState.CANCELLED)


class Change(Flag):
    """Which part of an entry changed; decides which cells are painted again."""

    MEDIA = auto()
    CHOICES = auto()
    STATE = auto()
    PROGRESS = auto()
    VERDICT = auto()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose for one file. ``output_dir`` None means beside the source."""

    preset_id: str
    overrides: Overrides = field(default_factory=Overrides)
    output_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything a job needs, and the command as text to copy."""

    plan: EncodePlan
    target: Path
    arguments: tuple[str, ...]
    command: str


@dataclass(slots=True)
class Entry:
    """One row: a source, what is known of it, what is to be made of it, what came out.

    ``prepared`` is what the last run was made from, None before one.
    ``checking`` is the stage of a running check in words, empty when none runs.
    ``serial`` numbers the runs, so that a late event of an earlier run is recognised.
    """

    entry_id: str
    source: Path
    choices: Choices
    state: EntryState = EntryState.READING
    info: MediaInfo | None = None
    keyframes: KeyframeIndex | None = None
    problem: StudioError | None = None
    prepared: Prepared | None = None
    progress: Progress | None = None
    outcome: JobOutcome | None = None
    output: Path | None = None
    verdict: Verdict | None = None
    check_problem: StudioError | None = None
    checking: str = ""
    serial: int = 0

    def forget_run(self) -> None:
        """Drop what came of the last run; the file it made stays on disk."""
        self.prepared, self.progress, self.outcome, self.output = None, None, None, None
        self.verdict, self.check_problem = None, None

    @property
    def playable(self) -> Path | None:
        """The file a preview or a check is about: the result, else the source itself."""
        if self.output is not None:
            return self.output
        is_candidate = self.info is not None and self.source.suffix.lower() in PLAYABLE_SUFFIXES
        return self.source if is_candidate else None


PLAYABLE_SUFFIXES = frozenset({".webm", ".mp4", ".m4v", ".m4s", ".mkv"})


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

    def entry_changed(self, row: int, change: Change) -> None:
        """An entry shows something new."""


class FileList:
    """All entries in the order they were added; touched on the window's thread only."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._observers: list[FileListObserver] = []
        self._numbers = itertools.count(1)

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

    def make_entries(self, sources: Iterable[Path], choices: Choices) -> list[Entry]:
        """Return new entries for ``sources``; they are not in the list yet."""
        return [Entry(f"file-{next(self._numbers)}", source, choices) for source in sources]

    def insert(self, placed: Sequence[tuple[int, Entry]]) -> None:
        """Put entries at their rows (ascending); neighbours are announced together."""
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

    def touch(self, entry: Entry, change: Change) -> None:
        """Say that ``entry`` was changed; silent when it is not in the list any more."""
        row = self._rows.get(entry.entry_id)
        if row is None:
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
