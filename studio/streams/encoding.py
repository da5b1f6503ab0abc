"""A live source through ffmpeg's encoder: one media segment for each GOP, at its moment."""

import logging
import threading
from fractions import Fraction
from pathlib import Path

from studio.errors import StudioError
from studio.media.ffmpeg_facts import read_facts
from studio.streams.encoding_model import LiveCodec, LiveEncoding, LiveSound
from studio.streams.feed import FeedListener, LiveInit, LiveUnit
from studio.streams.gop_model import Assembler, GopPart, InitPart
from studio.streams.gop_mp4 import Mp4Assembler
from studio.streams.gop_webm import WebmAssembler
from studio.streams.pipe_arguments import ffmpeg_command
from studio.streams.pipe_faults import fault_of, file_gone
from studio.streams.pipe_run import JOIN_S, PipeEnd, PipeRun
from studio.streams.sources import LiveSource, SourceKind

__all__ = ["EncodedFeed", "LiveCodec", "LiveEncoding", "LiveSound", "UnitMaker", "assembler_for"]

log = logging.getLogger(__name__)

SILENCE_S = 15.0
"""Seconds without a byte after which a source is taken for dead; a camera may need some."""

RESTARTS = 1
"""How often an encoder that died is started again."""


def assembler_for(codec: LiveCodec, from_s: Fraction | None = None) -> Assembler:
    """Return what cuts an encoder's output into GOPs; see the assemblers for ``from_s``."""
    return WebmAssembler(from_s) if codec.is_webm else Mp4Assembler(from_s, is_cut=True)


class UnitMaker:
    """Numbers what assemblers make, and hands it on; goes on over a restart."""

    def __init__(self, listener: FeedListener) -> None:
        self._listener = listener
        self._number = 0
        self._version = -1
        self._init: InitPart | None = None
        self._discontinuity = False
        self.end_s: Fraction | None = None
        """Where the last unit ended, None before the first."""

    def take(self, made: InitPart | GopPart) -> None:
        """Hand on what an assembler made."""
        if isinstance(made, InitPart):
            self._init, self._version = made, self._version + 1
            self._listener.on_init(LiveInit(made.mime, made.data, self._version))
            return
        unit = LiveUnit(
            number=self._number,
            start_s=made.start_s,
            duration_s=made.duration_s,
            data=made.data,
            discontinuity=self._discontinuity,
            init_version=self._version,
        )
        self._number += 1
        self._discontinuity = False
        self.end_s = unit.end_s
        self._listener.on_unit(unit)

    def restart(self) -> None:
        """Begin anew: the next unit does not follow from the one before."""
        self._discontinuity = self._number > 0


class EncodedFeed:
    """A feed of what ffmpeg encodes; its processes live on its own thread.

    An encoder that dies in mid-stream is started once more, with a new init segment and a
    discontinuity; then the feed fails.

    Args:
        source: anything but another job's result.
        encoding: how.
        ffmpeg: the program.

    Raises:
        InputError: no device is called so, or nothing would be left to stream.
    """

    def __init__(self, source: LiveSource, encoding: LiveEncoding, ffmpeg: Path) -> None:
        self.source, self.encoding = source, encoding
        self._ffmpeg = ffmpeg
        ffmpeg_command(source, encoding, ffmpeg)  # it raises here what it would raise later
        self._lock = threading.Lock()
        self._run: PipeRun | None = None
        self._stopped = False
        self._thread: threading.Thread | None = None

    def start(self, listener: FeedListener) -> None:
        """Begin; returns at once. It may be begun anew once it was stopped."""
        self._stopped = False
        self._thread = threading.Thread(
            target=self._work, args=(listener,), name="live-encoder", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End it; returns when its threads and processes are gone."""
        with self._lock:
            self._stopped = True
            if self._run is not None:
                self._run.stop()
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(2 * JOIN_S)

    def _work(self, listener: FeedListener) -> None:
        problem: StudioError | None = None
        try:
            problem = self._encode(UnitMaker(listener))
        except StudioError as error:
            problem = error
        except Exception as error:
            log.exception("a live stream failed by a fault of the program")
            problem = StudioError("The live stream stopped.", detail=repr(error))
        listener.on_end(None if self._stopped else problem)

    def _encode(self, units: UnitMaker) -> StudioError | None:
        """Run the encoder to its end, and once more where it dies; return why it ended."""
        for left in range(RESTARTS, -1, -1):
            had = units.end_s
            end = self._one_run(units)
            if self._stopped:
                return None
            if end.return_code == 0 and not self.source.is_endless and not end.silent:
                return end.problem
            problem = fault_of(self.source, end)
            if not left or end.problem is not None or units.end_s == had:
                return problem
            log.info("the encoder is started again: %s %s", problem.what, problem.detail)
            units.restart()
        return None

    def _one_run(self, units: UnitMaker) -> PipeEnd:
        assembler = assembler_for(self.encoding.codec, units.end_s)

        def take(data: bytes) -> None:
            for made in assembler.feed(data):
                units.take(made)

        begin_s = Fraction(0) if self.source.is_endless else units.end_s or Fraction(0)
        command = ffmpeg_command(
            self.source, self.encoding, self._ffmpeg, begin_s, is_sound=self._is_sound()
        )
        run = PipeRun(command, silence_s=SILENCE_S, watch=self._missing_file)
        with self._lock:
            self._run = run
            if self._stopped:
                run.stop()
        end = run.run(take)
        if not self._stopped:
            for made in assembler.end():
                units.take(made)
        return end

    def _is_sound(self) -> bool:
        """Tell whether a file that becomes MP4 holds sound alone; WebM needs no telling."""
        path = self.source.path
        if path is None or self.encoding.codec.is_webm:
            return False
        try:
            facts = read_facts(path, ffmpeg=self._ffmpeg)
        except OSError:  # the encoder will tell why
            return False
        return bool(facts.audio) and not facts.video

    def _missing_file(self) -> StudioError | None:
        """Return an error once the file that is played out is gone."""
        source = self.source
        if source.kind is SourceKind.FILE and source.path is not None and not source.path.exists():
            return file_gone()
        return None
