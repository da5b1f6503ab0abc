"""Runs a page of ours in an engine and collects what it reports."""

import queue
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.launch import RunningEngine, launch
from studio.verdict.model import EngineIdentity
from studio.verdict.page_report import PageReport, parse_page_report

FIRST_REPORT_S = 30.0
"""From the launch to the page's first word; a cold browser takes 2 s here."""
SILENCE_S = 20.0
"""Between two words of a page: it speaks at each stage, and every 2 s while it plays."""
POLL_S = 0.5
_USER_AGENT = re.compile(r"(?:Firefox|Edg|Chrome)/(\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class PageRun:
    """What came back: the final report, or why there is none."""

    report: PageReport | None
    stages: tuple[str, ...]
    reason: str
    elapsed_s: float


def run_page(
    engine: Engine,
    server: MediaServer,
    plan: object,
    *,
    time_limit_s: float,
    on_stage: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
    extra: Sequence[str] = (),
) -> PageRun:
    """Open the check page in an engine and wait for its final report.

    Args:
        engine: who plays.
        server: running, and serving what the plan names.
        plan: JSON for the page.
        time_limit_s: for everything from the launch on.
        on_stage: hears the name of each stage, from this thread.
        cancel: ends the run early when set.
        extra: further options for the engine.

    Raises:
        EngineError: the engine cannot be started.
    """
    events: queue.Queue[Mapping[str, object]] = queue.Queue()
    run = server.add_run(plan, events.put)
    try:
        with launch(engine, run.check_url, extra=extra) as running:
            return _Watch(running, events, time_limit_s, cancel).collect(on_stage or _ignore)
    finally:
        server.remove_run(run.run_id)


def identify(engine: Engine, report: PageReport) -> EngineIdentity:
    """Return the identity with the version that the page told, if none was known."""
    known = engine.identity
    found = _USER_AGENT.search(report.user_agent)
    if known.version or found is None:
        return known
    return EngineIdentity(known.name, known.title, found.group(1), known.path)


def _ignore(_stage: str) -> None:
    return


class _Watch:
    """Waits for reports, with limits for everything."""

    def __init__(
        self,
        running: RunningEngine,
        events: "queue.Queue[Mapping[str, object]]",
        time_limit_s: float,
        cancel: threading.Event | None,
    ) -> None:
        self._running, self._events, self._cancel = running, events, cancel
        self._started = time.monotonic()
        self._limit_s = time_limit_s
        self._stages: list[str] = []

    def collect(self, on_stage: Callable[[str], None]) -> PageRun:
        """Return the run when it is over, one way or the other."""
        heard = time.monotonic()
        while True:
            try:
                batch = self._events.get(timeout=POLL_S)
            except queue.Empty:
                reason = self._gave_up(heard)
                if reason:
                    return self._done(None, reason)
                continue
            heard = time.monotonic()
            final = self._read(batch, on_stage)
            if final is not None:
                return self._done(parse_page_report(final), "")

    def _read(
        self, batch: Mapping[str, object], on_stage: Callable[[str], None]
    ) -> Mapping[str, object] | None:
        events = batch.get("events")
        for event in events if isinstance(events, list) else ():
            if not isinstance(event, dict):
                continue
            if event.get("event") == "final":
                return event
            if event.get("event") == "stage":
                name = str(event.get("name", ""))[:100]
                self._stages.append(name)
                on_stage(name)
        return None

    def _gave_up(self, heard: float) -> str:
        now = time.monotonic()
        place = f" at stage '{self._stages[-1]}'" if self._stages else ""
        if self._cancel is not None and self._cancel.is_set():
            return "The check was cancelled."
        if self._running.has_ended():
            return f"The engine ended by itself{place}: {self._last_words()}"
        if now - self._started > self._limit_s:
            return f"No final report within {self._limit_s:.0f} s{place}."
        if now - heard > (SILENCE_S if self._stages else FIRST_REPORT_S):
            return f"Nothing was heard for {now - heard:.0f} s{place}."
        return ""

    def _last_words(self) -> str:
        lines = self._running.log_tail().splitlines()
        return lines[0][:300] if lines else "it said nothing"

    def _done(self, report: PageReport | None, reason: str) -> PageRun:
        elapsed_s = time.monotonic() - self._started
        return PageRun(report, tuple(self._stages), reason, elapsed_s)
