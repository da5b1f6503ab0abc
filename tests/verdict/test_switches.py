"""Changes between rungs: which are played, and what counts as played."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.segments.model import TrackSpan
from studio.verdict.page_switch import PageSwitch, Switch, parse_switch
from studio.verdict.switches import (
    SwitchRung,
    is_sure,
    least_share,
    pairs,
    switch_fault,
    switch_plan,
    switches_of,
)

SPANS = tuple(
    TrackSpan(1, Fraction(2 * n), Fraction(2 * n + 2), 50, starts_with_keyframe=True, keyframes=1)
    for n in range(3)
)
WIDE = SwitchRung("720p", "a", 'video/mp4; codecs="avc1.64001f"', 1280, 720, SPANS)
SMALL = SwitchRung("360p", "b", 'video/mp4; codecs="avc1.64001e"', 640, 360, SPANS)
RUNGS = (WIDE, SMALL)
GOOD = PageSwitch(
    Switch(0, 1, 0, 2.0),
    passed=True,
    begin_s=1.75,
    time_s=2.27,
    frames=14,
    before_width=1280,
    after_width=640,
    odd_widths=0,
    ranges=((0.0, 4.0),),
    error="",
    milliseconds=180.0,
)


def test_up_to_three_rungs_every_pair_is_played_at_every_boundary() -> None:
    assert pairs(2) == (((0, 1), (1, 0)), 0)
    chosen, left_out = pairs(3)
    assert (len(chosen), left_out) == (6, 0)
    found = switches_of(RUNGS)
    assert [(one.origin, one.goal, one.number, one.at_s) for one in found] == [
        (0, 1, 0, 2.0), (1, 0, 0, 2.0), (0, 1, 1, 4.0), (1, 0, 1, 4.0),
    ]  # fmt: skip


def test_of_more_rungs_neighbours_and_the_ends_are_played_and_the_rest_is_counted() -> None:
    chosen, left_out = pairs(4)
    assert set(chosen) == {(0, 1), (1, 0), (1, 2), (2, 1), (2, 3), (3, 2), (0, 3), (3, 0)}
    assert left_out == 4


def test_a_patient_plan_goes_at_normal_speed() -> None:
    plan, patient = (switch_plan(RUNGS, switches_of(RUNGS), patient=p) for p in (False, True))
    assert (plan["rate"], patient["rate"]) == (4, 1)
    assert plan["limit_ms"] != patient["limit_ms"]


def test_a_change_with_all_evidence_is_played() -> None:
    assert switch_fault(GOOD, RUNGS) == ""


@pytest.mark.parametrize(
    ("tried", "said", "sure"),
    [
        (replace(GOOD, error="CHUNK_DEMUXER_ERROR_APPEND_FAILED: No."), "refused: No.", True),
        (replace(GOOD, ranges=((0.0, 2.0), (2.2, 4.0))), "gap", True),
        (replace(GOOD, ranges=((0.0, 1.9), (2.0, 4.0))), "gap", True),
        (replace(GOOD, ranges=((0.0, 3.0),)), "gap", True),
        (replace(GOOD, ranges=()), "gap", True),
        (replace(GOOD, passed=False, time_s=1.99), "stops at 1.99 s", False),
        (replace(GOOD, frames=3), "only 3 of 13 frames", False),
        (replace(GOOD, frames=0, time_s=1.76), "only 0", False),
        (replace(GOOD, after_width=1280), "1280 and 1280 pixels", False),
        (replace(GOOD, before_width=0), "0 and 640", False),
        (replace(GOOD, odd_widths=1), "pixels wide", False),
    ],
)
def test_any_missing_evidence_is_a_fault(tried: PageSwitch, said: str, sure: bool) -> None:
    assert said in switch_fault(tried, RUNGS)
    assert is_sure(tried, RUNGS) is sure


def test_webkit_may_leave_frames_out_as_it_does_when_it_is_busy() -> None:
    few = replace(GOOD, frames=6)
    assert "only 6 of 13" in switch_fault(few, RUNGS, least_share("chromium"))
    assert switch_fault(few, RUNGS, least_share("webkit")) == ""
    assert switch_fault(replace(GOOD, frames=1), RUNGS, least_share("webkit"))


def test_pixels_that_are_not_square_are_no_fault() -> None:
    wide = replace(GOOD, before_width=1707, after_width=853)
    assert switch_fault(wide, RUNGS) == ""


def test_a_page_that_tells_nonsense_proves_nothing() -> None:
    told = parse_switch({"from": "0", "to": True, "n": -3, "passed": 1, "frames": float("nan")})
    assert told.switch == Switch(0, 0, 0, 0.0)
    assert switch_fault(told, RUNGS)
