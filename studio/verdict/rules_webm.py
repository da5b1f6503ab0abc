"""Rules for WebM (the rule list's W1 to W20, and what else browsers refuse)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from studio.segments.model import FactKind, Segment, SegmentMap, TrackKind, TrackSpan
from studio.verdict.model import Cure, CureKind, Effect, Finding, Hit, Severity
from studio.verdict.rules_facts import FactRule, fact_findings, places
from studio.verdict.rules_webm_clusters import CLUSTER_RULES
from studio.verdict.rules_webm_elements import ELEMENT_RULES
from studio.verdict.rules_webm_top import TOP_RULES
from studio.verdict.rules_webm_tracks import TRACK_RULES
from studio.verdict.rules_webm_words import (
    BS,
    GUIDELINES,
    PLAYS,
    RECLUSTER,
    REPAIR,
    TRANSCODE,
    VP8_VORBIS,
    WEBKIT_PLAYS,
    chromium,
    chromium_says,
    firefox,
    webkit,
)

USELESS_FOR_ORDER = (
    "-avoid_negative_ts make_zero",
    "-avoid_negative_ts make_non_negative",
    "-avoid_negative_ts disabled",
    "-output_ts_offset",
    "-live 1",
    "-cues_to_front 1",
    "-cluster_time_limit",
    "setts with the encoder's 1/30 time base",
)
"""Options of ffmpeg that leave the order of blocks as it is (measured)."""

USELESS_FOR_DROPPED_FRAMES = ("-r 1000", "a plain remux")
"""What leaves a harmful DefaultDuration in place (measured)."""

_FRAME_RULES = {
    FactKind.FRAME_STEP: FactRule(
        "WEBM-012",
        Severity.LOSS,
        "The next frame of track {track} comes after {ms} ms, more than twice the declared frame "
        "duration: Chromium drops everything from here to the next keyframe.",
        "MSE coded frame processing, step 6",
        "Repair it: the declared frame duration is taken out; or transcode at a constant rate.",
        (chromium("", Effect.LOSES), PLAYS),
        Cure(CureKind.REPAIR, "recluster", USELESS_FOR_DROPPED_FRAMES),
    ),
    FactKind.ZERO_DURATION: FactRule(
        "WEBM-012",
        Severity.LOSS,
        "A picture of track {track} is written to last 0 ms: Chromium drops everything from here "
        "to the next keyframe.",
        "MSE coded frame processing, step 6",
        REPAIR,
        (chromium("", Effect.LOSES), PLAYS),
        RECLUSTER,
    ),
    FactKind.DURATION_OVERLAP: FactRule(
        "WEBM-021",
        Severity.SYNC,
        "The sound's written duration reaches {ms} ms into the next block: Chromium cuts that off, "
        "and sound runs ahead of the picture more and more.",
        "MSE coded frame processing (overlapping sound)",
        REPAIR,
        (chromium("", Effect.SYNC), PLAYS),
        RECLUSTER,
    ),
}

_RULES: Mapping[FactKind, FactRule] = MappingProxyType(
    {**TOP_RULES, **CLUSTER_RULES, **ELEMENT_RULES, **TRACK_RULES, **_FRAME_RULES}
)


def webm_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with a WebM file's structure."""
    yield from fact_findings(segment_map, _RULES)
    yield from _lacing(segment_map)
    yield from _block_order(segment_map)
    yield from _cluster_order(segment_map)
    yield from _cluster_starts(segment_map)


def _lacing(segment_map: SegmentMap) -> Iterator[Finding]:
    """Judge lacing: Chromium refuses it, Firefox only where it is broken."""
    facts = [fact for fact in segment_map.facts if fact.kind is FactKind.LACING]
    if facts:
        broken = any(fact.text for fact in facts)
        first = facts[0]
        yield Finding(
            "WEBM-007",
            Severity.BLOCK,
            f"Track {first.track} packs several frames into one block (lacing), which Chromium "
            f"refuses{places(len(facts))}.",
            first.offset,
            f"{GUIDELINES}, lacing",
            REPAIR,
            first.place,
            len(facts),
            (
                chromium_says("Lacing 1 is not supported yet."),
                firefox(Effect.REFUSES if broken else Effect.HARMLESS),
            ),
            RECLUSTER,
        )


