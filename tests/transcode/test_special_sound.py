"""Surround, mono, missing, late and several sounds: every result is probed again."""

import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from studio.transcode.model import Overrides
from tests.conftest import ClipFactory
from tests.transcode.conftest import Studio

BOTH = pytest.mark.parametrize("preset", ["webm-vp8-vorbis", "mp4-h264-aac"])
FAST = Overrides(extra=(("speed", "fastest"),))


@BOTH
def test_surround_sound_is_mixed_down_to_stereo(
    studio: Studio, make_clip: ClipFactory, preset: str
) -> None:
    source = make_clip("surround.mkv", size="64x36", channels=6, audio=("-c:a", "ac3"), seconds=1)
    result, plan = studio.encode(source, preset, FAST)
    assert studio.probe(result).audio[0].channels == 2
    assert "The sound (6 channels) is mixed down to stereo." in plan.notes


@BOTH
def test_mono_stays_mono(studio: Studio, make_clip: ClipFactory, preset: str) -> None:
    source = make_clip("mono.mp4", size="64x36", seconds=1)
    result, _ = studio.encode(source, preset, FAST)
    assert studio.probe(result).audio[0].channels == 1


@BOTH
def test_a_source_without_sound_gives_a_result_without_sound(
    studio: Studio, make_clip: ClipFactory, preset: str
) -> None:
    source = make_clip("silent.mp4", size="64x36", seconds=1, sample_rate=None)
    result, plan = studio.encode(source, preset, FAST)
    assert not studio.probe(result).audio
    assert plan.audio is None
    assert any("no sound" in note for note in plan.notes)


@BOTH
def test_sound_alone_gives_sound_alone(studio: Studio, make_clip: ClipFactory, preset: str) -> None:
    source = make_clip("alone.wav", size=None, seconds=5, audio=("-c:a", "pcm_s16le"))
    result, plan = studio.encode(source, preset)
    info = studio.probe(result)
    assert not info.video
    assert info.duration_us == pytest.approx(5_000_000, abs=50_000)
    assert (plan.video, plan.gop, plan.frame_rate) == (None, None, None)


def test_sound_alone_is_cut_into_fragments_of_the_gop_length(
    studio: Studio, make_clip: ClipFactory
) -> None:
    source = make_clip("alone.wav", size=None, seconds=5, audio=("-c:a", "pcm_s16le"))
    result, _ = studio.encode(source, "mp4-h264-aac")
    assert result.read_bytes().count(b"moof") == 3


@BOTH
def test_the_default_sound_track_is_taken_and_said_so(
    studio: Studio, make_clip: ClipFactory, preset: str
) -> None:
    source = make_clip.made_once(
        "tracks.mkv",
        [
            "-f", "lavfi", "-i", "testsrc2=s=64x36:r=25:d=1", "-f", "lavfi", "-i", "anullsrc=d=1",
            "-f", "lavfi", "-i", "sine=f=880:d=1", "-map", "0", "-map", "1", "-map", "2",
            "-t", "1", "-c:v", "mpeg4", "-c:a", "flac",
            "-disposition:a:0", "0", "-disposition:a:1", "default",
        ],
    )  # fmt: skip
    loud, plan = studio.encode(source, preset, FAST)
    assert any("2 sound tracks" in note and "number 2" in note for note in plan.notes)
    first = Overrides(extra=(*FAST.extra, ("audio_track", "1")))
    quiet, _ = studio.encode(source, preset, first)
    assert _volume(studio, loud) > -30
    assert _volume(studio, quiet) < -80


def _volume(studio: Studio, path: Path) -> float:
    command = [str(studio.ffmpeg.path), "-hide_banner", "-i", f"file:{path}", "-map", "0:a"]
    command += ["-af", "volumedetect", "-f", "null", "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return float(text.split("mean_volume:")[1].split()[0])


@BOTH
@pytest.mark.parametrize(
    ("source_rate", "rate"), [(8_000, 32_000), (22_050, 44_100), (44_100, 44_100), (96_000, 48_000)]
)
def test_sample_rates_are_brought_to_common_ones(
    studio: Studio, make_clip: ClipFactory, preset: str, source_rate: int, rate: int
) -> None:
    name = f"tone-{source_rate}.mkv"
    source = make_clip(
        name, size="64x36", seconds=1, sample_rate=source_rate, audio=("-c:a", "pcm_s16le")
    )
    result, _ = studio.encode(source, preset, FAST)
    assert studio.probe(result).audio[0].sample_rate == rate


def test_a_late_sound_begins_with_silence_at_zero(studio: Studio, make_clip: ClipFactory) -> None:
    """Firefox does not start when one track begins 0.3 s after the other (measured)."""
    early = make_clip("early.mp4", size="64x36", seconds=2)
    source = make_clip.made_once(
        "late-sound.mkv",
        ["-i", f"file:{early}", "-itsoffset", "0.6", "-i", f"file:{early}",
         "-map", "0:v", "-map", "1:a", "-c", "copy"],
    )  # fmt: skip
    for preset in ("webm-vp8-vorbis", "mp4-h264-aac"):
        result, _ = studio.encode(source, preset, FAST)
        assert studio.packets(result, "a", decoded=True)[0].pts < Fraction(1, 100)


@pytest.mark.parametrize("audio_rate", [44_100, 48_000])
def test_picture_and_sound_of_an_mp4_start_together_despite_b_frames(
    studio: Studio, make_clip: ClipFactory, audio_rate: int
) -> None:
    source = make_clip(
        f"sync-{audio_rate}.mkv", seconds=2, size="64x36", sample_rate=audio_rate,
        video=("-c:v", "mpeg4"), audio=("-c:a", "pcm_s16le"),
    )  # fmt: skip
    result, _ = studio.encode(source, "mp4-h264-aac")
    pictures = studio.packets(result, "v", decoded=True)
    sounds = studio.packets(result, "a", decoded=True)
    assert pictures[0].pts == 0
    assert sounds[0].pts == 0
    assert sounds[-1].pts + sounds[-1].duration >= 2
