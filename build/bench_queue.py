"""What `dev.py bench` compares where the queue is edited and saved; no job runs, no window.

The peer is SQLite itself, with the same settings, writing or reading the same rows: what no
queue that keeps its jobs can do without.
"""

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench_kit import Case, Ground, preset
from bench_listener import SilentListener, invented_jobs
from studio.batch.model import JobSettings, OutputRule, QueuedJob
from studio.batch.opening import FILE_NAME, OpenedQueue, open_queue
from studio.batch.queue import JobQueue
from studio.batch.queue_file import connect
from studio.batch.tools import QueueTools
from studio.media.streams import MediaInfo
from studio.transcode.job import FinishResult

FEW, MANY = 1_000, 10_000
COMMITS = 200


class _Store:
    """A queue of invented jobs, and the same rows in a plain SQLite file beside it."""

    def __init__(self, ground: Ground, count: int, *, filled: bool) -> None:
        self._ground, self._count = ground, count
        self._is_filled = filled
        self._opened: OpenedQueue | None = None
        self._plain: sqlite3.Connection | None = None
        self.folder = ground.folder
        self._rows: list[tuple[Any, ...]] = []

    @property
    def queue(self) -> JobQueue:
        """The open queue."""
        assert self._opened is not None
        return self._opened.queue

    @property
    def plain(self) -> sqlite3.Connection:
        """The plain file."""
        assert self._plain is not None
        return self._plain

    def renew(self) -> None:
        """Begin with a new queue and a new plain file, both open."""
        if not self._rows:
            self._begin()
            self.add()
            self.close()
            self._rows = _rows_of(self.folder / FILE_NAME)
        self._begin()
        self.open_theirs()
        self.plain.execute(f"CREATE TABLE jobs(id TEXT PRIMARY KEY, {_columns(self._rows)})")
        if self._is_filled:
            self.add()
            self.insert_plainly()

    def _begin(self) -> None:
        self.close()
        self.folder = self._ground.new_folder("queue")
        self.open_ours()

    def shut(self) -> None:
        """Begin as ``renew`` does, but leave both closed."""
        self.renew()
        self.close()

    def close(self) -> None:
        """Close both."""
        if self._opened is not None:
            self._opened.close()
        if self._plain is not None:
            self._plain.close()
        self._opened = self._plain = None

    def open_ours(self) -> None:
        """Open the queue as the program does, and ask for every job."""
        self._opened = open_queue(self.folder, SilentListener(), _tools(self.folder))
        self.queue.jobs()

    def open_theirs(self) -> None:
        """Open the plain file."""
        self._plain = connect(self.folder / "plain.db")

    def add(self) -> None:
        """Add the jobs."""
        sources = [self.folder / f"Interview take {n}.mp4" for n in range(self._count)]
        self.queue.add(invented_jobs(sources, _settings(self.folder, "mp4-h264-aac")))

    def insert_plainly(self) -> None:
        """Write the rows in one transaction."""
        places = ", ".join("?" * len(self._rows[0]))
        self.plain.execute("BEGIN IMMEDIATE")
        self.plain.executemany(f"INSERT INTO jobs VALUES({places})", self._rows)
        self.plain.execute("COMMIT")

    def read_plainly(self) -> None:
        """Read every row, and what is JSON in it."""
        self.open_theirs()
        for row in self.plain.execute("SELECT * FROM jobs").fetchall():
            for value in row:
                if isinstance(value, str) and value.startswith("{"):
                    json.loads(value)

    def replace_plainly(self) -> None:
        """Write every row once more, in one transaction."""
        places = ", ".join("?" * len(self._rows[0]))
        self.plain.execute("BEGIN IMMEDIATE")
        self.plain.executemany(f"INSERT OR REPLACE INTO jobs VALUES({places})", self._rows)
        self.plain.execute("COMMIT")

    def change_presets(self) -> None:
        """Use another preset for every job."""
        other = preset("webm-vp8-vorbis")

        def changed(job: QueuedJob) -> JobSettings:
            return dataclasses.replace(job.settings, preset=other)

        self.queue.change([job.job_id for job in self.queue.jobs()], changed)

    def move_last_to_top(self) -> None:
        """Move one job past all others."""
        ids = [job.job_id for job in self.queue.jobs()]
        self.queue.move([ids[-1]], ids[0])

    def renumber_plainly(self) -> None:
        """Write a number into every row, in one transaction."""
        self.plain.execute("BEGIN IMMEDIATE")
        numbers = [(number, row[0]) for number, row in enumerate(self._rows)]
        self.plain.executemany("UPDATE jobs SET c1 = ? WHERE id = ?", numbers)
        self.plain.execute("COMMIT")

    def save_singly(self) -> None:
        """Change single jobs, each saved before the next."""
        for job in self.queue.jobs()[:COMMITS]:
            self.queue.set_stop_before(job.job_id, not job.stop_before)

    def save_singly_plainly(self) -> None:
        """Write single rows, each on the disk before the next."""
        places = ", ".join("?" * len(self._rows[0]))
        for row in self._rows[:COMMITS]:
            self.plain.execute("BEGIN IMMEDIATE")
            self.plain.execute(f"INSERT OR REPLACE INTO jobs VALUES({places})", row)
            self.plain.execute("COMMIT")


