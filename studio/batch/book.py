"""The queue's books: what is in the roster is in the journal, and told, in this order."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Sequence

from studio.batch.journal import Journal, JournalError
from studio.batch.model import QueuedJob, QueueListener, QueueNotice
from studio.batch.roster import Placed, Roster

log = logging.getLogger(__name__)

UNSAVED = "queue-unsaved"
"""Key of the notice that the queue cannot be saved at the moment."""

Settle = Callable[[Sequence[QueuedJob]], Sequence[QueuedJob]]
"""Returns other versions of jobs, in the same order."""


class Book:
    """Roster, journal and listener under one lock.

    While the journal cannot be written (a full disk) everything goes on in memory, the user is
    told, and ``save_again`` writes all of it once that is possible.
    """

    def __init__(
        self, journal: Journal, listener: QueueListener, settled: Sequence[QueuedJob] = ()
    ) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.journal = journal
        self.roster = Roster(journal.load())
        self.listener = listener
        self._unsaved_since: float | None = None
        self._has_run = False
        self.update(settled)

    @property
    def is_unsaved(self) -> bool:
        """True while the journal lags behind."""
        return self._unsaved_since is not None

    def begin_run(self) -> str:
        """Note that the program runs; returns the run's id."""
        with self.lock:
            ids = [uuid.uuid4().hex]
            self.write(lambda: ids.append(self.journal.begin_run()))
            self._has_run = len(ids) > 1
            return ids[-1]

    def end_run(self) -> None:
        """Note that the program ends as it should, if that can be noted."""
        with self.lock:
            if not self.save_again():
                return
            try:
                self.journal.end_run()
            except JournalError as problem:
                log.warning("the end could not be noted: %s", problem.detail)

    def insert(self, placed: Sequence[tuple[int, QueuedJob]], settle: Settle) -> Placed:
        """Put jobs in.

        Args:
            placed: final rows, ascending, and the jobs.
            settle: returns the jobs as they are to be, one for one; they are in the roster then.
        """
        with self.lock:
            made = self.roster.insert(placed)
            settled = settle([job for _, job in made])
            made = tuple((row, job) for (row, _), job in zip(made, settled, strict=True))
            for job in settled:
                self.roster.replace(job)
            self.write(lambda: self.journal.insert(made))
            if made:
                self.listener.on_inserted(made)
            return made

    def remove(self, job_ids: Sequence[str]) -> Placed:
        """Take jobs out."""
        with self.lock:
            taken = self.roster.remove(job_ids)
            gone = tuple(job.job_id for _, job in taken)
            if gone:
                self.write(lambda: self.journal.remove(gone))
                self.listener.on_removed(gone)
            return taken

    def reorder(self, order: Sequence[str]) -> None:
        """Use another order."""
        with self.lock:
            before = self.roster.order
            self.roster.reorder(order)
            after = self.roster.order
            if after != before:
                self.write(lambda: self.journal.reorder(after))
                self.listener.on_reordered(after)

    def update(
        self,
        jobs: Sequence[QueuedJob],
        write: Callable[[], None] | None = None,
    ) -> None:
        """Put newer versions of jobs in place; unknown ones are left out.

        Args:
            jobs: the new versions.
            write: what to write instead of just these rows.
        """
        with self.lock:
            known = [job for job in jobs if job.job_id in self.roster]
            fresh = tuple(job for job in known if self.roster.get(job.job_id) != job)
            for job in fresh:
                self.roster.replace(job)
            if write is not None:
                self.write(write)
            elif fresh:
                self.write(lambda: self.journal.update(fresh))
            if fresh:
                self.listener.on_changed(fresh)
            self.changed.notify_all()

    def tell(self, notice: QueueNotice) -> None:
        """Tell the user something."""
        self.listener.on_notice(notice)

    def write(self, action: Callable[[], None]) -> None:
        """Do one write; when it fails, everything is written later."""
        if self._unsaved_since is not None:
            return
        try:
            action()
        except JournalError as problem:
            self._unsaved_since = time.time()
            log.warning("the queue could not be saved: %s %s", problem.what, problem.detail)
            clock = time.strftime("%H:%M")
            what = f"{problem.what} Running jobs continue; changes since {clock} are not saved."
            self.tell(QueueNotice(UNSAVED, what, problem.hint, problem.detail))

    def save_again(self) -> bool:
        """Try to write everything; True when the journal is up to date."""
        with self.lock:
            if self._unsaved_since is None:
                return True
            try:
                self.journal.replace_all(tuple(self.roster))
                if not self._has_run:
                    self.journal.begin_run()
                    self._has_run = True
            except JournalError as problem:
                log.info("still not saved: %s", problem.detail)
                return False
            self._unsaved_since = None
            self.tell(QueueNotice(UNSAVED, ""))
            return True
