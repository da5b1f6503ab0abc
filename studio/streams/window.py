"""The newest part of a live stream, as HLS and DASH list it: a sliding window of segments.

Source: RFC 8216, 6.2.1 and 6.2.2 (a playlist holds at least three target durations; a segment
that left it stays available for a while; the target duration does not change).
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from studio.errors import SegmentError, StudioError
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.window_join import MUXED, UnitJoiner
from studio.streams.window_lane import Joined, Lane, LaneView, WindowInit, WindowSegment

log = logging.getLogger(__name__)

DEFAULT_LENGTH_S = 12.0
DEFAULT_SEGMENT_S = 2.0
LEAST_SEGMENTS = 4
GRACE_SEGMENTS = 4
END_GRACE_S = 60.0
"""How long segments are still answered after the end, so that everyone plays to it."""
LIST_GRACE_S = 10.0
"""How long playlists are, so that everyone hears of it: players ask for them all the time."""
EARLY_S = 0.5
"""A unit that comes so much before its time moves the clock on which times are told."""
_ROUNDING_S = Fraction(1, 4)
"""A segment may be so much longer than the target duration: playlists round to whole seconds."""


class WindowState(StrEnum):
    """PENDING until the first segment is there; ENDED for a while after the last one."""

    PENDING = "pending"
    LIVE = "live"
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WindowView:
    """What playlists say at one moment.

    ``lanes`` are what players choose from: one for each track (``video``, ``audio``), or a
    single one where the stream has but one track. ``muxed`` has all tracks in each segment.
    ``zero_at`` is when the presentation's time 0 was, ``changed_at`` when the last
    segment came, in s since 1970. ``target_s`` is the longest a
    segment gets, ``depth_s`` how much is listed at most. ``first_version`` is that of the run's
    first init segment.
    """

    state: WindowState
    lanes: tuple[LaneView, ...]
    muxed: LaneView
    zero_at: float
    changed_at: float
    target_s: int
    depth_s: float
    first_version: int


class LiveWindow:
    """Keeps the newest units of a feed. A FeedListener; safe to use from any thread.

    Args:
        length_s: how much playlists list; never less than four segments.
        segment_s: units are joined to segments of up to this length.
        longest_unit_s: the longest unit that will come, in s, when that is known: so long may
            a segment be from the beginning.
        grace_segments: how many segments that left the playlist are still answered.
        end_grace_s: how long segments are answered after the stream's natural end.
        list_grace_s: how long playlists are, which say that it has ended; three of the longest
            segments where that is longer.
        clock: time of day, in s since 1970.
        monotonic: time that never goes back, in s.
    """

    def __init__(
        self,
        length_s: float = DEFAULT_LENGTH_S,
        segment_s: float = DEFAULT_SEGMENT_S,
        *,
        longest_unit_s: float = 0.0,
        grace_segments: int = GRACE_SEGMENTS,
        end_grace_s: float = END_GRACE_S,
        list_grace_s: float = LIST_GRACE_S,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._length_s = Fraction(length_s)
        self._segment_s = Fraction(segment_s)
        self._longest_unit_s = Fraction(longest_unit_s)
        self._grace = grace_segments
        self._end_grace_s, self._list_grace_s = end_grace_s, list_grace_s
        self._clock, self._monotonic = clock, monotonic
        self._lock = threading.RLock()
        self._listeners: list[Callable[[], None]] = []
        self._ended_at: float | None = None
        self._is_closed = False
        self._lanes: dict[str, Lane] = {}
        self._numbers: dict[str, int] = {}
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Forget everything of an earlier run; segments are counted on."""
        self._numbers |= {name: lane.next_number for name, lane in self._lanes.items()}
        self._lanes = {}
        self._joiner = UnitJoiner(self._segment_s)
        self._group = 0
        self._zero_at: float | None = None
        self._first_version = 0
        self._target_s = 0
        self._changed_at = self._clock()

    @property
    def state(self) -> WindowState:
        """How it stands with the window now."""
        with self._lock:
            if self._is_closed:
                return WindowState.CLOSED
            if self._ended_at is not None:
                if self._lanes and self._monotonic() - self._ended_at >= self._end_grace_s:
                    self._begin_anew()
                return WindowState.ENDED if self._lanes else WindowState.CLOSED
            return WindowState.LIVE if self._lanes else WindowState.PENDING

    def add_listener(self, listener: Callable[[], None]) -> None:
        """Call this, from the feed's thread, when a segment came or the stream ended."""
        with self._lock:
            self._listeners.append(listener)

    def remove_listener(self, listener: Callable[[], None]) -> None:
        """Stop calling it."""
        with self._lock:
            self._listeners = [one for one in self._listeners if one != listener]

    def on_init(self, init: LiveInit) -> None:
        """Take an init segment; after an end, a new run begins."""
        with self._lock:
            if self._ended_at is not None or self._is_closed:
                self._begin_anew()
                self._ended_at, self._is_closed = None, False
            joined = self._joiner.begin(init)
            self._take([] if joined is None else [joined])

    def on_unit(self, unit: LiveUnit) -> None:
        """Take a unit: it is joined with those before, or begins a segment."""
        with self._lock:
            if self._is_closed or self._ended_at is not None:
                return
            try:
                joined = self._joiner.add(unit)
            except SegmentError as error:
                log.warning("a unit of a live stream cannot be read: %s", error.detail or error)
                return
            self._tell_time(unit)
            self._take(joined)
            listeners = tuple(self._listeners) if joined else ()
        _call(listeners)

    def on_end(self, problem: StudioError | None) -> None:
        """Take the end: playlists say so for a while, then they are gone."""
        with self._lock:
            if self._ended_at is None and not self._is_closed:
                joined = self._joiner.flush()
                self._take([] if joined is None else [joined])
                self._ended_at = self._monotonic()
                self._changed_at = self._clock()
            listeners = tuple(self._listeners)
        _call(listeners)

    def close(self) -> None:
        """Let go of everything: the user has stopped the stream."""
        with self._lock:
            self._begin_anew()
            self._is_closed = True
            listeners = tuple(self._listeners)
        _call(listeners)

    def view(self) -> WindowView | None:
        """Return what playlists say now; None when there is nothing (yet, or any more)."""
        with self._lock:
            state = self.state
            if state not in {WindowState.LIVE, WindowState.ENDED} or self._zero_at is None:
                return None
            if self._ended_at is not None:
                ago_s = self._monotonic() - self._ended_at
                if ago_s >= max(self._list_grace_s, 3.0 * self._target_s):
                    return None
            views = {name: _view_of(lane) for name, lane in self._lanes.items() if lane.listed}
            muxed = views[MUXED]
            single = tuple(view for name, view in views.items() if name != MUXED)
            return WindowView(
                state,
                single or (muxed,),
                muxed,
                self._zero_at,
                self._changed_at,
                self._target_s,
                max(float(self._length_s), float(LEAST_SEGMENTS * self._target_s)),
                self._first_version,
            )

    def init(self, lane: str = MUXED, version: int | None = None) -> WindowInit | None:
        """Return an init segment, the newest when no version is given; None when it is gone."""
        with self._lock:
            found = self._answered(lane)
            if found is None or not found.inits:
                return None
            return found.inits.get(max(found.inits) if version is None else version)

    def segment(self, number: int, lane: str = MUXED) -> WindowSegment | None:
        """Return a segment by its number; None when there is none, or none any more."""
        with self._lock:
            found = self._answered(lane)
            return None if found is None else found.segment(number)

    def _answered(self, lane: str) -> Lane | None:
        is_there = self.state in {WindowState.LIVE, WindowState.ENDED}
        return self._lanes.get(lane) if is_there else None

    def _tell_time(self, unit: LiveUnit) -> None:
        """Learn when time 0 was: a unit is there when its last moment is over, never before."""
        zero_at = self._clock() - float(unit.end_s)
        if self._zero_at is None or zero_at < self._zero_at - EARLY_S:
            self._zero_at = zero_at

    def _take(self, joined: list[Joined]) -> None:
        for one in joined:
            self._group += 1
            if self._group == 1:
                self._first_version = one.version
            for name, init in one.inits:
                new = Lane(name, next_number=self._numbers.get(name, 1))
                self._lanes.setdefault(name, new).inits[init.version] = init
            for share in one.shares:
                self._lanes[share.lane].add(share, one, self._group)
            self._target_s = max(self._target_s, self._least_target_s())
            self._changed_at = self._clock()
            self._slide()

    def _least_target_s(self) -> int:
        """Return the longest that any segment is or will be, in whole seconds."""
        lengths = [lane.listed[-1].duration_s for lane in self._lanes.values() if lane.listed]
        known = (self._segment_s, self._longest_unit_s, self._joiner.longest_s)
        longest = max((*known, *lengths)) - _ROUNDING_S
        return max(1, -(-longest.numerator // longest.denominator))

    def _slide(self) -> None:
        """Let go of what is older than the window."""
        listed = self._lanes[MUXED].listed
        length_s, first = Fraction(0), listed[-1].group
        for count, segment in enumerate(reversed(listed), 1):
            length_s += segment.duration_s
            if count > LEAST_SEGMENTS and length_s > self._length_s:
                break
            first = segment.group
        for lane in self._lanes.values():
            lane.trim(first, self._grace)


def _call(listeners: Iterable[Callable[[], None]]) -> None:
    for listener in listeners:
        listener()


def _view_of(lane: Lane) -> LaneView:
    return LaneView(
        lane.name, dict(lane.inits), dict(lane.starts_s), tuple(lane.listed), lane.broken
    )
