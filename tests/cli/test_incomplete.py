"""The command line and results that are not whole: never a success, never a silent leftover."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_commands import Run, run
from tests.conftest import ClipFactory

__all__ = ["run"]


@pytest.fixture
def cut(make_clip: ClipFactory, tmp_path: Path) -> Path:
    """The first half of a file that says in front how long it is."""
    front = ("-movflags", "+faststart")
    whole = make_clip("whole-front.mp4", size="160x90", seconds=8, extra=front)
    path = tmp_path / "cut.mp4"
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    return path


def last_event(result: "subprocess.CompletedProcess[str]") -> dict[str, object]:
    found: dict[str, object] = json.loads(result.stdout.splitlines()[-1])
    return found


def test_an_incomplete_result_is_a_failure_and_leaves_nothing(
    run: Run, cut: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = run("transcode", cut, "--preset", "mp4-h264-aac", "-o", out, "--json")
    assert result.returncode == 1
    assert last_event(result)["state"] == "incomplete"
    assert "--keep-incomplete" in result.stderr
    assert list(out.iterdir()) == []


def test_an_incomplete_result_is_kept_when_asked_for(run: Run, cut: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = run(
        "transcode", cut, "--preset", "mp4-h264-aac", "-o", out, "--keep-incomplete", "--json"
    )
    assert result.returncode == 1
    assert [path.name for path in out.iterdir()] == ["cut (incomplete).mp4"]
    assert last_event(result)["output"] == str(out / "cut (incomplete).mp4")


def test_a_result_with_warnings_is_done_for_programs(
    run: Run, make_clip: ClipFactory, tmp_path: Path
) -> None:
    whole = make_clip("flips.mp4", size="160x90", seconds=4)
    data = bytearray(whole.read_bytes())
    start = data.index(b"mdat") + 3_000
    for place in range(start, start + 60_000, 400):
        data[place] ^= 0xFF
    source = tmp_path / "flips.mp4"
    source.write_bytes(data)
    out = tmp_path / "out"
    out.mkdir()
    result = run("transcode", source, "--preset", "mp4-h264-aac", "-o", out, "--json")
    event = last_event(result)
    assert result.returncode == 0
    assert event["state"] == "done"
    assert any("pictures may be damaged" in str(w) for w in event["warnings"])  # type: ignore[attr-defined]


def test_a_part_file_left_by_a_kill_does_not_stop_the_next_run(
    run: Run, make_clip: ClipFactory, tmp_path: Path
) -> None:
    source = make_clip("job-small.mp4", size="64x36", seconds=1)
    (tmp_path / ".job-small.webm.part-job-1").touch()
    result = run("transcode", source, "--preset", "webm-vp8-vorbis", "-o", tmp_path)
    assert result.returncode == 0, result.stderr
