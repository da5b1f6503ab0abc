"""What stands in the heads of H.264's NAL units, bit by bit.

Source: ITU-T H.264, sections 7.3.2.1.1, 7.3.2.2, 7.3.3, 7.4.1.1 and 9.1.
"""

from collections.abc import Container

from studio.segments.codec_bits import Bits

SLICE_BYTES = 16
"""Of a slice's beginning, enough for what is read here."""

_MOST_ZEROS = 31
_INTRA = frozenset({2, 4, 7, 9})
"""Slice types I and SI, alone or in all slices of the picture."""

_MOST_SETS = 255
_SPS, _PPS = 7, 8
_PROFILES = frozenset(
    {44, 66, 77, 83, 86, 88, 100, 110, 118, 122, 128, 134, 135, 138, 139, 144, 244}
)
_HIGH = _PROFILES - {66, 77, 88}
"""Profiles whose sequence parameter set tells of chroma, depth and scaling."""

_MACROBLOCK = 16
_MOST_MACROBLOCKS = 4096
"""Across or down: more than any level allows."""

_FAR_OFF = 4
"""So many times larger or smaller than its track says, a picture's size is damage; less may be
another shape of pixels, or fields."""


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


def sequence_set(unit: bytes, size: tuple[int, int] = (0, 0)) -> int:
    """Return the number of a sequence parameter set; -1 when it is none.

    What stands behind the picture's size is not looked at: browsers mostly play with it damaged.

    Args:
        unit: the NAL unit.
        size: of the picture, as its track says, in pixels; 0 when unknown.
    """
    if len(unit) < 4 or unit[0] & 0x9F != _SPS or unit[1] not in _PROFILES:
        return -1
    bits = Bits(payload(unit)[3:])
    found = number(bits)
    good = 0 <= found <= 31 and (unit[1] not in _HIGH or _skip_chroma(bits))
    good = good and 0 <= number(bits) <= 12 and _skip_order(bits) and 0 <= number(bits) <= 16
    bits.take(1)  # gaps_in_frame_num_value_allowed_flag
    good = good and _is_size(bits, size)
    return found if good and bits.whole else -1


def _is_size(bits: Bits, size: tuple[int, int]) -> bool:
    """Tell whether a picture's size, its fields and its cropping fit each other and ``size``."""
    coded = [number(bits) + 1, number(bits) + 1]
    if not all(0 < part <= _MOST_MACROBLOCKS for part in coded):
        return False
    only_frames = bits.take(1)
    bits.take(1 - only_frames)  # mb_adaptive_frame_field_flag
    if not bits.take(1) and not only_frames:  # direct_8x8_inference_flag, which fields need
        return False
    pixels = [coded[0] * _MACROBLOCK, coded[1] * _MACROBLOCK * (2 - only_frames)]
    if bits.take(1):
        cut = [number(bits) for _ in range(4)]
        if min(cut) < 0 or cut[0] + cut[1] >= pixels[0] or cut[2] + cut[3] >= pixels[1]:
            return False
    return not all(size) or all(
        told <= _FAR_OFF * part and part <= _FAR_OFF * max(told, _MACROBLOCK)
        for told, part in zip(size, pixels, strict=True)
    )


def _skip_chroma(bits: Bits) -> bool:
    """Tell whether colour, depth and scaling lists are such as there are."""
    chroma = number(bits)
    if chroma == 3:
        bits.take(1)
    good = 0 <= chroma <= 3 and all(0 <= number(bits) <= 6 for _ in range(2))
    bits.take(1)
    if good and bits.take(1):
        _skip_lists(bits, 12 if chroma == 3 else 8)
    return good and bits.whole


def _skip_lists(bits: Bits, count: int) -> None:
    for place in range(count):
        last = following = 8
        for _ in range((16 if place < 6 else 64) if bits.take(1) else 0):
            following = (last + _signed(bits)) % 256 if following else 0
            last = following or last
            if not following:
                break


def _skip_order(bits: Bits) -> bool:
    """Tell whether the picture order count is one of the three kinds."""
    kind = number(bits)
    if kind == 0:
        return 0 <= number(bits) <= 12
    if kind == 1:
        bits.take(1)
        numbers = [number(bits), number(bits), number(bits)]
        return min(numbers) >= 0 and all(number(bits) >= 0 for _ in range(min(numbers[2], 255)))
    return kind == 2


def _signed(bits: Bits) -> int:
    found = number(bits)
    return (found + 1) // 2 if found & 1 else -(found // 2)


def is_picture_set(unit: bytes, sequences: Container[int]) -> bool:
    """Tell whether a picture parameter set is one, and of a sequence set that is there."""
    data = payload(unit).rstrip(b"\0")
    if not data or unit[0] & 0x9F != _PPS:
        return False
    bits = Bits(data)
    good = 0 <= number(bits) <= _MOST_SETS and number(bits) in sequences
    bits.take(2)  # entropy_coding_mode_flag, bottom_field_pic_order_in_frame_present_flag
    good = good and number(bits) == 0 and all(0 <= number(bits) <= 31 for _ in range(2))
    bits.take(1)  # weighted_pred_flag
    good = good and bits.take(2) != 3 and -62 <= _signed(bits) <= 25
    good = good and -26 <= _signed(bits) <= 25 and -12 <= _signed(bits) <= 12
    bits.take(4)  # three flags, and the stop bit or transform_8x8_mode_flag
    return good and bits.whole
