"""Damaged files end in an answer: no traceback, no hang, no flood of memory, nothing half-made.

``MSE_MUTATIONS`` says how many files are damaged; the usual number fits into the time of a
test run, 5,000 are for a release.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.repair.recluster import recluster
from tests.conftest import AAC, X264, ClipFactory
from tests.faults.mutation_worker import LIMIT_S
from tests.faults.mutations import places

MUTATIONS = int(os.environ.get("MSE_MUTATIONS", "1000"))
WORKERS = 2
MEMORY_BYTES = 300 << 20
SECONDS_EACH = 0.5

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(MUTATIONS * SECONDS_EACH + 120),
    pytest.mark.skipif(sys.platform == "win32", reason="memory is measured by POSIX means"),
]

_VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8", "-g", "6")
_VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "6")
_H264 = (*X264, "-g", "6", "-bf", "2")
_OPUS = ("-c:a", "libopus", "-b:a", "16k")
_VORBIS = ("-c:a", "libvorbis")
_FRAGMENTS = ("-movflags", "+frag_keyframe+delay_moov+default_base_moof")


def _bases(make_clip: ClipFactory, folder: Path) -> None:
    """Make one small file of each kind that people have."""
    folder.mkdir()
    kinds: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
        "raw.webm": (_VP8, _VORBIS, ()),
        "live.webm": (_VP9, _OPUS, ("-live", "1", "-cluster_time_limit", "200")),
        "film.mkv": (_H264, AAC, ()),
        "fragments.mp4": (_H264, AAC, _FRAGMENTS),
        "index.mp4": (
            _VP9,
            _OPUS,
            ("-movflags", "+frag_keyframe+delay_moov+default_base_moof+global_sidx"),
        ),
        "plain.mp4": (_H264, AAC, ("-movflags", "+faststart")),
        "film.mov": (_H264, AAC, ()),
    }
    for name, (video, audio, extra) in kinds.items():
        clip = make_clip(
            f"mutations-{name}", size="64x36", seconds=0.6, sample_rate=48_000,
            video=video, audio=audio, extra=extra,
        )  # fmt: skip
        (folder / name).write_bytes(clip.read_bytes())
    recluster(folder / "raw.webm", folder / "good.webm")


@dataclass(frozen=True, slots=True)
class Harvest:
    """What the workers brought home."""

    faults: list[dict[str, Any]]
    summaries: list[dict[str, Any]]
    hangs: list[str]


@pytest.fixture(scope="module")
def harvest(make_clip: ClipFactory, tmp_path_factory: pytest.TempPathFactory) -> Harvest:
    folder = tmp_path_factory.mktemp("mutations")
    _bases(make_clip, folder / "bases")
    module = "tests.faults.mutation_worker"
    environment = {**paths.self_environment(), paths.HOME_VARIABLE: str(folder / "home")}
    command = [sys.executable, "-m", module, str(folder)]
    running = [
        subprocess.Popen(
            [*command, str(number), str(MUTATIONS // WORKERS)],
            cwd=Path(__file__).resolve().parents[2],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WORKERS)
    ]
    faults, summaries, hangs = [], [], []
    for process in running:
        out, said = process.communicate()
        lines = [json.loads(line) for line in out.splitlines()]
        faults += [line for line in lines if "fault" in line]
        summaries += [line for line in lines if "done" in line]
        if process.returncode != 0:
            hangs.append(said[-6000:])
    return Harvest(faults, summaries, hangs)


def test_the_structure_of_each_kind_is_found(
    make_clip: ClipFactory, tmp_path: Path, harvest: Harvest
) -> None:
    _bases(make_clip, tmp_path / "bases")
    for path in (tmp_path / "bases").iterdir():
        found = places(path.read_bytes())
        assert len(found) > 25, path.name
        assert {place.depth for place in found} >= {0, 1, 2}, path.name
    assert len(harvest.summaries) == WORKERS


def test_no_damaged_file_ends_in_a_traceback(harvest: Harvest) -> None:
    assert not harvest.faults, _told(harvest.faults)


def test_no_damaged_file_is_read_for_ten_seconds(harvest: Harvest) -> None:
    assert not harvest.hangs, "\n".join(harvest.hangs)
    assert all(summary["slowest_s"] < LIMIT_S for summary in harvest.summaries)


def test_no_damaged_file_floods_the_memory(harvest: Harvest) -> None:
    assert max(summary["peak_bytes"] for summary in harvest.summaries) < MEMORY_BYTES


def test_the_damage_is_neither_harmless_nor_total(harvest: Harvest) -> None:
    ended: dict[str, int] = {}
    for summary in harvest.summaries:
        for what, count in summary["ended"].items():
            ended[what] = ended.get(what, 0) + count
    assert sum(summary["done"] for summary in harvest.summaries) >= MUTATIONS // WORKERS * WORKERS
    for command in ("segments", "check", "repair"):
        assert ended[f"{command} 0"] > MUTATIONS / 200, ended
        assert ended[f"{command} 1"] > MUTATIONS / 50, ended


def _told(faults: list[dict[str, Any]]) -> str:
    """Return each different fault once, by its last lines."""
    different = {fault["fault"].strip().splitlines()[-1]: fault for fault in faults}
    return "\n\n".join(f"{f['base']} {f['plan']}\n{f['fault']}" for f in different.values())
