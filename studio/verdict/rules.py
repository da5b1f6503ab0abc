"""What a segment map says about playing: findings with stable codes.

A code is never given another meaning. ``WEBM-``, ``MP4-``, ``TIME-`` and ``MIME-`` follow
the numbers of the project's rule list (W, F, T, C); ``FILE-`` is about the file as such.
"""

from collections.abc import Iterable, Iterator

from studio.segments.model import FactKind, Family, SegmentMap
from studio.verdict.families import EngineFamily
from studio.verdict.model import Cure, CureKind, Effect, Finding, Hit, Severity
from studio.verdict.rules_mime import mime_findings
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
        *mime_findings(segment_map, declared),
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
            hits=_everywhere(_cut_off(segment_map)),
            cure=Cure(CureKind.SOURCE),
        )
    if segment_map.fragmented and not segment_map.segments:
        yield Finding(
            "FILE-002",
            Severity.BLOCK,
            "The file holds no media segment, so there is nothing to play.",
            segment_map.init_offset + segment_map.init_size,
            "",
            "Make it again from its source.",
            hits=_everywhere(Effect.IGNORES),
            cure=Cure(CureKind.SOURCE),
        )


def _cut_off(segment_map: SegmentMap) -> Effect:
    """Return what a missing end does to what is there.

    A cut-off cluster is played up to its last whole block, a cut-off fragment not at all.
    Source: measured with Chromium 156 and Firefox 153.
    """
    return Effect.HARMLESS if segment_map.family is Family.WEBM else Effect.LOSES


def _everywhere(effect: Effect) -> tuple[Hit, ...]:
    return tuple(Hit(family, effect) for family in EngineFamily)
