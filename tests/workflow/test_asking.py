"""Engines that are asked for types and do not answer: the reason is kept, nothing hangs."""

import sys
import threading

from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity
from studio.workflow.asking import EngineAnswer, ask_engines

MIMES = ('video/webm; codecs="vp8"',)
QUITS = "raise SystemExit('no display')"
WAITS = "import time; time.sleep(60)"


def script(name: str, code: str) -> Engine:
    """An engine that is a line of Python."""
    identity = EngineIdentity(name, name.title(), "1")
    return Engine(identity, EngineKind.CHROMIUM, (sys.executable, "-c", code))


def ask(*engines: Engine, cancel_at: str = "") -> list[EngineAnswer]:
    """Return what was answered; cancels as soon as the named engine is asked."""
    answers: list[EngineAnswer] = []
    cancel = threading.Event()

    def on_asking(engine: Engine) -> None:
        if engine.identity.name == cancel_at:
            cancel.set()

    ask_engines(engines, MIMES, on_asking=on_asking, on_answer=answers.append, cancel=cancel)
    return answers


def test_an_engine_that_ends_leaves_a_reason_and_the_next_is_asked() -> None:
    missing = Engine(EngineIdentity("gone", "Gone"), EngineKind.CHROMIUM, ("/nowhere/browser",))
    first, second = ask(script("quits", QUITS), missing)
    assert not first.is_given
    assert "ended" in first.reason
    assert "no display" in first.reason
    assert not second.is_given
    assert "could not be started" in second.reason


def test_cancelling_ends_the_engine_and_asks_no_other() -> None:
    assert ask(script("waits", WAITS), script("quits", QUITS), cancel_at="waits") == []
