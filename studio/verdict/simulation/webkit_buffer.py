"""WebKit's coded frame processing of one track, and its track buffer.

Source: WebKit Source/WebCore/platform/graphics/{SourceBufferPrivate,TrackBuffer}.cpp.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import sub

from studio.verdict.prediction import LossCause
from studio.verdict.simulation.timeline import Ticks

JOINED_US = 2002 * 1_000_000 // 24_000
"""Gaps up to two frames of 24 per second count as buffered. Source: MediaSource.cpp,
currentTimeFudgeFactor; measured with WebKitGTK 2.50.6: 60 ms is joined, 100 ms is not."""
TOLERANCE_US = 1_000
"""Overlaps of less are no reason to remove anything."""


_REORDERED = 64
"""The latest picture is among this many of the last in decode order."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One coded frame, in microseconds."""

    frame: int
    start: int
    length: int
    decode: int
    key: bool


@dataclass(slots=True)
class WebkitBuffer:
    """One track of a SourceBuffer; frames are held in decode order.

    ``ahead``: least and greatest distance from decode to presentation time in the track.
    ``lost``: frame number -> why it was dropped or removed.
    """

    ahead: Ticks = (0, 0)
    lost: dict[int, LossCause] = field(default_factory=dict)
    frames: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    decodes: list[int] = field(default_factory=list)
    keys: bytearray = field(default_factory=bytearray)
    highest: int | None = None
    latest: int = -1
    """Latest presentation time ever put in."""
    last_decode: int | None = None
    greatest: int | None = None
    needs_key: bool = True
    why: LossCause = LossCause.NO_RANDOM_ACCESS_POINT

    def reset(self) -> None:
        """Begin a new coded frame group: a keyframe is needed again."""
        self.highest = self.last_decode = self.greatest = None
        if not self.needs_key:
            self.why = LossCause.DISCONTINUITY
        self.needs_key = True

    def jumps(self, decode: int) -> bool:
        """Tell whether a decode time steps back, or by more than two of the longest frames."""
        if self.last_decode is None:
            return False
        step = decode - self.last_decode
        return step < 0 or (self.greatest is not None and step > 2 * self.greatest)

    def takes_all(self, samples: Sequence[Sample]) -> bool:
        """Tell whether all samples will go to the end and none is dropped."""
        if not samples:
            return True
        if self.needs_key and not samples[0].key:
            return False
        decodes = [sample.decode for sample in samples]
        if self.decodes and decodes[0] <= self.decodes[-1]:
            return False
        if min(sample.start for sample in samples) < max(0, self.latest + 1):
            return False
        return self._steps_evenly(decodes, samples[0].length)

    def _steps_evenly(self, decodes: list[int], length: int) -> bool:
        before = [] if self.last_decode is None else [self.last_decode]
        steps = list(map(sub, [*before, *decodes][1:], [*before, *decodes]))
        greatest = self.greatest
        if greatest is None and steps:
            greatest = max(steps[0], length)
        return not steps or (min(steps) > 0 and max(steps) <= 2 * (greatest or 0))

    def put_all(self, samples: Sequence[Sample]) -> None:
        """Append samples that ``takes_all`` agreed to."""
        for sample in samples:
            self._store(sample, len(self.frames))
            self._note(sample)
        self.needs_key = self.needs_key and not samples

    def put(self, sample: Sample) -> None:
        """Take one sample that is no discontinuity; drop it, or store it in its place."""
        if sample.start < 0:
            self.needs_key, self.why = True, LossCause.BEFORE_ZERO
            self.lost[sample.frame] = LossCause.BEFORE_ZERO
            return
        if self.needs_key and not sample.key:
            self.lost[sample.frame] = self.why
            return
        self.needs_key = False
        self._make_room(sample)
        self._store(sample, bisect_right(self.decodes, sample.decode))
        self._note(sample)

    def _note(self, sample: Sample) -> None:
        end = sample.start + sample.length
        if self.last_decode is not None:
            step = sample.decode - self.last_decode
            self.greatest = max(self.greatest or 0, step, sample.length)
        self.last_decode = sample.decode
        if self.highest is None or end > self.highest:
            self.highest = end
        self.latest = max(self.latest, sample.start)

    def _store(self, sample: Sample, place: int) -> None:
        self.frames.insert(place, sample.frame)
        self.starts.insert(place, sample.start)
        self.ends.insert(place, sample.start + sample.length)
        self.decodes.insert(place, sample.decode)
        self.keys.insert(place, sample.key)

    def _make_room(self, sample: Sample) -> None:
        """Remove what the sample replaces, and all that depends on it."""
        end = sample.start + sample.length
        hit: list[int] = []
        if self.highest is None:
            hit += self._between(sample.start, end)
        elif self.highest - TOLERANCE_US <= sample.start:
            hit += self._between(self.highest, end - TOLERANCE_US)
        if sample.key:
            following = bisect_right(self.decodes, sample.decode)
            if following < len(self.frames) and not self.keys[following]:
                hit.append(following)
        if hit:
            self._remove(min(*hit, bisect_right(self.decodes, sample.decode)), max(hit) + 1)

    def _between(self, begin: int, end: int) -> list[int]:
        """Return the places of frames whose presentation time is in a range."""
        first = bisect_left(self.decodes, begin - self.ahead[1])
        stop = bisect_right(self.decodes, end - self.ahead[0])
        return [place for place in range(first, stop) if begin <= self.starts[place] < end]

    def _remove(self, first: int, stop: int) -> None:
        while stop < len(self.frames) and not self.keys[stop]:
            stop += 1
        self.lost.update(dict.fromkeys(self.frames[first:stop], LossCause.OVERWRITTEN))
        for column in (self.frames, self.starts, self.ends, self.decodes):
            del column[first:stop]
        del self.keys[first:stop]
        self.latest = max(self.starts[-_REORDERED:], default=-1)

    def ranges(self) -> list[Ticks]:
        """Return what is buffered, small gaps closed."""
        found: list[Ticks] = []
        for start, end in sorted(zip(self.starts, self.ends, strict=True)):
            if found and start - found[-1][1] <= JOINED_US:
                if end > found[-1][1]:
                    found[-1] = (found[-1][0], end)
            elif start < end:
                found.append((start, end))
        return found
