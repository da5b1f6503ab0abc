"""Firefox's demuxers as its SourceBuffer uses them: frames with their times and lengths.

Source: Firefox dom/media/webm/WebMDemuxer.cpp, dom/media/mp4/{MoofParser,MP4Demuxer}.cpp.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub

from studio.segments.frames import MediaFrames
from studio.segments.model import FactKind
from studio.verdict.prediction import LossCause
from studio.verdict.simulation.firefox_buffer import Samples
from studio.verdict.simulation.firefox_feeds import Feed
from studio.verdict.simulation.timeline import MICROSECONDS


@dataclass(slots=True)
class WebmDemuxer:
    """Reads blocks. A new one is made when a cluster begins before the last one's end.

    ``end_before``: where that cluster ends, the last resort for a block's length.
    """

    end_before: int | None = None
    _started: set[int] = field(default_factory=set)
    _last: dict[int, int] = field(default_factory=dict)
    _held: dict[int, int] = field(default_factory=dict)

    def read(self, number: int, feed: Feed, segments: range, lost: dict[int, LossCause]) -> Samples:
        """Return the frames of clusters read together; the first ever must be a keyframe."""
        frames = feed.span(segments)
        frames = range(self._held.pop(number, frames.start), frames.stop)
        if not frames:
            return Samples()
        starts = feed.starts[frames.start : frames.stop]
        after = self._after_last(number, feed, frames[-1], starts)
        if after is None:
            self._held[number] = frames[-1]
            lost[frames[-1]] = LossCause.NOT_READ
            frames, after, starts = frames[:-1], starts[-1], starts[:-1]
            if not frames:
                return Samples()
        self._last[number] = starts[-1]
        lost.pop(frames[0], None)
        lengths = list(map(sub, [*starts[1:], after], starts))
        if min(lengths) < 0:
            lengths = [max(0, length) for length in lengths]
        if feed.has_negative:
            lost.update(dict.fromkeys(_unseen(feed, frames, lengths), LossCause.BEFORE_ZERO))
        found = Samples(frames, starts, lengths, starts, feed.keys(frames))
        found = _without_empty(found, feed, lost) if feed.has_empty else found
        return found if number in self._started else self._from_keyframe(number, found, lost)

    def _after_last(self, number: int, feed: Feed, frame: int, starts: Sequence[int]) -> int | None:
        """Return where the cluster's last block ends, None when nothing tells."""
        start = starts[-1]
        if feed.written[frame] >= 0:
            return start + feed.written[frame]
        if feed.default >= 0:
            return start + feed.default
        other = len(starts) - 1
        while other and feed.table.is_laced(frame - len(starts) + other):
            other -= 1
        before = starts[other - 1] if other else self._last.get(number)
        if before is not None:
            return 2 * start - before
        return self.end_before

    def _from_keyframe(self, number: int, found: Samples, lost: dict[int, LossCause]) -> Samples:
        first = found.keys.find(1)
        skipped = found.frames if first < 0 else found.frames[:first]
        lost.update(dict.fromkeys(skipped, LossCause.NO_RANDOM_ACCESS_POINT))
        if first < 0:
            return Samples()
        self._started.add(number)
        return _part(found, first)


def _unseen(feed: Feed, frames: range, lengths: Sequence[int]) -> Iterator[int]:
    """Yield the blocks before 0 that have no length left: they are taken for blocks at 0."""
    times = feed.table.times
    for frame, length in zip(frames, lengths, strict=True):
        if times[frame] < 0 and length == 0:
            yield frame


def _part(found: Samples, first: int) -> Samples:
    if first == 0:
        return found
    return Samples(
        found.frames[first:],
        found.starts[first:],
        found.durations[first:],
        found.decodes[first:],
        found.keys[first:],
    )


