"""One ffmpeg that writes into a pipe: drained, watched, fed where it is fed, always ended."""

import contextlib
import logging
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from studio.errors import StudioError, ToolError
from studio.media.child import clean_environment, creation_flags
from studio.transcode.pipes import lines_of
from studio.transcode.windows_job import tie_to_us

log = logging.getLogger(__name__)

READ_BYTES = 64 * 1024
TAIL_LINES = 40
WATCH_S = 0.5
TERMINATE_S = 1.0
JOIN_S = 5.0


@dataclass(frozen=True, slots=True)
class PipeEnd:
    """How it ended. ``problem`` is what the watch found, ``silent`` that nothing came any more."""

    return_code: int
    lines: tuple[str, ...]
    stopped: bool
    silent: bool = False
    problem: StudioError | None = None


class PipeRun:
    """Runs once, on the thread that calls ``run``.

    Args:
        command: program and arguments; it writes to its standard output.
        silence_s: seconds without a byte after which it is ended; None waits for ever.
        watch: asked every half second; the problem it returns ends the run.
        feed: yields what goes through standard input, and no bytes now and then while it
            waits; it may raise StudioError.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        silence_s: float | None = None,
        watch: Callable[[], StudioError | None] = lambda: None,
        feed: Iterator[bytes] | None = None,
    ) -> None:
        self._command, self._silence_s, self._watch, self._feed = command, silence_s, watch, feed
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._over = threading.Event()
        self._stopped = self._silent = False
        self._problem: StudioError | None = None
        self._heard_at = time.monotonic()
        self._lines: deque[str] = deque(maxlen=TAIL_LINES)

    def run(self, take: Callable[[bytes], None]) -> PipeEnd:
        """Run it to its end and give ``take`` what it writes, on this thread.

        Raises:
            ToolError: it could not be started.
            StudioError: what ``take`` raised; the process is gone then.
        """
        process = self._started()
        if process is None:
            return PipeEnd(0, (), stopped=True)
        helpers = [threading.Thread(target=work, daemon=True) for work in self._helpers(process)]
        code = -1
        try:
            for helper in helpers:
                helper.start()
            self._read(process, take)
        finally:
            code = self._ended(process)
            for helper in helpers:
                if helper.ident is not None:
                    helper.join(JOIN_S)
        return PipeEnd(code, tuple(self._lines), self._stopped, self._silent, self._problem)

    def stop(self) -> None:
        """End it; may be called twice, from any thread, also before it runs."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                _terminate(self._process)

    def _started(self) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._stopped:
                return None
            fed = self._feed is not None
            try:
                self._process = subprocess.Popen(
                    list(self._command),
                    stdin=subprocess.PIPE if fed else subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env=clean_environment(),
                    creationflags=creation_flags(),
                )
            except OSError as error:
                raise ToolError(
                    "ffmpeg could not be started.",
                    hint="Choose another ffmpeg in the settings, or reinstall the program.",
                    detail=str(error),
                ) from error
        tie_to_us(self._process)
        self._heard_at = time.monotonic()
        return self._process

    def _helpers(self, process: "subprocess.Popen[bytes]") -> list[Callable[[], None]]:
        assert process.stderr is not None
        errors = process.stderr
        work = [lambda: self._drain(errors), self._keep_watch]
        if process.stdin is not None:
            fed = process.stdin
            work.append(lambda: self._give(fed))
        return work

    def _read(self, process: "subprocess.Popen[bytes]", take: Callable[[bytes], None]) -> None:
        assert process.stdout is not None
        while data := process.stdout.read1(READ_BYTES):  # type: ignore[attr-defined]
            self._heard_at = time.monotonic()
            if self._stopped:
                return
            take(data)
            self._heard_at = time.monotonic()

    def _ended(self, process: "subprocess.Popen[bytes]") -> int:
        """Wait for the end; end it where it goes on. Returns its status."""
        if process.stdout is not None:
            process.stdout.close()
        try:
            code = process.wait(TERMINATE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        self._over.set()
        return code

    def _drain(self, pipe: IO[bytes]) -> None:
        for line in lines_of(pipe):
            self._lines.append(line)
            log.debug("ffmpeg: %s", line)

    def _keep_watch(self) -> None:
        while not self._over.wait(WATCH_S):
            problem = self._watch()
            waited_s = time.monotonic() - self._heard_at
            self._silent = self._silence_s is not None and waited_s > self._silence_s
            if problem is None and not self._silent:
                continue
            self._problem = problem
            with self._lock:
                if self._process is not None:
                    _terminate(self._process)
            return

    def _give(self, pipe: IO[bytes]) -> None:
        """Feed standard input until there is no more, or nobody reads it."""
        assert self._feed is not None
        try:
            for data in self._feed:
                if self._stopped or self._over.is_set():
                    break
                if data:
                    pipe.write(data)
        except OSError as error:
            log.debug("ffmpeg wants no more input: %s", error)
        except StudioError as error:
            self._problem = error
        finally:
            with contextlib.suppress(OSError):
                pipe.close()


def _terminate(process: "subprocess.Popen[bytes]") -> None:
    """Ask it to end, and see to it that it does, without waiting here."""
    if process.poll() is not None:
        return
    process.terminate()

    def kill() -> None:
        if process.poll() is None:
            process.kill()

    timer = threading.Timer(TERMINATE_S, kill)
    timer.daemon = True
    timer.start()
