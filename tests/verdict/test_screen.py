"""Displays out of sight: private, beside each other, and gone afterwards."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from studio.errors import EngineError
from studio.verdict.screen import Screen, open_screen

XVFB = shutil.which("Xvfb")
needs_xvfb = pytest.mark.skipif(XVFB is None, reason="NOT TESTED: Xvfb is not installed")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="displays of X are Linux's")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A display of our own."""
    assert XVFB is not None
    shown = Screen(XVFB, tmp_path)
    yield shown
    shown.close()


def socket_of(screen: Screen) -> Path:
    """Where programs find a display."""
    return Path(f"/tmp/.X11-unix/X{screen.name.removeprefix(':')}")


@needs_xvfb
def test_two_displays_live_beside_each_other_and_leave_no_socket(
    screen: Screen, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Screen(str(XVFB), tmp_path / "other")
    assert other.name != screen.name
    assert socket_of(other).exists()
    other.close()
    other.close()
    assert not psutil.pid_exists(other.pid)
    assert not socket_of(other).exists()
    assert socket_of(screen).exists()


@needs_xvfb
def test_only_who_has_the_secret_may_draw(screen: Screen) -> None:
    cookie = Path(screen.environment["XAUTHORITY"])
    assert stat.S_IMODE(cookie.stat().st_mode) == 0o600
    asking = shutil.which("xdpyinfo") or shutil.which("xset")
    if asking is None:
        pytest.skip("NOT TESTED: no program here asks a display for anything")
    command = [asking, "q"] if asking.endswith("xset") else [asking]
    usual = {**os.environ, **screen.environment}
    assert subprocess.run(command, env=usual, capture_output=True, check=False).returncode == 0
    usual["XAUTHORITY"] = os.devnull
    assert subprocess.run(command, env=usual, capture_output=True, check=False).returncode != 0


def test_a_server_that_does_not_start_is_a_sentence(tmp_path: Path) -> None:
    program = tmp_path / "Xvfb"
    program.write_text("#!/bin/sh\necho no room for a screen\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(EngineError, match="Xvfb did not start") as caught:
        Screen(str(program), tmp_path)
    assert "no room for a screen" in caught.value.detail


def test_without_any_display_the_line_to_run_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(EngineError, match="needs a display") as caught:
        open_screen(tmp_path, "WebKitGTK")
    assert "Install Xvfb" in caught.value.hint
    monkeypatch.setenv("DISPLAY", ":7")
    assert open_screen(tmp_path, "WebKitGTK") is None
