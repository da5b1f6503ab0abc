"""Rules for what stands directly in a WebM's Segment."""

from studio.segments.model import FactKind
from studio.verdict.model import Effect, Severity
from studio.verdict.rules_facts import FactRule
from studio.verdict.rules_webm_words import (
    AGAIN,
    BS,
    MATROSKA,
    PLAYS,
    RECLUSTER,
    REPAIR,
    SOURCE,
    WEBKIT_PLAYS,
    chromium,
    chromium_says,
    firefox,
    webkit,
)

TOP_RULES = {
    FactKind.DAMAGED: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "What stands here is no WebM element; nothing after it can be played.",
        f"{BS} 3",
        AGAIN,
        (chromium(), firefox(), webkit()),
        RECLUSTER,
    ),
    FactKind.UNKNOWN_TOP_ELEMENT: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "An element {text} has no place between clusters: Chromium refuses the file here.",
        f"{BS} 4",
        REPAIR,
        (chromium_says("Unexpected element ID 0x…"), PLAYS),
        RECLUSTER,
    ),
    FactKind.NO_INFO: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "The file has no Info element.",
        f"{BS} 3",
        REPAIR,
        (chromium_says("Unexpected element ID 0x1654ae6b"), firefox(), WEBKIT_PLAYS),
        RECLUSTER,
    ),
    FactKind.INFO_ORDER: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "{text} breaks the pair of Info and Tracks, which Chromium wants without anything "
        "between them.",
        f"{BS} 3",
        REPAIR,
        (chromium(), PLAYS),
        RECLUSTER,
    ),
    FactKind.TRACKS_LATE: FactRule(
        "WEBM-001",
        Severity.BLOCK,
        "A cluster stands before the Tracks element that describes it.",
        f"{BS} 3",
        REPAIR,
        (chromium(), firefox(), webkit()),
        RECLUSTER,
    ),
    FactKind.SEGMENT_SIZE: FactRule(
        "WEBM-001",
        Severity.INFO,
        "The Segment says that it ends before the file does; browsers go on behind its end.",
        f"{BS} 3",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
    FactKind.UNKNOWN_SIZE: FactRule(
        "WEBM-014",
        Severity.BLOCK,
        "An element that is no cluster ({text}) has an unknown size: everything behind it is "
        "taken for its content.",
        "RFC 8794, section 6.2",
        REPAIR,
        (chromium("", Effect.IGNORES), firefox(Effect.IGNORES), webkit()),
        RECLUSTER,
    ),
    FactKind.UNKNOWN_SIZE_END: FactRule(
        "WEBM-014",
        Severity.INFO,
        "The last element ({text}) has an unknown size; nothing that is played stands behind it.",
        "RFC 8794, section 6.2",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
    FactKind.UNKNOWN_CLUSTER_SIZE: FactRule(
        "WEBM-014",
        Severity.INFO,
        "Clusters are of unknown size, as in a live recording: a browser holds the end of one "
        "back until the next begins.",
        f"{BS} 4",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
    FactKind.REPEATED_HEADER: FactRule(
        "WEBM-029",
        Severity.INFO,
        "The header stands a second time here, as in files that were joined.",
        f"{BS} 3",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
    FactKind.OTHER_HEADER: FactRule(
        "WEBM-029",
        Severity.BLOCK,
        "A second header with other tracks stands here, as in files that were joined.",
        "MSE, initialization segment received",
        AGAIN,
        (chromium_says("Video stream codec … doesn't match SourceBuffer codecs."), firefox()),
        SOURCE,
    ),
    FactKind.CUES_WRONG: FactRule(
        "WEBM-031",
        Severity.WARN,
        "An entry of the index (Cues) does not point at a cluster: a player that seeks by it "
        "reads the wrong bytes.",
        f"{MATROSKA} 5.1.5",
        REPAIR,
        (chromium("", Effect.HARMLESS), PLAYS),
        RECLUSTER,
    ),
}
"""What stands directly in the Segment."""
