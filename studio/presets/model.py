"""The Preset: what to make of a file, and the contract the result must fulfil."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

SCHEMA_VERSION = 1


class Container(StrEnum):
    """The byte stream formats a preset can make."""

    WEBM = "webm"
    MP4 = "mp4"

    @property
    def suffix(self) -> str:
        """File name suffix with its dot."""
        return f".{self.value}"


class RateMode(StrEnum):
    """How the encoder spends bits."""

    CONSTANT_QUALITY = "crf"
    BIT_RATE = "bitrate"


@dataclass(frozen=True, slots=True)
class RateControl:
    """Rate control of a video encoder.

    ``ceiling_bits_per_pixel`` bounds the rate from above, in bits per pixel of one frame:
    the plan turns it into a bit rate from size and frame rate. VP8 needs it (its ``-crf``
    with ``-b:v 0`` silently means 256 kbit/s).
    """

    mode: RateMode = RateMode.CONSTANT_QUALITY
    crf: int | None = None
    bit_rate: int | None = None
    ceiling_bits_per_pixel: Fraction | None = None


@dataclass(frozen=True, slots=True)
class GopPolicy:
    """The keyframe rhythm: ``seconds`` or ``frames``, exactly one of them.

    ``min_frames`` is ffmpeg's ``-keyint_min`` in frames; None means the GOP size itself
    when ``scene_cuts`` is off and the encoder's own choice when it is on. ``closed``
    forbids pictures that refer across a keyframe.
    """

    seconds: Fraction | None = Fraction(2)
    frames: int | None = None
    min_frames: int | None = None
    scene_cuts: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """How video is made. ``encoder`` is ffmpeg's name, ``copy`` for stream copy.

    ``options`` are further encoder options from the schema's allow-list, without the dash.
    ``threads`` is None for the encoder's own choice.
    """

    codec: str
    encoder: str
    rate: RateControl = field(default_factory=RateControl)
    pixel_format: str = "yuv420p"
    threads: int | None = None
    max_width: int | None = None
    max_height: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """How sound is made. ``bit_rate`` is per channel, in bit/s."""

    codec: str
    encoder: str
    bit_rate_per_channel: int = 64_000
    max_channels: int = 2
    sample_rates: tuple[int, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contract:
    """What the finished file must fulfil; checked on every result.

    ``longest_gop`` is checked against the plan. ``codecs`` are the allowed beginnings of
    the RFC 6381 names in the result's MIME type.
    """

    keyframe_at_segment_start: bool = True
    longest_gop: bool = True
    index: bool = False
    codecs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """One preset. ``name`` and ``description`` map a language (``en``, ``zh``, ``ru``) to text."""

    id: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    container: Container
    video: VideoSettings | None
    audio: AudioSettings | None
    gop: GopPolicy = field(default_factory=GopPolicy)
    contract: Contract = field(default_factory=Contract)
    built_in: bool = False
    schema: int = SCHEMA_VERSION

    def name_in(self, language: str) -> str:
        """Name in ``language`` (``zh_CN`` counts as ``zh``), else in English."""
        return _text_in(self.name, language)

    def description_in(self, language: str) -> str:
        """Description in ``language``, else in English."""
        return _text_in(self.description, language)

    @property
    def encoders(self) -> tuple[str, ...]:
        """ffmpeg encoders this preset needs, stream copies left out."""
        wanted = (self.video and self.video.encoder, self.audio and self.audio.encoder)
        return tuple(name for name in wanted if name and name != "copy")


def _text_in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get(language.split("_", maxsplit=1)[0]) or texts["en"]
