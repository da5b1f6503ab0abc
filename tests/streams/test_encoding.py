"""Live sources through the real encoder: at once, in order, and ended when they should be."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import InputError, PresetError
from studio.segments.model import TrackKind
from studio.streams.devices import Device, DeviceKind
from studio.streams.encoding import EncodedFeed, LiveCodec, LiveEncoding, LiveSound
from studio.streams.gop_model import map_of_bytes
from studio.streams.pipe_arguments import ffmpeg_command
from studio.streams.pipe_faults import fault_of, sign_of
from studio.streams.pipe_run import PipeEnd
from studio.streams.sources import LiveSource, SourceKind
from studio.transcode.tools import Ffmpeg
from studio.verdict.examine import examine
from studio.verdict.prediction import Foreseen
from studio.verdict.summary import FATAL
from tests.conftest import ClipFactory
from tests.streams.feed_listener import Heard, encoders_of

TEST = LiveSource(SourceKind.TEST)
CAMERA = LiveSource(
    SourceKind.CAMERA, device=Device(DeviceKind.CAMERA, "/dev/video99", "My camera", "v4l2")
)
GOP_S = Fraction(6, 25)
FIRST_UNIT_S = 5.0
STARTED = Callable[..., tuple[EncodedFeed, Heard]]


def small(**wishes: object) -> LiveEncoding:
    """Return settings that cost little."""
    usual: dict[str, object] = {"width": 96, "height": 64, "bit_rate": 100_000, "gop_s": GOP_S}
    return LiveEncoding(**{**usual, **wishes})  # type: ignore[arg-type]


@pytest.fixture
def started(ffmpeg: Ffmpeg) -> Iterator[STARTED]:
    """Start feeds, and see to it that nothing of them is left."""
    feeds: list[EncodedFeed] = []

    def start(source: LiveSource, encoding: LiveEncoding) -> tuple[EncodedFeed, Heard]:
        feed, heard = EncodedFeed(source, encoding, ffmpeg.path), Heard()
        feeds.append(feed)
        feed.start(heard)
        return feed, heard

    yield start
    for feed in feeds:
        feed.stop()
    assert not encoders_of(ffmpeg.path)
    names = {thread.name for thread in threading.enumerate()}
    assert "live-encoder" not in names


@pytest.mark.parametrize(
    ("codec", "sound", "mime"),
    [
        (LiveCodec.VP8, LiveSound.OPUS, 'video/webm; codecs="vp8,opus"'),
        (LiveCodec.VP8, LiveSound.NONE, 'video/webm; codecs="vp8"'),
        (LiveCodec.H264, LiveSound.AAC, 'video/mp4; codecs="avc1.'),
    ],
)
def test_a_test_picture_comes_in_whole_gops_that_play_in_every_engine(
    codec: LiveCodec, sound: LiveSound, mime: str, started: STARTED, tmp_path: Path
) -> None:
    feed, heard = started(TEST, small(codec=codec, sound=sound))
    heard.wait_for(4)
    feed.stop()
    assert heard.ends == [None]
    assert heard.inits[0].mime.startswith(mime)
    starts = [unit.start_s for unit in heard.units]
    assert starts[0] == 0
    assert all(unit.duration_s == GOP_S for unit in heard.units[:-1])
    assert all(one.end_s == two for one, two in zip(heard.units, starts[1:], strict=False))
    assert [unit.number for unit in heard.units] == list(range(len(starts)))
    whole = tmp_path / f"streams-source-live{heard.inits[0].suffix}"
    whole.write_bytes(heard.data)
    found = examine(whole)
    assert not [one for one in found.findings if one.severity in FATAL]
    fine = {Foreseen.PLAYS, Foreseen.UNSUPPORTED}
    assert {one.foreseen for one in found.predictions} <= fine
    assert len(found.media.map.segments) == len(heard.units)
    assert all(one.keyframe for one in found.media.map.segments)
    tracks = {track.kind for track in found.media.map.tracks}
    assert (TrackKind.AUDIO in tracks) is (sound is not LiveSound.NONE)


def test_the_first_second_is_there_to_be_sent_soon_after_the_start(started: STARTED) -> None:
    _feed, heard = started(TEST, small(gop_s=Fraction(1)))
    heard.wait_for(1)
    assert heard.times_s[0] < FIRST_UNIT_S


def test_an_encoder_that_dies_is_started_once_more_and_then_the_stream_fails(
    started: STARTED, ffmpeg: Ffmpeg
) -> None:
    _feed, heard = started(TEST, small(sound=LiveSound.VORBIS))
    heard.wait_for(2)
    (encoder,) = encoders_of(ffmpeg.path)
    encoder.kill()
    while len(heard.inits) < 2:
        heard.wait_for(len(heard.units) + 1)
    anew = next(unit for unit in heard.units if unit.init_version == 1)
    assert anew.discontinuity
    assert anew.start_s >= heard.units[anew.number - 1].end_s
    assert [unit.discontinuity for unit in heard.units].count(True) == 1
    assert [init.version for init in heard.inits] == [0, 1]
    for encoder in encoders_of(ffmpeg.path):
        encoder.kill()
    problem = heard.wait_for_end()
    assert problem is not None
    assert problem.what == "The encoder ended unexpectedly."


def test_a_file_goes_on_where_it_was_when_its_encoder_died(
    started: STARTED, make_clip: ClipFactory, ffmpeg: Ffmpeg
) -> None:
    clip = make_clip("streams-source-longer.mp4", seconds=1.2, size="96x64")
    _feed, heard = started(LiveSource(SourceKind.FILE, path=clip), small())
    heard.wait_for(2)
    encoders_of(ffmpeg.path)[0].kill()
    assert heard.wait_for_end() is None
    assert len(heard.inits) == 2
    assert heard.units[-1].end_s == pytest.approx(1.2, abs=0.1)


def test_a_feed_may_be_started_again_after_its_end(started: STARTED) -> None:
    feed, heard = started(TEST, small(sound=LiveSound.NONE))
    feed.stop()
    again = Heard()
    feed.start(again)
    again.wait_for(1)
    assert again.units[0].number == 0
    assert heard.ends == [None]


def test_a_device_that_is_not_there_is_told_in_a_sentence(started: STARTED) -> None:
    _feed, heard = started(CAMERA, small())
    problem = heard.wait_for_end()
    assert problem is not None
    assert problem.what == "The camera “My camera” is not there, or cannot be opened."
    assert "/dev/video99" in problem.detail
    assert not heard.inits


def test_a_file_ends_by_itself_or_is_played_again_and_again(
    started: STARTED, make_clip: ClipFactory
) -> None:
    clip = make_clip("streams-source-short.mp4", seconds=0.48, size="96x64")
    _feed, once = started(LiveSource(SourceKind.FILE, path=clip), small())
    _feed, looped = started(LiveSource(SourceKind.FILE, path=clip, loop=True), small())
    assert once.wait_for_end() is None
    assert len(once.units) == 2
    assert once.units[-1].end_s == pytest.approx(0.48, abs=0.05)
    looped.wait_for(4)
    assert all(unit.duration_s == GOP_S for unit in looped.units[:4])
    assert map_of_bytes(looped.data, "live.webm").track_of(TrackKind.AUDIO) is not None


def test_a_file_that_is_removed_while_it_plays_fails_the_stream(
    started: STARTED, make_clip: ClipFactory, tmp_path: Path
) -> None:
    clip = tmp_path / "going.mp4"
    clip.write_bytes(make_clip("streams-source-short.mp4", seconds=0.48, size="96x64").read_bytes())
    _feed, heard = started(LiveSource(SourceKind.FILE, path=clip, loop=True), small())
    heard.wait_for(1)
    clip.unlink()
    problem = heard.wait_for_end()
    assert problem is not None
    assert problem.what == "File not found"


@pytest.mark.parametrize(
    ("codec", "sound", "mime"),
    [
        (LiveCodec.VP8, LiveSound.OPUS, 'audio/webm; codecs="opus"'),
        (LiveCodec.H264, LiveSound.AAC, 'audio/mp4; codecs="mp4a.40.2"'),
    ],
)
def test_sound_alone_becomes_a_sound_stream_while_it_is_played(
    codec: LiveCodec, sound: LiveSound, mime: str, started: STARTED, make_clip: ClipFactory
) -> None:
    clip = make_clip("streams-source-sound.m4a", seconds=1.2, size=None)
    source = LiveSource(SourceKind.FILE, path=clip)
    _feed, heard = started(source, small(codec=codec, sound=sound, gop_s=Fraction(1)))
    assert heard.wait_for_end() is None
    assert heard.inits[0].mime == mime
    assert [float(unit.start_s) for unit in heard.units] == pytest.approx([0, 1], abs=0.05)


def test_a_file_that_is_none_is_told_in_a_sentence(started: STARTED, tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("not a film", encoding="utf-8")
    _feed, heard = started(LiveSource(SourceKind.FILE, path=text), small())
    problem = heard.wait_for_end()
    assert problem is not None
    assert problem.what == "“notes.mp4” cannot be played out."


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of our own, without any window."""
    read_end, write_end = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(write_end),
        "-screen",
        "0",
        "160x120x24",
        "-nolisten",
        "tcp",
    ]
    try:
        server = subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL)
    except FileNotFoundError:
        pytest.skip("NOT TESTED: there is no Xvfb on this machine")
    finally:
        os.close(write_end)
    with os.fdopen(read_end) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_a_screen_is_streamed_in_its_own_size(started: STARTED, display: str) -> None:
    screen = Device(DeviceKind.SCREEN, display, "Screen", "x11grab")
    source = LiveSource(SourceKind.SCREEN, device=screen)
    feed, heard = started(source, small(width=0, height=0, sound=LiveSound.NONE))
    heard.wait_for(3)
    feed.stop()
    track = map_of_bytes(heard.data, "live.webm").track_of(TrackKind.VIDEO)
    assert track is not None
    assert (track.width, track.height) == (160, 120)


