"""What is expected of an engine, and how it is asked."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.segments.model import Segment, TrackSpan
from studio.verdict.expectation import (
    MOST_ENTRIES,
    MOST_SEEKS,
    expect,
    make_plan,
    missing_ranges,
    spread,
)
from tests.verdict.test_playback import make_map, segment


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


def test_a_segment_that_does_not_begin_with_a_keyframe_is_always_entered() -> None:
    segments = [segment(n, keyframe=n != 33) for n in range(100)]
    plan = make_plan(make_map(*segments), "id")
    entries = plan["entries"]
    assert isinstance(entries, list)
    assert 33 in [entry["n"] for entry in entries]
    assert len(entries) <= MOST_ENTRIES + 2
    assert 0 not in [entry["n"] for entry in entries]


def test_plan_seeks_to_segment_starts_and_into_the_middle_of_one() -> None:
    plan = make_plan(make_map(), "id")
    assert plan["seeks"] == [0.0, 2.0, 4.0, 3.0]
    many = make_plan(make_map(*(segment(n) for n in range(100))), "id")["seeks"]
    assert isinstance(many, list)
    assert len(many) == MOST_SEEKS + 1


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
