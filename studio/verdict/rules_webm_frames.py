"""Rules for WebM that look at the frames themselves (the rule list's T10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.segments import codec_bits
from studio.segments.frames import FrameTable, MediaFrames
from studio.segments.model import TrackKind
from studio.segments.source import ByteSource
from studio.segments.vpx_keyframes import HEAD_BYTES, is_keyframe
from studio.verdict.model import Effect, Finding, Severity
from studio.verdict.rules_facts import places
from studio.verdict.rules_webm_words import (
    GUIDELINES,
    PLAYS,
    RECLUSTER,
    REPAIR,
    SOURCE,
    TRANSCODE,
    VP9_OPUS,
    chromium,
    firefox,
    webkit,
)

_DECODE_ERROR = "PIPELINE_ERROR_DECODE"
_FOUR_FOUR_ZERO = (0, 1)
_VP8_START_CODE = b"\x9d\x01\x2a"
MAX_LOOKED_AT = 200_000
"""Keyframes whose bytes are looked at; a day of film has fewer."""


@dataclass(frozen=True, slots=True)
class _Mismatch:
    """A frame whose flag and bytes do not agree; ``begins``: it is its cluster's first."""

    index: int
    offset: int
    segment: int
    flagged: bool
    begins: bool


def webm_frame_findings(media: MediaFrames, source: ByteSource) -> Iterator[Finding]:
    """Yield what is wrong with a WebM's frames: keyframes that are none, and undecodable ones.

    Args:
        media: the file, frame by frame.
        source: its bytes.
    """
    table = next((t for t in media.tables if t.track.kind is TrackKind.VIDEO), None)
    if table is None or not len(table):
        return
    yield from _chroma(table, source)
    yield from _foreign_bytes(table, source)
    found = list(_mismatches(table, source))
    false_keys = [one for one in found if one.flagged]
    if false_keys:
        yield _false_keyframe(false_keys)
    unflagged = [one for one in found if not one.flagged]
    if unflagged:
        yield _unflagged_keyframe(unflagged)


def _mismatches(table: FrameTable, source: ByteSource) -> Iterator[_Mismatch]:
    """Compare flag and bytes of each flagged frame, and of the first one of each cluster."""
    segment = None
    looked_at = 0
    for index in range(len(table)):
        begins = table.segments[index] != segment
        segment = table.segments[index]
        flagged = bool(table.keyframes[index])
        if not (flagged or begins) or table.sizes[index] <= 0:
            continue
        looked_at += 1
        if looked_at > MAX_LOOKED_AT:
            return
        offset = table.offsets[index]
        head = source.at(offset, min(HEAD_BYTES, table.sizes[index]))
        true_key = is_keyframe(table.track.codec_id, head)
        if true_key is not None and true_key != flagged:
            yield _Mismatch(index, offset, segment, flagged, begins)


def _place(segment: int) -> str:
    return f"Segment/Cluster[{segment + 1}]"


def _false_keyframe(found: list[_Mismatch]) -> Finding:
    first = found[0]
    at_start = first.index == 0
    effect = Effect.REFUSES if at_start else Effect.ENTRY
    if not any(one.begins for one in found):
        effect = Effect.HARMLESS  # only a seek that lands behind it fails
    return Finding(
        "WEBM-032",
        Severity.BLOCK if at_start else Severity.LOSS,
        "A frame is marked as a keyframe and is none: decoding cannot begin here"
        f"{places(len(found))}.",
        first.offset,
        f"{GUIDELINES}, SimpleBlock",
        REPAIR,
        _place(first.segment),
        len(found),
        (
            chromium(_DECODE_ERROR, effect),
            firefox(Effect.IGNORES if at_start else Effect.HARMLESS),
            webkit(effect),
        ),
        RECLUSTER,
    )


def _unflagged_keyframe(found: list[_Mismatch]) -> Finding:
    first = found[0]
    return Finding(
        "WEBM-032",
        Severity.WARN,
        "A keyframe is not marked as one: Chromium does not let playback begin here"
        f"{places(len(found))}.",
        first.offset,
        f"{GUIDELINES}, SimpleBlock",
        REPAIR,
        _place(first.segment),
        len(found),
        (chromium("", Effect.LOSES if first.index == 0 else Effect.ENTRY), PLAYS),
        RECLUSTER,
    )


def _foreign_bytes(table: FrameTable, source: ByteSource) -> Iterator[Finding]:
    """Find a VP8 track whose first keyframe lacks VP8's start code."""
    if table.track.codec_id != "V_VP8":
        return
    first = next((i for i in range(len(table)) if table.keyframes[i] and table.sizes[i] > 0), None)
    if first is None:
        return
    head = source.at(table.offsets[first], min(HEAD_BYTES, table.sizes[first]))
    if len(head) >= 10 and not head[0] & 1 and head[3:6] != _VP8_START_CODE:
        yield Finding(
            "WEBM-035",
            Severity.BLOCK,
            "The picture is not the VP8 that its track says it is: no browser can decode it.",
            table.offsets[first],
            "RFC 6386, 9.1",
            TRANSCODE,
            _place(table.segments[first]),
            hits=(chromium(_DECODE_ERROR), firefox(Effect.IGNORES), webkit()),
            cure=SOURCE,
        )


def _chroma(table: FrameTable, source: ByteSource) -> Iterator[Finding]:
    """Find VP9 of 4:4:0, which no engine decodes."""
    if table.track.codec_id != "V_VP9":
        return
    header = codec_bits.vp9_header(source.at(table.offsets[0], 16))
    if header is not None and header.chroma == _FOUR_FOUR_ZERO:
        yield Finding(
            "WEBM-033",
            Severity.BLOCK,
            "The picture is VP9 with 4:4:0 colour, which no browser decodes.",
            table.offsets[0],
            "VP9 bitstream specification, 7.2.2",
            TRANSCODE,
            _place(table.segments[0]),
            hits=(chromium(_DECODE_ERROR), firefox(words="avcodec_send_packet error"), webkit()),
            cure=VP9_OPUS,
        )
