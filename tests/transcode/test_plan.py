"""Plans: every option has a reason, the rhythm is exact, nonsense is refused in words."""

import dataclasses
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio import paths
from studio.errors import PlanError
from studio.media.streams import AudioStream, MediaInfo, RateMode, VideoStream
from studio.presets.codec import preset_from_json
from studio.presets.model import GopPolicy, Preset
from studio.presets.store import PresetStore
from studio.transcode.argv import display_command, ffmpeg_arguments
from studio.transcode.model import EncodePlan, Overrides
from studio.transcode.plan import build_plan
from studio.transcode.rhythm import plan_gop

VIDEO = VideoStream(
    index=0,
    codec="h264",
    width=1920,
    height=1080,
    frame_rate=Fraction(30000, 1001),
    rate_mode=RateMode.CONSTANT,
    pixel_format="yuv420p",
    duration_us=10_000_000,
)
AUDIO = AudioStream(index=0, codec="aac", sample_rate=48_000, channels=2, duration_us=9_900_000)
INFO = MediaInfo(Path("/films/a.mp4"), "mp4", 1_000, 10_000_000, (VIDEO,), (AUDIO,))
PRESETS = ["webm-vp8-vorbis", "mp4-h264-aac", "webm-vp9-opus", "mp4-av1-opus", "mp4-copy"]


def option(plan: EncodePlan, name: str) -> str | None:
    found = [planned for planned in plan.options if planned.name == name]
    assert len(found) == 1, f"{name}: {found}"
    return found[0].value


def names(plan: EncodePlan) -> set[str]:
    return {planned.name for planned in plan.options}


def with_video(**changes: Any) -> MediaInfo:
    return dataclasses.replace(INFO, video=(dataclasses.replace(VIDEO, **changes),))


def refusal(info: MediaInfo, preset: Preset, overrides: Overrides) -> PlanError:
    with pytest.raises(PlanError) as caught:
        build_plan(info, preset, overrides)
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("preset_id", PRESETS)
def test_every_option_stands_once_and_has_a_reason(store: PresetStore, preset_id: str) -> None:
    plan = build_plan(INFO, store.get(preset_id))
    assert len(names(plan)) == len(plan.options)
    assert all(planned.reason for planned in plan.options)
    assert plan.expected_duration_us == 10_000_000


def test_two_seconds_of_ntsc_video_are_sixty_frames(store: PresetStore) -> None:
    plan = build_plan(INFO, store.get("mp4-h264-aac"))
    assert (option(plan, "g"), option(plan, "keyint_min")) == ("60", "60")
    assert option(plan, "sc_threshold") == "0"
    assert option(plan, "x264-params") == "open-gop=0"
    assert option(plan, "r") == "30000/1001"


def test_ten_seconds_of_ntsc_video_are_not_one_frame_short(store: PresetStore) -> None:
    plan = build_plan(INFO, store.get("mp4-h264-aac"), Overrides(gop_seconds=Fraction(10)))
    assert option(plan, "g") == "300"


@given(
    seconds=st.fractions(Fraction(1, 2), Fraction(9), max_denominator=1000),
    rate=st.sampled_from([Fraction(text) for text in ("24000/1001", "25", "60000/1001", "15/2")]),
)
def test_the_gop_is_the_nearest_whole_number_of_frames(seconds: Fraction, rate: Fraction) -> None:
    gop = plan_gop(GopPolicy(seconds=seconds), Overrides(), rate)
    assert abs(gop.size - seconds * rate) <= Fraction(1, 2)
    assert 1 <= gop.min_size <= gop.size
    assert gop.fixed


def test_scene_cuts_on_allow_earlier_keyframes(store: PresetStore) -> None:
    overrides = Overrides(scene_cuts=True, min_frames=12)
    plan = build_plan(INFO, store.get("mp4-h264-aac"), overrides)
    assert (option(plan, "sc_threshold"), option(plan, "keyint_min")) == ("40", "12")
    assert plan.gop is not None
    assert not plan.gop.fixed


