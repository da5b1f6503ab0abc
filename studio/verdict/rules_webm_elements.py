"""Rules for what any element of a WebM's header can have wrong."""

from studio.segments.model import FactKind
from studio.verdict.model import Effect, Severity
from studio.verdict.rules_facts import FactRule
from studio.verdict.rules_webm_words import (
    AGAIN,
    BS,
    GUIDELINES,
    MATROSKA,
    PLAYS,
    RECLUSTER,
    REPAIR,
    SOURCE,
    chromium,
    chromium_says,
    firefox,
    webkit,
)

ELEMENT_RULES = {
    FactKind.UNKNOWN_ELEMENT: FactRule(
        "WEBM-022",
        Severity.BLOCK,
        "The element {text} has no place here: Chromium refuses a file with elements it does not "
        "know, Firefox steps over them.",
        GUIDELINES,
        REPAIR,
        (chromium(), PLAYS),
        RECLUSTER,
    ),
    FactKind.REPEATED_ELEMENT: FactRule(
        "WEBM-010",
        Severity.BLOCK,
        "The element {text} stands here for the second time, which Chromium refuses.",
        f"{MATROSKA} 5.1",
        REPAIR,
        (chromium_says("Multiple … fields in a track"), PLAYS),
        RECLUSTER,
    ),
    FactKind.EMPTY_VALUE: FactRule(
        "WEBM-022",
        Severity.BLOCK,
        "A number here is empty or out of range, which Chromium refuses.",
        "RFC 8794, section 7.2",
        REPAIR,
        (chromium(), PLAYS),
        RECLUSTER,
    ),
    FactKind.OVERLONG_VALUE: FactRule(
        "WEBM-022",
        Severity.BLOCK,
        "A number here has an impossible length or value.",
        "RFC 8794, section 7",
        REPAIR,
        (chromium(), firefox(), webkit()),
        RECLUSTER,
    ),
    FactKind.ELEMENT_OVERRUN: FactRule(
        "WEBM-022",
        Severity.BLOCK,
        "An element reaches beyond the one that holds it.",
        "RFC 8794, section 6.2",
        AGAIN,
        (chromium(), firefox(), webkit()),
        SOURCE,
    ),
    FactKind.EBML_VERSION: FactRule(
        "WEBM-020",
        Severity.BLOCK,
        "The file's header asks for a newer reader ({text}), which Firefox refuses.",
        f"{BS} 2",
        REPAIR,
        (chromium("", Effect.HARMLESS), firefox()),
        RECLUSTER,
    ),
    FactKind.DOC_TYPE: FactRule(
        "WEBM-020",
        Severity.WARN,
        "The file calls itself “{text}”, not “webm”; today's browsers do not look at that.",
        f"{BS} 2",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
}
"""Faults that any element of the header can have."""
