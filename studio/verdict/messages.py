"""Error translator: a browser's or player's message becomes rules, causes and cures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.verdict.messages_causes import CAUSES
from studio.verdict.messages_model import Sign
from studio.verdict.messages_signs import SIGNS, type_codes
from studio.verdict.model import Cure, Effect, EngineFamily, Finding

LONGEST_MESSAGE = 20_000
"""Characters that are looked at; consoles are pasted whole sometimes."""

_PREFIX = re.compile(r"(?:Uncaught(?: \(in promise\))?\s+)?(?:DOMException:\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One possible cause of a message.

    ``code`` is a rule's, or ``PAGE-0xx`` for what the playing page did and no rule about
    files covers. ``families`` are the engines known to say this. ``certain`` tells that the
    message has no other cause. ``finding`` is the file's own, with its offset, when a file's
    findings were at hand.
    """

    code: str
    cause: str
    remedy: str
    clause: str = ""
    families: tuple[EngineFamily, ...] = ()
    cure: Cure | None = None
    certain: bool = False
    finding: Finding | None = None


def translate(message: str, *, media_findings: Sequence[Finding] = ()) -> tuple[Explanation, ...]:
    """Return what a message can mean, the likeliest cause first; nothing when it is unknown.

    Args:
        message: as a console, ``video.error.message`` or a player's error event shows it, with
            or without ``PipelineStatus::`` and ``Uncaught (in promise)``. hls.js, dash.js and
            shaka-player error names and codes are known too.
        media_findings: of the file that was played; those that explain the message come first.
    """
    text = _PREFIX.sub("", message[:LONGEST_MESSAGE].strip(), count=1)
    signs = [sign for sign in SIGNS if sign.pattern.search(text)]
    signs = [sign for sign in signs if not sign.generic] or signs
    if not signs and not _words_of(media_findings, text):
        return ()
    codes = dict.fromkeys([*type_codes(text), *(code for sign in signs for code in sign.codes)])
    found = tuple(_matching(media_findings, tuple(codes), signs, text))
    certain = len(codes) == 1
    told = {finding.code for finding in found}
    others = [_explained(code, signs, certain) for code in codes if code not in told]
    return (*(_found(finding, certain) for finding in found), *others)


def _matching(
    findings: Sequence[Finding], codes: Sequence[str], signs: Sequence[Sign], text: str
) -> Iterator[Finding]:
    """Yield the findings that explain the message, the closest first.

    Those whose measured words stand in the message, then those of the message's rules, then
    those that do to such an engine what the message tells.
    """
    told: list[Finding] = [*_words_of(findings, text)]
    told += sorted(
        (finding for finding in findings if finding.code in codes),
        key=lambda finding: codes.index(finding.code),
    )
    told += [finding for finding in findings if any(_explains(finding, sign) for sign in signs)]
    seen: list[Finding] = []
    for finding in told:
        if finding not in seen:
            seen.append(finding)
            yield finding


def _explains(finding: Finding, sign: Sign) -> bool:
    """Tell whether a finding does what the message tells, in an engine that says it."""
    return finding.code in sign.also or any(
        hit.effect in sign.effects and (hit.family in sign.families or not sign.families)
        for hit in finding.hits
    )


def _words_of(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings whose engine's own words are in the text, unless they are common."""
    return [
        finding
        for finding in findings
        for hit in finding.hits
        if hit.words and hit.words in text and not _is_generic(hit.words)
    ]


def _is_generic(words: str) -> bool:
    signs = [sign for sign in SIGNS if sign.pattern.search(words)]
    return bool(signs) and all(sign.generic for sign in signs)


def _explained(code: str, signs: Sequence[Sign], certain: bool) -> Explanation:
    cause = CAUSES[code]
    families = {family for sign in signs if code in sign.codes for family in sign.families}
    families = families or {family for sign in signs for family in sign.families}
    ordered = tuple(family for family in EngineFamily if family in families)
    return Explanation(code, cause.cause, cause.remedy, cause.clause, ordered, cause.cure, certain)


def _found(finding: Finding, certain: bool) -> Explanation:
    return Explanation(
        finding.code,
        finding.message,
        finding.remedy,
        finding.clause,
        tuple(hit.family for hit in finding.hits if hit.effect is not Effect.HARMLESS),
        finding.cure,
        certain,
        finding,
    )
