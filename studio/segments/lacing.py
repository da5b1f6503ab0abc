"""Laced blocks: several frames in one block, and where each of them stands.

Source: RFC 9559, section 10.3.
"""

from itertools import accumulate

from studio.segments.blocks import LACING_BITS
from studio.segments.source import ByteSource

MAX_LACE_BYTES = 1 << 16
"""Room for the sizes of 256 frames, each as long as a size can be written."""

_XIPH, _FIXED, _EBML = 1, 2, 3
_SIGNED_BIAS = tuple((1 << 7 * length - 1) - 1 if length else 0 for length in range(9))


def laced_frames(
    source: ByteSource, payload_offset: int, payload_size: int
) -> list[tuple[int, int]]:
    """Return (offset, size) of each frame of a laced block; nothing when the sizes do not fit."""
    flags = source.at(payload_offset - 1, 1)
    head = source.at(payload_offset, min(max(0, payload_size), MAX_LACE_BYTES))
    head_size, sizes = lace_sizes(head, flags[0], payload_size) if flags else (0, [])
    return list(zip(accumulate(sizes, initial=payload_offset + head_size), sizes, strict=False))


def lace_sizes(data: bytes, flags: int, payload_size: int) -> tuple[int, list[int]]:
    """Return how long a laced block's head is, and the size of each frame behind it.

    ``data`` begins with the lacing head. Sizes that do not fit ``payload_size`` give an
    empty list.
    """
    if not data:
        return 0, []
    count = data[0] + 1
    kind = (flags & LACING_BITS) >> 1
    if kind == _FIXED:
        room = payload_size - 1
        return 1, [room // count] * count if room % count == 0 else []
    read = _xiph_sizes if kind == _XIPH else _ebml_sizes
    head_size, sizes = read(data, count - 1)
    rest = payload_size - head_size - sum(sizes)
    if len(sizes) != count - 1 or rest < 0 or any(size < 0 for size in sizes):
        return 0, []
    return head_size, [*sizes, rest]


def _xiph_sizes(data: bytes, count: int) -> tuple[int, list[int]]:
    sizes: list[int] = []
    position, size = 1, 0
    while len(sizes) < count and position < len(data):
        size += data[position]
        if data[position] != 255:
            sizes.append(size)
            size = 0
        position += 1
    return position, sizes


def _ebml_sizes(data: bytes, count: int) -> tuple[int, list[int]]:
    sizes: list[int] = []
    position = 1
    while len(sizes) < count and position < len(data) and data[position]:
        length = 9 - data[position].bit_length()
        number = int.from_bytes(data[position : position + length], "big")
        number &= (1 << 7 * length) - 1
        if sizes:
            number += sizes[-1] - _SIGNED_BIAS[length]
        sizes.append(number)
        position += length
    return position, sizes
