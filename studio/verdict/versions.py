"""Asking a program for its version: bounded in time, and nothing of it is left running."""

import functools
import os
import plistlib
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from studio import paths
from studio.errors import EngineError
from studio.verdict.engine import Engine, EngineKind
from studio.verdict.known_browsers import SAFARI
from studio.verdict.leftovers import make_folder, remove_folder
from studio.verdict.processes import HOME_VARIABLE, POLL_S, descendants, end_all, reap, those_of
from studio.verdict.screen import open_screen

VERSION_TIMEOUT_S = 15.0
MAX_ANSWER_BYTES = 4096
_NUMBER = re.compile(r"(?<![\d.])(\d+(?:\.\d+)+)")
_INI_VERSION = re.compile(r"^Version=(\d+(?:\.\d+)*)", re.MULTILINE)


def version_of(engine: Engine) -> str | None:
    """Return an engine's version; None when the program does not even tell that."""
    program = Path(engine.command[0])
    if engine.kind is EngineKind.SAFARI:
        return _from_plist(SAFARI / "Contents" / "Info.plist")
    if sys.platform == "win32" and engine.kind is EngineKind.CHROMIUM:
        return _from_folders(program.parent)
    if sys.platform == "win32" and engine.kind is EngineKind.FIREFOX:
        return _from_ini(program.parent / "application.ini")
    text = _asked(engine)
    if text is None:
        return None
    if engine.kind is EngineKind.EMBEDDED:
        return text.removeprefix(engine.identity.title).strip() or None
    found = _NUMBER.search(text)
    return found.group(1) if found else None


def answer_of(
    arguments: Sequence[str], environment: Mapping[str, str], home: Path
) -> tuple[int | None, str]:
    """Run a program that only says something; end all of it when it takes too long.

    Args:
        arguments: the program and its options.
        environment: of the program.
        home: a throw-away folder for what it writes.

    Returns:
        its exit status, None when it could not be started or did not end, and its words.
    """
    path = home / "answer.txt"
    try:
        with path.open("wb") as out:
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.DEVNULL,
                env={**environment, HOME_VARIABLE: str(home)},
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError:
        return None, ""
    status = _wait(process)
    if status is None:
        family = functools.partial(descendants, process.pid)
        end_all(lambda: family() | those_of(home), process)
        reap(process)
    with path.open("rb") as file:
        return status, file.read(MAX_ANSWER_BYTES).decode("utf-8", "replace").strip()


def _wait(process: "subprocess.Popen[bytes]") -> int | None:
    end = time.monotonic() + VERSION_TIMEOUT_S
    while time.monotonic() < end:
        if process.poll() is not None:
            return process.returncode
        time.sleep(POLL_S)
    return None


def _asked(engine: Engine) -> str | None:
    home = make_folder()
    screen = None
    try:
        environment = {**paths.self_environment(), "TMPDIR": str(home)}
        if engine.kind is EngineKind.WEBKIT:
            screen = open_screen(home, engine.identity.title)
            environment |= screen.environment if screen else {}
        status, text = answer_of([*engine.command, "--version"], environment, home)
    except EngineError:
        return None
    finally:
        if screen is not None:
            screen.close()
        remove_folder(home)
    return text if status == 0 and text else None


def _from_folders(place: Path) -> str | None:
    """Chromium on Windows prints no version; it keeps it as a folder name beside itself."""
    try:
        names = [path.name for path in place.iterdir() if path.is_dir()]
    except OSError:
        return None
    known = (name for name in names if _NUMBER.fullmatch(name))
    return max(known, key=lambda name: [int(part) for part in name.split(".")], default=None)


def _from_ini(path: Path) -> str | None:
    """Firefox on Windows prints its version only on some consoles; it stands beside it too."""
    try:
        found = _INI_VERSION.search(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return found.group(1) if found else None


def _from_plist(path: Path) -> str | None:
    try:
        known = plistlib.loads(path.read_bytes())
    except (OSError, plistlib.InvalidFileException, ValueError):
        return None
    return str(known.get("CFBundleShortVersionString", "")) or None
