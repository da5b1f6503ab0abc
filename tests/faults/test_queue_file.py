"""F2, F3, F4, F6, F7: the queue file damaged, newer, older, poisoned, or not to be written."""

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.batch import backups, damage, schema
from studio.batch.codec import job_from_json
from studio.batch.experience import Experience
from studio.batch.journal import Attempt, Fingerprint, Journal, OpenReport
from studio.batch.model import HoldReason, QueuedJob
from studio.transcode.model import JobState
from tests.batch.made_jobs import ids, made_job, made_jobs

DATA = Path(__file__).resolve().parent.parent / "batch" / "data"
PAGE = 4096
SAMPLE = Experience("webm-vp8", 12.5, 300, 9.25, 4567, 1000.5)
JOBS = tuple(
    made_job(n, state=state, hold=HoldReason.USER if state is JobState.ON_HOLD else None)
    for n, state in enumerate([JobState.WAITING, JobState.DONE, JobState.ON_HOLD] * 5)
)

_OPENED: list[Journal] = []


@pytest.fixture(autouse=True)
def _close_journals() -> Iterator[None]:
    yield
    while _OPENED:
        _OPENED.pop().close()


def opened(file: Path) -> tuple[Journal, OpenReport]:
    journal, report = Journal.open(file)
    _OPENED.append(journal)
    return journal, report


def made_file(file: Path, jobs: tuple[QueuedJob, ...] = JOBS) -> Path:
    """Write a queue file that was closed in good order, without copies beside it."""
    journal, _ = Journal.open(file)
    journal.insert(list(enumerate(jobs)))
    journal.add_experience(SAMPLE)
    journal.close()
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made_file(tmp_path / "queue" / "queue.db")


def said(report: OpenReport) -> str:
    assert report.problem is not None
    return report.problem.what


def kept_files(file: Path) -> list[Path]:
    return sorted(file.parent.glob("queue.damaged-*.db"))


def overwrite(file: Path, place: int, data: bytes) -> None:
    with file.open("rb+") as handle:
        handle.seek(place)
        handle.write(data)


