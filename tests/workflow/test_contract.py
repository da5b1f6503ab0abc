"""The contract check sees each broken promise, and says nothing about a good file."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio.media.streams import AudioStream, MediaInfo, VideoStream
from studio.presets.model import (
    AudioSettings,
    Container,
    Contract,
    Preset,
    VideoSettings,
)
from studio.segments.model import (
    BlockOrderFault,
    Family,
    Segment,
    SegmentMap,
    Track,
    TrackKind,
    TrackSpan,
)
from studio.transcode.model import EncodePlan, Gop
from studio.workflow.contract import (
    contract_breaches,
    facts_of,
    gop_lengths,
    shortfall,
    track_shortfalls,
)

FRAME = Fraction(1, 25)
TWO_SECONDS = Gop(50, 50, fixed=True)


def make_plan(*, gop: Gop | None = TWO_SECONDS, seconds: int = 6) -> EncodePlan:
    video, audio = VideoStream(0, "h264"), AudioStream(0, "aac")
    preset = Preset(
        id="webm-test",
        name={"en": "Test"},
        description={"en": "Test"},
        container=Container.WEBM,
        video=VideoSettings("vp8", "libvpx"),
        audio=AudioSettings("vorbis", "libvorbis"),
        contract=Contract(index=True, codecs=("vp8", "vorbis")),
    )
    return EncodePlan(
        info=MediaInfo(Path("in.mp4"), "MPEG-4", 1, seconds * 1_000_000, (video,), (audio,)),
        preset=preset,
        video=video,
        audio=audio,
        frame_rate=Fraction(25),
        gop=gop,
        width=320,
        height=180,
        filters=(),
        options=(),
        expected_duration_us=seconds * 1_000_000,
    )


def make_map(*gops: int, keyframes: int = 1) -> SegmentMap:
    """A WebM whose clusters hold GOPs of these lengths at 25 fps."""
    segments, at = [], 0
    for gop in gops:
        start, length = at * FRAME, gop * FRAME
        spans = (
            TrackSpan(1, start, start + length, gop, True, keyframes),
            TrackSpan(2, start, start + length, gop, True, gop),
        )
        segments.append(Segment(100 + at, gop, start, length, True, spans))
        at += gop
    return SegmentMap(
        path=Path("out.webm"),
        family=Family.WEBM,
        mime='video/webm; codecs="vp8,vorbis"',
        size_bytes=1000,
        duration_s=at * FRAME,
        init_offset=0,
        init_size=100,
        tracks=(
            Track(1, TrackKind.VIDEO, "V_VP8", "vp8", 1000),
            Track(2, TrackKind.AUDIO, "A_VORBIS", "vorbis", 1000),
        ),
        segments=tuple(segments),
        has_index=True,
    )


def test_a_file_as_planned_breaks_nothing() -> None:
    assert contract_breaches(make_plan(), make_map(50, 50, 50)) == ()


def test_the_last_gop_may_be_shorter() -> None:
    assert contract_breaches(make_plan(), make_map(50, 50, 49)) == ()


@pytest.mark.parametrize(
    ("gops", "expected"),
    [
        ((50, 51, 49), "longest GOP has 51 frames"),
        ((50, 49, 50, 1), "GOP 2 has 49 frames instead of 50"),
    ],
)
def test_a_gop_of_another_length_is_a_breach(gops: tuple[int, ...], expected: str) -> None:
    breaches = contract_breaches(make_plan(), make_map(*gops))
    assert any(expected in breach for breach in breaches)


def test_short_gops_are_allowed_with_scene_cuts() -> None:
    plan = make_plan(gop=Gop(50, 10, fixed=False))
    assert contract_breaches(plan, make_map(50, 20, 50, 30)) == ()


def test_two_keyframes_in_one_segment_are_a_breach() -> None:
    breaches = contract_breaches(make_plan(), make_map(50, 50, 50, keyframes=2))
    assert any("more than one keyframe" in breach for breach in breaches)


def test_a_segment_without_keyframe_is_a_breach() -> None:
    good = make_map(50, 50, 50)
    late = replace(good.segments[1], keyframe=False)
    bad = replace(good, segments=(good.segments[0], late, good.segments[2]))
    assert any("does not begin with a keyframe" in b for b in contract_breaches(make_plan(), bad))


def test_a_short_result_is_no_breach_but_said() -> None:
    plan, found = make_plan(seconds=12), make_map(50, 50, 50)
    assert contract_breaches(plan, found) == ()
    assert shortfall(plan, found).startswith("Finished early: 6.0 s of 12.0 s.")
    assert shortfall(make_plan(seconds=6), found) == ""


def test_a_track_that_ends_early_is_said() -> None:
    """The other track hides it from the length of the whole."""
    plan, found = make_plan(seconds=6), make_map(50, 50, 50)
    assert plan.video is not None
    plan = replace(plan, video=replace(plan.video, duration_us=6_000_000))
    assert track_shortfalls(plan, found) == ()
    cut = [replace(s, spans=s.spans[i > 1 :]) for i, s in enumerate(found.segments)]
    found = replace(found, segments=tuple(cut))
    assert shortfall(plan, found) == ""
    assert track_shortfalls(plan, found) == ("The picture ends at 4.0 s of 6.0 s.",)


def test_the_facts_leave_the_last_gop_out() -> None:
    facts = facts_of(make_map(50, 48, 50, 3))
    assert (facts.longest_gop, facts.shortest_gop) == (50, 48)
    assert (facts.segments, facts.duration_us, facts.size_bytes) == (4, 6_040_000, 1000)
    assert facts_of(make_map(50)).longest_gop is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"truncated": True}, "cut off"),
        ({"has_index": False}, "no index"),
        ({"fragmented": False}, "no media segments"),
        ({"segments": ()}, "no media segments"),
        ({"block_order_faults": (BlockOrderFault(77, 120, 122),)}, "first at byte 77"),
    ],
)
def test_structural_breaches_are_named(change: dict[str, object], expected: str) -> None:
    bad = replace(make_map(50, 50, 50), **change)  # type: ignore[arg-type]
    assert any(expected in breach for breach in contract_breaches(make_plan(), bad))


def test_a_missing_sound_track_is_a_breach() -> None:
    good = make_map(50, 50, 50)
    assert contract_breaches(make_plan(), replace(good, tracks=good.tracks[:1])) == (
        "The sound track is missing from the result.",
    )


def test_a_track_that_was_not_planned_is_a_breach() -> None:
    plan = replace(make_plan(), audio=None)
    assert "not planned" in contract_breaches(plan, make_map(50, 50, 50))[0]


def test_a_codec_that_was_not_asked_for_is_a_breach() -> None:
    good = make_map(50, 50, 50)
    other = replace(good.tracks[0], codec_string="vp09.00.10.08")
    breaches = contract_breaches(make_plan(), replace(good, tracks=(other, good.tracks[1])))
    assert breaches == ("The result holds vp09.00.10.08, which was not asked for.",)


def test_a_segment_without_keyframe_continues_its_gop() -> None:
    def span(frames: int, *, key: bool) -> TrackSpan:
        return TrackSpan(1, Fraction(0), Fraction(1), frames, key, int(key))

    spans = [span(30, key=True), span(20, key=False), span(50, key=True)]
    assert gop_lengths(spans) == [50, 50]
