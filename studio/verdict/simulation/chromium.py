"""What Chromium does with a file's frames: coded frame processing, its buffers, and playing.

Source: Chromium media/filters/frame_processor.cc and chunk_demuxer.cc (2026); the constants
were measured with Chromium 140 and 156.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Segment
from studio.segments.source import ByteSource
from studio.verdict.prediction import LossCause, Run, TrackRun
from studio.verdict.simulation.chromium_buffer import Coded, Range, TrackBuffer
from studio.verdict.simulation.chromium_frames import Feed, edit_shift, emissions, make_feed
from studio.verdict.simulation.timeline import (
    MICROSECONDS,
    Fates,
    Ticks,
    intersection,
    to_spans,
)

_STEPS = {
    LossCause.NO_RANDOM_ACCESS_POINT: "10.1",
    LossCause.DISCONTINUITY: "6",
    LossCause.BEFORE_ZERO: "8",
    LossCause.OVERWRITTEN: "14",
}


_UNSORTED = "Parsed buffers not in DTS sequence"


@dataclass(slots=True)
class _Track:
    """The state of one track buffer in coded frame processing."""

    coded: Coded
    buffer: TrackBuffer
    causes: list[LossCause | None]
    base: int
    queue: list[int] = field(default_factory=list)
    last_decode: int | None = None
    last_duration: int = 0
    highest: int | None = None
    needs_key: bool = True
    why: LossCause = LossCause.NO_RANDOM_ACCESS_POINT
    last_queued: int | None = None
    pending_start: int | None = None
    last_key_time: int | None = None
    signalled: int = 0
    has_flushed: bool = False

    def reset(self) -> None:
        self.last_decode = self.highest = self.last_key_time = None
        if not self.needs_key:
            self.why = LossCause.DISCONTINUITY
        self.needs_key = True

    def flush(self) -> None:
        if self.queue:
            self.buffer.append(self.queue)
            self.queue = []
            self.has_flushed = True

    def start_group(self, decode: int, time: int) -> None:
        self.last_key_time, self.last_queued, self.pending_start = None, decode, time
        self.has_flushed, self.signalled = False, time
        self.buffer.start_group(time)

    def put(self, frame: int, decode: int, time: int) -> None:
        if self.coded.keys[frame]:
            self.last_key_time = time
        elif self.queue and self.last_key_time is not None and time < self.last_key_time:
            limit = self.coded.times[self.queue[0]] if self.has_flushed else self.signalled
            if time < limit:
                self.flush()
        self.pending_start, self.last_queued = None, decode
        self.queue.append(frame)


class ChromiumModel:
    """Chromium and one file. Runs are independent of each other."""

    def __init__(self, media: MediaFrames, source: ByteSource) -> None:
        self._feed = make_feed(media, source)
        self._segments = media.map.segments
        self._scale = media.movie_timescale

    def run(self, *, first: int = 0, count: int | None = None, at_us: int | None = None) -> Run:
        """Append the init segment and segments from ``first`` on, then play.

        Args:
            first: number of the first segment.
            count: how many segments; all to the end when None.
            at_us: where playing begins; 0 for the first segment, else where all of its
                tracks have begun.
        """
        spans = [_span(table, first, count) for table in self._feed.tables]
        processor = _Processor(self._feed, spans)
        for emission in emissions(self._feed, spans):
            if not _is_sorted(emission):
                frame = emission[0][2]
                processor.fail(_UNSORTED, self._feed.tables[emission[0][1]].offsets[frame])
                break
            processor.process(emission)
        if at_us is None:
            at_us = int(entry_time_s(self._segments[first]) * MICROSECONDS) if first else 0
        return processor.played(max(0, at_us), spans)

    def av_offset_s(self) -> Fraction:
        """Return how much later than intended sound is heard, relative to the picture."""
        shifts = [
            edit_shift(table) / table.ticks_per_s - intended_shift_s(table, self._scale)
            for table in self._feed.tables
        ]
        return shifts[0] - shifts[1] if len(shifts) == 2 else Fraction(0)


def entry_time_s(segment: Segment) -> Fraction:
    """Return when every track of a segment has begun."""
    return max((span.start_s for span in segment.spans), default=segment.start_s)


def intended_shift_s(table: FrameTable, movie_timescale: int) -> Fraction:
    """Return what the whole edit list adds to composition times, as ISO/IEC 14496-12 means it."""
    delay = 0
    for duration, media_time in table.track.edits:
        if media_time >= 0:
            return Fraction(delay, movie_timescale) - media_time / table.ticks_per_s
        delay += duration
    return Fraction(delay, movie_timescale)


def _is_sorted(emission: list[tuple[int, int, int]]) -> bool:
    """Tell whether each track's decode times never step back; frames ascend in file order."""
    last: dict[int, int] = {}
    for _, track, frame in emission:
        if frame < last.get(track, -1):
            return False
        last[track] = frame
    return True


def _span(table: FrameTable, first: int, count: int | None) -> range:
    begin = bisect_left(table.segments, first)  # frames in a moov box belong to no segment
    stop = len(table) if count is None else bisect_left(table.segments, first + count)
    return range(begin, stop)


