"""What WebKit does with a file's frames: coded frame processing, its buffers, and playing.

Source: WebKit Source/WebCore/platform/graphics/SourceBufferPrivate.cpp and
Modules/mediasource/MediaSource.cpp; the constants were measured with WebKitGTK 2.50.6.
There the tracks of a file come from two threads: what a discontinuity in one does to the
other is not the same in each run. Here it does the worst that was seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from heapq import merge

from studio.segments.frames import MediaFrames
from studio.segments.model import Family, TrackKind
from studio.verdict.prediction import Loss, LossCause, Run, TrackRun
from studio.verdict.simulation.chromium import entry_time_s, intended_shift_s
from studio.verdict.simulation.timeline import (
    MICROSECONDS,
    Fates,
    Ticks,
    intersection,
    to_spans,
)
from studio.verdict.simulation.webkit_buffer import JOINED_US, Sample, WebkitBuffer
from studio.verdict.simulation.webkit_feeds import (
    WEBVTT,
    Feed,
    make_feeds,
    shown_texts,
    subtitle_tables,
)

_NO_WEBVTT = "This engine takes no WebM with a track of subtitles (WebVTT)."
LATE_US = 50_000
"""Sound is taken to come this much after the picture, which is the worse of both."""

_STEPS = {
    LossCause.NO_RANDOM_ACCESS_POINT: "10.1",
    LossCause.DISCONTINUITY: "6",
    LossCause.BEFORE_ZERO: "8",
    LossCause.OVERWRITTEN: "14",
}


def simulate_webkit(media: MediaFrames, *, first: int = 0, count: int | None = None) -> Run:
    """Append the init segment and segments from ``first`` on to WebKit, then play.

    Args:
        media: the file's frames.
        first: number of the first segment.
        count: how many segments; all to the end when None.
    """
    return WebkitModel(media).run(first=first, count=count)


def webkit_av_offset_s(media: MediaFrames) -> Fraction:
    """Return how much later than intended sound is heard in WebKit, relative to the picture."""
    return WebkitModel(media).av_offset_s()


class WebkitModel:
    """WebKit and one file. Runs are independent of each other."""

    def __init__(self, media: MediaFrames) -> None:
        self._feeds = make_feeds(media)
        self._texts = subtitle_tables(media)
        self._ahead = [feed.ahead() for feed in self._feeds]
        self._segments = media.map.segments
        self._is_webm = media.map.family is Family.WEBM
        self._scale = media.movie_timescale

    def run(self, *, first: int = 0, count: int | None = None, at_us: int | None = None) -> Run:
        """Append the init segment and segments from ``first`` on, then play.

        Args:
            first: number of the first segment.
            count: how many segments; all to the end when None.
            at_us: where playing begins; 0 for the first segment, else where all of its
                tracks have begun.
        """
        stop = len(self._segments) if count is None else min(first + count, len(self._segments))
        appending = _Appending(self._feeds, [WebkitBuffer(ahead) for ahead in self._ahead])
        appending.base_us = None if self._is_webm else self._base_us(first)
        for segment in range(first, stop):
            appending.append(segment)
        if at_us is None:
            at_us = int(entry_time_s(self._segments[first]) * MICROSECONDS) if first else 0
        spans = [feed.span(first, stop) for feed in self._feeds]
        texts = [shown_texts(table, first, stop) for table in self._texts]
        run = _played(self._feeds, appending.buffers, spans, texts, max(0, at_us))
        if any(table.track.codec_id.startswith(WEBVTT) for table in self._texts):
            return replace(run, buffered=(), starts=False, stalls_at_s=None, error=_NO_WEBVTT)
        return run

    def _base_us(self, first: int) -> int | None:
        """Return where the first fragment begins: nothing before is read any more."""
        spans = [(feed, feed.span(first, first + 1)) for feed in self._feeds]
        return min((min(f.decodes[s.start : s.stop]) for f, s in spans if s), default=None)

    def av_offset_s(self) -> Fraction:
        """Return how much later than intended sound is heard, relative to the picture."""
        if self._is_webm or len(self._feeds) < 2:
            return Fraction(0)
        intended = {
            feed.table.track.kind: intended_shift_s(feed.table, self._scale) for feed in self._feeds
        }
        if len(intended) < 2:
            return Fraction(0)
        return intended[TrackKind.VIDEO] - intended[TrackKind.AUDIO]


@dataclass(slots=True)
class _Appending:
    """One SourceBuffer that takes media segments."""

    feeds: Sequence[Feed]
    buffers: Sequence[WebkitBuffer]
    base_us: int | None = None
    _queues: list[list[Sample]] = field(default_factory=list)

    def append(self, segment: int) -> None:
        """Take one cluster or fragment."""
        pairs = list(zip(self.feeds, self.buffers, strict=True))
        queues = [self._read(feed, own, segment) for feed, own in pairs]
        if all(own.takes_all(queue) for own, queue in zip(self.buffers, queues, strict=True)):
            for own, queue in zip(self.buffers, queues, strict=True):
                own.put_all(queue)
            return
        tagged = (
            [(sample.decode + late, number, sample) for sample in queue]
            for number, (queue, late) in enumerate(zip(queues, (0, LATE_US), strict=False))
        )
        for _, number, sample in merge(*tagged, key=lambda entry: entry[:2]):
            self._process(self.buffers[number], sample)

    def _read(self, feed: Feed, buffer: WebkitBuffer, segment: int) -> list[Sample]:
        frames = feed.span(segment, segment + 1)
        samples = feed.samples(frames)
        if len(samples) < len(frames):
            full = {sample.frame for sample in samples}
            empty = (frame for frame in frames if frame not in full)
            buffer.lost.update(dict.fromkeys(empty, LossCause.NOT_READ))
        base = self.base_us
        if base is not None and samples and samples[0].decode < base:
            early = [sample.frame for sample in samples if sample.decode < base]
            buffer.lost.update(dict.fromkeys(early, LossCause.NOT_READ))
            samples = [sample for sample in samples if sample.decode >= base]
        return samples

    def _process(self, buffer: WebkitBuffer, sample: Sample) -> None:
        """Take one frame; the other track is left as if a late frame of it came afterwards."""
        if buffer.jumps(sample.decode):
            for other in self.buffers:
                last = other.last_decode, other.greatest
                other.reset()
                if other is not buffer:
                    other.last_decode, other.greatest = last
        buffer.put(sample)


def _played(
    feeds: Sequence[Feed],
    buffers: Sequence[WebkitBuffer],
    spans: Sequence[range],
    texts: Sequence[Sequence[Ticks]],
    at_us: int,
) -> Run:
    """Return what is buffered after ``endOfStream``, and how playing from there goes."""
    shown = [buffer.ranges() for buffer in buffers]
    held = _buffered([*shown, *texts])
    found = (r for r in held if r[0] - JOINED_US <= at_us < r[1])
    begun = next(found, None)
    starts = begun is not None and all(shown)
    stall = None
    if begun is None or not starts:
        stall = at_us
    elif begun is not held[-1]:
        stall = begun[1]
    elif feeds[0].end_guessed and len(feeds) == 1:
        stall = max(buffers[0].starts)
    parts = zip(feeds, buffers, shown, spans, strict=True)
    return Run(
        tracks=tuple(_track_run(*part, stall) for part in parts),
        buffered=to_spans(held),
        starts=starts,
        stalls_at_s=None if stall is None else Fraction(stall, MICROSECONDS),
    )


def _buffered(shown: Sequence[Sequence[Ticks]]) -> list[Ticks]:
    """Intersect all tracks; after ``endOfStream`` each reaches to where the longest ends."""
    if not shown or not all(shown):
        return []
    highest = max(ranges[-1][1] for ranges in shown)
    held: list[Ticks] = [(0, highest)]
    for ranges in shown:
        held = intersection(held, [*ranges[:-1], (ranges[-1][0], highest)])
    return held


def _track_run(
    feed: Feed, buffer: WebkitBuffer, shown: Sequence[Ticks], span: range, stall: int | None
) -> TrackRun:
    causes: list[LossCause | None] = [buffer.lost.get(frame) for frame in span]
    if stall is not None:
        for place, frame in enumerate(span):
            if causes[place] is None and feed.starts[frame] >= stall:
                causes[place] = LossCause.OUT_OF_REACH
    losses: tuple[Loss, ...] = ()
    if any(causes):
        times = feed.starts[span.start : span.stop]
        ends = [feed.starts[frame] + feed.lengths[frame] for frame in span]
        losses = tuple(Fates(feed.table, span, times, ends, causes).losses(_STEPS))
    kept = len(span) - sum(loss.frames for loss in losses)
    return TrackRun(feed.table.track.number, to_spans(shown), kept, losses)
