"""Work that a page asks for and may soon not want any more: the latest wish is done first."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

Result = TypeVar("Result")


class LatestFirst(Generic[Result]):
    """A few threads and a bounded pile of tasks; the newest is taken, the oldest falls out.

    May be used from any thread.

    Args:
        name: of the threads.
        workers: how many threads at most.
        most: tasks that wait at most; one that falls out is cancelled.
    """

    def __init__(self, name: str, workers: int, most: int) -> None:
        self._name, self._workers, self._most = name, workers, most
        self._pile: list[tuple[Callable[[], Result], Future[Result]]] = []
        self._wake = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._is_closed = False

    def ask(self, task: Callable[[], Result]) -> "Future[Result]":
        """Put a task on top of the pile."""
        future: Future[Result] = Future()
        with self._wake:
            if self._is_closed:
                future.cancel()
                return future
            self._pile.append((task, future))
            fallen = self._pile.pop(0)[1] if len(self._pile) > self._most else None
            if self._idle == 0 and len(self._threads) < self._workers:
                self._start()
            self._wake.notify()
        if fallen is not None:
            fallen.cancel()
        return future

    def close(self) -> None:
        """Cancel what waits; what is being done goes on to its end."""
        with self._wake:
            self._is_closed = True
            pile, self._pile = self._pile, []
            self._wake.notify_all()
        for _, future in pile:
            future.cancel()

    def join(self, limit_s: float) -> None:
        """Wait until the threads have ended, after ``close``."""
        for thread in self._threads:
            thread.join(limit_s)

    def _start(self) -> None:
        name = f"{self._name}-{len(self._threads)}"
        thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            task, future = taken
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = task()
            except Exception as error:  # noqa: BLE001 - told to whoever asked
                future.set_exception(error)
            else:
                future.set_result(result)

    def _next(self) -> "tuple[Callable[[], Result], Future[Result]] | None":
        with self._wake:
            self._idle += 1
            try:
                self._wake.wait_for(lambda: self._pile or self._is_closed)
                return None if self._is_closed else self._pile.pop()
            finally:
                self._idle -= 1
