"""A tight or full disk stops what writes there, keeps everything, and lets go when it may."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.batch import engine as engine_module
from studio.batch import space
from studio.batch.book import UNSAVED
from studio.batch.journal import Journal, JournalError
from studio.batch.model import HoldReason, QueueMode
from studio.errors import OutputError
from studio.transcode.job import FinishResult
from studio.transcode.model import EncodePlan, JobState
from tests.batch.conftest import WAIT_S, Bench, Gate, QueueLog

GB = 1_000_000_000


class Disk:
    """Free space as the queue sees it; the rest of ``space`` stays real."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.free = 500 * GB
        patch.setattr(space, "free_bytes", lambda _path: self.free)
        patch.setattr(engine_module, "WATCH_S", 0.05)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_d05_a_job_that_would_not_fit_is_held_with_the_figures(
    bench: Bench, log: QueueLog, disk: Disk
) -> None:
    disk.free = 1000
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    held = log.wait_for_state(job, JobState.ON_HOLD)
    assert held.hold is HoldReason.LOW_SPACE
    assert held.outcome is not None
    assert "needed" in held.outcome.what
    assert list(bench.home.glob(".*.part-*")) == []


def test_d05_the_user_may_let_it_run_all_the_same(bench: Bench, log: QueueLog, disk: Disk) -> None:
    disk.free = 1000
    queue = bench.queue(log)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    log.wait_for_state(job, JobState.ON_HOLD)
    queue.release([job.job_id], despite=True)
    queue.start()
    log.wait_for_state(job, JobState.DONE)


def test_a_disk_that_gets_tight_lets_running_jobs_stand_still_and_go_on(
    bench: Bench, log: QueueLog, disk: Disk
) -> None:
    gate = Gate()
    queue = bench.queue(log, finish=gate)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    log.wait_for_state(job, JobState.VERIFYING)
    disk.free = 1000
    log.wait_for_state(job, JobState.PAUSED)
    log.wait_until(lambda: any("nearly full" in n.what for n in log.notices.values()))
    disk.free = 500 * GB
    gate.open.set()
    log.wait_for_state(job, JobState.DONE)
    assert log.notices == {}


class FullOnce:
    """A finisher that meets a full disk the first time."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(
        self, part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]
    ) -> FinishResult:
        self.calls += 1
        if self.calls == 1:
            cause = OSError(28, "No space left on device", str(part))
            raise OutputError("The cured file could not be written.") from cause
        on_progress(1.0)
        return FinishResult(part)


def test_d01_a_full_disk_blocks_its_volume_only_until_the_user_goes_on(
    bench: Bench, log: QueueLog
) -> None:
    queue = bench.queue(log, finish=FullOnce())
    first, second = queue.add([bench.new(f"{n}.mp4", folder=bench.home) for n in "ab"])
    queue.start()
    held = log.wait_for_state(first, JobState.ON_HOLD)
    assert held.hold is HoldReason.DISK_FULL
    log.wait_until(lambda: bool(log.statuses[-1].blocked) and log.statuses[-1].running == 0)
    assert log.jobs[second.job_id].state is JobState.WAITING
    assert log.statuses[-1].mode is QueueMode.RUNNING
    assert list(bench.home.glob(".*.part-*")) == []
    queue.unblock(log.statuses[-1].blocked[0].root)
    log.wait_for_state(first, JobState.DONE)
    log.wait_for_state(second, JobState.DONE)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if not sys.platform.startswith("linux") or not shutil.which("mount"):
        pytest.skip("needs mount")
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("may not mount here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_jobs_for_another_disk_go_on_while_one_is_blocked(
    bench: Bench, log: QueueLog, small_disk: Path
) -> None:
    queue = bench.queue(log, finish=FullOnce())
    first = queue.add([bench.new("a.mp4", folder=small_disk)])[0]
    other = queue.add([bench.new("b.mp4", folder=bench.home)])[0]
    waiting = queue.add([bench.new("c.mp4", folder=small_disk)])[0]
    queue.start()
    log.wait_for_state(first, JobState.ON_HOLD)
    log.wait_for_state(other, JobState.DONE)
    log.wait_until(lambda: log.statuses[-1].running == 0)
    assert log.jobs[waiting.job_id].state is JobState.WAITING
    assert [volume.root for volume in log.statuses[-1].blocked] == [small_disk]
    assert not queue.wait(0)


def test_an_error_that_is_no_full_disk_blocks_nothing(bench: Bench, log: QueueLog) -> None:
    def refuse(
        _part: Path, _plan: EncodePlan, _on_progress: Callable[[float], None]
    ) -> FinishResult:
        raise OutputError("No.", hint="Because.")

    queue = bench.queue(log, finish=refuse)
    (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
    queue.start()
    log.wait_for_state(job, JobState.FAILED)
    assert queue.wait(WAIT_S)
    assert log.statuses[-1].blocked == ()


@pytest.mark.expects_log_warnings
def test_d03_a_full_disk_at_the_start_leaves_a_queue_that_works_and_is_saved_later(
    bench: Bench, log: QueueLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "WATCH_S", 0.05)

    def full(*_: object) -> None:
        raise JournalError("The disk is full.", hint="Free some space.")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("begin_run", "insert", "update", "end_attempt", "replace_all"):
            patch.setattr(Journal, name, full)
        queue = bench.queue(log)
        (job,) = queue.add([bench.new("a.mp4", folder=bench.home)])
        queue.start()
        log.wait_for_state(job, JobState.DONE)
        assert UNSAVED in log.notices
    log.wait_until(lambda: UNSAVED not in log.notices)
    queue.close()
    (saved,) = bench.queue(QueueLog()).jobs()
    assert saved.state is JobState.DONE
