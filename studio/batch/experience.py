"""What was learned from jobs that are over: how fast they went, how large results came out.

Source of the method: medians and median deviations of the logarithm, so that one nonsensical
sample changes nothing; the spread is wide as long as samples are few.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from studio.media.streams import MediaInfo
from studio.presets.model import Preset, RateMode, VideoSettings

_SPEED_OPTIONS = {
    "libx264": ("preset",),
    "libvpx": ("deadline", "cpu-used"),
    "libvpx-vp9": ("deadline", "cpu-used"),
    "libsvtav1": ("preset",),
}
"""Encoder options that decide how long a frame takes."""

_SIZE_LIMITS = (250_000, 1_000_000, 2_500_000)
_SIZE_NAMES = ("small", "medium", "large", "huge")
"""Pixels per frame up to which a picture belongs to a class: up to 480p, 720p, 1080p, above."""

_NEWEST = 40
"""Samples of one kind that count; older ones tell of another ffmpeg or another machine."""

_FEWEST_SPREAD, _LEAST_SPREAD = 0.35, 0.05
"""Spread (of the logarithm) added for one single sample, and for very many."""

_WIDER = (0.0, 0.15, 0.4, 0.8)
"""Spread added where only the same speed, only the same encoder, or anything at all is known."""


@dataclass(frozen=True, slots=True)
class Experience:
    """One job that is over: what it had to do, and what it took.

    ``key`` tells kinds of jobs apart (see ``key_of``). ``media_s`` is the result's length.
    ``pixels`` is width times height times frames, 0 for sound alone and for stream copy.
    ``wall_s`` are seconds of running, ``at`` is Unix seconds.
    """

    key: str
    media_s: float
    pixels: int
    wall_s: float
    size_bytes: int
    at: float


class Pace(NamedTuple):
    """Seconds per unit of work, and the spread of their logarithm (0.1 is about 10 %)."""

    unit_s: float
    spread: float


class Kind(NamedTuple):
    """What decides how fast a job of a preset goes; ``video`` None for copy and sound."""

    encoder: str
    speed: str
    quality: str
    video: VideoSettings | None


class Work(NamedTuple):
    """What one job has to do.

    ``size`` is the size class, empty without pixels. ``units`` are megapixels, or seconds
    where nothing but copying and sound is to be done.
    """

    size: str
    media_s: float
    units: float

    @property
    def pixels(self) -> int:
        """Pixels of the whole result, 0 for sound alone and for stream copy."""
        return round(self.units * 1e6) if self.size else 0


def kind_of(preset: Preset) -> Kind:
    """Return the kind of work a preset makes, whatever the source."""
    video = preset.video
    if video is None or video.encoder == "copy":
        audio = preset.audio.encoder if preset.audio is not None else "none"
        return Kind(f"copy+{audio}" if video is not None else audio, "", "", None)
    names = _SPEED_OPTIONS.get(video.encoder, ())
    speed = ",".join([f"{name}={video.options.get(name, '')}" for name in names])
    rate = video.rate
    is_crf = rate.mode is RateMode.CONSTANT_QUALITY
    return Kind(video.encoder, speed, f"crf{rate.crf}" if is_crf else f"b{rate.bit_rate}", video)


def work_of(kind: Kind, info: MediaInfo) -> Work | None:
    """Return what a source means for a kind of job; None when its length is not known.

    A guess without a plan: size limits count, cropping and a changed frame rate do not.
    Asked for every waiting job at once, so it is written to be quick.
    """
    tracks, video = info.video, kind.video
    track = tracks[0] if len(tracks) == 1 else info.main_video
    length_us = info.duration_us or (track.duration_us if track is not None else None)
    if not length_us:
        return None
    media_s = length_us / 1e6
    if video is None or track is None:
        return Work("", media_s, media_s)
    width: float = track.width
    height: float = track.height
    if video.max_width and width > video.max_width:
        width, height = video.max_width, height * video.max_width / width
    if video.max_height and height > video.max_height:
        width, height = width * video.max_height / height, video.max_height
    pixels, rate = width * height, track.frame_rate
    per_s = 30.0 if rate is None else rate.numerator / rate.denominator
    return Work(size_class(pixels), media_s, pixels * per_s * media_s / 1e6)


def size_class(pixels: float) -> str:
    """Return the class of a picture of so many pixels."""
    return _SIZE_NAMES[bisect_left(_SIZE_LIMITS, pixels)]


def key_of(kind: Kind, size: str) -> str:
    """Return the key of an experience: ``encoder|speed options|size class|quality``."""
    return f"{kind.encoder}|{kind.speed}|{size}|{kind.quality}"


class Lore:
    """Experiences, ready to be asked.

    Args:
        samples: in any order of kinds, the newest last; nonsense among them is passed over.
    """

    def __init__(self, samples: Iterable[Experience]) -> None:
        self._paces: dict[str, list[float]] = {}
        self._sizes: dict[str, list[float]] = {}
        for sample in samples:
            self._take(sample)

    def _take(self, sample: Experience) -> None:
        units = sample.pixels / 1e6 if sample.pixels > 0 else sample.media_s
        if not _is_sound(units):
            return
        if _is_sound(sample.wall_s):
            for name in _names(sample.key, has_pixels=sample.pixels > 0):
                self._paces.setdefault(name, []).append(math.log(sample.wall_s / units))
        if sample.size_bytes > 0:
            self._sizes.setdefault(sample.key, []).append(math.log(sample.size_bytes / units))

    def pace(self, kind: Kind, size: str) -> Pace | None:
        """Return how fast such work goes, from the nearest kind known; None from nothing."""
        names = _names(key_of(kind, size), has_pixels=bool(size))
        for wider, name in zip(_WIDER, names, strict=True):
            if name in self._paces:
                middle, spread = _middle(self._paces[name])
                return Pace(math.exp(middle), spread + wider)
        return None

    def bytes_per_unit(self, key: str) -> float | None:
        """Return the size of such results per unit of work, on the large side; or None."""
        if key not in self._sizes:
            return None
        middle, spread = _middle(self._sizes[key])
        return math.exp(middle + spread)


def _names(key: str, *, has_pixels: bool) -> tuple[str, str, str, str]:
    """Return under which names an experience is known, the narrowest first."""
    encoder, speed, size, *_ = [*key.split("|"), "", "", ""]
    return f"{encoder}|{speed}|{size}", f"{encoder}|{speed}", encoder, f"*{has_pixels}"


def _is_sound(value: float) -> bool:
    return math.isfinite(value) and value > 0


def _middle(logarithms: list[float]) -> tuple[float, float]:
    """Return the median and a spread that one outlier among many does not move."""
    newest = logarithms[-_NEWEST:]
    middle = median(newest)
    deviation = median(abs(value - middle) for value in newest)
    return middle, 1.5 * deviation + _LEAST_SPREAD + _FEWEST_SPREAD / len(newest)
