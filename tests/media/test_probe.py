"""What the probe says about real files, and how it refuses what is no media."""

import os
import socket
import struct
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest

from studio import paths
from studio.errors import InputError
from studio.media.probe import probe
from studio.media.streams import MediaInfo, RateMode
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")


@pytest.fixture
def ask(ffmpeg: Ffmpeg) -> "Ask":
    return Ask(ffmpeg.path)


class Ask:
    def __init__(self, ffmpeg: Path) -> None:
        self.ffmpeg = ffmpeg

    def __call__(self, path: Path) -> MediaInfo:
        return probe(path, ffmpeg=self.ffmpeg)

    def refusal(self, path: Path) -> InputError:
        with pytest.raises(InputError) as caught:
            self(path)
        return caught.value


def test_an_mp4_is_described_exactly(ask: Ask, make_clip: ClipFactory) -> None:
    path = make_clip("exact.mp4", rate="30000/1001", frames=60, sample_rate=44_100, channels=2)
    info = ask(path)
    assert (info.container, info.size_bytes) == ("mp4", path.stat().st_size)
    video, audio = info.video[0], info.audio[0]
    assert (video.codec, video.width, video.height) == ("h264", 320, 180)
    assert video.frame_rate == Fraction(30000, 1001)
    assert (video.frame_count, video.rate_mode) == (60, RateMode.CONSTANT)
    assert (video.pixel_format, video.bit_depth, video.chroma) == ("yuv420p", 8, "4:2:0")
    assert (audio.codec, audio.sample_rate, audio.channels) == ("aac", 44_100, 2)
    assert info.duration_us == pytest.approx(2_002_000, abs=30_000)


