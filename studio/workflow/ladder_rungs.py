"""The rungs of a ladder: how large and how rich each rendition of one source shall be."""

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from studio.errors import PlanError
from studio.media.streams import VideoStream

MOST_RUNGS = 8
_SIDES = (1080, 720, 480, 360, 240)
_CLOSE = Fraction(9, 10)
"""A rung that is nearly as large as the one above it is left out."""
_FEW, _MANY = 4, 5
"""Rungs that are chosen for a source up to 1080 lines, and for a larger one."""
_LEAST_SIDE = 16

_FULL_HD_PIXELS, _FULL_HD_RATE = 1920 * 1080, 4_500_000
"""H.264 at up to 30 pictures per second. Source: Apple's HLS authoring specification, table of
average bit rates; 4.5 Mbit/s for 1080 lines, 0.7 to 0.9 Mbit/s for 360."""
_RATE_EXPONENT = 0.75
"""Rates grow slower than pixels. Source: the same table, fitted."""
_CODEC_SHARE = {"h264": 1.0, "vp9": 0.7, "av1": 0.6}
_STEP = 50_000
_LEAST_RATE, _HIGHEST_RATE = 50_000, 400_000_000

_RATE = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,3})?)([kKmM]?)")


@dataclass(frozen=True, slots=True)
class Rung:
    """One rendition: ``side`` is its shorter side in pixels, ``bit_rate`` in bit/s.

    ``bit_rate`` is None where it shall follow from the size.
    """

    side: int
    bit_rate: int | None = None

    @property
    def name(self) -> str:
        """``720p``; a part of file names."""
        return f"{self.side}p"


def parse_rungs(text: str) -> tuple[Rung, ...]:
    """Read ``720:2500k,360:700k`` or ``720,360``; the largest comes first.

    Raises:
        PlanError: it is not written so, or names a size twice.
    """
    rungs = [_rung(part.strip()) for part in text.split(",")]
    sides = [rung.side for rung in rungs]
    if len(set(sides)) < len(sides):
        raise PlanError("A rung is given twice.", hint="Give each size once.")
    if not 2 <= len(rungs) <= MOST_RUNGS:
        raise PlanError(f"A ladder has 2 to {MOST_RUNGS} rungs.", hint="For example 720,480,360.")
    return tuple(sorted(rungs, key=lambda rung: -rung.side))


def _rung(text: str) -> Rung:
    side, colon, rate = text.partition(":")
    side = side.removesuffix("p")
    is_side = re.fullmatch(r"[0-9]{2,5}", side) is not None and int(side) >= _LEAST_SIDE
    if not is_side or bool(colon) != bool(rate):
        what = f"“{text[:40]}” is not a rung."
        raise PlanError(what, hint="Give lines and bit rate, such as 720:2500k.")
    return Rung(int(side), _bit_rate(rate) if rate else None)


def _bit_rate(text: str) -> int:
    found = _RATE.fullmatch(text)
    value = 0 if found is None else round(Fraction(found[1]) * _factor(found[2]))
    if not _LEAST_RATE <= value <= _HIGHEST_RATE:
        what = f"“{text[:40]}” is not a bit rate."
        raise PlanError(what, hint="Give 700k or 2.5M, for example; 50k to 400M.")
    return value


def _factor(unit: str) -> int:
    return {"": 1, "k": 1_000, "m": 1_000_000}[unit.lower()]


def upright_size(video: VideoStream) -> tuple[int, int]:
    """Return a source's size as it is shown: turned upright, with square pixels."""
    width, height, aspect = video.width, video.height, video.pixel_aspect
    if video.rotation in (90, 270):
        width, height, aspect = height, width, 1 / aspect
    wide = round(width * max(aspect, Fraction(1)))
    high = round(height / min(aspect, Fraction(1)))
    return wide - wide % 2, high - high % 2


def default_rungs(video: VideoStream) -> tuple[Rung, ...]:
    """Return the rungs that suit a source: its own size, and usual smaller ones."""
    top = min(upright_size(video))
    sides = [top]
    most = _FEW if top <= _SIDES[0] else _MANY
    for side in _SIDES:
        if side <= sides[-1] * _CLOSE and len(sides) < most:
            sides.append(side)
    if len(sides) < 2 and top // 2 >= _LEAST_SIDE:
        sides.append(top // 4 * 2)
    return tuple(Rung(side) for side in sides)


def check_rungs(rungs: tuple[Rung, ...], video: VideoStream) -> None:
    """Return unless a rung would be larger than its source.

    Raises:
        PlanError: one would.
    """
    top = min(upright_size(video))
    for rung in rungs:
        if rung.side > top:
            what = f"The source has {top} lines; a rung of {rung.side} would be larger."
            raise PlanError(what, hint=f"Give rungs up to {top}.")


def suitable_rate(width: int, height: int, frame_rate: Fraction, codec: str) -> int:
    """Return a mean bit rate in bit/s for pictures of this size, rate and codec."""
    share = math.pow(width * height / _FULL_HD_PIXELS, _RATE_EXPONENT)
    faster = math.sqrt(max(1.0, float(frame_rate) / 30))
    rate = _FULL_HD_RATE * share * faster * _CODEC_SHARE.get(codec, 1.0)
    return max(_LEAST_RATE * 2, round(rate / _STEP) * _STEP)
