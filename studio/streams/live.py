"""A live stream: a feed, handed to everyone who takes part in it, and how it is doing."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from studio.errors import StudioError
from studio.streams.feed import Feed, FeedListener, LiveInit, LiveUnit
from studio.streams.hub import Hub
from studio.streams.names import StreamAddress
from studio.streams.service import StreamPart
from studio.streams.socket_part import SocketPart
from studio.streams.status import RecordingStatus, StreamState, StreamStatus
from studio.streams.status_part import StatusPart
from studio.streams.viewers import ViewerLedger

log = logging.getLogger(__name__)

RATE_S = Fraction(10)
"""The stream's rate is that of its last units, of about so many seconds together."""
MAX_RATE_UNITS = 256


class LiveStream:
    """One live stream, as ``Published``; may be started again after its end. Thread-safe.

    Units and init versions are counted on over a restart, so that none is told of twice.

    Args:
        address: what it is called.
        feed: where it comes from.
        ledger: its viewers.
        window: hears the feed, too: what is kept for HLS and DASH.
        parts: who answers further paths, such as the window's.
    """

    def __init__(
        self,
        address: StreamAddress,
        feed: Feed,
        *,
        ledger: ViewerLedger,
        window: FeedListener | None = None,
        parts: Sequence[StreamPart] = (),
    ) -> None:
        self._address = address
        self._feed = feed
        self._ledger = ledger
        self._hub = Hub()
        self._parts: tuple[StreamPart, ...] = (
            SocketPart(self._hub, ledger),
            StatusPart(self, ledger),
            *parts,
        )
        self._taps: list[FeedListener] = [self._hub]
        if window is not None:
            self._taps.append(window)
        self._tapping = threading.RLock()
        self._lock = threading.Lock()  # for what the status tells: never held for long
        self._starting = threading.RLock()
        self._run: _Run | None = None
        self._state = StreamState.STOPPED
        self._reason = ""
        self._init: LiveInit | None = None
        self._position = Fraction(0)
        self._sizes: deque[tuple[Fraction, int]] = deque(maxlen=MAX_RATE_UNITS)
        self._next_number = 0
        self._next_version = 0
        self.on_change: Callable[[], None] = _nothing
        self.recording: Callable[[], RecordingStatus | None] = _no_recording
        ledger.on_change = self._changed

    @property
    def address(self) -> StreamAddress:
        """What it is called."""
        return self._address

    @property
    def parts(self) -> Sequence[StreamPart]:
        """Who answers for it."""
        return self._parts

    def start(self) -> None:
        """Begin, unless it runs; what goes wrong is told by the status."""
        with self._starting:
            if self._run is not None and not self._run.has_ended:
                return
            if self._run is not None:
                self._feed.stop()
            with self._tapping, self._lock:
                self._run = _Run(self, self._next_number, self._next_version)
                self._state, self._reason = StreamState.PENDING, ""
                self._init, self._position = None, Fraction(0)
                self._sizes.clear()
                self._hub.open()
            self._changed()
            self._feed.start(self._run)

    def stop(self) -> None:
        """End it for everyone; returns when the feed's threads are gone. May be called twice."""
        with self._starting:
            run = self._run
            if run is not None:
                self._feed.stop()
                run.on_end(None)

    def add_tap(self, tap: FeedListener) -> None:
        """Hand the feed to one more; when it runs, they get its init segment at once."""
        with self._tapping:
            if self._init is not None and self._is_running():
                tap.on_init(self._init)
            self._taps.append(tap)

    def remove_tap(self, tap: FeedListener) -> None:
        """Hand it to them no more, from this call's return on; an unknown one is ignored."""
        with self._tapping:
            self._taps = [one for one in self._taps if one is not tap]

    def status(self) -> StreamStatus:
        """How it and its viewers are doing."""
        with self._lock:
            state, reason, position = self._state, self._reason, float(self._position)
            mime = self._init.mime if self._init is not None else ""
            rate = self._rate_bps()
        newest = position if state is StreamState.PLAYING else None
        return StreamStatus(
            self._address,
            state,
            reason,
            mime,
            position,
            rate,
            self._ledger.statuses(rate, newest),
            self.recording(),
        )

    def take_init(self, init: LiveInit) -> None:
        """An init segment of the run."""
        with self._tapping:
            with self._lock:
                self._init = init
                self._next_version = init.version + 1
            self._tell(lambda tap: tap.on_init(init))

    def take_unit(self, unit: LiveUnit) -> None:
        """A unit of the run."""
        with self._tapping:
            with self._lock:
                is_first = self._state is not StreamState.PLAYING
                self._state = StreamState.PLAYING
                self._position = unit.end_s
                self._next_number = unit.number + 1
                self._note_size(unit)
            self._tell(lambda tap: tap.on_unit(unit))
        if is_first:
            self._changed()

    def take_end(self, problem: StudioError | None) -> None:
        """The end of the run."""
        with self._tapping:
            with self._lock:
                self._state = StreamState.STOPPED if problem is None else StreamState.FAILED
                self._reason = "" if problem is None else problem.what
            self._tell(lambda tap: tap.on_end(problem))
        self._changed()

    def _tell(self, call: Callable[[FeedListener], None]) -> None:
        """Call each tap; one that fails for a reason it can name does not stop the others."""
        for tap in tuple(self._taps):
            try:
                call(tap)
            except (StudioError, OSError):
                log.exception("a listener of a live stream failed")

    def _is_running(self) -> bool:
        return self._run is not None and not self._run.has_ended

    def _note_size(self, unit: LiveUnit) -> None:
        self._sizes.append((unit.duration_s, len(unit.data)))
        while sum(span for span, _ in self._sizes) - self._sizes[0][0] >= RATE_S:
            self._sizes.popleft()

    def _rate_bps(self) -> float:
        span = sum(duration for duration, _ in self._sizes)
        return float(8 * sum(size for _, size in self._sizes) / span) if span else 0.0

    def _changed(self) -> None:
        self.on_change()


class _Run:
    """From one start to its end: counts numbers and versions on; hears nothing after the end."""

    def __init__(self, stream: LiveStream, number: int, version: int) -> None:
        self._stream = stream
        self._number = number
        self._version = version
        self._is_first = number > 0
        self._lock = threading.Lock()
        self.has_ended = False

    def on_init(self, init: LiveInit) -> None:
        """An init segment, on the feed's thread."""
        if not self.has_ended:
            self._stream.take_init(replace(init, version=init.version + self._version))

    def on_unit(self, unit: LiveUnit) -> None:
        """A unit, on the feed's thread."""
        if self.has_ended:
            return
        cut, self._is_first = unit.discontinuity or self._is_first, False
        self._stream.take_unit(
            replace(
                unit,
                number=unit.number + self._number,
                init_version=unit.init_version + self._version,
                discontinuity=cut,
            )
        )

    def on_end(self, problem: StudioError | None) -> None:
        """The end; only the first call counts."""
        with self._lock:
            if self.has_ended:
                return
            self.has_ended = True
        self._stream.take_end(problem)


def _nothing() -> None:
    """What is called when nobody listens."""


def _no_recording() -> RecordingStatus | None:
    return None
