"""One supervised ffmpeg: drained pipes, progress, graceful cancel, a watchdog on its value."""

import logging
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from studio.transcode.model import Progress
from studio.transcode.progress import REPORT_INTERVAL_S, ProgressReader
from studio.transcode.starting import start_ffmpeg

log = logging.getLogger(__name__)

LOG_TAIL_LINES = 200
LOG_LINE_CHARACTERS = 2_000
QUIT_GRACE_S = 5.0
TERMINATE_GRACE_S = 3.0
STALL_LIMIT_S = 600.0
_DRAIN_LIMIT_S = 5.0


@dataclass(frozen=True, slots=True)
class FfmpegResult:
    """How one ffmpeg ended.

    ``return_code`` is negative for a signal (POSIX). ``saw_end`` tells whether it reported
    ``progress=end``. ``stalled`` is True when the watchdog stopped it. ``out_time_us`` is
    the last reported position, ``log_tail`` are the last lines of stderr, ``error_lines``
    counts all lines that ffmpeg itself called errors.
    """

    return_code: int
    saw_end: bool
    cancelled: bool
    log_tail: tuple[str, ...]
    stalled: bool = False
    out_time_us: int = 0
    error_lines: int = 0


@dataclass(frozen=True, slots=True)
class Patience:
    """Time limits in seconds: for a value of progress to change, and for each way to stop."""

    stall_s: float = STALL_LIMIT_S
    quit_s: float = QUIT_GRACE_S
    terminate_s: float = TERMINATE_GRACE_S


_PATIENCE = Patience()


def run_ffmpeg(
    arguments: Sequence[str],
    *,
    expected_duration_us: int | None,
    on_progress: Callable[[Progress], None],
    cancel: threading.Event,
    log_lines: "deque[str] | None" = None,
    patience: Patience = _PATIENCE,
) -> FfmpegResult:
    """Run ffmpeg to its end; returns only when it is gone.

    Must be called on a thread that lives as long as ffmpeg: on Linux the child is killed
    when the thread that started it ends.

    Args:
        arguments: program and arguments, with ``-progress pipe:1``.
        expected_duration_us: the result's length in µs, None when unknown.
        on_progress: called on this thread, at most ten times a second.
        cancel: when set, ffmpeg is asked to quit, then terminated once, then killed.
        log_lines: gets the lines of stderr as they come; None for a private one.
        patience: the time limits.

    Raises:
        ToolError: the program could not be started.
    """
    lines = deque(maxlen=LOG_TAIL_LINES) if log_lines is None else log_lines
    process = start_ffmpeg(arguments)
    return _Supervisor(process, ProgressReader(expected_duration_us), lines, patience).run(
        on_progress, cancel
    )


