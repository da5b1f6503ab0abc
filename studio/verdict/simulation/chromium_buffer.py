"""One track's buffer in Chromium: frames in ranges, as ``SourceBufferStream`` keeps them.

Source: Chromium media/filters/{source_buffer_stream,source_buffer_range}.cc (2026). Times
are microseconds; frames are numbers into the lists of a ``Coded``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

LEAST_DISTANCE_US = 1_000
SEEK_FUDGE_US = 1_000_000
"""A seek to before the first range starts there when the range begins earlier than this."""


@dataclass(slots=True)
class Coded:
    """A track's frames as Chromium's parsers hand them on, in microseconds.

    ``estimated`` marks durations that were guessed (WebM, last block of a cluster).
    """

    is_audio: bool
    times: list[int] = field(default_factory=list)
    decode_times: list[int] = field(default_factory=list)
    durations: list[int] = field(default_factory=list)
    keys: bytearray = field(default_factory=bytearray)
    estimated: bytearray = field(default_factory=bytearray)

    def end(self, frame: int) -> int:
        """Where a frame ends."""
        return self.times[frame] + self.durations[frame]


class Range:
    """Frames without a gap between them, in decode order, beginning with a keyframe."""

    __slots__ = ("frames", "highest", "key_places", "key_times", "start", "track")

    def __init__(self, track: Coded, start: int) -> None:
        self.track = track
        self.start = start
        self.frames: list[int] = []
        self.key_times: list[int] = []
        self.key_places: list[int] = []
        self.highest = -1

    @property
    def last_start(self) -> int:
        """When the last frame in presentation order begins."""
        return self.track.times[self.highest]

    @property
    def end(self) -> int:
        """Where the range ends."""
        return self.last_start + max(1, self.track.durations[self.highest])

    def add(self, frames: Sequence[int]) -> None:
        """Append frames at the end."""
        track = self.track
        if self.frames and not track.is_audio and track.estimated[self.frames[-1]]:
            last = self.frames[-1]
            track.durations[last] = max(0, track.times[frames[0]] - track.times[last])
        place = len(self.frames)
        times, keys, highest = track.times, track.keys, self.highest
        for frame in frames:
            time = times[frame]
            if highest < 0 or time >= times[highest]:
                highest = frame
            if keys[frame]:
                self._add_key(time, place)
            place += 1
        self.highest = highest
        self.frames.extend(frames)

    def _add_key(self, time: int, place: int) -> None:
        if not self.key_times or time > self.key_times[-1]:
            self.key_times.append(time)
            self.key_places.append(place)
            return
        position = bisect_left(self.key_times, time)
        if self.key_times[position] != time:
            self.key_times.insert(position, time)
            self.key_places.insert(position, place)

    def key_at_or_before(self, time: int) -> int:
        """Return the position (in the list of keyframes) of the last keyframe up to ``time``."""
        position = bisect_left(self.key_times, time)
        exact = position < len(self.key_times) and self.key_times[position] == time
        return position if exact or position == 0 else position - 1

    def place_at(self, time: int, *, after: bool) -> int:
        """Return where deleting from ``time`` on begins: a place in ``frames``."""
        key = self.key_at_or_before(time)
        if key == len(self.key_times):
            return len(self.frames)
        place = self.key_places[key]
        end = self.key_places[key + 1] if key + 1 < len(self.key_places) else len(self.frames)
        times = self.track.times
        while place < end:
            found = times[self.frames[place]]
            if found > time or (not after and found == time):
                break
            place += 1
        return place

    def truncate(self, time: int, *, after: bool) -> None:
        """Delete the frames from ``time`` on, and all that follow them in decode order."""
        place = self.place_at(time, after=after)
        if place < len(self.frames):
            self._cut(place)

    def _cut(self, place: int) -> None:
        keep = bisect_left(self.key_places, place)
        del self.frames[place:], self.key_times[keep:], self.key_places[keep:]
        self.highest = -1
        begin = self.key_places[-1] if self.key_places else len(self.frames)
        for frame in self.frames[begin:]:
            if self.highest < 0 or self.track.times[frame] >= self.last_start:
                self.highest = frame

    def split(self, time: int) -> "Range | None":
        """Take the GOPs that begin at or after ``time`` out into a range of their own."""
        position = bisect_left(self.key_times, time)
        if position == len(self.key_times):
            return None
        place = self.key_places[position]
        rest = Range(self.track, max(time, self.start))
        rest.add(self.frames[place:])
        self._cut(place)
        return rest


class TrackBuffer:
    """All ranges of one track."""

    def __init__(self, track: Coded) -> None:
        self.track = track
        self.ranges: list[Range] = []
        self._next: Range | None = None
        self._group_start = 0
        self._is_new_group = True
        self._highest: int | None = None
        self._highest_end: int | None = None
        self._last: int | None = None
        self._distance = LEAST_DISTANCE_US
        self.entry: int | None = None

    def seek(self, time: int) -> Range | None:
        """Return the range that reading begins in when a seek to ``time`` can be fulfilled."""
        if not self.ranges:
            return None
        first = self.ranges[0]
        if time <= first.start < SEEK_FUDGE_US:
            return first
        for found in self.ranges:
            if max(0, found.start - self.fudge) <= time < found.end:
                return found
        return None

    @property
    def fudge(self) -> int:
        """How far after a range's last frame's *start* a frame may begin to belong to it."""
        return 2 * self._distance

    def start_group(self, start: int) -> None:
        """Begin a coded frame group at presentation time ``start``."""
        self._group_start, self._is_new_group = start, True
        self._next = self._range_for(start)
        if self._next is not None and self._is_adjacent(start):
            return
        self._highest = self._highest_end = self._last = None
        if self._next is not None:
            earlier = self._highest_at_or_before(self._next, start)
            if earlier < start:
                self._group_start = earlier + 1

    def _is_adjacent(self, start: int) -> bool:
        return self._highest is not None and self._highest < start <= self._highest + self.fudge

    def _highest_at_or_before(self, found: Range, time: int) -> int:
        if found.key_times[0] > time:
            return found.start
        times = self.track.times
        place = found.key_places[found.key_at_or_before(time)]
        best = times[found.frames[place]]
        for frame in found.frames[place + 1 :]:
            if times[frame] > time:
                break
            best = max(best, times[frame])
        return best

    def _continues(self, found: Range, time: int) -> bool:
        return found.last_start <= time <= found.last_start + self.fudge

    def _range_for(self, time: int) -> Range | None:
        for found in self.ranges:
            if self._continues(found, time) or found.start <= time <= found.last_start:
                return found
        return None

    def append(self, frames: Sequence[int]) -> None:
        """Add processed frames, in decode order; a new group begins with a keyframe."""
        self._widen_distance(frames)
        self._make_room(frames)
        found = self._next
        if found is not None and not self._can_append(found, frames):
            found = self._next = None
        if found is None:
            found = self._new_range(frames)
            if found is None:
                return
        else:
            found.add(frames)
        self._next, self._is_new_group = found, False
        self._last = found.frames[-1]
        self._highest, self._highest_end = found.last_start, found.end
        self._merge_neighbours()
        self._enter()

    def _enter(self) -> None:
        """Fulfil the seek to 0 that waits since the beginning; ``entry`` is read first.

        What comes later and lies before it is buffered, but not read.
        """
        if self.entry is None and (begun := self.seek(0)) is not None:
            self.entry = begun.frames[0]

    def _can_append(self, found: Range, frames: Sequence[int]) -> bool:
        first = frames[0]
        if self._is_new_group:
            return self._continues(found, self._group_start) or found.end == self._group_start
        if self.track.keys[first]:
            time = self.track.times[first]
            return self._continues(found, time) or found.end == time
        last = self.track.decode_times[found.frames[-1]]
        return last <= self.track.decode_times[first] <= last + self.fudge

    def _new_range(self, frames: Sequence[int]) -> Range | None:
        start = min(self._group_start, self.track.times[frames[0]])
        if not self._is_new_group:
            first = next((n for n, frame in enumerate(frames) if self.track.keys[frame]), None)
            if first is None:
                self._last = frames[-1]
                return None
            frames = frames[first:]
            start = self.track.times[frames[0]]
        found = Range(self.track, start)
        found.add(frames)
        position = bisect_right([other.start for other in self.ranges], start)
        self.ranges.insert(position, found)
        return found

    def _widen_distance(self, frames: Sequence[int]) -> None:
        decode, durations = self.track.decode_times, self.track.durations
        distance, last = self._distance, self._last
        for frame in frames:
            distance = max(distance, durations[frame])
            if last is not None:
                distance = max(distance, decode[frame] - decode[last])
            last = frame
        if distance != self._distance:
            self._distance = distance
            self._merge_neighbours()

    def _merge_neighbours(self) -> None:
        position = 0
        while position + 1 < len(self.ranges):
            one, other = self.ranges[position], self.ranges[position + 1]
            start = max(other.start, one.last_start)
            first = self.track.times[other.frames[0]]
            joins = self._continues(one, start) if first >= one.last_start else False
            if joins:
                one.add(other.frames)
                del self.ranges[position + 1]
                if self._next is other:
                    self._next = one
            else:
                position += 1

    def _make_room(self, frames: Sequence[int]) -> None:
        """Remove what the new frames overlap."""
        track = self.track
        start, end = track.times[frames[0]], 0
        for frame in frames:
            start = min(start, track.times[frame])
            length = track.durations[frame] if not track.estimated[frame] else 1
            end = max(end, track.times[frame] + max(1, length))
        if self._highest is not None and self._highest < start:
            self._remove(self._highest, start, after=True)
        if self._highest is not None and self._highest_end is not None and start < self._highest:
            start = self._highest_end
        if self._is_new_group:
            start = min(start, self._group_start)
        if start >= end:
            self._split_next(start)
            return
        same = self._highest == track.times[frames[0]]
        idle = self._last is not None and track.durations[self._last] == 0
        self._remove(start, end, after=same and (not track.is_audio or idle))

    def _split_next(self, time: int) -> None:
        if self._next is not None:
            rest = self._next.split(time)
            if rest is not None:
                self.ranges.insert(self.ranges.index(self._next) + 1, rest)

    def _remove(self, start: int, end: int, *, after: bool) -> None:
        if not self.ranges or self.ranges[-1].last_start < start:
            return
        self._forget_broken_gop(start, end, after=after)
        position = 0
        while position < len(self.ranges):
            found = self.ranges[position]
            if found.start >= end:
                break
            rest = found.split(end) if found.key_times and found.key_times[-1] >= end else None
            if rest is not None:
                self.ranges.insert(position + 1, rest)
            if found.frames:
                found.truncate(start, after=after)
            if not found.frames:
                if self._next is found:
                    self._next = None
                del self.ranges[position]
                continue
            position += 1

    def _forget_broken_gop(self, start: int, end: int, *, after: bool) -> None:
        if self._is_new_group or self._next is None or self._highest is None:
            return
        gop = self._next.key_times[self._next.key_at_or_before(self._highest)]
        if ((not after and start == self._highest) or start < self._highest) and end > gop:
            self._next = None
            self._highest = self._highest_end = self._last = None
