"""Writing a live stream to a file while it goes on, and making a finished file of it."""

import logging
import secrets
import threading
from collections import deque
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from studio.errors import OutputError, SegmentError, StudioError
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.gop_shift import Shift, first_time_s, shift_for
from studio.streams.recording_finish import finished
from studio.streams.status import RecordingStatus
from studio.transcode.causes import device_of, lost_folder, output_error
from studio.transcode.publish import create_part, part_path, remove_parts
from studio.verdict.examine import Examination

__all__ = ["Recorded", "Recorder"]

log = logging.getLogger(__name__)

MAX_WAITING_BYTES = 48 * 1024 * 1024
"""What may wait for a slow disk."""

LOOK_S = 1.0
JOIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Recorded:
    """A finished recording. ``problem`` is a sentence when it ended before its stream."""

    path: Path
    verdict: Examination
    problem: str = ""


class Recorder:
    """Takes what a feed gives and writes it, on a thread of its own, into a part file.

    That file plays up to where it came, whatever happens: it begins with an init segment, at
    a time near 0, and only whole segments are added. A stream goes on whatever becomes of it.

    Args:
        target: the wanted path; a file there stays, the recording then gets a number.

    Raises:
        OutputError: nothing can be written there.
    """

    def __init__(self, target: Path) -> None:
        self._target = target.absolute()
        self._part = part_path(self._target, f"rec-{secrets.token_hex(4)}")
        try:
            create_part(self._part)
            self._file: BinaryIO = self._part.open("wb", buffering=0)
        except OSError as error:
            raise output_error(error, self._target.parent) from error
        self._device = device_of(self._part.parent)
        self._changed = threading.Condition()
        self._waiting: deque[bytes] = deque()
        self._waiting_bytes = 0
        self._is_closed = False
        self._size_bytes = 0
        self._duration_s = Fraction(0)
        self._problem: StudioError | None = None
        self._init: LiveInit | None = None
        self._shift: Shift | None = None
        self._by_s: Fraction | None = None
        self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
        self._thread.start()

    @property
    def part(self) -> Path:
        """The file that grows."""
        return self._part

    def status(self) -> RecordingStatus:
        """How far it has come, and why it goes no further; from any thread."""
        with self._changed:
            problem = self._problem.what if self._problem is not None else ""
            duration_s = float(self._duration_s)
            return RecordingStatus(self._target.name, duration_s, self._size_bytes, problem)

    def on_init(self, init: LiveInit) -> None:
        """Begin the file; another init segment ends the recording unless it says the same."""
        with self._changed:
            if self._is_over():
                return
            if self._init is None:
                self._init = init
                try:
                    self._shift = shift_for(init)
                except SegmentError as error:
                    self._fail(error)
                    return
                self._put(init.data)
            elif (init.data, init.mime) != (self._init.data, self._init.mime):
                self._fail(
                    OutputError(
                        "The stream began anew with other settings; the recording ends there.",
                        hint="Record again for what follows.",
                    )
                )

    def on_unit(self, unit: LiveUnit) -> None:
        """Take a segment; never waits for the disk."""
        with self._changed:
            if self._is_over() or self._init is None or self._shift is None:
                return
            try:
                if self._by_s is None:
                    self._by_s = -first_time_s(self._init, unit.data, unit.start_s)
                data = self._shift(unit.data, self._by_s)
            except SegmentError as error:
                self._fail(error)
                return
            if self._waiting_bytes + len(data) > MAX_WAITING_BYTES:
                what = "The disk is too slow; the recording ends here."
                self._fail(OutputError(what, hint="Record to another disk."))
                return
            self._put(data)
            self._duration_s = max(self._duration_s, unit.end_s + self._by_s)

    def on_end(self, problem: StudioError | None) -> None:
        """The stream has ended; the file waits for ``finish``."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def finish(self) -> Recorded:
        """Close the file, give it its duration and index, check it, and give it its name.

        Slow. Must be called once, on any thread but the feed's.

        Raises:
            OutputError: nothing was recorded, or the result could not be written.
            StudioError: what was recorded will not play; it is kept beside its name.
        """
        self.on_end(None)
        self._thread.join(JOIN_S)
        with self._changed:
            init, has_units, problem = self._init, self._duration_s > 0, self._problem
        if init is None or not has_units or not self._part.exists():
            remove_parts(self._part)
            raise problem or OutputError(
                "Nothing was recorded.", hint="Record for longer than a segment lasts."
            )
        try:
            path, verdict = finished(self._part, self._target.with_suffix(init.suffix))
        except OSError as error:
            raise output_error(error, self._target.parent) from error
        return Recorded(path, verdict, problem.what if problem is not None else "")

    def _is_over(self) -> bool:
        return self._is_closed or self._problem is not None

    def _put(self, data: bytes) -> None:
        self._waiting.append(data)
        self._waiting_bytes += len(data)
        self._changed.notify_all()

    def _fail(self, problem: StudioError) -> None:
        """End the recording, not the stream; what waits is still written where it can be."""
        if self._problem is None:
            self._problem = problem
            log.info("a recording ended: %s %s", problem.what, problem.detail)
        self._changed.notify_all()

    def _work(self) -> None:
        """Write what comes until the end; on the recorder's thread."""
        with self._file:
            while (data := self._next()) is not None:
                try:
                    self._look_for_folder()
                    if data:
                        self._write(data)
                except (OSError, OutputError) as error:
                    self._lost(error)
                    return

    def _next(self) -> bytes | None:
        """Wait for what is to be written; None at the end, nothing after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_over(), LOOK_S)
            if self._waiting:
                return self._waiting[0]
            return None if self._is_over() else b""

    def _write(self, data: bytes) -> None:
        """Write one piece whole, or take back what there is of it.

        Raises:
            OSError: the disk is full or gone.
        """
        before = self._size_bytes
        view = memoryview(data)
        try:
            while view:
                view = view[self._file.write(view) :]
        except OSError:
            self._file.truncate(before)
            raise
        with self._changed:
            self._waiting.popleft()
            self._waiting_bytes -= len(data)
            self._size_bytes += len(data)

    def _look_for_folder(self) -> None:
        """Raise when the file that is written has no name any more.

        Raises:
            OutputError: its folder went away, or somebody removed it.
        """
        if self._part.exists():
            return
        lost = lost_folder(self._part.parent, self._device)
        what = "The recording was removed while it was written."
        raise lost or OutputError(what, hint="Record again.")

    def _lost(self, error: OSError | OutputError) -> None:
        problem = error
        if isinstance(problem, OSError):
            problem = output_error(problem, self._part.parent)
        with self._changed:
            self._waiting.clear()
            self._waiting_bytes = 0
            self._fail(problem)