def _columns(rows: list[tuple[Any, ...]]) -> str:
    return ", ".join(f"c{number}" for number in range(1, len(rows[0])))


def _rows_of(path: Path) -> list[tuple[Any, ...]]:
    """Return the rows of our own file: the peer writes the very same bytes."""
    other = sqlite3.connect(path)
    rows = other.execute("SELECT * FROM jobs").fetchall()
    other.close()
    return rows


def _settings(folder: Path, preset_id: str) -> JobSettings:
    return JobSettings(preset(preset_id), output=OutputRule(folder=folder))


def _tools(folder: Path) -> QueueTools:
    def refuse(path: Path) -> MediaInfo:
        raise AssertionError(f"{path} was probed")

    def keep(part: Path, *_: object) -> FinishResult:
        return FinishResult(part)

    return QueueTools(_no_ffmpeg, keep, refuse, folder / "logs")


def _no_ffmpeg() -> Any:
    raise AssertionError("no job runs here")


def _add(name: str, ground: Ground, count: int, goal: str) -> Case:
    store = _Store(ground, count, filled=False)
    return Case(
        name,
        "SQLite, the same rows in one transaction",
        goal,
        store.add,
        store.insert_plainly,
        count=count,
        unit="jobs",
        before=store.renew,
        after=store.close,
    )


def _reopen(name: str, ground: Ground, count: int, goal: str) -> Case:
    store = _Store(ground, count, filled=True)
    store.shut()
    return Case(
        name,
        "SQLite, the same rows and their JSON",
        goal,
        store.open_ours,
        store.read_plainly,
        count=count,
        unit="jobs",
        before=store.close,
        after=store.close,
    )


def _change(name: str, ground: Ground) -> Case:
    store = _Store(ground, FEW, filled=True)
    return Case(
        name,
        "SQLite, the same rows in one transaction",
        "<= 2 s",
        store.change_presets,
        store.replace_plainly,
        count=FEW,
        unit="jobs",
        before=store.renew,
        after=store.close,
    )


def _move(name: str, ground: Ground, count: int) -> Case:
    store = _Store(ground, count, filled=True)
    store.renew()
    return Case(
        name,
        "SQLite, a number in every row",
        "<= 0.2 s",
        store.move_last_to_top,
        store.renumber_plainly,
        after=store.close,
    )


def _commits(name: str, ground: Ground) -> Case:
    store = _Store(ground, FEW, filled=True)
    store.renew()
    return Case(
        name,
        "SQLite, the same single saves",
        "one sync each",
        store.save_singly,
        store.save_singly_plainly,
        count=COMMITS,
        unit="saves",
        after=store.close,
    )


MAKERS: Mapping[str, Callable[[str, Ground], Case]] = {
    "queue: add 1,000 jobs": lambda n, g: _add(n, g, FEW, "<= 2 s"),
    "queue: reopen 1,000 jobs": lambda n, g: _reopen(n, g, FEW, "<= 1.5 s"),
    "queue: reopen 10,000 jobs": lambda n, g: _reopen(n, g, MANY, "<= 5 s"),
    "queue: another preset for 1,000 jobs": _change,
    "queue: move one of 1,000 jobs": lambda n, g: _move(n, g, FEW),
    "queue: move one of 10,000 jobs": lambda n, g: _move(n, g, MANY),
    "queue: 200 single saves": _commits,
}
