"""Firefox's coded frame processing of one track, and its track buffer.

Source: Firefox dom/media/mediasource/TrackBuffersManager.cpp.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import sub

from studio.verdict.prediction import LossCause
from studio.verdict.simulation.firefox_ranges import Interval, RangeSet, united, with_fuzz


@dataclass(slots=True)
class Samples:
    """What a demuxer hands on of one track and one media segment, in decode order.

    ``frames`` are the frames' numbers in the table; times are ticks of the track's own
    clock, edit list applied.
    """

    frames: Sequence[int] = ()
    starts: Sequence[int] = ()
    durations: Sequence[int] = ()
    decodes: Sequence[int] = ()
    keys: bytes = b""


@dataclass(slots=True)
class _Batch:
    """Samples that go into the buffer together."""

    frames: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    decodes: list[int] = field(default_factory=list)
    keys: bytearray = field(default_factory=bytearray)

    def put(self, frame: int, start: int, end: int, decode: int, key: int) -> None:
        self.frames.append(frame)
        self.starts.append(start)
        self.ends.append(end)
        self.decodes.append(decode)
        self.keys.append(key)


@dataclass(slots=True)
class FirefoxBuffer:
    """One track of a SourceBuffer.

    ``exact`` are the ranges the frames fill; ``shown`` those that ``buffered`` tells, with
    gaps of up to a frame closed. ``lost``: frame number -> why it was dropped or removed.
    ``is_webm``: a keyframe that overlaps removes from anywhere in the buffer.
    """

    is_webm: bool
    exact: RangeSet = field(default_factory=RangeSet)
    shown: RangeSet = field(default_factory=RangeSet)
    lost: dict[int, LossCause] = field(default_factory=dict)
    frames: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    decodes: list[int] = field(default_factory=list)
    keys: bytearray = field(default_factory=bytearray)
    parsed_end: int = 0
    """Where the last media segment that had frames of this track ended."""
    _peaks: list[int] = field(default_factory=list)
    """Highest end up to each place: no frame before it reaches further."""
    _place: int | None = None
    _last_decode: int | None = None
    _last_duration: int | None = None
    _longest: int = 0
    _needs_key: bool = True
    _why: LossCause = LossCause.NO_RANDOM_ACCESS_POINT

    def reset(self) -> None:
        """Begin a new coded frame group: a keyframe is needed again."""
        self._last_decode = self._last_duration = self._place = None
        if not self._needs_key:
            self._why = LossCause.DISCONTINUITY
        self._needs_key = True

    def process(self, samples: Samples, group: Sequence["FirefoxBuffer"]) -> None:
        """Run coded frame processing over one media segment's samples of this track.

        Args:
            samples: what the demuxer gave.
            group: all tracks of the SourceBuffer: a discontinuity in one resets all.
        """
        if not samples.frames:
            return
        ends = [
            start + length for start, length in zip(samples.starts, samples.durations, strict=True)
        ]
        self.parsed_end = max(ends)
        if self._is_smooth(samples):
            self._take_all(samples, ends)
        else:
            self._take_each(samples, ends, group)

    def _is_smooth(self, samples: Samples) -> bool:
        """Tell whether every frame will be kept, without a look at each."""
        decodes, durations = samples.decodes, samples.durations
        if self._needs_key and not samples.keys[0]:
            return False
        if min(samples.starts) < 0 or self._jumps(decodes[0]):
            return False
        steps = list(map(sub, decodes[1:], decodes))
        return not steps or (
            min(steps) >= 0 and max(s - 2 * d for s, d in zip(steps, durations, strict=False)) <= 0
        )

    def _jumps(self, decode: int) -> bool:
        if self._last_decode is None:
            return False
        step = decode - self._last_decode
        return step < 0 or step > 2 * self._longest

    def _take_all(self, samples: Samples, ends: list[int]) -> None:
        last_key = samples.keys.rfind(1)
        if last_key >= 0:
            self._longest = max(samples.durations[last_key:])
        elif self._last_duration is None:
            self._longest = max(samples.durations)
        else:
            self._longest = max(self._longest, *samples.durations)
        self._needs_key = False
        self._last_decode, self._last_duration = samples.decodes[-1], samples.durations[-1]
        frames, starts, decodes = map(list, (samples.frames, samples.starts, samples.decodes))
        self._insert(_Batch(frames, starts, ends, decodes, bytearray(samples.keys)))

    def _take_each(
        self, samples: Samples, ends: list[int], group: Sequence["FirefoxBuffer"]
    ) -> None:
        batch, checks = _Batch(), True
        columns = (samples.frames, samples.starts, samples.durations, ends, samples.decodes)
        for frame, start, length, end, decode, key in zip(*columns, samples.keys, strict=True):
            if self._needs_key and not key:
                self.lost[frame] = self._why
                continue
            self._needs_key = False
            if checks and self._jumps(decode):
                for track in group:
                    track.reset()
                if not key:
                    self.lost[frame] = self._why = LossCause.DISCONTINUITY
                    continue
                self._needs_key = checks = False
            if start < 0 and end <= 0:
                self.lost[frame] = self._why = LossCause.BEFORE_ZERO
                self._insert(batch)
                batch, checks, self._needs_key = _Batch(), True, True
                continue
            batch.put(frame, max(0, start), end, decode, key)
            keeps = self._last_duration is not None and not key
            self._longest = max(length, self._longest) if keeps else length
            self._last_decode, self._last_duration = decode, length
        self._insert(batch)

    def _insert(self, batch: _Batch) -> None:
        if not batch.frames:
            return
        intervals = united(zip(batch.starts, batch.ends, strict=True))
        if self.exact.meets(intervals):
            if batch.keys[0] and self.is_webm:
                self._place = None
            first = self._remove(intervals, self._place or 0)
            if first:
                self._place = first
        at = self._place if self._place is not None else self._find_place(batch.starts[0])
        self.frames[at:at] = batch.frames
        self.starts[at:at] = batch.starts
        self.ends[at:at] = batch.ends
        self.decodes[at:at] = batch.decodes
        self.keys[at:at] = batch.keys
        self._place = at + len(batch.frames)
        self._raise_peaks(at)
        self.exact.add(with_fuzz(intervals, 0))
        self.shown.add(with_fuzz(intervals, self._longest // 2))

    def _find_place(self, start: int) -> int:
        """Return where frames from ``start`` on belong: before the range that follows."""
        if not self.frames or start < self.exact.start:
            return 0
        target = self.exact.after(start)
        if target is None:
            return len(self.frames)
        place = bisect_left(self._peaks, target[0])
        while place < len(self.frames):
            if self.starts[place] >= target[0] or self.ends[place] > target[0]:
                break
            place += 1
        return place

    def _remove(self, intervals: list[Interval], begin: int) -> int:
        """Remove frames that begin inside, and what depends on them; shorten those before.

        Returns:
            the place of the first one removed, 0 for none.
        """
        hit = self._hit(intervals, max(begin, bisect_left(self._peaks, intervals[0][0])))
        if hit is None:
            return 0
        first, last = hit[0], hit[1] + 1
        while last < len(self.frames) and not self.keys[last]:
            last += 1
        for frame in self.frames[first:last]:
            self.lost[frame] = LossCause.OVERWRITTEN
        gone = united(zip(self.starts[first:last], self.ends[first:last], strict=True))
        if self._place is not None:
            if first < self._place <= last:
                self.reset()
                self._why = LossCause.OVERWRITTEN
            elif self._place > last:
                self._place -= last - first
        for start, end in gone:
            self.exact.subtract(start, end)
        self._open_gaps(gone)
        del self.frames[first:last], self.starts[first:last], self.ends[first:last]
        del self.decodes[first:last], self.keys[first:last]
        self._raise_peaks(first)
        return first

    def _hit(self, intervals: list[Interval], begin: int) -> tuple[int, int] | None:
        """Return first and last frame that begin inside; shorten those that reach inside."""
        first = last = None
        stop = intervals[-1][1]
        for place in range(begin, len(self.frames)):
            start, end = self.starts[place], self.ends[place]
            if any(low <= start < high for low, high in intervals):
                first = place if first is None else first
                last = place
                continue
            reached = [low for low, high in intervals if start < low < end]
            if reached:
                self.ends[place] = reached[0]
            elif start >= stop:
                break
        return None if first is None or last is None else (first, last)

    def _open_gaps(self, gone: list[Interval]) -> None:
        """Take out of ``shown`` what was removed and the closed gaps beside it."""
        left, place = self.exact.items, 0
        since: int | None = self.shown.start
        gaps: list[Interval] = []
        for start, _ in gone:
            while place < len(left) and left[place][1] <= start:
                since = left[place][1]
                place += 1
            if place == len(left):
                gaps.append((self.shown.end if since is None else since, self.shown.end))
                break
            if since is not None:
                gaps.append((since, left[place][0]))
                since = None
        for start, end in gaps:
            self.shown.subtract(start, end)

    def _raise_peaks(self, place: int) -> None:
        peaks = self._peaks
        del peaks[place:]
        highest = peaks[-1] if peaks else 0
        for end in self.ends[place:]:
            highest = max(highest, end)
            peaks.append(highest)