@pytest.mark.parametrize(
    "rate", ["24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "15/2", "25/2", "15"]
)
def test_a_webm_rate_is_an_exact_fraction(ask: Ask, make_clip: ClipFactory, rate: str) -> None:
    name = f"rate-{rate.replace('/', '-')}.webm"
    path = make_clip(name, rate=rate, size="64x36", seconds=1, sample_rate=None, video=VP8)
    assert ask(path).video[0].frame_rate == Fraction(rate)


def test_the_chroma_of_vp9_comes_from_ffmpeg(ask: Ask, make_clip: ClipFactory) -> None:
    vp9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-pix_fmt", "yuv444p")
    video = ask(make_clip("444.webm", seconds=1, sample_rate=None, video=vp9)).video[0]
    assert (video.codec, video.chroma, video.pixel_format) == ("vp9", "4:4:4", "yuv444p")


def test_rotation_is_clockwise(ask: Ask, make_clip: ClipFactory) -> None:
    upright = make_clip("upright.mp4", sample_rate=None)
    turned = make_clip.copy("turned.mp4", upright, "-display_rotation", "90")
    video = ask(turned).video[0]
    assert (video.rotation, video.width, video.height) == (270, 320, 180)


def test_pixel_aspect_is_exact(ask: Ask, make_clip: ClipFactory) -> None:
    path = make_clip("anamorphic.mp4", sample_rate=None, filters="setsar=16/11")
    assert ask(path).video[0].pixel_aspect == Fraction(16, 11)


def test_interlaced_is_seen(ask: Ask, make_clip: ClipFactory) -> None:
    tff = (*X264_INTERLACED,)
    assert ask(make_clip("interlaced.mp4", sample_rate=None, video=tff)).video[0].interlaced


X264_INTERLACED = (
    "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
    "-flags", "+ilme+ildct", "-x264-params", "tff=1",
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_varying_rate_is_seen(ask: Ask, make_clip: ClipFactory, suffix: str) -> None:
    drop = r"select='not(eq(mod(n\,7)\,3))'"
    path = make_clip(
        f"varying.{suffix}", rate="30", seconds=4, sample_rate=None, filters=drop,
        extra=("-fps_mode", "vfr"),
    )  # fmt: skip
    video = ask(path).video[0]
    assert video.rate_mode is RateMode.VARIABLE
    assert video.frame_rate is not None
    assert 25 < video.frame_rate <= 30


def test_the_default_sound_track_is_known(ask: Ask, make_clip: ClipFactory) -> None:
    info = ask(_two_sounds(make_clip))
    assert [s.is_default for s in info.audio] == [False, True]
    assert info.main_audio is not None
    assert (info.main_audio.index, info.main_audio.language) == (1, "en")


def _two_sounds(make_clip: ClipFactory) -> Path:
    return make_clip.made_once(
        "two-sounds.mkv",
        [
            "-f", "lavfi", "-i", "testsrc2=s=64x36:r=25:d=1",
            "-f", "lavfi", "-i", "sine=f=440:d=1", "-f", "lavfi", "-i", "sine=f=880:d=1",
            "-map", "0", "-map", "1", "-map", "2", "-c:v", "mpeg4", "-c:a", "ac3",
            "-disposition:a:0", "0", "-disposition:a:1", "default",
            "-metadata:s:a:0", "language=ger", "-metadata:s:a:1", "language=eng",
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "codec", "options"),
    [
        ("tone.wav", "pcm_s16le", ("-c:a", "pcm_s16le")),
        ("tone.mp3", "mp3", ("-c:a", "libmp3lame")),
        ("tone.flac", "flac", ("-c:a", "flac")),
        ("tone.ogg", "vorbis", ("-c:a", "libvorbis")),
    ],
)
def test_sound_alone_is_media(
    ask: Ask, make_clip: ClipFactory, name: str, codec: str, options: tuple[str, ...]
) -> None:
    info = ask(make_clip(name, size=None, audio=options))
    assert not info.video
    assert info.audio[0].codec == codec


@pytest.mark.parametrize(
    "name",
    ["-dash.mp4", "a:b|c.mp4", "http:x.mp4", "100%d.mp4", "line\nbreak.mp4", "é ü 测试 🎬.mp4",
     "it's \"quoted\" $(x) `y`.mp4"],
)  # fmt: skip
def test_odd_names_are_plain_files(
    ask: Ask, make_clip: ClipFactory, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(make_clip("plain.mp4", seconds=1).read_bytes())
    assert ask(path).video[0].codec == "h264"


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
def test_a_name_that_is_no_utf_8_is_a_plain_file(
    ask: Ask, make_clip: ClipFactory, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"bad-\xff-bytes.mp4")
    path.write_bytes(make_clip("plain.mp4", seconds=1).read_bytes())
    assert ask(path).video[0].codec == "h264"


def test_a_text_file_named_mp4_is_not_media(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("These are notes, not a film.\n" * 50)
    error = ask.refusal(path)
    assert error.what == "This does not look like a video or audio file."
    assert error.hint


@pytest.mark.parametrize("content", [bytes(5000), os.urandom(5000), b"PK\x03\x04" + bytes(999)])
def test_other_bytes_are_not_media(ask: Ask, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bytes.webm"
    path.write_bytes(content)
    assert "does not look like" in ask.refusal(path).what


def test_a_playlist_is_refused(ask: Ask, make_clip: ClipFactory, tmp_path: Path) -> None:
    clip = make_clip("piece.ts", seconds=1, video=("-c:v", "mpeg2video"), audio=("-c:a", "mp2"))
    path = tmp_path / "film.mp4"
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{clip}\n#EXT-X-ENDLIST\n")
    ask.refusal(path)


def test_a_cut_off_recording_says_that_its_index_is_missing(
    ask: Ask, make_clip: ClipFactory, tmp_path: Path
) -> None:
    whole = make_clip("plain.mp4", seconds=1).read_bytes()
    path = tmp_path / "cut.mp4"
    path.write_bytes(whole[: len(whole) // 2])
    assert "index is missing" in ask.refusal(path).what


def test_an_empty_file_is_named_as_such(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "empty.mp4"
    path.touch()
    assert ask.refusal(path).what == "empty.mp4 is empty (0 bytes)."


def test_a_missing_file_is_named_as_such(ask: Ask, tmp_path: Path) -> None:
    assert ask.refusal(tmp_path / "gone.mp4").what == "gone.mp4 was not found."


def test_a_folder_is_refused(ask: Ask, tmp_path: Path) -> None:
    assert "is a folder" in ask.refusal(tmp_path).what


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX links and pipes")
def test_links_and_pipes_are_refused_without_opening_them(ask: Ask, tmp_path: Path) -> None:
    dangling, loop, pipe = tmp_path / "dangling", tmp_path / "loop", tmp_path / "pipe.mp4"
    dangling.symlink_to(tmp_path / "nowhere")
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    unix_socket = socket.socket(socket.AF_UNIX)
    unix_socket.bind(str(tmp_path / "sock"))
    before = time.monotonic()
    assert "leads nowhere" in ask.refusal(dangling).what
    assert "leads nowhere" in ask.refusal(loop).what
    assert "not a regular file" in ask.refusal(pipe).what
    assert "not a regular file" in ask.refusal(tmp_path / "sock").what
    assert "not a regular file" in ask.refusal(Path("/dev/zero")).what
    assert time.monotonic() - before < 20
    unix_socket.close()


def test_a_file_that_keeps_mediainfo_busy_ends_in_time(
    ffmpeg: Ffmpeg, make_clip: ClipFactory, tmp_path: Path
) -> None:
    """One edited field (stts count 0xFFFFFFFF) keeps MediaInfo busy for over 100 s."""
    data = bytearray(make_clip("plain.mp4", seconds=1).read_bytes())
    place = data.index(b"stts") + 8
    data[place : place + 4] = struct.pack(">I", 0xFFFFFFFF)
    path = tmp_path / "busy.mp4"
    path.write_bytes(data)
    before = time.monotonic()
    with pytest.raises(InputError, match="took too long while reading this file"):
        probe(path, ffmpeg=ffmpeg.path, time_limit_s=2)
    assert time.monotonic() - before < 30


@pytest.mark.parametrize(
    "code",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "print('x' * 50_000_000)",
        "print('{\"tracks\": [')",
        "print('[1, 2]')",
        "import sys; sys.stdout.buffer.write(b'\\xff\\xfe')",
        "import time; time.sleep(60)",
        'print(\'{"tracks": [{"@type": "General", "Format": "MPEG-4"}]}\')',  # at its memory limit
    ],
)
def test_a_broken_inspector_still_leaves_the_basic_facts(
    ffmpeg: Ffmpeg, make_clip: ClipFactory, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    command = [sys.executable, "-c", code]
    monkeypatch.setattr(paths, "self_command", lambda _role: command)
    info = probe(make_clip("plain.mp4", seconds=1), ffmpeg=ffmpeg.path, time_limit_s=2)
    assert (info.container, info.video[0].codec, info.audio[0].codec) == ("mov", "h264", "aac")
    assert info.note


def test_a_probe_works_without_ffmpeg(make_clip: ClipFactory, tmp_path: Path) -> None:
    info = probe(make_clip("plain.mp4", seconds=1), ffmpeg=tmp_path / "no-ffmpeg")
    assert info.video[0].codec == "h264"
    assert info.video[0].frame_rate == 25
