"""Rules for WebM (the rule list's W1 to W20)."""

from collections.abc import Iterator

from studio.segments.model import FactKind, Segment, SegmentMap, TrackKind, TrackSpan
from studio.verdict.model import Finding, Severity
from studio.verdict.rules_facts import FactRule, fact_findings, places

_REPAIR = "Repair it: blocks and clusters are put in order, nothing is encoded again."
_AGAIN = "Make the file again from its source."
_WEBM_CODECS = ("vp8", "vp9", "vp09.", "av01.", "vorbis", "opus")

_RULES = {
    FactKind.DAMAGED: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "What stands here is no WebM element; nothing after it can be played.",
        "WebM byte stream format, section 3",
        _AGAIN,
    ),
    FactKind.NO_TIMESTAMP: FactRule(
        "WEBM-002",
        Severity.BLOCK,
        "A block stands before its cluster's time, which Chromium and Firefox refuse.",
        "WebM byte stream format, section 4",
        _AGAIN,
    ),
    FactKind.LACING: FactRule(
        "WEBM-007",
        Severity.BLOCK,
        "Track {track} packs several frames into one block (lacing), which browsers refuse.",
        "WebM container guidelines, lacing",
        "Remux it without lacing, or transcode it.",
    ),
    FactKind.UNKNOWN_TRACK: FactRule(
        "WEBM-008",
        Severity.BLOCK,
        "A block belongs to track {track}, which the header does not declare.",
        "WebM byte stream format, section 4",
        _REPAIR,
    ),
    FactKind.FRAME_STEP: FactRule(
        "WEBM-012",
        Severity.LOSS,
        "The next frame of track {track} comes after {ms} ms, more than twice the declared frame "
        "duration: Chromium drops everything from here to the next keyframe.",
        "MSE coded frame processing, step 6",
        "Repair it: the declared frame duration is taken out; or transcode at a constant rate.",
    ),
    FactKind.BROKEN_CLUSTER: FactRule(
        "WEBM-016",
        Severity.BLOCK,
        "The cluster is damaged here; the rest of it cannot be read.",
        "WebM byte stream format, section 4",
        _AGAIN,
    ),
    FactKind.DOC_TYPE: FactRule(
        "WEBM-020",
        Severity.BLOCK,
        "The file calls itself “{text}”, not “webm”.",
        "WebM byte stream format, section 2",
        _REPAIR,
    ),
    FactKind.DURATION_OVERLAP: FactRule(
        "WEBM-021",
        Severity.SYNC,
        "The sound's written duration reaches {ms} ms into the next block: Chromium cuts that off, "
        "and sound runs ahead of the picture more and more.",
        "MSE coded frame processing (overlapping sound)",
        _REPAIR,
    ),
}


def webm_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with a WebM file's structure."""
    yield from fact_findings(segment_map, _RULES)
    yield from _block_order(segment_map)
    yield from _cluster_starts(segment_map)
    yield from _codecs(segment_map)


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
            _REPAIR,
        )


def _cluster_starts(segment_map: SegmentMap) -> Iterator[Finding]:
    video = segment_map.track_of(TrackKind.VIDEO)
    if video is None:
        return
    spans = [(s, span) for s in segment_map.segments for span in _of(s, video.number)]
    if spans and not spans[0][1].starts_with_keyframe:
        yield Finding(
            "WEBM-006",
            Severity.LOSS,
            "The first picture is not a keyframe: nothing is shown before the first keyframe.",
            spans[0][0].offset,
            "MSE coded frame processing, step 10",
            "Transcode it.",
        )
    late = [segment for segment, span in spans[1:] if not span.starts_with_keyframe]
    if late:
        muxed = segment_map.track_of(TrackKind.AUDIO) is not None
        yield Finding(
            "WEBM-005",
            Severity.LOSS if muxed else Severity.WARN,
            f"{len(late)} of {len(segment_map.segments)} clusters do not begin with a keyframe: "
            + (
                "Firefox drops their pictures up to the next one."
                if muxed
                else "playback cannot begin there."
            ),
            late[0].offset,
            "WebM byte stream format, section 5",
            _REPAIR,
        )


def _of(segment: Segment, track: int) -> Iterator[TrackSpan]:
    return (span for span in segment.spans if span.track == track)


def _codecs(segment_map: SegmentMap) -> Iterator[Finding]:
    for track in segment_map.tracks:
        foreign = track.codec_string and not track.codec_string.startswith(_WEBM_CODECS)
        if track.kind is not TrackKind.OTHER and foreign:
            yield Finding(
                "WEBM-020",
                Severity.BLOCK,
                f"Track {track.number} is {track.codec_id}, which WebM does not hold.",
                None,
                "WebM byte stream format, section 2",
                "Transcode it, or remux it to fragmented MP4.",
            )
