"""What HLS and DASH say of a live window. Both name the same segments."""

from collections.abc import Sequence
from fractions import Fraction

from studio.segments.cuts import codecs_of, usual_rate
from studio.segments.dash_text import (
    AdaptationSet,
    LiveTimes,
    Period,
    Representation,
    Template,
    live_mpd,
    static_mpd,
)
from studio.segments.hls_text import (
    HlsInit,
    HlsSegment,
    LivePlaylist,
    Sound,
    Variant,
    master_playlist,
    media_playlist,
)
from studio.segments.model import Track, TrackKind
from studio.streams.window import WindowState, WindowView
from studio.streams.window_join import MUXED
from studio.streams.window_lane import LaneView, WindowInit, WindowSegment

SOUND_GROUP = "audio"
MUXED_PLAYLIST = "media"
_LEAST_UPDATE_S = 0.5
_DELAY_SEGMENTS = 3
_UNEVEN_S = Fraction(1, 2)


def playlist_name(lane: LaneView) -> str:
    """Return the stem of a lane's media playlist."""
    return MUXED_PLAYLIST if lane.name == MUXED else lane.name


def init_path(lane: str, init: WindowInit) -> str:
    """Return an init segment's path below the stream's folder."""
    folder = "" if lane == MUXED else f"{lane}/"
    return f"{folder}init-{init.version}{init.suffix}"


def segment_suffix(init: WindowInit) -> str:
    """Return the suffix of media segments: ``.webm`` or ``.m4s``."""
    return ".m4s" if init.suffix == ".mp4" else init.suffix


def live_master(view: WindowView, query: str = "") -> str:
    """Return the multivariant playlist.

    Args:
        view: the window now.
        query: put behind each address, such as ``?viewer=ID``.
    """
    lead, *others = view.lanes
    sounds = [
        Sound(f"{playlist_name(one)}.m3u8{query}", "Audio", SOUND_GROUP, channels=_channels(one))
        for one in others
    ]
    codecs = [codecs_of(lane.newest_init.mime) for lane in view.lanes]
    video = _video(lead)
    variant = Variant(
        f"{playlist_name(lead)}.m3u8{query}",
        sum(lane.peak_bps for lane in view.lanes),
        sum(lane.mean_bps for lane in view.lanes),
        ",".join(filter(None, codecs)),
        video.width if video else 0,
        video.height if video else 0,
        usual_rate(lead.frame_rate),
        SOUND_GROUP if sounds else "",
    )
    return master_playlist([variant], sounds)


def live_media(view: WindowView, lane: LaneView, query: str = "", base: str = "../") -> str:
    """Return the media playlist of a lane; ``base`` leads from it to the stream's folder."""
    segments = []
    for segment in lane.segments:
        init = lane.inits[segment.version]
        uri = f"{base}{lane.name}/{segment.number}{segment_suffix(init)}{query}"
        where = HlsInit(f"{base}{init_path(lane.name, init)}{query}")
        at = view.zero_at + float(segment.start_s)
        segments.append(
            HlsSegment(uri, segment.duration_s, where, discontinuity=segment.discontinuity, at=at)
        )
    live = LivePlaylist(
        view.target_s,
        lane.segments[0].number,
        lane.discontinuity_sequence,
        view.state is WindowState.ENDED,
    )
    return media_playlist(segments, live)


def live_manifest(view: WindowView, now: float, query: str = "", base: str = "../") -> str:
    """Return the MPD: dynamic while the stream runs, static once it has ended.

    Args:
        view: the window now.
        now: the time of day, in s since 1970, on the clock of the window.
        query: put behind each address.
        base: leads from the manifest to the stream's folder.
    """
    versions = sorted({one.version for lane in view.lanes for one in lane.segments})
    periods = [_period(view, version, query, base) for version in versions]
    if view.state is WindowState.ENDED:
        return static_mpd(periods, _end_s(view))
    length_s = float(view.muxed.segments[-1].duration_s)
    delay_s = min(float(_DELAY_SEGMENTS * view.target_s), view.depth_s - view.target_s)
    times = LiveTimes(
        view.zero_at,
        view.changed_at,
        now,
        max(_LEAST_UPDATE_S, length_s / 2),
        view.depth_s,
        max(delay_s, length_s),
    )
    return live_mpd(periods, times)


def _end_s(view: WindowView) -> Fraction:
    """Return where the presentation ends: with the shorter track, unless it ends long before.

    Shaka Player (measured, 5.2.12) waits for ever for what a track lacks up to the end, when
    its last segment was known before the end was.
    """
    ends = [lane.segments[-1].end_s for lane in view.lanes]
    return min(ends) if max(ends) - min(ends) <= _UNEVEN_S else max(ends)


def _period(view: WindowView, version: int, query: str, base: str) -> Period:
    is_first = version == view.first_version
    start_s = Fraction(0) if is_first else view.muxed.starts_s[version]
    sets = []
    for lane in view.lanes:
        own = [one for one in lane.segments if one.version == version]
        if own:
            kind = "audio" if _video_of(lane.inits[version]) is None else "video"
            one = _representation(lane, own, start_s, query, base)
            sets.append(AdaptationSet(kind, (one,)))
    return Period(str(version), start_s, tuple(sets))


def _representation(
    lane: LaneView, own: Sequence[WindowSegment], start_s: Fraction, query: str, base: str
) -> Representation:
    init = lane.inits[own[0].version]
    video = _video_of(init)
    sound = init.tracks[0] if video is None else None
    media = f"{base}{lane.name}/$Number${segment_suffix(init)}{query}"
    where = f"{base}{init_path(lane.name, init)}{query}"
    return Representation(
        lane.name,
        init.mime.partition(";")[0],
        codecs_of(init.mime),
        lane.peak_bps,
        Template(where, media, own[0].number),
        tuple((one.start_s, one.duration_s) for one in own),
        init.tracks[0].timescale,
        start_s,
        video.width if video else 0,
        video.height if video else 0,
        usual_rate(lane.frame_rate) if video else Fraction(0),
        sound.sample_rate if sound else 0,
        sound.channels if sound else 0,
        is_closed=False,
    )


def _video(lane: LaneView) -> Track | None:
    return _video_of(lane.newest_init)


def _video_of(init: WindowInit) -> Track | None:
    return next((track for track in init.tracks if track.kind is TrackKind.VIDEO), None)


def _channels(lane: LaneView) -> int:
    return lane.newest_init.tracks[0].channels
