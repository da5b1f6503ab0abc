"""Files cut by ffmpeg, and a place to write small ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-b:v", "300k", "-threads", "1", "-cpu-used", "8", "-deadline", "realtime")
VP9 = ("-c:v", "libvpx-vp9", *VP8[2:])
B_FRAMES = (
    *("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
    *("-bf", "3", "-sc_threshold", "0"),
)
VORBIS = ("-c:a", "libvorbis")
OPUS = ("-c:a", "libopus")
GOP = ("-g", "25", "-keyint_min", "25")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")

ReadBytes = Callable[[bytes], SegmentMap]


@pytest.fixture
def read_bytes(tmp_path: Path) -> ReadBytes:
    """Write bytes to a file and read its map."""

    def read(data: bytes) -> SegmentMap:
        path = tmp_path / "made.bin"
        path.write_bytes(data)
        return read_segment_map(path)

    return read


@pytest.fixture(scope="session")
def vp8_vorbis(make_clip: ClipFactory) -> Path:
    return make_clip("s-vv.webm", seconds=3, video=VP8, audio=VORBIS, extra=GOP)


@pytest.fixture(scope="session")
def vp9_opus(make_clip: ClipFactory) -> Path:
    return make_clip(
        "s-9o.webm",
        seconds=3,
        rate="30000/1001",
        video=VP9,
        audio=OPUS,
        extra=GOP,
        sample_rate=48_000,
    )


@pytest.fixture(scope="session")
def h264_aac(make_clip: ClipFactory) -> Path:
    return make_clip("s-ha.mp4", seconds=3, video=B_FRAMES, extra=(*GOP, *FRAGMENTS))
