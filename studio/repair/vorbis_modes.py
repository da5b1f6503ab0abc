"""How long a Vorbis packet lasts: its mode says which of two block sizes it has.

Source: Vorbis I specification, sections 4.2.2 (identification header), 4.2.4 (modes, at the
end of the setup header) and 4.3.1 (packet type and mode number); each packet gives a quarter
of its own block size and a quarter of the one before.
"""

from fractions import Fraction

_RATE_AT = 12
_BLOCK_SIZES_AT = 28
_MODE_BITS = 41
"""1 bit block flag, 16 window type, 16 transform type, 8 mapping."""
_MAX_MODES = 64
_MAX_MAPPING = 63


class VorbisModes:
    """The block size of each mode, and that of the packet seen last."""

    def __init__(self, rate: int, sizes: list[int]) -> None:
        self._rate = rate
        self._sizes = sizes
        self._mode_bits = (len(sizes) - 1).bit_length()
        self._previous = 0

    def duration_ns(self, packet: bytes) -> Fraction:
        """Return how long this packet sounds; 0 when it is no packet of sound."""
        if not packet or packet[0] & 1:
            return Fraction(0)
        mode = packet[0] >> 1 & (1 << self._mode_bits) - 1
        if mode >= len(self._sizes):
            return Fraction(0)
        size = self._sizes[mode]
        previous = self._previous or size
        self._previous = size
        return Fraction((previous + size) * 10**9, 4 * self._rate)


def read_modes(private: bytes) -> VorbisModes | None:
    """Return the modes of a Vorbis CodecPrivate; None when it cannot be read."""
    headers = _headers(private)
    if headers is None:
        return None
    identification, setup = headers
    if len(identification) <= _BLOCK_SIZES_AT or not setup.startswith(b"\x05vorbis"):
        return None
    rate = int.from_bytes(identification[_RATE_AT : _RATE_AT + 4], "little")
    both = identification[_BLOCK_SIZES_AT]
    short, long = 1 << (both & 0x0F), 1 << (both >> 4)
    flags = _block_flags(setup)
    if not rate or not flags:
        return None
    return VorbisModes(rate, [long if flag else short for flag in flags])


def _headers(private: bytes) -> tuple[bytes, bytes] | None:
    """Return the first and the third of the three headers, which stand Xiph-laced."""
    if not private or private[0] != 2:
        return None
    sizes: list[int] = []
    position, size = 1, 0
    while len(sizes) < 2 and position < len(private):
        size += private[position]
        if private[position] != 0xFF:
            sizes.append(size)
            size = 0
        position += 1
    if len(sizes) < 2 or position + sum(sizes) >= len(private):
        return None
    first = private[position : position + sizes[0]]
    return first, private[position + sum(sizes) :]


def _block_flags(setup: bytes) -> list[int]:
    """Read the modes backwards from the framing bit, which is the last bit that is set.

    Bits stand from the lowest upwards, so the whole header is one little-endian number. As
    many modes are believed as the 6 bits before them say; the highest count that fits.
    """
    number = int.from_bytes(setup, "little")
    framing = number.bit_length() - 1
    found: list[int] = []
    flags: list[int] = []
    for count in range(1, _MAX_MODES + 1):
        begin = framing - count * _MODE_BITS
        if begin < 6:
            break
        mode = number >> begin & (1 << _MODE_BITS) - 1
        if mode >> 1 & 0xFFFFFFFF or mode >> 33 > _MAX_MAPPING:
            break
        flags.insert(0, mode & 1)
        if (number >> begin - 6 & 0x3F) + 1 == count:
            found = list(flags)
    return found
