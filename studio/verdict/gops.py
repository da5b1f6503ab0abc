"""What the frames of a file demand of an engine: how many it must count, where to seek to."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.segments.frames import NO_SEGMENT, FrameTable, MediaFrames
from studio.segments.model import SegmentMap, TrackKind

DEEPEST_SEEK = 24
"""Frames into a group of pictures: decoding a few is enough to be inside."""


@dataclass(frozen=True, slots=True)
class SeekTarget:
    """A point inside a frame, and where that frame begins (None: not known); s."""

    at_s: float
    frame_s: float | None = None


def spread(count: int, most: int) -> tuple[int, ...]:
    """Return at most ``most`` positions of ``count``, even, with the first and the last."""
    if count <= most:
        return tuple(range(count))
    return tuple(sorted({round(i * (count - 1) / (most - 1)) for i in range(most)}))


def video_table(media: MediaFrames) -> FrameTable | None:
    """Return the frames of the first video track."""
    track = media.map.track_of(TrackKind.VIDEO)
    return None if track is None else media.table_of(track.number)


def counted_frames(table: FrameTable) -> int:
    """Return how many frames engines count: those that are shown and have bytes at all."""
    return sum(
        segment != NO_SEGMENT and not hidden and size > 0
        for segment, hidden, size in zip(table.segments, table.hidden, table.sizes, strict=True)
    )


def early_frames(media: MediaFrames, table: FrameTable) -> int:
    """Return how many frames have a time below 0."""
    first = -shift_s(media, table) * table.ticks_per_s
    return sum(
        time < first and segment != NO_SEGMENT
        for time, segment in zip(table.times, table.segments, strict=True)
    )


def stored_bytes(table: FrameTable) -> int:
    """Return the bytes of all frames of a track's segments."""
    return sum(
        size
        for size, segment in zip(table.sizes, table.segments, strict=True)
        if segment != NO_SEGMENT
    )


def shift_s(media: MediaFrames, table: FrameTable) -> Fraction:
    """Return what the edit list adds to the times of a table."""
    delay = 0
    for duration, media_time in table.track.edits:
        if media_time >= 0:
            return Fraction(delay, media.movie_timescale) - media_time / table.ticks_per_s
        delay += duration
    return Fraction(delay, media.movie_timescale)


def gop_count(found: SegmentMap) -> int:
    """Return how many groups of pictures a file has; segments, where there is no picture."""
    video = found.track_of(TrackKind.VIDEO)
    if video is None:
        return len(found.segments)
    spans = (span for segment in found.segments for span in segment.spans)
    return sum(span.keyframes for span in spans if span.track == video.number)


def seek_targets(media: MediaFrames, most: int) -> list[SeekTarget]:
    """Return points inside evenly chosen groups of pictures, the last one first.

    Going backwards makes an engine begin anew at each keyframe.
    """
    table = video_table(media)
    keys = [] if table is None else _keyframes(table)
    if table is None or not keys:
        return _inside_segments(media.map, most)
    shift = shift_s(media, table)
    found = (_inside(table, shift, keys, n) for n in spread(len(keys), most))
    return [target for target in found if target is not None][::-1]


def _keyframes(table: FrameTable) -> list[int]:
    first = bisect_right(table.segments, NO_SEGMENT)
    return [number for number in range(first, len(table)) if table.keyframes[number]]


def _inside(table: FrameTable, shift: Fraction, keys: Sequence[int], gop: int) -> SeekTarget | None:
    """Return a point in the middle of a frame of a group; leading pictures do not count."""
    end = keys[gop + 1] if gop + 1 < len(keys) else len(table)
    begin = table.times[keys[gop]]
    times = sorted(
        {
            table.times[number]
            for number in range(keys[gop], end)
            if table.times[number] >= begin and not table.hidden[number] and table.sizes[number]
        }
    )
    if not times:
        return None
    chosen = min(len(times) // 2, DEEPEST_SEEK)
    after = times[chosen + 1] if chosen + 1 < len(times) else None
    before = times[chosen - 1] if chosen else None
    start = table.seconds(times[chosen]) + shift
    length = _length(table, times[chosen], after, before)
    at = start + length / 2
    return None if at < 0 else SeekTarget(float(at), float(start))


def _length(table: FrameTable, time: int, after: int | None, before: int | None) -> Fraction:
    if after is not None:
        return table.seconds(after - time)
    return table.seconds(time - before) if before is not None else Fraction(1, 100)


def _inside_segments(found: SegmentMap, most: int) -> list[SeekTarget]:
    chosen = [found.segments[n] for n in spread(len(found.segments), most)]
    return [SeekTarget(max(0.0, float(s.start_s + s.duration_s / 2))) for s in reversed(chosen)]
