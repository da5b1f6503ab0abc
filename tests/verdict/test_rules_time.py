"""Times of segments: which engine minds what."""

from fractions import Fraction
from pathlib import Path

import pytest

from studio.segments.model import Family, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.verdict.model import Effect, Finding, Severity
from studio.verdict.rules_time import time_findings

VIDEO, AUDIO = 1, 2
MS = Fraction(1, 1000)


def _map(
    *spans: tuple[int, int, int, int],
    family: Family = Family.WEBM,
    size: int = 1000,
    keyframes: int = 1,
) -> SegmentMap:
    """Return a map with one segment per (track, start ms, end ms, frames)."""
    segments = tuple(
        Segment(
            100 * number, size, start * MS, (end - start) * MS, True,
            (TrackSpan(track, start * MS, end * MS, frames, keyframes > 0, keyframes),),
        )
        for number, (track, start, end, frames) in enumerate(spans)
    )  # fmt: skip
    kinds = {VIDEO: TrackKind.VIDEO, AUDIO: TrackKind.AUDIO}
    tracks = tuple(
        Track(number, kinds[number], "", "vp8", 1000)
        for number in sorted({track for track, *_ in spans})
    )
    end = max(segment.end_s for segment in segments)
    return SegmentMap(Path("x"), family, "", size, end, 0, 0, tracks, segments)


def _effects(finding: Finding) -> dict[str, Effect]:
    return {hit.family.value: hit.effect for hit in finding.hits}


@pytest.mark.parametrize(
    ("start", "chromium", "firefox", "severity"),
    [
        (150, Effect.HARMLESS, Effect.HARMLESS, Severity.WARN),
        (500, Effect.HARMLESS, Effect.STALLS, Severity.STALL),
        (1050, Effect.STALLS, Effect.STALLS, Severity.STALL),
    ],
)
def test_a_late_start_is_waited_for_as_long_as_measured(
    start: int, chromium: Effect, firefox: Effect, severity: Severity
) -> None:
    (finding,) = time_findings(_map((VIDEO, start, start + 1000, 25)))
    assert (finding.code, finding.severity) == ("TIME-001", severity)
    assert _effects(finding) == {"chromium": chromium, "firefox": firefox}
    assert finding.place == "Segment/Cluster[1]"


def test_a_start_within_a_tenth_of_a_second_is_none_too_late() -> None:
    assert list(time_findings(_map((VIDEO, 90, 1000, 25)))) == []


def test_sound_that_begins_late_is_found_when_the_picture_is_in_time() -> None:
    (finding,) = time_findings(_map((VIDEO, 0, 1000, 25), (AUDIO, 400, 1000, 30)))
    assert "audio" in finding.message
    assert finding.place == "Segment/Cluster[2]"


@pytest.mark.parametrize(
    ("gap", "firefox", "webkit"),
    [
        (60, Effect.HARMLESS, Effect.HARMLESS),
        (300, Effect.HARMLESS, Effect.STALLS),
        (700, Effect.STALLS, Effect.STALLS),
    ],
)
def test_each_engine_joins_over_its_own_distance(gap: int, firefox: Effect, webkit: Effect) -> None:
    spans = ((VIDEO, 0, 1000, 25), (VIDEO, 1000 + gap, 2000 + gap, 25))
    (finding,) = time_findings(_map(*spans))
    assert finding.code == "TIME-002"
    assert _effects(finding) == {
        "chromium": Effect.STALLS,
        "firefox": firefox,
        "webkit": webkit,
    }


def test_a_gap_of_one_frame_is_joined_by_all() -> None:
    assert list(time_findings(_map((VIDEO, 0, 1000, 25), (VIDEO, 1040, 2040, 25)))) == []


def test_a_hole_in_the_picture_under_sound_freezes_it() -> None:
    spans = ((VIDEO, 0, 1000, 25), (AUDIO, 0, 2300, 90), (VIDEO, 1300, 2300, 25))
    codes = [finding.code for finding in time_findings(_map(*spans))]
    assert codes == ["TIME-002", "TIME-003"]


@pytest.mark.parametrize(
    ("family", "firefox"), [(Family.WEBM, Effect.HARMLESS), (Family.MP4, Effect.LOSES)]
)
def test_a_picture_before_zero_is_lost(family: Family, firefox: Effect) -> None:
    (finding,) = time_findings(_map((VIDEO, -40, 960, 25), family=family))
    assert finding.code == "TIME-006"
    assert _effects(finding)["firefox"] is firefox
    assert finding.cure is not None
    assert "-avoid_negative_ts make_zero" in finding.cure.useless


def test_keyframes_more_than_ten_seconds_apart_are_warned_of() -> None:
    late = [(VIDEO, start, start + 4000, 100) for start in (0, 4000, 8000)]
    (finding,) = time_findings(_map(*late, keyframes=0))
    assert (finding.code, finding.severity) == ("TIME-012", Severity.WARN)
    assert list(time_findings(_map(*late))) == []


def test_one_long_segment_with_many_keyframes_is_no_long_gop() -> None:
    assert list(time_findings(_map((VIDEO, 0, 60_000, 1500), keyframes=30))) == []
    (finding,) = time_findings(_map((VIDEO, 0, 60_000, 1500), keyframes=5))
    assert finding.code == "TIME-012"


@pytest.mark.parametrize(
    ("size", "severity", "refusing"),
    [
        (60_000_000, Severity.WARN, set()),
        (100_000_000, Severity.BLOCK, {"firefox"}),
        (140_000_000, Severity.BLOCK, {"firefox", "chromium"}),
    ],
)
def test_a_segment_beyond_a_quota_is_refused(
    size: int, severity: Severity, refusing: set[str]
) -> None:
    (finding,) = time_findings(_map((VIDEO, 0, 1000, 25), size=size))
    assert (finding.code, finding.severity) == ("TIME-014", severity)
    refused = {family for family, effect in _effects(finding).items() if effect is Effect.REFUSES}
    assert refused == refusing


def test_sound_alone_has_a_smaller_quota() -> None:
    (finding,) = time_findings(_map((AUDIO, 0, 1000, 50), size=5_000_000))
    assert finding.code == "TIME-014"