class _Processor:
    def __init__(self, feed: Feed, spans: list[range]) -> None:
        self._feed = feed
        self._pending_all = True
        self._error: tuple[str, int] | None = None
        self._tracks = []
        for coded, span in zip(feed.tracks, spans, strict=True):
            own = Coded(
                coded.is_audio,
                list(coded.times) if coded.is_audio else coded.times,
                coded.decode_times,
                list(coded.durations),
                coded.keys,
                coded.estimated,
            )
            self._tracks.append(_Track(own, TrackBuffer(own), [None] * len(span), span.start))

    def fail(self, words: str, offset: int) -> None:
        """End appending with an error."""
        self._error = (words, offset)

    def process(self, emission: list[tuple[int, int, int]]) -> None:
        """Take what one parsing step handed on."""
        for decode, number, frame in emission:
            track = self._tracks[number]
            if self._feed.is_held(number, frame, decode):
                track.causes[frame - track.base] = LossCause.NOT_READ
            elif self._feed.tables[number].sizes[frame]:  # an empty frame is passed over
                self._process_frame(track, frame, decode)
        for track in self._tracks:
            track.flush()

    def _process_frame(self, track: _Track, frame: int, decode: int) -> None:
        coded = track.coded
        time, length = coded.times[frame], coded.durations[frame]
        if track.last_decode is not None:
            step = decode - track.last_decode
            if step < 0 or step > 2 * track.last_duration:
                self._reset()
        if time < 0:
            if not coded.is_audio or time + length <= 0:
                self._drop_before_zero(track, frame)
                return
            decode -= time
            coded.durations[frame], coded.times[frame] = time + length, 0
            time = 0
        if track.needs_key:
            if not coded.keys[frame]:
                track.causes[frame - track.base] = track.why
                return
            track.needs_key = False
        end = time + coded.durations[frame]
        if self._begins_group(track, frame, decode, time):
            self._start_group(track, decode, time)
        track.put(frame, decode, time)
        track.last_decode, track.last_duration = decode, length
        if track.highest is None or end > track.highest:
            track.highest = end

    def _reset(self) -> None:
        for track in self._tracks:
            track.reset()
        self._pending_all = True

    def _drop_before_zero(self, track: _Track, frame: int) -> None:
        track.needs_key = True
        track.why = LossCause.BEFORE_ZERO
        track.causes[frame - track.base] = LossCause.BEFORE_ZERO

    def _begins_group(self, track: _Track, frame: int, decode: int, time: int) -> bool:
        begins = self._pending_all
        if track.last_queued is not None and track.last_queued > decode:
            begins = True
        if track.pending_start is not None and track.pending_start > time:
            begins = True
        if track.highest is not None and track.coded.keys[frame]:
            if track.highest > time:
                begins = True
                track.highest = None
            elif track.highest + track.coded.durations[frame] < time:
                begins = True
        return begins

    def _start_group(self, track: _Track, decode: int, time: int) -> None:
        for other in self._tracks:
            other.flush()
        if self._pending_all:
            for other in self._tracks:
                other.start_group(decode, time)
            self._pending_all = False
            return
        start = track.pending_start
        if start is None and track.highest is not None and track.highest < time:
            start = track.highest
        if start is None or start > time:
            start = time
        last = decode if track.last_queued is None else min(track.last_queued, decode)
        track.start_group(last, start)

    def played(self, at_us: int, spans: list[range]) -> Run:
        """Return what is buffered after ``endOfStream``, and how playing from there goes."""
        stalls: list[int] = []
        starts = bool(self._tracks)
        runs = []
        for track, table, span in zip(self._tracks, self._feed.tables, spans, strict=True):
            ranges = track.buffer.ranges
            begun, place = _begun(track.buffer, at_us)
            starts = starts and begun is not None
            if begun is not None and begun is not ranges[-1]:
                stalls.append(begun.end)
            read = begun.frames[place:] if begun is not None else []
            runs.append(_track_run(track, table, span, read))
        if not starts:
            stalls.append(at_us)
        return Run(
            tracks=tuple(runs),
            buffered=to_spans(_buffered(self._tracks)),
            starts=starts,
            stalls_at_s=Fraction(min(stalls), MICROSECONDS) if stalls else None,
            error=self._error[0] if self._error else "",
            error_offset=self._error[1] if self._error else None,
        )


def _begun(buffer: TrackBuffer, at_us: int) -> tuple[Range | None, int]:
    """Return the range that is played from ``at_us``, and the place of the first frame read."""
    if at_us == 0 and buffer.entry is not None:
        for found in buffer.ranges:
            if buffer.entry in found.frames:
                return found, found.frames.index(buffer.entry)
    return buffer.seek(at_us), 0


def _track_run(track: _Track, table: FrameTable, span: range, read: list[int]) -> TrackRun:
    kept = {frame for found in track.buffer.ranges for frame in found.frames}
    reached = set(read)
    causes = track.causes
    for place, frame in enumerate(span):
        if causes[place] is None and frame not in reached and table.sizes[frame]:
            out = LossCause.OUT_OF_REACH if frame in kept else LossCause.OVERWRITTEN
            causes[place] = out
    times = track.coded.times[span.start : span.stop]
    ends = [track.coded.end(frame) for frame in span]
    fates = Fates(table, span, times, ends, causes)
    losses = tuple(fates.losses(_STEPS))
    ranges = to_spans((found.start, found.end) for found in track.buffer.ranges)
    return TrackRun(table.track.number, ranges, len(span) - sum(x.frames for x in losses), losses)


def _buffered(tracks: list[_Track]) -> list[Ticks]:
    """Intersect all tracks; after ``endOfStream`` each reaches to where the longest ends."""
    ranges = [[(found.start, found.end) for found in track.buffer.ranges] for track in tracks]
    if not ranges or not all(ranges):
        return []
    highest = max(found[-1][1] for found in ranges)
    held: list[Ticks] = [(0, highest)]
    for found in ranges:
        held = intersection(held, [*found[:-1], (found[-1][0], highest)])
    return held
