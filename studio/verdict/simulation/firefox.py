"""What Firefox does with a file's frames: demuxing, coded frame processing, playing.

Source: Firefox dom/media/mediasource/{TrackBuffersManager,ContainerParser,MediaSourceDemuxer}.cpp;
the constants were measured with Firefox 153.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from studio.segments.frames import MediaFrames
from studio.segments.model import Family, TrackKind
from studio.segments.source import ByteSource
from studio.verdict.prediction import Run
from studio.verdict.simulation.chromium import entry_time_s, intended_shift_s
from studio.verdict.simulation.firefox_buffer import FirefoxBuffer
from studio.verdict.simulation.firefox_demuxers import (
    Mp4Demuxer,
    WebmDemuxer,
    missing_decode_times,
)
from studio.verdict.simulation.firefox_feeds import Feed, make_feeds, shift_s
from studio.verdict.simulation.firefox_play import play
from studio.verdict.simulation.timeline import MICROSECONDS

_CLUSTERS_BACK = "Failed to open media"
"""Its words for clusters it cannot tell apart. Source: measured, 153."""


def simulate_firefox(media: MediaFrames, *, first: int = 0, count: int | None = None) -> Run:
    """Append the init segment and segments from ``first`` on to Firefox, then play.

    Args:
        media: the file's frames.
        first: number of the first segment.
        count: how many segments; all to the end when None.
    """
    return FirefoxModel(media).run(first=first, count=count)


def firefox_av_offset_s(media: MediaFrames) -> Fraction:
    """Return how much later than intended sound is heard in Firefox, relative to the picture."""
    return FirefoxModel(media).av_offset_s()


class FirefoxModel:
    """Firefox and one file. Runs are independent of each other."""

    def __init__(self, media: MediaFrames, source: ByteSource | None = None) -> None:
        self._feeds = make_feeds(media, source)
        self._segments = media.map.segments
        self._is_webm = media.map.family is Family.WEBM
        self._missing = missing_decode_times(media)
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
        appending = _Appending(self._feeds, self._is_webm, self._missing)
        appending.append_all(range(first, stop))
        if at_us is None:
            at_us = int(entry_time_s(self._segments[first]) * MICROSECONDS) if first else 0
        spans = [feed.span(range(first, stop)) for feed in self._feeds]
        run = play(self._feeds, appending.buffers, spans, max(0, at_us))
        if appending.refused is None:
            return run
        offset = self._segments[appending.refused].offset
        return replace(
            run,
            buffered=(),
            starts=False,
            stalls_at_s=None,
            error=_CLUSTERS_BACK,
            error_offset=offset,
        )

    def av_offset_s(self) -> Fraction:
        """Return how much later than intended sound is heard, relative to the picture.

        Firefox does not take WebM's CodecDelay off a block's time.
        """
        offsets = {}
        for feed in self._feeds:
            track = feed.table.track
            offset = Fraction(track.codec_delay_ns, 10**9)
            if not self._is_webm:
                offset = shift_s(feed) - intended_shift_s(feed.table, self._scale)
            offsets[track.kind] = offset
        if len(offsets) < 2:
            return Fraction(0)
        return offsets[TrackKind.AUDIO] - offsets[TrackKind.VIDEO]


@dataclass(slots=True)
class _Appending:
    """One SourceBuffer that takes media segments, all in one append.

    ``refused``: the segment that ended appending with an error.
    """

    feeds: Sequence[Feed]
    is_webm: bool
    missing: frozenset[tuple[int, int]]
    buffers: list[FirefoxBuffer] = field(default_factory=list)
    refused: int | None = None
    demuxer: WebmDemuxer | Mp4Demuxer | None = None
    parsed_end: int | None = None

    def __post_init__(self) -> None:
        self.buffers = [FirefoxBuffer(self.is_webm) for _ in self.feeds]

    def append_all(self, segments: range) -> None:
        """Take clusters or fragments until one is refused."""
        while segments:
            size = self._read_together(segments) if self.is_webm else 1
            if size == 0:
                self.refused = segments.start
                return
            self._append(segments[:size], follows=len(segments) > size)
            segments = segments[size:]

    def _read_together(self, segments: range) -> int:
        """Return how many clusters are taken for one: those with only earlier blocks join.

        Source: ContainerParser finds the next cluster by its first block that is not early;
        when there is none, a single cluster still joins and more are an error (measured, 153).
        """
        latest = self._latest(segments.start)
        for size in range(1, len(segments)):
            if self._latest(segments[size]) >= latest:
                return size
        return 0 if len(segments) > 2 else len(segments)

    def _latest(self, segment: int) -> int:
        spans = [(feed, feed.span(range(segment, segment + 1))) for feed in self.feeds]
        return max((max(feed.starts[s.start : s.stop]) for feed, s in spans if s), default=-1)

    def _append(self, segments: range, *, follows: bool) -> None:
        """Take what is one media segment to Firefox: first all video, then all sound."""
        if self.demuxer is None or self._is_late(segments, follows=follows):
            if self.is_webm:
                end = None if self.demuxer is None else self._end_of(segments)
                self.demuxer = WebmDemuxer(end)
            else:
                self.demuxer = Mp4Demuxer(self.missing)
        for number, feed in enumerate(self.feeds):
            buffer = self.buffers[number]
            samples = self.demuxer.read(number, feed, segments, buffer.lost)
            buffer.process(samples, self.buffers)
        self.parsed_end = max((buffer.parsed_end for buffer in self.buffers), default=0)

    def _is_late(self, segments: range, *, follows: bool) -> bool:
        """Tell whether a segment begins before the last one's end: it gets a new demuxer."""
        if not self.is_webm:
            return bool(self.missing)
        frames, first = 0, None
        for feed in self.feeds:
            span = feed.span(segments)
            frames += len(span)
            if span:
                place = feed.table.offsets[span[0]], feed.starts[span[0]]
                first = place if first is None else min(first, place)
        if first is None or self.parsed_end is None or (frames < 2 and not follows):
            return False
        return first[1] < self.parsed_end

    def _end_of(self, segments: range) -> int | None:
        """Return where the parser thinks a cluster ends."""
        own = sorted(self._times(segments))
        later = [t for t in self._times(range(segments.stop, segments.stop + 1)) if t >= own[-1]]
        if later:
            return min(later)
        return 2 * own[-1] - own[-2] if len(own) > 1 else None

    def _times(self, segments: range) -> Iterator[int]:
        for feed in self.feeds:
            span = feed.span(segments)
            yield from feed.starts[span.start : span.stop]
