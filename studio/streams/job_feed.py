"""The result of a running job as a live stream, while it is still being written.

What reaches the disk when, as measured with ffmpeg 9: a WebM's clusters (5 s or 5 MB at most,
from keyframe to keyframe where they are larger than 4 kB) and an MP4's fragments are each
written whole, but only once 256 kB have gathered, so a small picture lags by some seconds.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError, StudioError, TranscodeError
from studio.streams.encoding import UnitMaker, assembler_for
from studio.streams.encoding_model import LiveEncoding
from studio.streams.feed import FeedListener
from studio.streams.gop_model import Assembler, GopPart, InitPart
from studio.streams.gop_mp4 import Mp4Assembler
from studio.streams.gop_webm import WebmAssembler
from studio.streams.growing import GrowingFile
from studio.streams.pipe_arguments import pipe_command
from studio.streams.pipe_run import JOIN_S, PipeRun

log = logging.getLogger(__name__)

READ_BYTES = 64 * 1024
POLL_S = 0.1
_EBML_MAGIC = b"\x1a\x45\xdf\xa3"


class JobFeed:
    """A feed of a file that grows; segments come at most as fast as they play.

    WebM is cut anew, MP4 with a fragment for each GOP passes as it is. A job that was paused,
    or is slower than real time, is waited for. When it has ended, the rest is played out.

    Args:
        find_part: returns where the job writes; None, or a file that is not there yet, is
            waited for as long as the job runs.
        is_running: tells whether the job still writes.
        problem: asked once the job has ended; a sentence when its result came to nothing.
        convert: what to encode it into, for engines that cannot play it; None as it is.
        ffmpeg: the program for that.

    Raises:
        InputError: a conversion without a program for it.
    """

    def __init__(
        self,
        find_part: Callable[[], Path | None],
        is_running: Callable[[], bool],
        *,
        problem: Callable[[], str] = lambda: "",
        convert: LiveEncoding | None = None,
        ffmpeg: Path | None = None,
    ) -> None:
        if convert is not None and ffmpeg is None:
            raise InputError("A conversion needs ffmpeg.", hint="Choose one in the settings.")
        self._find_part, self._is_running, self._problem = find_part, is_running, problem
        self._convert, self._ffmpeg = convert, ffmpeg
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._run: PipeRun | None = None

    def start(self, listener: FeedListener) -> None:
        """Begin; returns at once. It may be begun anew once it was stopped."""
        self._stop.clear()
        self._thread = threading.Thread(
            target=self._work, args=(listener,), name="job-feed", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End it; the job goes on. Returns when its threads and processes are gone."""
        self._stop.set()
        run = self._run
        if run is not None:
            run.stop()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(2 * JOIN_S)

    def _work(self, listener: FeedListener) -> None:
        problem: StudioError | None = None
        try:
            self._stream(_Paced(UnitMaker(listener), self._stop))
        except StudioError as error:
            problem = error
        except OSError as error:
            problem = InputError("What the job writes cannot be read.", detail=str(error))
        except Exception as error:
            log.exception("a live stream failed by a fault of the program")
            problem = StudioError("The live stream stopped.", detail=repr(error))
        listener.on_end(None if self._stop.is_set() else problem)

    def _stream(self, units: "_Paced") -> None:
        """Play the file out to its end.

        Raises:
            StudioError: it cannot be played, or the job failed.
        """
        file = self._opened()
        if file is None:
            return
        try:
            if self._convert is None:
                self._pass_on(file, units)
            else:
                self._encode(file, units, self._convert)
        finally:
            file.close()
        if self._stop.is_set():
            return
        failed = self._problem()
        if failed or not units.has_begun:
            raise _ended_badly(failed)

    def _opened(self) -> GrowingFile | None:
        """Wait for the file; None when the stream was stopped.

        Raises:
            StudioError: the job has ended without one.
        """
        while not self._stop.is_set():
            runs = self._is_running()
            path = self._find_part()
            try:
                if path is not None:
                    return GrowingFile(path)
            except FileNotFoundError as error:
                log.debug("nothing is written yet: %s", error)
            if not runs:
                raise _ended_badly(self._problem())
            self._stop.wait(POLL_S)
        return None

    def _chunks(self, file: GrowingFile) -> Iterator[bytes]:
        """Yield the file's bytes to its end, and none at each look that found nothing new."""
        while not self._stop.is_set():
            runs = self._is_running()  # asked first: what is there after its end is all
            data = file.read(READ_BYTES)
            if not data and not runs:
                return
            yield data
            if not data:
                self._stop.wait(POLL_S)

    def _pass_on(self, file: GrowingFile, units: "_Paced") -> None:
        assembler: Assembler | None = None
        begin = b""
        for data in self._chunks(file):
            begin += data
            if len(begin) < len(_EBML_MAGIC):
                continue
            if assembler is None:
                is_webm = begin.startswith(_EBML_MAGIC)
                assembler = WebmAssembler() if is_webm else Mp4Assembler(is_cut=True)
            for made in assembler.feed(begin):
                units.take(made)
            begin = b""
        for made in assembler.end() if assembler is not None else ():
            units.take(made)
        if self._stop.is_set() or (assembler is not None and assembler.is_complete):
            return
        raise _ended_badly(self._problem())

    def _encode(self, file: GrowingFile, units: "_Paced", encoding: LiveEncoding) -> None:
        """Let ffmpeg encode it; it waits while we do."""
        assert self._ffmpeg is not None
        assembler = assembler_for(encoding.codec)

        def take(data: bytes) -> None:
            for made in assembler.feed(data):
                units.take(made)

        checked = _with_index_first(self._chunks(file))
        run = self._run = PipeRun(pipe_command(encoding, self._ffmpeg), feed=checked)
        if self._stop.is_set():
            return
        end = run.run(take)
        if self._stop.is_set():
            return
        if end.problem is not None:
            raise end.problem
        for made in assembler.end():
            units.take(made)
        if end.return_code:
            detail = "\n".join(end.lines)
            raise TranscodeError("What the job writes cannot be converted.", detail=detail)


class _Paced:
    """Hands units on in real time at most: each when the one before has been played."""

    def __init__(self, units: UnitMaker, stop: threading.Event) -> None:
        self._units, self._stop = units, stop
        self._due: float | None = None
        self.has_begun = False

    def take(self, made: InitPart | GopPart) -> None:
        """Wait for the moment of a unit, and hand it on; not after a stop."""
        if isinstance(made, GopPart):
            self._wait(made.duration_s)
            self.has_begun = True
        if not self._stop.is_set():
            self._units.take(made)

    def _wait(self, duration_s: Fraction) -> None:
        now = time.monotonic()
        due = now if self._due is None else max(now, self._due)
        self._stop.wait(due - now)
        self._due = due + float(duration_s)


def _with_index_first(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes once they have shown that they can be read as they grow.

    Raises:
        SegmentError: the file gets its index only at the end.
    """
    begin, header, is_fine = b"", Mp4Assembler(), False
    for data in chunks:
        if is_fine:
            yield data
            continue
        begin += data
        if len(begin) >= len(_EBML_MAGIC):
            is_fine = begin.startswith(_EBML_MAGIC) or any(header.feed(data))
        yield begin if is_fine else b""


def _ended_badly(what: str) -> TranscodeError:
    said = what or "The job ended before its result was complete."
    return TranscodeError(said, hint="Start the job again to watch it.")
