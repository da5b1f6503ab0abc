"""MediaInfo behind a wall: worker processes that are reused, and replaced when they fail."""

import json
import logging
import queue
import subprocess
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from studio import paths
from studio.errors import printable
from studio.media.child import OUTPUT_CAP_BYTES, clean_environment, creation_flags
from studio.media.mediainfo_tracks import Track

log = logging.getLogger(__name__)

FILES_PER_WORKER = 500
"""A worker is replaced after this many files, so that what MediaInfo leaks stays small."""

SLOW_FILE_S = 2.0
"""A worker is replaced after a file that took longer: such files leave much memory behind."""

_NO_NETWORK = dict.fromkeys(
    ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9"
)
"""For MediaInfo's libcurl: a proxy that is not there. The second wall; where there are
resource limits the worker opens no connection at all."""

_GONE_WITHIN_S = 2.0
_OUT_OF_CPU_TIME = -24
"""Return code of a worker that used up its CPU time (SIGXCPU on Linux and macOS)."""

_ENDED = b""

KEPT_CHARACTERS = 4096
"""Longest text kept of one field; titles of a megabyte exist."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What MediaInfo said: its tracks, or None with the reason."""

    tracks: tuple[Track, ...] | None
    took_too_long: bool = False
    detail: str = ""


class InspectorPool:
    """Some workers, started when they are needed; each call of ``ask`` uses one.

    May be used from any number of threads.

    Args:
        size: most workers at the same time.
    """

    def __init__(self, size: int) -> None:
        self._places = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[_Inspector] = []
        self._busy: set[_Inspector] = set()
        self._is_closed = False

    def ask(self, path: Path, time_limit_s: float) -> Answer:
        """Return what MediaInfo says about a regular file; never raises for a bad one.

        Args:
            path: absolute.
            time_limit_s: wall time in seconds, waiting for a free worker not counted.

        Raises:
            OSError: no worker could be started.
        """
        with self._places:
            inspector = self._take()
            if inspector is None:
                return Answer(None, detail="The program is closing.")
            try:
                return inspector.ask(path, time_limit_s)
            finally:
                self._give_back(inspector)

    def rest(self) -> None:
        """End the workers that have nothing to do; new ones come when asked for."""
        with self._lock:
            idle, self._idle = self._idle, []
        for inspector in idle:
            inspector.close()

    def close(self) -> None:
        """End every worker, also in the middle of a file; nothing is asked after this."""
        with self._lock:
            self._is_closed = True
            busy = tuple(self._busy)
        for inspector in busy:
            inspector.kill()
        self.rest()

    def _take(self) -> "_Inspector | None":
        with self._lock:
            while self._idle and not self._is_closed:
                inspector = self._idle.pop()
                if inspector.is_usable:
                    self._busy.add(inspector)
                    return inspector
                inspector.close()
            if self._is_closed:
                return None
            inspector = _Inspector()
            self._busy.add(inspector)
            return inspector

    def _give_back(self, inspector: "_Inspector") -> None:
        with self._lock:
            self._busy.discard(inspector)
            if inspector.is_usable and not self._is_closed:
                self._idle.append(inspector)
                return
        inspector.close()


class _Inspector:
    """One worker process. Used by one thread at a time, but for ``kill``."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            paths.self_command("--probe-worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=clean_environment(paths.self_environment()) | _NO_NETWORK,
            creationflags=creation_flags(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._requests = self._process.stdin
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._complaints: deque[bytes] = deque(maxlen=8)
        self._files = 0
        self._is_worn = False
        self._threads = (
            threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True),
            threading.Thread(target=self._drain, args=(self._process.stderr,), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def is_usable(self) -> bool:
        """True while the worker lives and may take another file."""
        return not self._is_worn and self._process.poll() is None

    def ask(self, path: Path, time_limit_s: float) -> Answer:
        """Ask about one file; a worker that fails at it is not usable any more."""
        self._files += 1
        self._is_worn = True  # until it has answered properly
        with suppress(OSError, ValueError):  # it ended: its missing answer says so
            self._requests.write(json.dumps(str(path)).encode("ascii") + b"\n")
            self._requests.flush()
        try:
            line = self._answers.get(timeout=min(SLOW_FILE_S, time_limit_s))
            is_slow = False
        except queue.Empty:
            is_slow = True
            line = self._late_answer(time_limit_s - SLOW_FILE_S)
        if not line.endswith(b"\n"):
            return self._failure(line)
        answer = _parsed(line)
        if answer is None:
            return Answer(None, detail="The inspector's answer makes no sense.")
        self._is_worn = is_slow or self._files >= FILES_PER_WORKER
        return answer

    def _late_answer(self, rest_s: float) -> bytes:
        try:
            return self._answers.get(timeout=max(0.0, rest_s))
        except queue.Empty:
            return b"late"

    def _failure(self, line: bytes) -> Answer:
        """Tell why there is no whole line: too late, too long, or the worker died."""
        if line != _ENDED:
            self.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GONE_WITHIN_S)
        self._threads[1].join(_GONE_WITHIN_S)
        said = b"".join(tuple(self._complaints)).decode("utf-8", "replace")[-2000:]
        too_long = line == b"late" or self._process.returncode == _OUT_OF_CPU_TIME
        return Answer(None, too_long, said)

    def kill(self) -> None:
        """End the worker now; whoever waits for its answer gets a failure."""
        self._process.kill()

    def close(self) -> None:
        """End the worker and take back all it held."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        with suppress(OSError):
            self._requests.close()

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            while line := pipe.readline(OUTPUT_CAP_BYTES):
                self._answers.put(line)
                if not line.endswith(b"\n"):
                    break  # far too long, or cut off
        self._answers.put(_ENDED)

    def _drain(self, pipe: IO[bytes]) -> None:
        with pipe:
            while chunk := pipe.read1(1024):  # type: ignore[attr-defined]
                self._complaints.append(chunk)


def _parsed(line: bytes) -> Answer | None:
    """Return the answer in a line, None when it is none."""
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict):
        return None
    tracks, error = answer.get("tracks"), answer.get("error")
    if isinstance(tracks, list):
        return Answer(tuple(_clean(track) for track in tracks if isinstance(track, dict)))
    return Answer(None, detail=error) if isinstance(error, str) else None


def _clean(track: dict[str, object]) -> Track:
    """Keep text alone, without control characters: it is shown and printed."""
    return {
        key: printable(value)[:KEPT_CHARACTERS]
        for key, value in track.items()
        if isinstance(value, str)
    }
