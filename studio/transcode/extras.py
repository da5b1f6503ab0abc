"""``key=value`` settings of one job (``--set``), checked and laid over a preset."""

import dataclasses
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from studio.errors import PlanError
from studio.presets.model import AudioSettings, Preset, RateMode, VideoSettings

_SPEEDS: dict[str, dict[str, dict[str, str]]] = {
    "libvpx": {
        "slow": {"deadline": "good", "cpu-used": "1"},
        "medium": {"deadline": "good", "cpu-used": "4"},
        "fast": {"deadline": "good", "cpu-used": "5"},
        "fastest": {"deadline": "realtime", "cpu-used": "12", "lag-in-frames": "0"},
    },
    "libvpx-vp9": {
        "slow": {"deadline": "good", "cpu-used": "1"},
        "medium": {"deadline": "good", "cpu-used": "3"},
        "fast": {"deadline": "good", "cpu-used": "5"},
        "fastest": {"deadline": "realtime", "cpu-used": "8", "lag-in-frames": "0"},
    },
    "libx264": {
        "slow": {"preset": "slow"},
        "medium": {"preset": "medium"},
        "fast": {"preset": "veryfast"},
        "fastest": {"preset": "ultrafast"},
    },
    "libsvtav1": {
        "slow": {"preset": "5"},
        "medium": {"preset": "7"},
        "fast": {"preset": "9"},
        "fastest": {"preset": "10"},
    },
    "copy": {"slow": {}, "medium": {}, "fast": {}, "fastest": {}},
}


@dataclass(frozen=True, slots=True)
class Extras:
    """What is chosen per job and is no part of a preset.

    ``audio_track`` counts from 0; -1 means no sound; None the default track.
    """

    frame_rate: Fraction | None = None
    audio_track: int | None = None


def apply_extras(preset: Preset, pairs: Iterable[tuple[str, str]]) -> tuple[Preset, Extras]:
    """Return the preset with a job's settings laid over it, and the rest.

    Raises:
        PlanError: an unknown key, or a value that is not allowed.
    """
    extras = Extras()
    for key, value in pairs:
        if key == "frame_rate":
            extras = dataclasses.replace(extras, frame_rate=_rate(value))
        elif key == "audio_track":
            track = -1 if value == "none" else _number(key, value, 1, 64) - 1
            extras = dataclasses.replace(extras, audio_track=track)
        elif key in _VIDEO_KEYS and preset.video is not None:
            preset = dataclasses.replace(preset, video=_VIDEO_KEYS[key](preset.video, value))
        elif key in _AUDIO_KEYS and preset.audio is not None:
            preset = dataclasses.replace(preset, audio=_AUDIO_KEYS[key](preset.audio, value))
        elif key not in _VIDEO_KEYS and key not in _AUDIO_KEYS:
            known = ", ".join(known_keys())
            raise PlanError(f'There is no setting "{key[:40]}".', hint=f"Known ones: {known}.")
    return preset, extras


def known_keys() -> tuple[str, ...]:
    """Return the keys that ``apply_extras`` takes."""
    return tuple(sorted(["frame_rate", "audio_track", *_VIDEO_KEYS, *_AUDIO_KEYS]))


def _number(key: str, text: str, lowest: int, highest: int) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or not lowest <= int(text) <= highest:
        what = f'"{text[:40]}" is not possible for {key}.'
        raise PlanError(what, hint=f"Give a whole number from {lowest} to {highest}.")
    return int(text)


def _rate(text: str) -> Fraction:
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6}|/[1-9][0-9]{0,5})?", text):
        what = f'"{text[:40]}" is not a frame rate.'
        raise PlanError(what, hint="Give 25, 29.97 or 30000/1001, for example.")
    rate = Fraction(text)
    ntsc = {Fraction("23.976"): 24, Fraction("29.97"): 30, Fraction("59.94"): 60}.get(rate)
    rate = Fraction(ntsc * 1000, 1001) if ntsc else rate
    if not 1 <= rate <= 240:
        raise PlanError(f"A frame rate of {text} is not possible.", hint="Give 1 to 240.")
    return rate


def _crf(video: VideoSettings, text: str) -> VideoSettings:
    highest = 51 if video.encoder == "libx264" else 63
    crf = _number("crf", text, 0, highest)
    rate = dataclasses.replace(video.rate, mode=RateMode.CONSTANT_QUALITY, crf=crf)
    return dataclasses.replace(video, rate=rate)


def _bit_rate(video: VideoSettings, text: str) -> VideoSettings:
    bits = _number("bit_rate", text, 10_000, 400_000_000)
    rate = dataclasses.replace(video.rate, mode=RateMode.BIT_RATE, bit_rate=bits)
    return dataclasses.replace(video, rate=rate)


def _width(video: VideoSettings, text: str) -> VideoSettings:
    return dataclasses.replace(video, max_width=_number("width", text, 16, 16_384))


def _height(video: VideoSettings, text: str) -> VideoSettings:
    return dataclasses.replace(video, max_height=_number("height", text, 16, 16_384))


def _threads(video: VideoSettings, text: str) -> VideoSettings:
    return dataclasses.replace(video, threads=_number("threads", text, 1, 64))


def _speed(video: VideoSettings, text: str) -> VideoSettings:
    speeds = _SPEEDS[video.encoder]
    if text not in speeds:
        what = f'"{text[:40]}" is not a speed.'
        raise PlanError(what, hint=f"Give one of: {', '.join(speeds)}.")
    return dataclasses.replace(video, options={**video.options, **speeds[text]})


def _audio_bit_rate(audio: AudioSettings, text: str) -> AudioSettings:
    bits = _number("audio_bit_rate", text, 8_000, 256_000)
    return dataclasses.replace(audio, bit_rate_per_channel=bits)


def _channels(audio: AudioSettings, text: str) -> AudioSettings:
    return dataclasses.replace(audio, max_channels=_number("audio_channels", text, 1, 2))


_VIDEO_KEYS: dict[str, Callable[[VideoSettings, str], VideoSettings]] = {
    "crf": _crf,
    "bit_rate": _bit_rate,
    "width": _width,
    "height": _height,
    "threads": _threads,
    "speed": _speed,
}
_AUDIO_KEYS: dict[str, Callable[[AudioSettings, str], AudioSettings]] = {
    "audio_bit_rate": _audio_bit_rate,
    "audio_channels": _channels,
}
