"""How to get the engines that are not here."""

import sys
from pathlib import Path

import pytest

from studio.verdict.browsers import Engine, EngineKind
from studio.verdict.installing import System
from studio.verdict.missing import MissingEngine, missing_decoders, missing_engines
from studio.verdict.model import EngineIdentity


def engines(*names: str) -> list[Engine]:
    """Engines of these names."""
    return [Engine(EngineIdentity(name, name), EngineKind.CHROMIUM, (name,)) for name in names]


def missing_on(
    system: System, monkeypatch: pytest.MonkeyPatch, *names: str
) -> dict[str, MissingEngine]:
    """What is missing on a system with these engines."""
    monkeypatch.setattr("studio.verdict.missing.this_system", lambda: system)
    return {one.name: one for one in missing_engines(engines(*names))}


def test_debian_is_told_its_own_command_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = missing_on(System.DEBIAN, monkeypatch, "embedded")
    assert list(missing) == ["chromium", "firefox", "webkit"]
    assert missing["firefox"].command == "sudo apt install firefox-esr"
    assert "xvfb" in missing["webkit"].command
    assert "gstreamer1.0-libav" in missing["webkit"].command


def test_an_unknown_linux_gets_sentences_without_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = missing_on(System.LINUX, monkeypatch, "embedded")
    assert all(one.how.endswith(".") and not one.command for one in missing.values())


@pytest.mark.parametrize("name", ["chrome", "chromium", "edge", "brave"])
def test_one_browser_of_chromiums_family_is_enough(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert "chromium" not in missing_on(System.FEDORA, monkeypatch, "embedded", name)


def test_nothing_is_missing_where_all_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not missing_on(System.DEBIAN, monkeypatch, "embedded", "edge", "firefox", "webkit")


def test_windows_is_told_the_truth_about_safari(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = missing_on(System.WINDOWS, monkeypatch, "embedded", "edge", "firefox")
    assert "does not exist for Windows" in missing["webkit"].how


def test_an_embedded_engine_that_says_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "embedded" in missing_on(System.MAC, monkeypatch, "chrome", "firefox", "safari")


def test_webkit_without_a_display_needs_only_that(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("studio.verdict.missing.webkit_programs", lambda: iter(engines("webkit")))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    webkit = missing_on(System.DEBIAN, monkeypatch, "embedded")["webkit"]
    assert webkit.command == "sudo apt install xvfb"
    assert "has no display" in webkit.how


H264, AAC = 'video/mp4; codecs="avc1.64001F"', 'audio/mp4; codecs="mp4a.40.2"'


@pytest.mark.skipif(sys.platform != "linux", reason="others bring their decoders")
@pytest.mark.parametrize(
    ("kind", "package"),
    [
        (EngineKind.WEBKIT, "gstreamer1.0-libav"),
        (EngineKind.FIREFOX, "libavcodec-extra"),
        (EngineKind.EMBEDDED, ""),
    ],
)
def test_an_engine_without_h264_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, kind: EngineKind, package: str
) -> None:
    monkeypatch.setattr("studio.verdict.missing.this_system", lambda: System.DEBIAN)
    engine = Engine(EngineIdentity("x", "X"), kind, ("x",))
    lacking = missing_decoders(engine, {H264: False, AAC: True})
    assert lacking is not None
    assert "H.264" in lacking.how
    assert package in lacking.command
    assert missing_decoders(engine, {H264: True, AAC: True}) is None
    assert missing_decoders(engine, {}) is None
