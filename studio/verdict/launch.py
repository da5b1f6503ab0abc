"""Starting an engine on one page, in a throw-away profile, and ending it for certain."""

import html
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from studio import paths
from studio.errors import EngineError
from studio.verdict.browsers import Engine, EngineKind

log = logging.getLogger(__name__)

TERM_WAIT_S = 3.0
POLL_S = 0.02
REMOVE_ATTEMPTS = 10
LOG_TAIL_BYTES = 4000

_CHROMIUM_OPTIONS = (
    "--headless=new",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
    "--password-store=basic",
    "--use-mock-keychain",
    "--disable-gpu",
)
"""Source: measured, engines.md 4.1."""

_FIREFOX_PREFERENCES = """\
user_pref("media.autoplay.default", 0);
user_pref("media.autoplay.blocking_policy", 0);
user_pref("media.volume_scale", "0.0");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("app.update.auto", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
"""
"""Autoplay with (silent) sound, and no connection to anywhere."""

_START_PAGE = """\
<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url={url}">
"""


class RunningEngine:
    """A launched engine. Use it as a context manager, or call ``close``."""

    def __init__(self, engine: Engine, process: subprocess.Popen[bytes], home: Path) -> None:
        self.engine = engine
        self._process = process
        self._home = home

    @property
    def pid(self) -> int:
        """Process id of what was started."""
        return self._process.pid

    @property
    def profile(self) -> Path:
        """The throw-away folder; gone after ``close``."""
        return self._home

    def has_ended(self) -> bool:
        """Tell whether the engine ended by itself."""
        return self._process.poll() is not None

    def log_tail(self) -> str:
        """Return the last lines the engine wrote."""
        try:
            data = (self._home / "engine.log").read_bytes()
        except OSError:
            return ""
        return data[-LOG_TAIL_BYTES:].decode("utf-8", "replace").strip()

    def close(self) -> None:
        """End the engine with all its processes and remove its profile."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            _close_pipe(self._process)
        family = _family(self._process.pid, self._home)
        _signal_all(self._process, family, kill=False)
        alive = {*self._wait(family), *_family(self._process.pid, self._home)}
        if alive:
            _signal_all(self._process, list(alive), kill=True)
            self._wait(alive)
        self._process.wait(TERM_WAIT_S)
        _remove(self._home)

    def _wait(self, family: Iterable[psutil.Process]) -> list[psutil.Process]:
        """Return those that are still alive when the time is over."""
        end = time.monotonic() + TERM_WAIT_S
        alive = list(family)
        while alive and time.monotonic() < end:
            self._process.poll()
            alive = [process for process in alive if _is_alive(process)]
            time.sleep(POLL_S if alive else 0)
        return alive

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def launch(engine: Engine, url: str, *, extra: Sequence[str] = ()) -> RunningEngine:
    """Start an engine on a page, headless and in a profile of its own.

    The address holds the server's secret, and other users of a machine can read command
    lines: the embedded view gets it on its standard input, a browser by a private file.

    Args:
        engine: from ``find_engines``.
        url: the page.
        extra: further options, before the address.

    Raises:
        EngineError: it cannot be started.
    """
    home = Path(tempfile.mkdtemp(prefix="mse-studio-engine-"))
    try:
        arguments = [*_arguments(engine, home, url, extra)]
        with (home / "engine.log").open("wb") as out:
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE if engine.kind is EngineKind.EMBEDDED else subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=_environment(engine, home),
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    except OSError as error:
        _remove(home)
        title = engine.identity.title
        raise EngineError(f"{title} could not be started.", detail=str(error)) from error
    running = RunningEngine(engine, process, home)
    if process.stdin is not None:
        _tell(process, url)
    return running


def _arguments(engine: Engine, home: Path, url: str, extra: Sequence[str]) -> list[str]:
    if engine.kind is EngineKind.EMBEDDED:
        return [*engine.command, "--url-from-stdin", *extra]
    start = home / "start.html"
    start.write_text(_START_PAGE.format(url=html.escape(url)), encoding="utf-8")
    profile = home / "profile"
    profile.mkdir()
    if engine.kind is EngineKind.FIREFOX:
        (profile / "user.js").write_text(_FIREFOX_PREFERENCES, encoding="utf-8")
        options = ["--headless", "--no-remote", "--profile", str(profile)]
        return [*engine.command, *options, *extra, start.as_uri()]
    options = [*_CHROMIUM_OPTIONS, f"--user-data-dir={profile}"]
    if sys.platform == "linux" and os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses to run as root with it
    return [*engine.command, *options, *extra, start.as_uri()]


def _environment(engine: Engine, home: Path) -> dict[str, str]:
    environment = paths.self_environment()
    if engine.kind is EngineKind.EMBEDDED:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    if engine.kind is EngineKind.FIREFOX:
        environment["MOZ_CRASHREPORTER_DISABLE"] = "1"
    if os.name == "posix":
        environment["TMPDIR"] = str(home)
    return environment


def _tell(process: subprocess.Popen[bytes], url: str) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(url.encode() + b"\n")
        process.stdin.flush()
    except OSError:
        log.debug("the engine ended before it took its address")


def _close_pipe(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    try:
        process.stdin.close()
    except OSError:
        log.debug("the engine had ended already")


def _family(pid: int, home: Path) -> list[psutil.Process]:
    """Return the engine's processes: its descendants, and all that name its folder."""
    found: set[psutil.Process] = set()
    try:
        root = psutil.Process(pid)
        if root.status() != psutil.STATUS_ZOMBIE:
            found = {root, *root.children(recursive=True)}
    except psutil.Error:
        log.debug("the engine had ended already")
    marker = str(home)
    for process in psutil.process_iter(["cmdline"]):
        if any(marker in part for part in process.info["cmdline"] or ()):
            found.add(process)
    return [process for process in found if _is_alive(process)]


def _is_alive(process: psutil.Process) -> bool:
    """Tell whether a process still does anything; one that only waits to be reaped does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _signal_all(
    process: subprocess.Popen[bytes], family: Sequence[psutil.Process], *, kill: bool
) -> None:
    if os.name == "posix":
        number = signal.SIGKILL if kill else signal.SIGTERM
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            log.debug("the engine's group had ended already")
    for member in family:
        try:
            member.kill() if kill else member.terminate()
        except psutil.NoSuchProcess:
            continue


def _remove(folder: Path) -> None:
    for _ in range(REMOVE_ATTEMPTS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)
    log.warning("an engine's throw-away folder could not be removed")