def page_with(file: Path, job: QueuedJob) -> int:
    """Return the number, from 0, of the page that holds a job's row."""
    return file.read_bytes().index(os.fsencode(job.source)) // PAGE


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def tree(folder: Path) -> dict[str, str]:
    """Return the names and digests of the files in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


# -- F2: damage ----------------------------------------------------------------------


@pytest.mark.parametrize("content", [noise, bytes], ids=["random", "zeroed"])
def test_f02_whatever_page_is_damaged_every_other_job_is_recovered_in_order(
    tmp_path: Path, content: Callable[[int], bytes]
) -> None:
    whole = made_file(tmp_path / "whole.db")
    lost = 0
    for number in range(whole.stat().st_size // PAGE):
        file = tmp_path / f"page-{number}" / "queue.db"
        file.parent.mkdir()
        shutil.copy(whole, file)
        overwrite(file, number * PAGE, content(PAGE))
        damaged = file.read_bytes()
        journal, report = opened(file)
        found = journal.load()
        assert [job for job in JOBS if job in found] == list(found)
        assert len(found) >= len(JOBS) - 2  # rows are some 2 kB
        assert report.is_persistent
        if report.problem is not None:
            assert f"{len(found)} of {len(JOBS)} jobs were recovered" in said(report)
            (kept,) = kept_files(file)
            assert kept.name in said(report)
            assert kept.read_bytes() == damaged
        lost += len(JOBS) - len(found)
    assert 0 < lost <= len(JOBS) * 3  # each row, and each of its overflow pages, once


@pytest.mark.parametrize("place", [18, 19], ids=["for writing", "for reading"])
def test_f02_a_damaged_format_version_does_not_make_the_queue_read_only(
    file: Path, place: int
) -> None:
    overwrite(file, place, b"\x03")
    journal, report = opened(file)
    journal.insert([(0, made_job(77))])
    assert journal.load() == (made_job(77), *JOBS)
    assert report.is_persistent
    assert len(kept_files(file)) == 1


def test_what_was_recovered_is_sound_and_silent_at_the_next_start(file: Path) -> None:
    overwrite(file, file.stat().st_size // PAGE // 2 * PAGE, noise(PAGE))
    journal, first = opened(file)
    found = journal.load()
    journal.insert([(0, made_job(99))])
    journal.close()
    again, second = opened(file)
    assert first.problem is not None
    assert second.problem is None
    assert again.load() == (made_job(99), *found)
    assert again.experience() == (SAMPLE,)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.9, 0.999])
def test_f02_a_truncated_file_gives_what_is_left(file: Path, share: float) -> None:
    file_pages = file.stat().st_size // PAGE
    os.truncate(file, int(file.stat().st_size * share))
    journal, report = opened(file)
    found = journal.load()
    assert [job for job in JOBS if job in found] == list(found)
    pages_without_jobs = 12
    assert len(found) >= file_pages * share - pages_without_jobs
    assert "damaged" in said(report)
    assert kept_files(file)


@pytest.mark.parametrize(
    "content", [b"\0" * 8 * PAGE, b"This is not a queue.\n", noise(10_000), b"\0"]
)
def test_a_file_that_is_no_database_is_kept_and_the_program_goes_on(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    journal, report = opened(file)
    assert journal.load() == ()
    assert "The queue file was damaged. 0 jobs were recovered" in said(report)
    assert [kept.read_bytes() for kept in kept_files(file)] == [content]
    journal.insert([(0, made_job(1))])
    journal.close()
    assert opened(file)[0].load() == (made_job(1),)


@pytest.mark.parametrize("content", [b"", b"\0" * PAGE, noise(3 * PAGE)])
def test_a_lost_file_comes_back_from_the_last_copy(file: Path, content: bytes) -> None:
    opened(file)[0].close()  # a clean opening keeps a copy
    file.write_bytes(content)
    journal, report = opened(file)
    assert journal.load() == JOBS
    assert f"{len(JOBS)} of {len(JOBS)} jobs were recovered, {len(JOBS)} of them from the copy" in (
        said(report)
    )


def test_a_row_that_is_lost_comes_back_from_the_last_copy_and_others_stay_new(file: Path) -> None:
    opened(file)[0].close()
    journal, _ = opened(file)
    newer = made_job(0, state=JobState.FAILED)
    journal.update([newer])
    journal.close()
    overwrite(file, page_with(file, JOBS[7]) * PAGE, bytes(PAGE))
    journal, report = opened(file)
    assert journal.load() == (newer, *JOBS[1:])
    assert "of them from the copy" in said(report)


def test_a_foreign_database_is_kept_and_not_written_to(tmp_path: Path) -> None:
    file = tmp_path / "queue.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE songs(title TEXT)")
    connection.execute("INSERT INTO songs VALUES('One')")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    journal, report = opened(file)
    assert journal.load() == ()
    assert "kept as" in said(report)
    assert [kept.read_bytes() for kept in kept_files(file)] == [before]


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A file as a kill leaves it: the last five jobs are in its log alone."""
    source = made_file(tmp_path / "source.db", JOBS[:10])
    journal, _ = opened(source)
    journal.insert(list(enumerate(JOBS[10:], start=10)))
    file = tmp_path / "killed" / "queue.db"
    file.parent.mkdir()
    shutil.copy(source, file)
    shutil.copy(f"{source}-wal", f"{file}-wal")
    return file


def test_a_kill_leaves_nothing_to_tell_and_nothing_to_recover(killed: Path) -> None:
    journal, report = opened(killed)
    assert journal.load() == JOBS
    assert report.problem is None


def test_a_damaged_page_does_not_keep_the_log_from_being_read(killed: Path) -> None:
    overwrite(killed, page_with(killed, JOBS[2]) * PAGE, noise(PAGE))
    journal, report = opened(killed)
    assert journal.load() == (*JOBS[:2], *JOBS[3:])
    assert "14 of 15 jobs were recovered" in said(report)


