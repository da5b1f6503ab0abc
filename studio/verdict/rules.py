"""What a segment map says about playing: findings with stable codes.

A code is never given another meaning. ``WEBM-``, ``MP4-``, ``TIME-`` and ``MIME-`` follow
the numbers of the project's rule list (W, F, T, C); ``FILE-`` is about the file as such.
"""

from collections.abc import Iterable, Iterator

from studio.segments.model import FactKind, Family, SegmentMap, TrackKind
from studio.verdict.model import Finding, Severity
from studio.verdict.rules_mp4 import mp4_findings
from studio.verdict.rules_time import time_findings
from studio.verdict.rules_webm import webm_findings

_ORDER = tuple(Severity)


def static_findings(segment_map: SegmentMap, declared: str | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a file, judged from its structure alone, worst first.

    Nothing here says that a file plays: that is for an engine to show.

    Args:
        segment_map: how the file is cut, in full detail.
        declared: the MIME type that a player names for it, to be compared.
    """
    family = webm_findings if segment_map.family is Family.WEBM else mp4_findings
    found = [
        *_file_findings(segment_map),
        *_mime_findings(segment_map),
        *family(segment_map),
        *time_findings(segment_map),
    ]
    return by_severity(found)


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings worst first; equals keep their order."""
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def _file_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    damaged = any(fact.kind is FactKind.DAMAGED for fact in segment_map.facts)
    if segment_map.truncated and not damaged:
        yield Finding(
            "FILE-001",
            Severity.LOSS,
            "The file is cut off: its end is missing.",
            segment_map.size_bytes,
            "",
            "Copy it again, or make it again from its source.",
        )
    if segment_map.fragmented and not segment_map.segments:
        yield Finding(
            "FILE-002",
            Severity.BLOCK,
            "The file holds no media segment, so there is nothing to play.",
            segment_map.init_offset + segment_map.init_size,
            "",
            "Make it again from its source.",
        )


def _mime_findings(segment_map: SegmentMap) -> Iterator[Finding]:
    for track in segment_map.tracks:
        if track.kind is TrackKind.OTHER:
            continue
        if not track.codec_string:
            yield Finding(
                "MIME-001",
                Severity.BLOCK,
                f"Track {track.number} ({track.codec_id or 'no codec'}) has no codec name that a "
                "SourceBuffer could be given.",
                None,
                "RFC 6381; MSE byte stream format, section 2",
                "Transcode it to a codec that browsers know.",
            )
        elif track.codec_string.startswith("hev1"):
            yield Finding(
                "MIME-007",
                Severity.WARN,
                "The H.265 track is tagged hev1, which Safari does not play.",
                None,
                "Apple HLS authoring specification, 1.10",
                "Remux with the tag hvc1.",
            )
