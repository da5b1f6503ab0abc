"""Turns the reader's facts into findings: one finding for all facts of one kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studio.segments.model import Fact, FactKind, SegmentMap
from studio.verdict.model import Cure, Finding, Hit, Severity


@dataclass(frozen=True, slots=True)
class FactRule:
    """What one kind of fact means: the finding that is made of all facts of the kind.

    ``message`` may use ``{track}``, ``{text}`` and ``{ms}`` of the first fact. ``hits`` and
    ``cure`` go into the finding as they are.
    """

    code: str
    severity: Severity
    message: str
    clause: str
    remedy: str
    hits: tuple[Hit, ...] = ()
    cure: Cure | None = None


def fact_findings(segment_map: SegmentMap, rules: Mapping[FactKind, FactRule]) -> Iterator[Finding]:
    """Yield a finding for each kind of fact that has a rule, at the place of the first."""
    grouped: dict[FactKind, list[Fact]] = {}
    for fact in segment_map.facts:
        grouped.setdefault(fact.kind, []).append(fact)
    for kind, facts in grouped.items():
        rule = rules.get(kind)
        if rule is not None:
            yield _finding(rule, facts)


def _finding(rule: FactRule, facts: list[Fact]) -> Finding:
    first = facts[0]
    message = rule.message.format(
        track=first.track, text=first.text, ms=round(float(first.value) * 1000)
    )
    return Finding(
        rule.code,
        rule.severity,
        message + places(len(facts)),
        first.offset,
        rule.clause,
        rule.remedy,
        first.place,
        len(facts),
        rule.hits,
        rule.cure,
    )


def places(count: int) -> str:
    """Return how often something was met, when it was more than once."""
    return "" if count == 1 else f" (first of {count} places)"
