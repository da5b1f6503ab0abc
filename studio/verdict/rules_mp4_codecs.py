"""Rules for an MP4's sample entries and codec configurations (F20 and beyond)."""

from studio.segments.model import FactKind
from studio.verdict.model import Cure, CureKind, Effect, Severity
from studio.verdict.rules_facts import FactRule
from studio.verdict.rules_mp4_words import (
    AGAIN,
    BMFF,
    FRAGMENT,
    REFRAGMENT,
    SOURCE,
    WEBKIT_PLAYS,
    chromium,
    firefox,
    firefox_silent,
    webkit,
)

_APPEND = "CHUNK_DEMUXER_ERROR_APPEND_FAILED: "

CODEC_RULES = {
    FactKind.BAD_CONFIGURATION: FactRule(
        "MP4-020",
        Severity.BLOCK,
        "The codec configuration of track {track} ({text}) is missing, empty or broken.",
        "ISO/IEC 14496-15, 5.3.3",
        AGAIN,
        (chromium(), firefox_silent(Effect.LOSES), webkit()),
        SOURCE,
    ),
    FactKind.BAD_SOUND_CONFIGURATION: FactRule(
        "MP4-028",
        Severity.BLOCK,
        "The sound configuration of track {track} ({text}) is missing, or one that Chromium "
        "does not read.",
        "ISO/IEC 14496-14, 6.7",
        AGAIN,
        (chromium(), webkit()),
        SOURCE,
    ),
    FactKind.AAC_CHANNELS: FactRule(
        "MP4-028",
        Severity.BLOCK,
        "The AAC configuration of track {track} does not say how many channels there are.",
        "ISO/IEC 14496-3, 1.6.2.1",
        AGAIN,
        (chromium(), firefox("FFmpeg audio error"), webkit()),
        SOURCE,
    ),
    FactKind.BAD_PARAMETER_SETS: FactRule(
        "MP4-020",
        Severity.BLOCK,
        "The parameter sets of track {track} in its {text} are damaged: Chromium decodes no "
        "picture with them, though the pictures may bring their own.",
        "ISO/IEC 14496-15, 5.3.3.1",
        FRAGMENT,
        (
            chromium("PIPELINE_ERROR_DECODE: Failed to send video packet for decoding"),
            firefox_silent(Effect.HARMLESS),
            WEBKIT_PLAYS,
        ),
        REFRAGMENT,
    ),
    FactKind.VERSION_0: FactRule(
        "MP4-020",
        Severity.BLOCK,
        "The configuration of track {track} ({text}) has version 0, which Firefox refuses.",
        "VP codec ISO media file format binding, vpcC",
        FRAGMENT,
        (chromium("", Effect.HARMLESS), firefox()),
        REFRAGMENT,
    ),
    FactKind.NAL_LENGTH: FactRule(
        "MP4-020",
        Severity.WARN,
        "The NAL unit lengths of track {track} have not 4 bytes, as some players expect.",
        "ISO/IEC 14496-15, 5.3.3",
        AGAIN,
        (chromium("", Effect.HARMLESS), firefox_silent(Effect.HARMLESS)),
        SOURCE,
    ),
    FactKind.UNKNOWN_ENTRY: FactRule(
        "MP4-026",
        Severity.BLOCK,
        "Track {track} is of the kind “{text}”, which no browser plays in MP4.",
        f"{BMFF} 8.5.2",
        "Transcode it to a codec that browsers know.",
        (chromium(f"{_APPEND}Unsupported VisualSampleEntry type"), firefox(), webkit()),
        Cure(CureKind.PRESET, "mp4-h264-aac"),
    ),
    FactKind.ENCRYPTED: FactRule(
        "MP4-027",
        Severity.BLOCK,
        "Track {track} is encrypted: it plays only with its key and a player that asks for it.",
        "ISO/IEC 23001-7",
        "Take the file before it was encrypted.",
        (chromium(), firefox(), webkit()),
        SOURCE,
    ),
    FactKind.ENTRY_MISMATCH: FactRule(
        "MP4-029",
        Severity.BLOCK,
        "The sound of track {track} is described in two ways that differ (sample entry and "
        "{text}), which Chromium refuses.",
        "Encapsulation of Opus in ISO base media file format, 4.3.2",
        FRAGMENT,
        (
            chromium(
                f"{_APPEND}Failure parsing MP4: Opus AudioSampleEntry channel count mismatches "
                "OpusSpecificBox STREAMINFO channel count"
            ),
            firefox_silent(Effect.HARMLESS),
        ),
        REFRAGMENT,
    ),
    FactKind.SAMPLE_BITS: FactRule(
        "MP4-030",
        Severity.BLOCK,
        "The sound of track {track} claims {text} bits a sample; Chromium takes 8, 16, 24 or 32.",
        f"{BMFF} 12.2.3",
        FRAGMENT,
        (chromium(), firefox_silent(Effect.HARMLESS)),
        REFRAGMENT,
    ),
}
