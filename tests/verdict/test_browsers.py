"""Finding engines: programs of all kinds on the search path, good and broken."""

import os
import plistlib
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from studio.verdict import browsers, known_browsers, versions
from studio.verdict.browsers import Engine, EngineKind, find_engines
from studio.verdict.model import EngineIdentity
from tests.e2e.support import pick

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shell scripts stand for browsers")

Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put scripts on an otherwise empty search path, as if they were browsers."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(browsers, "mini_browsers", lambda: iter(()))
    monkeypatch.setattr(versions, "VERSION_TIMEOUT_S", 5.0)

    def put(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return put


def found() -> dict[str, Engine]:
    """What is found beside the embedded engine, by name."""
    return {engine.identity.name: engine for engine in find_engines()}


def test_the_embedded_engine_stands_first_and_browsers_follow(install: Install) -> None:
    install("brave-browser", "echo Brave Browser 140.1.82.170")
    install("firefox-esr", "echo Mozilla Firefox 153.7.0esr")
    install("google-chrome-beta", "echo Google Chrome 157.0.1.2 beta")
    engines = found()
    assert list(engines)[-3:] == ["chrome", "brave", "firefox"]
    assert engines["firefox"].identity.version == "153.7.0"
    assert engines["chrome"].identity.version == "157.0.1.2"
    assert all(engine.is_ours and not engine.note for engine in engines.values())


def test_of_two_installs_the_first_is_taken(install: Install) -> None:
    install("firefox", "echo Mozilla Firefox 154.0")
    install("firefox-esr", "echo Mozilla Firefox 153.7.0esr")
    assert found()["firefox"].identity.version == "154.0"


def test_of_two_installs_the_one_that_answers_is_taken(install: Install) -> None:
    install("chromium", "exit 1")
    second = install("chromium-browser", "echo Chromium 156.0.1.2")
    assert found()["chromium"].command == (str(second),)


@pytest.mark.parametrize(
    "script", ["echo install me first; exit 0", "exit 0", "echo Firefox 99.0; exit 7", "kill -9 $$"]
)
def test_a_program_that_prints_rubbish_is_left_out(install: Install, script: str) -> None:
    install("firefox", script)
    assert "firefox" not in found()


def test_a_program_that_hangs_is_left_out_in_time_with_all_its_children(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "VERSION_TIMEOUT_S", 1.0)
    pids = tmp_path / "pids"
    path = install(
        "firefox",
        f"trap '' TERM\n/bin/sleep 600 & echo $! >> {pids}\n"
        f"echo $$ >> {pids}\necho Firefox 99.0\nwait; wait; while :; do /bin/sleep 1; done",
    )
    started = time.monotonic()
    identity = EngineIdentity("firefox", "Firefox", path=str(path))
    assert versions.version_of(Engine(identity, EngineKind.FIREFOX, (str(path),))) is None
    assert time.monotonic() - started < 20
    family = [int(line) for line in pids.read_text().split()]
    assert len(family) == 2
    assert not [pid for pid in family if psutil.pid_exists(pid) and _runs(pid)]


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_a_flatpak_is_run_as_one(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("flatpak", 'test "$1 $2" = "run com.brave.Browser" && echo Brave Browser 140.1.2.3')
    (tmp_path / "com.brave.Browser").touch()
    monkeypatch.setattr(known_browsers, "_FLATPAK_EXPORTS", (tmp_path,))
    assert found()["brave"].command == ("flatpak", "run", "com.brave.Browser")


def test_gnome_web_is_taken_where_the_small_browser_is_not(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    install("epiphany", "echo Web 43.1")
    bus = install("dbus-run-session", 'shift; exec "$@"')
    webkit = found()["webkit"]
    assert webkit.kind is EngineKind.WEBKIT
    assert webkit.command[:2] == (str(bus), "--")
    assert "GNOME Web" in webkit.identity.title


def test_webkit_is_left_out_where_nothing_can_show_it(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    program = install("MiniBrowser", "echo WebKitGTK 2.50.6")
    monkeypatch.setattr(browsers, "mini_browsers", lambda: iter((program,)))
    assert "webkit" not in found()


def test_chromiums_version_on_windows_is_the_highest_folder(tmp_path: Path) -> None:
    for name in ("99.0.4844.51", "156.0.8078.79", "Dictionaries"):
        (tmp_path / name).mkdir()
    assert versions._from_folders(tmp_path) == "156.0.8078.79"
    assert versions._from_folders(tmp_path / "none") is None


def test_firefox_version_on_windows_stands_in_its_ini(tmp_path: Path) -> None:
    path = tmp_path / "application.ini"
    path.write_text("[App]\nVendor=Mozilla\nVersion=153.7.0\n[Gecko]\nMinVersion=153.7.0\n")
    assert versions._from_ini(path) == "153.7.0"


def test_safaris_version_stands_in_its_property_list(tmp_path: Path) -> None:
    path = tmp_path / "Info.plist"
    path.write_bytes(plistlib.dumps({"CFBundleShortVersionString": "26.1"}))
    assert versions._from_plist(path) == "26.1"
    path.write_bytes(b"rubbish")
    assert versions._from_plist(path) is None


def test_safari_is_said_not_to_be_ours() -> None:
    safari = Engine(EngineIdentity("safari", "Safari"), EngineKind.SAFARI, ("open",))
    assert not safari.is_ours
    assert "until you close it" in safari.note


@pytest.fixture(scope="module")
def engines() -> tuple[Engine, ...]:
    """Every engine of this machine."""
    return find_engines()


@pytest.mark.engine
@pytest.mark.parametrize(
    ("name", "version"),
    [("embedded", "6."), ("chromium", "1"), ("firefox", "1"), ("webkit", "2.")],
)
def test_engines_of_this_machine_tell_their_version(
    engines: tuple[Engine, ...], name: str, version: str
) -> None:
    engine = pick(engines, name)
    assert engine.identity.version.startswith(version)
    assert engine.identity.path
