"""The packaged application: built once, moved elsewhere, run with nothing around it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
READY_MADE = "MSE_STUDIO_PACKAGE"
"""Environment variable naming an application folder to test instead of building one."""

Json = dict[str, Any]


class Application:
    """The program in its folder, and the bare environment that it is given."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        suffix = ".exe" if os.name == "nt" else ""
        inside = folder / "Contents" / "MacOS" if folder.suffix == ".app" else folder
        self.program = inside / f"mse-studio{suffix}"
        self.environment = {
            "HOME": str(home),
            "MSE_STUDIO_HOME": str(home),
            "PATH": str(home / "no programs here"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        if os.name == "nt":
            kept = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA", "APPDATA")
            self.environment |= {name: os.environ[name] for name in kept if name in os.environ}
        elif os.geteuid() == 0:
            self.environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            [str(self.program), *map(str, arguments)],
            env=self.environment,
            cwd=self.environment["HOME"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )

    def ask(self, *arguments: str | Path) -> list[Json]:
        """Run a command that must succeed; return the objects it printed."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """The application, in a folder whose name has a space and an accent."""
    base = tmp_path_factory.mktemp("packaged")
    home, place = base / "home", base / "été à la plage"
    home.mkdir()
    place.mkdir()
    ready_made = os.environ.get(READY_MADE)
    built = Path(ready_made) if ready_made else _build(base / "dist")
    moved = place / built.name
    if ready_made:
        shutil.copytree(built, moved, symlinks=True)
    else:
        built.rename(moved)
    yield Application(moved, home)
    shutil.rmtree(base, ignore_errors=True)  # 600 MB that pytest would keep for three runs


def _build(output: Path) -> Path:
    command = [sys.executable, str(ROOT / "build" / "dev.py"), "package", "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    bundles = sorted(output.iterdir(), key=lambda path: path.suffix != ".app")
    return bundles[0]
