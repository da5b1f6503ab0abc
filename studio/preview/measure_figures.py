"""The figures of a measurement, read from what ffmpeg wrote and said."""

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from studio.errors import ToolError
from studio.preview.measure_plan import MeasurePlan, Metric

WORST = 5
WORST_APART_S = 0.5
CURVE_POINTS = 240

_SSIM = re.compile(r"SSIM .*?\bY:([\d.]+|inf|nan) .*\bAll:([\d.]+|nan)")
_PSNR = re.compile(
    r"PSNR .*?\by:([\d.]+|inf|nan) .*\baverage:([\d.]+|inf|nan) min:([\d.]+|inf|nan)"
)
_SSIM_FRAME = re.compile(r"\bAll:([\d.]+)")
_PSNR_FRAME = re.compile(r"\bpsnr_avg:([\d.]+|inf)")


@dataclass(frozen=True, slots=True)
class Series:
    """One figure for each compared frame."""

    metric: Metric
    values: tuple[float, ...]


def figures_of(plan: MeasurePlan, folder: Path, said: str) -> dict[str, object]:
    """Return the result of a measurement, as the page is told.

    ``worst`` are the lowest frames, at least half a second apart; ``curve`` is the lowest
    value of each of at most 240 equal parts. An infinite PSNR is the text ``inf``.

    Args:
        plan: what was measured.
        folder: where ffmpeg wrote the figures of each frame.
        said: ffmpeg's words.

    Raises:
        ToolError: ffmpeg wrote something else than was asked for.
    """
    try:
        series = [Series(metric, _READERS[metric](folder)) for metric in plan.metrics]
        metrics = {metric.value: _TOTALS[metric](said, folder) for metric in plan.metrics}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ToolError("ffmpeg's figures cannot be read.", detail=str(error)) from error
    counts = {len(one.values) for one in series}
    if counts == {0} or len(counts) != 1:
        raise ToolError("No frame was measured.", detail=said[-2000:])
    chief = max(series, key=lambda one: _WEIGHT[one.metric])
    return {
        "metrics": metrics,
        "frames": counts.pop(),
        "by": chief.metric.value,
        "worst": _worst(plan, series, chief),
        "curve": _curve(plan, chief),
        "done": plan.said,
    }


def _worst(plan: MeasurePlan, series: Sequence[Series], chief: Series) -> list[dict[str, object]]:
    apart = max(1, round(WORST_APART_S * plan.rate))
    chosen: list[int] = []
    for number in sorted(range(len(chief.values)), key=chief.values.__getitem__):
        if all(abs(number - other) >= apart for other in chosen):
            chosen.append(number)
        if len(chosen) == WORST:
            break
    return [
        {
            "frame": plan.start + number,
            "time_s": plan.time_of(number),
            **{one.metric.value: _told(one.values[number]) for one in series},
        }
        for number in chosen
    ]


def _curve(plan: MeasurePlan, chief: Series) -> dict[str, object]:
    count = len(chief.values)
    points = min(CURVE_POINTS, count)
    edges = [count * part // points for part in range(points + 1)]
    lows = [min(chief.values[a:b]) for a, b in pairwise(edges)]
    return {
        "start_s": plan.time_of(0),
        "end_s": plan.time_of(count - 1),
        "values": [_told(value) for value in lows],
    }


def _told(value: float) -> float | str:
    return round(value, 5) if math.isfinite(value) else "inf"


def _ssim_frames(folder: Path) -> tuple[float, ...]:
    return _numbers(_SSIM_FRAME, folder / "ssim.log")


def _psnr_frames(folder: Path) -> tuple[float, ...]:
    return _numbers(_PSNR_FRAME, folder / "psnr.log")


def _vmaf_frames(folder: Path) -> tuple[float, ...]:
    found = _vmaf(folder)["frames"]
    return tuple(float(frame["metrics"]["vmaf"]) for frame in found)


def _numbers(pattern: re.Pattern[str], path: Path) -> tuple[float, ...]:
    with path.open(encoding="utf-8") as file:
        found = [pattern.search(line) for line in file]
    return tuple(float(match[1]) for match in found if match)


def _vmaf(folder: Path) -> Any:
    return json.loads((folder / "vmaf.log").read_text(encoding="utf-8"))


def _ssim_total(said: str, folder: Path) -> dict[str, object]:
    y, both = _matched(_SSIM, said)
    return {"all": _told(float(both)), "y": _told(float(y))}


def _psnr_total(said: str, folder: Path) -> dict[str, object]:
    y, average, least = (_told(float(text)) for text in _matched(_PSNR, said))
    return {"average": average, "y": y, "min": least}


def _vmaf_total(said: str, folder: Path) -> dict[str, object]:
    pooled = _vmaf(folder)["pooled_metrics"]["vmaf"]
    return {
        "mean": round(float(pooled["mean"]), 3),
        "min": round(float(pooled["min"]), 3),
        "harmonic": round(float(pooled["harmonic_mean"]), 3),
    }


def _matched(pattern: re.Pattern[str], said: str) -> tuple[str, ...]:
    found = pattern.findall(said)
    if not found:
        raise ValueError(said[-500:])
    last: tuple[str, ...] = found[-1]
    return last


_READERS: Mapping[Metric, Callable[[Path], tuple[float, ...]]] = {
    Metric.SSIM: _ssim_frames,
    Metric.PSNR: _psnr_frames,
    Metric.VMAF: _vmaf_frames,
}
_TOTALS: Mapping[Metric, Callable[[str, Path], dict[str, object]]] = {
    Metric.SSIM: _ssim_total,
    Metric.PSNR: _psnr_total,
    Metric.VMAF: _vmaf_total,
}
_WEIGHT: Mapping[Metric, int] = {Metric.PSNR: 0, Metric.SSIM: 1, Metric.VMAF: 2}
"""Which metric decides what the worst frames are, when several were asked for."""
