"""Asks each engine which types it takes, one after the other, and keeps why one did not say."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from studio import paths
from studio.errors import EngineError
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from studio.verdict.model import EngineIdentity
from studio.workflow.engines import identify, run_page

ANSWER_LIMIT_S = 45.0
"""From the launch to the answer; a cold browser needs 2 to 4 s here."""
NO_TYPES = "Its page named no types."


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What an engine says of itself; ``reason`` tells why it said nothing.

    ``types`` maps a MIME type to what ``MediaSource.isTypeSupported`` said, ``decoding`` to
    what ``mediaCapabilities`` said, where it said anything. That is the engine's word, no
    proof: only a file that was played proves anything.
    """

    identity: EngineIdentity
    types: Mapping[str, bool] = field(default_factory=dict)
    reason: str = ""
    elapsed_s: float = 0.0
    decoding: Mapping[str, bool] = field(default_factory=dict)

    @property
    def is_given(self) -> bool:
        """True when the engine answered."""
        return bool(self.types)


def ask_engines(
    engines: Sequence[Engine],
    mimes: Sequence[str],
    *,
    on_asking: Callable[[Engine], None],
    on_answer: Callable[[EngineAnswer], None],
    cancel: threading.Event,
) -> None:
    """Ask engines for types; each answer is told as soon as it is there.

    Args:
        engines: whom to ask, in this order.
        mimes: the types.
        on_asking: hears who is asked now, from this thread.
        on_answer: hears each answer, also one that was not given, from this thread.
        cancel: when set, the engine that is asked is ended and no other is started.

    Raises:
        StudioError: the server could not be started.
    """
    with MediaServer(paths.resources_dir() / "player") as server:
        for engine in engines:
            if cancel.is_set():
                return
            on_asking(engine)
            answer = _ask(engine, mimes, server, cancel)
            if not cancel.is_set():
                on_answer(answer)


def _ask(
    engine: Engine, mimes: Sequence[str], server: MediaServer, cancel: threading.Event
) -> EngineAnswer:
    plan = {"kind": "types", "mimes": list(mimes)}
    try:
        run = run_page(engine, server, plan, time_limit_s=ANSWER_LIMIT_S, cancel=cancel)
    except EngineError as problem:
        return EngineAnswer(engine.identity, reason=f"{problem.what} {problem.detail}".strip())
    if run.report is None:
        return EngineAnswer(engine.identity, reason=run.reason, elapsed_s=run.elapsed_s)
    identity = identify(engine, run.report)
    types = run.report.types
    reason = "" if types else NO_TYPES
    if run.report.error is not None and not types:
        reason = run.report.error.detail or run.report.error.code
    return EngineAnswer(identity, types, reason, run.elapsed_s, run.report.decoding)
