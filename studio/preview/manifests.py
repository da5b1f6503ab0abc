"""Playlists and manifests over the very bytes that the room serves, by byte ranges.

Source: RFC 8216 (HLS; EXT-X-MAP and EXT-X-BYTERANGE), ISO/IEC 23009-1 (DASH; SegmentList
with SegmentTimeline).
"""

import re
from fractions import Fraction
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from studio.segments.model import SegmentMap, Track, TrackKind

MEDIA = "../../media/file"
"""From a manifest's folder to the file."""

_TIMESCALE = 1_000_000
_CODECS = re.compile(r'codecs="([^"]*)"')
_LEAST_BANDWIDTH = 1000


def hls_master(found: SegmentMap) -> str:
    """Return a multivariant playlist with one variant."""
    told = [f"BANDWIDTH={_peak(found)}", f"AVERAGE-BANDWIDTH={_mean(found)}"]
    codecs = _codecs(found)
    told += [f'CODECS="{codecs}"'] if codecs else []
    video = found.track_of(TrackKind.VIDEO)
    if video is not None and video.width and video.height:
        told.append(f"RESOLUTION={video.width}x{video.height}")
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    if not all(segment.keyframe for segment in found.segments):
        lines.pop()
    return "\n".join([*lines, f"#EXT-X-STREAM-INF:{','.join(told)}", "media.m3u8", ""])


def hls_media(found: SegmentMap) -> str:
    """Return the media playlist: every segment as a byte range of the file."""
    durations = _durations(found)
    longest = max((round(float(length) + 0.5) for length in durations), default=1)
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        f"#EXT-X-TARGETDURATION:{max(1, longest)}",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        f'#EXT-X-MAP:URI="{MEDIA}",BYTERANGE="{found.init_size}@{found.init_offset}"',
    ]
    for segment, length in zip(found.segments, durations, strict=True):
        lines.append(f"#EXTINF:{float(length):.6f},")
        lines.append(f"#EXT-X-BYTERANGE:{segment.size}@{segment.offset}")
        lines.append(MEDIA)
    return "\n".join([*lines, "#EXT-X-ENDLIST", ""])


def dash_manifest(found: SegmentMap) -> str:
    """Return an MPD with one representation that holds every track of the file."""
    length_s = max((segment.end_s for segment in found.segments), default=found.duration_s)
    video = found.track_of(TrackKind.VIDEO)
    kind = "video" if video is not None else "audio"
    base = found.mime.partition(";")[0]
    attributes = [f'id="1" bandwidth="{_mean(found)}" mimeType={quoteattr(base)}']
    attributes.append(f"codecs={quoteattr(_codecs(found))}")
    attributes.append(_shape(video) if video is not None else _sound(found))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:full:2011"
 type="static" mediaPresentationDuration="PT{float(length_s):.6f}S" minBufferTime="PT2S">
 <Period id="1" start="PT0S">
  <AdaptationSet id="1" contentType="{kind}" segmentAlignment="true">
   <Representation {" ".join(attributes)}>
    <SegmentList timescale="{_TIMESCALE}">
     <Initialization sourceURL="{MEDIA}" range="{_range(found.init_offset, found.init_size)}"/>
     <SegmentTimeline>
{_timeline(found)}
     </SegmentTimeline>
{_segment_urls(found)}
    </SegmentList>
   </Representation>
  </AdaptationSet>
 </Period>
</MPD>
"""


def _shape(video: Track) -> str:
    return f'width="{video.width}" height="{video.height}"'


def _sound(found: SegmentMap) -> str:
    track = found.track_of(TrackKind.AUDIO)
    return f'audioSamplingRate="{track.sample_rate}"' if track and track.sample_rate else ""


def _timeline(found: SegmentMap) -> str:
    rows = []
    lengths = _durations(found)
    at = _ticks(found.segments[0].start_s) if found.segments else 0
    for segment, length in zip(found.segments, lengths, strict=True):
        at = _ticks(segment.start_s)
        rows.append(f'      <S t="{at}" d="{max(1, _ticks(segment.start_s + length) - at)}"/>')
    return "\n".join(rows)


def _segment_urls(found: SegmentMap) -> str:
    return "\n".join(
        f'     <SegmentURL media="{MEDIA}" mediaRange="{_range(segment.offset, segment.size)}"/>'
        for segment in found.segments
    )


def _range(offset: int, size: int) -> str:
    return f"{offset}-{offset + size - 1}"


def _ticks(time_s: Fraction) -> int:
    return max(0, round(time_s * _TIMESCALE))


def _durations(found: SegmentMap) -> list[Fraction]:
    """Return how long each segment is: up to the next one's start, so that nothing overlaps."""
    starts = [max(Fraction(0), segment.start_s) for segment in found.segments]
    lengths = [max(after - before, Fraction(0)) for before, after in pairwise(starts)]
    if found.segments:
        lengths.append(max(found.segments[-1].end_s - starts[-1], Fraction(1, 1000)))
    return lengths


def _codecs(found: SegmentMap) -> str:
    told = _CODECS.search(found.mime)
    return told[1].replace(" ", "") if told else ""


def _mean(found: SegmentMap) -> int:
    length = sum(_durations(found), Fraction(0))
    size = sum(segment.size for segment in found.segments)
    return max(_LEAST_BANDWIDTH, round(size * 8 / length)) if length else _LEAST_BANDWIDTH


def _peak(found: SegmentMap) -> int:
    rates = (
        segment.size * 8 / length
        for segment, length in zip(found.segments, _durations(found), strict=True)
        if length
    )
    return max(_LEAST_BANDWIDTH, round(max(rates, default=_LEAST_BANDWIDTH)))
