"""200 cuts of odd rate, length and sample rate keep the GOP contract exactly."""

import os
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from studio.transcode.model import Overrides
from tests.conftest import ClipFactory
from tests.transcode.conftest import Studio

CASES = 200
SEED = 20_260_101
RATES = [
    "24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60",
    "15/2", "25/2", "15", "10", "12", "15000/1001",
]  # fmt: skip
SAMPLE_RATES = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000]
PRESETS = ["webm-vp8-vorbis"] * 9 + ["mp4-h264-aac"] * 8 + ["webm-vp9-opus"] * 2 + ["mp4-av1-opus"]
SIZES = ["64x36", "66x48", "80x64"]
SOURCES = {
    "mkv": ("-c:v", "mpeg4", "-q:v", "4"),
    "mp4": ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
    "avi": ("-c:v", "mpeg4", "-q:v", "4"),
}


@dataclass(frozen=True, slots=True)
class Case:
    number: int
    preset: str
    rate: Fraction
    frames: int
    sample_rate: int | None
    size: str
    suffix: str
    overrides: Overrides


def case(number: int) -> Case:
    draw = random.Random(SEED + number)
    rate = Fraction(draw.choice(RATES))
    speed = (("speed", "fastest" if draw.random() < 0.7 else "fast"),)
    if draw.random() < 0.5:
        overrides = Overrides(gop_frames=draw.randint(1, 40), extra=speed)
    else:
        overrides = Overrides(gop_seconds=Fraction(draw.randint(20, 200), 100), extra=speed)
    return Case(
        number=number,
        preset=draw.choice(PRESETS),
        rate=rate,
        frames=draw.randint(1, 90),
        sample_rate=draw.choice([None, *SAMPLE_RATES]),
        size=draw.choice(SIZES),
        suffix=draw.choice(list(SOURCES)),
        overrides=overrides,
    )


def planned_gop(cut: Case) -> int:
    """What the user asked for, worked out without the code under test."""
    if cut.overrides.gop_frames is not None:
        return cut.overrides.gop_frames
    assert cut.overrides.gop_seconds is not None
    exact = cut.overrides.gop_seconds * cut.rate
    low = exact.numerator // exact.denominator
    rest = exact - low
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and low % 2 == 1)
    return low + 1 if up else low


def breaches(cut: Case, make_clip: ClipFactory, studio: Studio) -> list[str]:
    source = make_clip(
        f"cut{cut.number}.{cut.suffix}",
        seconds=float(cut.frames / cut.rate) + 0.001,
        frames=cut.frames,
        rate=str(cut.rate),
        size=cut.size,
        sample_rate=cut.sample_rate,
        video=SOURCES[cut.suffix],
        audio=("-c:a", "pcm_s16le") if cut.suffix != "mp4" else ("-c:a", "aac"),
    )
    target = studio.folder / f"cut{cut.number}{studio.store.get(cut.preset).container.suffix}"
    result, plan = studio.encode(source, cut.preset, cut.overrides, target=target)
    packets = studio.packets(result)
    found = []
    gop = planned_gop(cut)
    if plan.gop is None or (plan.gop.size, plan.gop.fixed) != (gop, True):
        found.append(f"the plan says {plan.gop} instead of {gop}")
    if len(packets) != cut.frames:
        found.append(f"{len(packets)} frames instead of {cut.frames}")
    keys = [place for place, packet in enumerate(packets) if packet.key]
    if keys != list(range(0, cut.frames, gop)):
        found.append(f"keyframes at {keys} with a GOP of {gop}")
    found += late_frames(cut, [packet.pts for packet in packets], result)
    _remove(source, result)
    return found


def late_frames(cut: Case, times: list[Fraction], result: Path) -> list[str]:
    """MP4 has exact times from 0; WebM has them rounded to a millisecond."""
    slack = Fraction(1, 1000) if result.suffix == ".webm" else Fraction(0)
    wrong = [
        f"frame {place} at {float(time)}"
        for place, time in enumerate(times)
        if abs(time - place / cut.rate) > slack
    ]
    return wrong[:1]


def _remove(*files: Path) -> None:
    for file in files:
        file.unlink()


@pytest.mark.slow
@pytest.mark.timeout(280)
def test_keyframes_are_where_they_were_planned_to_the_frame(
    make_clip: ClipFactory, studio: Studio
) -> None:
    cuts = [case(number) for number in range(CASES)]

    def check(cut: Case) -> list[str]:
        return [f"{cut}: {breach}" for breach in breaches(cut, make_clip, studio)]

    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        wrong = [line for lines in pool.map(check, cuts) for line in lines]
    assert not wrong, "\n".join(wrong)