@pytest.mark.parametrize(
    ("lines", "sign"),
    [
        (["[error] Could not run graph (sometimes caused by a device already in use"], "busy"),
        (["Could not find video device with name [x] among source devices"], "gone"),
        (["[v4l2] Cannot open video device /dev/video0: Permission denied"], "permission"),
        (["[v4l2] ioctl(VIDIOC_STREAMON): Device or resource busy"], "busy"),
        (["[v4l2] ioctl(VIDIOC_DQBUF): No such device"], "gone"),
        (["[x11grab] Cannot open display :9, error 1."], "gone"),
        (["[AVFoundation] Video device not found"], "gone"),
        (["[pulse] Connection refused"], "gone"),
        (["Unknown encoder 'libvpx'"], "encoder"),
        (["[vist#0:0] something else"], ""),
    ],
)
def test_what_ffmpeg_says_of_a_device_is_understood(lines: list[str], sign: str) -> None:
    assert sign_of(lines) == sign
    problem = fault_of(CAMERA, PipeEnd(1, tuple(lines), stopped=False))
    assert problem.what.endswith(".")
    assert problem.detail == lines[0]


def test_a_silent_device_is_told_so() -> None:
    problem = fault_of(CAMERA, PipeEnd(255, (), stopped=False, silent=True))
    assert problem.what == "The camera “My camera” gives nothing any more."