def test_the_log_of_a_file_that_sqlite_cannot_open_is_read_and_kept(killed: Path) -> None:
    log = Path(f"{killed}-wal").read_bytes()
    os.truncate(killed, killed.stat().st_size - 100)
    journal, report = opened(killed)
    found = journal.load()
    assert found[-5:] == JOBS[10:]
    assert len(found) >= 14
    assert "damaged" in said(report)
    (kept,) = kept_files(killed)
    assert Path(f"{kept}-wal").read_bytes() == log


def test_a_log_whose_file_is_gone_is_read(tmp_path: Path) -> None:
    source, file = tmp_path / "source.db", tmp_path / "killed" / "queue.db"
    journal, _ = opened(source)
    journal.insert(list(enumerate(JOBS)))
    file.parent.mkdir()
    shutil.copy(f"{source}-wal", f"{file}-wal")
    journal, report = opened(file)
    assert journal.load() == JOBS
    assert "damaged" in said(report)


def test_open_attempts_survive_damage_and_count_as_a_crash(file: Path) -> None:
    job = made_job(3, state=JobState.RUNNING, attempts=1)
    mark = Fingerprint(99, "cd" * 32)
    part, target = Path("/results/.part"), Path("/results/clip.webm")
    journal, _ = opened(file)
    run_id = journal.begin_run()
    journal.begin_attempt(job, part, target)
    journal.attempt_publishing(job.job_id, part, target, mark)
    journal.close()
    overwrite(file, 0, bytes(PAGE))
    journal, _ = opened(file)
    assert job in journal.load()
    assert journal.open_attempts() == (
        Attempt(job.job_id, 1, run_id, part, target, publishing=(part, target, mark)),
    )
    assert journal.unclean_runs()


def test_removed_jobs_are_not_recovered(file: Path) -> None:
    journal, _ = opened(file)
    journal.remove(ids(JOBS[::2]))
    journal.close()
    for copy in backups.copies(file):
        copy.unlink(missing_ok=True)
    overwrite(file, 0, bytes(PAGE))
    journal, report = opened(file)
    assert journal.load() == JOBS[1::2]
    assert "7 of 7 jobs were recovered" in said(report)


def test_a_kill_while_the_damaged_file_is_replaced_loses_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(file, 0, bytes(PAGE))
    damaged = file.read_bytes()

    class KilledError(BaseException):
        pass

    def killed(_: Path) -> Path:
        raise KilledError

    for step in ("finish", "sync_folder"):
        with monkeypatch.context() as patch:
            patch.setattr(damage, step, killed)
            with pytest.raises(KilledError):
                Journal.open(file)
    journal, _ = opened(file)
    assert journal.load() == JOBS
    assert damaged in [kept.read_bytes() for kept in kept_files(file)]


def test_a_damaged_file_that_cannot_be_replaced_stays_and_its_jobs_are_shown(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(file, 0, bytes(PAGE))
    before = tree(file.parent)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(damage, "put_in_place", full)
    journal, report = opened(file)
    assert journal.load() == JOBS
    assert not report.is_persistent
    assert "will not survive closing" in said(report)
    assert tree(file.parent) == before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 200_000), st.binary(min_size=1, max_size=40)), min_size=1))
def test_no_damage_keeps_the_program_from_starting(
    file: Path, spots: list[tuple[int, bytes]]
) -> None:
    for old in file.parent.iterdir():
        old.unlink()
    made_file(file)
    for place, data in spots:
        overwrite(file, place % file.stat().st_size, data)
    journal, _ = opened(file)
    journal.unclean_runs()
    journal.open_attempts()
    journal.experience()
    journal.insert([(0, made_job(77))])
    assert journal.load()[0] == made_job(77)


# -- F3: a newer version -------------------------------------------------------------


