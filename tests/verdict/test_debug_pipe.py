"""A steered browser: commands on 3, answers on 4, and nothing that others could reach."""

import os
import sys
import time
from pathlib import Path

import pytest

from studio.verdict.browsers import Engine, EngineKind, chromium_browsers
from studio.verdict.launch import RunningEngine, launch
from studio.verdict.launch_options import MUTE
from studio.verdict.model import EngineIdentity

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has handles in their place")

ECHO = """
import os, sys
print(sys.argv, flush=True)
assert os.read(0, 1) == b""
while data := os.read(3, 65536):
    os.write(4, data.upper())
    print("said", len(data), flush=True)
print("hung up", flush=True)
"""


def start(tmp_path: Path, program: str, *, sound: bool = False) -> RunningEngine:
    script = tmp_path / "browser.py"
    script.write_text(program)
    identity = EngineIdentity("fake", "Fake")
    engine = Engine(identity, EngineKind.CHROMIUM, (sys.executable, str(script)))
    return launch(engine, "http://127.0.0.1:1/t/secret/", steered=True, sound=sound)


def test_what_is_written_is_read_on_the_other_side(tmp_path: Path) -> None:
    with start(tmp_path, ECHO) as running:
        assert running.pipe is not None
        running.pipe.write(b"hello\0")
        assert running.pipe.read() == b"HELLO\0"
        assert "said 6" in _tail(running, "said 6"), "its log is a file as ever"
        running.pipe.hang_up()
        assert running.pipe.read() == b"", "a browser that has lost its pipe ends by itself"
        with pytest.raises(BrokenPipeError):
            running.pipe.write(b"more\0")
    assert not running.profile.exists()
    assert running.pipe.read() == b""


def test_ending_a_browser_frees_one_who_waits_for_its_answer(tmp_path: Path) -> None:
    running = start(tmp_path, "import signal, time\nsignal.signal(15, signal.SIG_IGN)\n" + ECHO)
    running.close()
    assert running.pipe is not None
    assert running.pipe.read() == b""
    running.close()


def test_sound_is_heard_only_where_it_is_wished(tmp_path: Path) -> None:
    with start(tmp_path, ECHO, sound=True) as loud, start(tmp_path, ECHO) as quiet:
        assert MUTE not in _tail(loud, "]")
        assert MUTE in _tail(quiet, "]")


def test_browsers_with_licensed_codecs_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [engine.identity.name for engine in chromium_browsers()]
    assert names == sorted(names, key=lambda name: name == "chromium")
    monkeypatch.setattr("shutil.which", lambda name: f"/opt/{name}" if "/" not in name else None)
    monkeypatch.setattr("studio.verdict.known_browsers._out_of_wrapper", str)
    found = [engine.identity.name for engine in chromium_browsers()]
    assert list(dict.fromkeys(found)) == ["chrome", "edge", "brave", "chromium"]


def _tail(running: RunningEngine, words: str) -> str:
    """Wait until its log has these words, and return the log."""
    end = time.monotonic() + 10
    while words not in running.log_tail():
        assert time.monotonic() < end, running.log_tail()
        time.sleep(0.02)
    return running.log_tail()
