"""How a result is measured against its source: one ffmpeg command, pure but for its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from studio.errors import InputError
from studio.media.child import guarded_input

HIGHEST_RATE = 120
"""Rates above this are a container's guess for uneven frames, in frames per second."""

SEEK_MARGIN_S = 6
"""How far before the range decoding begins, in seconds."""

_CONFIG = re.compile(r"config in time_base: (\d+)/(\d+), frame_rate: (\d+)/(\d+)")
_FRAME = re.compile(r"\] n: +0 pts: *(-?\d+) .* fmt:(\w+) .*?\bs:(\d+)x(\d+)\b")
_DEEP = re.compile(r"(?:10|12|14|16)(?:le|be)")


class Metric(StrEnum):
    """A way to compare two pictures; the values are ffmpeg's names."""

    SSIM = "ssim"
    PSNR = "psnr"
    VMAF = "vmaf"

    @property
    def filter(self) -> str:
        """ffmpeg's filter."""
        return "libvmaf" if self is Metric.VMAF else self.value


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one file: ``first_pts`` in ticks of ``time_base`` seconds."""

    path: Path
    first_pts: int
    time_base: Fraction
    rate: Fraction | None
    width: int
    height: int
    pixel_format: str

    @property
    def first_s(self) -> Fraction:
        """When the first picture is shown, in seconds."""
        return self.first_pts * self.time_base

    @property
    def is_deep(self) -> bool:
        """True for more than 8 bits."""
        return _DEEP.search(self.pixel_format) is not None


@dataclass(frozen=True, slots=True)
class MeasurePlan:
    """What is compared: frames ``start`` to ``end`` (None: the last) at ``rate``.

    Frames are counted from each file's first picture. ``shift`` is added for the source,
    when it begins earlier (a trimmed result) or later.
    """

    result: Pictures
    source: Pictures
    metrics: tuple[Metric, ...]
    rate: Fraction
    start: int = 0
    end: int | None = None
    shift: int = 0

    def time_of(self, number: int) -> float:
        """Return the middle of the n-th compared frame, on the result's time axis."""
        return float(self.result.first_s + (self.start + number + Fraction(1, 2)) / self.rate)

    @property
    def said(self) -> dict[str, object]:
        """What was done to make the two comparable, for the page's words."""
        scaled = (self.result.width, self.result.height) != (self.source.width, self.source.height)
        return {
            "rate": float(self.rate),
            "source_rate": _number(self.source.rate),
            "result_rate": _number(self.result.rate),
            "size": [self.source.width, self.source.height],
            "scaled_from": [self.result.width, self.result.height] if scaled else None,
            "bits": 10 if self.source.is_deep or self.result.is_deep else 8,
            "shift": self.shift,
            "start_difference_s": float(self.result.first_s - self.source.first_s),
        }


def make_plan(
    result: Pictures,
    source: Pictures,
    metrics: Sequence[Metric],
    span_s: tuple[float | None, float | None] = (None, None),
    shift: int = 0,
) -> MeasurePlan:
    """Return the plan for a range of the result's time axis, in seconds.

    The source's frame rate is used; where it has none, the result's. ``shift`` is in frames
    of the result, as a page counts them.

    Raises:
        InputError: the range holds no frame.
    """
    rate = _sane(source.rate) or _sane(result.rate) or Fraction(25)
    first = float(result.first_s)
    start = 0 if span_s[0] is None else max(0, round((span_s[0] - first) * rate))
    end = None if span_s[1] is None else round((span_s[1] - first) * rate)
    if end is not None and end <= start:
        raise InputError("There is no frame in this range.")
    further = round(shift * rate / (_sane(result.rate) or rate))
    return MeasurePlan(result, source, tuple(metrics), rate, start, end, further)


def arguments_of(plan: MeasurePlan, ffmpeg: Path, folder: Path) -> list[str]:
    """Return the command; figures of each frame are written to ``<metric>.log`` in the folder."""
    seek = max(0.0, float(plan.start / plan.rate) - SEEK_MARGIN_S)
    late = max(0.0, float((plan.start + plan.shift) / plan.rate) - SEEK_MARGIN_S)
    maps = [part for metric in plan.metrics for part in ("-map", f"[{metric}]")]
    return [
        *(str(ffmpeg), "-hide_banner", "-nostats", "-nostdin", "-y"),
        *("-progress", "pipe:1", "-stats_period", "0.25"),
        *_input(plan.result.path, seek),
        *_input(plan.source.path, late),
        *("-filter_complex", graph_of(plan, folder), *maps, "-f", "null", "-"),
    ]


