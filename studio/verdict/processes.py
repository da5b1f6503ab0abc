"""Families of processes: finding every member, and ending all of them for certain."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

log = logging.getLogger(__name__)

TERM_WAIT_S = 3.0
KILL_WAIT_S = 15.0
"""Nobody refuses to be killed, but a busy machine takes its time."""
POLL_S = 0.02
HOME_VARIABLE = "MSE_STUDIO_ENGINE_HOME"
"""Every process of an engine inherits it; its value is the engine's throw-away folder."""


def is_alive(process: psutil.Process) -> bool:
    """Tell whether a process still does anything; one that only waits to be reaped does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def descendants(pid: int) -> set[psutil.Process]:
    """Return a process and all that it started, as far as they still hang together."""
    try:
        root = psutil.Process(pid)
        return {root, *root.children(recursive=True)} if is_alive(root) else set()
    except psutil.Error:
        return set()


def those_of(home: Path) -> set[psutil.Process]:
    """Return the user's processes that were started for a throw-away folder.

    They name it on their command line or have it in their environment; descendants of such
    ones, which may have neither, are theirs too.
    """
    found: set[psutil.Process] = set()
    for process in psutil.process_iter():
        if process.pid != os.getpid() and _is_mine(process) and _names(process, home):
            found |= descendants(process.pid)
    return found


def _is_mine(process: psutil.Process) -> bool:
    if os.name != "posix":
        return True  # others' command lines cannot be read there
    try:
        return process.uids().real == os.getuid()
    except psutil.Error:
        return False


def _names(process: psutil.Process, home: Path) -> bool:
    folder = str(home)
    try:
        if any(_has_path(part, folder) for part in process.cmdline()):
            return True
        return process.environ().get(HOME_VARIABLE) == folder
    except (psutil.Error, OSError, ValueError):
        return False  # it ended, or is not for us to see


def _has_path(text: str, folder: str) -> bool:
    """Tell whether a folder, and no longer name that begins like it, stands in a text."""
    _, found, rest = text.partition(folder)
    return bool(found) and rest[:1] in ("", "/", "\\", ",", '"', "'", " ")


def end_all(find: Callable[[], set[psutil.Process]], group: subprocess.Popen[bytes] | None) -> None:
    """Ask processes to end, and kill those that do not.

    Args:
        find: looks for them anew; called again before the killing.
        group: the leader of their process group, if it is our child.
    """
    family = find()
    _signal(family, group, kill=False)
    alive = _wait(family, group, TERM_WAIT_S)
    alive |= {process for process in find() if is_alive(process)}
    if alive:
        _signal(alive, group, kill=True)
        left = _wait(alive, group, KILL_WAIT_S)
        if left:
            log.warning("%d processes of an engine did not end", len(left))


def reap(process: subprocess.Popen[bytes]) -> None:
    """Take note of a child's end, which has been brought about."""
    try:
        process.wait(KILL_WAIT_S)
    except subprocess.TimeoutExpired:
        log.warning("an engine's process cannot be ended; the system holds it")


def _wait(
    family: Iterable[psutil.Process], group: subprocess.Popen[bytes] | None, limit_s: float
) -> set[psutil.Process]:
    """Return those that are still alive when the time is over."""
    end = time.monotonic() + limit_s
    alive = {process for process in family if is_alive(process)}
    while alive and time.monotonic() < end:
        time.sleep(POLL_S)
        if group is not None:
            group.poll()
        alive = {process for process in alive if is_alive(process)}
    return alive


def _signal(
    family: Iterable[psutil.Process], group: subprocess.Popen[bytes] | None, *, kill: bool
) -> None:
    if group is not None and os.name == "posix":
        _signal_group(group, signal.SIGKILL if kill else signal.SIGTERM)
    for member in family:
        try:
            member.kill() if kill else member.terminate()
        except psutil.Error:
            continue


def _signal_group(group: subprocess.Popen[bytes], number: int) -> None:
    try:
        os.killpg(group.pid, number)
    except (ProcessLookupError, PermissionError):  # macOS says the latter of zombies
        log.debug("the engine's group had ended already")
