"""What engines say and do about MP4, and who can cure it: shared by the MP4 rules.

Measured on Debian's Chromium 156 and Firefox ESR 153 in November 2026; WebKitGTK 2.50.6 later.
"""

from studio.verdict.model import Cure, CureKind, Effect, EngineFamily, Hit

BS = "ISO BMFF byte stream format, section"
BMFF = "ISO/IEC 14496-12,"

FRAGMENT = "Repair it: it is cut into fragments at its keyframes, nothing is encoded again."
AGAIN = "Make the file again from its source."

REFRAGMENT = Cure(CureKind.REPAIR, "refragment")
SOURCE = Cure(CureKind.SOURCE)

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


def firefox(words: str = NOT_OPENED, effect: Effect = Effect.REFUSES, measured: str = "153") -> Hit:
    """Return what Firefox does; as a rule it says that it cannot open the media."""
    return Hit(EngineFamily.FIREFOX, effect, words, measured)


def firefox_silent(effect: Effect) -> Hit:
    """Return what Firefox does without a word."""
    return Hit(EngineFamily.FIREFOX, effect, "", "153")


def webkit(effect: Effect = Effect.REFUSES, words: str = "", measured: str = "") -> Hit:
    """Return what WebKit does: by the specification or its source, where no version is named."""
    return Hit(EngineFamily.WEBKIT, effect, words, measured)


WEBKIT_PLAYS = webkit(Effect.HARMLESS, measured=WEBKIT)
"""WebKitGTK plays it all the same: GStreamer's demuxers are more patient."""
