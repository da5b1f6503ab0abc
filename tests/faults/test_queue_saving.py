"""D3, F1, F9: what was said to be saved is there after a kill, a full disk, a cut log."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio import paths
from studio.batch.exchange import export_queue, import_queue
from studio.batch.experience import Experience
from studio.batch.journal import Journal, JournalError
from studio.batch.model import QueuedJob
from studio.errors import OutputError
from studio.transcode.model import JobState
from tests.batch.made_jobs import ids, made_job, made_jobs

WRITER = Path(__file__).with_name("journal_writer.py")
KILLS = 100
BLOCK = 4096


# -- kills -----------------------------------------------------------------------------


class Writer:
    """The process that forks writers, and what the killed ones said."""

    def __init__(self, file: Path) -> None:
        root = Path(__file__).resolve().parent.parent.parent
        environment = {**paths.self_environment(), "PYTHONPATH": os.fspath(root)}
        self._process = subprocess.Popen(
            [sys.executable, os.fspath(WRITER), os.fspath(file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
        self.present: set[str] = set()
        self.removed: set[str] = set()
        self.done: set[str] = set()

    def run_and_kill(self, first: int, after_lines: int) -> None:
        """Let a writer say some lines, kill it, and hear what else it had said."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{first}\n")
        self._process.stdin.flush()
        child = int(self._line())
        try:
            for _ in range(after_lines):
                self._hear(self._line())
        finally:
            os.kill(child, signal.SIGKILL)
        while (line := self._line()) != "dead":
            self._hear(line)

    def _hear(self, line: str) -> None:
        job_id, what = line.split()
        if what == "added":
            self.present.add(job_id)
        elif what == "done":
            self.done.add(job_id)
        elif what == "removing":
            self.present.discard(job_id)
        else:
            self.removed.add(job_id)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the writer ended by itself"
        return line.strip()

    def close(self) -> None:
        """End the process; it has no child left."""
        self._process.communicate(timeout=30)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    one = Writer(tmp_path / "queue.db")
    yield one
    one.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a hundred starts of Python take too long")
def test_a_hundred_kills_lose_no_job_that_was_said_to_be_saved(
    writer: Writer, tmp_path: Path
) -> None:
    file, chance = tmp_path / "queue.db", random.Random(4711)
    for kill in range(KILLS):
        writer.run_and_kill(kill * 1000, chance.randrange(8))
        if kill % 4 and kill != KILLS - 1:
            continue  # the next writer opens what this one left
        journal, report = Journal.open(file)
        assert report.problem is None
        found = {job.job_id: job for job in journal.load()}
        assert writer.present <= found.keys()
        assert not writer.removed & found.keys()
        at_work = len(found.keys() - writer.present)  # committed, and killed before it was said
        assert at_work <= kill + 1
        assert all(found[i].state is JobState.DONE for i in writer.done & found.keys())
        assert journal.unclean_runs()
        journal.close()
    assert len(writer.present) > KILLS / 2


# -- a full disk -------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", os.fspath(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount")
    if done.returncode != 0:
        pytest.skip("no right to mount")
    yield disk
    subprocess.run(["umount", os.fspath(disk)], check=True)


