"""Starting an engine on one page, in a throw-away profile, and ending it for certain."""

import logging
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from studio.errors import EngineError
from studio.verdict.debug_pipe import OPTION, DebugPipe, start_with_pipe
from studio.verdict.engine import Engine, EngineKind
from studio.verdict.engine_log import telling_line
from studio.verdict.known_browsers import snap_of
from studio.verdict.launch_options import arguments_for, environment_for
from studio.verdict.leftovers import make_folder, remove_folder, sweep_once
from studio.verdict.processes import descendants, end_all, reap, those_of
from studio.verdict.screen import Screen, open_screen

log = logging.getLogger(__name__)

LOG_TAIL_BYTES = 4000
LOG_READ_BYTES = 64 * 1024
PAGE_CRASHED = b"WebProcess CRASHED"
"""What MiniBrowser writes then. Source: measured, WebKitGTK 2.50.6."""


class RunningEngine:
    """A launched engine. Use it as a context manager, or call ``close``."""

    def __init__(
        self,
        engine: Engine,
        process: subprocess.Popen[bytes],
        home: Path,
        screen: Screen | None = None,
        pipe: DebugPipe | None = None,
    ) -> None:
        self.engine = engine
        self.pipe = pipe
        self._process = process
        self._home = home
        self._screen = screen

    @property
    def pid(self) -> int:
        """Process id of what was started."""
        return self._process.pid

    @property
    def profile(self) -> Path:
        """The throw-away folder; gone after ``close``."""
        return self._home

    def has_ended(self) -> bool:
        """Tell whether the engine ended by itself, or the process with its page did."""
        status = self._process.poll()
        if not self.engine.is_ours:
            return bool(status)  # it was only handed over to a program that goes on
        return status is not None or self._lost_its_page()

    def _lost_its_page(self) -> bool:
        """WebKitGTK's browsers stay open without their page, and say so in their log."""
        is_webkit = self.engine.kind is EngineKind.WEBKIT
        return is_webkit and PAGE_CRASHED in self._written()[-LOG_READ_BYTES:]

    def log_tail(self) -> str:
        """Return the last lines the engine wrote."""
        return self._written()[-LOG_TAIL_BYTES:].decode("utf-8", "replace").strip()

    def last_words(self) -> str:
        """Return the line of its log that tells best why it failed, "" when it is silent."""
        return telling_line(self._written()[-LOG_READ_BYTES:].decode("utf-8", "replace"))

    def processes(self) -> set[psutil.Process]:
        """Return every process that runs for this engine, its display's included."""
        return descendants(self._process.pid) | those_of(self._home)

    def close(self) -> None:
        """End the engine with all its processes and remove its profile. May be called twice."""
        if self.pipe is not None:
            self.pipe.hang_up()
        elif self._process.stdin is not None and not self._process.stdin.closed:
            _close_pipe(self._process)
        end_all(self._without_screen, self._process)
        reap(self._process)
        if self.pipe is not None:
            self.pipe.close()
        if self._screen is not None:
            self._screen.close()
        remove_folder(self._home)

    def _without_screen(self) -> set[psutil.Process]:
        """Return what is ended first: without its display an engine only complains."""
        screen = None if self._screen is None else self._screen.pid
        return {process for process in self.processes() if process.pid != screen}

    def _written(self) -> bytes:
        try:
            return (self._home / "engine.log").read_bytes()
        except OSError:
            return b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def launch(
    engine: Engine,
    url: str,
    *,
    extra: Sequence[str] = (),
    preferences: Mapping[str, bool | int | str] | None = None,
    sound: bool = False,
    steered: bool = False,
) -> RunningEngine:
    """Start an engine on a page, out of sight and in a profile of its own.

    The address holds the server's secret, and other users of a machine can read command
    lines: the embedded view gets it on its standard input, a browser by a private file.
    The first launch also ends what a killed run of this program left behind.

    Args:
        engine: from ``find_engines``.
        url: the page.
        extra: further options, before the address.
        preferences: for Firefox, beside the engine's own.
        sound: whether it is heard; for browsers of the Chromium line only.
        steered: whether ``RunningEngine.pipe`` leads to its DevTools; for the same ones only.

    Raises:
        EngineError: it cannot be started.
    """
    sweep_once()
    title = engine.identity.title
    try:
        home = make_folder(_base(engine))
    except OSError as error:
        what = f"{title} could not be started: there is no room for its profile."
        raise EngineError(what, detail=str(error)) from error
    screen = None
    try:
        if engine.kind is EngineKind.WEBKIT:
            screen = open_screen(home, title)
        wanted = [*extra, OPTION] if steered else extra
        options = (preferences or {}).items()
        arguments = arguments_for(engine, home, url, wanted, options, sound=sound)
        process, pipe = _start(engine, arguments, home, screen, steered=steered)
    except (OSError, EngineError) as error:
        if screen is not None:
            screen.close()
        remove_folder(home)
        if isinstance(error, EngineError):
            raise
        raise EngineError(f"{title} could not be started.", detail=str(error)) from error
    if engine.kind is EngineKind.EMBEDDED:
        _tell(process, url)
    return RunningEngine(engine, process, home, screen, pipe)


def _base(engine: Engine) -> Path | None:
    """Return where an engine can see its throw-away folder; None where it sees all."""
    snap = snap_of(engine.command[0])
    return Path.home() / "snap" / snap / "common" if snap else None


def _start(
    engine: Engine, arguments: Sequence[str], home: Path, screen: Screen | None, *, steered: bool
) -> tuple[subprocess.Popen[bytes], DebugPipe | None]:
    environment = environment_for(engine, home, screen.environment if screen else {})
    with (home / "engine.log").open("wb") as out:
        if steered:
            return start_with_pipe(arguments, out, environment)
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE if engine.kind is EngineKind.EMBEDDED else subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    return process, None


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
