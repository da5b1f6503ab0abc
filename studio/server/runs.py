"""Runs: a plan handed to a page, the reports it posts back, and the run that follows."""

import asyncio
import json
import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

ReportListener = Callable[[dict[str, object]], None]
"""Called with ``{"events": [...]}`` from the server's thread; must not block."""

NEXT_WAIT_S = 18.0
"""A page that asks for its next run is answered within 20 s; then it asks again."""

_Waiter = tuple[asyncio.AbstractEventLoop, "asyncio.Future[None]"]


@dataclass(frozen=True, slots=True)
class RunHandle:
    """One run of a page. ``check_url`` opens the check page on this run's plan."""

    run_id: str
    plan_url: str
    report_url: str
    check_url: str


@dataclass(slots=True)
class _Run:
    """One run that may report. ``waiters`` are pages that ask what comes next."""

    plan: bytes
    on_report: ReportListener
    next_id: str = ""
    has_picture: bool = False
    waiters: list[_Waiter] = field(default_factory=list)

    def wake(self) -> None:
        """Let every waiting page be answered; call it with the registry's lock held."""
        for loop, waiter in self.waiters:
            try:
                loop.call_soon_threadsafe(_release, waiter)
            except RuntimeError:
                log.debug("the server ended before its page was answered")
        self.waiters.clear()


def _release(waiter: "asyncio.Future[None]") -> None:
    if not waiter.done():
        waiter.set_result(None)


class RunRegistry:
    """The runs whose pages may report. Safe to use from any thread."""

    def __init__(self) -> None:
        self._runs: dict[str, _Run] = {}
        self._lock = threading.Lock()

    def add(self, plan: object, on_report: ReportListener) -> str:
        """Register a run and return its opaque id."""
        run_id = secrets.token_hex(8)
        run = _Run(json.dumps(plan).encode(), on_report)
        with self._lock:
            self._runs[run_id] = run
        return run_id

    def remove(self, run_id: str) -> None:
        """End a run: later reports get 404. Unknown ids are ignored."""
        with self._lock:
            run = self._runs.pop(run_id, None)
            if run is not None:
                run.wake()

    def plan_of(self, run_id: str) -> bytes | None:
        """Return the plan as JSON, or None when there is no such run."""
        with self._lock:
            found = self._runs.get(run_id)
        return None if found is None else found.plan

    def set_next(self, run_id: str, next_id: str) -> None:
        """Name the run that follows on a run's page, at once if the page asks already."""
        with self._lock:
            run = self._runs.get(run_id)
            if run is not None:
                run.next_id = next_id
                run.wake()

    async def next_of(self, run_id: str, wait_s: float = NEXT_WAIT_S) -> str | None:
        """Wait for the run that follows.

        Args:
            run_id: whose page asks.
            wait_s: how long, in s.

        Returns:
            its id; "" when there is none yet; None when there is no such run (any more).
        """
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        with self._lock:
            run = self._runs.get(run_id)
            if run is not None and not run.next_id:
                run.waiters.append((loop, waiter))
            else:
                _release(waiter)
        try:
            async with asyncio.timeout(wait_s):
                await waiter
        except TimeoutError:
            return ""
        finally:
            self._forget(run_id, waiter)
        with self._lock:
            run = self._runs.get(run_id)
        return None if run is None else run.next_id

    def take_picture(self, run_id: str) -> bool:
        """Tell whether a run may deliver a picture; only the first time."""
        with self._lock:
            run = self._runs.get(run_id)
            if run is None or run.has_picture:
                return False
            run.has_picture = True
            return True

    def deliver(self, run_id: str, report: dict[str, object]) -> bool:
        """Hand a report to its listener; False when there is no such run.

        A listener's failure is logged and never reaches the page.
        """
        with self._lock:
            found = self._runs.get(run_id)
        if found is None:
            return False
        try:
            found.on_report(report)
        except Exception:
            log.exception("a listener of page reports failed")
        return True

    def _forget(self, run_id: str, waiter: "asyncio.Future[None]") -> None:
        with self._lock:
            run = self._runs.get(run_id)
            if run is not None:
                run.waiters[:] = [one for one in run.waiters if one[1] is not waiter]
