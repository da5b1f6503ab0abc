"""One supervised ffmpeg: drained pipes, progress, pause, graceful cancel, a watchdog."""

import logging
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studio.transcode.control import Control
from studio.transcode.failpoints import reach
from studio.transcode.model import Progress
from studio.transcode.pipes import lines_of
from studio.transcode.progress import REPORT_INTERVAL_S, ProgressReader
from studio.transcode.starting import ShortageError, shortage, start_ffmpeg
from studio.transcode.stopping import Stopper
from studio.transcode.watchdog import RunClock, StallWatch

log = logging.getLogger(__name__)

LOG_TAIL_LINES = 200
_DRAIN_LIMIT_S = 5.0
_FIRST_RETRY_S = 0.1
_LONGEST_RETRY_S = 5.0


@dataclass(frozen=True, slots=True)
class FfmpegResult:
    """How one ffmpeg ended.

    ``return_code`` is negative for a signal (POSIX). ``saw_end`` tells whether it reported
    ``progress=end``. ``stalled`` is True when the watchdog stopped it. ``out_time_us`` is
    the last reported position, ``frames`` the pictures written by then, ``log_tail`` are
    the last lines of stderr, ``error_lines`` counts all lines ffmpeg itself called errors.
    """

    return_code: int
    saw_end: bool
    cancelled: bool
    log_tail: tuple[str, ...]
    stalled: bool = False
    out_time_us: int = 0
    error_lines: int = 0
    frames: int = 0


@dataclass(frozen=True, slots=True)
class Patience:
    """Time limits in seconds.

    ``warn_s`` and ``stall_s`` without a change of progress are told, and end the run.
    ``quit_s`` and ``terminate_s`` are what ffmpeg gets for each way to stop: little, since its
    result is thrown away then, while after ``q`` it first encodes all it has looked ahead at
    (measured on a busy machine: 3.6 s for x264 and VP9). ``finish_s`` without progress end
    the wait for the check of a result, ``spawn_s`` that for a process the system refuses,
    ``name_s`` is how long giving a name is tried anew.
    """

    stall_s: float = 600.0
    warn_s: float = 60.0
    quit_s: float = 0.6
    terminate_s: float = 0.6
    finish_s: float = 60.0
    spawn_s: float = 60.0
    name_s: float = 3.0


_PATIENCE = Patience()


