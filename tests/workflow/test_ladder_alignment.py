"""Rungs that do not fit are named, with the first moment at which they differ."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.verdict.model import Severity
from studio.workflow.ladder_alignment import (
    AlignedRung,
    AlignedSegment,
    AlignedSound,
    alignment_findings,
)

STEP = Fraction(60 * 1001, 30000)
SEGMENTS = tuple(AlignedSegment(number * STEP, STEP, 60) for number in range(4))
TOP = AlignedRung("720p", "avc1.64001f", 30000, tuple(s.start_s for s in SEGMENTS), SEGMENTS)
LOW = replace(TOP, name="360p", codec="avc1.64001e")
SOUND = AlignedSound("audio", "mp4a.40.2", Fraction(-8, 375), 4 * STEP)


def moved(number: int, by_s: Fraction, **more: object) -> tuple[AlignedSegment, ...]:
    """The segments with one changed."""
    changed = replace(SEGMENTS[number], start_s=SEGMENTS[number].start_s + by_s)
    changed = replace(changed, **more)  # type: ignore[arg-type]
    return (*SEGMENTS[:number], changed, *SEGMENTS[number + 1 :])


def test_rungs_that_fit_have_no_findings() -> None:
    assert alignment_findings([TOP, LOW], SOUND, expects_sound=True) == ()


TICK = Fraction(1, 30000)


@pytest.mark.parametrize(
    ("rung", "code", "said"),
    [
        (
            replace(LOW, keyframes_s=(*LOW.keyframes_s[:2], 2 * STEP + TICK, 3 * STEP)),
            "LADDER-001",
            "first at 4.004 s",
        ),
        (replace(LOW, keyframes_s=(*LOW.keyframes_s, 4 * STEP)), "LADDER-001", "at 8.008 s"),
        (replace(LOW, keyframes_s=(*LOW.keyframes_s, STEP / 2)), "LADDER-001", "first at"),
        (replace(LOW, segments=moved(1, TICK)), "LADDER-002", "first at 2.002 s"),
        (replace(LOW, segments=SEGMENTS[:3]), "LADDER-002", "first at 6.006 s"),
        (
            replace(LOW, segments=moved(3, Fraction(0), duration_s=STEP / 2)),
            "LADDER-003",
            "6.006 s",
        ),
        (replace(LOW, segments=moved(2, Fraction(0), frames=59)), "LADDER-004", "59 frames"),
        (replace(LOW, timescale=90000), "LADDER-005", "90000 ticks"),
        (replace(LOW, codec="vp09.00.10.08"), "LADDER-006", "vp09.00.10.08 and not avc1"),
    ],
)
def test_a_rung_that_differs_is_named_with_the_first_moment(
    rung: AlignedRung, code: str, said: str
) -> None:
    finding, *rest = alignment_findings([TOP, LOW, rung])
    assert finding.code == code
    assert said in finding.message
    assert "“360p”" in finding.message
    assert finding.place == "360p"
    assert finding.remedy
    assert all(one.code == "LADDER-008" for one in rest)


def test_a_segment_without_a_keyframe_at_its_beginning_is_told_of_all_rungs() -> None:
    rungs = [replace(one, keyframes_s=one.keyframes_s[:1]) for one in (TOP, LOW)]
    found = alignment_findings(rungs)
    assert [(one.code, one.place) for one in found] == [
        ("LADDER-008", "720p"),
        ("LADDER-008", "360p"),
    ]
    assert "first at 2.002 s" in found[0].message


def test_sound_that_is_missing_or_elsewhere_is_told() -> None:
    late = replace(SOUND, start_s=Fraction(2))
    short = replace(SOUND, end_s=Fraction(3))
    told = [
        alignment_findings([TOP, LOW], sound, expects_sound=True) for sound in (None, late, short)
    ]
    assert [[(one.code, one.severity) for one in found] for found in told] == [
        [("LADDER-007", Severity.LOSS)],
        [("LADDER-007", Severity.SYNC)],
        [("LADDER-007", Severity.WARN)],
    ]
