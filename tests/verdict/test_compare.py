"""Predicted beside observed: each way to differ is one finding, agreement is none."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.verdict.compare import differences
from studio.verdict.model import (
    EngineFamily,
    EngineIdentity,
    Finding,
    Outcome,
    PlaybackReport,
    SeekResult,
    Severity,
    Step,
    StepName,
    StepState,
)
from studio.verdict.prediction import Entry, Foreseen, Prediction, Run

FRAME_S = 0.04


def predicted(
    foreseen: Foreseen,
    *,
    buffered: tuple[tuple[int, int], ...] = ((0, 6),),
    failing: tuple[int, ...] = (),
    error: str = "",
) -> Prediction:
    """What Chromium is expected to do with a file of three segments."""
    ranges = tuple((Fraction(start), Fraction(end)) for start, end in buffered)
    entries = tuple(
        Entry(n, n not in failing, reason="No keyframe." if n in failing else "") for n in (1, 2)
    )
    return Prediction(
        engine="chromium",
        title="Chromium",
        family=EngineFamily.CHROMIUM,
        version="156",
        foreseen=foreseen,
        plays_through=foreseen in (Foreseen.PLAYS, Foreseen.ENTRY_FAILS),
        run=Run((), ranges, True, error=error),
        entries=entries,
        reason="" if foreseen is Foreseen.PLAYS else "12 frames are lost.",
    )


PLAYED = PlaybackReport(
    EngineIdentity("chrome", "Google Chrome", "157.0"),
    Outcome.PLAYED,
    buffered=((0.0, 6.0),),
    reached_end=True,
    entries=(SeekResult(2, True, 9, 1), SeekResult(4, True, 9, 2)),
)
FAILED = replace(PLAYED, outcome=Outcome.FAILED, reason="It stalled at 2.00 s.", reached_end=False)
APPENDED = Step(StepName.APPEND, StepState.DONE)


def seen(prediction: Prediction, report: PlaybackReport) -> tuple[Finding, ...]:
    """What differs, to within a frame."""
    return differences(prediction, report, tolerance_s=FRAME_S)


def codes(prediction: Prediction, report: PlaybackReport) -> list[str]:
    """The same, codes only."""
    return [finding.code for finding in seen(prediction, report)]


def test_what_came_as_predicted_is_no_finding() -> None:
    assert not seen(predicted(Foreseen.PLAYS), PLAYED)
    assert not seen(predicted(Foreseen.STALLS), FAILED)
    assert not seen(predicted(Foreseen.REFUSED, error="parse failed"), FAILED)


def test_playing_against_the_prediction_names_everyone_and_both_sides() -> None:
    (finding,) = seen(predicted(Foreseen.LOSES), PLAYED)
    assert (finding.code, finding.severity) == ("SEEN-001", Severity.WARN)
    assert finding.message == (
        "Google Chrome 157.0 plays this file to its end, although Chromium 156 (as measured) "
        "was expected to lose frames: 12 frames are lost."
    )
    assert not finding.hits


def test_failing_against_the_prediction_gives_the_reason() -> None:
    (finding,) = seen(predicted(Foreseen.PLAYS), FAILED)
    assert (finding.code, finding.severity) == ("SEEN-002", Severity.WARN)
    assert finding.message == (
        "Google Chrome 157.0 does not play this file, although Chromium 156 (as measured) "
        "was expected to play it from every entry point: It stalled at 2.00 s."
    )


@pytest.mark.parametrize("outcome", [Outcome.UNSUPPORTED, Outcome.NO_REPORT, Outcome.NOT_TESTED])
def test_what_was_not_played_differs_from_nothing(outcome: Outcome) -> None:
    assert not seen(predicted(Foreseen.REFUSED), replace(PLAYED, outcome=outcome))


@pytest.mark.parametrize("report", [PLAYED, FAILED])
def test_decoding_what_was_thought_unsupported_is_no_finding(report: PlaybackReport) -> None:
    assert not seen(predicted(Foreseen.UNSUPPORTED, buffered=()), report)


@pytest.mark.parametrize(
    ("buffered", "differs"),
    [
        (((0.0, 6.0),), False),
        (((0.041, 5.96),), False),
        (((0.05, 6.0),), True),
        (((0.0, 5.9),), True),
        (((0.0, 2.0), (2.0, 6.0)), True),
        (((0.0, 6.0), (8.0, 9.0)), True),
    ],
)
def test_ranges_agree_to_within_a_frame_and_in_number(
    buffered: tuple[tuple[float, float], ...], differs: bool
) -> None:
    found = codes(predicted(Foreseen.PLAYS), replace(PLAYED, buffered=buffered))
    assert found == (["SEEN-003"] if differs else [])


def test_other_ranges_are_named_on_both_sides() -> None:
    prediction = predicted(Foreseen.PLAYS, buffered=((0, 2), (4, 6)))
    (finding,) = seen(prediction, PLAYED)
    assert finding.severity is Severity.WARN
    assert finding.message == (
        "Google Chrome 157.0 has buffered 0.000-6.000 s; for Chromium 156 (as measured) "
        "0.000-2.000 s, 4.000-6.000 s was expected."
    )


def test_ranges_of_an_append_that_was_cut_short_prove_nothing() -> None:
    prediction = predicted(Foreseen.STALLS, buffered=((0, 2), (4, 6)))
    half = replace(FAILED, buffered=((0.0, 1.0),))
    assert not seen(prediction, half)
    assert codes(prediction, replace(half, steps=(APPENDED,))) == ["SEEN-003"]


def test_ranges_of_a_file_that_was_never_held_whole_are_not_compared() -> None:
    passing = replace(PLAYED, buffered=((3.0, 6.0),))
    prediction = predicted(Foreseen.PLAYS)
    assert not differences(prediction, passing, tolerance_s=FRAME_S, with_ranges=False)


def test_an_entry_that_works_against_the_prediction_is_only_told() -> None:
    (finding,) = seen(predicted(Foreseen.ENTRY_FAILS, failing=(1, 2)), PLAYED)
    assert (finding.code, finding.severity) == ("SEEN-004", Severity.INFO)
    assert finding.count == 2
    assert "can begin to play at segment 2 (2.00 s)" in finding.message
    assert "No keyframe." in finding.message


def test_an_entry_that_fails_against_the_prediction_is_told_once_and_as_an_entry() -> None:
    black = SeekResult(4, False, 2500, 2, "It shows no picture.")
    report = replace(
        PLAYED,
        outcome=Outcome.FAILED,
        reason="Playback that begins at segment 3 shows no picture.",
        entries=(PLAYED.entries[0], black),
    )
    by_steps = replace(report, steps=(APPENDED, Step(StepName.ENTRIES, StepState.FAILED)))
    for one in (report, by_steps):
        (finding,) = seen(predicted(Foreseen.PLAYS), one)
        assert (finding.code, finding.severity) == ("SEEN-004", Severity.WARN)
        assert "cannot begin to play at segment 3 (4.00 s)" in finding.message
        assert "It shows no picture." in finding.message


def test_an_entry_without_its_segment_is_compared_with_nothing() -> None:
    seeks = (SeekResult(2, True, 9), SeekResult(4, True, 9))
    prediction = predicted(Foreseen.ENTRY_FAILS, failing=(1,))
    assert not seen(prediction, replace(PLAYED, entries=seeks))
