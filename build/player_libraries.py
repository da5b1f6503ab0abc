"""hls.js, Shaka Player and dash.js for tests: what tests/streams/npm locks, into build/work.

They are no part of the program. The lock names versions and hashes and no host: npm takes them
from wherever it is set up to. Only the standard library.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

import system
from environment import ROOT
from system import say

LOCKED = ROOT / "tests" / "streams" / "npm"
PLACE = ROOT / "build" / "work" / "player-libraries"
KEPT = (
    "hls.js/dist/hls.min.js",
    "shaka-player/dist/shaka-player.compiled.js",
    "dashjs/dist/modern/umd/dash.all.min.js",
)
"""Of 250 MB that npm brings, these are played with."""
LIMIT_S = 600
_PURPOSE = "tests with hls.js, Shaka Player and dash.js"


def provide() -> bool:
    """Bring the libraries, unless they are here; say so when that is not possible."""
    if is_current():
        return True
    npm = _npm()
    problem = "npm is not here" if npm is None else _install(npm)
    if problem:
        say("!! HLS AND DASH ARE NOT TESTED WITH hls.js, Shaka Player AND dash.js:")
        say(f"   {problem}")
    return not problem


def is_current() -> bool:
    """Tell whether what is locked is what is here."""
    stamp = PLACE / "stamp"
    return stamp.is_file() and stamp.read_text("ascii") == _stamp()


def _stamp() -> str:
    lock = (LOCKED / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + "\n".join(KEPT).encode()).hexdigest()


def _npm() -> str | None:
    if shutil.which("npm") is None and system.has_apt() and system.is_root():
        system.require([("npm",)], _PURPOSE)
    return shutil.which("npm")


def _install(npm: str) -> str:
    """Install what is locked, keep what is played with; return what went wrong, or nothing."""
    with tempfile.TemporaryDirectory(prefix="mse-studio-npm-") as name:
        folder = Path(name)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(LOCKED / file, folder / file)
        say(f"Installing what is locked in {LOCKED.relative_to(ROOT)} ...")
        quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--fetch-retries=1")
        command = [npm, "ci", "--ignore-scripts", *quiet]
        try:
            done = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, check=False, timeout=LIMIT_S
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if done.returncode:
            return (
                "\n   ".join(done.stderr.splitlines()[-4:]) or f"npm ended with {done.returncode}"
            )
        _keep(folder / "node_modules")
    return ""


def _keep(modules: Path) -> None:
    shutil.rmtree(PLACE, ignore_errors=True)
    for script in KEPT:
        package = script.split("/", 1)[0]
        target = PLACE / "node_modules" / script
        target.parent.mkdir(parents=True)
        shutil.copy(modules / script, target)
        shutil.copy(modules / package / "package.json", PLACE / "node_modules" / package)
    (PLACE / "stamp").write_text(_stamp(), encoding="ascii")
