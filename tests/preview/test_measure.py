"""SSIM, PSNR and VMAF: the figures are right for equal, worse, shifted and scaled pictures."""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.errors import InputError
from studio.preview.measure_plan import (
    Metric,
    Pictures,
    graph_of,
    make_plan,
    pictures_of,
)
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.tools import Ffmpeg
from tests.conftest import ClipFactory
from tests.preview.room_talk import RefusedError, RoomTalk

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-g", "30")
GOOD = ("-b:v", "3M")
ALL = ["ssim", "psnr", "vmaf"]

Encode = Callable[..., Path]


@dataclass
class Measured:
    """Rooms by the name of their result; each against the same source."""

    server: MediaServer
    ffmpeg: Ffmpeg
    source: Path

    def figures(self, result: Path, **asked: Any) -> dict[str, Any]:
        """Return what the room says of a result."""
        return self.told(result, **asked)["result"]  # type: ignore[no-any-return]

    def told(self, result: Path, *, stop: bool = False, **asked: Any) -> dict[str, Any]:
        """Return the last event of a measurement."""
        wishes = RoomWishes(source=self.source, ffmpeg=self.ffmpeg.path)
        room = open_room(read_segment_map(result), wishes)
        base = f"{self.server.base_url}/rooms/{self.server.add_room(room)}"
        try:
            assert room.features["measure"] == ALL
            assert room.features["compare"] is True
            return asyncio.run(self._talk(base, stop, {"metrics": ALL, **asked}))
        finally:
            room.close()

    async def _talk(self, base: str, stop: bool, asked: dict[str, Any]) -> dict[str, Any]:
        async with RoomTalk(base) as talk:
            await talk.ask("measure", **asked)
            if stop:
                with pytest.raises(RefusedError):
                    await talk.ask("measure", **asked)
                await talk.ask("measure-stop")
            return await talk.heard(lambda e: e["event"] == "measure" and e["state"] != "running")


@pytest.fixture(scope="module")
def source(make_clip: ClipFactory) -> Path:
    """Three seconds at 29.97 a second, nearly without loss, in an MP4 with sound."""
    video = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "4", "-pix_fmt", "yuv420p")
    return make_clip("measured it's, [odd].mp4", seconds=3, rate="30000/1001", video=video)


@pytest.fixture
def measured(source: Path, ffmpeg: Ffmpeg) -> Iterator[Measured]:
    with MediaServer(paths.resources_dir() / "player") as server:
        yield Measured(server, ffmpeg, source)


@pytest.fixture
def encode(make_clip: ClipFactory, source: Path) -> Encode:
    """Return a WebM made from the source with further options of ffmpeg."""

    def encoded(name: str, *options: str) -> Path:
        arguments = ["-i", f"file:{source}", "-an", *VP8, *(options or GOOD)]
        return make_clip.made_once(name, arguments)

    return encoded


def test_a_worse_picture_measures_worse_and_its_worst_frames_are_named(
    measured: Measured, encode: Encode
) -> None:
    good = measured.figures(encode("m-good.webm"))
    bad = measured.figures(encode("m-bad.webm", "-b:v", "60k", "-crf", "60"))
    assert good["frames"] == bad["frames"] == 90
    for of, name in (("ssim", "all"), ("psnr", "average"), ("vmaf", "mean")):
        assert bad["metrics"][of][name] < good["metrics"][of][name] * 0.97, of
    assert good["metrics"]["ssim"]["all"] > 0.97
    assert good["done"]["rate"] == pytest.approx(30000 / 1001)
    assert good["done"]["scaled_from"] is None
    worst, vmaf = bad["worst"], bad["metrics"]["vmaf"]
    assert [frame["vmaf"] for frame in worst] == sorted(frame["vmaf"] for frame in worst)
    assert worst[0]["vmaf"] == pytest.approx(vmaf["min"], abs=0.001)
    assert vmaf["min"] < vmaf["harmonic"] <= vmaf["mean"]
    times = sorted(frame["time_s"] for frame in worst)
    assert all(later - early >= 0.49 for early, later in pairwise(times))
    assert min(bad["curve"]["values"]) == pytest.approx(vmaf["min"], abs=0.001)


def test_the_same_file_measures_as_the_same(measured: Measured, encode: Encode) -> None:
    measured.source = encode("m-good.webm")
    metrics = measured.figures(encode("m-good.webm"))["metrics"]
    assert metrics["ssim"] == {"all": 1.0, "y": 1.0}
    assert metrics["psnr"] == {"average": "inf", "y": "inf", "min": "inf"}
    assert metrics["vmaf"]["min"] > 96


