"""Every coded frame of a file, track by track, in flat arrays: what a SourceBuffer will see."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction

from studio.segments.model import SegmentMap, Track

NO_SEGMENT = -1
"""Segment number of frames that belong to none (a plain MP4's)."""


@dataclass(slots=True)
class FrameTable:
    """The coded frames of one track in file order (which is decode order).

    All arrays have one entry per frame; about 50 bytes of memory for each. Times are ticks
    of ``ticks_per_s`` (MP4: the track's timescale; WebM: 10^9 / TimestampScale).

    ``offsets`` and ``sizes``: where the frame's own bytes stand (the payload, not its header).
    MP4 offsets are those of ISO/IEC 14496-12, also where browsers read other bytes.
    ``decode_times``: MP4's decode times; in WebM the block's time.
    ``times``: presentation times as stored: MP4 composition times *without* the edit list,
    WebM block times without CodecDelay.
    ``durations``: as written (trun, trex, tfhd, stts; BlockDuration), -1 where nothing is
    written for this frame (WebM; DefaultDuration is not filled in here).
    ``keyframes``: 1 for a sync sample or keyframe block, as the container says; where H.264 or
    H.265 itself says otherwise (at the beginnings of segments, and at frames so marked) that
    counts, as in browsers, and the frame's number is in ``contradicted``.
    ``segments``: number of the segment in the map, NO_SEGMENT for none: all of a plain MP4, and
    what the moov box of a fragmented one lists, which no browser plays.
    ``hidden``: 1 for a frame that is decoded and never shown (VP8's alternate reference).
    ``broken``: numbers of the frames looked at for that whose bytes are no picture.
    ``misread_ns``: how long Firefox takes the last frame to be, -1: as written. See
    ``webm_cluster_check.PaddingWatch``.
    """

    track: Track
    ticks_per_s: Fraction
    offsets: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    decode_times: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[int]" = field(default_factory=lambda: array("q"))
    durations: "array[int]" = field(default_factory=lambda: array("q"))
    segments: "array[int]" = field(default_factory=lambda: array("l"))
    keyframes: bytearray = field(default_factory=bytearray)
    hidden: bytearray = field(default_factory=bytearray)
    misread_ns: int = -1
    contradicted: "array[int]" = field(default_factory=lambda: array("q"))
    broken: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.offsets)

    def segment_starts(self) -> list[int]:
        """Return the number of the first frame in each segment that holds any."""
        starts = []
        position = bisect_right(self.segments, NO_SEGMENT)
        while position < len(self.segments):
            starts.append(position)
            position = bisect_right(self.segments, self.segments[position], position)
        return starts

    def is_laced(self, frame: int) -> bool:
        """Tell whether a frame of WebM and the next one stand in the same block."""
        if frame + 1 >= len(self.offsets) or self.times[frame] != self.times[frame + 1]:
            return False
        return self.offsets[frame] + self.sizes[frame] == self.offsets[frame + 1]

    def seconds(self, ticks: int) -> Fraction:
        """Return ticks of this track as exact seconds."""
        return ticks / self.ticks_per_s


@dataclass(frozen=True, slots=True)
class MediaFrames:
    """A segment map in full detail and the frames of its tracks, in the map's track order.

    ``movie_timescale`` is what MP4 edit durations count in (1 for WebM).
    """

    map: SegmentMap
    tables: tuple[FrameTable, ...]
    movie_timescale: int = 1

    def table_of(self, track: int) -> FrameTable | None:
        """Return the table of a track number, or None."""
        return next((table for table in self.tables if table.track.number == track), None)
