"""The direct index and ffmpeg's packet list give the same answer, whichever is asked."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from studio.media import keyframes as packets
from studio.transcode.tools import Ffmpeg
from studio.workflow import keyframes
from studio.workflow.keyframes import read_keyframes
from tests.conftest import X264, ClipFactory

VP8 = ("-c:v", "libvpx", "-b:v", "300k", "-deadline", "realtime", "-cpu-used", "8")
B_FRAMES = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-bf", "3")
FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")
OPUS = ("-c:a", "libopus")
GOP = ("-g", "20")
LATE = ("-output_ts_offset", "2", "-avoid_negative_ts", "disabled")


@pytest.mark.parametrize(
    ("name", "video", "audio", "extra"),
    [
        ("wk-h264.mp4", B_FRAMES, ("-c:a", "aac"), GOP),
        ("wk-frag.mp4", B_FRAMES, ("-c:a", "aac"), (*GOP, *FRAGMENTS)),
        ("wk-late.mp4", B_FRAMES, (), (*GOP, *LATE)),
        ("wk-vp8.webm", VP8, OPUS, GOP),
        ("wk-late.webm", VP8, OPUS, (*GOP, *LATE)),
        ("wk-h264.mkv", B_FRAMES, OPUS, GOP),
    ],
)
def test_the_index_says_what_the_packets_say(
    make_clip: ClipFactory,
    ffmpeg: Ffmpeg,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    video: Sequence[str],
    audio: Sequence[str],
    extra: Sequence[str],
) -> None:
    rate = 48_000 if audio else None
    path = make_clip(name, size="64x36", video=video, audio=audio, extra=extra, sample_rate=rate)
    expected = packets.read_keyframes(path, ffmpeg=ffmpeg.path)
    assert expected is not None
    monkeypatch.setattr(packets, "run_child", _nobody_is_asked)
    found = read_keyframes(path, ffmpeg=ffmpeg.path)
    assert found is not None
    assert found.times_us == expected.times_us
    assert found.frame_count == expected.frame_count
    assert abs(found.end_us - expected.end_us) <= 1000


def _nobody_is_asked(*_: object, **__: object) -> None:
    raise AssertionError("the index was there")


def test_other_files_are_left_to_the_demuxer(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> None:
    path = make_clip("wk.avi", size="64x36", video=(*X264, "-g", "10"), sample_rate=None)
    found = read_keyframes(path, ffmpeg=ffmpeg.path)
    assert found is not None
    assert found == packets.read_keyframes(path, ffmpeg=ffmpeg.path)
    assert found.count >= 5


def test_ticks_are_rounded_as_fractions_are(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> None:
    path = make_clip(
        "wk-ntsc.mp4", size="64x36", rate="30000/1001", video=(*X264, "-g", "7"), sample_rate=None
    )
    expected = packets.read_keyframes(path, ffmpeg=ffmpeg.path)
    assert expected is not None
    found = keyframes.read_keyframes(Path(path), ffmpeg=ffmpeg.path)
    assert found is not None
    assert found.times_us == expected.times_us
