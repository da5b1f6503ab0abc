"""What a packaged program lets others say about its engine: nothing."""

import os
from pathlib import Path

import pytest

from studio.ui import engine_environment
from studio.ui.engine_environment import (
    FLAGS_VARIABLE,
    INJECTED,
    OWN_FLAGS,
    PLACES,
    SANDBOX_VARIABLE,
    clean_environment,
    ensure_engine_may_start,
)


def test_what_loads_or_listens_is_taken_out(tmp_path: Path) -> None:
    environment = dict.fromkeys((*INJECTED, *PLACES), "/home/eve") | {"HOME": "/home/eve"}
    assert sorted(clean_environment(environment, tmp_path)) == sorted((*INJECTED, *PLACES))
    assert environment == {"HOME": "/home/eve"}


def test_the_named_variables_of_the_checklist_are_among_them() -> None:
    named = {"QTWEBENGINE_REMOTE_DEBUGGING", FLAGS_VARIABLE, "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"}
    assert {*named, "LD_PRELOAD"} <= {*INJECTED, *PLACES}


def test_the_programs_own_places_stay(tmp_path: Path) -> None:
    bundle = tmp_path / "app" / "_internal"
    own, sibling = bundle / "qml", tmp_path / "app" / "_internal-of-eve"
    given = os.pathsep.join(map(str, (sibling, own, bundle / ".." / ".." / "x", "")))
    environment = {"QML2_IMPORT_PATH": given, "QT_PLUGIN_PATH": str(bundle / "plugins")}
    assert clean_environment(environment, bundle) == ["QML2_IMPORT_PATH"]
    assert environment["QML2_IMPORT_PATH"] == str(own)
    assert environment["QT_PLUGIN_PATH"] == str(bundle / "plugins")


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """As if this were the packaged program, run by an ordinary user."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(engine_environment, "_is_root", lambda: False)
    for name in (SANDBOX_VARIABLE, *INJECTED, *PLACES):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.expects_log_warnings
def test_a_packaged_program_starts_its_engine_with_its_own_flags_only(
    packaged: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(FLAGS_VARIABLE, "--remote-debugging-port=9222 --no-sandbox")
    monkeypatch.setenv("LD_PRELOAD", "/home/eve/x.so")
    monkeypatch.setenv(SANDBOX_VARIABLE, "1")
    ensure_engine_may_start()
    assert os.environ[FLAGS_VARIABLE] == " ".join(OWN_FLAGS)
    assert SANDBOX_VARIABLE not in os.environ
    assert "LD_PRELOAD" not in os.environ
    assert "LD_PRELOAD" in caplog.text
    assert SANDBOX_VARIABLE in caplog.text


def test_a_second_view_finds_nothing_to_take_out(packaged: Path) -> None:
    ensure_engine_may_start()
    ensure_engine_may_start()
    assert os.environ[FLAGS_VARIABLE] == " ".join(OWN_FLAGS)


def test_a_developer_keeps_the_flags_that_were_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FLAGS_VARIABLE, "--enable-logging")
    monkeypatch.setattr(engine_environment, "_is_root", lambda: False)
    for _ in range(2):
        ensure_engine_may_start()
    assert os.environ[FLAGS_VARIABLE] == " ".join(("--enable-logging", *OWN_FLAGS))
