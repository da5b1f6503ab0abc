"""The judge: what a page observed, against what the file must give.

Pure. A missing error proves nothing here: engines drop what they cannot use without a
word, so each piece of evidence has to be there (mse-rules.md, findings 2 and 3).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from studio.segments.frames import MediaFrames
from studio.segments.model import SegmentMap
from studio.verdict.codec_words import codec_names
from studio.verdict.engine_models import model_for
from studio.verdict.engine_text import error_in_words
from studio.verdict.expectation import Expectation, entry_points, expect, map_of
from studio.verdict.families import EngineFamily
from studio.verdict.faults import LONG_ENOUGH_S, Fault, entry_fault, faults, is_sure, seek_fault
from studio.verdict.gops import gop_count
from studio.verdict.model import (
    EngineIdentity,
    Outcome,
    Picture,
    PlaybackReport,
    SeekResult,
    Step,
    StepName,
    StepState,
)
from studio.verdict.page_report import PageReport
from studio.verdict.shifted import shift_of, shifted

LEAST_SPEED = 0.7
"""Below this multiple of real time the engine could not keep up. Source: engines.md 4.3."""
FEW_GRABS = 5
"""So few looks may have met the same picture by chance."""
SPARE_FRAMES = {EngineFamily.FIREFOX: 1}
"""Firefox moves a picture before 0 to 0, and then counts it or not. Source: measured, 153."""
LEAST_SHARE = {EngineFamily.WEBKIT: 0.4}
"""WebKitGTK leaves out frames that it is late with, and counts them nowhere: on a busy machine
it counted 341 to 500 of 500 at twice the speed and 113 of 150 at four times, on a quiet one
all of them. So fewer are a
warning down to this share. Source: measured, 2.50.6."""
COARSE_S = 0.5
"""WebKitGTK's frame callback may come some frames late and tells the time of then: 2.64 s for
a seek to 2.50 s, 2.12 s for an entry at 2.00 s. Source: measured, 2.50.6, busy machine."""
_HICCUP = re.compile(r"failed to push buffer", re.IGNORECASE)
"""WebKitGTK, now and then, for files that it plays the next time. Source: measured, 2.50.6."""
_NO_DECODER = re.compile(r"no decoder found|no suitable decoder|missing plugin", re.IGNORECASE)
"""Said on append, of types that were called supported. Source: Firefox 153, measured."""


def judge(
    page: PageReport,
    media: SegmentMap | MediaFrames,
    engine: EngineIdentity,
    *,
    elapsed_s: float = 0.0,
    picture: Picture | None = None,
    attempts: int = 1,
) -> PlaybackReport:
    """Compare what an engine did with what the file must give.

    Args:
        page: the page's final report.
        media: the file's segment map, or better its frames.
        engine: who played.
        elapsed_s: from the launch to the final report.
        picture: what the page sent of what it saw.
        attempts: how many times it was played.
    """
    found, expected = map_of(media), expect(media)
    observed = page.buffered
    shift_s = shift_of(page, expected)
    page = _without_coarse_times(shifted(page, shift_s), engine)
    outcome, wrong = _outcome(page, found, expected, engine)
    played = outcome is Outcome.PLAYED
    return PlaybackReport(
        engine=engine,
        outcome=outcome,
        reason="" if played else wrong[0].text,
        buffered=observed,
        duration_s=page.duration_s,
        frames_decoded=page.frames,
        frames_expected=expected.frames,
        frames_shown=page.shown or 0,
        frames_dropped=page.dropped,
        reached_end=page.reached_end,
        picture_changed=page.picture_changed,
        picture_black=page.picture_black,
        waiting_events=page.waits,
        confirmed_waits=sum(again.waited for again in page.again),
        first_frame_ms=page.first_frame_ms,
        seeks=tuple(_seeks(page, expected)),
        gops=gop_count(found),
        entries=tuple(_entries(page, found, expected)),
        entry_points=len(entry_points(found)),
        steps=tuple(_steps(page.steps, wrong)),
        messages=tuple(_messages(page, found)),
        console=page.console,
        elapsed_s=elapsed_s,
        rate=page.rate,
        clock_speed=page.clock_speed,
        audio_bytes=page.audio_bytes,
        attempts=attempts,
        picture=picture,
        warnings=(*_early(shift_s), *_warnings(page, expected, engine)) if played else (),
        doubtful=_is_doubtful(outcome, wrong, page, expected, engine),
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


def is_doubtful(report: PlaybackReport, page: PageReport) -> bool:
    """Tell whether what is wrong could come from a machine that was too busy.

    Then the file is to be played once more with a patient plan, and that counts.

    Args:
        report: of the judge.
        page: what it judged.
    """
    return report.doubtful or (page.outcome == "" and report.outcome is Outcome.NO_REPORT)


def _outcome(
    page: PageReport, found: SegmentMap, expected: Expectation, engine: EngineIdentity
) -> tuple[Outcome, tuple[Fault, ...]]:
    if page.outcome == "unsupported":
        return Outcome.UNSUPPORTED, (Fault(StepName.TYPE, _unable(found)),)
    error = page.error
    if error is not None:
        step = next((name for name in StepName if name.value == error.stage), StepName.END)
        if _NO_DECODER.search(error.detail):
            return Outcome.UNSUPPORTED, (Fault(step, _unable(found)),)
        raw = not found.segments
        text = error_in_words(error, whole=raw)
        sure = is_sure(error, raw=raw) and not _HICCUP.search(error.detail)
        return Outcome.FAILED, (Fault(step, text, sure),)
    if page.outcome != "finished":
        text = "The page sent no complete report."
        return Outcome.NO_REPORT, (Fault(StepName.END, text),)
    least = _least_frames(expected, engine)
    seen = faults(page, found, expected, least_frames=least)
    wrong = tuple(sorted(seen, key=lambda fault: not fault.sure))
    return (Outcome.FAILED if wrong else Outcome.PLAYED), wrong


def _without_coarse_times(page: PageReport, engine: EngineIdentity) -> PageReport:
    """Leave out times of pictures that an engine tells too coarsely to blame it for them."""
    model = model_for(engine.name)
    if model is None or model.family is not EngineFamily.WEBKIT:
        return page
    seeks = (
        replace(seek, shown_s=None)
        if seek.shown_s is not None and abs(seek.shown_s - seek.target_s) < COARSE_S
        else seek
        for seek in page.seeks
    )
    entries = (
        replace(entry, first_s=None)
        if entry.first_s is not None and entry.first_s - entry.at_s < COARSE_S
        else entry
        for entry in page.entries
    )
    return replace(page, seeks=tuple(seeks), entries=tuple(entries))


def _least_frames(expected: Expectation, engine: EngineIdentity) -> int:
    """Return how many frames an engine must count not to have failed."""
    model = model_for(engine.name)
    family = model.family if model else None
    if family in LEAST_SHARE:
        return ceil(expected.frames * LEAST_SHARE[family])
    return expected.frames - _spare(expected, engine)


def _spare(expected: Expectation, engine: EngineIdentity) -> int:
    model = model_for(engine.name)
    return min(SPARE_FRAMES.get(model.family, 0), expected.early) if model else 0


def _unable(found: SegmentMap) -> str:
    return f"This engine cannot decode {codec_names(found) or 'this format'} here."


def _is_doubtful(
    outcome: Outcome,
    wrong: Sequence[Fault],
    page: PageReport,
    expected: Expectation,
    engine: EngineIdentity,
) -> bool:
    """Tell whether nothing is certainly wrong and yet something looks wrong."""
    if outcome is Outcome.FAILED:
        return not any(fault.sure for fault in wrong)
    if outcome is not Outcome.PLAYED:
        return False
    looked_little = expected.frames > 1 and page.picture_grabs < FEW_GRABS
    return (
        _was_slow(page)
        or page.frames < expected.frames - _spare(expected, engine)
        or any(again.waited for again in page.again)
        or (looked_little and not page.picture_changed)
    )


def _was_slow(page: PageReport) -> bool:
    if not 0 < page.clock_speed < LEAST_SPEED:
        return False
    return page.time_s / page.clock_speed > LONG_ENOUGH_S


def _seeks(page: PageReport, expected: Expectation) -> Iterator[SeekResult]:
    for seek in page.seeks:
        fault = seek_fault(seek, expected)
        yield SeekResult(seek.target_s, not fault, seek.milliseconds, reason=fault)


def _entries(page: PageReport, found: SegmentMap, expected: Expectation) -> Iterator[SeekResult]:
    for entry in sorted(page.entries, key=lambda entry: entry.number):
        fault = entry_fault(entry, found, expected)
        yield SeekResult(entry.at_s, not fault, entry.milliseconds, entry.number, fault)


def _steps(steps: Sequence[Step], wrong: Sequence[Fault]) -> Iterator[Step]:
    """Yield the page's steps, failed where the evidence says so though the page did not."""
    said = {fault.step: fault.text for fault in reversed(wrong)}
    for step in steps:
        text = said.get(step.name, "")
        yield replace(step, state=StepState.FAILED, detail=text) if text else step


