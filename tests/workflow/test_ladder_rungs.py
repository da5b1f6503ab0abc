"""Which rungs a source gets, and what is planned for each."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.errors import PlanError
from studio.media.probe import probe
from studio.media.streams import MediaInfo, VideoStream
from studio.presets.store import PresetStore
from studio.transcode.tools import Ffmpeg
from studio.workflow.ladder_plans import LadderWishes, plan_ladder
from studio.workflow.ladder_rungs import (
    Rung,
    check_rungs,
    default_rungs,
    parse_rungs,
    suitable_rate,
)
from tests.conftest import ClipFactory


@pytest.fixture(scope="module")
def info(make_clip: ClipFactory, ffmpeg: Ffmpeg) -> MediaInfo:
    """A small source with sound."""
    clip = make_clip("streams-ladder-source", seconds=5, rate="30000/1001", sample_rate=48_000)
    return probe(clip, ffmpeg=ffmpeg.path)


def video_of(info: MediaInfo, width: int, height: int, **more: object) -> VideoStream:
    """A source's track with another size."""
    assert info.main_video is not None
    return replace(info.main_video, width=width, height=height, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("width", "height", "sides"),
    [
        (3840, 2160, [2160, 1080, 720, 480, 360]),
        (1920, 1080, [1080, 720, 480, 360]),
        (1080, 1920, [1080, 720, 480, 360]),
        (1280, 720, [720, 480, 360, 240]),
        (1280, 534, [534, 480, 360, 240]),
        (640, 360, [360, 240]),
        (320, 180, [180, 90]),
    ],
)
def test_a_source_gets_its_own_size_and_usual_smaller_ones(
    info: MediaInfo, width: int, height: int, sides: list[int]
) -> None:
    found = default_rungs(video_of(info, width, height))
    assert [rung.side for rung in found] == sides


def test_rungs_are_read_largest_first_and_oddities_are_told() -> None:
    assert parse_rungs("360:700k, 720p:2.5M") == (Rung(720, 2_500_000), Rung(360, 700_000))
    assert parse_rungs("720,360") == (Rung(720), Rung(360))
    for text in ("", "720", "720:", "720:1k", "720:2500k,720:900k", "a:b,c:d", "9:100k,4:100k"):
        with pytest.raises(PlanError) as told:
            parse_rungs(text)
        assert told.value.hint


def test_no_rung_is_larger_than_its_source(info: MediaInfo) -> None:
    with pytest.raises(PlanError, match="1080 would be larger"):
        check_rungs((Rung(1080), Rung(360)), video_of(info, 1280, 720))


def test_rates_follow_the_size_the_pace_and_the_codec() -> None:
    rates = [suitable_rate(h * 16 // 9, h, Fraction(25), "h264") for h in (1080, 720, 480, 360)]
    assert rates == [4_500_000, 2_450_000, 1_350_000, 850_000]
    assert suitable_rate(1920, 1080, Fraction(60), "h264") > 6_000_000
    assert suitable_rate(1920, 1080, Fraction(25), "vp9") < 3_500_000


def test_every_rung_has_the_same_rhythm_and_only_the_sound_has_sound(
    info: MediaInfo, store: PresetStore, ffmpeg: Ffmpeg
) -> None:
    plan = plan_ladder(info, LadderWishes(store.get("mp4-h264-aac")), ffmpeg)
    assert [one.name for one in plan.tracks] == ["video-180p", "video-90p", "audio"]
    assert {one.plan.frame_rate for one in plan.rungs} == {Fraction(30000, 1001)}
    gops = {(one.plan.gop.size, one.plan.gop.fixed) for one in plan.rungs if one.plan.gop}
    assert gops == {(60, True)}
    assert all(one.plan.audio is None for one in plan.rungs)
    assert plan.sound is not None
    assert plan.sound.plan.video is None
    options = {option.name: option.value for option in plan.rungs[0].plan.options}
    assert (options["sc_threshold"], options["keyint_min"], options["f"]) == ("0", "60", "mp4")
    assert int(options["maxrate"] or 0) == int(options["b:v"] or 0) * 3 // 2


@pytest.mark.parametrize(
    ("preset", "wish", "words"),
    [
        ("mp4-copy", {}, "Stream copy"),
        ("webm-vp8-vorbis", {}, "no VP8"),
        ("mp4-h264-aac", {"segment_s": Fraction(60)}, "60 s are not possible"),
        ("mp4-h264-aac", {"extra": (("crf", "20"),)}, "the rungs decide"),
        ("mp4-h264-aac", {"rungs": (Rung(92), Rung(91))}, "the same size"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    info: MediaInfo, store: PresetStore, preset: str, wish: dict[str, object], words: str
) -> None:
    with pytest.raises(PlanError, match=words) as told:
        plan_ladder(info, LadderWishes(store.get(preset), **wish))  # type: ignore[arg-type]
    assert told.value.hint


def test_a_source_without_pictures_has_no_ladder(
    make_clip: ClipFactory, store: PresetStore, ffmpeg: Ffmpeg, tmp_path: Path
) -> None:
    sound = probe(make_clip("streams-ladder-sound.m4a", size=None), ffmpeg=ffmpeg.path)
    with pytest.raises(PlanError, match="made of pictures"):
        plan_ladder(sound, LadderWishes(store.get("mp4-h264-aac")))
