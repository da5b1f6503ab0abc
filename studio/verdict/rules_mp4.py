"""Rules for MP4 (the rule list's F1 to F20, and T7, T9, T13): what its structure tells."""

from collections.abc import Iterator

from studio.segments.model import FactKind, SegmentMap, TrackKind
from studio.verdict.model import Cure, CureKind, Effect, Finding, Severity
from studio.verdict.rules_facts import FactRule, fact_findings
from studio.verdict.rules_mp4_boxes import BOX_RULES
from studio.verdict.rules_mp4_codecs import CODEC_RULES
from studio.verdict.rules_mp4_fragments import FRAGMENT_RULES
from studio.verdict.rules_mp4_init import INIT_RULES
from studio.verdict.rules_mp4_words import (
    BS,
    FRAGMENT,
    REFRAGMENT,
    chromium,
    firefox,
    firefox_silent,
    webkit,
)

_UNFRAGMENTED = (
    "CHUNK_DEMUXER_ERROR_APPEND_FAILED: Failure parsing MP4: Detected unfragmented MP4. Media "
    "Source Extensions require ISO BMFF moov to contain mvex to indicate that Movie Fragments "
    "are to be expected."
)

_EMPTY_EDIT_CURE = Cure(
    CureKind.REPAIR,
    "refragment",
    (
        "-movflags +cmaf",
        "-movflags +negative_cts_offsets",
        "-use_editlist 0",
        "-avoid_negative_ts make_zero",
    ),
)

_EDIT_RULES = {
    FactKind.EMPTY_EDIT: FactRule(
        "TIME-007",
        Severity.SYNC,
        "Track {track} begins with an empty edit of {ms} ms, which Firefox honours and Chromium "
        "does not: picture and sound drift apart in one of them.",
        f"{BS} 3 (a single edit of rate one)",
        FRAGMENT,
        (chromium("", Effect.SYNC), firefox_silent(Effect.SYNC)),
        _EMPTY_EDIT_CURE,
    ),
    FactKind.SEVERAL_EDITS: FactRule(
        "TIME-007",
        Severity.SYNC,
        "Track {track} has several edits, of which browsers honour only the first.",
        f"{BS} 3 (a single edit of rate one)",
        FRAGMENT,
        (chromium("", Effect.SYNC), firefox_silent(Effect.ENTRY), webkit(Effect.SYNC)),
        REFRAGMENT,
    ),
    FactKind.EDIT_RATE: FactRule(
        "TIME-007",
        Severity.WARN,
        "The edit list of track {track} asks for another speed than 1, which browsers ignore.",
        f"{BS} 3 (a single edit of rate one)",
        FRAGMENT,
        (chromium("", Effect.HARMLESS), firefox_silent(Effect.HARMLESS)),
        REFRAGMENT,
    ),
}

_RULES = INIT_RULES | CODEC_RULES | BOX_RULES | FRAGMENT_RULES | _EDIT_RULES


def mp4_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with an MP4 file's structure."""
    if not segment_map.fragmented:
        yield _unfragmented(segment_map)
    rules = dict(_RULES)
    if not segment_map.fragmented:
        for kind in _EDIT_RULES:
            del rules[kind]
    yield from fact_findings(segment_map, rules)
    yield from _segment_starts(segment_map)
    yield from _length(segment_map)


def _unfragmented(segment_map: SegmentMap) -> Finding:
    facts = {fact.kind: fact for fact in segment_map.facts}
    moov = facts.get(FactKind.NO_MVEX)
    has_fragments = FactKind.UNDECLARED_FRAGMENT in facts
    return Finding(
        "MP4-001",
        Severity.BLOCK,
        "The MP4 is not fragmented: Chromium refuses it and Firefox shows nothing.",
        None if moov is None else moov.offset,
        f"{BS} 3 (moov must hold mvex)",
        FRAGMENT,
        "moov",
        hits=(
            chromium(_UNFRAGMENTED),
            firefox() if has_fragments else firefox_silent(Effect.IGNORES),
            webkit(),
        ),
        cure=REFRAGMENT,
    )


def _segment_starts(segment_map: SegmentMap) -> Iterator[Finding]:
    """Judge which fragments begin with a keyframe; the models tell what engines lose by it."""
    video = segment_map.track_of(TrackKind.VIDEO)
    if video is None:
        return
    spans = [
        (s, span) for s in segment_map.segments for span in s.spans if span.track == video.number
    ]
    late = [(number, s) for number, (s, span) in enumerate(spans) if not span.starts_with_keyframe]
    if late:
        first, segment = late[0]
        yield Finding(
            "TIME-009",
            Severity.LOSS if first == 0 else Severity.WARN,
            f"{len(late)} of {len(spans)} fragments do not begin with a keyframe: "
            + ("the first pictures are lost." if first == 0 else "playback cannot begin there."),
            segment.offset,
            f"{BS} 5",
            "Transcode it with keyframes at the segment boundaries.",
            "",
            len(late),
            (),
            REFRAGMENT,
        )


def _length(segment_map: SegmentMap) -> Iterator[Finding]:
    if segment_map.fragmented and segment_map.declared_duration_s is None:
        yield Finding(
            "TIME-013",
            Severity.INFO,
            "The file does not say how long it is: players take it for a live stream until "
            "endOfStream() is called.",
            None,
            f"{BS} 3",
            FRAGMENT,
            "moov/mvhd",
            hits=(chromium("", Effect.HARMLESS), firefox_silent(Effect.HARMLESS)),
            cure=REFRAGMENT,
        )
