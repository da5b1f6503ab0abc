"""Codec strings from configuration bytes, and from files of real encoders."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.segments import codec_bits, mime
from studio.segments.model import Family, Track, TrackKind
from studio.segments.reader import read_segment_map
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.segments.conftest import FRAGMENTS

Codec = Callable[[bytes], str]


def _hevc(data: bytes) -> str:
    return mime.hevc_codec("hvc1", data)


def _avc3(data: bytes) -> str:
    return mime.avc_codec("avc3", data)


def _vp(data: bytes) -> str:
    return mime.vp_codec("vp09", data)


def _webm_vp9(data: bytes) -> str:
    return mime.matroska_codec("V_VP9", data)


def test_an_unknown_vp9_level_in_mp4_is_taken_from_the_size() -> None:
    unknown = bytes.fromhex("000081010d010000")
    assert mime.vp_codec("vp09", unknown, 320, 180) == "vp09.00.11.08"
    assert mime.vp_codec("vp09", unknown, 1920, 1080) == "vp09.00.40.08"


@pytest.mark.parametrize(
    ("codec", "data", "text"),
    [
        (_avc3, "0142c01effe1", "avc3.42c01e"),
        (_avc3, "01", ""),
        (_hevc, "01016000000090000000000078", "hvc1.1.6.L120.90"),
        (_hevc, "0122200000009800000000005d", "hvc1.2.4.H93.98"),
        (_hevc, "01416000000000000000000096", "hvc1.A1.6.L150"),
        (_hevc, "0101", ""),
        (mime.av1_codec, "81050c00", "av01.0.05M.08"),
        (mime.av1_codec, "81094c00", "av01.0.09M.10"),
        (mime.av1_codec, "814dec00", "av01.2.13H.12"),
        (mime.av1_codec, "81242000", "av01.1.04M.08.0.000.01.01.01.0"),
        (mime.av1_codec, "8104", ""),
        (_vp, "000a82020202", "vp09.00.10.08"),
        (_vp, "0233a2020202", "vp09.02.51.10"),
        (_webm_vp9, "010100 02011f 030108 040100", "vp09.00.31.08"),
        (_webm_vp9, "010102 020129 03010a", "vp09.02.41.10"),
        (_webm_vp9, "", "vp9"),
        (
            mime.esds_codec,
            "0319000100 0411 4015000000000000000000000000 05021210 0602",
            "mp4a.40.2",
        ),
        (
            mime.esds_codec,
            "0380808022 000200 0480808014 4015 000000 0001f400 0001f400 0580808002 f880",
            "mp4a.40.36",
        ),
        (mime.esds_codec, "03150001000410 6b15000000000000000000000000", "mp3"),
        (
            mime.esds_codec,
            "0322 0001 e0 00ff 02 6161 0003 0411 4015 000000 00000000 00000000 05022b10",
            "mp4a.40.5",
        ),
        (mime.esds_codec, "0319", ""),
    ],
)
def test_strings_follow_the_configuration(codec: Codec, data: str, text: str) -> None:
    assert codec(bytes.fromhex(data)) == text


VIDEO = Track(1, TrackKind.VIDEO, "", "vp8", 1000)
AUDIO = Track(2, TrackKind.AUDIO, "", "vorbis", 1000)
TEXT = Track(3, TrackKind.OTHER, "", "", 1000)


def test_a_type_lists_each_codec_once_picture_first() -> None:
    tracks = (AUDIO, TEXT, VIDEO, AUDIO)
    assert mime.mime_type(Family.WEBM, tracks) == 'video/webm; codecs="vp8,vorbis"'


def test_a_type_without_picture_is_audio() -> None:
    assert mime.mime_type(Family.MP4, (AUDIO,)) == 'audio/mp4; codecs="vorbis"'


def test_a_type_without_known_codecs_has_no_parameter() -> None:
    assert mime.mime_type(Family.WEBM, (TEXT,)) == "audio/webm"


@pytest.mark.parametrize(
    ("width", "height", "rate", "level"),
    [(256, 144, 15, 10), (640, 360, 30, 21), (1280, 720, 30, 31), (1920, 1080, 30, 40),
     (1920, 1080, 60, 41), (3840, 2160, 60, 51), (0, 0, 30, 0), (60_000, 60_000, 30, 0)],
)  # fmt: skip
def test_the_vp9_level_follows_size_and_rate(
    width: int, height: int, rate: float, level: int
) -> None:
    assert codec_bits.vp9_level(width, height, rate) == level


@pytest.mark.parametrize(
    ("toc", "samples"),
    [("7c", 960), ("7d", 1920), ("fc", 960), ("18", 2880), ("6300", 0), ("6302", 960), ("63", 0),
     ("", 0)],
)  # fmt: skip
def test_an_opus_packet_tells_its_length(toc: str, samples: int) -> None:
    assert codec_bits.opus_samples(bytes.fromhex(toc)) == samples


def test_a_frame_that_is_no_vp9_keyframe_tells_nothing() -> None:
    assert codec_bits.vp9_header(b"") is None
    assert codec_bits.vp9_header(b"\x86\x00\x40\x92") is None
    assert codec_bits.vp9_header(b"\x00" * 16) is None


VP9_10_BIT = ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p10le", "-deadline", "realtime")
VP9_444 = ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv444p", "-deadline", "realtime")
HEVC = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none")
AV1 = ("-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime", "-pix_fmt", "yuv420p")


@pytest.mark.parametrize(
    ("name", "options", "string"),
    [
        ("10.webm", VP9_10_BIT, "vp09.02.11.10"),
        ("444.webm", VP9_444, "vp09.01.11.08"),
        ("hvc1.mp4", (*HEVC, "-pix_fmt", "yuv420p", "-tag:v", "hvc1"), "hvc1.1.6.L60.90"),
        ("hev1.mp4", (*HEVC, "-pix_fmt", "yuv420p10le"), "hev1.2.4.L60.90"),
        ("av1.mp4", AV1, "av01.0.00M.08"),
        ("av1.webm", AV1, "av01.0.00M.08"),
        ("vp9.mp4", (*VP9_10_BIT[:2], "-deadline", "realtime", "-pix_fmt", "yuv420p"),
         "vp09.00.11.08"),
    ],
)  # fmt: skip
def test_encoders_pictures_are_named(
    make_clip: ClipFactory, name: str, options: tuple[str, ...], string: str
) -> None:
    extra = FRAGMENTS if name.endswith("mp4") else ()
    video = (*options, "-b:v", "200k", "-threads", "1")
    path = make_clip(f"s-mime-{name}", seconds=0.4, video=video, sample_rate=None, extra=extra)
    assert _string_of(path) == string


@pytest.mark.parametrize(
    ("name", "options", "string"),
    [
        ("mp3.mp4", ("-c:a", "libmp3lame"), "mp3"),
        ("flac.mp4", ("-c:a", "flac"), "flac"),
        ("opus.mp4", ("-c:a", "libopus"), "opus"),
        ("ac3.mp4", ("-c:a", "ac3"), "ac-3"),
        ("aac.mov", ("-c:a", "aac"), "mp4a.40.2"),
        ("aac.mkv", ("-c:a", "aac"), "mp4a.40.2"),
    ],
)
def test_encoders_sounds_are_named(
    make_clip: ClipFactory, name: str, options: tuple[str, ...], string: str
) -> None:
    path = make_clip(f"s-mime-{name}", seconds=0.5, size=None, sample_rate=48_000, audio=options)
    assert _string_of(path) == string


DASH_CODECS = {
    "h264.mp4": ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv422p10le"),
    "av1.mp4": (*AV1, "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"),
    "av1-full.webm": (*AV1, "-colorspace", "bt709", "-color_range", "pc"),
    "vp9.webm": VP9_444,
    "vp8.webm": ("-c:v", "libvpx", "-deadline", "realtime"),
}


@pytest.mark.parametrize("name", DASH_CODECS)
def test_names_are_those_of_ffmpegs_dash_manifest(
    make_clip: ClipFactory, ffmpeg: Ffmpeg, tmp_path: Path, name: str
) -> None:
    extra = FRAGMENTS if name.endswith("mp4") else ()
    video = (*DASH_CODECS[name], "-b:v", "200k", "-threads", "1")
    path = make_clip(f"s-dash-{name}", seconds=0.4, video=video, sample_rate=None, extra=extra)
    assert _manifest_codecs(ffmpeg, path, tmp_path) == [_string_of(path)]


def _manifest_codecs(ffmpeg: Ffmpeg, path: Path, folder: Path) -> list[str]:
    kind = "webm" if path.suffix == ".webm" else "mp4"
    command = [str(ffmpeg.path), "-v", "error", "-i", f"file:{path}", "-c", "copy", "-f", "dash"]
    command += ["-dash_segment_type", kind, "-single_file", "1", "x.mpd"]
    subprocess.run(command, check=True, cwd=folder, timeout=60)
    return re.findall(r'codecs="([^"]*)"', (folder / "x.mpd").read_text(encoding="utf-8"))


def test_pictures_that_are_not_4_2_0_have_the_long_name_of_av1() -> None:
    assert mime.av1_codec(bytes((0x81, 0x20, 0x00, 0x00))) == "av01.1.00M.08.0.000.01.01.01.0"


def test_a_cut_sequence_header_of_av1_names_no_colours() -> None:
    assert mime.av1_codec(bytes((0x81, 0, 0x0C, 0, 0x0A, 0x01, 0))) == "av01.0.00M.08"


def test_mp4_names_every_track_and_webm_the_first_of_a_kind() -> None:
    tracks = [
        Track(number, TrackKind.AUDIO, "", text, 1000)
        for number, text in enumerate(("opus", "opus", "flac"), start=1)
    ]
    assert mime.mime_type(Family.MP4, tracks) == 'audio/mp4; codecs="opus,opus,flac"'
    assert mime.mime_type(Family.WEBM, tracks) == 'audio/webm; codecs="opus"'


def _string_of(path: Path) -> str:
    (track,) = read_segment_map(path).tracks
    return track.codec_string
