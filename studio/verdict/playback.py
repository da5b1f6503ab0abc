"""The judge: what a page observed, against what the file must give.

Pure. A missing error proves nothing here: engines drop what they cannot use without a
word, so each piece of evidence has to be there (mse-rules.md, findings 2 and 3).
"""

import re
from collections.abc import Iterator, Sequence

from studio.segments.model import SegmentMap
from studio.verdict.expectation import MOST_SEEKS, PLAY_RATE, Expectation, expect, missing_ranges
from studio.verdict.model import (
    EngineIdentity,
    Outcome,
    Picture,
    PlaybackReport,
    SeekResult,
    Step,
)
from studio.verdict.page_report import PageEntry, PageError, PageReport, Pairs

LEAST_SPEED = 0.7
"""Below this multiple of real time the engine could not keep up. Source: engines.md 4.3."""

_CODED = re.compile(r"(?:PipelineStatus::)?([A-Z][A-Z_]+)(?::\s*(.*))?", re.DOTALL)
_NO_DECODER = re.compile(r"no decoder found", re.IGNORECASE)
"""Firefox says so on append, of types it called supported. Source: measured, 153."""
USUAL_WAITS = 2
"""Changing to eight times the speed makes Chromium wait once or twice. Source: measured."""


def judge(
    page: PageReport,
    found: SegmentMap,
    engine: EngineIdentity,
    *,
    elapsed_s: float = 0.0,
    picture: Picture | None = None,
    attempts: int = 1,
) -> PlaybackReport:
    """Compare what an engine did with what the file must give.

    Args:
        page: the page's final report.
        found: the file's segment map.
        engine: who played.
        elapsed_s: from the launch to the final report.
        picture: what the page sent of what it saw.
        attempts: how many times it was played.
    """
    expected = expect(found)
    outcome, reason = _outcome(page, found, expected)
    warnings = tuple(_warnings(page, expected)) if outcome is Outcome.PLAYED else ()
    return PlaybackReport(
        engine=engine,
        outcome=outcome,
        reason=reason,
        buffered=page.buffered,
        duration_s=page.duration_s,
        frames_decoded=page.frames,
        frames_expected=expected.frames,
        reached_end=page.reached_end,
        picture_changed=page.picture_changed,
        picture_black=page.picture_black,
        waiting_events=page.waits,
        first_frame_ms=page.first_frame_ms,
        seeks=tuple(SeekResult(s.target_s, s.completed, s.milliseconds) for s in page.seeks),
        entries=tuple(
            SeekResult(e.at_s, not _entry_fault(e, expected), e.milliseconds) for e in page.entries
        ),
        messages=tuple(_messages(page, found)),
        elapsed_s=elapsed_s,
        picture=picture,
        attempts=attempts,
        warnings=warnings,
    )


def no_report(
    engine: EngineIdentity, reason: str, *, steps: Sequence[Step] = (), elapsed_s: float = 0.0
) -> PlaybackReport:
    """Return the report of an engine that never answered."""
    return PlaybackReport(
        engine=engine,
        outcome=Outcome.NO_REPORT,
        reason=reason,
        steps=tuple(steps),
        elapsed_s=elapsed_s,
    )


def _outcome(page: PageReport, found: SegmentMap, expected: Expectation) -> tuple[Outcome, str]:
    if page.outcome == "unsupported":
        return Outcome.UNSUPPORTED, "This engine cannot decode the codecs of this file."
    if page.error is not None:
        if _NO_DECODER.search(page.error.detail):
            return Outcome.UNSUPPORTED, "This engine has no decoder for this file."
        return Outcome.FAILED, error_in_words(page.error, whole=not found.segments)
    if page.outcome != "finished":
        return Outcome.NO_REPORT, "The page sent no complete report."
    fault = next(_faults(page, found, expected), "")
    return (Outcome.FAILED, fault) if fault else (Outcome.PLAYED, "")


def _faults(page: PageReport, found: SegmentMap, expected: Expectation) -> Iterator[str]:
    """Yield what is wrong, worst first."""
    if not found.segments:
        yield "The file has no segments, so it cannot be streamed piece by piece."
    yield from _buffer_faults(page, expected)
    if not page.reached_end:
        yield f"Playback stopped at {page.time_s:.2f} s and never reached the end."
    if expected.has_video and page.frames < max(expected.frames, 1):
        yield f"Only {page.frames} of {expected.frames} frames were decoded."
    if expected.has_video and not page.picture_grabs:
        yield "No picture was ever shown."
    if expected.has_audio and page.audio_bytes == 0:
        yield "No sound was decoded."
    wanted = min(len(found.segments), MOST_SEEKS)
    late = next((seek for seek in page.seeks if not seek.completed), None)
    if late is not None:
        yield f"A seek to {late.target_s:.2f} s did not complete."
    if len(page.seeks) < wanted:
        yield "Not every seek was tried."
    yield from filter(None, (_entry_fault(entry, expected) for entry in page.entries))
    if len(found.segments) > 1 and not page.entries:
        yield "No entry in the middle was tried."


