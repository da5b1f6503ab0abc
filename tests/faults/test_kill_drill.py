"""F1: whatever moment the program is killed at, no job is lost and none is falsely done.

Thirty kills at random moments and one at each named point; more with ``MSE_DRILL_KILLS``.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from studio import paths
from studio.segments.reader import read_segment_map
from studio.transcode.failpoints import NAMES
from studio.transcode.starting import TOKEN_VARIABLE
from tests.conftest import ClipFactory

KILLS = int(os.environ.get("MSE_DRILL_KILLS", "30"))
JOBS = 4
CLIP_S = 2.0
READY_LIMIT_S = 20.0
"""For the interpreter, the imports and the recovery on a busy machine."""

DRIVER = Path(__file__).with_name("drill_driver.py")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(KILLS * 20 + 300),
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX"),
]


@dataclass(slots=True)
class Drill:
    """The folders of a drill, and everything that was ever acknowledged."""

    folder: Path
    added: list[str] = field(default_factory=list)
    done: dict[str, Path] = field(default_factory=dict)
    recoveries_s: list[float] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def results(self) -> Path:
        return self.folder / "results"

    @property
    def media(self) -> Path:
        return self.folder / "media"

    def start(self, failpoint: str = "") -> "subprocess.Popen[str]":
        """Start the program; returns at once."""
        environment = paths.self_environment()
        environment.pop("MSE_FAILPOINT", None)
        if failpoint:
            environment["MSE_FAILPOINT"] = failpoint
        command = [sys.executable, str(DRIVER), str(self.home), str(self.media)]
        return subprocess.Popen(
            [*command, str(self.results), str(JOBS)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def follow(self, process: "subprocess.Popen[str]", kill_after_s: float | None) -> bool:
        """Read acknowledgements to the end; kill so long after the program is ready.

        Returns whether it came to its clean end.
        """
        assert process.stdout is not None
        begun, closed, timer = time.monotonic(), False, None
        for line in process.stdout:  # ends with the program
            said = json.loads(line)
            if "ready" in said:
                self.recoveries_s.append(time.monotonic() - begun)
                if kill_after_s is not None:
                    timer = threading.Timer(kill_after_s, process.kill)
                    timer.start()
            elif "added" in said:
                self.added.append(said["added"])
            elif said.get("state", "").startswith("done"):
                self.done[said["job"]] = Path(said["output"])
            closed = closed or "closed" in said
        process.stdout.close()
        process.wait()
        if timer is not None:
            timer.cancel()
            timer.join()
        return closed

    def rows(self) -> dict[str, str]:
        """Ids and states in the file, in order."""
        with sqlite3.connect(self.home / "queue.db") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return dict(connection.execute("SELECT id, state FROM jobs ORDER BY pos"))

    def check(self, precious: dict[Path, str]) -> None:
        """What must hold after every kill."""
        rows = self.rows()
        assert [job_id for job_id in rows if job_id in set(self.added)] == self.added
        for job_id, path in self.done.items():
            assert rows[job_id].startswith("done"), "an acknowledged end was taken back"
            assert path.is_file()
        for path in self.results.glob("*.webm"):
            if path not in precious:
                found = read_segment_map(path)
                assert not found.truncated
                assert float(found.duration_s or 0) > CLIP_S - 0.5, f"{path.name} is cut off"
        for path, digest in precious.items():
            assert digest_of(path) == digest, f"{path.name} was touched"
        wait_for_no_ffmpeg(self.media)


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def ours(media: Path) -> list[int]:
    """Process numbers of every ffmpeg that reads from ``media`` with a token of ours."""
    found = []
    for process in psutil.process_iter():
        try:
            reads = any(str(media) in argument for argument in process.cmdline())
            if reads and TOKEN_VARIABLE in process.environ():
                found.append(process.pid)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


def wait_for_no_ffmpeg(media: Path) -> None:
    end = time.monotonic() + 10
    while left := ours(media):
        assert time.monotonic() < end, f"ffmpeg lives on: {left}"
        time.sleep(0.05)


@pytest.fixture
def drill(tmp_path: Path, make_clip: ClipFactory) -> Drill:
    made = Drill(tmp_path)
    for folder in (made.home, made.results, made.media):
        folder.mkdir()
    clip = make_clip("drill.mp4", size="320x180", seconds=CLIP_S)
    for name in ("one", "two", "three"):
        shutil.copy(clip, made.media / f"{name}.mp4")
    return made


def precious_files(drill: Drill) -> dict[Path, str]:
    """Files of the user that nothing may touch, with their digests."""
    mine = drill.results / "one.webm"
    mine.write_bytes(b"a file of the user's")
    return {path: digest_of(path) for path in (mine, *drill.media.glob("*.mp4"))}


def run_to_the_end(drill: Drill, precious: dict[Path, str]) -> None:
    assert drill.follow(drill.start(), None), "the last, undisturbed run did not end"
    drill.check(precious)
    rows = drill.rows()
    assert all(rows[job_id].startswith("done") for job_id in drill.added)
    assert len(set(drill.done.values())) == len(drill.done)
    left = [path.name for path in drill.results.iterdir() if ".part-" in path.name]
    assert left == []


def test_f01_kills_at_random_moments_lose_nothing(drill: Drill) -> None:
    precious = precious_files(drill)
    chance = random.Random(20261121)
    for _ in range(KILLS):
        if not drill.follow(drill.start(), chance.uniform(0, 2.5)):
            drill.check(precious)
    run_to_the_end(drill, precious)
    assert max(drill.recoveries_s) < READY_LIMIT_S


@pytest.mark.parametrize("point", NAMES)
def test_f01_a_kill_at_a_named_point_loses_nothing(drill: Drill, point: str) -> None:
    precious = precious_files(drill)
    if point == "during_recovery":  # there must be something to recover
        drill.follow(drill.start("after_spawn"), None)
    process = drill.start(point)
    assert not drill.follow(process, None)
    assert process.returncode == -signal.SIGKILL, f"{point} was never reached"
    drill.check(precious)
    run_to_the_end(drill, precious)
