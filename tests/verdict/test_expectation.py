"""What is expected of an engine, and how it is asked."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import Segment, TrackSpan
from studio.verdict.expectation import (
    MOST_ENTRIES,
    MOST_SEEKS,
    expect,
    make_plan,
    missing_ranges,
)
from studio.verdict.gops import seek_targets, spread
from studio.verdict.model import EngineIdentity, Outcome
from studio.verdict.playback import judge
from tests.verdict.test_playback import ENGINE, GOOD, make_map, segment


@pytest.mark.parametrize(("count", "most"), [(0, 12), (1, 12), (12, 12), (13, 12), (1000, 12)])
def test_spread_takes_the_first_and_the_last_and_no_more_than_asked(count: int, most: int) -> None:
    chosen = spread(count, most)
    assert len(chosen) == min(count, most)
    assert sorted(set(chosen)) == list(chosen)
    if count:
        assert (chosen[0], chosen[-1]) == (0, count - 1)


def test_expectation_spans_what_all_tracks_share() -> None:
    spans = (
        TrackSpan(1, Fraction(0), Fraction(2), 50, True, 1),
        TrackSpan(2, Fraction(1, 50), Fraction(41, 20), 94, True, 94),
    )
    found = expect(make_map(Segment(1000, 500, Fraction(0), Fraction(2), True, spans)))
    assert (found.start_s, found.end_s, found.last_end_s) == (0.02, 2.0, 2.05)
    assert found.frames == 50


def entries_of(plan: dict[str, object]) -> list[int]:
    entries = plan["entries"]
    assert isinstance(entries, list)
    return [entry["n"] for entry in entries]


def test_every_segment_but_the_first_is_entered() -> None:
    plan = make_plan(make_map(*(segment(n) for n in range(40))), "id")
    assert entries_of(plan) == list(range(1, 40))
    assert plan["entry_points"] == 39


def test_a_segment_that_does_not_begin_with_a_keyframe_is_entered_first() -> None:
    segments = [segment(n, keyframe=n != 133) for n in range(300)]
    plan = make_plan(make_map(*segments), "id")
    chosen = entries_of(plan)
    assert chosen[0] == 133
    assert len(chosen) <= MOST_ENTRIES
    assert 0 not in chosen
    assert plan["entry_points"] == 299


def test_the_init_segment_comes_again_before_a_keyframe_near_the_middle() -> None:
    plan = make_plan(make_map(*(segment(n, keyframe=n != 5) for n in range(10))), "id")
    assert plan["joint"] == {"n": 4, "at_s": 8.0}
    bare = make_plan(make_map(*(segment(n, keyframe=not n) for n in range(3))), "id")
    assert bare["joint"] is None


def make_media(*, empty: int = -1, early: bool = False) -> MediaFrames:
    """Six seconds at 25 frames per second, a keyframe every two; frame ``empty`` has no bytes."""
    found = make_map()
    table = FrameTable(found.tracks[0], Fraction(1000))
    for number in range(150):
        table.offsets.append(number)
        table.sizes.append(0 if number == empty else 100)
        table.times.append(40 * number - (40 if early else 0))
        table.decode_times.append(40 * number)
        table.durations.append(40)
        table.segments.append(number // 50)
        table.keyframes.append(number % 50 == 0)
        table.hidden.append(0)
    sound = FrameTable(found.tracks[1], Fraction(1000))
    sound.sizes.append(700)
    sound.segments.append(0)
    return MediaFrames(found, (table, sound))


def test_a_frame_without_bytes_is_not_expected() -> None:
    assert expect(make_media()).frames == 150
    assert expect(make_media(empty=7)).frames == 149


def test_frames_before_zero_and_bytes_of_sound_are_known() -> None:
    found = expect(make_media(early=True))
    assert (found.early, found.audio_bytes) == (1, 700)


def test_firefox_may_leave_one_early_frame_uncounted_and_chromium_may_not() -> None:
    page = replace(GOOD, frames=149)
    firefox = EngineIdentity("firefox", "Firefox", "153")
    assert judge(page, make_media(early=True), firefox).outcome is Outcome.PLAYED
    assert judge(page, make_media(early=True), ENGINE).outcome is Outcome.FAILED
    assert judge(page, make_media(), firefox).outcome is Outcome.FAILED


def test_seeks_go_into_the_middle_of_a_frame_inside_each_group_the_last_first() -> None:
    targets = seek_targets(make_media(), MOST_SEEKS)
    assert [target.frame_s for target in targets] == [4.96, 2.96, 0.96]
    assert [target.at_s for target in targets] == [4.98, 2.98, 0.98]
    assert len(seek_targets(make_media(), 2)) == 2


def test_a_patient_plan_is_slower_and_waits_longer() -> None:
    quick, patient = (make_plan(make_map(), "id", patient=flag) for flag in (False, True))
    for key in ("seek_limit_ms", "stall_ms", "seeks_budget_ms", "entries_budget_ms"):
        assert isinstance(quick[key], int)
        assert quick[key] < patient[key]  # type: ignore[operator]
    assert (quick["rate"], patient["rate"]) == (8, 2)
    assert make_plan(make_map(), "id", session=True)["session"] is True


@pytest.mark.parametrize(("size", "whole"), [(40_000_000, True), (40_000_001, False)])
def test_large_files_are_not_appended_at_once(size: int, whole: bool) -> None:
    assert make_plan(replace(make_map(), size_bytes=size), "id")["whole"] is whole


def test_a_file_without_segments_is_asked_as_it_stands() -> None:
    plan = make_plan(replace(make_map(), segments=()), "id")
    assert (plan["raw"], plan["seeks"], plan["entries"]) == (True, [], [])


def test_missing_ranges_are_those_longer_than_the_tolerance() -> None:
    observed = [(4.0, 6.0), (0.05, 1.9), (1.95, 3.0)]
    assert missing_ranges((0.0, 6.0), observed, 0.1) == ((3.0, 4.0),)
    assert missing_ranges((0.0, 6.0), [], 0.1) == ((0.0, 6.0),)
    assert missing_ranges((0.0, 6.0), [(-1.0, 7.0)], 0.1) == ()
