"""One program at a time works on a queue; the lock is the system's and dies with its holder."""

from pathlib import Path

from filelock import FileLock, Timeout

from studio.errors import StudioError


class QueueInUseError(StudioError):
    """Another program works on this queue."""


class QueueLock:
    """The right to work on one queue file.

    Args:
        queue_file: the lock is a file beside it; its content means nothing, and it may stay.
    """

    def __init__(self, queue_file: Path) -> None:
        self._lock = FileLock(queue_file.with_suffix(".lock"))

    def acquire(self) -> bool:
        """Take the lock without waiting; False when another program has it.

        Raises:
            OSError: the folder cannot be written.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def require(self) -> None:
        """Take the lock.

        Raises:
            QueueInUseError: another program has it.
        """
        if not self.acquire():
            raise QueueInUseError(
                "The queue is in use by another MSE Studio.",
                hint="Close the window or the other command first.",
            )

    def release(self) -> None:
        """Give the lock back; harmless when it was not taken."""
        self._lock.release()
