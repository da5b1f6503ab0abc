"""How a live stream is encoded."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from studio.errors import PresetError

SHORTEST_GOP_S, LONGEST_GOP_S = Fraction(1, 5), Fraction(10)
LARGEST_SIDE = 4096


class LiveCodec(StrEnum):
    """What the picture becomes: VP8 in WebM, H.264 in fragmented MP4."""

    VP8 = "vp8"
    H264 = "h264"

    @property
    def is_webm(self) -> bool:
        """Whether it stands in WebM."""
        return self is LiveCodec.VP8


class LiveSound(StrEnum):
    """What the sound becomes; NONE leaves it out."""

    VORBIS = "vorbis"
    OPUS = "opus"
    AAC = "aac"
    NONE = "none"


_SOUNDS = {
    LiveCodec.VP8: (LiveSound.VORBIS, LiveSound.OPUS, LiveSound.NONE),
    LiveCodec.H264: (LiveSound.AAC, LiveSound.NONE),
}


@dataclass(frozen=True, slots=True)
class LiveEncoding:
    """Settings of a live encoder.

    ``width`` and ``height`` in pixels: the picture is fitted into them with bars; 0 for both
    keeps the source's size. ``frame_rate`` in frames per second, ``bit_rate`` (picture) and
    ``sound_bit_rate`` in bit/s, ``gop_s`` from keyframe to keyframe: a viewer who joins waits
    for the next one at most.

    Raises:
        PresetError: settings that do not fit each other, or that nobody could play.
    """

    codec: LiveCodec = LiveCodec.VP8
    sound: LiveSound = LiveSound.VORBIS
    width: int = 1280
    height: int = 720
    frame_rate: Fraction = Fraction(25)
    bit_rate: int = 2_000_000
    gop_s: Fraction = Fraction(1)
    sound_bit_rate: int = 96_000

    def __post_init__(self) -> None:
        if self.sound not in _SOUNDS[self.codec]:
            fitting = ", ".join(_SOUNDS[self.codec])
            raise PresetError(
                f"{self.sound} does not go with {self.codec}.", hint=f"Choose one of: {fitting}."
            )
        if not self.keeps_size and not all(_is_side(one) for one in (self.width, self.height)):
            raise PresetError(
                f"{self.width} x {self.height} is no size for a live picture.",
                hint=f"Both sides must be even and from 16 to {LARGEST_SIDE} pixels.",
            )
        if not 1 <= self.frame_rate <= 120:
            raise PresetError("The frame rate must be from 1 to 120 frames per second.")
        if not SHORTEST_GOP_S <= self.gop_s <= LONGEST_GOP_S:
            raise PresetError("A keyframe must come every 0.2 to 10 seconds.")
        if not 32_000 <= self.bit_rate <= 100_000_000:
            raise PresetError("The bit rate must be from 32 kbit/s to 100 Mbit/s.")
        if not 8_000 <= self.sound_bit_rate <= 510_000:
            raise PresetError("The bit rate of sound must be from 8 to 510 kbit/s.")

    @property
    def keeps_size(self) -> bool:
        """Whether the picture stays as large as the source's."""
        return self.width == 0 and self.height == 0

    @property
    def gop_frames(self) -> int:
        """Frames from keyframe to keyframe."""
        return max(1, round(self.gop_s * self.frame_rate))


def _is_side(pixels: int) -> bool:
    return 16 <= pixels <= LARGEST_SIDE and pixels % 2 == 0
