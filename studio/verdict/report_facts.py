"""Predicted beside observed, fact by fact, as a reader compares them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.verdict.messages import Explanation, translate
from studio.verdict.model import Finding, Outcome, PlaybackReport, SeekResult
from studio.verdict.prediction import Foreseen, Prediction
from studio.verdict.report_words import Words

SILENT = (Foreseen.UNSUPPORTED, Foreseen.REFUSED, Foreseen.NEVER_STARTS)
"""Nothing is heard or seen, so there is no more to compare."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the comparison; an empty text means that nothing is known."""

    key: str
    label: str
    predicted: str = ""
    observed: str = ""


def facts(
    prediction: Prediction | None, report: PlaybackReport | None, words: Words
) -> tuple[Fact, ...]:
    """Return what is to be compared; without a report nothing is observed."""
    seen = report if report and report.outcome in (Outcome.PLAYED, Outcome.FAILED) else None
    told = prediction if prediction and prediction.foreseen not in SILENT else None
    found = [
        Fact(
            "outcome",
            words.phrase("Result"),
            words.foreseen(prediction.foreseen) if prediction else "",
            words.outcome(report.outcome) if report else "",
        ),
        Fact("buffered", words.phrase("Buffered"), *_buffered(prediction, seen, words)),
        Fact("frames", words.phrase("Frames"), *_frames(told, seen, words)),
        Fact("end", words.phrase("To the end"), *_end(told, seen, words)),
        Fact("entries", words.phrase("Entry points"), *_entries(told, seen, words)),
    ]
    if seen is not None:
        found += _observed_only(seen, words)
    if told is not None and told.av_offset_ms:
        offset = f"{float(told.av_offset_ms):+.1f} ms"
        found.append(Fact("offset", words.phrase("Sound against picture"), offset))
    return tuple(fact for fact in found if fact.predicted or fact.observed)


def _buffered(
    prediction: Prediction | None, seen: PlaybackReport | None, words: Words
) -> tuple[str, str]:
    is_silent = prediction is None or prediction.foreseen is Foreseen.UNSUPPORTED
    run = None if prediction is None or is_silent else prediction.run
    return (
        words.ranges(run.buffered) if run is not None else "",
        words.ranges(seen.buffered) if seen else "",
    )


def _frames(told: Prediction | None, seen: PlaybackReport | None, words: Words) -> tuple[str, str]:
    predicted = observed = ""
    if told is not None and told.run is not None:
        lost = told.run.frames_lost
        predicted = words.phrase("none lost")
        if lost:  # a model knows tracks by their numbers only
            predicted = words.phrase("%1 lost, of picture or sound", lost)
    if seen is not None and seen.frames_expected:
        observed = words.phrase("%1 of %2", seen.frames_decoded, seen.frames_expected)
    return predicted, observed


def _end(told: Prediction | None, seen: PlaybackReport | None, words: Words) -> tuple[str, str]:
    predicted = observed = ""
    if told is not None and told.run is not None:
        stop = told.run.stalls_at_s
        predicted = words.phrase("yes")
        if stop is not None:
            predicted = words.phrase("no, stops at %1 s", f"{float(stop):.3f}")
    if seen is not None:
        observed = words.phrase("yes") if seen.reached_end else words.phrase("no")
    return predicted, observed


def _entries(told: Prediction | None, seen: PlaybackReport | None, words: Words) -> tuple[str, str]:
    predicted = observed = ""
    later = [entry for entry in told.entries if entry.segment] if told else []
    if later:
        good = sum(entry.plays for entry in later)
        predicted = words.phrase("%1 of %2", good, len(later))
    if seen is not None:
        observed = tried(seen.entries, seen.entry_points, words)
    return predicted, observed


def tried(results: Sequence[SeekResult], there_are: int, words: Words) -> str:
    """Return ``12 of 12``, and of how many these were chosen; empty when none was tried."""
    if not results:
        return words.phrase("none of %1 tried", there_are) if there_are else ""
    good = sum(result.completed for result in results)
    said = words.phrase("%1 of %2", good, len(results))
    if there_are > len(results):
        said += " " + words.phrase("(evenly chosen of %1)", there_are)
    return said


def _observed_only(seen: PlaybackReport, words: Words) -> Iterator[Fact]:
    first = words.took(seen.first_frame_ms) if seen.first_frame_ms is not None else ""
    yield Fact("first", words.phrase("First picture"), observed=first)
    yield Fact("seeks", words.phrase("Seeks"), observed=tried(seen.seeks, seen.gops, words))
    if seen.outcome is Outcome.PLAYED or seen.waiting_events:
        yield Fact("waits", words.phrase("Waits"), observed=_waits(seen, words))
    if seen.rate:
        yield Fact("rate", words.phrase("Speed"), observed=f"{seen.rate:g}×")
    if seen.attempts > 1:
        again = words.phrase("played once more, slowly")
        yield Fact("attempts", words.phrase("Attempts"), observed=f"{seen.attempts}: {again}")
    yield Fact("took", words.phrase("Took"), observed=words.took(seen.elapsed_s * 1000))


def _waits(seen: PlaybackReport, words: Words) -> str:
    if not seen.waiting_events and not seen.confirmed_waits:
        return words.phrase("none")
    fast = words.phrase("%1 at raised speed", seen.waiting_events)
    slow = words.phrase("none at normal speed")
    if seen.confirmed_waits:
        slow = words.phrase("%1 at normal speed", seen.confirmed_waits)
    return f"{fast}, {slow}"


def said_by(report: PlaybackReport) -> tuple[str, ...]:
    """Return what the engine said and what is to be remarked, each once, the first first."""
    reason = (report.reason,) if report.reason else ()
    return tuple(dict.fromkeys((*reason, *report.messages, *report.console)))


def explained(
    message: str, findings: Sequence[Finding], told: set[str] | None = None
) -> Explanation | None:
    """Return the likeliest meaning of an engine's message, None when it is not known.

    Args:
        message: as the engine said it.
        findings: of the file.
        told: codes that were named already; this one's is added, and not named twice.
    """
    found = next(iter(translate(message, media_findings=findings)), None)
    if found is None or told is None:
        return found
    if found.code in told:
        return None
    told.add(found.code)
    return found