class _Supervisor:
    """One running ffmpeg and its two readers."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        reader: ProgressReader,
        lines: "deque[str]",
        patience: Patience,
    ) -> None:
        self._process, self._reader, self._lines = process, reader, lines
        self._patience = patience
        self._reports: queue.SimpleQueue[Progress | None] = queue.SimpleQueue()
        self._stop_asked_at: float | None = None
        self._held: Progress | None = None
        self._last_passed: Progress | None = None
        self._last_sent = 0.0
        self._error_lines = 0
        self._terminated = self._cancelled = self._stalled = False
        self._last_value: tuple[int, int, int] = (0, 0, 0)
        self._last_change = self._last_tick = time.monotonic()

    def run(self, on_progress: Callable[[Progress], None], cancel: threading.Event) -> FfmpegResult:
        """Supervise until ffmpeg is gone; kills it when the listener fails."""
        threads = [
            threading.Thread(target=target, daemon=True)
            for target in (self._read_progress, self._read_log, self._wait)
        ]
        for thread in threads:
            thread.start()
        try:
            self._supervise(on_progress, cancel)
        finally:
            if self._process.poll() is None:
                self._process.kill()
            code = self._process.wait()
            for thread in threads:
                thread.join(timeout=_DRAIN_LIMIT_S)
            self._close_input()
        latest = self._reader.latest
        if latest is not None and latest is not self._last_passed and not self._stopping:
            on_progress(latest)
        return FfmpegResult(
            return_code=code,
            saw_end=self._reader.saw_end,
            cancelled=self._cancelled,
            log_tail=tuple(self._lines)[-LOG_TAIL_LINES:],
            stalled=self._stalled,
            out_time_us=latest.out_time_us if latest else 0,
            error_lines=self._error_lines,
        )

    def _supervise(self, on_progress: Callable[[Progress], None], cancel: threading.Event) -> None:
        """Loop until ffmpeg is gone."""
        while True:
            try:
                report = self._reports.get(timeout=REPORT_INTERVAL_S)
            except queue.Empty:
                pass
            else:
                if report is None:
                    return
                self._note(report)
            self._pass_on(on_progress)
            self._watch(cancel)

    def _note(self, report: Progress) -> None:
        """Keep a report until it is due, and see whether it moved on."""
        self._held = report
        value = (report.out_time_us, report.frame, report.size_bytes)
        if value != self._last_value:
            self._last_value, self._last_change = value, time.monotonic()

    def _pass_on(self, on_progress: Callable[[Progress], None]) -> None:
        now = time.monotonic()
        if self._held is None or now - self._last_sent < REPORT_INTERVAL_S * 0.9:
            return
        held, self._held = self._held, None
        self._last_sent, self._last_passed = now, held
        on_progress(held)

    def _watch(self, cancel: threading.Event) -> None:
        now = time.monotonic()
        if now - self._last_tick > 30:  # this process itself did not run: the machine slept
            self._last_change = now
        self._last_tick = now
        if cancel.is_set() and not self._cancelled and not self._stalled:
            self._cancelled = True
            self._ask_to_quit(now)
        elif now - self._last_change > self._patience.stall_s and not self._stopping:
            self._stalled = True
            log.warning(
                "ffmpeg made no progress for %.0f s and is stopped", now - self._last_change
            )
            self._ask_to_quit(now)
        self._escalate(now)

    @property
    def _stopping(self) -> bool:
        return self._stop_asked_at is not None

    def _ask_to_quit(self, now: float) -> None:
        """Write ``q``: ffmpeg ends by itself within 0.1 to 1.2 s (measured)."""
        self._stop_asked_at = now
        if self._process.stdin is None:
            return
        try:
            self._process.stdin.write(b"q\n")
            self._process.stdin.flush()
        except OSError as error:
            log.info("ffmpeg no longer listens: %s", error)

    def _escalate(self, now: float) -> None:
        """One SIGTERM, never two: a second one makes ffmpeg drop its trailer. Then kill."""
        if self._stop_asked_at is None:
            return
        waited = now - self._stop_asked_at
        if waited > self._patience.quit_s and not self._terminated:
            self._terminated = True
            self._process.terminate()
        if waited > self._patience.quit_s + self._patience.terminate_s:
            self._process.kill()

    def _read_progress(self) -> None:
        assert self._process.stdout is not None
        for line in _lines_of(self._process.stdout):
            report = self._reader.feed(line)
            if report is not None:
                self._reports.put(report)

    def _read_log(self) -> None:
        assert self._process.stderr is not None
        for line in _lines_of(self._process.stderr):
            self._lines.append(line)
            self._error_lines += "[error]" in line

    def _wait(self) -> None:
        """Wake the supervisor the moment ffmpeg is gone."""
        self._process.wait()
        self._reports.put(None)

    def _close_input(self) -> None:
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError as error:
                log.debug("closing ffmpeg's input: %s", error)


def _lines_of(pipe: IO[bytes]) -> Iterator[str]:
    """Yield lines, each cut to a bearable length however much comes without a break."""
    with pipe:
        while raw := pipe.readline(LOG_LINE_CHARACTERS):
            text = raw.decode("utf-8", "replace").rstrip()
            if text:
                yield text
