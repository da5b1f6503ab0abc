"""One ffmpeg that converts the picture or the sound from a segment on."""

import contextlib
import logging
import subprocess
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Protocol

from studio.errors import StudioError
from studio.media.child import clean_environment, creation_flags
from studio.preview.clusters import PipeReader, TrackHead
from studio.preview.proxy_cutter import TICKS_PER_S, Cutter
from studio.preview.proxy_input import ProxyInput
from studio.segments.model import TrackKind
from studio.server.media import FileChangedError, Readable
from studio.transcode.windows_job import tie_to_us

log = logging.getLogger(__name__)

READ_BYTES = 64 * 1024
FEED_BYTES = 256 * 1024
END_LIMIT_S = 5.0
SPEED_WINDOW_S = 3.0
TAIL_LINES = 20


@dataclass(frozen=True, slots=True)
class StreamNews:
    """What a stream has made since it last told.

    ``segment`` is the one the latest block belongs to, ``media_s`` how far the stream has
    come. ``speed`` is how much faster than real time it comes, None while that is not known.
    ``error`` is why it failed; ``ended`` is then true, too.
    """

    head: TrackHead | None = None
    clusters: Sequence[tuple[int, bytes]] = ()
    segment: int = 0
    media_s: float = 0.0
    speed: float | None = None
    ended: bool = False
    error: str = ""


class StreamListener(Protocol):
    """Hears of a stream, on the stream's own thread."""

    def __call__(self, stream: "ProxyStream", news: StreamNews) -> None:
        """Take what was made."""


class SpeedMeter:
    """How fast the media comes over the last seconds."""

    def __init__(self) -> None:
        self._points: deque[tuple[float, float]] = deque()

    def measure(self, at_s: float, media_s: float) -> float | None:
        """Take a point; None until some seconds have passed since the first."""
        self._points.append((at_s, media_s))
        while len(self._points) > 2 and at_s - self._points[1][0] >= SPEED_WINDOW_S:
            self._points.popleft()
        passed_s = at_s - self._points[0][0]
        return (media_s - self._points[0][1]) / passed_s if passed_s >= SPEED_WINDOW_S else None


class _Pace:
    """Lets the reader read, or holds it, and knows for how long it was held."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()
        self.held_s = 0.0

    def let(self, free: bool) -> None:
        if free:
            self._free.set()
        else:
            self._free.clear()

    def wait(self) -> None:
        if self._free.is_set():
            return
        started = time.monotonic()
        self._free.wait()
        self.held_s += time.monotonic() - started


class ProxyStream:
    """One ffmpeg with the threads that feed it and read from it; makes one track.

    Args:
        command: of ffmpeg, see ``proxy_command``.
        kind: of the track.
        source: what is converted.
        first: the segment it begins with.
        listener: hears what was made, and once that it has ended.
    """

    def __init__(
        self,
        command: Sequence[str],
        kind: TrackKind,
        source: ProxyInput,
        first: int,
        listener: StreamListener,
    ) -> None:
        self._command = command
        self._kind = kind
        self._source = source
        self._first = first
        self._listener = listener
        self._pace = _Pace()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._feed_error = ""
        self._tail: deque[bytes] = deque(maxlen=TAIL_LINES)
        self._thread = threading.Thread(target=self._work, name="proxy-stream", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def let(self, free: bool) -> None:
        """Go on, or wait: what ffmpeg has made stays in its pipe, and it waits, too."""
        self._pace.let(free or self._stopped)

    def stop(self) -> None:
        """End ffmpeg now; may be called twice, from any thread."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
        self._pace.let(True)

    def join(self) -> bool:
        """Wait until all is over; False when that takes too long."""
        self._thread.join(END_LIMIT_S)
        return not self._thread.is_alive()

    def _work(self) -> None:
        error = ""
        try:
            process = self._started()
            if process is not None:
                error = self._convert(process)
        except OSError as problem:
            error = str(problem)
        except Exception:
            log.exception("a conversion failed")
            error = "internal error"
        self._listener(self, StreamNews(ended=True, error="" if self._stopped else error))

    def _started(self) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._stopped:
                return None
            self._process = subprocess.Popen(
                list(self._command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=clean_environment(),
                creationflags=creation_flags(),
            )
        tie_to_us(self._process)
        return self._process

    def _convert(self, process: "subprocess.Popen[bytes]") -> str:
        """Read to the end; return why it failed, "" when it did not."""
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        helpers = [
            threading.Thread(target=self._feed, args=(process.stdin,), daemon=True),
            threading.Thread(target=self._drain, args=(process.stderr,), daemon=True),
        ]
        for helper in helpers:
            helper.start()
        try:
            self._read(process.stdout)
        except StudioError as problem:
            self._feed_error = self._feed_error or problem.detail
        finally:
            if self._feed_error or self._stopped:
                process.kill()
            process.stdout.close()
            code = process.wait()
            for helper in helpers:
                helper.join()
        tail = b"\n".join(self._tail).decode("utf-8", "replace")
        return self._feed_error or (tail or f"ffmpeg ended with {code}" if code else "")

    def _read(self, pipe: IO[bytes]) -> None:
        reader, meter = PipeReader(), SpeedMeter()
        cutter: Cutter | None = None
        while True:
            self._pace.wait()
            data = pipe.read1(READ_BYTES)  # type: ignore[attr-defined]
            if self._stopped or not data:
                return
            head: TrackHead | None = None
            made: list[tuple[int, bytes]] = []
            for found in reader.feed(data):
                if isinstance(found, TrackHead):
                    head = found
                    cutter = Cutter(self._source.cuts, self._first, found)
                elif cutter is not None:
                    made += cutter.take(found)
            if cutter is not None and (head or made):
                media_s = cutter.at / TICKS_PER_S
                speed = meter.measure(time.monotonic() - self._pace.held_s, media_s)
                news = StreamNews(head, made, cutter.segment, media_s, speed)
                self._listener(self, news)

    def _feed(self, pipe: IO[bytes]) -> None:
        """Give ffmpeg its input, until it wants no more."""
        file: Readable | None = None
        try:
            file = self._source.open(self._first, self._kind)
            while file is not None and (data := file.read(FEED_BYTES)) and _written(pipe, data):
                pass
        except FileChangedError:
            self._feed_error = "The file has changed since it was opened."
        except OSError as error:
            self._feed_error = str(error)
        finally:
            if file is not None:
                file.close()
            with contextlib.suppress(OSError):
                pipe.close()

    def _drain(self, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                self._tail.append(line.strip()[:500])


def _written(pipe: IO[bytes], data: bytes) -> bool:
    """Write; False when nobody reads any more."""
    try:
        pipe.write(data)
    except OSError as error:
        log.debug("ffmpeg wants no more input: %s", error)
        return False
    return True
