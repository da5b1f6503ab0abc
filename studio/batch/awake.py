"""Keeps the machine from falling asleep while jobs run. Best effort: it never fails a job.

Where the system has a program for it, that program holds the lock and runs ``cat`` on a pipe of
ours. The pipe ends with this program however it ends, then so do ``cat`` and the lock.
"""

import ctypes
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from studio.media.child import clean_environment

log = logging.getLogger(__name__)

_WHO, _WHY = "MSE Studio", "Transcoding"
_LET_GO_S = 5.0
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x8000_0000, 0x0000_0001

Commands = Sequence[Sequence[str]]


class Awake(Protocol):
    """Holds the machine awake, or does not. Both calls return at once and may be repeated."""

    @property
    def is_held(self) -> bool:
        """True once the system has said yes."""

    def hold(self) -> None:
        """Keep the machine awake from now on; when that is refused, the log says so."""

    def release(self) -> None:
        """Let it sleep."""


def inhibitors(platform: str = sys.platform) -> Commands:
    """Return the programs that hold a lock while another program runs, the best first.

    The command to run comes behind. Empty where there are none (Windows).
    """
    if platform == "darwin":
        return [["caffeinate", "-i"]]
    if platform == "win32":
        return []
    systemd = ["systemd-inhibit", f"--who={_WHO}", f"--why={_WHY}", "--mode=block"]
    return [
        [*systemd, "--what=sleep:idle"],
        [*systemd, "--what=idle"],  # all that some systems allow to everybody
        ["gnome-session-inhibit", "--inhibit", "suspend:idle", "--reason", _WHY],
    ]


def make_awake() -> Awake:
    """Return what this system has."""
    if sys.platform == "win32":
        return ThreadAwake(ctypes.windll.kernel32.SetThreadExecutionState)
    else:  # noqa: RET505  (so that mypy sees each on its own system)
        return ProgramAwake(inhibitors())


class _Hold(Protocol):
    """One hold, from its beginning to its end."""

    is_held: bool

    def end(self) -> None:
        """Let go."""


class _OneHold:
    """At most one hold at a time, whatever the system's way to hold is."""

    def __init__(self, begin: Callable[[], _Hold]) -> None:
        self._begin = begin
        self._lock = threading.Lock()
        self._hold: _Hold | None = None

    @property
    def is_held(self) -> bool:
        """True once the system has said yes."""
        with self._lock:
            return self._hold is not None and self._hold.is_held

    def hold(self) -> None:
        """Keep the machine awake."""
        with self._lock:
            if self._hold is None:
                self._hold = self._begin()

    def release(self) -> None:
        """Let it sleep."""
        with self._lock:
            hold, self._hold = self._hold, None
        if hold is not None:
            hold.end()


class ProgramAwake(_OneHold):
    """Holds by an inhibiting program.

    Args:
        commands: as from ``inhibitors``; tried in order until one says yes.
    """

    def __init__(self, commands: Commands) -> None:
        super().__init__(partial(_ProgramHold, commands))


class _ProgramHold:
    """One hold, on a thread of its own."""

    def __init__(self, commands: Commands) -> None:
        self.is_held = False
        self._commands = commands
        self._lock = threading.Lock()
        self._is_over = False
        self._process: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._run, name="awake", daemon=True).start()

    def end(self) -> None:
        """Close the pipe; the thread sees the rest through."""
        with self._lock:
            self._is_over = True
            self._close_pipe()

    def _close_pipe(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def _run(self) -> None:
        for command in self._commands:
            if self._held_by(command):
                return
        if not self._is_over:
            log.info("nothing keeps this machine awake; it may fall asleep while jobs run")

    def _held_by(self, command: Sequence[str]) -> bool:
        """Hold by one program until it is over; False when it refused."""
        try:
            process = self._started(command)
        except OSError as error:
            log.debug("%s: %s", command[0], error)
            return False
        if process is None:
            return True
        assert process.stdout is not None
        with process.stdout:
            # The lock is there when ``cat`` is: it sends back what it was sent.
            self.is_held = process.stdout.read(1) != b""
            was_held = self.is_held
            process.stdout.read()
        self.is_held = False
        self._see_off(process)
        return was_held or self._is_over

    def _started(self, command: Sequence[str]) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._is_over:
                return None
            process = self._process = subprocess.Popen(
                [*command, "cat"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=clean_environment(),
                bufsize=0,
            )
            assert process.stdin is not None
            try:
                process.stdin.write(b"\n")
            except OSError as error:
                log.debug("%s ended at once: %s", command[0], error)
        return process

    def _see_off(self, process: "subprocess.Popen[bytes]") -> None:
        with self._lock:
            self._close_pipe()
        try:
            process.wait(timeout=_LET_GO_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class ThreadAwake(_OneHold):
    """Holds by a state of a thread, which Windows takes back when the thread ends.

    Args:
        set_state: Windows' ``SetThreadExecutionState``; returns 0 when it refuses.
    """

    def __init__(self, set_state: Callable[[int], int]) -> None:
        super().__init__(partial(_ThreadHold, set_state))


class _ThreadHold:
    """One hold: the thread whose state it is."""

    def __init__(self, set_state: Callable[[int], int]) -> None:
        self.is_held = False
        self._over = threading.Event()
        self._set_state = set_state
        threading.Thread(target=self._run, name="awake", daemon=True).start()

    def end(self) -> None:
        """Let the thread take its state back and end."""
        self._over.set()

    def _run(self) -> None:
        self.is_held = self._set_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED) != 0
        if not self.is_held:
            log.info("Windows does not let jobs keep this machine awake")
        self._over.wait()
        self._set_state(_ES_CONTINUOUS)
        self.is_held = False
