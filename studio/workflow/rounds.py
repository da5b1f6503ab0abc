"""One file played by several engines: at first together, then alone what needs it."""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from studio.verdict.model import PlaybackReport
from studio.workflow.session import EngineSession
from studio.workflow.trial import Answer, Trial

_WAIT_S = 0.5
"""So that an interrupt reaches a waiting thread on Windows, too."""


class Stop:
    """Tells whether a check is still wanted: by its caller, and by the bench.

    Args:
        closed: set when the bench is closed.
        cancel: the caller's own.
    """

    def __init__(self, closed: threading.Event, cancel: threading.Event | None) -> None:
        self._closed, self._cancel = closed, cancel
        self._left = False

    def is_set(self) -> bool:
        """Tell whether to stop now."""
        cancelled = self._cancel is not None and self._cancel.is_set()
        return cancelled or self._left or self._closed.is_set()

    def leave(self) -> None:
        """The caller was interrupted: whatever still plays is not wanted."""
        self._left = True


class Round:
    """Has one file played by all engines.

    Args:
        trial: the file.
        sessions: the engines.
        on_stage: hears ``"Chromium: play"`` and the like, from the thread that asks for reports.
        stop: asked by everything that waits.
    """

    def __init__(
        self,
        trial: Trial,
        sessions: Sequence[EngineSession],
        on_stage: Callable[[str], None] | None,
        stop: Stop,
    ) -> None:
        self._trial, self._sessions = trial, sessions
        self._on_stage, self._stop = on_stage, stop
        self._told: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def reports(self, parallel: int) -> list[PlaybackReport]:
        """Return one report for each engine, in their order.

        Args:
            parallel: engines that may play at the same time.
        """
        most = max(1, min(parallel, len(self._sessions)))
        with ThreadPoolExecutor(max_workers=most, thread_name_prefix="bench") as pool:
            tries = [pool.submit(self._trial.play, s, self._teller(s)) for s in self._sessions]
            answers = zip(self._sessions, self._await(tries), strict=True)
            return [self._settled(pool, *pair).report for pair in answers]

    def _settled(self, pool: ThreadPoolExecutor, session: EngineSession, answer: Answer) -> Answer:
        """Return an answer that may stand; whoever plays again has the machine for itself."""
        if not self._trial.needs_more(answer):
            return answer
        teller = self._teller(session)
        return self._await([pool.submit(self._trial.play_again, session, answer, teller)])[0]

    def _teller(self, session: EngineSession) -> Callable[[str], None]:
        title = session.engine.identity.title
        return lambda stage: self._told.put(f"{title}: {stage}")

    def _await(self, tries: "Sequence[Future[Answer]]") -> list[Answer]:
        """Pass on what is told until all is done; an interrupted caller ends the engines."""
        for one in tries:
            one.add_done_callback(lambda _: self._told.put(None))
        left = len(tries)
        try:
            while left:
                left -= self._pass_on()
        finally:
            if left:
                self._stop.leave()
        return [one.result() for one in tries]

    def _pass_on(self) -> int:
        """Return 1 when one of the engines is done."""
        try:
            told = self._told.get(timeout=_WAIT_S)
        except queue.Empty:
            return 0
        if told is None:
            return 1
        if self._on_stage is not None:
            self._on_stage(told)
        return 0
