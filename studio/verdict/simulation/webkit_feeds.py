"""Frames as WebKit's GStreamer demuxers hand them on, in microseconds.

Source: measured with WebKitGTK 2.50.6 (GStreamer 1.22), where no other is named.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub

from studio.segments import avc
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Family, TrackKind
from studio.verdict.simulation.firefox_demuxers import missing_decode_times
from studio.verdict.simulation.timeline import MICROSECONDS, Ticks
from studio.verdict.simulation.webkit_buffer import Sample

NO_LENGTH_US = 16_667
"""A picture of which neither block nor track tells the length."""
ROUNDING_US = 2_000
STRETCHED_US = 100_000
"""A first frame that is shown up to here is shown from 0. Source: AppendPipeline.cpp."""
WEBVTT = "D_WEBVTT/"
_MP4_SUBTITLES = frozenset({"tx3g", "wvtt", "stpp"})
_EMPTY_TEXT_BYTES = 2
_STEPS_LOOKED_AT = 200
_NS_PER_US = 1_000


@dataclass(slots=True)
class Feed:
    """One track: presentation and decode times and lengths of all its frames."""

    table: FrameTable
    starts: Sequence[int]
    decodes: Sequence[int]
    lengths: Sequence[int]
    all_keys: bool
    end_guessed: bool = False
    """Nothing tells how long the last picture is; without sound its end is not always found."""

    def samples(self, frames: range) -> list[Sample]:
        """Return frames as samples, those without bytes left out."""
        keys, sizes = self.table.keyframes, self.table.sizes
        return [
            Sample(
                n, self.starts[n], self.lengths[n], self.decodes[n], self.all_keys or keys[n] > 0
            )
            for n in frames
            if sizes[n]
        ]

    def span(self, first: int, stop: int) -> range:
        """Return the frames of the segments from ``first`` up to ``stop``."""
        column = self.table.segments
        return range(bisect_left(column, first), bisect_left(column, stop))

    def ahead(self) -> Ticks:
        """Return least and greatest distance from decode to presentation time."""
        distances = list(map(sub, self.starts, self.decodes))
        return min(distances, default=0), max(distances, default=0)


def make_feeds(media: MediaFrames) -> list[Feed]:
    """Return the first video track and the first audio track."""
    missing = missing_decode_times(media)
    feeds = []
    for kind in (TrackKind.VIDEO, TrackKind.AUDIO):
        track = media.map.track_of(kind)
        table = None if track is None else media.table_of(track.number)
        if table is not None:
            is_webm = media.map.family is Family.WEBM
            feeds.append(_from_webm(table) if is_webm else _from_mp4(table, missing))
    return feeds


def subtitle_tables(media: MediaFrames) -> list[FrameTable]:
    """Return the tracks of subtitles, which WebKitGTK buffers like picture and sound.

    Chapters (``text``) and time codes are none of them.
    """
    return [
        table
        for table in media.tables
        if table.track.codec_id in _MP4_SUBTITLES
        or table.track.codec_id.startswith(("S_TEXT/", WEBVTT))
    ]


def shown_texts(table: FrameTable, first: int, stop: int) -> list[Ticks]:
    """Return when the subtitles of some segments are shown; empty ones of MP4 are not there."""
    top, bottom = MICROSECONDS * table.ticks_per_s.denominator, table.ticks_per_s.numerator
    frames = range(bisect_left(table.segments, first), bisect_left(table.segments, stop))
    return [
        (table.times[n] * top // bottom, (table.times[n] + table.durations[n]) * top // bottom)
        for n in frames
        if table.sizes[n] > _EMPTY_TEXT_BYTES and table.durations[n] > 0
    ]


def _from_webm(table: FrameTable) -> Feed:
    """CodecDelay is taken off; what is before 0 then is at 0."""
    track = table.track
    is_audio = track.kind is TrackKind.AUDIO
    ns = 10**9 * table.ticks_per_s.denominator // table.ticks_per_s.numerator
    delay_us = track.codec_delay_ns // _NS_PER_US if is_audio else 0
    starts = [max(0, ticks * ns // _NS_PER_US - delay_us) for ticks in table.times]
    _spread_laces(table, starts)
    usual = (track.default_duration_ns or 0) // _NS_PER_US
    if not usual:
        usual = _usual_step(starts) if is_audio else NO_LENGTH_US
    lengths = [ticks * ns // _NS_PER_US if ticks >= 0 else usual for ticks in table.durations]
    if track.codec_id == "V_VP9" and track.default_duration_ns:
        lengths = [usual] * len(lengths)  # the parser knows no other
    guessed = not (is_audio or track.default_duration_ns or not len(table))
    return Feed(table, starts, starts, lengths, is_audio, guessed and table.durations[-1] < 0)


def _spread_laces(table: FrameTable, starts: list[int]) -> None:
    """Give the frames of each laced block times of their own, evenly up to the next block."""
    first, step = 0, 0
    while first < len(starts):
        last = first
        while table.is_laced(last):
            last += 1
        count = last + 1 - first
        if last + 1 < len(starts):
            step = max(0, starts[last + 1] - starts[first]) // count
        for place in range(1, count):
            starts[first + place] += place * step
        first = last + 1


def _usual_step(starts: Sequence[int]) -> int:
    few = starts[:_STEPS_LOOKED_AT]
    steps = Counter(map(sub, few[1:], few))
    return max(0, steps.most_common(1)[0][0]) if steps else 20_000


def _from_mp4(table: FrameTable, missing: frozenset[tuple[int, int]]) -> Feed:
    """Edit lists are not read; a fragment without decode time begins at 0.

    A picture of H.264 is no longer than its stream's frame rate says, whatever MP4 says. Of
    VP9 without a constant rate it is taken for short: it is as long as the pictures around it
    are on the average, or 16.7 ms.
    """
    top = MICROSECONDS * table.ticks_per_s.denominator
    bottom = table.ticks_per_s.numerator
    times, decodes = list(table.times), list(table.decode_times)
    for segment, track in missing:
        if track == table.track.number:
            _restart(table, segment, times, decodes)
    starts = [ticks * top // bottom for ticks in times]
    ends = [
        (ticks + max(0, length)) * top // bottom
        for ticks, length in zip(times, table.durations, strict=True)
    ]
    lengths = list(map(sub, ends, starts))
    if table.track.codec_id == "vp09" and _varies(lengths):
        lengths = [min(length, NO_LENGTH_US) for length in lengths]
    if avc.is_avc(table.track.codec_id) or avc.is_hevc(table.track.codec_id):
        usual = _usual_step([ticks * top // bottom for ticks in table.decode_times])
        lengths = [min(length, usual) for length in lengths]
    feed = Feed(
        table,
        starts,
        [ticks * top // bottom for ticks in decodes],
        lengths,
        table.track.kind is TrackKind.AUDIO,
    )
    for n, decode in enumerate(feed.decodes):
        if decode == 0 and 0 < starts[n] <= STRETCHED_US:
            lengths[n] += starts[n]
            starts[n] = 0
    return feed


def _varies(lengths: Sequence[int]) -> bool:
    """Tell whether pictures differ in length by more than rounding; the last is left out."""
    return len(lengths) > 2 and max(lengths[:-1]) - min(lengths[:-1]) > ROUNDING_US


def _restart(table: FrameTable, segment: int, times: list[int], decodes: list[int]) -> None:
    begin = bisect_left(table.segments, segment)
    stop = bisect_left(table.segments, segment + 1)
    if begin == stop:
        return
    base = decodes[begin]
    for n in range(begin, stop):
        times[n] -= base
        decodes[n] -= base
