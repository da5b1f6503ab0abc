"""What engines say and do about WebM, and who can cure it: shared by the WebM rules.

Measured on Debian's Chromium 156, the embedded Chromium 140 and Firefox ESR 153 in November
2026, one file for each fault; WebKitGTK 2.50.6 later.
"""

from studio.verdict.model import Cure, CureKind, Effect, EngineFamily, Hit

BS = "WebM byte stream format, section"
GUIDELINES = "WebM container guidelines"
MATROSKA = "RFC 9559, section"

REPAIR = "Repair it: the file is written anew and in order, nothing is encoded again."
AGAIN = "Make the file again from its source."
TRANSCODE = "Transcode it."

RECLUSTER = Cure(CureKind.REPAIR, "recluster")
SOURCE = Cure(CureKind.SOURCE)
VP8_VORBIS = Cure(CureKind.PRESET, "webm-vp8-vorbis")
VP9_OPUS = Cure(CureKind.PRESET, "webm-vp9-opus")

APPEND = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: "
GENERIC = (
    "CHUNK_DEMUXER_ERROR_APPEND_FAILED: RunSegmentParserLoop: stream parsing failed. "
    "append_window_start=0 append_window_end=inf"
)
NOT_OPENED = "Failed to open media"


WEBKIT = "2.50.6"
"""The version of WebKitGTK whose behaviour was measured."""


def chromium(words: str = GENERIC, effect: Effect = Effect.REFUSES, measured: str = "156") -> Hit:
    """Return what Chromium does; as a rule it refuses the append without a reason."""
    return Hit(EngineFamily.CHROMIUM, effect, words, measured)


def new_chromium(words: str) -> Hit:
    """Return what Chromium 156 does, and the embedded engine's 140 does not."""
    return Hit(EngineFamily.CHROMIUM, Effect.REFUSES, words, "156", only="chromium")


def chromium_says(words: str, measured: str = "156") -> Hit:
    """Return the hit of a Chromium that refuses an append and says why."""
    return Hit(EngineFamily.CHROMIUM, Effect.REFUSES, APPEND + words, measured)


def firefox(effect: Effect = Effect.REFUSES, words: str = NOT_OPENED, measured: str = "153") -> Hit:
    """Return what Firefox does; what it does not refuse it takes without a word."""
    said = words if effect is Effect.REFUSES else ""
    return Hit(EngineFamily.FIREFOX, effect, said, measured)


def webkit(effect: Effect = Effect.REFUSES, words: str = "", measured: str = "") -> Hit:
    """Return what WebKit does: by the specification or its source, where no version is named."""
    return Hit(EngineFamily.WEBKIT, effect, words, measured)


WEBKIT_PLAYS = webkit(Effect.HARMLESS, measured=WEBKIT)
"""WebKitGTK plays it all the same: GStreamer's demuxers are more patient."""


PLAYS = firefox(Effect.HARMLESS)
"""Firefox 153 plays it all the same."""
