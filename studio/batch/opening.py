"""Opens the queue of this user: lock, journal, recovery, in this order."""

import logging
from dataclasses import dataclass
from pathlib import Path

from studio.batch.journal import Journal
from studio.batch.lock import QueueLock
from studio.batch.logs import prune
from studio.batch.model import QueueListener, QueueNotice
from studio.batch.queue import JobQueue
from studio.batch.queue_words import apart
from studio.batch.recovery import recover
from studio.batch.tools import QueueTools

log = logging.getLogger(__name__)

FILE_NAME = "queue.db"


@dataclass(frozen=True, slots=True)
class OpenedQueue:
    """The queue, and what to tell about its opening. Close it by ``close``.

    ``is_persistent`` is False for a queue that ends with the program.
    """

    queue: JobQueue
    notices: tuple[QueueNotice, ...]
    lock: QueueLock
    is_persistent: bool = True

    def close(self, timeout_s: float = 10.0) -> bool:
        """Stop, save, end cleanly; another program may open the queue then."""
        ended = self.queue.close(timeout_s)
        self.lock.release()
        return ended


def open_queue(
    folder: Path, listener: QueueListener, tools: QueueTools, *, slots: int = 0
) -> OpenedQueue:
    """Open the queue in ``folder``.

    Raises:
        QueueInUseError: another program works on it.
    """
    path = folder / FILE_NAME
    lock = QueueLock(path)
    try:
        lock.require()
    except OSError as error:  # a folder that cannot be written: the queue lives in memory
        log.warning("the queue cannot be locked: %s", error)
    journal, report = Journal.open(path)
    recovered = recover(journal)
    notices = [report.problem, recovered.notice]
    queue = JobQueue(journal, listener, tools, slots=slots, settled=recovered.settled)
    if report.is_persistent and report.problem is None:
        prune(tools.logs, {job.job_id for job in queue.jobs()})
    told = tuple(notice for notice in notices if notice is not None)
    return OpenedQueue(queue, told, lock, report.is_persistent)


def open_apart(listener: QueueListener, tools: QueueTools, *, slots: int = 0) -> OpenedQueue:
    """Open an empty queue that is nobody else's and ends with the program."""
    queue = JobQueue(Journal.in_memory(), listener, tools, slots=slots)
    return OpenedQueue(queue, (apart(),), QueueLock(Path(FILE_NAME)), is_persistent=False)
