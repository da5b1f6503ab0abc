"""Suspending one ffmpeg and ending it: gently first, and in any case."""

import logging
import os
import signal
import subprocess
import sys

import psutil

log = logging.getLogger(__name__)


class Stopper:
    """Sends what one process is to hear.

    Args:
        process: the child, leader of a process group of its own (POSIX).
        quit_s: seconds it has for ``q`` before it is terminated.
        terminate_s: seconds after that until it is killed.
    """

    def __init__(
        self, process: "subprocess.Popen[bytes]", quit_s: float, terminate_s: float
    ) -> None:
        self._process, self._quit_s, self._terminate_s = process, quit_s, terminate_s
        self._asked_at: float | None = None
        self._terminated = self._killed = False

    @property
    def is_asked(self) -> bool:
        """True once the process was asked to end."""
        return self._asked_at is not None

    def suspend(self) -> None:
        """Let the process stand still where it is."""
        self._steer(going=False)

    def proceed(self) -> None:
        """Let a suspended process go on."""
        self._steer(going=True)

    def ask(self, now: float, *, politely: bool = True) -> None:
        """Begin to end the process.

        Args:
            now: monotonic seconds.
            politely: with ``q``, so that ffmpeg closes its file; else with SIGTERM, which
                ffmpeg heeds even before it begins to read its input.
        """
        self._asked_at = now
        if not politely:
            self._asked_at -= self._quit_s
            self.escalate(now)
        elif self._process.stdin is not None:
            try:
                self._process.stdin.write(b"q\n")
                self._process.stdin.flush()
            except OSError as error:
                log.info("ffmpeg no longer listens: %s", error)

    def escalate(self, now: float) -> None:
        """One SIGTERM, never two: a second one makes ffmpeg drop its trailer. Then kill."""
        if self._asked_at is None:
            return
        waited = now - self._asked_at
        if waited >= self._quit_s and not self._terminated:
            self._terminated = True
            self._process.terminate()
        if waited > self._quit_s + self._terminate_s and not self._killed:
            self.kill()

    def kill(self) -> None:
        """End the process, and whatever it started, at once."""
        self._killed = True
        if self._process.poll() is not None:
            return
        if sys.platform == "win32":
            self._process.kill()
        else:
            _signal_group(self._process.pid, signal.SIGKILL)

    def _steer(self, *, going: bool) -> None:
        if self._process.poll() is not None:
            return
        if sys.platform == "win32":
            try:
                child = psutil.Process(self._process.pid)
                (child.resume if going else child.suspend)()
            except psutil.Error as error:
                log.info("ffmpeg could not be paused or resumed: %s", error)
        else:
            _signal_group(self._process.pid, signal.SIGCONT if going else signal.SIGSTOP)


if sys.platform != "win32":

    def _signal_group(pid: int, number: int) -> None:
        """Send a signal to the whole group a process leads."""
        try:
            os.killpg(pid, number)
        except OSError as error:
            log.info("ffmpeg did not get signal %d: %s", number, error)
