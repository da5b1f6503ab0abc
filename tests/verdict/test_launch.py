"""Starting and ending engines: nothing is left over, and the secret is on no command line."""

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from studio.errors import EngineError
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.launch import RunningEngine, launch
from studio.verdict.model import EngineIdentity
from studio.verdict.processes import TERM_WAIT_S

SECRET = "http://127.0.0.1:1/t/top-secret/player/check.html?run=1&x=<>"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX")

Start = Callable[[str, EngineKind], RunningEngine]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Launch a Python program as if it were an engine."""

    def run(program: str, kind: EngineKind) -> RunningEngine:
        script = tmp_path / "engine.py"
        script.write_text(program)
        command = (sys.executable, str(script))
        return launch(Engine(EngineIdentity("fake", "Fake"), kind, command), SECRET)

    return run


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something holds, at most 10 s."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def children_of(running: RunningEngine) -> list[psutil.Process]:
    """Descendants, the engine itself included."""
    root = psutil.Process(running.pid)
    return [root, *root.children(recursive=True)]


FAMILY = """
import signal, subprocess, sys, time
if "--grandchild" not in sys.argv:
    again = [sys.executable, __file__, "--grandchild"]
    subprocess.Popen(again)
    subprocess.Popen([*again, *sys.argv[1:]], start_new_session=True)
signal.signal(signal.SIGTERM, signal.{answer})
print("ready", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("answer", ["SIG_DFL", "SIG_IGN"])
def test_close_ends_all_processes_even_those_that_ignore_it(start: Start, answer: str) -> None:
    running = start(FAMILY.replace("{answer}", answer), EngineKind.CHROMIUM)
    wait_for(lambda: running.log_tail().count("ready") == 3)
    family = children_of(running)
    assert len(family) == 3
    started = time.monotonic()
    running.close()
    assert time.monotonic() - started < TERM_WAIT_S + 7
    assert not [p for p in family if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    assert not running.profile.exists()


@pytest.mark.parametrize("kind", list(EngineKind))
def test_secret_is_on_no_command_line(start: Start, kind: EngineKind) -> None:
    program = "import sys, time; print(sys.argv, flush=True); time.sleep(60)"
    with start(program, kind) as running:
        wait_for(lambda: running.log_tail() != "")
        assert "top-secret" not in running.log_tail()
        assert "top-secret" not in str([p.cmdline() for p in children_of(running)])
        assert stat.S_IMODE(running.profile.stat().st_mode) == 0o700


def test_embedded_engine_gets_its_address_on_its_input(start: Start) -> None:
    program = "import sys; print(sys.stdin.readline().strip(), flush=True); sys.stdin.read()"
    with start(program, EngineKind.EMBEDDED) as running:
        wait_for(lambda: running.log_tail() == SECRET)


def test_browser_gets_its_address_by_a_private_file(start: Start) -> None:
    program = "import sys, urllib.request as u; print(u.urlopen(sys.argv[-1]).read().decode())"
    with start(program, EngineKind.FIREFOX) as running:
        wait_for(running.has_ended)
        assert "top-secret/player/check.html?run=1&amp;x=&lt;&gt;" in running.log_tail()


def test_an_engine_that_ended_can_be_closed(start: Start) -> None:
    running = start("raise SystemExit(3)", EngineKind.EMBEDDED)
    wait_for(running.has_ended)
    running.close()
    assert not running.profile.exists()


def test_an_engine_that_cannot_be_started_is_a_sentence(tmp_path: Path) -> None:
    engine = Engine(EngineIdentity("x", "Nope"), EngineKind.CHROMIUM, (str(tmp_path / "none"),))
    with pytest.raises(EngineError, match="Nope could not be started"):
        launch(engine, SECRET)
