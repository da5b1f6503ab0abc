"""What stands in the heads of H.264's NAL units, bit by bit.

Source: ITU-T H.264, sections 7.3.2.1.1, 7.3.2.2, 7.3.3, 7.4.1.1 and 9.1.
"""

from studio.segments.codec_bits import Bits

SLICE_BYTES = 16
"""Of a slice's beginning, enough for what is read here."""

_MOST_ZEROS = 31
_INTRA = frozenset({2, 4, 7, 9})
"""Slice types I and SI, alone or in all slices of the picture."""

_MOST_SETS = 255


def payload(unit: bytes) -> bytes:
    """Return a NAL unit's content: without its first byte and the bytes put in between."""
    return unit[1:].replace(b"\0\0\3", b"\0\0")


def number(bits: Bits) -> int:
    """Return the next Exp-Golomb number; -1 where there is none."""
    zeros = 0
    while not bits.take(1):
        zeros += 1
        if zeros > _MOST_ZEROS or not bits.whole:
            return -1
    return (1 << zeros) - 1 + bits.take(zeros)


def is_intra_slice(head: bytes) -> bool:
    """Tell whether a slice's first bytes are those of a slice that needs no other picture."""
    bits = Bits(payload(head))
    first, kind, sets = number(bits), number(bits), number(bits)
    return bits.whole and first >= 0 and kind in _INTRA and 0 <= sets <= _MOST_SETS
