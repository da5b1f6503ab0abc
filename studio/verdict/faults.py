"""What is wrong with what a page observed: each piece of evidence is asked for, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.segments.model import SegmentMap, TrackKind
from studio.verdict.engine_text import engine_words, ranges_in_words
from studio.verdict.expectation import Expectation, chosen_entries, joint, missing_ranges
from studio.verdict.model import StepName
from studio.verdict.page_report import PageEntry, PageError, PageJoint, PageReport, PageSeek

LEAST_SOUND = 0.95
"""Share of the sound's bytes that must be decoded; an edit list cuts off one or two frames."""
JUMPING_CLOCK = 2.0
"""A clock this many times faster than asked for was not played but moved."""
LONG_ENOUGH_S = 2.0
"""From here on the speed of the clock can be told from a page's timers."""
NEAR_S, SLACK_S = 0.1, 0.5
"""How near to a hole a clock stands that stands because of it; Chromium's stops 0.48 s before
it at eight times speed. Source: measured, 156."""
_SLOW_CODES = frozenset(
    {"stalled", "no-metadata", "sourceopen-timeout", "append-timeout", "play-refused"}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``sure``: it cannot come from a machine that is too slow."""

    step: StepName
    text: str
    sure: bool = True


def is_sure(error: PageError, *, raw: bool) -> bool:
    """Tell whether an error is the file's (or the engine's) for certain.

    Args:
        error: the page's first error.
        raw: the file was appended as it stands; engines then say nothing at all.
    """
    if error.code not in _SLOW_CODES:
        return True
    if raw:
        return error.code in {"no-metadata", "append-timeout"}
    return error.code == "stalled" and _stands_at_a_hole(error)


def _stands_at_a_hole(error: PageError) -> bool:
    """Tell whether the clock stands where there are no data, and there are some behind it."""
    if error.time_s is None or not error.buffered:
        return False
    at_s, last = error.time_s, max(end for _, end in error.buffered)
    held = [end for start, end in error.buffered if start - NEAR_S <= at_s <= end + NEAR_S]
    if not held:
        return at_s < last
    return held[0] - at_s < SLACK_S and held[0] < last


def faults(
    page: PageReport, found: SegmentMap, expected: Expectation, *, least_frames: int
) -> Iterator[Fault]:
    """Yield what is wrong, in the order of the steps.

    Args:
        page: a report without an error.
        found: the file's map.
        expected: what must come out.
        least_frames: how many the engine must have counted.
    """
    if not found.segments:
        text = "The file has no segments, so it cannot be streamed piece by piece."
        yield Fault(StepName.APPEND, text)
    yield from _buffer_faults(page, expected)
    yield from _clock_faults(page, expected)
    yield from _frame_faults(page, expected, least_frames)
    yield from _nameless_faults(page, found)
    yield from _wait_faults(page)
    if found.segments:
        yield from _seek_faults(page, expected)
        yield from _entry_faults(page, found, expected)
        yield from _joint_faults(page, found, expected)


def _buffer_faults(page: PageReport, expected: Expectation) -> Iterator[Fault]:
    observed = page.buffered + page.coverage
    if not observed:
        yield Fault(StepName.APPEND, "The engine accepted the bytes but buffered nothing.")
        return
    wanted = (expected.start_s, expected.end_s)
    missing = missing_ranges(wanted, observed, expected.tolerance_s)
    if missing:
        text = f"The engine dropped {ranges_in_words(missing)} without an error."
        yield Fault(StepName.APPEND, text)
    last = max(end for _, end in observed)
    is_unsure = expected.is_cut or expected.end_is_guessed
    if last > expected.last_end_s + expected.tolerance_s and not is_unsure:
        yield Fault(
            StepName.APPEND,
            f"The engine's buffer ends at {last:.2f} s, the file at {expected.last_end_s:.2f} s.",
        )


def _clock_faults(page: PageReport, expected: Expectation) -> Iterator[Fault]:
    if not page.reached_end:
        text = f"Playback stopped at {page.time_s:.2f} s and never reached the end."
        yield Fault(StepName.PLAY, text, sure=False)
    elif page.time_s < expected.end_s - expected.tolerance_s:
        text = f"It said that it ended at {page.time_s:.2f} s, the data end at"
        yield Fault(StepName.PLAY, f"{text} {expected.end_s:.2f} s.")
    elif page.clock_speed > page.rate * JUMPING_CLOCK and page.time_s > LONG_ENOUGH_S:
        text = f"The clock ran at {page.clock_speed:.1f} times speed, {page.rate:g} was asked for."
        yield Fault(StepName.PLAY, text, sure=False)


def _frame_faults(page: PageReport, expected: Expectation, least: int) -> Iterator[Fault]:
    if expected.has_video and page.frames < max(least, 1):
        text = f"Only {page.frames} of {expected.frames} frames were decoded."
        yield Fault(StepName.FRAMES, text, sure=False)
    if expected.has_video and (not page.picture_grabs or page.shown == 0):
        yield Fault(StepName.FRAMES, "No picture was ever shown.", sure=False)
    if expected.has_audio and page.audio_bytes == 0:
        yield Fault(StepName.FRAMES, "No sound was decoded.", sure=False)
    elif _is_too_little(page.audio_bytes, expected):
        text = f"Only {page.audio_bytes} of {expected.audio_bytes} bytes of sound were decoded."
        yield Fault(StepName.FRAMES, text, sure=False)


def _nameless_faults(page: PageReport, found: SegmentMap) -> Iterator[Fault]:
    """Sound that no MIME type can name: Firefox plays the picture alone, without a word."""
    sound = found.track_of(TrackKind.AUDIO)
    if sound is not None and not sound.codec_string and page.audio_bytes is None:
        text = (
            f"Nothing shows that the sound was played: browsers know no codec “{sound.codec_id}”."
        )
        yield Fault(StepName.FRAMES, text)


def _is_too_little(audio_bytes: int | None, expected: Expectation) -> bool:
    if audio_bytes is None or not expected.has_audio:
        return False
    return audio_bytes < expected.audio_bytes * LEAST_SOUND


def _wait_faults(page: PageReport) -> Iterator[Fault]:
    for again in page.again:
        if not again.passed:
            text = f"At normal speed it does not get past {again.at_s:.2f} s."
            yield Fault(StepName.WAITS, text, sure=False)
        elif again.waited and not again.held:
            text = f"It waits at {again.at_s:.2f} s for data that the file does not have."
            yield Fault(StepName.WAITS, text, sure=False)


def _seek_faults(page: PageReport, expected: Expectation) -> Iterator[Fault]:
    if not page.seeks:
        yield Fault(StepName.SEEKS, "No seek was tried.", sure=False)
    for seek in page.seeks:
        text = seek_fault(seek, expected)
        if text:
            yield Fault(StepName.SEEKS, text, sure=False)


def seek_fault(seek: PageSeek, expected: Expectation) -> str:
    """Return why a seek did not do, "" when it did."""
    if not seek.completed:
        return f"A seek to {seek.target_s:.2f} s did not complete."
    if seek.shown_s is None or seek.frame_s is None:
        return ""
    slack_s = expected.tolerance_s + (seek.target_s - seek.frame_s)
    if seek.frame_s - slack_s <= seek.shown_s <= seek.target_s + slack_s:
        return ""
    return f"A seek to {seek.target_s:.2f} s shows the picture of {seek.shown_s:.2f} s."


def _entry_faults(page: PageReport, found: SegmentMap, expected: Expectation) -> Iterator[Fault]:
    if chosen_entries(found) and not page.entries:
        yield Fault(StepName.ENTRIES, "No entry in the middle was tried.", sure=False)
    for entry in page.entries:
        text = entry_fault(entry, found, expected)
        if text:
            yield Fault(StepName.ENTRIES, text, sure=_is_sure_of_entry(entry, expected))


def _is_sure_of_entry(entry: PageEntry, expected: Expectation) -> bool:
    """Tell whether it is the data: an engine's own words, or a buffer that begins too late."""
    return bool(entry.error) or _begins_late(entry, expected)


