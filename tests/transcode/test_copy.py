"""Stream copy changes no packet, and refuses what it cannot make playable."""

import subprocess
from pathlib import Path

import pytest

from studio.errors import PlanError
from studio.transcode.model import Overrides
from tests.conftest import AAC, X264, ClipFactory
from tests.transcode.conftest import Studio

BOTH = pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
FAST = Overrides(extra=(("speed", "fastest"),))


def test_a_copy_changes_no_packet(studio: Studio, make_clip: ClipFactory) -> None:
    options = ("-c:v", "libx264", "-preset", "medium", "-g", "25", "-sc_threshold", "0")
    source = make_clip("to-copy.mp4", video=options)
    result, plan = studio.encode(source, "mp4-copy")
    assert plan.gop is None
    for stream in ("v", "a"):
        hashes = [_stream_hash(studio, path, stream) for path in (source, result)]
        assert hashes[0] == hashes[1]
    data = result.read_bytes()
    assert b"mvex" in data
    assert data.count(b"moof") == 2


def _stream_hash(studio: Studio, path: Path, stream: str) -> str:
    command = [str(studio.ffmpeg.path), "-v", "error", "-i", f"file:{path}", "-map", f"0:{stream}"]
    command += ["-c", "copy", "-f", "streamhash", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_copy_of_a_transport_stream_plays_as_mp4(studio: Studio, make_clip: ClipFactory) -> None:
    source = make_clip("broadcast.ts", video=(*X264, "-g", "25"), audio=AAC)
    result, _ = studio.encode(source, "mp4-copy")
    info = studio.probe(result)
    assert (info.video[0].codec, info.audio[0].codec) == ("h264", "aac")
    assert len(studio.packets(result, decoded=True)) == 50


@pytest.mark.parametrize(
    ("video", "audio", "word"),
    [(("-c:v", "mpeg4"), AAC, "picture is MPEG-4"), (X264, ("-c:a", "ac3"), "sound is AC-3")],
)
def test_a_copy_of_other_codecs_is_refused_with_the_way_out(
    studio: Studio,
    make_clip: ClipFactory,
    video: tuple[str, ...],
    audio: tuple[str, ...],
    word: str,
) -> None:
    name = f"no-copy-{video[1]}-{audio[1]}.mkv"
    source = make_clip(name, size="64x36", seconds=0.4, video=video, audio=audio)
    with pytest.raises(PlanError) as caught:
        studio.plan(source, "mp4-copy")
    assert word in caught.value.what
    assert "mp4-h264-aac" in caught.value.hint
