"""Ordinary but awkward sources come out right: every result is probed again."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from studio.transcode.model import Overrides
from tests.conftest import X264, ClipFactory
from tests.transcode.conftest import Studio

BOTH = pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
FAST = Overrides(extra=(("speed", "fastest"),))


def _corner(studio: Studio, path: Path, where: str) -> tuple[int, int, int]:
    """Return the mean colour of a 16 x 16 corner of the first picture."""
    command = [str(studio.ffmpeg.path), "-v", "error", "-i", f"file:{path}", "-frames:v", "1"]
    command += ["-vf", f"crop=16:16:{where},scale=1:1:flags=area", "-f", "rawvideo"]
    done = subprocess.run([*command, "-pix_fmt", "rgb24", "-"], capture_output=True, check=True)
    red, green, blue = done.stdout[:3]
    return red, green, blue


@BOTH
@pytest.mark.parametrize("size", ["319x179", "321x180", "320x181", "3x3"])
def test_odd_sizes_become_even(
    studio: Studio, make_clip: ClipFactory, preset: str, size: str
) -> None:
    lossless = ("-c:v", "ffv1", "-pix_fmt", "yuv444p")
    source = make_clip(f"odd-{size}.mkv", size=size, seconds=0.4, video=lossless, sample_rate=None)
    result, plan = studio.encode(source, preset, FAST)
    video = studio.probe(result).video[0]
    width, height = (int(side) for side in size.split("x"))
    assert (video.width, video.height) == (width - width % 2, height - height % 2)
    assert (plan.width, plan.height) == (video.width, video.height)
    assert video.pixel_aspect == 1


@BOTH
@pytest.mark.parametrize("pixels", ["yuv420p10le", "yuv422p", "yuv444p", "yuv444p12le", "gbrp"])
def test_deep_and_dense_colours_become_8_bit_4_2_0(
    studio: Studio, make_clip: ClipFactory, preset: str, pixels: str
) -> None:
    lossless = ("-c:v", "ffv1", "-pix_fmt", pixels)
    source = make_clip(f"{pixels}.mkv", size="64x36", seconds=0.4, video=lossless)
    result, _ = studio.encode(source, preset, FAST)
    assert studio.probe(result).video[0].pixel_format == "yuv420p"


@BOTH
@pytest.mark.parametrize(("turn", "size"), [(90, (180, 320)), (180, (320, 180)), (-90, (180, 320))])
def test_a_turned_source_comes_out_upright(
    studio: Studio, make_clip: ClipFactory, preset: str, turn: int, size: tuple[int, int]
) -> None:
    """The red corner must be where a player of the source shows it."""
    marked = "drawbox=c=black:t=fill,drawbox=w=40:h=40:c=red:t=fill"
    upright = make_clip("marked.mp4", seconds=0.4, filters=marked, sample_rate=None)
    source = make_clip.copy(f"turned{turn}.mp4", upright, "-display_rotation", str(turn))
    result, plan = studio.encode(source, preset, FAST)
    video = studio.probe(result).video[0]
    assert (video.width, video.height, video.rotation) == (*size, 0)
    assert (plan.width, plan.height) == size
    corner = {
        90: f"0:{size[1] - 16}",
        180: f"{size[0] - 16}:{size[1] - 16}",
        -90: f"{size[0] - 16}:0",
    }
    red, green, blue = _corner(studio, result, corner[turn])
    assert red > 150
    assert max(green, blue) < 90


@BOTH
@pytest.mark.parametrize(("aspect", "size"), [("16/11", (466, 180)), ("8/9", (320, 202))])
def test_anamorphic_pixels_become_square(
    studio: Studio, make_clip: ClipFactory, preset: str, aspect: str, size: tuple[int, int]
) -> None:
    name = f"sar-{aspect.replace('/', '-')}.mp4"
    source = make_clip(name, seconds=0.4, filters=f"setsar={aspect}", sample_rate=None)
    result, _ = studio.encode(source, preset, FAST)
    video = studio.probe(result).video[0]
    assert (video.width, video.height) == size
    assert video.pixel_aspect == 1


@BOTH
@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_varying_rate_becomes_constant(
    studio: Studio, make_clip: ClipFactory, preset: str, suffix: str
) -> None:
    drop = r"select='not(eq(mod(n\,7)\,3))'"
    source = make_clip(
        f"vfr.{suffix}", rate="30", seconds=3, size="64x36", filters=drop,
        extra=("-fps_mode", "vfr"),
    )  # fmt: skip
    result, plan = studio.encode(source, preset, FAST)
    assert plan.frame_rate == 30
    assert any("varies" in note for note in plan.notes)
    packets = studio.packets(result)
    assert len(packets) == 90
    gaps = {round((b.pts - a.pts) * 1000) for a, b in pairwise(packets)}
    assert gaps <= {33, 34}


@BOTH
def test_an_interlaced_source_is_deinterlaced(
    studio: Studio, make_clip: ClipFactory, preset: str
) -> None:
    fields = (*X264, "-flags", "+ilme+ildct", "-x264-params", "tff=1")
    source = make_clip("fields.mp4", seconds=0.6, video=fields, sample_rate=None)
    result, plan = studio.encode(source, preset, FAST)
    assert plan.filters[0][0] == "bwdif"
    video = studio.probe(result).video[0]
    assert not video.interlaced
    assert video.frame_count == 15


def test_full_range_colours_become_limited(studio: Studio, make_clip: ClipFactory) -> None:
    jpeg = ("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-q:v", "2")
    white = "drawbox=c=white:t=fill"
    source = make_clip("white.avi", seconds=0.4, video=jpeg, filters=white, sample_rate=None)
    result, _ = studio.encode(source, "mp4-h264-aac", FAST)
    assert min(_corner(studio, result, "0:0")) > 250
    assert not studio.probe(result).video[0].full_range


def test_an_hdr_source_is_tone_mapped(studio: Studio, make_clip: ClipFactory) -> None:
    pq = "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv"
    video = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le")
    source = make_clip("hdr.mp4", seconds=0.4, filters=pq, video=video, sample_rate=None)
    assert studio.probe(source).video[0].color_transfer == "smpte2084"
    result, plan = studio.encode(source, "mp4-h264-aac", FAST)
    assert any("mapped to the normal range" in note for note in plan.notes)
    found = studio.probe(result).video[0]
    assert (found.color_transfer, found.bit_depth) == ("bt709", 8)


def test_titles_in_any_script_do_not_reach_the_tracks_of_a_webm(
    studio: Studio, make_clip: ClipFactory
) -> None:
    """Chromium refuses a WebM whose track names are not ASCII."""
    titled = ("-metadata:s:v:0", "title=Фильм", "-metadata:s:a:0", "title=声音")
    source = make_clip("titled.mkv", size="64x36", seconds=0.4, extra=titled)
    result, _ = studio.encode(source, "webm-vp8-vorbis", FAST)
    data = result.read_bytes()
    assert "Фильм".encode() not in data
    assert "声音".encode() not in data


def test_chapters_and_subtitles_are_left_out(
    studio: Studio, make_clip: ClipFactory, tmp_path: Path
) -> None:
    words, chapters = tmp_path / "words.srt", tmp_path / "chapters.txt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    chapters.write_text(
        ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=Opening\n"
    )
    plain = make_clip("plain-pair.mp4", size="64x36", seconds=1)
    source = tmp_path / "rich.mkv"
    command = [str(studio.ffmpeg.path), "-v", "error", "-i", str(plain), "-i", str(words)]
    command += ["-i", str(chapters), "-map", "0", "-map", "1", "-map_chapters", "2"]
    subprocess.run([*command, "-c", "copy", "-c:s", "srt", str(source)], check=True)
    for preset in ("webm-vp8-vorbis", "mp4-h264-aac"):
        result, _ = studio.encode(source, preset, FAST)
        assert b"Opening" not in result.read_bytes()
        assert b"Hello" not in result.read_bytes()