def _block_order(segment_map: SegmentMap) -> Iterator[Finding]:
    faults = segment_map.block_order_faults
    if faults:
        first = faults[0]
        yield Finding(
            "WEBM-003",
            Severity.BLOCK,
            f"A block of {first.time_ms} ms stands after one of {first.previous_ms} ms in the "
            f"same cluster, which Chromium refuses{places(len(faults))}.",
            first.offset,
            "WebM byte stream format, section 4; WebM muxer guidelines",
            REPAIR,
            first.place,
            len(faults),
            (
                chromium_says("Got a block with a timecode before the previous block."),
                PLAYS,
                WEBKIT_PLAYS,
            ),
            Cure(CureKind.REPAIR, "recluster", USELESS_FOR_ORDER),
        )


def _cluster_order(segment_map: SegmentMap) -> Iterator[Finding]:
    """Judge clusters out of order; Firefox minds when a further cluster follows."""
    facts = [fact for fact in segment_map.facts if fact.kind is FactKind.CLUSTER_ORDER]
    if facts:
        first = facts[0]
        is_last = first.offset == segment_map.segments[-1].offset
        effect = Effect.HARMLESS if is_last else Effect.REFUSES
        yield Finding(
            "WEBM-004",
            Severity.BLOCK,
            f"A cluster begins {round(float(first.value) * 1000)} ms before the one in front of "
            f"it, where Firefox stops{places(len(facts))}.",
            first.offset,
            "WebM muxer guidelines",
            REPAIR,
            first.place,
            len(facts),
            (chromium("", Effect.HARMLESS), firefox(effect)),
            RECLUSTER,
        )


def _cluster_starts(segment_map: SegmentMap) -> Iterator[Finding]:
    video = segment_map.track_of(TrackKind.VIDEO)
    if video is None:
        return
    spans = [
        (number, segment, span)
        for number, segment in enumerate(segment_map.segments)
        for span in _of(segment, video.number)
    ]
    if spans and not spans[0][2].starts_with_keyframe:
        yield Finding(
            "WEBM-006",
            Severity.LOSS,
            "The first picture is not a keyframe: nothing is shown before the first keyframe.",
            spans[0][1].offset,
            "MSE coded frame processing, step 10",
            TRANSCODE,
            f"Segment/Cluster[{spans[0][0] + 1}]",
            1,
            (chromium("", Effect.LOSES), firefox(Effect.LOSES), webkit(Effect.LOSES)),
            VP8_VORBIS,
        )
    late = [
        (number, segment) for number, segment, span in spans[1:] if not span.starts_with_keyframe
    ]
    if late:
        yield _late_keyframes(segment_map, late)


def _late_keyframes(segment_map: SegmentMap, late: list[tuple[int, Segment]]) -> Finding:
    """Judge clusters that begin inside a GOP."""
    muxed = segment_map.track_of(TrackKind.AUDIO) is not None
    hits: tuple[Hit, ...] = (
        chromium("", Effect.ENTRY),
        firefox(Effect.LOSES if muxed else Effect.ENTRY),
        webkit(Effect.ENTRY),
    )
    number, first = late[0]
    return Finding(
        "WEBM-005",
        Severity.LOSS if muxed else Severity.WARN,
        f"{len(late)} of {len(segment_map.segments)} clusters do not begin with a keyframe: "
        + (
            "Firefox drops their pictures up to the next one."
            if muxed
            else "playback cannot begin there."
        ),
        first.offset,
        f"{BS} 5",
        REPAIR,
        f"Segment/Cluster[{number + 1}]",
        len(late),
        hits,
        RECLUSTER,
    )


def _of(segment: Segment, track: int) -> Iterator[TrackSpan]:
    return (span for span in segment.spans if span.track == track)