def test_f03_a_newer_file_is_shown_but_never_touched(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = tree(file.parent)
    journal, report = opened(file)
    assert journal.load() == JOBS
    journal.insert([(0, made_job(77))])
    journal.begin_run()
    journal.close()
    assert not report.is_persistent
    assert "newer version" in said(report)
    assert tree(file.parent) == before


def test_a_newer_file_is_known_by_its_log_alone(file: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.execute("ALTER TABLE jobs ADD COLUMN colour TEXT DEFAULT 'grey'")
    killed = tmp_path / "killed" / "queue.db"
    killed.parent.mkdir()
    shutil.copy(file, killed)
    shutil.copy(f"{file}-wal", f"{killed}-wal")
    connection.close()
    before = tree(killed.parent)
    journal, report = opened(killed)
    assert journal.load() == JOBS
    assert not report.is_persistent
    assert tree(killed.parent) == before


# -- F4: older versions --------------------------------------------------------------


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A file as the release with schema 1 wrote it."""
    file = tmp_path / "released" / "queue.db"
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.executescript((DATA / "queue-schema-1.sql").read_text("utf-8"))
    connection.close()
    return file


def released_jobs() -> tuple[QueuedJob, ...]:
    data = json.loads((DATA / "queue-schema-1.json").read_text("utf-8"))
    return tuple(job_from_json(entry) for entry in data)


def test_f04_a_file_of_schema_1_gives_its_jobs_in_order_with_every_option(released: Path) -> None:
    journal, report = opened(released)
    assert report == OpenReport(released)
    assert journal.load() == released_jobs()
    assert len(released_jobs()) == 7
    (attempt,) = journal.open_attempts()
    assert attempt.pid == 4711
    assert attempt.publishing is not None
    assert journal.unclean_runs() == (attempt.run_id,)
    assert [sample.wall_s for sample in journal.experience()] == [9.25]


def add_colour(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE jobs ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")


def turn_blue(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE jobs SET colour = 'blue'")


def break_off(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE jobs SET id = 'all the same'")


@pytest.fixture
def schema_3(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program two versions on, for which schema 1 is an old one."""
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setattr(schema, "LADDER", {**schema.LADDER, 1: add_colour, 2: turn_blue})
    monkeypatch.setattr(schema, "JOB_VALUES", {1: 19, 2: 20, 3: 20})


def answer(file: Path, question: str) -> object:
    connection = sqlite3.connect(file)
    (value,) = connection.execute(question).fetchone()
    connection.close()
    return value


@pytest.mark.usefixtures("schema_3")
def test_f04_an_old_file_climbs_every_step_and_is_kept_as_it_was(released: Path) -> None:
    journal, report = opened(released)
    assert report.problem is None
    assert journal.load() == released_jobs()
    journal.close()
    assert answer(released, "PRAGMA user_version") == 3
    assert answer(released, "SELECT group_concat(DISTINCT colour) FROM jobs") == "blue"
    kept = released.with_name("queue.version-1.db")
    assert answer(kept, "PRAGMA user_version") == 1
    assert answer(kept, "SELECT count(*) FROM jobs") == 7


@pytest.mark.usefixtures("schema_3")
def test_a_damaged_old_file_is_recovered_and_climbs_too(released: Path) -> None:
    overwrite(released, released.stat().st_size - PAGE, noise(PAGE))
    journal, report = opened(released)
    assert "damaged" in said(report)
    found = journal.load()
    assert [job for job in released_jobs() if job in found] == list(found)
    assert len(found) >= 5
    journal.close()
    assert answer(released, "PRAGMA user_version") == 3


@pytest.mark.usefixtures("schema_3")
def test_a_step_that_fails_leaves_the_old_file_as_it_was(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "LADDER", {**schema.LADDER, 2: break_off})
    _, report = opened(released)
    assert not report.is_persistent
    assert "its file cannot be used" in said(report)
    assert answer(released, "PRAGMA user_version") == 1
    assert answer(released, "SELECT count(*) FROM jobs") == 7


# -- F6: a row that cannot be read -----------------------------------------------------


@pytest.mark.parametrize(
    "poison",
    [
        "UPDATE jobs SET preset = '[]' WHERE id = ?",
        "UPDATE jobs SET options = 'null' WHERE id = ?",
        "UPDATE jobs SET state = 'asleep' WHERE id = ?",
        "UPDATE jobs SET source = 'text' WHERE id = ?",
        "UPDATE jobs SET info = '{\"path\": 1}' WHERE id = ?",
        "UPDATE jobs SET attempts = 'many' WHERE id = ?",
    ],
)
def test_a_poisoned_row_is_left_out_and_all_others_are_here(file: Path, poison: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(poison, (JOBS[4].job_id,))
    connection.commit()
    connection.close()
    journal, report = opened(file)
    assert journal.load() == (*JOBS[:4], *JOBS[5:])
    assert "14 of 15 jobs were recovered" in said(report)
    journal.close()
    (kept,) = kept_files(file)
    assert answer(kept, "SELECT count(*) FROM jobs") == 15
    assert opened(file)[1].problem is None


def test_text_that_is_no_text_is_damage(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute(
        "UPDATE jobs SET preset = CAST(X'FFFE' AS TEXT) WHERE id = ?", (JOBS[4].job_id,)
    )
    connection.commit()
    connection.close()
    journal, report = opened(file)
    assert journal.load() == (*JOBS[:4], *JOBS[5:])
    assert "14 of 15 jobs were recovered" in said(report)


# -- F7: where nothing can be written ----------------------------------------------------


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "queue.db"
    _, report = opened(file)
    assert report.problem is None
    assert file.is_file()


def test_a_folder_that_cannot_be_made_means_a_queue_in_memory(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    journal, report = opened(tmp_path / "taken" / "queue.db")
    journal.insert(list(enumerate(made_jobs(3))))
    assert journal.load() == made_jobs(3)
    assert not report.is_persistent
    assert "The queue will not survive closing" in said(report)


def test_a_folder_in_place_of_the_file_means_a_queue_in_memory(tmp_path: Path) -> None:
    (tmp_path / "queue.db").mkdir()
    journal, report = opened(tmp_path / "queue.db")
    assert journal.load() == ()
    assert not report.is_persistent


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_read_only_disk_shows_the_jobs_and_touches_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", os.fspath(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount")
    try:
        file = made_file(disk / "queue.db")
        subprocess.run(["mount", "-o", "remount,ro", os.fspath(disk)], check=True)
        before = tree(disk)
        journal, report = opened(file)
        assert journal.load() == JOBS
        journal.insert([(0, made_job(77))])
        journal.close()
        assert not report.is_persistent
        assert "its file cannot be written" in said(report)
        assert tree(disk) == before
    finally:
        subprocess.run(["umount", os.fspath(disk)], check=True)


def test_a_file_in_use_is_shown_and_not_waited_for_for_ever(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.batch.queue_file._WAIT_MS", 50)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM experience")
    journal, report = opened(file)
    other.execute("ROLLBACK")
    other.close()
    assert journal.load() == JOBS
    assert "another program uses its file" in said(report)
    assert not report.is_persistent


@pytest.mark.skipif(os.name == "nt", reason="these ways to the disk are POSIX")
@pytest.mark.parametrize("way", ["unix-dotfile", "unix-none"])
def test_a_disk_without_shared_memory_does_without_the_log(
    file: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """These ways to the disk have no shared memory, as network disks have none."""
    real = sqlite3.connect

    def connect(path: object, **others: object) -> sqlite3.Connection:
        name = f"file:{path}?vfs={way}" if isinstance(path, Path) else str(path)
        connection: sqlite3.Connection = real(name, uri=True, **others)  # type: ignore[call-overload]
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    journal, report = opened(file)
    assert report == OpenReport(file)
    assert journal.load() == JOBS
    journal.insert([(0, made_job(77))])
    journal.close()
    assert not Path(f"{file}-wal").exists()
    journal, _ = opened(file)
    assert journal.load() == (made_job(77), *JOBS)


# -- copies ------------------------------------------------------------------------------


def test_the_last_three_openings_are_kept_as_copies(file: Path) -> None:
    for number in range(100, 105):
        journal, _ = opened(file)
        journal.insert([(0, made_job(number))])
        journal.close()
    counts = [answer(copy, "SELECT count(*) FROM jobs") for copy in backups.copies(file)]
    assert counts == [len(JOBS) + 4, len(JOBS) + 3, len(JOBS) + 2]
    assert len(list(file.parent.iterdir())) == 4


def test_no_room_for_a_copy_is_no_reason_not_to_open(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "keep_copy", full)
    journal, report = opened(file)
    assert report == OpenReport(file)
    assert journal.load() == JOBS