def test_a_camera_with_its_microphone_is_opened_as_the_platform_wants_it(ffmpeg: Ffmpeg) -> None:
    def command(form: str, camera: str, form_2: str, microphone: str) -> str:
        source = LiveSource(
            SourceKind.CAMERA,
            device=Device(DeviceKind.CAMERA, camera, "Camera", form),
            microphone=Device(DeviceKind.MICROPHONE, microphone, "Microphone", form_2),
        )
        return " ".join(ffmpeg_command(source, LiveEncoding(), ffmpeg.path))

    assert "-i video=A Camera:audio=A Microphone " in command(
        "dshow", "A Camera", "dshow", "A Microphone"
    )
    assert "-i 0:1 " in command("avfoundation", "0", "avfoundation", "1")
    linux = command("v4l2", "/dev/video0", "pulse", "some.input")
    assert "-i /dev/video0" in linux
    assert "-f pulse -thread_queue_size 512 -i some.input -map 0:v:0" in linux
    assert "-map 1:a:0" in linux


@pytest.mark.parametrize("name", ["-y", "/etc/passwd", "file:/dev/video0", "/dev/video0 -i x"])
def test_an_id_that_is_no_device_is_refused(name: str, ffmpeg: Ffmpeg) -> None:
    source = LiveSource(SourceKind.CAMERA, device=Device(DeviceKind.CAMERA, name, "x", "v4l2"))
    with pytest.raises(InputError):
        ffmpeg_command(source, LiveEncoding(), ffmpeg.path)


@pytest.mark.parametrize(
    "wishes",
    [
        {"sound": LiveSound.AAC},
        {"codec": LiveCodec.H264, "sound": LiveSound.OPUS},
        {"width": 95},
        {"width": 0},
        {"frame_rate": Fraction(1, 2)},
        {"gop_s": Fraction(20)},
        {"bit_rate": 0},
        {"sound_bit_rate": 1},
    ],
)
def test_settings_that_cannot_be_are_refused(wishes: dict[str, object]) -> None:
    with pytest.raises(PresetError) as error:
        small(**wishes)
    assert error.value.what.endswith(".")


def test_a_source_without_what_it_needs_is_refused() -> None:
    for kind in (SourceKind.CAMERA, SourceKind.SCREEN, SourceKind.MICROPHONE, SourceKind.FILE):
        with pytest.raises(InputError):
            LiveSource(kind)


def test_a_microphone_without_a_format_for_sound_is_refused(ffmpeg: Ffmpeg) -> None:
    microphone = Device(DeviceKind.MICROPHONE, "default", "Microphone", "alsa")
    source = LiveSource(SourceKind.MICROPHONE, microphone=microphone)
    with pytest.raises(InputError) as error:
        EncodedFeed(source, small(sound=LiveSound.NONE), ffmpeg.path)
    assert "Nothing would be streamed" in error.value.what