def test_scene_cuts_on_without_a_minimum_leave_it_to_x264(store: PresetStore) -> None:
    plan = build_plan(INFO, store.get("mp4-h264-aac"), Overrides(scene_cuts=True))
    assert "keyint_min" not in names(plan)


def test_libvpx_gets_unequal_numbers_when_scene_cuts_are_on(store: PresetStore) -> None:
    plan = build_plan(INFO, store.get("webm-vp8-vorbis"), Overrides(scene_cuts=True))
    assert option(plan, "keyint_min") != option(plan, "g")


def test_svt_says_that_it_knows_no_scene_cuts(store: PresetStore) -> None:
    plan = build_plan(INFO, store.get("mp4-av1-opus"), Overrides(scene_cuts=True))
    assert any("no scene cut detection" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("overrides", "sentence"),
    [
        (Overrides(gop_frames=0), "at least one frame"),
        (Overrides(gop_frames=-5), "at least one frame"),
        (Overrides(gop_seconds=Fraction(1, 1000)), "shorter than one frame"),
        (Overrides(gop_seconds=Fraction(-1)), "at least one frame"),
        (Overrides(gop_seconds=Fraction(11)), "too far for streaming"),
        (Overrides(gop_frames=400), "too far for streaming"),
        (Overrides(gop_frames=60, gop_seconds=Fraction(2)), "both in seconds and in frames"),
        (Overrides(min_frames=61), "cannot exceed the maximum (60)"),
        (Overrides(min_frames=0), "minimum keyframe interval must be"),
        (Overrides(extra=(("volume", "3"),)), 'no setting "volume"'),
        (Overrides(extra=(("crf", "99"),)), "not possible for crf"),
        (Overrides(extra=(("crf", "-1"),)), "not possible for crf"),
        (Overrides(extra=(("crf", "20 -y"),)), "not possible for crf"),
        (Overrides(extra=(("frame_rate", "fast"),)), "not a frame rate"),
        (Overrides(extra=(("frame_rate", "0"),)), "not possible"),
        (Overrides(extra=(("speed", "warp"),)), "not a speed"),
        (Overrides(extra=(("audio_track", "2"),)), "no sound track 2"),
    ],
)
def test_nonsense_is_refused_in_words(
    store: PresetStore, overrides: Overrides, sentence: str
) -> None:
    assert sentence in refusal(INFO, store.get("mp4-h264-aac"), overrides).what


def test_settings_of_one_job_reach_the_options(store: PresetStore) -> None:
    extra = (
        ("crf", "30"), ("width", "640"), ("frame_rate", "29.97"), ("threads", "3"),
        ("speed", "fast"), ("audio_bit_rate", "48000"), ("audio_channels", "1"),
    )  # fmt: skip
    plan = build_plan(INFO, store.get("mp4-h264-aac"), Overrides(extra=extra))
    assert (plan.width, plan.height, plan.frame_rate) == (640, 360, Fraction(30000, 1001))
    found = [option(plan, name) for name in ("crf", "threads", "preset", "b:a", "ac")]
    assert found == ["30", "3", "veryfast", "48000", "1"]


def test_the_vp8_ceiling_follows_size_and_rate(store: PresetStore) -> None:
    preset = store.get("webm-vp8-vorbis")
    full = int(option(build_plan(INFO, preset), "b:v") or 0)
    assert full == pytest.approx(0.12 * 1920 * 1080 * 30000 / 1001, rel=1e-6)
    small = build_plan(with_video(width=64, height=36), preset)
    assert option(small, "b:v") == "300000"
    assert option(small, "threads") == "1"


def test_a_missing_encoder_is_named(store: PresetStore) -> None:
    with pytest.raises(PlanError, match="no encoder libx264"):
        build_plan(INFO, store.get("mp4-h264-aac"), encoders=frozenset({"aac"}))


def test_only_sound_for_a_preset_of_only_pictures_is_refused(store: PresetStore) -> None:
    data = {**json.loads(store.export("mp4-h264-aac")), "audio": None}
    sound = dataclasses.replace(INFO, video=())
    assert "only sound" in refusal(sound, preset_from_json(data), Overrides()).what


