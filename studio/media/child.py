"""Short-lived child processes: drained pipes, a time limit, a cap on output, cancel."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

OUTPUT_CAP_BYTES = 8 * 1024 * 1024
READ_SIZE_BYTES = 64 * 1024
WATCH_INTERVAL_S = 0.1

FORMAT_WHITELIST = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,wav,mp3,ogg,aac,flac,mxf,asf"
)
"""Demuxers ffmpeg may use on a user's file: no playlists, no image sequences, no scripts.

Source: measured, a playlist named .avi opened another local file without this list.
"""

MAX_PIXELS = 67_108_864
"""Largest picture ffmpeg may decode, in pixels (64 Mi).

Source: measured, an 846 kB file of 16000x9000 made the encoder take 2.69 GB.
"""

INPUT_GUARDS: Mapping[str, str] = {
    "protocol_whitelist": "file",
    "format_whitelist": FORMAT_WHITELIST,
    "max_pixels": str(MAX_PIXELS),
}
"""ffmpeg input options, without the dash, that stand before every ``-i``."""

_DROPPED_VARIABLES = ("FFREPORT", "LD_PRELOAD", "LD_AUDIT")


@dataclass(frozen=True, slots=True)
class ChildResult:
    """How a child ended. ``return_code`` is negative for a signal (POSIX)."""

    return_code: int
    stdout: bytes
    stderr: bytes
    timed_out: bool = False
    overflowed: bool = False
    cancelled: bool = False

    @property
    def succeeded(self) -> bool:
        """True when the child ended by itself with status 0."""
        stopped = self.timed_out or self.overflowed or self.cancelled
        return self.return_code == 0 and not stopped


def file_argument(path: Path) -> str:
    """Return the path as ffmpeg must get it: absolute, after ``file:``.

    Source: measured with 29 odd names; ``http:x.mp4`` or ``concat:a|b`` is then a file.
    """
    return "file:" + os.path.abspath(path)  # noqa: PTH100  (must not follow links)


def guarded_input(path: Path) -> list[str]:
    """Return the input part of an ffmpeg command line, guards included."""
    guards = [part for name, value in INPUT_GUARDS.items() for part in (f"-{name}", value)]
    return [*guards, "-i", file_argument(path)]


def clean_environment(base: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for a child, without variables that change what it does."""
    source = os.environ if base is None else base
    return {
        name: value
        for name, value in source.items()
        if name not in _DROPPED_VARIABLES and not name.startswith("AV_LOG_")
    }


def creation_flags(*, low_priority: bool = False) -> int:
    """Return Windows' process flags (no console window); 0 elsewhere."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
        return flags | subprocess.BELOW_NORMAL_PRIORITY_CLASS if low_priority else flags
    return 0


def run_child(
    arguments: Sequence[str],
    *,
    time_limit_s: float,
    environment: Mapping[str, str] | None = None,
    output_cap_bytes: int = OUTPUT_CAP_BYTES,
    cancel: threading.Event | None = None,
) -> ChildResult:
    """Run a command to its end and return what it said.

    Args:
        arguments: program and its arguments; no shell is involved.
        time_limit_s: wall time in seconds after which the child is killed.
        environment: the child's environment; None means this one, cleaned.
        output_cap_bytes: bytes per pipe after which the child is killed.
        cancel: kills the child when set.

    Raises:
        OSError: the program could not be started.
    """
    process = subprocess.Popen(
        list(arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=clean_environment() if environment is None else dict(environment),
        creationflags=creation_flags(),
    )
    watched = _Watched(process, time_limit_s, output_cap_bytes, cancel)
    return watched.wait()


class _Watched:
    """One running child with its two readers and its watcher."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        time_limit_s: float,
        cap_bytes: int,
        cancel: threading.Event | None,
    ) -> None:
        self._process, self._cap_bytes, self._cancel = process, cap_bytes, cancel
        self._deadline = time.monotonic() + time_limit_s
        self._ended = threading.Event()
        self._timed_out = self._overflowed = self._cancelled = False

    def wait(self) -> ChildResult:
        """Drain and wait; the watcher kills in time, so this always returns."""
        out, err = bytearray(), bytearray()
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        threads = [
            threading.Thread(target=self._drain, args=(self._process.stdout, out), daemon=True),
            threading.Thread(target=self._drain, args=(self._process.stderr, err), daemon=True),
            threading.Thread(target=self._watch, daemon=True),
        ]
        for thread in threads:
            thread.start()
        code = self._process.wait()
        self._ended.set()
        for thread in threads:
            thread.join()
        return ChildResult(
            code, bytes(out), bytes(err), self._timed_out, self._overflowed, self._cancelled
        )

    def _drain(self, pipe: IO[bytes], into: bytearray) -> None:
        with pipe:
            while chunk := pipe.read1(READ_SIZE_BYTES):  # type: ignore[attr-defined]
                if len(into) + len(chunk) > self._cap_bytes:
                    self._overflowed = True
                    self._process.kill()
                    continue
                into += chunk

    def _watch(self) -> None:
        while not self._ended.wait(WATCH_INTERVAL_S):
            self._timed_out = time.monotonic() > self._deadline
            self._cancelled = self._cancel is not None and self._cancel.is_set()
            if self._timed_out or self._cancelled:
                self._process.kill()
                return
