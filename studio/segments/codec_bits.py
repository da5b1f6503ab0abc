"""Single facts read from the first bytes of a frame.

Sources: RFC 6386 section 9.1 (VP8 frame tag); VP9 bitstream specification 0.6, section 6.2
(uncompressed header); RFC 6716 section 3.1 (Opus TOC byte).
"""

from dataclasses import dataclass

OPUS_RATE = 48_000
_VP9_SYNC_CODE = 0x498342
_SRGB = 7


def vp8_is_shown(first_byte: int) -> bool:
    """Tell whether a VP8 frame is shown, from its first byte (bit 4)."""
    return first_byte & 0x10 != 0


@dataclass(frozen=True, slots=True)
class Vp9Header:
    """What a VP9 keyframe says of itself; ``chroma``: subsampled across and down (4:2:0: 1, 1)."""

    profile: int
    bit_depth: int
    chroma: tuple[int, int] = (1, 1)


class Bits:
    """Reads bits from the most significant end; past the end they are 0."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "big")
        self._left = 8 * len(data)

    @property
    def whole(self) -> bool:
        """Tell that nothing was read past the end."""
        return self._left >= 0

    def take(self, count: int) -> int:
        """Return the next ``count`` bits as a number."""
        self._left -= count
        if self._left < 0:
            return 0
        return self._value >> self._left & (1 << count) - 1


def vp9_header(frame: bytes) -> Vp9Header | None:
    """Read a VP9 keyframe's first bytes (10 are enough); None for any other frame."""
    bits = Bits(frame[:16])
    if bits.take(2) != 2:
        return None
    profile = bits.take(1) | bits.take(1) << 1
    if profile == 3 and bits.take(1):
        return None
    show_existing, inter = bits.take(1), bits.take(1)
    bits.take(2)  # show_frame, error_resilient_mode
    if show_existing or inter or bits.take(24) != _VP9_SYNC_CODE:
        return None
    depth = 8 if profile < 2 else 12 if bits.take(1) else 10
    if bits.take(3) == _SRGB:
        return Vp9Header(profile, depth, (0, 0))
    bits.take(1)  # color_range
    chroma = (bits.take(1), bits.take(1)) if profile & 1 else (1, 1)
    return Vp9Header(profile, depth, chroma)


_VP9_LEVELS = (
    (829_440, 36_864, 10),
    (2_764_800, 73_728, 11),
    (4_608_000, 122_880, 20),
    (9_216_000, 245_760, 21),
    (20_736_000, 552_960, 30),
    (36_864_000, 983_040, 31),
    (83_558_400, 2_228_224, 40),
    (160_432_128, 2_228_224, 41),
    (311_951_360, 8_912_896, 50),
    (588_251_136, 8_912_896, 51),
    (1_176_502_272, 8_912_896, 52),
    (1_176_502_272, 35_651_584, 60),
    (2_353_004_544, 35_651_584, 61),
    (4_706_009_088, 35_651_584, 62),
)


def vp9_level(width: int, height: int, frames_per_second: float) -> int:
    """Return ten times the lowest VP9 level for this picture size and rate; 0 when none fits.

    Source: webmproject.org/vp9/levels; a rate of 0 judges by the size alone.
    """
    picture = width * height
    if picture <= 0:
        return 0
    fitting = (
        level
        for samples, size, level in _VP9_LEVELS
        if picture <= size and picture * frames_per_second <= samples
    )
    return next(fitting, 0)


def opus_samples(packet: bytes) -> int:
    """Return an Opus packet's length in samples at 48 kHz, from its first two bytes; 0 if bad."""
    if not packet:
        return 0
    configuration, code = packet[0] >> 3, packet[0] & 3
    if configuration < 12:
        samples = (480, 960, 1920, 2880)[configuration & 3]
    elif configuration < 16:
        samples = (480, 960)[configuration & 1]
    else:
        samples = (120, 240, 480, 960)[configuration & 3]
    if code < 3:
        return samples * (1 if code == 0 else 2)
    return samples * (packet[1] & 0x3F) if len(packet) > 1 else 0


@dataclass(frozen=True, slots=True)
class OpusHead:
    """What an Opus stream's header tells: channels, and samples to skip at 48 kHz."""

    channels: int
    pre_skip: int


def opus_head(private: bytes) -> OpusHead | None:
    """Read an OpusHead (RFC 7845, section 5.1); None when it is too short.

    Browsers do not look at its first eight bytes, the name (measured).
    """
    if len(private) < 19:
        return None
    return OpusHead(private[9], int.from_bytes(private[10:12], "little"))


def xiph_parts(private: bytes) -> list[bytes]:
    """Return the parts of a Xiph-laced CodecPrivate, as Vorbis has it; empty when it is none."""
    if not private:
        return []
    sizes, position = [], 1
    for _ in range(private[0]):
        size = 0
        while position < len(private) and private[position] == 0xFF:
            size, position = size + 0xFF, position + 1
        if position >= len(private):
            return []
        sizes.append(size + private[position])
        position += 1
    parts = []
    for size in sizes:
        parts.append(private[position : position + size])
        position += size
    return [*parts, private[position:]] if position <= len(private) else []


def vorbis_channels(private: bytes) -> int:
    """Return the channels of a Vorbis track from its three headers; 0 when they are not sound.

    Source: Vorbis I specification, section 4.2.
    """
    parts = xiph_parts(private)
    if len(parts) != 3:
        return 0
    kinds = zip((1, 3, 5), parts, strict=True)
    if any(part[:7] != bytes((kind,)) + b"vorbis" for kind, part in kinds):
        return 0
    first, _, setup = parts
    framed = len(first) >= 30 and first[29] & 1 and setup[-1:] not in (b"", b"\0")
    return first[11] if framed else 0
