"""The player libraries of the tests: locked by hash, from no named host, and missed aloud."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

LoadModule = Callable[[str], ModuleType]


@pytest.fixture
def libraries(
    build_module: LoadModule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    module = build_module("player_libraries")
    monkeypatch.setattr(module, "PLACE", tmp_path / "place")
    return module


def test_what_is_locked_has_hashes_and_names_no_host(libraries: ModuleType) -> None:
    text = (libraries.LOCKED / "package-lock.json").read_text("utf-8")
    assert "://" not in text
    packages = json.loads(text)["packages"]
    wanted = packages.pop("")["dependencies"]
    assert {script.split("/")[0] for script in libraries.KEPT} == set(wanted)
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert json.loads((libraries.LOCKED / "package.json").read_text())["dependencies"] == wanted


def test_without_npm_it_is_said_what_is_not_tested(
    libraries: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "_npm", lambda: None)
    assert not libraries.provide()
    assert "NOT TESTED" in capsys.readouterr().out
    assert not libraries.is_current()


def test_an_npm_that_fails_leaves_nothing(
    libraries: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = tmp_path / "npm"
    program.write_text("#!/bin/sh\necho no such registry >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(libraries, "_npm", lambda: str(program))
    assert not libraries.provide()
    assert "no such registry" in capsys.readouterr().out
    assert not libraries.PLACE.exists()


def test_what_is_played_with_is_kept_and_brought_once(
    libraries: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "npm"
    made = "".join(
        f"mkdir -p node_modules/{Path(script).parent}; echo x > node_modules/{script}; "
        f"echo {{}} > node_modules/{script.split('/')[0]}/package.json\n"
        for script in libraries.KEPT
    )
    program.write_text(
        f"#!/bin/sh\ntest -f package-lock.json || exit 3\n{made}touch node_modules/more\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(libraries, "_npm", lambda: str(program))
    assert libraries.provide()
    assert libraries.is_current()
    modules = libraries.PLACE / "node_modules"
    scripts = [path for path in modules.rglob("*.js") if path.is_file()]
    kept = {path.relative_to(modules).as_posix() for path in scripts}
    assert kept == set(libraries.KEPT)
    program.unlink()
    assert libraries.provide(), "nothing has to be brought again"
