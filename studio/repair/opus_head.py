"""OpusHead and the delay that Matroska declares beside it.

Source: RFC 7845, sections 4.2 and 5.1; RFC 9559, section 5.1.4.1.25 (CodecDelay).
"""

from studio.segments import ebml

SEEK_PRE_ROLL = 0x56BB
SEEK_PRE_ROLL_NS = 80_000_000
OPUS_RATE = 48_000
MAX_PRE_SKIP = 3840
"""Samples; 80 ms, the longest that RFC 7845 recommends."""

_MAGIC = b"OpusHead"
_PRE_SKIP_AT = 10
_RATE_AT = 12
_GAIN_AT = 16
_HEAD_BYTES = 19
_ROUNDING_NS = 10**9 // OPUS_RATE

Parts = list[tuple[int, bytes]]


def cured_opus(parts: Parts) -> tuple[Parts, bool]:
    """Return a track's elements with CodecDelay, SeekPreRoll and OpusHead in agreement.

    A pre-skip that is only plausible with its bytes exchanged belongs to a header written
    with the wrong byte order. Without an OpusHead nothing is changed.
    """
    kept = dict(parts)
    head = kept.get(ebml.CODEC_PRIVATE, b"")
    if not head.startswith(_MAGIC) or len(head) < _HEAD_BYTES:
        return parts, False
    head = _in_order(head)
    pre_skip = int.from_bytes(head[_PRE_SKIP_AT:_RATE_AT], "little")
    delay_ns = pre_skip * 10**9 // OPUS_RATE
    declared = int.from_bytes(kept.get(ebml.CODEC_DELAY, b""), "big")
    if abs(declared - delay_ns) > _ROUNDING_NS:
        kept[ebml.CODEC_DELAY] = delay_ns.to_bytes(8, "big")
    if int.from_bytes(kept.get(SEEK_PRE_ROLL, b""), "big") != SEEK_PRE_ROLL_NS:
        kept[SEEK_PRE_ROLL] = SEEK_PRE_ROLL_NS.to_bytes(4, "big")
    kept[ebml.CODEC_PRIVATE] = head
    return list(kept.items()), kept != dict(parts)


def _in_order(head: bytes) -> bytes:
    """Return the header with its numbers in little-endian order."""
    pre_skip = head[_PRE_SKIP_AT:_RATE_AT]
    as_written = int.from_bytes(pre_skip, "little")
    turned = int.from_bytes(pre_skip, "big")
    if as_written <= MAX_PRE_SKIP or not 0 < turned <= MAX_PRE_SKIP:
        return head
    rate, gain = head[_RATE_AT:_GAIN_AT], head[_GAIN_AT : _GAIN_AT + 2]
    begin, end = head[:_PRE_SKIP_AT], head[_GAIN_AT + 2 :]
    return begin + pre_skip[::-1] + _turned(rate) + gain[::-1] + end


def _turned(rate: bytes) -> bytes:
    """Return the input rate turned round too, unless it is sensible as it stands."""
    return rate if int.from_bytes(rate, "little") <= 384_000 else rate[::-1]
