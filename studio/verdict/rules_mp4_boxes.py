"""Rules for the boxes at the top level of an MP4 (F5, F6, F19)."""

from studio.segments.model import FactKind
from studio.verdict.model import Effect, Severity
from studio.verdict.rules_facts import FactRule
from studio.verdict.rules_mp4_words import (
    AGAIN,
    BMFF,
    BS,
    FRAGMENT,
    REFRAGMENT,
    SOURCE,
    chromium,
    firefox,
    firefox_silent,
    webkit,
)

_APPEND = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: "

BOX_RULES = {
    FactKind.UNEXPECTED_BOX: FactRule(
        "MP4-005",
        Severity.BLOCK,
        "The box “{text}” may not stand at the top level of a media stream.",
        f"{BS} 4",
        FRAGMENT,
        (chromium(f"{_APPEND}Invalid top-level ISO BMFF box type"), firefox(), webkit()),
        REFRAGMENT,
    ),
    FactKind.TOP_LEVEL_PSSH: FactRule(
        "MP4-005",
        Severity.BLOCK,
        "The box “{text}” may not stand at the top level: Chromium refuses it, Firefox takes it.",
        f"{BS} 4",
        FRAGMENT,
        (
            chromium(f"{_APPEND}Invalid top-level ISO BMFF box type pssh"),
            firefox_silent(Effect.HARMLESS),
        ),
        REFRAGMENT,
    ),
    FactKind.BOX_TO_END: FactRule(
        "MP4-006",
        Severity.BLOCK,
        "The box “{text}” has no size (it reaches to the end of the file), which Chromium refuses.",
        f"{BS} 4",
        FRAGMENT,
        (chromium(), firefox_silent(Effect.HARMLESS)),
        REFRAGMENT,
    ),
    FactKind.LARGE_BOX: FactRule(
        "MP4-006",
        Severity.BLOCK,
        "The box “{text}” is larger than 2 GB, which Chromium refuses.",
        f"{BS} 4",
        FRAGMENT,
        (chromium(measured=""),),
        REFRAGMENT,
    ),
    FactKind.INDEX_LIES: FactRule(
        "MP4-019",
        Severity.WARN,
        "The segment index (sidx) does not fit the fragments: players that seek by it read "
        "wrong bytes.",
        f"{BMFF} 8.16.3",
        FRAGMENT,
        (chromium("", Effect.HARMLESS), firefox_silent(Effect.HARMLESS)),
        REFRAGMENT,
    ),
    FactKind.DAMAGED: FactRule(
        "MP4-022",
        Severity.BLOCK,
        "What stands here is no MP4 box; nothing after it can be played.",
        f"{BS} 4",
        AGAIN,
        (chromium(), firefox(measured=""), webkit()),
        SOURCE,
    ),
}
