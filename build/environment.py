"""The virtual environment: made once, brought up to date when the lock file changes.

Only the standard library: this runs before anything is installed.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system
from system import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "build" / "requirements-dev.lock"
STAMP = VENV / "mse-studio.stamp"


class SetupError(Exception):
    """The environment cannot be made; the text says what to do."""


def python() -> Path:
    """Return the virtual environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def tool(name: str) -> Path:
    """Return a program that the virtual environment brings."""
    return python().with_name(f"{name}.exe" if os.name == "nt" else name)


def child_environment() -> dict[str, str]:
    """Return the environment for our own programs.

    Without a screen Qt draws off screen. Chromium's sandbox refuses to run as root: it is
    switched off for development as root only, never by the program itself.
    """
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if not system.has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if system.is_linux() and system.is_root():
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return environment


LOG_LINES_SHOWN = 40


def run(
    *arguments: str | Path,
    extra: dict[str, str] | None = None,
    log: Path | None = None,
    output: Path | None = None,
) -> int:
    """Run a program in the project folder and return its exit status.

    Args:
        arguments: the program and its arguments.
        extra: further environment variables.
        log: where its problems are written; they are shown only when it fails. Chromium
            without a desktop bus or a sound card has a hundred lines to say about it.
        output: where all that it prints is written instead.
    """
    environment = child_environment() | (extra or {})
    command = [*map(str, arguments)]
    if output is not None:
        with output.open("wb") as file:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, check=False, stdout=file, stderr=file
            )
        return done.returncode
    if log is None:
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    with log.open("wb") as file:
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False, stderr=file)
    if status.returncode != 0:
        lines = log.read_text("utf-8", "replace").splitlines()
        say("\n".join(lines[-LOG_LINES_SHOWN:]))
        say(f"!! The whole log is {log}")
    return status.returncode


def setup() -> None:
    """Make everything ready; quick when it is.

    Raises:
        SetupError: the virtual environment cannot be made or filled.
    """
    _make_venv()
    wanted = {"locked": _digest(LOCK), "project": f"{ROOT} {_digest(ROOT / 'pyproject.toml')}"}
    installed = _read_stamp()
    if installed.get("locked") != wanted["locked"]:
        say("Installing the locked dependencies (several hundred MB the first time) ...")
        _pip("--only-binary=:all:", "--require-hashes", "-r", str(LOCK))
    if installed != wanted:
        _pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
        STAMP.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
    complete = system.require(system.missing_for_qt(), "the window")
    try:
        compile_translations()
    except SetupError as problem:
        if complete:
            raise
        say(f"!! {problem}\n!! Until the packages above are there, the window is in English.")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_stamp() -> dict[str, str]:
    """Return what the environment was made from; empty when that is not known."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _make_venv() -> None:
    if _venv_works():
        return
    if importlib.util.find_spec("ensurepip") is None:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not system.require([("python3-venv", name)], "a virtual environment"):
            raise SetupError("Python's venv module is missing; see the line above.")
    say(f"Making the virtual environment {VENV} ...")
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run([base, "-m", "venv", str(VENV)], check=False)
    if done.returncode:
        raise SetupError(f"{base} -m venv failed ({done.returncode}).")


def _venv_works() -> bool:
    """Tell whether there is one that finds its own packages (a newer system Python does not)."""
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        done = subprocess.run([str(python()), "-c", code], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _pip(*arguments: str) -> None:
    bar = "on" if sys.stdout.isatty() else "off"
    done = subprocess.run(
        [
            *(str(python()), "-m", "pip", "install", "--no-input", "--quiet"),
            *("--disable-pip-version-check", "--progress-bar", bar, *arguments),
        ],
        check=False,
    )
    if done.returncode:
        raise SetupError(f"pip could not install the dependencies ({done.returncode}).")


def compile_translations() -> None:
    """Compile resources/i18n/*.ts where the .qm is missing or older."""
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        done = subprocess.run(
            [str(tool("pyside6-lrelease")), "-silent", str(source), "-qm", str(target)],
            env=child_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SetupError(f"{source.name} cannot be compiled: {done.stderr.strip()}")
