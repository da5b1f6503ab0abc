"""The queue's memory: one SQLite file; every call is one transaction, on the disk on return."""

import logging
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from studio.batch import places, tables
from studio.batch.experience import Experience
from studio.batch.model import QueuedJob
from studio.batch.queue_file import OpenReport, make_anew, open_file, open_memory
from studio.batch.rows import Attempt, Fingerprint, RowCodec, fingerprint, path_bytes
from studio.batch.store import JournalError, LostFileError, Store

__all__ = ["Attempt", "Fingerprint", "Journal", "JournalError", "OpenReport", "fingerprint"]

log = logging.getLogger(__name__)


class Journal:
    """What is written here outlives the program; any thread may call.

    A call that raises ``JournalError`` has saved nothing and harmed nothing: later calls work
    when there is space again. Every call may raise it.
    """

    def __init__(self, store: Store, jobs: tuple[QueuedJob, ...] | None = None) -> None:
        self._store = store
        self._codec = RowCodec()
        self._loaded = jobs
        self._run_id = ""
        self._unclean: tuple[str, ...] | None = None
        with store.reading() as connection:
            self._numbers = tables.numbers_of(connection)

    @classmethod
    def open(cls, path: Path) -> tuple["Journal", OpenReport]:
        """Open the queue file: made when missing, recovered when damaged.

        Never fails: where nothing can be kept, the journal works in memory, and the report
        says so.

        Args:
            path: of ``queue.db``; copies and damaged files are kept beside it.
        """
        store, jobs, report = open_file(path)
        return cls(store, jobs), report

    @classmethod
    def in_memory(cls) -> "Journal":
        """Return an empty journal that ends with the program."""
        return cls(open_memory())

    # -- jobs ------------------------------------------------------------------------

    def load(self) -> tuple[QueuedJob, ...]:
        """Return every job, in order."""
        with self._store.lock:
            if self._loaded is None:
                with self._store.reading() as connection:
                    rows = tables.job_rows(connection)
                self._loaded = tuple(self._codec.job(row) for row in rows)
            return self._loaded

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes jobs."""
        with self._store.lock, self._store.writing() as connection:
            self._loaded = None
            yield connection

    def insert(self, placed: Sequence[tuple[int, QueuedJob]]) -> None:
        """Put new jobs in; raises as well when one is there already.

        Args:
            placed: final rows, ascending, counted with the new jobs in.
        """
        jobs = [job for _, job in placed]
        with self._store.lock:
            new = [(row, job.job_id) for row, job in placed]
            numbers = places.numbered(places.inserted(tuple(self._numbers), new), self._numbers)
            with self._changing() as connection:
                rows = [self._codec.row(job, numbers[job.job_id]) for job in jobs]
                tables.insert_jobs(connection, rows)
                tables.reserve(connection, jobs)
                tables.renumber(connection, self._numbers, numbers)
            self._numbers = numbers

    def update(self, jobs: Sequence[QueuedJob]) -> None:
        """Replace jobs that are there; raises as well when one is not."""
        with self._store.lock:
            rows = self._rows(jobs)
            with self._changing() as connection:
                tables.put_jobs(connection, rows)
                tables.reserve(connection, jobs)

    def remove(self, job_ids: Sequence[str]) -> None:
        """Take jobs out, with all that was noted of them; unknown ids pass."""
        gone = set(job_ids)
        with self._store.lock:
            with self._changing() as connection:
                tables.delete_jobs(connection, gone)
            self._numbers = {i: number for i, number in self._numbers.items() if i not in gone}

    def reorder(self, order: Sequence[str]) -> None:
        """Put all jobs in another order; raises as well when these are not all jobs, once."""
        with self._store.lock:
            if sorted(order) != sorted(self._numbers):
                raise _mismatch("the order does not name every job once")
            numbers = places.reordered(order, self._numbers)
            with self._changing() as connection:
                tables.renumber(connection, self._numbers, numbers)
            self._numbers = numbers

    def replace_all(self, jobs: Sequence[QueuedJob]) -> None:
        """Make the file hold exactly these jobs, in this order: after saves that failed.

        What was noted of the attempts of running jobs stays. A file that is damaged or gone is
        made anew.
        """
        with self._store.lock:
            try:
                self._replace_all(jobs)
            except LostFileError as error:
                log.info("the queue file is made anew: %s", error.detail or error.what)
                self._store.renew(make_anew)
                self._numbers = {}
                self._replace_all(jobs)

    def _replace_all(self, jobs: Sequence[QueuedJob]) -> None:
        numbers = places.numbered([job.job_id for job in jobs], {})
        with self._changing() as connection:
            tables.delete_jobs(connection, self._numbers.keys() - numbers.keys())
            rows = [self._codec.row(job, numbers[job.job_id]) for job in jobs]
            tables.put_jobs(connection, rows)
            tables.reserve(connection, jobs)
            tables.close_attempts(connection, [j.job_id for j in jobs if not j.state.is_active])
            if self._run_id and not tables.knows_run(connection, self._run_id):
                tables.begin_run(connection, self._run_id)
        self._numbers = numbers

    def _rows(self, jobs: Sequence[QueuedJob]) -> list[tuple[object, ...]]:
        unknown = [job.job_id for job in jobs if job.job_id not in self._numbers]
        if unknown:
            raise _mismatch(f"there is no job {unknown[0]}")
        return [self._codec.row(job, self._numbers[job.job_id]) for job in jobs]

    # -- runs of the program ---------------------------------------------------------

    def begin_run(self) -> str:
        """Note that the program runs; without ``end_run`` this counts as a crash.

        Returns:
            The run's id.
        """
        run_id = uuid.uuid4().hex
        unclean = self.unclean_runs()
        with self._store.writing() as connection:
            tables.begin_run(connection, run_id)
        self._run_id, self._unclean = run_id, unclean
        return run_id

    def end_run(self) -> None:
        """Note that the program ended as it should."""
        with self._store.writing() as connection:
            tables.end_run(connection, self._run_id)

    def unclean_runs(self) -> tuple[str, ...]:
        """Return earlier runs without a clean end, oldest first.

        Those that were there at an earlier ``begin_run`` of another program are left out.
        """
        if self._unclean is not None:
            return self._unclean
        with self._store.reading() as connection:
            return tables.unclean_runs(connection)

    # -- attempts: what is done with a job, noted before it is done --------------------

    def begin_attempt(self, job: QueuedJob, part: Path, target: Path) -> None:
        """Save the job, and note that it is about to write ``part``."""
        attempt = Attempt(job.job_id, job.attempts, self._run_id, part, target)
        with self._store.lock:
            rows = self._rows([job])
            with self._changing() as connection:
                tables.put_jobs(connection, rows)
                tables.reserve(connection, [job])
                tables.add_attempt(connection, attempt)

    def attempt_started(self, job_id: str, pid: int, created_at: float, executable: Path) -> None:
        """Note the child process of a job's open attempt."""
        values = {"pid": pid, "created_at": created_at, "executable": path_bytes(executable)}
        with self._store.writing() as connection:
            tables.note_attempt(connection, job_id, values)

    def attempt_publishing(
        self, job_id: str, finished: Path, target: Path, mark: Fingerprint
    ) -> None:
        """Note that a finished and checked file is about to get its name."""
        values = {
            "finished": path_bytes(finished),
            "final": path_bytes(target),
            "size_bytes": mark.size_bytes,
            "digest": mark.digest,
        }
        with self._store.writing() as connection:
            tables.note_attempt(connection, job_id, values)

    def end_attempt(self, job: QueuedJob) -> None:
        """Save the job, and note that its attempt is over."""
        with self._store.lock:
            rows = self._rows([job])
            with self._changing() as connection:
                tables.put_jobs(connection, rows)
                tables.reserve(connection, [job])
                tables.close_attempts(connection, [job.job_id])

    def open_attempts(self) -> tuple[Attempt, ...]:
        """Return the attempts of earlier runs of the program that never ended."""
        with self._store.reading() as connection:
            return tables.open_attempts(connection, but_for_run=self._run_id)

    def close_attempts(self, job_ids: Sequence[str]) -> None:
        """Note that the attempts of these jobs are over."""
        with self._store.writing() as connection:
            tables.close_attempts(connection, job_ids)

    # -- what past runs teach ----------------------------------------------------------

    def add_experience(self, sample: Experience) -> None:
        """Keep how long a job took, and forget the oldest samples."""
        with self._store.writing() as connection:
            tables.add_experience(connection, sample)

    def experience(self) -> tuple[Experience, ...]:
        """Return the newest samples, oldest first."""
        with self._store.reading() as connection:
            return tables.experience(connection)

    def close(self) -> None:
        """Close the file; later calls raise. This does not end the run."""
        self._store.close()


def _mismatch(detail: str) -> JournalError:
    what = "Could not save the queue: it does not match what was saved before."
    return JournalError(what, hint="It is saved as a whole at the next try.", detail=detail)
