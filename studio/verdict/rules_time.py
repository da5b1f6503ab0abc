"""Rules about the timeline, for both containers (the rule list's T1 to T4, T6, T12 and T14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from studio.segments.model import (
    FactKind,
    Family,
    Segment,
    SegmentMap,
    Track,
    TrackKind,
    TrackSpan,
)
from studio.verdict.model import Cure, CureKind, Effect, Finding, Severity
from studio.verdict.rules_facts import places
from studio.verdict.rules_webm_words import REPAIR, chromium, firefox, webkit

START_GAP_S = Fraction(1, 10)
FIREFOX_START_GAP_S = Fraction(1, 4)
"""Firefox 153 waits for ever when a track begins later than this (measured)."""

CHROMIUM_START_GAP_S = Fraction(1)
"""Chromium 156 waits for ever when a track begins later than this (measured)."""

ROUNDING_S = Fraction(1, 1000)
"""WebM times are whole milliseconds."""

FIREFOX_HOLE_S = Fraction(1, 2)
"""Firefox 153 plays on over holes up to this, and stalls at those of 0.7 s (measured)."""

WEBKIT_HOLE_S = Fraction(2002, 24000)
"""WebKit joins what is no farther apart (SourceBufferPrivate)."""

LONGEST_GOP_S = Fraction(10)
"""Beyond this a seek decodes hundreds of pictures; two seconds are recommended."""

CHROMIUM_QUOTA_BYTES = {TrackKind.VIDEO: 134_600_000, TrackKind.AUDIO: 8_300_000}
FIREFOX_QUOTA_BYTES = {TrackKind.VIDEO: 94_300_000, TrackKind.AUDIO: 6_400_000}
"""What one SourceBuffer takes before it throws QuotaExceededError (measured)."""

_QUOTA_WORDS = (
    "QuotaExceededError: The SourceBuffer is full, and cannot free space to append additional "
    "buffers."
)
_USELESS_FOR_START = ("-avoid_negative_ts make_zero",)


@dataclass(frozen=True, slots=True)
class _Placed:
    """One track's share of a segment, and where that stands."""

    segment: Segment
    span: TrackSpan
    place: str


def time_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with the times of a file's segments."""
    shares = {
        track.number: _shares(segment_map, track)
        for track in segment_map.tracks
        if track.kind is not TrackKind.OTHER
    }
    for track in segment_map.tracks:
        spans = shares.get(track.number)
        if spans:
            yield from _start(segment_map, track, spans)
            yield from _gaps(segment_map, track, spans)
            yield from _overlaps(segment_map, track, spans)
            if track.kind is TrackKind.VIDEO:
                yield from _keyframes(segment_map, spans)
    yield from _sizes(segment_map)


def _shares(segment_map: SegmentMap, track: Track) -> list[_Placed]:
    name = "Segment/Cluster" if segment_map.family is Family.WEBM else "moof"
    return [
        _Placed(segment, span, f"{name}[{number}]")
        for number, segment in enumerate(segment_map.segments, start=1)
        for span in segment.spans
        if span.track == track.number and span.frames
    ]


def _repair(segment_map: SegmentMap, useless: tuple[str, ...]) -> Cure:
    operation = "recluster" if segment_map.family is Family.WEBM else "refragment"
    return Cure(CureKind.REPAIR, operation, useless)


def _preset(segment_map: SegmentMap, useless: tuple[str, ...] = ()) -> Cure:
    name = "webm-vp8-vorbis" if segment_map.family is Family.WEBM else "mp4-h264-aac"
    return Cure(CureKind.PRESET, name, useless)


def _frame_s(spans: list[_Placed]) -> Fraction:
    """Return the mean length of a frame."""
    total = sum((share.span.end_s - share.span.start_s for share in spans), Fraction(0))
    return total / sum(share.span.frames for share in spans)


def _start(segment_map: SegmentMap, track: Track, spans: list[_Placed]) -> Iterator[Finding]:
    first = spans[0]
    start_s = first.span.start_s
    start_ms = round(float(start_s) * 1000)
    if start_s > START_GAP_S:
        yield Finding(
            "TIME-001",
            Severity.STALL if start_s > FIREFOX_START_GAP_S else Severity.WARN,
            f"The {track.kind} begins {start_ms} ms late: a player that starts at 0 waits there.",
            first.segment.offset,
            "",
            "Transcode it; times then begin at 0.",
            first.place,
            hits=(
                chromium("", _waiting(start_s, CHROMIUM_START_GAP_S)),
                firefox(_waiting(start_s, FIREFOX_START_GAP_S)),
            ),
            cure=_preset(segment_map),
        )
    if start_s < 0 and track.kind is TrackKind.VIDEO:
        in_webm = segment_map.family is Family.WEBM
        yield Finding(
            "TIME-006",
            Severity.LOSS,
            f"The first picture has a time before 0 ({start_ms} ms): everything up to the next "
            "keyframe is lost.",
            first.segment.offset,
            "MSE coded frame processing, step 8",
            REPAIR,
            first.place,
            hits=(
                chromium("", Effect.LOSES),
                firefox(Effect.HARMLESS if in_webm else Effect.LOSES),
                webkit(Effect.LOSES),
            ),
            cure=_repair(segment_map, _USELESS_FOR_START),
        )


