"""Independent witnesses of a map: ffmpeg's DASH manifests, its packets, and ffprobe's."""

import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import pytest

from studio.media.child import clean_environment
from studio.segments.model import SegmentMap, Track
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import AAC, ClipFactory
from tests.segments.building import Packet, packets
from tests.segments.conftest import B_FRAMES, FRAGMENTS, OPUS, VORBIS, VP8, VP9

MS = Fraction(1, 1000)
GOP = ("-g", "25", "-keyint_min", "25")
AV1 = ("-c:v", "libsvtav1", "-preset", "12", "-pix_fmt", "yuv420p")
HEVC = (
    *("-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-tag:v", "hvc1"),
    *("-x265-params", "log-level=none"),
)
NAMESPACE = {"d": "urn:mpeg:dash:schema:mpd:2011"}

STREAMS = {
    "h264-aac": (B_FRAMES, AAC, ()),
    "h264-10bit-he": (("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le"),
                      ("-c:a", "aac", "-ac", "2"), ()),
    "hevc-ac3": (HEVC, ("-c:a", "ac3"), ()),
    "av1-flac": (AV1, ("-c:a", "flac", "-strict", "-2"), ()),
    "vp9-opus-mp4": (VP9, OPUS, ("-dash_segment_type", "mp4")),
    "vp9-opus": (VP9, OPUS, ("-dash_segment_type", "webm")),
    "vp8-vorbis": (VP8, VORBIS, ("-dash_segment_type", "webm")),
    "vp9-10bit": ((*VP9, "-pix_fmt", "yuv420p10le"), OPUS, ("-dash_segment_type", "webm")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """What ffmpeg's manifest says of one file: ranges are (offset, size)."""

    path: Path
    codecs: str
    init: tuple[int, int] | None
    segments: tuple[tuple[int, int], ...]


def _span(text: str) -> tuple[int, int]:
    first, last = map(int, text.split("-"))
    return first, last + 1 - first


def _listed(manifest: Path) -> list[Listed]:
    tree = ElementTree.parse(manifest)
    found = []
    for shown in tree.iterfind(".//d:Representation", NAMESPACE):
        base = shown.find("d:BaseURL", NAMESPACE)
        init = shown.find(".//d:Initialization", NAMESPACE)
        ranges = (s.attrib["mediaRange"] for s in shown.iterfind(".//d:SegmentURL", NAMESPACE))
        assert base is not None
        assert base.text
        first = None if init is None or "range" not in init.attrib else _span(init.attrib["range"])
        path = manifest.parent / base.text
        found.append(Listed(path, shown.attrib["codecs"], first, tuple(map(_span, ranges))))
    return found


@pytest.fixture(params=list(STREAMS))
def listed(
    request: pytest.FixtureRequest, ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory
) -> list[Listed]:
    """One file for each track, cut by ffmpeg's DASH muxer."""
    video, audio, extra = STREAMS[request.param]
    folder = tmp_path_factory.mktemp("dash")
    command = [str(ffmpeg.path), "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=96x54:r=25:d=2.4"]
    command += ["-f", "lavfi", "-i", "sine=r=48000:d=2.4", *video, *GOP, *audio]
    command += ["-f", "dash", "-single_file", "1", "-seg_duration", "1", "-use_template", "0"]
    command += ["-use_timeline", "0", *extra, str(folder / "film.mpd")]
    environment = {"SVT_LOG": "1", **clean_environment()}
    subprocess.run(command, check=True, timeout=60, env=environment, capture_output=True)
    return _listed(folder / "film.mpd")


def test_codecs_and_segments_are_those_of_ffmpegs_manifest(listed: list[Listed]) -> None:
    """A range may hold two clusters; ffmpeg lists none for the last cluster that it writes."""
    assert len(listed) == 2
    for one in listed:
        found = read_segment_map(one.path)
        assert [track.codec_string for track in found.tracks] == [one.codecs]
        cut = [(segment.offset, segment.size) for segment in found.segments]
        for offset, size in one.segments:
            held = [part for part in cut if offset <= part[0] < offset + size]
            assert (held[0][0], sum(length for _, length in held)) == (offset, size)
            assert len(held) == 1 or found.path.suffix == ".webm"
        if one.init is not None:
            assert (found.init_offset, found.init_size) == one.init


@pytest.fixture(params=["vp8-vorbis", "vp9-opus-live", "h264-aac", "h264-alone", "opus-alone"])
def film(request: pytest.FixtureRequest, make_clip: ClipFactory) -> Path:
    """Both tracks in one file, or one alone."""
    name = str(request.param)
    size: str | None = "96x54"
    rate: int | None = 48_000
    video: Sequence[str] = VP8
    audio: Sequence[str] = VORBIS
    extra: Sequence[str] = GOP
    suffix = "webm"
    if name == "vp9-opus-live":
        video, audio, extra = VP9, OPUS, (*GOP, "-live", "1", "-cluster_time_limit", "300")
    elif name.startswith("h264"):
        video, audio, extra, suffix = B_FRAMES, AAC, (*GOP, *FRAGMENTS), "mp4"
        rate = None if name == "h264-alone" else 44_100
    elif name == "opus-alone":
        size, audio, extra = None, OPUS, ("-cluster_time_limit", "500")
    return make_clip(
        f"witness-{name}.{suffix}", size=size, seconds=2.4, sample_rate=rate,
        video=video, audio=audio, extra=extra,
    )  # fmt: skip


def test_segments_hold_the_packets_that_ffmpeg_reads(film: Path, ffmpeg: Ffmpeg) -> None:
    found, read = read_segment_map(film), packets(ffmpeg.path, film)
    assert len(found.segments) > 1
    for stream, track in enumerate(found.tracks):
        _compare(found, track, [packet for packet in read if packet.stream == stream])


def _compare(found: SegmentMap, track: Track, read: list[Packet]) -> None:
    """Compare each segment's part of a track with the packets it must hold, in file order."""
    spans = [s for segment in found.segments for s in segment.spans if s.track == track.number]
    assert sum(span.frames for span in spans) == len(read)
    delay_s = Fraction(track.codec_delay_ns, 10**9)
    close = 2 * MS if found.path.suffix == ".webm" else Fraction(1, 10**6)
    for span, end in zip(spans, accumulate(span.frames for span in spans), strict=True):
        mine = read[end - span.frames : end]
        first_s = min(packet.pts_s for packet in mine) + delay_s
        assert abs(span.start_s - first_s) <= close
        last_s = max(packet.pts_s + packet.duration_s for packet in mine) + delay_s
        assert abs(span.end_s - last_s) <= max(close, mine[-1].duration_s)
        assert span.keyframes == sum(packet.key for packet in mine)
        assert span.starts_with_keyframe == mine[0].key


def test_segments_begin_and_end_where_ffprobe_finds_their_packets(film: Path) -> None:
    probe = shutil.which("ffprobe")
    if probe is None:
        pytest.skip("NOT TESTED: ffprobe is not installed on this machine")
    command = [probe, "-v", "error", "-of", "json", "-show_entries", "packet=stream_index,pos"]
    done = subprocess.run([*command, str(film)], check=True, capture_output=True, timeout=60)
    places: dict[int, list[int]] = {}
    for packet in json.loads(done.stdout)["packets"]:
        places.setdefault(packet["stream_index"], []).append(int(packet["pos"]))
    found = read_segment_map(film)
    for stream, track in enumerate(found.tracks):
        held = [
            sum(segment.offset <= place < segment.offset + segment.size for place in places[stream])
            for segment in found.segments
        ]
        spans = {n: s for n, seg in enumerate(found.segments) for s in seg.spans
                 if s.track == track.number}  # fmt: skip
        assert held == [spans[n].frames if n in spans else 0 for n in range(len(held))]