def fill(disk: Path) -> Path:
    """Write a file that leaves not one block."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(BLOCK))
        except OSError:
            return filler


def test_a_full_disk_is_said_in_words_and_nothing_saved_is_lost(small_disk: Path) -> None:
    file = small_disk / "queue.db"
    journal, _ = Journal.open(file)
    saved: list[QueuedJob] = []
    with pytest.raises(JournalError) as caught:  # noqa: PT012
        for job in made_jobs(1000):
            journal.insert([(len(saved), job)])
            saved.append(job)
    assert caught.value.what == "Could not save the queue: the disk is full."
    assert caught.value.hint
    assert len(saved) > 10
    assert journal.load() == tuple(saved)
    journal.close()
    again, report = Journal.open(file)
    assert again.load() == tuple(saved)
    assert report.problem is None
    again.close()


def test_every_kind_of_save_fails_without_harm_and_works_when_there_is_room(
    small_disk: Path,
) -> None:
    file = small_disk / "queue.db"
    journal, _ = Journal.open(file)
    jobs = made_jobs(20)
    journal.insert(list(enumerate(jobs)))
    journal.begin_run()
    filler = fill(small_disk)
    changed = [made_job(n, state=JobState.FAILED) for n in range(20)]
    saves: tuple[Callable[[], None], ...] = (
        lambda: journal.insert([(0, made_job(n)) for n in range(50, 100)]),
        lambda: journal.update(changed),
        lambda: journal.replace_all(made_jobs(60)),
        lambda: journal.begin_attempt(jobs[0], jobs[0].source, jobs[0].source),
        lambda: journal.add_experience(Experience("x" * 5000, 1, 1, 1, 1, 1)),
    )
    for save in saves:
        with pytest.raises(JournalError, match="disk is full"):  # noqa: PT012
            for _ in range(1000):  # until what is left in the log is used up
                save()
    journal.load()
    filler.unlink()
    journal.replace_all(changed)
    journal.reorder(ids(tuple(changed[::-1])))
    journal.close()
    again, report = Journal.open(file)
    assert again.load() == tuple(changed[::-1])
    assert report.problem is None
    again.close()


def test_a_disk_that_is_full_at_the_start_shows_the_jobs_and_saves_later(small_disk: Path) -> None:
    file = small_disk / "queue.db"
    journal, _ = Journal.open(file)
    journal.insert(list(enumerate(made_jobs(20))))
    journal.close()
    filler = fill(small_disk)
    journal, report = Journal.open(file)
    assert journal.load() == made_jobs(20)
    assert report.is_persistent
    with pytest.raises(JournalError, match="disk is full"):
        journal.insert([(0, made_job(99))])
    filler.unlink()
    journal.insert([(0, made_job(99))])
    journal.close()
    again, _ = Journal.open(file)
    assert again.load() == (made_job(99), *made_jobs(20))
    again.close()


def test_an_export_to_a_full_disk_leaves_the_old_one(small_disk: Path) -> None:
    file = small_disk / "mine.json"
    export_queue(made_jobs(3), file)
    fill(small_disk)
    with pytest.raises(OutputError, match="could not be exported"):
        export_queue(made_jobs(100), file)
    assert len(import_queue(file).jobs) == 3
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "mine.json"]


# -- a log that was cut --------------------------------------------------------------------


def test_wherever_the_log_is_cut_only_the_last_changes_are_missing(tmp_path: Path) -> None:
    source = tmp_path / "source.db"
    journal, _ = Journal.open(source)
    journal.insert(list(enumerate(made_jobs(3))))
    journal.close()
    journal, _ = Journal.open(source)
    for number in range(3, 10):
        journal.insert([(number, made_job(number))])
    log = Path(f"{source}-wal").read_bytes()
    seen = []
    for size in (*range(0, len(log), BLOCK), len(log)):
        file = tmp_path / f"cut-{size}" / "queue.db"
        file.parent.mkdir()
        shutil.copy(source, file)
        Path(f"{file}-wal").write_bytes(log[:size])
        cut, report = Journal.open(file)
        found = cut.load()
        cut.close()
        assert report.problem is None
        assert found == made_jobs(len(found))
        seen.append(len(found))
    journal.close()
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (3, 10)


# -- a file that is lost while the program runs -----------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
@pytest.mark.parametrize("way", ["deleted", "exchanged", "damaged"])
def test_a_file_lost_while_the_program_runs_is_told_and_written_anew(
    tmp_path: Path, way: str
) -> None:
    file = tmp_path / "queue.db"
    journal, _ = Journal.open(file)
    journal.insert(list(enumerate(made_jobs(30))))
    journal.begin_run()
    if way == "deleted":
        file.unlink()
    elif way == "exchanged":
        shutil.copy(file, tmp_path / "other.db")
        (tmp_path / "other.db").replace(file)
    else:
        journal.close()
        journal, _ = Journal.open(file)
        journal.begin_run()
        with file.open("rb+") as handle:
            handle.seek(BLOCK)
            handle.write(random.Random(1).randbytes(file.stat().st_size - BLOCK))
        with journal._store.reading() as connection:
            connection.execute("PRAGMA shrink_memory")  # so that the file is read again
    with pytest.raises(JournalError, match=r"its file is (gone|damaged)"):  # noqa: PT012
        journal.reorder(ids(made_jobs(30)[::-1]))
        journal.update(made_jobs(30))
    journal.replace_all(made_jobs(31))
    journal.insert([(31, made_job(31))])
    journal.close()
    again, report = Journal.open(file)
    assert again.load() == made_jobs(32)
    assert report.problem is None
    assert again.unclean_runs()
    again.close()
