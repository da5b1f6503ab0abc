"""Predicted beside observed: where they differ is a finding of its own."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from studio.verdict.model import (
    Finding,
    Outcome,
    PlaybackReport,
    SeekResult,
    Severity,
    StepName,
    StepState,
)
from studio.verdict.prediction import Entry, Foreseen, Prediction

ROUNDING_S = 0.002
"""Pages report times in whole ms, WebM keeps them so."""

_EXPECTED = {
    Foreseen.PLAYS: "was expected to play it from every entry point",
    Foreseen.ENTRY_FAILS: "was expected to play it from the start",
    Foreseen.LOSES: "was expected to lose frames",
    Foreseen.STALLS: "was expected to stop before the end",
    Foreseen.NEVER_STARTS: "was expected never to start",
    Foreseen.REFUSED: "was expected to refuse it",
}


def differences(
    prediction: Prediction,
    report: PlaybackReport,
    *,
    tolerance_s: float,
    with_ranges: bool = True,
) -> tuple[Finding, ...]:
    """Return a finding for each thing that came otherwise than predicted.

    Which codecs an engine decodes is asked of it and never assumed, so that it is no finding.

    Args:
        prediction: of the engine that played, or of the measured one that it is kin to.
        report: what the engine did.
        tolerance_s: by how much a buffered range may differ: one frame.
        with_ranges: false when the engine held only a part of the file at a time.

    Returns:
        ``SEEN-001`` it plays though it should not; ``SEEN-002`` it does not though it
        should; ``SEEN-003`` other buffered ranges; ``SEEN-004`` an entry point.
    """
    if report.outcome not in (Outcome.PLAYED, Outcome.FAILED):
        return ()
    if prediction.foreseen is Foreseen.UNSUPPORTED:
        return ()
    found = [*_outcomes(prediction, report), *_entries(prediction, report)]
    if with_ranges:
        found += _ranges(prediction, report, tolerance_s + ROUNDING_S)
    return tuple(found)


def _outcomes(prediction: Prediction, report: PlaybackReport) -> Iterator[Finding]:
    should = prediction.plays_through
    if report.outcome is Outcome.PLAYED and not should:
        yield _finding(
            "SEEN-001",
            Severity.WARN,
            f"{_who(report)} plays this file to its end, although {_measured(prediction)} "
            f"{_EXPECTED[prediction.foreseen]}{_because(prediction.reason)}.",
            "It may fail in other versions; the findings say what they stumble over.",
        )
    if report.outcome is Outcome.FAILED and should and not _only_entries_failed(report):
        yield _finding(
            "SEEN-002",
            Severity.WARN,
            f"{_who(report)} does not play this file, although {_measured(prediction)} "
            f"{_EXPECTED[prediction.foreseen]}{_because(report.reason)}.",
            "Believe the engine: something is wrong that no rule has found.",
        )


def _only_entries_failed(report: PlaybackReport) -> bool:
    """Tell whether the file was played from its start as it should be."""
    failed = [step.name for step in report.steps if step.state is StepState.FAILED]
    if failed:
        return failed == [StepName.ENTRIES]
    return report.reached_end and any(not entry.completed for entry in report.entries)


def _entries(prediction: Prediction, report: PlaybackReport) -> Iterator[Finding]:
    """Yield at most one finding for each direction, on the first entry and with their number."""
    foreseen = {entry.segment: entry for entry in prediction.entries}
    pairs = [
        (foreseen[entry.segment], entry)
        for entry in report.entries
        if entry.segment is not None and entry.segment in foreseen
    ]
    better = [pair for pair in pairs if pair[1].completed and not pair[0].plays]
    worse = [pair for pair in pairs if pair[0].plays and not pair[1].completed]
    if worse:
        yield _entry_finding(prediction, report, worse, Severity.WARN)
    if better:
        yield _entry_finding(prediction, report, better, Severity.INFO)


def _entry_finding(
    prediction: Prediction,
    report: PlaybackReport,
    pairs: Sequence[tuple[Entry, SeekResult]],
    severity: Severity,
) -> Finding:
    entry, seen = pairs[0]
    place = f"segment {entry.segment + 1} ({seen.target_s:.2f} s)"
    if seen.completed:
        did = f"{_who(report)} can begin to play at {place}"
        reason = _because(entry.reason)
        remedy = "Nothing is to be done for this engine; the prediction was too careful."
    else:
        did = f"{_who(report)} cannot begin to play at {place}"
        reason = _because(seen.reason)
        remedy = "Believe the engine: viewers who join or seek there see nothing."
    expected = f"{_measured(prediction)} was expected to do otherwise"
    message = f"{did}, although {expected}{reason}."
    return _finding("SEEN-004", severity, message, remedy, count=len(pairs))


def _ranges(
    prediction: Prediction, report: PlaybackReport, tolerance_s: float
) -> Iterator[Finding]:
    """Compare what is buffered after everything was appended without an error."""
    run = prediction.run
    if run is None or run.error or not run.buffered or not report.buffered:
        return
    if not _all_was_appended(report):
        return
    wanted = _seconds(run.buffered)
    if _alike(wanted, report.buffered, tolerance_s):
        return
    yield _finding(
        "SEEN-003",
        Severity.WARN,
        f"{_who(report)} has buffered {_listed(report.buffered)}; for {_measured(prediction)} "
        f"{_listed(wanted)} was expected.",
        "Look at the frames where the ranges part.",
    )


def _all_was_appended(report: PlaybackReport) -> bool:
    appended = [step.state for step in report.steps if step.name is StepName.APPEND]
    done = StepState.DONE in appended and StepState.FAILED not in appended
    return report.outcome is Outcome.PLAYED or done


def _seconds(ranges: Sequence[tuple[Fraction, Fraction]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(start), float(end)) for start, end in ranges)


def _alike(
    wanted: Sequence[tuple[float, float]],
    seen: Sequence[tuple[float, float]],
    tolerance_s: float,
) -> bool:
    if len(wanted) != len(seen):
        return False
    pairs = (
        pair
        for one, other in zip(wanted, seen, strict=True)
        for pair in zip(one, other, strict=True)
    )
    return all(abs(one - other) <= tolerance_s for one, other in pairs)


def _listed(ranges: Sequence[tuple[float, float]]) -> str:
    return ", ".join(f"{start:.3f}-{end:.3f} s" for start, end in ranges)


def _who(report: PlaybackReport) -> str:
    return f"{report.engine.title} {report.engine.version}".strip()


def _measured(prediction: Prediction) -> str:
    """Return who the prediction is about, and that it was measured."""
    known = f"{prediction.title} {prediction.version}".strip()
    return f"{known} (as measured)" if prediction.version else f"{known} (never measured)"


def _because(reason: str) -> str:
    return f": {reason.rstrip('.')}" if reason else ""


def _finding(
    code: str, severity: Severity, message: str, remedy: str, *, count: int = 1
) -> Finding:
    return Finding(code, severity, message, None, "", remedy, count=count)