def _early(shift_s: float) -> Iterator[str]:
    if shift_s:
        yield (
            f"It shows everything {shift_s * 1000:.0f} ms earlier than the file says: this engine "
            "does not heed the edit list."
        )


def _warnings(page: PageReport, expected: Expectation, engine: EngineIdentity) -> Iterator[str]:
    if page.frames < expected.frames - _spare(expected, engine):
        yield (
            f"Only {page.frames} of {expected.frames} frames were counted; this engine leaves "
            "out what it is late with, and this machine was busy."
        )
    if expected.has_video and page.picture_black:
        yield "All frames were decoded, but every picture looked at was black."
    elif expected.has_video and expected.frames > 1 and not page.picture_changed:
        yield "All frames were decoded, but the picture never changed."
    waits = [again.at_s for again in page.again if again.waited]
    if waits:
        yield f"It waits at {waits[0]:.2f} s, at normal speed too."
    if _was_slow(page):
        yield f"It played at {page.clock_speed:.2f} times real time: this machine was too busy."
    gap = abs((page.duration_s or 0.0) - expected.last_end_s)
    if page.duration_s is not None and gap > expected.tolerance_s + 0.5:
        yield (
            f"The engine says {page.duration_s:.2f} s, the data end at {expected.last_end_s:.2f} s."
        )
    if page.console:
        yield f"The page's console tells an error: {page.console[0]}"


def _messages(page: PageReport, found: SegmentMap) -> Iterator[str]:
    if page.error is not None and page.error.code == "media":
        yield page.error.detail
    if page.dropped and page.rate:
        speed = f"it played at {page.rate:g} times speed"
        yield f"{page.dropped} frames were decoded and not shown, because {speed}."
    confirmed = sum(again.waited for again in page.again)
    if page.again and not confirmed and page.wait_notes:
        where = f"{page.waits} times while playing fast, first at {page.wait_notes[0].at_s:.2f} s"
        yield f"It waited {where}; at normal speed it does not."
    gops, entries = gop_count(found), len(entry_points(found))
    if page.seeks and len(page.seeks) < gops:
        yield f"Seeks: into {len(page.seeks)} of {gops} groups of pictures, evenly chosen."
    if page.entries and len(page.entries) < entries:
        failed = sum(not entry.shown for entry in page.entries)
        why = f"{failed} of them failed, so no more were tried" if failed else "evenly chosen"
        yield f"Entries: at {len(page.entries)} of {entries} segments, {why}."
