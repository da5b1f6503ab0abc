"""What a media file holds: immutable descriptions that travel between the rooms."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from pathlib import Path


class RateMode(StrEnum):
    """Whether pictures come at an even pace."""

    CONSTANT = "constant"
    VARIABLE = "variable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VideoStream:
    """One video track.

    ``index`` counts video tracks from 0 (ffmpeg's ``v:0``). ``codec`` is ffmpeg's short
    name (``h264``, ``vp8``). ``width`` and ``height`` are stored pixels, before rotation
    and before the pixel aspect ratio. ``rotation`` is in degrees clockwise: 0, 90, 180 or
    270. ``pixel_format`` is ffmpeg's name (``yuv420p10le``), empty when unknown. With a
    variable rate ``frame_rate`` is the mean and ``highest_rate`` that of the briefest frame.
    """

    index: int
    codec: str
    profile: str = ""
    level: str = ""
    width: int = 0
    height: int = 0
    pixel_aspect: Fraction = Fraction(1)
    rotation: int = 0
    frame_rate: Fraction | None = None
    highest_rate: Fraction | None = None
    rate_mode: RateMode = RateMode.UNKNOWN
    frame_count: int | None = None
    bit_depth: int = 8
    chroma: str = "4:2:0"
    pixel_format: str = ""
    color_primaries: str = ""
    color_transfer: str = ""
    color_matrix: str = ""
    full_range: bool = False
    interlaced: bool = False
    bit_rate: int | None = None
    duration_us: int | None = None
    language: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class AudioStream:
    """One audio track; ``index`` counts audio tracks from 0 (ffmpeg's ``a:0``)."""

    index: int
    codec: str
    profile: str = ""
    sample_rate: int = 0
    channels: int = 0
    bit_rate: int | None = None
    duration_us: int | None = None
    language: str = ""
    title: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """What one file is. Only files with at least one audio or video track get one.

    ``note`` is a sentence for the user about what could not be found out; mostly empty.
    """

    path: Path
    container: str
    size_bytes: int
    duration_us: int | None
    video: tuple[VideoStream, ...] = ()
    audio: tuple[AudioStream, ...] = ()
    note: str = ""

    @property
    def main_video(self) -> VideoStream | None:
        """The video track a transcode takes: the default one, else the first."""
        return next((s for s in self.video if s.is_default), next(iter(self.video), None))

    @property
    def main_audio(self) -> AudioStream | None:
        """The audio track a transcode takes: the default one, else the first."""
        return next((s for s in self.audio if s.is_default), next(iter(self.audio), None))


@dataclass(frozen=True, slots=True)
class KeyframeIndex:
    """Presentation times of a video track's keyframes, in µs, ascending.

    ``frame_count`` counts all frames of the track, None where nobody counted them;
    ``end_us`` is where the last one ends.
    """

    times_us: tuple[int, ...]
    frame_count: int | None
    end_us: int

    @property
    def count(self) -> int:
        """Number of keyframes."""
        return len(self.times_us)

    @property
    def spacings_us(self) -> tuple[int, ...]:
        """Distances between neighbouring keyframes, the last one up to the end."""
        edges = (*self.times_us, self.end_us)
        return tuple(b - a for a, b in pairwise(edges) if b > a)

    @property
    def mean_us(self) -> int | None:
        """Mean spacing, or None without a keyframe."""
        spacings = self.spacings_us
        return sum(spacings) // len(spacings) if spacings else None

    @property
    def longest_us(self) -> int | None:
        """Longest spacing, or None without a keyframe."""
        return max(self.spacings_us, default=None)
