"""Runs that do not go well: silence, death, cancelling; with small programs as engines."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio import paths
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity
from studio.verdict.page_report import PageReport
from studio.workflow import session
from studio.workflow.engines import identify, run_page

pytestmark = pytest.mark.skipif(os.name != "posix", reason="engines made of scripts")

TALK = """
import json, sys, time, urllib.request as u
url = sys.stdin.readline().strip()
base, _, run = url.partition("/player/check.html?run=")
def post(*events):
    body = json.dumps({"events": events}).encode()
    request = u.Request(f"{base}/runs/{run}/report", body, {"Content-Type": "application/json"})
    u.urlopen(request).close()
"""


@pytest.fixture
def server() -> Iterator[MediaServer]:
    with MediaServer(paths.resources_dir() / "player") as running:
        yield running


@pytest.fixture
def engine(tmp_path: Path) -> Callable[[str], Engine]:
    """Make an engine of a program that can ``post`` events."""

    def make(program: str) -> Engine:
        script = tmp_path / "engine.py"
        script.write_text(TALK + program)
        identity = EngineIdentity("fake", "Fake")
        return Engine(identity, EngineKind.EMBEDDED, (sys.executable, str(script)))

    return make


def test_a_final_report_ends_the_run(server: MediaServer, engine: Callable[[str], Engine]) -> None:
    program = """
post({"event": "stage", "name": "type"}, {"event": "odd"}, 5)
post({"event": "stage", "name": "play"}, {"event": "final", "outcome": "finished", "frames": 3})
time.sleep(60)
"""
    heard: list[str] = []
    run = run_page(engine(program), server, {}, time_limit_s=20, on_stage=heard.append)
    assert run.report is not None
    assert (run.report.outcome, run.report.frames) == ("finished", 3)
    assert run.stages == ("type", "play") == tuple(heard)
    assert run.elapsed_s < 10


def test_an_engine_that_dies_is_told_with_its_last_words(
    server: MediaServer, engine: Callable[[str], Engine]
) -> None:
    program = """
post({"event": "stage", "name": "play"})
print("out of memory", flush=True)
raise SystemExit(1)
"""
    run = run_page(engine(program), server, {}, time_limit_s=20)
    assert run.report is None
    assert run.reason == "The engine ended by itself at stage 'play': out of memory"


def test_a_silent_page_is_given_up_and_located(
    server: MediaServer, engine: Callable[[str], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "SILENCE_S", 1.0)
    program = "post({'event': 'stage', 'name': 'seek'})\ntime.sleep(60)"
    run = run_page(engine(program), server, {}, time_limit_s=20)
    assert run.report is None
    assert "Nothing was heard" in run.reason
    assert "'seek'" in run.reason


def test_a_page_that_talks_for_ever_is_given_up(
    server: MediaServer, engine: Callable[[str], Engine]
) -> None:
    program = "while True:\n    post({'event': 'playing'})\n    time.sleep(0.8)"
    run = run_page(engine(program), server, {}, time_limit_s=2)
    assert run.report is None
    assert "No final report within 2 s" in run.reason


def test_cancelling_ends_the_run(server: MediaServer, engine: Callable[[str], Engine]) -> None:
    cancel = threading.Event()
    program = "post({'event': 'stage', 'name': 'play'})\ntime.sleep(60)"

    def on_stage(_name: str) -> None:
        cancel.set()

    started = time.monotonic()
    run = run_page(engine(program), server, {}, time_limit_s=60, on_stage=on_stage, cancel=cancel)
    assert run.reason == "The check was cancelled."
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("agent", "version"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", "153.0"),
        ("Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36", "156.0.0.0"),
        ("something else", ""),
    ],
)
def test_an_unknown_version_is_taken_from_the_page(agent: str, version: str) -> None:
    engine = Engine(EngineIdentity("x", "X"), EngineKind.FIREFOX, ("x",))
    assert identify(engine, PageReport("finished", user_agent=agent)).version == version
