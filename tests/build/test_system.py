"""What is missing on a machine is found, and asked for in one clear line."""

import subprocess
from collections.abc import Callable
from types import ModuleType

import pytest

LoadModule = Callable[[str], ModuleType]


@pytest.fixture
def system(build_module: LoadModule) -> ModuleType:
    return build_module("system")


def test_a_library_that_the_linker_does_not_know_is_missing(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {name for name, _ in system.LIBRARIES}
    monkeypatch.setattr(system, "is_linux", lambda: True)
    monkeypatch.setattr(system, "known_libraries", lambda: names - {"libxcb-cursor.so.0"})
    monkeypatch.setattr(system, "_has_font", lambda files: True)
    assert system.missing_for_qt() == [("libxcb-cursor0", "libxcb-cursor0t64")]


def test_without_any_font_one_is_wanted_and_one_for_chinese(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "is_linux", lambda: True)
    monkeypatch.setattr(system, "known_libraries", lambda: {n for n, _ in system.LIBRARIES})
    monkeypatch.setattr(system, "FONT_FOLDERS", ())
    assert system.missing_for_qt() == [("fonts-dejavu-core",), ("fonts-droid-fallback",)]


def test_firefox_also_wants_its_decoder_of_h264(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "known_libraries", frozenset)
    assert system.missing_for_browsers(chromium=True, firefox=True)[0][0] == "libavcodec59"


def test_a_user_without_root_gets_the_line_to_run(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "is_root", lambda: False)
    monkeypatch.setattr(system, "_on_offer", lambda names: names[0])
    assert not system.require([("libegl1", "libegl1t64"), ("chromium",)], "the window")
    line = "sudo apt-get install --no-install-recommends libegl1 chromium"
    assert line in capsys.readouterr().out


def test_root_on_debian_gets_the_packages_installed(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    policy = "libasound2:\n  Candidate: (none)\nlibasound2t64:\n  Candidate: 1.2.11\n"

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=policy, stderr="")

    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "is_root", lambda: True)
    monkeypatch.setattr(system.subprocess, "run", run)
    assert system.require([("libasound2", "libasound2t64")], "the window")
    assert commands[-1][-1] == "libasound2t64"
    assert ["apt-get", "-q", "update"] in commands


def test_a_failed_install_is_said_and_not_taken_for_success(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 100, stdout="", stderr="E: no such thing")

    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "is_root", lambda: True)
    monkeypatch.setattr(system.subprocess, "run", run)
    assert not system.require([("chromium",)], "tests")
    assert "E: no such thing" in capsys.readouterr().out
