"""The tracks of a file as Firefox sees them, before it demuxes them.

Source: Firefox dom/media/mp4/MoofParser.cpp (edit lists), dom/media/webm/WebMDemuxer.cpp.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from studio.segments import codec_bits
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, TrackKind
from studio.segments.source import ByteSource
from studio.verdict.simulation.timeline import MICROSECONDS

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
    if table.misread_ns >= 0 and written:
        written[-1] = table.misread_ns // _NS_PER_US
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


def shift_s(feed: Feed) -> Fraction:
    """Return what Firefox adds to composition times."""
    return Fraction(feed.delay, feed.clock)