def _ignore(_value: object) -> None:
    """Stand in for a listener."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """Who is told what; on the thread that runs ffmpeg, but ``on_line`` on one of its own.

    ``on_progress`` comes at most ten times a second. ``on_line`` gets each line of stderr,
    ``on_stall`` the seconds without progress (0 when it moves again), ``on_pause`` whether
    ffmpeg stands still now, ``on_started`` its process number.
    """

    on_progress: Callable[[Progress], None] = _ignore
    on_line: Callable[[str], None] = _ignore
    on_stall: Callable[[float], None] = _ignore
    on_pause: Callable[[bool], None] = _ignore
    on_started: Callable[[int], None] = _ignore


def run_ffmpeg(
    arguments: Sequence[str],
    *,
    expected_duration_us: int | None,
    control: Control,
    hooks: Hooks,
    token: str = "",
    patience: Patience = _PATIENCE,
) -> FfmpegResult:
    """Run ffmpeg to its end; returns only when it is gone.

    Must be called on a thread that lives as long as ffmpeg: on Linux the child is killed
    when the thread that started it ends.

    Args:
        arguments: program and arguments, with ``-progress pipe:1``.
        expected_duration_us: the result's length in µs, None when unknown.
        control: a cancel asks ffmpeg to quit, terminates it once, then kills it.
        hooks: who is told.
        token: put into ffmpeg's environment.
        patience: the time limits.

    Raises:
        ToolError: the program could not be started.
        CancelledError: cancelled before it could be started.
    """
    give_up_at, delay = time.monotonic() + patience.spawn_s, _FIRST_RETRY_S
    while True:
        try:
            process = start_ffmpeg(arguments, token=token)
            running = _Supervisor(process, expected_duration_us, control, hooks, patience)
            break
        except ShortageError as error:
            if time.monotonic() + delay > give_up_at:
                raise
            if delay == _FIRST_RETRY_S:  # told once
                hooks.on_line(f"{error.what} It is tried again: {error.detail}")
            log.info("ffmpeg is started again in %.1f s: %s", delay, error.detail)
            control.sleep(delay)
            delay = min(2 * delay, _LONGEST_RETRY_S)
    return running.run()


class _Supervisor:
    """One running ffmpeg and its three waiting threads.

    Raises:
        ShortageError: the system allows no more threads; the process was ended.
    """

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        expected_duration_us: int | None,
        control: Control,
        hooks: Hooks,
        patience: Patience,
    ) -> None:
        self._process, self._control, self._hooks = process, control, hooks
        self._patience = patience
        self._clock = RunClock()
        self._reader = ProgressReader(expected_duration_us, self._clock)
        self._stall = StallWatch(patience.warn_s, hooks.on_stall, self._clock)
        self._stopper = Stopper(process, patience.quit_s, patience.terminate_s)
        self._lines: deque[str] = deque(maxlen=LOG_TAIL_LINES)
        self._events: queue.SimpleQueue[Progress | bool] = queue.SimpleQueue()
        self._held: Progress | None = None
        self._last_passed: Progress | None = None
        self._last_sent = 0.0
        self._error_lines = 0
        self._has_moved = self._standing = self._cancelled = self._stalled = False
        self._threads = [
            threading.Thread(target=target, daemon=True)
            for target in (self._read_progress, self._read_log, self._wait)
        ]
        self._start_threads()

    def _start_threads(self) -> None:
        try:
            for thread in self._threads:
                thread.start()
        except RuntimeError as error:
            self._stopper.kill()
            self._process.wait()
            raise shortage(str(error)) from error

    def run(self) -> FfmpegResult:
        """Supervise until ffmpeg is gone; kills it when a listener fails."""
        try:
            reach("after_spawn")
            self._hooks.on_started(self._process.pid)
            with self._control.waking(lambda: self._events.put(False)):
                self._supervise()
        finally:
            self._stopper.kill()
            code = self._process.wait()
            for thread in self._threads:
                thread.join(timeout=_DRAIN_LIMIT_S)
            self._close_input()
        latest = self._reader.latest
        if latest is not None and latest is not self._last_passed and not self._stopper.is_asked:
            self._hooks.on_progress(latest)
        return FfmpegResult(
            return_code=code,
            saw_end=self._reader.saw_end,
            cancelled=self._cancelled,
            log_tail=tuple(self._lines),
            stalled=self._stalled,
            out_time_us=latest.out_time_us if latest else 0,
            error_lines=self._error_lines,
            frames=latest.frame if latest else 0,
        )

    def _supervise(self) -> None:
        """Loop until ffmpeg is gone: an event is a report, True for the end, or a nudge."""
        while True:
            self._watch()
            try:
                event = self._events.get(timeout=REPORT_INTERVAL_S)
            except queue.Empty:
                pass
            else:
                if event is True:
                    return
                if isinstance(event, Progress):
                    self._note(event)
            self._pass_on()

    def _note(self, report: Progress) -> None:
        """Keep a report until it is due, and see whether it moved on."""
        self._held = report
        value = (report.out_time_us, report.frame, report.size_bytes)
        self._has_moved = self._has_moved or any(value)
        self._stall.note(value)

    def _pass_on(self) -> None:
        now = time.monotonic()
        if self._held is None or now - self._last_sent < REPORT_INTERVAL_S * 0.9:
            return
        held, self._held = self._held, None
        self._last_sent, self._last_passed = now, held
        self._hooks.on_progress(held)

    def _watch(self) -> None:
        now = time.monotonic()
        if not self._stopper.is_asked:
            self._heed_pause()
            still_s = self._stall.still_s()
            if self._control.cancelled:
                self._cancelled = True
                self._stopper.ask(now, politely=self._has_moved)
            elif still_s > self._patience.stall_s:
                self._stalled = True
                log.warning("ffmpeg made no progress for %.0f s and is stopped", still_s)
                self._stopper.ask(now)
        self._stopper.escalate(now)

    def _heed_pause(self) -> None:
        """Stand still or go on as asked; a cancelled run goes on, to its end."""
        wanted = self._control.paused
        if wanted is self._standing:
            return
        self._standing = wanted
        if wanted:
            self._stopper.suspend()
            self._clock.stop()
        else:
            self._stopper.proceed()
            self._clock.go_on()
        if not self._control.cancelled:
            self._hooks.on_pause(wanted)

    def _read_progress(self) -> None:
        assert self._process.stdout is not None
        for line in lines_of(self._process.stdout):
            report = self._reader.feed(line)
            if report is not None:
                self._events.put(report)

    def _read_log(self) -> None:
        assert self._process.stderr is not None
        for line in lines_of(self._process.stderr):
            self._lines.append(line)
            self._error_lines += "[error]" in line
            self._hooks.on_line(line)

    def _wait(self) -> None:
        """Wake the supervisor the moment ffmpeg is gone."""
        self._process.wait()
        self._events.put(True)

    def _close_input(self) -> None:
        try:
            if self._process.stdin is not None:
                self._process.stdin.close()
        except OSError as error:
            log.debug("closing ffmpeg's input: %s", error)