def _waiting(start_s: Fraction, limit_s: Fraction) -> Effect:
    return Effect.STALLS if start_s > limit_s else Effect.HARMLESS


def _gaps(segment_map: SegmentMap, track: Track, spans: list[_Placed]) -> Iterator[Finding]:
    allowed = _frame_s(spans) + ROUNDING_S
    gaps = [
        (later, later.span.start_s - share.span.end_s)
        for share, later in pairwise(spans)
        if later.span.start_s - share.span.end_s > allowed
    ]
    if not gaps:
        return
    share, gap = gaps[0]
    worst = max(length for _, length in gaps)
    yield Finding(
        "TIME-002",
        Severity.STALL,
        f"The {track.kind} pauses for {round(float(gap) * 1000)} ms before this segment, "
        f"longer than one frame: playback can stop there{places(len(gaps))}.",
        share.segment.offset,
        "MSE, “seamless playback of media segments”",
        "Transcode it at a constant frame rate.",
        share.place,
        len(gaps),
        (
            chromium("", Effect.STALLS),
            firefox(Effect.STALLS if worst > FIREFOX_HOLE_S else Effect.HARMLESS),
            webkit(Effect.STALLS if worst > WEBKIT_HOLE_S else Effect.HARMLESS),
        ),
        _preset(segment_map),
    )
    if track.kind is TrackKind.VIDEO and segment_map.track_of(TrackKind.AUDIO) is not None:
        yield Finding(
            "TIME-003",
            Severity.STALL,
            "Over a hole in the picture Chromium plays the sound on and the picture stands still.",
            share.segment.offset,
            "MSE, “seamless playback of media segments”",
            "Transcode it at a constant frame rate.",
            share.place,
            len(gaps),
            (chromium("", Effect.STALLS),),
            _preset(segment_map),
        )


def _overlaps(segment_map: SegmentMap, track: Track, spans: list[_Placed]) -> Iterator[Finding]:
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
        effect = Effect.LOSES if harmful else Effect.HARMLESS
        yield Finding(
            "TIME-004",
            Severity.LOSS if harmful else Severity.INFO,
            f"The {track.kind}’s decode time steps by {round(float(shown.value) * 1000)} ms here"
            + (": the fragment replaces what came before it" if harmful else "")
            + f"{places(len(facts))}.",
            shown.offset,
            "ISO/IEC 23000-19, 7.3.2.2",
            "Remux it; decode times are then continuous.",
            shown.place,
            len(facts),
            (chromium("", effect), firefox(effect), webkit(effect)),
            Cure(CureKind.REPAIR, "refragment"),
        )


def _keyframes(segment_map: SegmentMap, spans: list[_Placed]) -> Iterator[Finding]:
    """Judge the distance of keyframes (T12), as far as segments tell it."""
    waited, since = Fraction(0), spans[0]
    for share in spans:
        length = share.span.end_s - share.span.start_s
        share_s = length / max(1, share.span.keyframes)
        if share.span.keyframes and share.span.starts_with_keyframe:
            waited, since = Fraction(0), share
        waited += share_s if share.span.keyframes else length
        if waited > LONGEST_GOP_S:
            yield Finding(
                "TIME-012",
                Severity.WARN,
                f"For {round(float(waited))} s and more no keyframe comes: a seek has to decode "
                "everything since the last one.",
                since.segment.offset,
                "Apple HLS authoring specification, 1.13",
                "Transcode it with a keyframe every two seconds.",
                since.place,
                hits=(chromium("", Effect.HARMLESS), firefox(Effect.HARMLESS)),
                cure=_preset(segment_map),
            )
            return


def _sizes(segment_map: SegmentMap) -> Iterator[Finding]:
    """Judge segments against what one SourceBuffer takes (T14)."""
    kind = TrackKind.AUDIO if segment_map.track_of(TrackKind.VIDEO) is None else TrackKind.VIDEO
    quotas = (CHROMIUM_QUOTA_BYTES[kind], FIREFOX_QUOTA_BYTES[kind])
    limit = min(quotas) // 2
    name = "Segment/Cluster" if segment_map.family is Family.WEBM else "moof"
    large = [
        (number, segment)
        for number, segment in enumerate(segment_map.segments, start=1)
        if segment.size > limit
    ]
    if large:
        number, first = large[0]
        largest = max(segment.size for _, segment in large)
        effects = [Effect.REFUSES if largest > quota else Effect.HARMLESS for quota in quotas]
        yield Finding(
            "TIME-014",
            Severity.BLOCK if Effect.REFUSES in effects else Severity.WARN,
            f"A segment of {largest // 10**6} MB fills more than half of a browser’s "
            f"buffer{places(len(large))}.",
            first.offset,
            "MSE prepare append",
            "Use a shorter keyframe interval or a lower bit rate.",
            f"{name}[{number}]",
            len(large),
            (
                chromium(_QUOTA_WORDS, effects[0]),
                firefox(effects[1], "QuotaExceededError: MediaSource buffer not sufficient."),
            ),
            _preset(segment_map),
        )
