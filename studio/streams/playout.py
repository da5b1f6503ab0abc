"""A file as a live stream: played out in real time on one clock, once or round and round."""

import logging
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from studio.errors import InputError, StudioError
from studio.segments.frame_reader import read_media
from studio.segments.frames import MediaFrames
from studio.segments.model import Family, SegmentMap
from studio.streams.feed import FeedListener, LiveInit, LiveUnit
from studio.streams.playout_init import live_init
from studio.streams.playout_lanes import plan_of
from studio.streams.playout_laps import PlayedUnit, units_of
from studio.streams.shift import mp4_unit, webm_unit

log = logging.getLogger(__name__)

LOOK_S = 0.5
"""How often one looks whether the file is still there."""
MAX_BURST_UNITS = 3
"""So many are sent at once after the machine stood still; the clock is set back for the rest."""
GONE = "File not found"


class FilePlayout:
    """Plays out a WebM or fragmented MP4 file; a Feed. Blocks are put in time order on the way.

    Units are whole GOPs, given at the moment when they begin. When the file goes round, times
    in the bytes go on, and the first unit of each lap is marked as a discontinuity; what the
    shortest track does not reach is left out. A file that goes away or changes ends it with
    a problem. All frames' places are read at the start: a moment for a long film.

    Args:
        segment_map: of the file.
        loop: begin again at the end.
        clock: seconds that go on evenly.
    """

    def __init__(
        self,
        segment_map: SegmentMap,
        *,
        loop: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._map = segment_map
        self._loop = loop
        self._clock = clock
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, listener: FeedListener) -> None:
        """Begin; returns at once."""
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(listener, self._stopping), name="play-out", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End it; returns when its thread is gone. May be called twice."""
        self._stopping.set()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _run(self, listener: FeedListener, stopping: threading.Event) -> None:
        problem: StudioError | None = None
        try:
            self._play(listener, _Clock(self._clock, stopping))
        except StudioError as error:
            problem = error
        except Exception as error:
            log.exception("a file could not be played out")
            problem = StudioError("The file could not be played out.", detail=repr(error))
        listener.on_end(problem)

    def _play(self, listener: FeedListener, clock: "_Clock") -> None:
        with _OpenFile(self._map.path, self._map.size_bytes) as file:
            media = _read(file)
            init = file.read(self._map.init_offset, self._map.init_size)
            plan = plan_of(media, init, loop=self._loop)
            listener.on_init(LiveInit(self._map.mime, live_init(self._map, init)))
            for unit in self._units(units_of(plan, file.read, loop=self._loop), plan.main.number):
                file.check()
                if not clock.wait_until(unit, file.check):
                    return
                listener.on_unit(unit)
            clock.wait_for_end(file.check)

    def _units(self, played: Iterator[PlayedUnit], main: int) -> Iterator[LiveUnit]:
        is_mp4 = self._map.family is Family.MP4
        for one in played:
            data = mp4_unit(one.frames, one.number + 1) if is_mp4 else webm_unit(one.frames, main)
            length_s = one.end_s - one.start_s
            yield LiveUnit(one.number, one.start_s, length_s, data, one.is_joint)


class _Clock:
    """When units are given: each at the moment when it begins, by one clock for all viewers."""

    def __init__(self, clock: Callable[[], float], stopping: threading.Event) -> None:
        self._clock = clock
        self._stopping = stopping
        self._zero: float | None = None
        self._end_s = 0.0

    def wait_until(self, unit: LiveUnit, look: Callable[[], None]) -> bool:
        """Wait until a unit begins; False when it is to end before."""
        start_s = float(unit.start_s)
        if self._zero is None:
            self._zero = self._clock() - start_s
        late_s = self._clock() - (self._zero + start_s)
        most_s = (MAX_BURST_UNITS - 1) * float(unit.duration_s)
        if late_s > most_s:
            self._zero += late_s - most_s
        self._end_s = float(unit.end_s)
        return self._wait(self._zero + start_s, look)

    def wait_for_end(self, look: Callable[[], None]) -> None:
        """Wait until the last unit has been played."""
        if self._zero is not None:
            self._wait(self._zero + self._end_s, look)

    def _wait(self, moment: float, look: Callable[[], None]) -> bool:
        while (left := moment - self._clock()) > 0:
            if self._stopping.wait(min(left, LOOK_S)):
                return False
            look()
        return not self._stopping.is_set()


class _OpenFile:
    """The file, and whether it is still the one that its map was read from."""

    def __init__(self, path: Path, size_bytes: int) -> None:
        self.path = path
        self._size_bytes = size_bytes
        self._file: BinaryIO | None = None
        self._mark: tuple[int, int, int, int] | None = None

    def __enter__(self) -> "_OpenFile":
        try:
            self._file = self.path.open("rb", buffering=0)
        except OSError as error:
            raise _gone(self.path, error) from error
        self._mark = _mark_of(os.fstat(self._file.fileno()))
        self.check()
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def check(self) -> None:
        """See whether the file is there and unchanged.

        Raises:
            InputError: it is not.
        """
        try:
            found = self.path.stat()
        except OSError as error:
            raise _gone(self.path, error) from error
        if _mark_of(found) != self._mark or found.st_size != self._size_bytes:
            raise _changed(self.path)

    def read(self, offset: int, size: int) -> bytes:
        """Return bytes of the file.

        Raises:
            InputError: they are not there any more.
        """
        assert self._file is not None
        try:
            self._file.seek(offset)
            data = self._file.read(size)
        except OSError as error:
            raise _gone(self.path, error) from error
        if data is None or len(data) != size:
            raise _changed(self.path)
        return data


def _mark_of(found: os.stat_result) -> tuple[int, int, int, int]:
    regular = int(stat.S_ISREG(found.st_mode))
    return found.st_size, found.st_mtime_ns, found.st_ino, regular


def _read(file: _OpenFile) -> MediaFrames:
    """Read where all frames stand; a file that went away meanwhile is said to have."""
    try:
        return read_media(file.path)
    except StudioError:
        file.check()
        raise


def _gone(path: Path, error: OSError) -> InputError:
    hint = "Put it back, or publish it from where it is now."
    return InputError(GONE, hint=hint, detail=f"{path.name}: {error.strerror}")


def _changed(path: Path) -> InputError:
    return InputError(
        GONE,
        hint="Another file took its place, or it was written to; publish it anew.",
        detail=f"{path.name} is not the file that was published",
    )