def graph_of(plan: MeasurePlan, folder: Path) -> str:
    """Return the filter graph.

    Both files are brought to one grid of frames counted from their first picture; times of
    WebM are rounded to milliseconds, and ffmpeg pairs frames by time, so without the grid
    every third frame of 29.97 a second would meet its neighbour (measured).
    """
    count = len(plan.metrics)
    left = [f"[r{metric}]" for metric in plan.metrics]
    right = [f"[s{metric}]" for metric in plan.metrics]
    split = f",split={count}" if count > 1 else ""
    chains = [
        f"[0:v:0]{_brought(plan, plan.result, 0)}{split}{''.join(left)}",
        f"[1:v:0]{_brought(plan, plan.source, plan.shift)}{split}{''.join(right)}",
    ]
    for metric, a, b in zip(plan.metrics, left, right, strict=True):
        chains.append(f"{a}{b}{_compared(metric, folder)}[{metric}]")
    return ";".join(chains)


def _brought(plan: MeasurePlan, of: Pictures, shift: int) -> str:
    """Return the filters that bring one file to the common grid, size and format."""
    start = plan.start + shift
    end = "" if plan.end is None else f":end_pts={plan.end + shift}"
    deep = plan.source.is_deep or plan.result.is_deep
    return ",".join(
        (
            f"setpts=PTS-({of.first_pts})",
            f"fps={plan.rate}:round=near",
            f"trim=start_pts={start}{end}",
            f"setpts=PTS-({start})",
            f"scale={plan.source.width}:{plan.source.height}:flags=bicubic",
            "setsar=1",
            f"format={'yuv420p10le' if deep else 'yuv420p'}",
        )
    )


def _compared(metric: Metric, folder: Path) -> str:
    path = escaped(folder / f"{metric}.log")
    if metric is Metric.VMAF:
        return f"libvmaf=log_path={path}:log_fmt=json:n_threads=2:shortest=1"
    return f"{metric}=stats_file={path}:shortest=1"


def _input(path: Path, seek_s: float) -> list[str]:
    place = ["-ss", f"{seek_s:.3f}", "-noaccurate_seek"] if seek_s > 0 else []
    return ["-copyts", *place, *guarded_input(path)]


def escaped(path: Path) -> str:
    """Return a path as the value of an option in a filter graph: escaped for both parsers."""
    text = re.sub(r"([\\':])", r"\\\1", path.as_posix())
    return re.sub(r"([\\'\[\],;])", r"\\\1", text)


def look_arguments(ffmpeg: Path, path: Path) -> list[str]:
    """Return the command whose words ``pictures_of`` understands; decodes two or so frames."""
    return [
        *(str(ffmpeg), "-hide_banner", "-nostdin", "-copyts", *guarded_input(path)),
        *("-map", "0:v:0", "-frames:v", "1", "-vf", "showinfo", "-f", "null", "-"),
    ]


def pictures_of(path: Path, said: str) -> Pictures:
    """Return what ffmpeg's ``showinfo`` says of the first picture.

    Raises:
        InputError: there is no picture.
    """
    config, frame = _CONFIG.search(said), _FRAME.search(said)
    if config is None or frame is None:
        raise InputError(f"{path.name} has no picture that can be measured.", detail=said[-2000:])
    num, den, rate_num, rate_den = (int(part) for part in config.groups())
    rate = Fraction(rate_num, rate_den) if rate_num and rate_den else None
    pts, pixel_format, width, height = frame.groups()
    return Pictures(path, int(pts), Fraction(num, den), rate, int(width), int(height), pixel_format)


def _sane(rate: Fraction | None) -> Fraction | None:
    return rate if rate is not None and 1 <= rate <= HIGHEST_RATE else None


def _number(rate: Fraction | None) -> float | None:
    return None if rate is None else float(rate)
