"""Runs a page of ours in an engine launched for it alone, and says which engine it was."""

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.model import EngineIdentity
from studio.verdict.page_report import PageReport
from studio.workflow.heard import PageRun
from studio.workflow.session import EngineSession

_USER_AGENT = re.compile(r"(?:Firefox|Edg|Chrome)/(\d+(?:\.\d+)*)")


def run_page(
    engine: Engine,
    server: MediaServer,
    plan: Mapping[str, object],
    *,
    time_limit_s: float,
    on_stage: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
    extra: Sequence[str] = (),
) -> PageRun:
    """Open the check page in an engine, wait for its final report, and end the engine.

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
    with EngineSession(engine, server, idle_s=0, extra=extra) as session:
        return session.play(
            plan,
            time_limit_s=time_limit_s,
            on_stage=on_stage or _ignore,
            is_cancelled=(cancel or threading.Event()).is_set,
        )


def identify(engine: Engine, report: PageReport) -> EngineIdentity:
    """Return the identity with the version that the page told, if none was known."""
    known = engine.identity
    found = _USER_AGENT.search(report.user_agent)
    if known.version or found is None:
        return known
    return replace(known, version=found.group(1))


def _ignore(_stage: str) -> None:
    return


__all__ = ["PageRun", "identify", "run_page"]
