"""The engines of this machine: the embedded one, and installed browsers."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from studio import paths
from studio.verdict.model import EngineIdentity

VERSION_TIMEOUT_S = 15.0
_NUMBER = re.compile(r"(\d+(?:\.\d+)+)")


class EngineKind(StrEnum):
    """How an engine is started."""

    EMBEDDED = "embedded"
    CHROMIUM = "chromium"
    FIREFOX = "firefox"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that can be launched; ``command`` starts it, without options."""

    identity: EngineIdentity
    kind: EngineKind
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A browser we know how to drive, and where it is usually found."""

    name: str
    title: str
    kind: EngineKind
    programs: tuple[str, ...]
    windows: tuple[str, ...] = ()
    mac: tuple[str, ...] = ()


_KNOWN = (
    _Known("chromium", "Chromium", EngineKind.CHROMIUM,
           ("chromium", "chromium-browser"),
           (r"Chromium\Application\chrome.exe",),
           ("Chromium.app/Contents/MacOS/Chromium",)),
    _Known("chrome", "Google Chrome", EngineKind.CHROMIUM,
           ("google-chrome", "google-chrome-stable"),
           (r"Google\Chrome\Application\chrome.exe",),
           ("Google Chrome.app/Contents/MacOS/Google Chrome",)),
    _Known("edge", "Microsoft Edge", EngineKind.CHROMIUM,
           ("microsoft-edge", "microsoft-edge-stable"),
           (r"Microsoft\Edge\Application\msedge.exe",),
           ("Microsoft Edge.app/Contents/MacOS/Microsoft Edge",)),
    _Known("brave", "Brave", EngineKind.CHROMIUM,
           ("brave-browser", "brave"),
           (r"BraveSoftware\Brave-Browser\Application\brave.exe",),
           ("Brave Browser.app/Contents/MacOS/Brave Browser",)),
    _Known("firefox", "Firefox", EngineKind.FIREFOX,
           ("firefox", "firefox-esr"),
           (r"Mozilla Firefox\firefox.exe",),
           ("Firefox.app/Contents/MacOS/firefox",)),
)  # fmt: skip
"""Source of the folders: GoogleChrome/chrome-launcher src/chrome-finder.ts and
karma-runner/karma-firefox-launcher index.js; the Windows and macOS ones are not tested."""


def find_engines() -> tuple[Engine, ...]:
    """Return every engine of this machine, the embedded one first.

    Each is asked for its version, all at once; one that does not answer is left out.
    May take some seconds: not for a window's thread.
    """
    candidates = [_embedded(), *filter(None, map(_installed, _KNOWN))]
    with ThreadPoolExecutor(max_workers=4) as pool:
        asked = list(pool.map(_with_version, candidates))
    return tuple(engine for engine in asked if engine is not None)


def _embedded() -> Engine:
    identity = EngineIdentity("embedded", "Qt WebEngine", path=sys.executable)
    return Engine(identity, EngineKind.EMBEDDED, tuple(paths.self_command("--engine-view")))


def _installed(known: _Known) -> Engine | None:
    for path in _places(known):
        if path.is_file():
            identity = EngineIdentity(known.name, known.title, path=str(path))
            return Engine(identity, known.kind, (str(path),))
    return None


def _places(known: _Known) -> Iterator[Path]:
    found = (shutil.which(program) for program in known.programs)
    yield from (Path(path) for path in found if path)
    if sys.platform == "win32":
        roots = ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")
        yield from _below((os.environ.get(root) for root in roots), known.windows)
    elif sys.platform == "darwin":
        yield from _below(("/Applications", str(Path.home() / "Applications")), known.mac)


def _below(roots: Iterable[str | None], names: Iterable[str]) -> Iterator[Path]:
    known = [root for root in roots if root]
    yield from (Path(root) / name for name in names for root in known)


def _with_version(engine: Engine) -> Engine | None:
    """Fill in the version; None when the program does not even tell that."""
    if sys.platform == "win32" and engine.kind is EngineKind.CHROMIUM:
        return _dated(engine, _version_folder(Path(engine.command[0])))
    try:
        answer = subprocess.run(
            [*engine.command, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=VERSION_TIMEOUT_S,
            env=paths.self_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    text = answer.stdout.decode("utf-8", "replace").strip()
    if answer.returncode != 0 or not text:
        return None
    if engine.kind is EngineKind.EMBEDDED:
        return _dated(engine, text.removeprefix(engine.identity.title).strip())
    found = _NUMBER.search(text)
    return _dated(engine, found.group(1) if found else "")


def _version_folder(program: Path) -> str:
    """Chromium on Windows prints no version; it keeps it as a folder name beside itself."""
    names = (path.name for path in program.parent.iterdir() if path.is_dir())
    return max((name for name in names if _NUMBER.fullmatch(name)), default="")


def _dated(engine: Engine, version: str) -> Engine:
    known = engine.identity
    identity = EngineIdentity(known.name, known.title, version, known.path)
    return Engine(identity, engine.kind, engine.command)
