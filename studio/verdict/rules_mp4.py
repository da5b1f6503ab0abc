"""Rules for MP4 (the rule list's F1 to F20, and T4, T7, T9)."""

from collections.abc import Iterator

from studio.segments.model import FactKind, SegmentMap, TrackKind
from studio.verdict.model import Finding, Severity
from studio.verdict.rules_facts import FactRule, fact_findings

_FRAGMENT = "Fragment it by stream copy with the preset “Make MSE-ready”; nothing is encoded again."
_AGAIN = "Make the file again from its source."
_BS = "ISO BMFF byte stream format, section"

_RULES = {
    FactKind.MOOV_SAMPLES: FactRule(
        "MP4-002",
        Severity.BLOCK,
        "The beginning of track {track} lies in the moov box instead of a fragment: Chromium "
        "loses it, Firefox refuses the file.",
        f"{_BS} 3",
        _FRAGMENT,
    ),
    FactKind.NO_TREX: FactRule(
        "MP4-003",
        Severity.BLOCK,
        "Track {track} has no fragment defaults (trex).",
        f"{_BS} 3",
        _FRAGMENT,
    ),
    FactKind.UNEXPECTED_BOX: FactRule(
        "MP4-005",
        Severity.BLOCK,
        "The box “{text}” may not stand at the top level of a media stream.",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.BOX_TO_END: FactRule(
        "MP4-006",
        Severity.BLOCK,
        "The box “{text}” has no size (it reaches to the end of the file), which Chromium refuses.",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.BASE_DATA_OFFSET: FactRule(
        "MP4-007",
        Severity.BLOCK,
        "The fragment of track {track} counts its data from the beginning of the file "
        "(base-data-offset), which Chromium refuses.",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.NO_DEFAULT_BASE: FactRule(
        "MP4-008",
        Severity.BLOCK,
        "Several tracks share a fragment without default-base-is-moof: browsers read the second "
        "one's data from the wrong place.",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.NO_DATA_OFFSET: FactRule(
        "MP4-009",
        Severity.BLOCK,
        "The fragment of track {track} does not say where its data begins.",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.NO_DECODE_TIME: FactRule(
        "MP4-010",
        Severity.BLOCK,
        "The fragment of track {track} has no decode time (tfdt).",
        f"{_BS} 4",
        _FRAGMENT,
    ),
    FactKind.UNKNOWN_TRACK: FactRule(
        "MP4-011",
        Severity.BLOCK,
        "A fragment belongs to track {track}, which the header does not declare.",
        f"{_BS} 4",
        _AGAIN,
    ),
    FactKind.NO_MEDIA_DATA: FactRule(
        "MP4-012",
        Severity.BLOCK,
        "This “{text}” box stands without its partner: a fragment is a moof followed by an mdat.",
        f"{_BS} 4",
        _AGAIN,
    ),
    FactKind.DATA_OUTSIDE: FactRule(
        "MP4-021",
        Severity.LOSS,
        "The fragment names data beyond its own end.",
        f"{_BS} 4",
        _AGAIN,
    ),
    FactKind.DAMAGED: FactRule(
        "MP4-022",
        Severity.BLOCK,
        "What stands here is no MP4 box; nothing after it can be played.",
        f"{_BS} 4",
        _AGAIN,
    ),
}


def mp4_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    """Yield what is wrong with an MP4 file's structure."""
    if not segment_map.fragmented:
        yield Finding(
            "MP4-001",
            Severity.BLOCK,
            "The MP4 is not fragmented: Chromium refuses it and Firefox shows nothing.",
            None,
            f"{_BS} 3 (moov must hold mvex)",
            _FRAGMENT,
        )
    yield from fact_findings(segment_map, _RULES)
    yield from _edit_lists(segment_map)
    yield from _segment_starts(segment_map)


def _edit_lists(segment_map: SegmentMap) -> Iterator[Finding]:
    for track in segment_map.tracks:
        empty = any(duration and media_time < 0 for duration, media_time in track.edits)
        played = sum(media_time >= 0 for _, media_time in track.edits)
        if segment_map.fragmented and (empty or played > 1):
            what = "begins with an empty edit" if empty else "has several edits"
            yield Finding(
                "TIME-007",
                Severity.SYNC,
                f"Track {track.number} {what}, which browsers treat differently: picture and "
                "sound drift apart in some of them.",
                None,
                f"{_BS} 3 (a single edit of rate one)",
                _FRAGMENT,
            )


def _segment_starts(segment_map: SegmentMap) -> Iterator[Finding]:
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
            f"{_BS} 5",
            "Transcode it with keyframes at the segment boundaries.",
        )
