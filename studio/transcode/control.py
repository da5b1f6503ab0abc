"""What other threads ask of a running job: to stop, to stand still, to go on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class CancelledError(Exception):
    """Leaves the steps of a job that was cancelled."""


class Control:
    """Asked from any thread, heeded by the thread of the job. A cancel is never taken back."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._cancelled = self._paused = False
        self._wakers: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """True once the job was asked to stop."""
        return self._cancelled

    @property
    def paused(self) -> bool:
        """True while the job shall stand still; a cancelled one shall not."""
        return self._paused and not self._cancelled

    def cancel(self) -> None:
        """Ask the job to stop; also ends a pause."""
        with self._changed:
            self._cancelled = True
        self._tell()

    def pause(self) -> None:
        """Ask the job to stand still."""
        with self._changed:
            self._paused = True
        self._tell()

    def resume(self) -> None:
        """Let the job go on."""
        with self._changed:
            self._paused = False
        self._tell()

    def check(self) -> None:
        """Return unless the job was cancelled.

        Raises:
            CancelledError: it was.
        """
        if self._cancelled:
            raise CancelledError

    def wait_while_paused(self) -> None:
        """Return when the job may go on, or was cancelled."""
        with self._changed:
            self._changed.wait_for(lambda: not self.paused)

    def sleep(self, seconds: float) -> None:
        """Wait; a cancel ends it.

        Raises:
            CancelledError: the job was cancelled.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled, seconds)
        self.check()

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call ``wake`` at every change, on the thread that asks for it."""
        with self._changed:
            self._wakers.append(wake)
        try:
            yield
        finally:
            with self._changed:
                self._wakers.remove(wake)

    def _tell(self) -> None:
        with self._changed:
            self._changed.notify_all()
            wakers = tuple(self._wakers)
        for wake in wakers:
            wake()