def test_one_frame_of_offset_is_noticed_and_can_be_taken_out(
    measured: Measured, encode: Encode
) -> None:
    right = measured.figures(encode("m-good.webm"), metrics=["ssim"])
    result = encode("m-shifted.webm", "-vf", "trim=start_frame=1,setpts=PTS-STARTPTS", *GOOD)
    off = measured.figures(result, metrics=["ssim"])
    back = measured.figures(result, metrics=["ssim"], shift=1)
    assert off["frames"] == back["frames"] == 89
    assert off["metrics"]["ssim"]["all"] < right["metrics"]["ssim"]["all"] - 0.05
    assert back["metrics"]["ssim"]["all"] > right["metrics"]["ssim"]["all"] - 0.01


def test_a_range_of_a_later_smaller_picture_is_brought_to_the_source(
    measured: Measured, encode: Encode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = tmp_path / ("it's, [odd]; a" if sys.platform == "win32" else "it's, [odd]; a:b\\c")
    odd.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(odd))
    whole = measured.figures(encode("m-good.webm"), metrics=["ssim"])
    small = encode("m-small.webm", "-vf", "scale=160:90", "-output_ts_offset", "0.5", *GOOD)
    figures = measured.figures(small, metrics=["psnr", "ssim"], start_s=1.5, end_s=2.5)
    assert figures["frames"] == 30
    assert figures["by"] == "ssim"
    assert figures["done"]["scaled_from"] == [160, 90]
    assert figures["done"]["start_difference_s"] == pytest.approx(0.5, abs=0.02)
    assert 0.6 < figures["metrics"]["ssim"]["all"] < whole["metrics"]["ssim"]["all"]
    assert all(1.5 < frame["time_s"] < 2.55 for frame in figures["worst"])
    assert list(odd.iterdir()) == []


def test_a_measurement_can_be_stopped_and_only_one_runs(measured: Measured, encode: Encode) -> None:
    assert measured.told(encode("m-good.webm"), stop=True) == {
        "event": "measure",
        "state": "stopped",
    }


def test_what_cannot_be_measured_is_said(
    measured: Measured, encode: Encode, make_clip: ClipFactory
) -> None:
    measured.source = make_clip("m-sound.mp4", seconds=1, size=None)
    told = measured.told(encode("m-good.webm"))
    assert told["state"] == "failed"
    assert "no picture" in told["error"]["what"]
    odd: dict[str, object] = {"metrics": ["mos"], "shift": 0.5, "start_s": -1}
    for name, value in odd.items():
        with pytest.raises(RefusedError):
            measured.told(encode("m-good.webm"), **{name: value})  # type: ignore[arg-type]


def test_without_a_source_nothing_is_offered(encode: Encode, ffmpeg: Ffmpeg) -> None:
    room = open_room(read_segment_map(encode("m-good.webm")), RoomWishes(ffmpeg=ffmpeg.path))
    assert room.features["measure"] == []
    assert room.features["compare"] is False
    room.close()


def pictures(rate: Fraction | None, size: tuple[int, int] = (64, 36)) -> Pictures:
    return Pictures(Path("a.webm"), 0, Fraction(1, 1000), rate, *size, "yuv420p")


def test_the_rate_is_the_sources_unless_it_has_none() -> None:
    plan = make_plan(pictures(Fraction(25)), pictures(Fraction(50)), [Metric.SSIM], (1.0, 2.0))
    assert (int(plan.rate), plan.start, plan.end) == (50, 50, 100)
    assert make_plan(pictures(Fraction(24)), pictures(Fraction(1000)), [Metric.SSIM]).rate == 24
    assert make_plan(pictures(None), pictures(None), [Metric.SSIM]).rate == 25
    further = make_plan(pictures(Fraction(25)), pictures(Fraction(50)), [Metric.SSIM], shift=25)
    assert further.shift == 50, "one second is one second"
    with pytest.raises(InputError):
        make_plan(pictures(None), pictures(None), [Metric.SSIM], (2.0, 2.0))


def test_one_metric_needs_no_split() -> None:
    plan = make_plan(pictures(None), pictures(None), [Metric.SSIM])
    assert "split" not in graph_of(plan, Path("x"))


def test_words_without_a_picture_are_no_picture() -> None:
    with pytest.raises(InputError):
        pictures_of(Path("a.webm"), "Stream map '0:v:0' matches no streams.")
