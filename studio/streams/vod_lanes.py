"""A file as HLS and DASH list it: each track by itself, cut where the file is cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from studio.segments.cuts import codecs_of, frame_rate_of, usual_rate
from studio.segments.dash_text import (
    AdaptationSet,
    Period,
    Representation,
    Template,
    static_mpd,
)
from studio.segments.hls_text import (
    LEAST_BANDWIDTH,
    HlsInit,
    HlsSegment,
    Sound,
    Variant,
    master_playlist,
    media_playlist,
)
from studio.segments.mime import mime_type
from studio.segments.model import Family, SegmentMap, Track, TrackKind

SOUND_GROUP = "audio"
SEGMENTS = "segments"
_LEAST_S = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class VodSegment:
    """One track's share of the file's segment ``index``."""

    index: int
    start_s: Fraction
    duration_s: Fraction


@dataclass(frozen=True, slots=True)
class VodLane:
    """What one rendition of a file is made of.

    ``name`` is the folder of its segments, which are counted from ``first``: ``segments`` for a
    file with one track, whose segments it then are. Rates are in bit/s.
    """

    name: str
    track: Track
    mime: str
    segments: tuple[VodSegment, ...]
    first: int
    mean_bps: int
    peak_bps: int
    frame_rate: Fraction

    @property
    def suffix(self) -> str:
        """Of its init segment."""
        return ".webm" if "/webm" in self.mime else ".mp4"

    @property
    def init_path(self) -> str:
        """Below the stream's folder."""
        folder = "" if self.name == SEGMENTS else f"{self.name}/"
        return f"{folder}init{self.suffix}"

    @property
    def segment_suffix(self) -> str:
        """Of its media segments."""
        return ".webm" if self.suffix == ".webm" else ".m4s"

    @property
    def is_video(self) -> bool:
        """Whether it is the picture."""
        return self.track.kind is TrackKind.VIDEO


def lanes_of(found: SegmentMap, sizes: Mapping[int, Mapping[int, int]]) -> tuple[VodLane, ...]:
    """Return the picture and the sound of a file, the first of each.

    Args:
        found: how it is cut.
        sizes: bytes of each track's frames in each segment, by the track's number, then by
            the segment's.
    """
    both = (found.track_of(TrackKind.VIDEO), found.track_of(TrackKind.AUDIO))
    tracks = [track for track in both if track is not None]
    lanes = []
    for track in tracks:
        segments = _segments_of(found, track.number)
        if not segments:
            continue
        weights = _weights_of(found, segments, sizes, track.number)
        length_s = sum((one.duration_s for one in segments), Fraction(0))
        is_alone = len(tracks) == 1
        lanes.append(
            VodLane(
                SEGMENTS if is_alone else track.kind.value,
                track,
                mime_type(found.family, [track]),
                segments,
                0 if is_alone else 1,
                max(LEAST_BANDWIDTH, round(sum(weights) * 8 / length_s)),
                _peak_bps(segments, weights),
                usual_rate(frame_rate_of(found)) if track.kind is TrackKind.VIDEO else Fraction(0),
            )
        )
    return tuple(lanes)


def vod_master(lanes: tuple[VodLane, ...], query: str = "") -> str:
    """Return the multivariant playlist; ``query`` is put behind each address."""
    lead, *others = lanes
    sounds = [
        Sound(f"{one.name}.m3u8{query}", "Audio", SOUND_GROUP, channels=one.track.channels)
        for one in others
    ]
    variant = Variant(
        f"{playlist_name(lead)}.m3u8{query}",
        sum(lane.peak_bps for lane in lanes),
        sum(lane.mean_bps for lane in lanes),
        ",".join(filter(None, (codecs_of(lane.mime) for lane in lanes))),
        lead.track.width if lead.is_video else 0,
        lead.track.height if lead.is_video else 0,
        lead.frame_rate,
        SOUND_GROUP if sounds else "",
    )
    return master_playlist([variant], sounds)


def playlist_name(lane: VodLane) -> str:
    """Return the stem of a lane's media playlist."""
    return "media" if lane.name == SEGMENTS else lane.name


def vod_media(lane: VodLane, query: str = "", base: str = "../") -> str:
    """Return a lane's media playlist; ``base`` leads from it to the stream's folder."""
    init = HlsInit(f"{base}{lane.init_path}{query}")
    segments = [
        HlsSegment(f"{base}{lane.name}/{number}{lane.segment_suffix}{query}", one.duration_s, init)
        for number, one in enumerate(lane.segments, lane.first)
    ]
    return media_playlist(segments)


def vod_manifest(lanes: tuple[VodLane, ...], query: str = "", base: str = "../") -> str:
    """Return the MPD."""
    sets = tuple(
        AdaptationSet("video" if lane.is_video else "audio", (_representation(lane, query, base),))
        for lane in lanes
    )
    length_s = max(lane.segments[-1].start_s + lane.segments[-1].duration_s for lane in lanes)
    return static_mpd([Period("0", Fraction(0), sets)], length_s)


def _representation(lane: VodLane, query: str, base: str) -> Representation:
    track = lane.track
    return Representation(
        lane.name,
        lane.mime.partition(";")[0],
        codecs_of(lane.mime),
        lane.peak_bps,
        Template(
            f"{base}{lane.init_path}{query}",
            f"{base}{lane.name}/$Number${lane.segment_suffix}{query}",
            lane.first,
        ),
        tuple((one.start_s, one.duration_s) for one in lane.segments),
        track.timescale,
        width=track.width if lane.is_video else 0,
        height=track.height if lane.is_video else 0,
        frame_rate=lane.frame_rate,
        sample_rate=0 if lane.is_video else track.sample_rate,
        channels=0 if lane.is_video else track.channels,
    )


def _segments_of(found: SegmentMap, number: int) -> tuple[VodSegment, ...]:
    """Return where a track's segments begin; each lasts up to the next one."""
    spans = [
        (index, span)
        for index, segment in enumerate(found.segments)
        for span in segment.spans
        if span.track == number
    ]
    if not spans:
        return ()
    starts = [max(Fraction(0), span.start_s) for _, span in spans]
    lengths = [max(_LEAST_S, after - before) for before, after in pairwise(starts)]
    lengths.append(max(_LEAST_S, spans[-1][1].end_s - starts[-1]))
    return tuple(
        VodSegment(index, start_s, length_s)
        for (index, _), start_s, length_s in zip(spans, starts, lengths, strict=True)
    )


def _weights_of(
    found: SegmentMap,
    segments: tuple[VodSegment, ...],
    sizes: Mapping[int, Mapping[int, int]],
    number: int,
) -> list[int]:
    """Return the bytes of each of a track's segments, or a little more.

    To the track's frames comes all that the file's segment holds besides frames, also of the
    other tracks: a rate may be told too high, and not too low (RFC 8216, section 4.3.4.2).
    """
    weights = []
    for one in segments:
        others = sum(size.get(one.index, 0) for track, size in sizes.items() if track != number)
        weights.append(found.segments[one.index].size - others)
    return weights


def _peak_bps(segments: tuple[VodSegment, ...], weights: list[int]) -> int:
    """Return the highest rate of a segment; a last one that is shorter than all says nothing."""
    rates = [size * 8 / one.duration_s for one, size in zip(segments, weights, strict=True)]
    if rates[1:] and segments[-1].duration_s < min(one.duration_s for one in segments[:-1]):
        rates.pop()
    return max([LEAST_BANDWIDTH, *map(round, rates)])


def needs_mp4(found: SegmentMap) -> bool:
    """Tell whether HLS cannot carry this file."""
    return found.family is not Family.MP4
