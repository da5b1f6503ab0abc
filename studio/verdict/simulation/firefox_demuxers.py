"""Firefox's demuxers as its SourceBuffer uses them: frames with their times and lengths.

Source: Firefox dom/media/webm/WebMDemuxer.cpp, dom/media/mp4/{MoofParser,MP4Demuxer}.cpp.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import lcm
from operator import sub

from studio.segments import codec_bits
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import FactKind, Family, TrackKind
from studio.segments.source import ByteSource
from studio.verdict.prediction import LossCause
from studio.verdict.simulation.firefox_buffer import Samples

MICROSECONDS = 1_000_000
_NS_PER_US = 1_000


@dataclass(slots=True)
class Feed:
    """One track as Firefox sees it.

    ``clock``: ticks per second of all times here. ``starts`` are presentation times with
    the edit list applied; ``tick``: how many of these ticks one of the table's is.
    ``delay``: what Firefox's reading of the edit list adds, in ticks of ``clock``.
    """

    table: FrameTable
    clock: int
    starts: Sequence[int]
    tick: int = 1
    delay: int = 0
    default: int = -1
    """WebM's DefaultDuration, whole ticks of the file only; -1 for none."""
    written: Sequence[int] = ()
    all_keys: bool = False
    has_empty: bool = False
    has_negative: bool = False
    corrected: dict[int, bool] = field(default_factory=dict)
    """Frames that begin a segment and whose own bits say something else."""

    def span(self, segments: range) -> range:
        """Return the frames of segments that follow each other."""
        column = self.table.segments
        return range(bisect_left(column, segments.start), bisect_left(column, segments.stop))

    def keys(self, frames: range) -> bytes:
        """Return which frames are keyframes; every frame of sound is one."""
        if self.all_keys:
            return b"\1" * len(frames)
        keys = bytearray(self.table.keyframes[frames.start : frames.stop])
        if self.corrected and frames and frames[0] in self.corrected:
            keys[0] = self.corrected[frames[0]]
        return bytes(keys)


def make_feeds(media: MediaFrames, source: ByteSource | None = None) -> list[Feed]:
    """Return the first video track and the first audio track: all that Firefox reads.

    Of VP8 and VP9 it believes the frames, not the container; with ``source`` each frame that
    begins a segment is looked at.
    """
    feeds = []
    for kind in (TrackKind.VIDEO, TrackKind.AUDIO):
        track = media.map.track_of(kind)
        table = None if track is None else media.table_of(track.number)
        if table is not None:
            is_webm = media.map.family is Family.WEBM
            feed = _webm_feed(table) if is_webm else _mp4_feed(table, media.movie_timescale)
            feed.all_keys = kind is TrackKind.AUDIO
            if source is not None and track is not None:
                feed.corrected = _true_keys(table, source)
            feed.has_empty = 0 in table.sizes
            feed.has_negative = min(table.times, default=0) < 0
            feeds.append(feed)
    return feeds


def _true_keys(table: FrameTable, source: ByteSource) -> dict[int, bool]:
    read = _KEY_BITS.get(table.track.codec_id)
    if read is None:
        return {}
    found = {frame: read(source.at(table.offsets[frame], 16)) for frame in table.segment_starts()}
    return {frame: key for frame, key in found.items() if key != bool(table.keyframes[frame])}


def _vp8_is_key(head: bytes) -> bool:
    return bool(head) and head[0] & 1 == 0


def _vp9_is_key(head: bytes) -> bool:
    return codec_bits.vp9_header(head) is not None


_KEY_BITS = {"V_VP8": _vp8_is_key, "V_VP9": _vp9_is_key, "vp09": _vp9_is_key}


def _webm_feed(table: FrameTable) -> Feed:
    scale_ns = 10**9 * table.ticks_per_s.denominator // table.ticks_per_s.numerator
    starts = [max(0, ticks * scale_ns // _NS_PER_US) for ticks in table.times]
    written = [ticks * scale_ns // _NS_PER_US if ticks >= 0 else -1 for ticks in table.durations]
    default_ns = table.track.default_duration_ns
    default = -1 if not default_ns else default_ns // scale_ns * scale_ns // _NS_PER_US
    return Feed(table, MICROSECONDS, starts, default=default, written=written)


def _mp4_feed(table: FrameTable, movie_timescale: int) -> Feed:
    scale = table.ticks_per_s.numerator
    clock = lcm(scale, movie_timescale)
    tick = clock // scale
    empty, media_start = read_edits(table.track.edits)
    delay = empty * (clock // movie_timescale) - media_start * tick
    starts = [ticks * tick + delay for ticks in table.times]
    return Feed(table, clock, starts, tick=tick, delay=delay)


def read_edits(edits: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the empty time before (movie ticks) and the media time (media ticks).

    Firefox honours an empty edit only in first place, and one edit after it.
    """
    empty, begun, media_start = 0, False, 0
    for place, (duration, media_time) in enumerate(edits):
        if media_time == -1:
            if place == 0:
                empty, begun = duration, True
        elif place > 1 or (place == 1 and not begun):
            break
        else:
            media_start = media_time
    return empty, media_start


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
        before = starts[-2] if len(starts) > 1 else self._last.get(number)
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


def shift_s(feed: Feed) -> Fraction:
    """Return what Firefox adds to composition times."""
    return Fraction(feed.delay, feed.clock)
