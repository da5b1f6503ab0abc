"""Runs: a plan handed to a page, and the reports that the page posts back."""

import json
import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)

ReportListener = Callable[[dict[str, object]], None]
"""Called with ``{"events": [...]}`` from the server's thread; must not block."""


@dataclass(frozen=True, slots=True)
class RunHandle:
    """One run of a page. ``check_url`` opens the check page on this run's plan."""

    run_id: str
    plan_url: str
    report_url: str
    check_url: str


class RunRegistry:
    """The runs whose pages may report. Safe to use from any thread."""

    def __init__(self) -> None:
        self._runs: dict[str, tuple[bytes, ReportListener]] = {}
        self._lock = threading.Lock()

    def add(self, plan: object, on_report: ReportListener) -> str:
        """Register a run and return its opaque id."""
        run_id = secrets.token_hex(8)
        body = json.dumps(plan).encode()
        with self._lock:
            self._runs[run_id] = (body, on_report)
        return run_id

    def remove(self, run_id: str) -> None:
        """End a run: later reports get 404. Unknown ids are ignored."""
        with self._lock:
            self._runs.pop(run_id, None)

    def plan_of(self, run_id: str) -> bytes | None:
        """Return the plan as JSON, or None when there is no such run."""
        with self._lock:
            found = self._runs.get(run_id)
        return None if found is None else found[0]

    def deliver(self, run_id: str, report: dict[str, object]) -> bool:
        """Hand a report to its listener; False when there is no such run.

        A listener's failure is logged and never reaches the page.
        """
        with self._lock:
            found = self._runs.get(run_id)
        if found is None:
            return False
        try:
            found[1](report)
        except Exception:
            log.exception("a listener of page reports failed")
        return True