def _begins_late(entry: PageEntry, expected: Expectation) -> bool:
    starts = [start for start, _ in entry.ranges]
    return not starts or starts[0] > entry.at_s + expected.tolerance_s


def entry_fault(entry: PageEntry, found: SegmentMap, expected: Expectation) -> str:
    """Return why playing cannot begin at a segment, "" when it can."""
    place = f"segment {entry.number + 1} ({entry.at_s:.2f} s)"
    if entry.error:
        return f"Playback cannot begin at {place}: {engine_words(entry.error)}"
    if _begins_late(entry, expected) or _begins_early(entry, found, expected):
        where = f"{entry.ranges[0][0]:.2f} s" if entry.ranges else "nowhere"
        return f"Playback that begins at {place} is buffered from {where} only."
    if not entry.shown:
        return f"Playback that begins at {place} shows no picture."
    if expected.has_video and not entry.frames:
        return f"Playback that begins at {place} decodes no frame."
    if expected.has_audio and entry.audio_bytes == 0:
        return f"Playback that begins at {place} decodes no sound."
    late = entry.first_s is not None and entry.first_s > entry.at_s + expected.tolerance_s
    if expected.has_video and late:
        return f"Playback that begins at {place} shows its first picture at {entry.first_s:.2f} s."
    return ""


def _begins_early(entry: PageEntry, found: SegmentMap, expected: Expectation) -> bool:
    """Tell whether the times of a segment were read as others than they are."""
    if entry.number >= len(found.segments):
        return True
    segment = found.segments[entry.number]
    first_s = min((float(span.start_s) for span in segment.spans), default=float(segment.start_s))
    return entry.ranges[0][0] < first_s - expected.tolerance_s


def _joint_faults(page: PageReport, found: SegmentMap, expected: Expectation) -> Iterator[Fault]:
    if joint(found) is None:
        return
    if page.repeated_init is None:
        text = "The init segment was not tried in mid-stream."
        yield Fault(StepName.REPEATED_INIT, text, sure=False)
    else:
        text = joint_fault(page.repeated_init, expected)
        if text:
            sure = bool(page.repeated_init.error)
            what = "When the init segment comes once more"
            yield Fault(StepName.REPEATED_INIT, f"{what} {text}", sure)
    if page.switched is not None:
        text = joint_fault(page.switched, expected)
        if text:
            what = "When the type is set once more"
            yield Fault(StepName.SWITCH, f"{what} {text}", bool(page.switched.error))


def joint_fault(tried: PageJoint, expected: Expectation) -> str:
    """Return how a joint failed, to go on with after "When ... comes"; "" when it did not."""
    place = f"before segment {tried.number + 1} ({tried.at_s:.2f} s)"
    if tried.error:
        return f"{place}, it is refused: {engine_words(tried.error)}"
    if not tried.passed:
        return f"{place}, playing stops at {tried.time_s:.2f} s."
    if expected.has_video and not tried.frames:
        return f"{place}, no frame is decoded."
    return ""
