"""An engine that stays open: it plays run after run, and is launched anew when it must be."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.launch import RunningEngine, launch
from studio.verdict.page_report import parse_page_report
from studio.workflow.heard import Heard, PageRun

log = logging.getLogger(__name__)

FIRST_REPORT_S = 30.0
"""From the launch to the page's first word; a cold browser takes 2 s here."""
FOLLOW_S = 15.0
"""From naming the next run to its page's first word; it takes 0.1 s here."""
SILENCE_S = 20.0
"""Between two words of a page: it speaks at each stage, and every 2 s while it plays."""
POLL_S = 0.1
"""How often it is asked whether the engine lives and the caller still wants it."""
IDLE_S = 15.0
FILES_PER_LAUNCH = 100
"""Then the engine's memory is given back by launching it anew."""
_CANCELLED = "The check was cancelled."

_Events = queue.SimpleQueue[Mapping[str, object]]


def _ignore(_stage: str) -> None:
    return


def _never() -> bool:
    return False


class EngineSession:
    """One engine and the page in it, which goes on from one run to the next.

    Calls wait for each other. The engine stays open until the session is closed, or is told
    to rest and then not needed for a while; the next call launches it again.

    Args:
        engine: who plays.
        server: running, and serving what the plans name.
        idle_s: how long a resting engine stays open, in s; 0 for one that plays one run only.
        most_files: after so many runs it is launched anew.
        extra: further options for the engine.
    """

    def __init__(
        self,
        engine: Engine,
        server: MediaServer,
        *,
        idle_s: float = IDLE_S,
        most_files: int = FILES_PER_LAUNCH,
        extra: Sequence[str] = (),
    ) -> None:
        self.engine = engine
        self.launches = 0
        """How many times the engine was launched so far."""
        self._server, self._extra = server, extra
        self._idle_s, self._most_files = idle_s, most_files
        self._running: RunningEngine | None = None
        self._last_run = ""
        self._played = 0
        self._lock = threading.Lock()
        self._rest: threading.Timer | None = None

    @property
    def running(self) -> RunningEngine | None:
        """The launched engine, None while there is none."""
        return self._running

    def play(
        self,
        plan: Mapping[str, object],
        *,
        time_limit_s: float,
        on_stage: Callable[[str], None] = _ignore,
        is_cancelled: Callable[[], bool] = _never,
        fresh: bool = False,
    ) -> PageRun:
        """Let the page carry out a plan, and wait for its final report.

        Args:
            plan: JSON for the page; whether more may come is added here.
            time_limit_s: for all of it, a launch included.
            on_stage: hears the name of each stage, from this thread.
            is_cancelled: asked often; the engine is ended when it says so.
            fresh: in an engine launched for this run.

        Raises:
            EngineError: the engine cannot be started.
        """
        with self._lock:
            self._stay()
            return self._play(plan, time_limit_s, on_stage, is_cancelled, fresh=fresh)

    def stay(self) -> None:
        """Keep the engine open: work for it will come."""
        with self._lock:
            self._stay()

    def rest(self) -> None:
        """Let the engine be ended after a while, unless something is played before."""
        with self._lock:
            self._stay()
            if self._running is not None:
                self._rest = threading.Timer(self._idle_s, self._on_idle)
                self._rest.name, self._rest.daemon = "engine-rest", True
                self._rest.start()

    def close(self) -> None:
        """End the engine, if there is one. May be called twice."""
        with self._lock:
            self._stay()
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _play(
        self,
        plan: Mapping[str, object],
        time_limit_s: float,
        on_stage: Callable[[str], None],
        is_cancelled: Callable[[], bool],
        *,
        fresh: bool,
    ) -> PageRun:
        if is_cancelled():
            return PageRun(None, (), _CANCELLED, 0.0, stopped=True)
        if fresh or self._played >= self._most_files:
            self._end()
        started = time.monotonic()
        follows = self._running is not None
        while True:
            watch = _Watch(started, time_limit_s, on_stage, is_cancelled)
            run = self._once(plan, watch)
            if not follows or watch.heard.anything or run.stopped:
                return run
            log.info("%s did not go on to its next run", self.engine.identity.title)
            follows, started = False, time.monotonic()

    def _once(self, plan: Mapping[str, object], watch: "_Watch") -> PageRun:
        """Carry out a plan in the open page, or in a new engine; a lost engine is ended."""
        stays = self._idle_s > 0
        handle = self._server.add_run({**plan, "session": stays}, watch.events.put)
        run: PageRun | None = None
        try:
            if self._running is None:
                self._running = launch(self.engine, handle.check_url, extra=self._extra)
                self.launches += 1
                run = watch.collect(self._running, FIRST_REPORT_S)
            else:
                self._server.set_next_run(self._last_run, handle.run_id)
                run = watch.collect(self._running, FOLLOW_S)
        finally:
            self._server.remove_run(self._last_run)
            self._last_run = handle.run_id
            self._played += 1
            if run is None or run.report is None or not stays:
                self._end()
        return run

    def _end(self) -> None:
        running, self._running = self._running, None
        self._server.remove_run(self._last_run)
        self._last_run, self._played = "", 0
        if running is not None:
            running.close()

    def _stay(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _on_idle(self) -> None:
        """End the engine, unless it was asked for again in this moment."""
        with self._lock:
            if self._rest is threading.current_thread():
                self._rest = None
                self._end()


class _Watch:
    """Waits for what a page says, with a limit for everything."""

    def __init__(
        self,
        started: float,
        time_limit_s: float,
        on_stage: Callable[[str], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.events: _Events = queue.SimpleQueue()
        self.heard = Heard(on_stage)
        self._started, self._limit_s = started, time_limit_s
        self._is_cancelled = is_cancelled

    def collect(self, running: RunningEngine, first_word_s: float) -> PageRun:
        """Return the run when it is over, one way or the other."""
        latest = time.monotonic()
        while self.heard.final is None:
            if self._is_cancelled():
                return self._lost(_CANCELLED, stopped=True)
            try:
                self.heard.read(self.events.get(timeout=POLL_S))
                latest = time.monotonic()
            except queue.Empty:
                if running.has_ended():
                    return self._after_death(running)
            reason = self._overdue(latest, SILENCE_S if self.heard.stages else first_word_s)
            if reason and self.heard.final is None:
                return self._lost(reason)
        final = parse_page_report(self.heard.final)
        took_s = time.monotonic() - self._started
        return PageRun(
            final,
            self.heard.stages,
            "",
            took_s,
            picture=self.heard.picture,
            switches=tuple(self.heard.switches),
        )

    def _after_death(self, running: RunningEngine) -> PageRun:
        words = running.last_words() or "it said nothing"
        return self._lost(f"The engine ended by itself{self._place()}: {words}", died=True)

    def _overdue(self, latest: float, silence_s: float) -> str:
        now = time.monotonic()
        if now - self._started > self._limit_s:
            return f"No final report within {self._limit_s:.0f} s{self._place()}."
        if now - latest > silence_s:
            return f"Nothing was heard for {now - latest:.0f} s{self._place()}."
        return ""

    def _place(self) -> str:
        stages = self.heard.stages
        return f" at stage '{stages[-1]}'" if stages else ""

    def _lost(self, reason: str, *, died: bool = False, stopped: bool = False) -> PageRun:
        return PageRun(
            None,
            self.heard.stages,
            reason,
            time.monotonic() - self._started,
            self.heard.steps(reason),
            self.heard.picture,
            died,
            stopped,
            tuple(self.heard.switches),
        )
