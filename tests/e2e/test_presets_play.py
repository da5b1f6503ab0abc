"""What the presets make plays to its last frame: the whole walk, as a user runs it."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]

SECONDS = 3
ENGINES = ("embedded", "chromium", "firefox")
"""WebKitGTK leaves out frames on a busy machine, and says so nowhere: no pass, by chance."""

WALKS = [
    ("webm-vp8-vorbis", "24000/1001", 44_100),
    ("webm-vp8-vorbis", "25", 48_000),
    ("webm-vp8-vorbis", "30000/1001", 44_100),
    ("webm-vp8-vorbis", "30", None),
    ("webm-vp8-vorbis", "50", 44_100),
    ("webm-vp8-vorbis", "60000/1001", 48_000),
    ("webm-vp9-opus", "24000/1001", 48_000),
    ("webm-vp9-opus", "25", 44_100),
    ("webm-vp9-opus", "30000/1001", 48_000),
    ("webm-vp9-opus", "30", 44_100),
    ("webm-vp9-opus", "50", None),
    ("webm-vp9-opus", "60000/1001", 44_100),
    ("mp4-h264-aac", "24000/1001", 44_100),
    ("mp4-h264-aac", "30000/1001", 48_000),
    ("mp4-h264-aac", "50", None),
    ("mp4-av1-opus", "25", 48_000),
]


Verdicts = Callable[[str, str], dict[str, Any]]


def _name(rate: str, sample_rate: int | None) -> str:
    return f"walk-{rate.replace('/', '-')}-{sample_rate}"


@pytest.fixture(scope="module")
def verdict_of(
    make_clip: ClipFactory, engines: tuple[Engine, ...], tmp_path_factory: pytest.TempPathFactory
) -> Verdicts:
    """The verdict of a preset's result for a clip; all clips of a preset are one command."""
    for engine in ENGINES:
        pick(engines, engine)
    found: dict[str, dict[str, dict[str, Any]]] = {}

    def verdict(preset: str, name: str) -> dict[str, Any]:
        if preset not in found:
            found[preset] = {}
            clips = [
                make_clip(_name(rate, sound), seconds=SECONDS, rate=rate, sample_rate=sound)
                for of, rate, sound in WALKS
                if of == preset
            ]
            found[preset] = _walk(preset, clips, tmp_path_factory.mktemp(preset))
        return found[preset][name]

    return verdict


def _walk(preset: str, clips: Sequence[Path], folder: Path) -> dict[str, dict[str, Any]]:
    command = ["transcode", *map(str, clips), "--preset", preset, "--gop-seconds", "1"]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "studio", *command, "--check", *ENGINES),
            *("--json", "--output-dir", str(folder)),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env=paths.self_environment(),
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    results = [line for line in map(json.loads, done.stdout.splitlines()) if line["verdict"]]
    return {Path(result["source"]).stem: result["verdict"] for result in results}


@pytest.mark.parametrize(("preset", "rate", "sample_rate"), WALKS)
def test_a_result_plays_to_its_last_frame_in_every_engine(
    verdict_of: Verdicts, preset: str, rate: str, sample_rate: int | None
) -> None:
    verdict = verdict_of(preset, _name(rate, sample_rate))
    assert verdict["verdict"] == "pass", verdict
    observed = verdict["observed"]
    assert set(observed) == set(ENGINES)
    for engine, saw in observed.items():
        if preset == "mp4-h264-aac" and saw["outcome"] == "unsupported":
            assert engine == "embedded", f"{engine} cannot decode H.264"
            continue
        assert saw["outcome"] == "played", (engine, saw)
        assert saw["reached_end"], engine
        assert saw["frames"] >= saw["frames_expected"] > SECONDS * 23, engine
        assert len(saw["buffered"]) == 1, (engine, saw["buffered"])
        assert all(completed for _, completed, _ in saw["seeks"] + saw["entries"]), engine
