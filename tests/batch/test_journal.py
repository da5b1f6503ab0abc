"""The journal: what was committed is there, in order, whoever asks and whenever."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.batch.experience import Experience
from studio.batch.journal import Attempt, Fingerprint, Journal, JournalError, fingerprint
from studio.batch.model import QueuedJob
from studio.transcode.model import JobOutcome, JobState
from tests.batch.made_jobs import ids, made_job, made_jobs

MIB = 1 << 20


_OPENED: list[Journal] = []


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "queue.db"
    while _OPENED:
        _OPENED.pop().close()


def opened(file: Path) -> Journal:
    journal, report = Journal.open(file)
    _OPENED.append(journal)
    assert report.problem is None
    assert report.is_persistent
    return journal


def filled(file: Path, *jobs: QueuedJob) -> Journal:
    journal = opened(file)
    journal.insert(list(enumerate(jobs)))
    return journal


def reopened(journal: Journal, file: Path) -> Journal:
    journal.close()
    return opened(file)


def asked(file: Path, question: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    rows = connection.execute(question).fetchall()
    connection.close()
    return rows


# -- jobs ----------------------------------------------------------------------------


def test_a_new_file_is_empty_and_says_nothing(file: Path) -> None:
    assert opened(file).load() == ()


def test_jobs_are_there_again_after_reopening(file: Path) -> None:
    jobs = made_jobs(5)
    assert reopened(filled(file, *jobs), file).load() == jobs


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_a_name_that_is_not_text_is_there_again(file: Path) -> None:
    odd = Path(os.fsdecode(b"/videos/\xff\xfe caf\xe9.mp4"))
    job = made_job(1, source=odd, target=odd.with_suffix(".webm"))
    (back,) = reopened(filled(file, job), file).load()
    assert os.fsencode(back.source) == b"/videos/\xff\xfe caf\xe9.mp4"
    assert back == job


def test_jobs_go_to_their_final_rows(file: Path) -> None:
    a, b, c, d, e = made_jobs(5)
    journal = filled(file, a, b)
    journal.insert([(0, c), (2, d), (4, e)])
    assert reopened(journal, file).load() == (c, a, d, b, e)


def test_a_row_past_the_end_is_the_end(file: Path) -> None:
    a, b = made_jobs(2)
    journal = filled(file, a)
    journal.insert([(99, b)])
    assert journal.load() == (a, b)


def test_a_place_squeezed_a_thousand_times_keeps_the_order(file: Path) -> None:
    first, last, *others = made_jobs(202)
    journal = filled(file, first, last)
    for job in others:
        journal.insert([(1, job)])
    assert reopened(journal, file).load() == (first, *reversed(others), last)


def test_a_job_that_is_there_keeps_the_whole_insert_out(file: Path) -> None:
    a, b = made_jobs(2)
    journal = filled(file, a)
    with pytest.raises(JournalError):
        journal.insert([(0, b), (1, a)])
    assert journal.load() == (a,)
    journal.insert([(0, b)])
    assert journal.load() == (b, a)


def test_an_update_is_there_again_and_moves_nothing(file: Path) -> None:
    a, b, c = made_jobs(3)
    journal = filled(file, a, b, c)
    done = JobOutcome(JobState.DONE, output=Path("/results/b.webm"), warnings=("short",))
    new = made_job(1, state=JobState.DONE, outcome=done, attempts=2, ended_at=1.5)
    journal.update([new])
    assert reopened(journal, file).load() == (a, new, c)


def test_an_update_of_an_unknown_job_saves_nothing_of_the_call(file: Path) -> None:
    a, b = made_jobs(2)
    journal = filled(file, a)
    with pytest.raises(JournalError, match="does not match"):
        journal.update([made_job(0, attempts=7), b])
    assert journal.load() == (a,)


def test_removed_jobs_are_gone_and_unknown_ones_pass(file: Path) -> None:
    a, b, c = made_jobs(3)
    journal = filled(file, a, b, c)
    journal.remove([b.job_id, "nobody"])
    assert reopened(journal, file).load() == (a, c)


def test_a_removed_job_can_be_put_back(file: Path) -> None:
    a, b, c = made_jobs(3)
    journal = filled(file, a, b, c)
    journal.remove([b.job_id])
    journal.insert([(1, b)])
    assert journal.load() == (a, b, c)


def test_another_order_is_there_again(file: Path) -> None:
    jobs = made_jobs(6)
    journal = filled(file, *jobs)
    journal.reorder(ids(jobs[::-1]))
    assert reopened(journal, file).load() == jobs[::-1]


@pytest.mark.parametrize("change", [lambda o: o[1:], lambda o: [*o, "x"], lambda o: [o[0], *o[:2]]])
def test_an_order_of_other_jobs_is_refused(
    file: Path, change: Callable[[list[str]], list[str]]
) -> None:
    jobs = made_jobs(3)
    journal = filled(file, *jobs)
    with pytest.raises(JournalError, match="does not match"):
        journal.reorder(change(ids(jobs)))
    assert journal.load() == jobs


def test_replacing_everything_makes_the_file_the_same_as_memory(file: Path) -> None:
    a, b, c, d = made_jobs(4)
    journal = filled(file, a, b, c)
    newer = made_job(2, attempts=3)
    journal.replace_all([newer, d, a])
    assert journal.load() == (newer, d, a)
    assert reopened(journal, file).load() == (newer, d, a)


def test_replacing_everything_keeps_the_attempts_of_jobs_that_run(file: Path) -> None:
    a, b = (made_job(number, state=JobState.RUNNING) for number in range(2))
    journal = filled(file, a, b)
    run_id = journal.begin_run()
    journal.begin_attempt(a, Path("/part"), Path("/target"))
    journal.begin_attempt(b, Path("/part"), Path("/target"))
    journal.replace_all([made_job(1, state=JobState.DONE), a])
    (attempt,) = reopened(journal, file).open_attempts()
    assert (attempt.job_id, attempt.run_id) == (a.job_id, run_id)


# -- names of results ----------------------------------------------------------------


def reserved(file: Path) -> list[object]:
    return [job_id for (job_id,) in asked(file, "SELECT job_id FROM reservations")]


def test_a_name_is_kept_until_the_job_is_over(file: Path) -> None:
    journal = filled(file, made_job(1), made_job(2))
    journal.update([made_job(1, state=JobState.DONE)])
    assert reserved(file) == [made_job(2).job_id]
    journal.remove([made_job(2).job_id])
    assert reserved(file) == []


def test_two_jobs_with_one_name_are_saved_and_the_first_has_it(file: Path) -> None:
    one = made_job(1, target=Path("/results/Film.webm"))
    other = made_job(2, target=Path("/results/FILM.webm"))
    journal = filled(file, one, other)
    assert journal.load() == (one, other)
    assert reserved(file) == [one.job_id]


# -- runs and attempts ---------------------------------------------------------------


def test_a_run_without_an_end_is_found_at_the_next_start(file: Path) -> None:
    journal = opened(file)
    assert journal.unclean_runs() == ()
    run_id = journal.begin_run()
    assert journal.unclean_runs() == ()
    journal = reopened(journal, file)
    assert journal.unclean_runs() == (run_id,)
    journal.begin_run()
    assert journal.unclean_runs() == (run_id,)


def test_a_run_that_ended_cleanly_is_none(file: Path) -> None:
    journal = opened(file)
    journal.begin_run()
    journal.end_run()
    assert reopened(journal, file).unclean_runs() == ()


def test_a_crash_is_told_once(file: Path) -> None:
    journal = opened(file)
    journal.begin_run()
    journal = reopened(journal, file)
    journal.begin_run()
    journal.end_run()
    assert reopened(journal, file).unclean_runs() == ()


def test_a_kill_before_the_new_run_begins_leaves_the_crash_to_be_told(file: Path) -> None:
    journal = opened(file)
    run_id = journal.begin_run()
    journal = reopened(journal, file)
    assert reopened(journal, file).unclean_runs() == (run_id,)


def test_an_attempt_tells_the_next_run_all_that_was_noted(file: Path) -> None:
    job = made_job(1, state=JobState.RUNNING, attempts=2)
    part, target = Path("/results/.clip.part-1"), Path("/results/clip.webm")
    journal = filled(file, made_job(1))
    run_id = journal.begin_run()
    journal.begin_attempt(job, part, target)
    bare = Attempt(job.job_id, 2, run_id, part, target)
    journal = reopened(journal, file)
    assert journal.open_attempts() == (bare,)
    assert journal.load() == (job,)


def test_child_and_publishing_are_noted(file: Path) -> None:
    job = made_job(1, attempts=1)
    part, target = Path("/results/.clip.part-1"), Path("/results/clip.webm")
    mark = Fingerprint(2**33, "ab" * 32)
    journal = filled(file, job)
    journal.begin_run()
    journal.begin_attempt(job, part, target)
    journal.attempt_started(job.job_id, 4711, 1_700_000_000.125, Path("/bin/ffmpeg"))
    journal.attempt_publishing(job.job_id, part, target, mark)
    (attempt,) = reopened(journal, file).open_attempts()
    assert attempt.publishing == (part, target, mark)
    assert (attempt.pid, attempt.created_at) == (4711, 1_700_000_000.125)
    assert attempt.executable == Path("/bin/ffmpeg")


def test_the_own_runs_attempts_are_not_left_overs(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.begin_run()
    journal.begin_attempt(made_job(1), Path("/part"), Path("/target"))
    assert journal.open_attempts() == ()


def test_an_ended_attempt_and_its_job_are_saved_as_one(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.begin_run()
    journal.begin_attempt(made_job(1, state=JobState.RUNNING), Path("/part"), Path("/target"))
    failed = made_job(1, state=JobState.FAILED, outcome=JobOutcome(JobState.FAILED, what="No."))
    journal.end_attempt(failed)
    journal = reopened(journal, file)
    assert journal.open_attempts() == ()
    assert journal.load() == (failed,)


def test_attempts_can_be_closed_without_their_jobs(file: Path) -> None:
    journal = filled(file, *made_jobs(2))
    journal.begin_run()
    for job in made_jobs(2):
        journal.begin_attempt(job, Path("/part"), Path("/target"))
    journal = reopened(journal, file)
    journal.close_attempts([made_job(0).job_id])
    assert [attempt.job_id for attempt in journal.open_attempts()] == [made_job(1).job_id]


def test_a_new_attempt_of_a_job_ends_its_older_one(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.begin_run()
    for number in (1, 2):
        journal.begin_attempt(made_job(1, attempts=number), Path(f"/part{number}"), Path("/t"))
    (attempt,) = reopened(journal, file).open_attempts()
    assert attempt.part == Path("/part2")


def test_a_note_on_a_job_without_an_attempt_passes(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.attempt_started(made_job(1).job_id, 1, 1.0, Path("/bin/ffmpeg"))
    assert journal.open_attempts() == ()


def test_attempts_go_with_their_job(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.begin_run()
    journal.begin_attempt(made_job(1), Path("/part"), Path("/target"))
    journal.remove([made_job(1).job_id])
    assert reopened(journal, file).open_attempts() == ()


# -- the rest ------------------------------------------------------------------------


def test_the_newest_samples_are_kept(file: Path) -> None:
    journal = opened(file)
    samples = [Experience("vp8", 1.5 * n, n, 2.5, n, 1000.0 + n) for n in range(510)]
    for sample in samples:
        journal.add_experience(sample)
    assert reopened(journal, file).experience() == tuple(samples[-500:])


def test_any_thread_may_write(file: Path) -> None:
    journal = opened(file)
    jobs = made_jobs(80)

    def add(some: tuple[QueuedJob, ...]) -> None:
        for job in some:
            journal.insert([(0, job)])
            journal.update([job])

    threads = [threading.Thread(target=add, args=(jobs[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    loaded = journal.load()
    assert sorted(ids(loaded)) == sorted(ids(jobs))
    assert reopened(journal, file).load() == loaded


def test_what_is_committed_is_synced_to_the_disk(file: Path) -> None:
    journal = opened(file)
    with journal._store.reading() as connection:
        answers = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert answers == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000,
    }  # fmt: skip


def test_a_closed_journal_says_so_in_words(file: Path) -> None:
    journal = filled(file, made_job(1))
    journal.close()
    with pytest.raises(JournalError):
        journal.load()
    with pytest.raises(JournalError):
        journal.update([made_job(1)])


def test_a_journal_in_memory_works_like_any_other(tmp_path: Path) -> None:
    journal = Journal.in_memory()
    journal.insert(list(enumerate(made_jobs(2))))
    journal.begin_run()
    journal.end_run()
    assert journal.load() == made_jobs(2)
    journal.close()


@pytest.mark.parametrize("size", [0, 1, MIB, MIB + 1, 2 * MIB, 3 * MIB])
def test_a_fingerprint_is_that_of_the_same_bytes(tmp_path: Path, size: int) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    data = bytes(range(251)) * (size // 251 + 1)
    one.write_bytes(data[:size])
    other.write_bytes(data[:size])
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one).size_bytes == size


@pytest.mark.parametrize("place", [0, MIB - 1, 2 * MIB, 3 * MIB - 1])
def test_a_changed_byte_at_either_end_changes_the_fingerprint(tmp_path: Path, place: int) -> None:
    file = tmp_path / "file"
    data = bytearray(3 * MIB)
    file.write_bytes(data)
    before = fingerprint(file)
    data[place] = 1
    file.write_bytes(data)
    assert fingerprint(file) != before
