"""Playlists and manifests over the very bytes that the room serves, by byte ranges."""

from fractions import Fraction

from studio.segments.cuts import codecs_of, cuts_of, mean_bps, peak_bps
from studio.segments.dash_text import (
    AdaptationSet,
    ByteList,
    Period,
    Profile,
    Representation,
    static_mpd,
)
from studio.segments.hls_text import (
    ByteSpan,
    HlsInit,
    HlsSegment,
    Variant,
    master_playlist,
    media_playlist,
)
from studio.segments.model import SegmentMap, TrackKind

MEDIA = "../../media/file"
"""From a manifest's folder to the file."""


def hls_master(found: SegmentMap, uri: str = "media.m3u8") -> str:
    """Return a multivariant playlist with one variant."""
    cuts = cuts_of(found)
    video = found.track_of(TrackKind.VIDEO)
    variant = Variant(
        uri,
        peak_bps(cuts),
        mean_bps(cuts),
        codecs_of(found.mime),
        video.width if video else 0,
        video.height if video else 0,
    )
    return master_playlist([variant], independent=all(cut.keyframe for cut in cuts))


def hls_media(found: SegmentMap, media: str = MEDIA, *, numbered: bool = False) -> str:
    """Return the media playlist: every segment as a byte range of the file.

    Args:
        found: how the file is cut.
        media: from the playlist to the file.
        numbered: give each segment an address of its own by a query that the server ignores.
            Ranges of one address that follow one another ffmpeg asks for in one go over HTTP,
            and shows only the first (measured, 9.0.2; its own playlists, too).
    """
    init = HlsInit(media, ByteSpan(found.init_offset, found.init_size))
    cuts = cuts_of(found)
    join = "&" if "?" in media else "?"
    segments = [
        HlsSegment(f"{media}{join}n={n}" if numbered else media, cut.duration_s, init, cut.span)
        for n, cut in enumerate(cuts)
    ]
    return media_playlist(segments, independent=all(cut.keyframe for cut in cuts))


def dash_manifest(found: SegmentMap, media: str = MEDIA) -> str:
    """Return an MPD with one representation that holds every track of the file."""
    cuts = cuts_of(found)
    video, sound = (found.track_of(kind) for kind in (TrackKind.VIDEO, TrackKind.AUDIO))
    init = ByteSpan(found.init_offset, found.init_size)
    one = Representation(
        "1",
        found.mime.partition(";")[0],
        codecs_of(found.mime),
        mean_bps(cuts),
        ByteList(media, init, tuple(cut.span for cut in cuts)),
        tuple((cut.start_s, cut.duration_s) for cut in cuts),
        width=video.width if video else 0,
        height=video.height if video else 0,
        sample_rate=sound.sample_rate if sound and not video else 0,
    )
    kind = "video" if video else "audio"
    length_s = max((cut.end_s for cut in cuts), default=found.duration_s)
    period = Period("1", Fraction(0), (AdaptationSet(kind, (one,)),))
    return static_mpd([period], length_s, Profile.FULL)
