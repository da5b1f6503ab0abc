"""Old logs go, those of the queue's jobs last."""

import os
from pathlib import Path

from studio.batch.logs import prune


def written(folder: Path, name: str, size: int, age: int) -> Path:
    path = folder / f"{name}.log"
    path.write_bytes(b"x" * size)
    os.utime(path, (1_000_000 - age, 1_000_000 - age))
    return path


def test_logs_of_jobs_that_are_gone_are_deleted(tmp_path: Path) -> None:
    gone, here = written(tmp_path, "gone", 10, 0), written(tmp_path, "here", 10, 5)
    other = tmp_path / "note.txt"
    other.touch()
    assert prune(tmp_path, {"here"}) == 1
    assert not gone.exists()
    assert here.exists()
    assert other.exists()


def test_the_oldest_go_until_the_rest_fits(tmp_path: Path) -> None:
    logs = [written(tmp_path, str(n), 10, age=10 - n) for n in range(4)]
    assert prune(tmp_path, {"0", "1", "2", "3"}, limit_bytes=25) == 2
    assert [path.exists() for path in logs] == [False, False, True, True]


def test_a_folder_that_is_not_there_is_fine(tmp_path: Path) -> None:
    assert prune(tmp_path / "none", set()) == 0
