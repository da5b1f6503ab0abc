"""The colour part of an AV1 sequence header, for the codec string.

Source: AV1 bitstream specification, sections 5.5 (sequence header) and 5.3 (OBU header).
"""

from dataclasses import dataclass

from studio.segments.codec_bits import Bits

_SEQUENCE_HEADER = 1
_MAIN, _HIGH = 0, 1
_BT709, _SRGB, _IDENTITY = 1, 13, 0
_UNSPECIFIED = 2
_SELECT = 2


@dataclass(frozen=True, slots=True)
class Av1Colour:
    """What the sequence header says of colour; ``described`` tells that it names the primaries."""

    described: bool
    primaries: int
    transfer: int
    matrix: int
    full_range: int


def av1_colour(configuration: bytes) -> Av1Colour | None:
    """Read the colour part from an av1C's OBUs (behind its first 4 bytes); None without one."""
    sequence = _sequence_header(configuration)
    if not sequence:
        return None
    bits = Bits(sequence[:128])
    profile = bits.take(3)
    _skip_to_colour(bits)
    colour = _colour(bits, profile)
    return colour if bits.whole else None


def _sequence_header(data: bytes) -> bytes:
    """Return the payload of the first sequence header OBU."""
    position = 0
    while position < len(data):
        head = data[position]
        position += 1 + (head >> 2 & 1)
        size, shift = len(data) - position, 0
        if head >> 1 & 1:
            size = 0
            while position < len(data):
                byte = data[position]
                position += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if not byte & 0x80 or shift > 56:
                    break
        if head >> 3 & 15 == _SEQUENCE_HEADER:
            return data[position : position + size]
        position += size
    return b""


def _skip_to_colour(bits: Bits) -> None:
    """Step over everything between seq_profile and color_config."""
    bits.take(1)  # still_picture
    reduced = bits.take(1)
    if reduced:
        bits.take(5)
    else:
        _skip_operating_points(bits)
    width_bits, height_bits = bits.take(4) + 1, bits.take(4) + 1
    bits.take(width_bits + height_bits)
    if not reduced and bits.take(1):  # frame ids
        bits.take(4 + 3)
    bits.take(3)  # superblock, filter_intra, intra_edge
    if not reduced:
        bits.take(4)  # interintra, masked compound, warped motion, dual filter
        if bits.take(1):  # order hints
            bits.take(2)
            ordered = True
        else:
            ordered = False
        tools = _SELECT if bits.take(1) else bits.take(1)
        if tools and not bits.take(1):
            bits.take(1)
        if ordered:
            bits.take(3)
    bits.take(3)  # superres, cdef, restoration


def _skip_operating_points(bits: Bits) -> None:
    model, delay_bits = 0, 0
    if bits.take(1):  # timing info
        bits.take(64)
        if bits.take(1):
            _skip_uvlc(bits)
        model = bits.take(1)
        if model:
            delay_bits = bits.take(5) + 1
            bits.take(32 + 5 + 5)
    display = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if model and bits.take(1):
            bits.take(2 * delay_bits + 1)
        if display and bits.take(1):
            bits.take(4)


def _skip_uvlc(bits: Bits) -> None:
    zeros = 0
    while zeros < 32 and not bits.take(1):
        zeros += 1
    bits.take(zeros)


def _colour(bits: Bits, profile: int) -> Av1Colour:
    high = bits.take(1)
    if profile > _HIGH and high:
        bits.take(1)  # twelve_bit
    monochrome = profile != _HIGH and bits.take(1) == 1
    described = bits.take(1) == 1
    values = (bits.take(8), bits.take(8), bits.take(8)) if described else (_UNSPECIFIED,) * 3
    if not monochrome and values == (_BT709, _SRGB, _IDENTITY):
        return Av1Colour(described, *values, 1)
    return Av1Colour(described, *values, bits.take(1))
