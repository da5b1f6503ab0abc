"""The jobs in their order, and which names of results are spoken for. Knows no disk."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from studio.batch.model import QueuedJob
from studio.transcode.model import JobState
from studio.transcode.publish import target_key

Placed = tuple[tuple[int, QueuedJob], ...]

RUNNABLE = frozenset({JobState.WAITING, JobState.INTERRUPTED})
"""States of jobs that Start takes."""


class Roster:
    """An ordered list of jobs, found by id. Not thread-safe: the queue's lock guards it.

    Rows and the jobs to run are looked up, not searched for: with 10,000 jobs a search in
    each event was what the queue spent its time on.
    """

    def __init__(self, jobs: Iterable[QueuedJob] = ()) -> None:
        self._order: list[str] = []
        self._jobs: dict[str, QueuedJob] = {}
        self._names: dict[str, str] = {}
        self._readers: dict[str, set[str]] = {}
        self._rows: dict[str, int] | None = None  # None: to be counted anew
        self._runnable: dict[str, None] | None = None  # in order; None: to be sought anew
        for job in jobs:
            self._order.append(job.job_id)
            self.replace(job)

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[QueuedJob]:
        """The jobs in order."""
        return (self._jobs[job_id] for job_id in self._order)

    def __contains__(self, job_id: str) -> bool:
        return job_id in self._jobs

    @property
    def order(self) -> tuple[str, ...]:
        """Every id, in order."""
        return tuple(self._order)

    def row_of(self, job_id: str) -> int:
        """Return the row of a job, or the next free one when it is not here."""
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self._order)}
        return self._rows.get(job_id, len(self._order))

    def get(self, job_id: str) -> QueuedJob | None:
        """Return a job, None when there is none of this id."""
        return self._jobs.get(job_id)

    def runnable(self) -> Iterator[QueuedJob]:
        """Yield the jobs that Start takes, in order; they may change meanwhile."""
        return (self._jobs[job_id] for job_id in tuple(self._runnable_ids()))

    def count_runnable(self) -> int:
        """Return how many jobs Start takes."""
        return len(self._runnable_ids())

    def _runnable_ids(self) -> dict[str, None]:
        if self._runnable is None:
            ids = (job_id for job_id in self._order if self._jobs[job_id].state in RUNNABLE)
            self._runnable = dict.fromkeys(ids)
        return self._runnable

    def pick(self, job_ids: Iterable[str]) -> list[QueuedJob]:
        """Return those of ``job_ids`` that are here, in the queue's order."""
        wanted = set(job_ids)
        return [self._jobs[job_id] for job_id in self._order if job_id in wanted]

    def insert(self, placed: Sequence[tuple[int, QueuedJob]]) -> Placed:
        """Put jobs at their final rows (ascending); rows past the end count from the end."""
        made = []
        for row, job in placed:
            place = min(max(0, row), len(self._order))
            if place == len(self._order):
                self._append(job)
            else:
                self._order.insert(place, job.job_id)
                self._rows = self._runnable = None
            self.replace(job)
            made.append((place, job))
        return tuple(made)

    def _append(self, job: QueuedJob) -> None:
        if self._rows is not None:
            self._rows[job.job_id] = len(self._order)
        if self._runnable is not None and job.state in RUNNABLE:
            self._runnable[job.job_id] = None
        self._order.append(job.job_id)

    def remove(self, job_ids: Iterable[str]) -> Placed:
        """Take jobs out; return them with the rows they had, ascending."""
        wanted = set(job_ids)
        rows = [(row, job_id) for row, job_id in enumerate(self._order) if job_id in wanted]
        taken = tuple((row, self._jobs.pop(job_id)) for row, job_id in rows)
        self._order = [job_id for job_id in self._order if job_id not in wanted]
        self._rows = self._runnable = None
        for _, job in taken:
            self._forget_name(job)
            self._forget_reader(job)
        return taken

    def reorder(self, order: Sequence[str]) -> None:
        """Use another order; ids that are unknown are left out, missing ones stay behind."""
        known = [job_id for job_id in dict.fromkeys(order) if job_id in self._jobs]
        named = set(known)
        self._order = known + [job_id for job_id in self._order if job_id not in named]
        self._rows = self._runnable = None

    def replace(self, job: QueuedJob) -> None:
        """Put a newer version of a job in place of the older."""
        old = self._jobs.get(job.job_id)
        if old is not None:
            self._forget_name(old)
        self._jobs[job.job_id] = job
        if old is None or old.source != job.source:
            if old is not None:
                self._forget_reader(old)
            self._readers.setdefault(target_key(job.source), set()).add(job.job_id)
        self._note_runnable(job)
        if job.target is not None and not job.state.is_final:
            self._names[target_key(job.target)] = job.job_id

    def is_taken(self, key: str, but_for: str) -> bool:
        """Tell whether another job than ``but_for`` is going to write this target."""
        owner = self._names.get(key)
        return owner is not None and owner != but_for

    def is_source(self, path: Path, but_for: str) -> bool:
        """Tell whether another job that is not over reads this path."""
        readers = self._readers.get(target_key(path), set()) - {but_for}
        return any(not self._jobs[job_id].state.is_success for job_id in readers)

    def _note_runnable(self, job: QueuedJob) -> None:
        if self._runnable is None:
            return
        if job.state not in RUNNABLE:
            self._runnable.pop(job.job_id, None)
        elif job.job_id not in self._runnable:
            self._runnable = None  # it belongs somewhere in between

    def _forget_reader(self, job: QueuedJob) -> None:
        key = target_key(job.source)
        readers = self._readers.get(key)
        if readers is not None:
            readers.discard(job.job_id)
            if not readers:
                del self._readers[key]

    def _forget_name(self, job: QueuedJob) -> None:
        if job.target is None:
            return
        key = target_key(job.target)
        if self._names.get(key) == job.job_id:
            del self._names[key]
