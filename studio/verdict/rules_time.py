"""Rules about the timeline, for both containers (the rule list's T1, T2, T4, T6 and T14)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from studio.segments.model import FactKind, Segment, SegmentMap, Track, TrackKind, TrackSpan
from studio.verdict.model import Finding, Severity
from studio.verdict.rules_facts import places

START_GAP_S = Fraction(1, 10)
FIREFOX_START_GAP_S = Fraction(1, 4)
"""Firefox 153 waits for ever when a track begins later than this (measured)."""

ROUNDING_S = Fraction(1, 1000)
"""WebM times are whole milliseconds."""

LARGE_SEGMENT_BYTES = 47 << 20
"""Half of Firefox's measured quota of 94 MB for one SourceBuffer."""

_Spans = list[tuple[Segment, TrackSpan]]


def time_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with the times of a file's segments."""
    for track in segment_map.tracks:
        if track.kind is TrackKind.OTHER:
            continue
        spans = [
            (segment, span)
            for segment in segment_map.segments
            for span in segment.spans
            if span.track == track.number and span.frames
        ]
        if spans:
            yield from _start(track, spans)
            yield from _gaps(track, spans)
            yield from _overlaps(segment_map, track, spans)
    yield from _sizes(segment_map)


def _frame_s(spans: _Spans) -> Fraction:
    """Return the mean length of a frame."""
    total = sum((span.end_s - span.start_s for _, span in spans), Fraction(0))
    return total / sum(span.frames for _, span in spans)


def _start(track: Track, spans: _Spans) -> Iterator[Finding]:
    segment, first = spans[0]
    start_ms = round(float(first.start_s) * 1000)
    if first.start_s > START_GAP_S:
        yield Finding(
            "TIME-001",
            Severity.STALL if first.start_s > FIREFOX_START_GAP_S else Severity.WARN,
            f"The {track.kind} begins {start_ms} ms late: a player that starts at 0 waits there.",
            segment.offset,
            "",
            "Transcode it; times then begin at 0.",
        )
    if first.start_s < 0 and track.kind is TrackKind.VIDEO:
        yield Finding(
            "TIME-006",
            Severity.LOSS,
            f"The first picture has a time before 0 ({start_ms} ms): everything up to the next "
            "keyframe is lost.",
            segment.offset,
            "MSE coded frame processing, step 8",
            "Transcode or remux it; times then begin at 0.",
        )


def _gaps(track: Track, spans: _Spans) -> Iterator[Finding]:
    allowed = _frame_s(spans) + ROUNDING_S
    gaps = [
        (later, later_span.start_s - span.end_s)
        for (_, span), (later, later_span) in pairwise(spans)
        if later_span.start_s - span.end_s > allowed
    ]
    if gaps:
        segment, gap = gaps[0]
        yield Finding(
            "TIME-002",
            Severity.STALL,
            f"The {track.kind} pauses for {round(float(gap) * 1000)} ms before this segment, "
            f"longer than one frame: playback can stop there{places(len(gaps))}.",
            segment.offset,
            "MSE, “seamless playback of media segments”",
            "Transcode it at a constant frame rate.",
        )


def _overlaps(segment_map: SegmentMap, track: Track, spans: _Spans) -> Iterator[Finding]:
    """Judge where a fragment's decode time is not where the one before it ended (T4)."""
    facts = [
        fact
        for fact in segment_map.facts
        if fact.kind is FactKind.DECODE_STEP and fact.track == track.number
    ]
    if facts:
        worst = min(facts, key=lambda fact: fact.value)
        harmful = worst.value < -_frame_s(spans)
        shown = worst if harmful else facts[0]
        yield Finding(
            "TIME-004",
            Severity.LOSS if harmful else Severity.INFO,
            f"The {track.kind}’s decode time steps by {round(float(shown.value) * 1000)} ms here"
            + (": the fragment replaces what came before it" if harmful else "")
            + f"{places(len(facts))}.",
            shown.offset,
            "ISO/IEC 23000-19, 7.3.2.2",
            "Remux it; decode times are then continuous.",
        )


def _sizes(segment_map: SegmentMap) -> Iterator[Finding]:
    large = [segment for segment in segment_map.segments if segment.size > LARGE_SEGMENT_BYTES]
    if large:
        yield Finding(
            "TIME-014",
            Severity.WARN,
            f"A segment of {large[0].size // 10**6} MB fills more than half of a browser’s "
            f"buffer{places(len(large))}.",
            large[0].offset,
            "MSE prepare append",
            "Use a shorter keyframe interval or a lower bit rate.",
        )
