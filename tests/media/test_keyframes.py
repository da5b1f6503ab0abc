"""Keyframe positions and thumbnails from real files."""

import struct
import threading
from pathlib import Path

import pytest

from studio.errors import ToolError
from studio.media.keyframes import parse_packets, read_keyframes
from studio.media.probe import probe
from studio.media.thumbnails import make_thumbnail
from studio.transcode.tools import Ffmpeg
from tests.conftest import X264, ClipFactory

GOP_10 = (*X264, "-g", "10", "-keyint_min", "10", "-sc_threshold", "0")


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_keyframe_times_are_exact(ffmpeg: Ffmpeg, make_clip: ClipFactory, suffix: str) -> None:
    path = make_clip(f"gop10.{suffix}", video=GOP_10, frames=45)
    index = read_keyframes(path, ffmpeg=ffmpeg.path)
    assert index is not None
    assert index.times_us == (0, 400_000, 800_000, 1_200_000, 1_600_000)
    assert (index.frame_count, index.end_us, index.longest_us) == (45, 1_800_000, 400_000)


def test_b_frames_do_not_move_keyframes(ffmpeg: Ffmpeg, make_clip: ClipFactory) -> None:
    options = ("-c:v", "libx264", "-preset", "medium", "-g", "10", "-sc_threshold", "0")
    path = make_clip("bframes.mp4", video=options, frames=30, sample_rate=None)
    index = read_keyframes(path, ffmpeg=ffmpeg.path)
    assert index is not None
    assert index.times_us == (0, 400_000, 800_000)


def test_sound_alone_has_no_keyframe_index(ffmpeg: Ffmpeg, make_clip: ClipFactory) -> None:
    path = make_clip("tone-only.wav", size=None, audio=("-c:a", "pcm_s16le"))
    assert read_keyframes(path, ffmpeg=ffmpeg.path) is None


def test_a_cancelled_reading_gives_nothing(ffmpeg: Ffmpeg, tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    cancel = threading.Event()
    cancel.set()
    assert read_keyframes(tmp_path / "any.mp4", ffmpeg=slow, cancel=cancel) is None


def test_a_reading_ends_at_its_time_limit(tmp_path: Path) -> None:
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    assert read_keyframes(tmp_path / "any.mp4", ffmpeg=slow, time_limit_s=0.3) is None


def test_a_packet_that_an_edit_list_cuts_off_does_not_count() -> None:
    lines = [
        "#tb 0: 1/10",
        "0, 0, 0, 1, 9, 0x1, F=0x5",
        "0, 1, 1, 1, 9, 0x1",
        "0, 2, 2, 1, 9, 0x1, F=0x0",
    ]
    index = parse_packets(lines)
    assert index is not None
    assert (index.times_us, index.frame_count, index.end_us) == ((100_000,), 2, 300_000)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_thumbnail_has_the_shape_of_the_shown_picture(
    ffmpeg: Ffmpeg, make_clip: ClipFactory, tmp_path: Path, suffix: str
) -> None:
    upright = make_clip("shape.mp4", seconds=1, sample_rate=None)
    turned = make_clip.copy("shape-turned.mp4", upright, "-display_rotation", "90")
    target = tmp_path / f"100%d{suffix}"
    made = make_thumbnail(probe(turned, ffmpeg=ffmpeg.path), target, ffmpeg=ffmpeg.path, width=90)
    assert made == target
    picture = picture_size(target)
    assert picture == (90, 160)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def picture_size(path: Path) -> tuple[int, int]:
    """Read a picture's size from its own header."""
    data = path.read_bytes()
    if path.suffix == ".png":
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    place = data.index(b"\xff\xc0")
    height, width = struct.unpack(">HH", data[place + 5 : place + 9])
    return width, height


def test_a_damaged_file_gives_no_thumbnail_and_leaves_nothing(
    ffmpeg: Ffmpeg, make_clip: ClipFactory, tmp_path: Path
) -> None:
    path = tmp_path / "source.mp4"
    path.write_bytes(make_clip("shape.mp4", seconds=1, sample_rate=None).read_bytes())
    info = probe(path, ffmpeg=ffmpeg.path)
    path.write_bytes(b"gone")
    with pytest.raises(ToolError):
        make_thumbnail(info, tmp_path / "picture.jpg", ffmpeg=ffmpeg.path)
    assert [p.name for p in tmp_path.iterdir()] == ["source.mp4"]
