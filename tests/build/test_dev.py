"""dev.py's commands exist, and what the documents name exists."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

LoadModule = Callable[[str], ModuleType]

COMMANDS = (
    "setup",
    "run",
    "demo",
    "test",
    "lint",
    "bench",
    "screenshots",
    "package",
    "texts",
    "lock",
)


def help_of(program: list[str], folder: Path) -> str:
    done = subprocess.run(
        [*program, "--help"], capture_output=True, text=True, cwd=folder, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_its_help_from_anywhere(
    root: Path, tmp_path: Path, command: str
) -> None:
    shown = help_of([sys.executable, str(root / "build" / "dev.py"), command], tmp_path)
    assert shown.startswith(f"usage: dev.py {command}")


def test_there_is_no_command_without_a_test(root: Path, tmp_path: Path) -> None:
    shown = help_of([sys.executable, str(root / "build" / "dev.py")], tmp_path)
    assert set(re.findall(r"^    (\w+)(?:  |$)", shown, re.MULTILINE)) == set(COMMANDS)


def test_an_unknown_command_is_wrong_usage(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / "build" / "dev.py"), "fly"], capture_output=True, check=False
    )
    assert done.returncode == 2


def test_ci_runs_lint_and_tests(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail\n" in script
    lines = script.splitlines()
    assert "python3 build/dev.py lint" in lines
    assert "python3 build/dev.py test" in lines


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/guide.md"])
def test_every_command_a_document_names_exists(root: Path, document: str) -> None:
    text = (root / document).read_text(encoding="utf-8")
    for name in re.findall(r"dev\.py (\w+)", text):
        assert name in COMMANDS
    shown = help_of([sys.executable, "-m", "studio"], root)
    for name in re.findall(r"mse-studio (\w+)", text):
        assert re.search(rf"^    {name}\b", shown, re.MULTILINE), f"mse-studio {name}"


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "docs/guide.md"])
def test_every_file_a_document_links_to_exists(root: Path, document: str) -> None:
    path = root / document
    for link in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link


def test_the_notice_names_every_package_that_is_shipped(
    root: Path, build_module: LoadModule
) -> None:
    notice = (root / "NOTICE.md").read_text(encoding="utf-8").lower()
    parts = {"pyside6-addons": "pyside6", "pyside6-essentials": "pyside6"}
    for name in build_module("notices").shipped_packages():
        assert parts.get(name, name) in notice, name


def test_every_shipped_package_brings_its_licence(build_module: LoadModule) -> None:
    folders = {folder for _, folder in build_module("notices").licence_files()}
    # Qt's wheels carry no text: docs/licenses has it.
    missing = {
        name
        for name in build_module("notices").shipped_packages()
        if f"licenses/{name}" not in folders and not name.startswith(("pyside6", "shiboken6"))
    }
    assert missing <= {"colorama", "pywin32-ctypes"}
    assert "licenses/texts" in folders