def _buffer_faults(page: PageReport, expected: Expectation) -> Iterator[str]:
    observed = page.buffered + page.coverage
    if not observed:
        yield "The engine accepted the bytes but buffered nothing."
        return
    wanted = (expected.start_s, expected.end_s)
    missing = missing_ranges(wanted, observed, expected.tolerance_s)
    if missing:
        yield f"The engine dropped {ranges_in_words(missing)} without an error."
    last = max(end for _, end in observed)
    if last > expected.last_end_s + expected.tolerance_s:
        yield f"The engine's buffer ends at {last:.2f} s, the file at {expected.last_end_s:.2f} s."


def _entry_fault(entry: PageEntry, expected: Expectation) -> str:
    place = f"segment {entry.number + 1} ({entry.at_s:.2f} s)"
    if entry.error:
        return f"Playback cannot begin at {place}: {engine_words(entry.error)}"
    if not entry.shown:
        return f"Playback that begins at {place} shows no picture."
    starts = [start for start, _ in entry.ranges]
    if not starts or abs(starts[0] - entry.at_s) > expected.tolerance_s:
        where = f"{starts[0]:.2f} s" if starts else "nowhere"
        return f"Playback that begins at {place} is buffered from {where} only."
    if expected.has_video and not entry.frames:
        return f"Playback that begins at {place} decodes no frame."
    return ""


def _warnings(page: PageReport, expected: Expectation) -> Iterator[str]:
    if expected.has_video and page.picture_black:
        yield "All frames were decoded, but every picture looked at was black."
    elif expected.has_video and expected.frames > 1 and not page.picture_changed:
        yield "All frames were decoded, but the picture never changed."
    if 0 < page.clock_speed < LEAST_SPEED:
        yield f"It played at {page.clock_speed:.2f} times real time: this machine was too busy."
    gap = abs((page.duration_s or 0.0) - expected.last_end_s)
    if page.duration_s is not None and gap > expected.tolerance_s + 0.5:
        yield (
            f"The engine says {page.duration_s:.2f} s, the data end at {expected.last_end_s:.2f} s."
        )


def _messages(page: PageReport, found: SegmentMap) -> Iterator[str]:
    if page.error is not None and page.error.code == "media":
        yield page.error.detail
    if page.dropped:
        yield f"{page.dropped} frames were not shown, because it played at {PLAY_RATE} times speed."
    if page.waits > USUAL_WAITS:
        yield f"It waited {page.waits} times while playing fast, first at {page.first_wait_s} s."
    if page.outcome == "finished" and len(found.segments) > MOST_SEEKS:
        yield f"Seeks: {len(page.seeks)} of {len(found.segments)} segments, evenly chosen."


def ranges_in_words(ranges: Pairs) -> str:
    """Return ``1.86-3.78 s, 5.00-6.00 s``."""
    return ", ".join(f"{start:.2f}-{end:.2f} s" for start, end in ranges)


def engine_words(detail: str) -> str:
    """Return what an engine said, without the names of its own parts.

    ``PipelineStatus::CHUNK_DEMUXER_ERROR_APPEND_FAILED: Got a block`` gives ``Got a block``;
    a code alone stays. Source: mse-rules.md, finding 5.
    """
    match = _CODED.fullmatch(detail.strip())
    text = (match.group(2) or match.group(1)) if match else detail.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def error_in_words(error: PageError, *, whole: bool = False) -> str:
    """Return one sentence with the engine's own words in it.

    Args:
        error: the page's first error.
        whole: the file was appended as it stands, not by segments.
    """
    words = engine_words(error.detail or error.code)
    if error.code == "stalled":
        held = ranges_in_words(error.buffered) or "nothing"
        return (
            f"It stalled at {error.time_s or 0.0:.2f} s during '{error.stage}' "
            f"(readyState {error.ready_state}); buffered: {held}."
        )
    if error.code == "no-metadata":
        return "The engine took the bytes without an error and could make nothing of them."
    if error.code in {"network", "file-changed", "file-gone"}:
        return f"The file could not be read while it was checked ({error.detail})."
    if error.segment == "init":
        return f"The beginning of the file was refused: {words}"
    if error.segment.isdigit():
        return f"Segment {int(error.segment) + 1} was refused: {words}"
    if whole:
        return f"The file was refused: {words}"
    place = "" if error.time_s is None else f" at {error.time_s:.2f} s"
    return f"It failed{place} during '{error.stage}': {words}"