def _without_empty(found: Samples, feed: Feed, lost: dict[int, LossCause]) -> Samples:
    """Leave out frames without bytes, as both demuxers do."""
    sizes = feed.table.sizes
    full = [place for place, frame in enumerate(found.frames) if sizes[frame]]
    if len(full) == len(found.frames):
        return found
    for frame in found.frames:
        if not sizes[frame]:
            lost[frame] = LossCause.NOT_READ
    return Samples(
        [found.frames[n] for n in full],
        [found.starts[n] for n in full],
        [found.durations[n] for n in full],
        [found.decodes[n] for n in full],
        bytes(found.keys[n] for n in full),
    )


@dataclass(slots=True)
class Mp4Demuxer:
    """Reads movie fragments; each frame lasts to the next one shown in its fragment."""

    missing: frozenset[tuple[int, int]] = frozenset()
    """Segment and track number of fragments that do not tell their decode time."""
    _ends: dict[int, int] = field(default_factory=dict)
    _decode: dict[int, int] = field(default_factory=dict)

    def read(self, number: int, feed: Feed, segments: range, lost: dict[int, LossCause]) -> Samples:
        """Return the frames of one fragment."""
        frames = feed.span(segments)
        if not frames:
            return Samples()
        table, tick = feed.table, feed.tick
        starts = list(feed.starts[frames.start : frames.stop])
        lengths = [ticks * tick for ticks in table.durations[frames.start : frames.stop]]
        first = table.decode_times[frames[0]] * tick + feed.delay
        last = table.decode_times[frames[-1]] * tick + feed.delay + lengths[-1]
        if (segments.start, table.track.number) in self.missing:
            shift = self._decode.get(number, feed.delay) - first
            first, last = first + shift, last + shift
            starts = [start + shift for start in starts]
        self._decode[number] = last
        found = Samples(frames, starts, lengths, starts, feed.keys(frames))
        if feed.has_empty:
            found = _without_empty(found, feed, lost)
        if not found.frames:
            return found
        found = self._timed(number, feed, found, first, last)
        return _from_zero(found) if feed.all_keys and min(found.starts) < 0 else found

    def _timed(self, number: int, feed: Feed, found: Samples, first: int, last: int) -> Samples:
        """Close the gaps between frames, and lay decode times out by the new lengths."""
        starts, lengths = list(found.starts), list(found.durations)
        order = sorted(range(len(starts)), key=starts.__getitem__)
        top = order[-1]
        end = starts[top] + lengths[top]
        before = self._ends.get(number)
        if before is not None and 0 < (starts[order[0]] - before) * MICROSECONDS <= feed.clock:
            starts[order[0]] = before
        self._ends[number] = end
        for place, following in pairwise(order):
            lengths[place] = starts[following] - starts[place]
        lengths[top] = end - starts[top]
        shown = end - starts[order[0]]
        decodes, passed = [], 0
        if shown == last - first or shown == 0:
            for length in lengths:
                decodes.append(first + passed)
                passed += length
        else:
            pace = (last - first) / shown
            for length in lengths:
                decodes.append(first + int(passed * pace))
                passed += length
        return Samples(found.frames, starts, lengths, decodes, found.keys)


def _from_zero(found: Samples) -> Samples:
    """Move sound before 0 to 0, shortened: its decoder still gets it, and trims it."""
    ends = [
        max(0, start + length) for start, length in zip(found.starts, found.durations, strict=True)
    ]
    starts = [max(0, start) for start in found.starts]
    return Samples(found.frames, starts, list(map(sub, ends, starts)), found.decodes, found.keys)


def missing_decode_times(media: MediaFrames) -> frozenset[tuple[int, int]]:
    """Return segment and track of every fragment part without a decode time."""
    offsets = array("q", (segment.offset for segment in media.map.segments))
    return frozenset(
        (bisect_right(offsets, fact.offset) - 1, fact.track)
        for fact in media.map.facts
        if fact.kind is FactKind.NO_DECODE_TIME
    )
