"""The ladder: what may be called a pass, and what it is called in words."""

from dataclasses import replace

import pytest

from studio.verdict.model import (
    Effect,
    EngineFamily,
    EngineIdentity,
    Finding,
    Hit,
    Ladder,
    Outcome,
    PlaybackReport,
    Severity,
)
from studio.verdict.summary import conclude, judge_findings


def report(name: str, outcome: Outcome, *, warnings: tuple[str, ...] = ()) -> PlaybackReport:
    """A report of one engine."""
    engine = EngineIdentity(name.lower(), name, "1.0")
    reason = "" if outcome is Outcome.PLAYED else "Because."
    return PlaybackReport(engine, outcome, reason, frames_expected=50, warnings=warnings)


def finding(severity: Severity) -> Finding:
    """A finding of this weight."""
    return Finding("X-001", severity, "Something is wrong.")


PLAYED = report("Chromium", Outcome.PLAYED)
FAILED = report("Firefox", Outcome.FAILED)
UNABLE = report("Qt", Outcome.UNSUPPORTED)
SILENT = report("Brave", Outcome.NO_REPORT)
UNTESTED = report("Edge", Outcome.NOT_TESTED)


@pytest.mark.parametrize(
    ("reports", "severity", "ladder"),
    [
        ([PLAYED], None, Ladder.PASS),
        ([PLAYED, UNABLE], None, Ladder.PASS),
        ([PLAYED, SILENT], None, Ladder.WARN),
        ([PLAYED, UNTESTED], None, Ladder.PASS),
        ([UNTESTED], None, Ladder.NOT_PLAYED),
        ([UNABLE, UNTESTED], None, Ladder.NOT_PLAYED),
        ([PLAYED, FAILED], None, Ladder.FAIL),
        ([FAILED], None, Ladder.FAIL),
        ([UNABLE], None, Ladder.NOT_PLAYED),
        ([SILENT], None, Ladder.NOT_PLAYED),
        ([], None, Ladder.NOT_PLAYED),
        ([PLAYED], Severity.BLOCK, Ladder.FAIL),
        ([PLAYED], Severity.LOSS, Ladder.FAIL),
        ([PLAYED], Severity.STALL, Ladder.FAIL),
        ([PLAYED], Severity.SYNC, Ladder.WARN),
        ([PLAYED], Severity.WARN, Ladder.WARN),
        ([PLAYED], Severity.INFO, Ladder.PASS),
        ([], Severity.BLOCK, Ladder.FAIL),
        ([], Severity.WARN, Ladder.NOT_PLAYED),
        ([UNABLE], Severity.WARN, Ladder.NOT_PLAYED),
    ],
)
def test_ladder(reports: list[PlaybackReport], severity: Severity | None, ladder: Ladder) -> None:
    findings = [] if severity is None else [finding(severity)]
    assert conclude(findings, reports).ladder is ladder


def test_a_doubt_of_an_engine_is_a_warning() -> None:
    verdict = conclude((), [report("Chromium", Outcome.PLAYED, warnings=("All black.",))])
    assert verdict.ladder is Ladder.WARN
    assert "Chromium: All black." in verdict.summary


def test_files_alone_never_pass() -> None:
    assert judge_findings(()).ladder is Ladder.NOT_PLAYED


def test_the_summary_names_engines_and_versions() -> None:
    third = report("Edge", Outcome.PLAYED)
    verdict = conclude((), [PLAYED, report("Firefox", Outcome.PLAYED), third])
    assert verdict.summary == (
        "Played to its end in Chromium 1.0, Firefox 1.0 and Edge 1.0, all 50 frames."
    )


def test_codecs_nobody_here_can_decode_are_named() -> None:
    verdict = conclude((), [UNABLE], "H.264 and AAC")
    assert verdict.summary == "Not played: no engine here can decode H.264 and AAC."


def test_a_failure_says_where_it_played_all_the_same() -> None:
    verdict = conclude((), [FAILED, PLAYED])
    assert verdict.summary == (
        "Does not play in Firefox 1.0: Because. It did play in Chromium 1.0."
    )


def about(*hits: Hit) -> Finding:
    """A rule that says these engines refuse the file."""
    return Finding("X-002", Severity.BLOCK, "Blocks are out of order.", hits=hits)


CHROMIUM_HIT = Hit(EngineFamily.CHROMIUM, Effect.REFUSES)
FIREFOX_HIT = Hit(EngineFamily.FIREFOX, Effect.LOSES)
FIREFOX = report("Firefox", Outcome.PLAYED)


@pytest.mark.parametrize(
    ("hits", "reports", "ladder"),
    [
        ((CHROMIUM_HIT,), [PLAYED], Ladder.WARN),
        ((CHROMIUM_HIT,), [report("Edge", Outcome.PLAYED)], Ladder.WARN),
        ((CHROMIUM_HIT,), [FIREFOX], Ladder.FAIL),
        ((CHROMIUM_HIT,), [FIREFOX, report("Chromium", Outcome.UNSUPPORTED)], Ladder.FAIL),
        ((CHROMIUM_HIT,), [FIREFOX, report("Chromium", Outcome.NO_REPORT)], Ladder.FAIL),
        ((CHROMIUM_HIT,), [report("Safari", Outcome.PLAYED)], Ladder.FAIL),
        ((CHROMIUM_HIT, FIREFOX_HIT), [PLAYED], Ladder.FAIL),
        ((CHROMIUM_HIT, FIREFOX_HIT), [PLAYED, FIREFOX], Ladder.WARN),
        ((CHROMIUM_HIT, FIREFOX_HIT), [PLAYED, FAILED], Ladder.FAIL),
        ((Hit(EngineFamily.CHROMIUM, Effect.REFUSES, only="embedded"),), [PLAYED], Ladder.FAIL),
        ((CHROMIUM_HIT, Hit(EngineFamily.WEBKIT, Effect.HARMLESS)), [PLAYED], Ladder.WARN),
    ],
)
def test_a_rule_is_refuted_only_by_the_engines_it_is_about(
    hits: tuple[Hit, ...], reports: list[PlaybackReport], ladder: Ladder
) -> None:
    assert conclude([about(*hits)], reports).ladder is ladder


def test_a_refuted_rule_is_named_beside_what_was_played() -> None:
    verdict = conclude([about(CHROMIUM_HIT)], [PLAYED])
    assert verdict.summary == (
        "Played to its end in Chromium 1.0, all 50 frames. "
        "A rule says otherwise (X-002): Blocks are out of order."
    )
    assert verdict.findings[0].severity is Severity.BLOCK


def test_an_engine_without_an_answer_is_told_with_its_reason() -> None:
    verdict = conclude((), [PLAYED, SILENT])
    assert verdict.summary.endswith(" No answer from Brave 1.0: Because.")


def test_engines_that_were_not_tested_are_named() -> None:
    assert conclude((), [PLAYED, UNTESTED]).summary.endswith(" Not tested: Edge 1.0.")
    assert conclude((), [UNABLE, UNTESTED]).summary == (
        "Not played: Edge 1.0 was not tested: Because. Qt 1.0 cannot decode it here."
    )


@pytest.mark.parametrize(("offset", "ladder"), [(None, "warn"), (150, "warn"), (100, "fail")])
def test_what_no_engine_was_given_is_refuted_by_none(offset: int | None, ladder: str) -> None:
    """Pages append the init segment and the segments; what stands between is never seen."""
    rule = replace(about(CHROMIUM_HIT), offset=offset)
    assert conclude([rule], [PLAYED], appended=((0, 100), (150, 900))).ladder == ladder
    assert conclude([rule], [PLAYED]).ladder is Ladder.WARN
