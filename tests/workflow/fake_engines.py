"""Engines made of small programs: they speak the page's protocol, and misbehave on demand."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.model import EngineIdentity

TALK = '''
import json, os, signal, sys, time, urllib.error, urllib.request as u
base, _, run = sys.stdin.readline().strip().partition("/player/check.html?run=")
plays = 0
def ask(path):
    with u.urlopen(f"{base}/runs/{run}/{path}") as answer:
        return json.load(answer) if answer.status == 200 else None
def post(*events):
    body = json.dumps({"events": events}).encode()
    request = u.Request(f"{base}/runs/{run}/report", body, {"Content-Type": "application/json"})
    u.urlopen(request).close()
def send(jpeg, query):
    u.urlopen(u.Request(f"{base}/runs/{run}/picture?{query}", jpeg, {"Content-Type": "image/jpeg"}))
def stage(name, t=0):
    post({"event": "stage", "name": name, "t": t})
def final(**evidence):
    post({"event": "final", "outcome": "unsupported", "user_agent": f"{os.getpid()}", **evidence})
def follow():
    """Wait for the next run, as the page does."""
    global run, plays
    while True:
        found = ask("next")
        if found:
            run, plays = found["run"], plays + 1
            return
def serve(play):
    """Play run after run until the engine is ended."""
    while True:
        play(ask("plan.json"))
        follow()
'''
"""``final`` says that the codecs are not supported: these programs cannot play anything."""

OBEDIENT = """
def play(plan):
    stage("type"); stage("play"); final()
serve(play)
"""


def fake_engine(folder: Path, program: str, name: str = "fake") -> Engine:
    """Make an engine of a program that can use what ``TALK`` defines."""
    script = folder / f"{name}.py"
    script.write_text(TALK + program, encoding="utf-8")
    identity = EngineIdentity(name, name.title(), "1")
    return Engine(identity, EngineKind.EMBEDDED, (sys.executable, str(script)))


def leftovers(folder: Path) -> list[str]:
    """Return processes that were started from a folder of fake engines and still run."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        words = process.info["cmdline"] or []
        if process.info["status"] != psutil.STATUS_ZOMBIE:
            found += [" ".join(words)] if any(str(folder) in word for word in words) else []
    return found


def profiles(folder: Path) -> list[str]:
    """Return the names of throw-away folders of engines."""
    return [path.name for path in folder.glob("mse-studio-engine-*")]


def until(is_so: Callable[[], object], limit_s: float = 20) -> None:
    """Wait for something that no event tells."""
    end = time.monotonic() + limit_s
    while not is_so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def note(path: Path) -> str:
    """Return a line for a program that writes its process id down."""
    return f"open({json.dumps(str(path))}, 'a').write(f'{{os.getpid()}}\\n')\n"