def test_a_picture_over_the_limit_is_refused(store: PresetStore) -> None:
    bomb = with_video(width=16_000, height=9_000)
    assert "64 megapixels" in refusal(bomb, store.get("mp4-h264-aac"), Overrides()).what


def test_an_unknown_size_is_refused(store: PresetStore) -> None:
    unknown = with_video(width=0, height=0)
    assert "not known" in refusal(unknown, store.get("mp4-h264-aac"), Overrides()).what


def test_an_unknown_rate_becomes_a_constant_one(store: PresetStore) -> None:
    plan = build_plan(with_video(frame_rate=None), store.get("mp4-h264-aac"))
    assert plan.frame_rate == 30
    assert any("not known" in note for note in plan.notes)


def test_hdr_without_tone_mapping_is_said(store: PresetStore) -> None:
    plan = build_plan(with_video(color_transfer="smpte2084"), store.get("mp4-h264-aac"))
    assert any("HDR (PQ)" in note and "missing" in note for note in plan.notes)
    assert not plan.filters


def test_the_expected_length_is_that_of_the_tracks_taken(store: PresetStore) -> None:
    longer = dataclasses.replace(INFO, duration_us=60_000_000)
    assert build_plan(longer, store.get("mp4-h264-aac")).expected_duration_us == 10_000_000
    unknown = dataclasses.replace(with_video(duration_us=None), duration_us=60_000_000)
    assert build_plan(unknown, store.get("mp4-h264-aac")).expected_duration_us == 60_000_000


@pytest.mark.parametrize("preset_id", PRESETS)
def test_ticks_of_an_mp4_hold_every_frame_time(store: PresetStore, preset_id: str) -> None:
    plan = build_plan(INFO, store.get(preset_id))
    if plan.frame_rate is not None and preset_id.startswith("mp4"):
        scale = int(option(plan, "video_track_timescale") or 0)
        assert scale >= 10_000
        assert (scale / plan.frame_rate).denominator == 1


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1
).filter(lambda name: name not in (".", ".."))


@given(source=NAMES, target=NAMES, preset_id=st.sampled_from(PRESETS))
def test_no_name_can_become_an_option_or_a_protocol(
    source: str, target: str, preset_id: str
) -> None:
    preset = PresetStore(paths.built_in_presets_dir(), Path("/nowhere")).get(preset_id)
    info = dataclasses.replace(INFO, path=Path("/films") / source)
    plan = build_plan(info, preset)
    arguments = ffmpeg_arguments(plan, Path("/out") / target, Path("/bin/ffmpeg"))
    assert arguments[arguments.index("-i") + 1] == f"file:/films/{source}"
    assert arguments[-1] == f"file:/out/{target}"
    allowed = {f"-{planned.name}" for planned in plan.options} | {
        "-hide_banner", "-y", "-nostats", "-loglevel", "-progress", "-stats_period", "-i", "-map",
        "-vf", "-protocol_whitelist", "-format_whitelist", "-max_pixels", "-1",
    }  # fmt: skip
    assert {argument for argument in arguments if argument.startswith("-")} <= allowed
    guards = arguments[: arguments.index("-i")]
    assert guards[guards.index("-protocol_whitelist") + 1] == "file"
    assert "hls" not in guards[guards.index("-format_whitelist") + 1]


def test_a_shown_command_can_be_pasted_into_a_shell(store: PresetStore) -> None:
    info = dataclasses.replace(INFO, path=Path("/films/it's $(x) `y`.mp4"))
    plan = build_plan(info, store.get("mp4-h264-aac"))
    shown = display_command(ffmpeg_arguments(plan, Path("/out/a b.mp4"), Path("/bin/ffmpeg")))
    assert "'file:/films/it'\"'\"'s $(x) `y`.mp4'" in shown
    assert shown.endswith("'file:/out/a b.mp4'")
