"""A job that is paused stands still, wherever it is, and goes on from there."""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from studio.transcode.control import CancelledError, Control
from studio.transcode.job import FinishResult
from studio.transcode.model import EncodePlan, JobState, Overrides, Progress
from studio.transcode.process import Patience
from studio.transcode.tools import Ffmpeg
from studio.transcode.watchdog import SLEEP_GAP_S, RunClock, StallWatch
from tests.conftest import ClipFactory
from tests.transcode.conftest import WAIT_S, EventLog, Studio

STOPPING_S = 0.05
"""What the threads of a process may still use before each of them is stopped."""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
Program = Callable[[str], Ffmpeg]
RUNNING, PAUSED, VERIFYING = JobState.RUNNING, JobState.PAUSED, JobState.VERIFYING


class Watcher(EventLog):
    """Also knows ffmpeg's process, and lets a test wait for a state."""

    def __init__(self) -> None:
        super().__init__()
        self.pid = 0
        self._changed = threading.Condition()

    def on_part(self, part: Path) -> None: ...

    def on_started(self, pid: int, created_at: float, executable: Path) -> None:
        self.pid = pid

    def on_publishing(self, finished: Path, target: Path) -> None: ...

    def on_state(self, job_id: str, state: JobState) -> None:
        with self._changed:
            super().on_state(job_id, state)
            self._changed.notify_all()

    def wait_for(self, *states: JobState) -> None:
        """Wait until exactly these states were told."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.seen == list(states), WAIT_S), self.seen

    @property
    def seen(self) -> list[JobState]:
        return [state for _, state in self.states]


@pytest.fixture
def small(make_clip: ClipFactory) -> Path:
    return make_clip("job-small.mp4", size="64x36", seconds=1)


@pytest.fixture
def long(make_clip: ClipFactory) -> Path:
    return make_clip("job-long.mp4", size="640x360", seconds=60, rate="30")


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


def wait_until_stopped(watcher: Watcher) -> None:
    """Wait until each thread of ffmpeg has heard the signal."""
    process, deadline = psutil.Process(watcher.pid), time.monotonic() + WAIT_S
    while process.status() != psutil.STATUS_STOPPED and time.monotonic() < deadline:
        watcher.ended.wait(0.01)
    assert process.status() == psutil.STATUS_STOPPED


def cpu_s(pid: int) -> float:
    """CPU time a process has used; its threads end their time slice after the stop."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system


def running(job_run: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=job_run, daemon=True)
    thread.start()
    return thread


def test_a_paused_ffmpeg_stands_still_and_goes_on(
    studio: Studio, long: Path, watcher: Watcher
) -> None:
    fast = Overrides(extra=(("speed", "fastest"), ("width", "160")))
    job = studio.job(studio.plan(long, "mp4-h264-aac", fast), events=watcher, witness=watcher)
    thread = running(job.run)
    assert watcher.moved.wait(WAIT_S)
    job.pause()
    watcher.wait_for(RUNNING, PAUSED)
    wait_until_stopped(watcher)
    spent_s = cpu_s(watcher.pid)
    watcher.moved.clear()
    assert not watcher.moved.wait(0.5)
    assert cpu_s(watcher.pid) - spent_s < STOPPING_S
    job.resume()
    thread.join(WAIT_S)
    assert watcher.seen == [RUNNING, PAUSED, RUNNING, VERIFYING]
    assert watcher.outcome.state.is_success, watcher.outcome


def test_a_paused_job_can_be_cancelled(studio: Studio, long: Path, watcher: Watcher) -> None:
    job = studio.job(studio.plan(long, "webm-vp8-vorbis"), events=watcher, witness=watcher)
    thread = running(job.run)
    assert watcher.moved.wait(WAIT_S)
    job.pause()
    watcher.wait_for(RUNNING, PAUSED)
    job.cancel()
    thread.join(WAIT_S)
    assert not thread.is_alive()
    assert watcher.outcome.state is JobState.CANCELLED
    assert watcher.seen == [RUNNING, PAUSED]
    assert not psutil.pid_exists(watcher.pid)
    assert list(studio.folder.iterdir()) == []


@POSIX
def test_a_paused_deaf_program_is_killed_too(
    studio: Studio, small: Path, watcher: Watcher, program: Program
) -> None:
    deaf = program(
        "trap '' TERM; echo frame=1; echo progress=continue; while :; do sleep 0.05; done"
    )
    patience = Patience(quit_s=0.2, terminate_s=0.2)
    plan = studio.plan(small, "mp4-h264-aac")
    job = studio.job(plan, events=watcher, witness=watcher, ffmpeg=deaf, patience=patience)
    thread = running(job.run)
    watcher.wait_for(RUNNING)
    job.pause()
    watcher.wait_for(RUNNING, PAUSED)
    job.cancel()
    thread.join(WAIT_S)
    assert watcher.outcome.state is JobState.CANCELLED
    assert not psutil.pid_exists(watcher.pid)


def test_a_job_paused_before_its_start_waits_before_ffmpeg(
    studio: Studio, small: Path, watcher: Watcher
) -> None:
    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=watcher, witness=watcher)
    job.pause()
    thread = running(job.run)
    watcher.wait_for(RUNNING, PAUSED)
    assert watcher.pid == 0
    job.resume()
    thread.join(WAIT_S)
    assert watcher.outcome.state.is_success


def test_a_pause_while_checking_holds_the_check_at_its_next_report(
    studio: Studio, small: Path, watcher: Watcher
) -> None:
    passed = threading.Event()

    def finish(part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]) -> FinishResult:
        job.pause()
        on_progress(0.5)
        passed.set()
        return FinishResult(part)

    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=watcher, finish=finish)
    thread = running(job.run)
    watcher.wait_for(RUNNING, VERIFYING, PAUSED)
    assert not passed.is_set()
    job.resume()
    thread.join(WAIT_S)
    assert watcher.seen == [RUNNING, VERIFYING, PAUSED, VERIFYING]
    assert watcher.outcome.state.is_success


def test_a_paused_check_can_be_cancelled(studio: Studio, small: Path, watcher: Watcher) -> None:
    def finish(part: Path, _plan: EncodePlan, on_progress: Callable[[float], None]) -> FinishResult:
        job.pause()
        on_progress(0.5)
        return FinishResult(part)

    job = studio.job(studio.plan(small, "mp4-h264-aac"), events=watcher, finish=finish)
    thread = running(job.run)
    watcher.wait_for(RUNNING, VERIFYING, PAUSED)
    job.cancel()
    thread.join(WAIT_S)
    assert watcher.outcome.state is JobState.CANCELLED
    assert list(studio.folder.iterdir()) == []


@POSIX
def test_a_pause_is_no_stall(
    studio: Studio, small: Path, watcher: Watcher, program: Program
) -> None:
    """Paused for longer than the limit, and then stalled for real: told once, afterwards."""
    starving = program("while :; do echo frame=1; echo progress=continue; sleep 0.05; done")
    patience = Patience(warn_s=2, stall_s=600, quit_s=0.1, terminate_s=0.1)
    plan = studio.plan(small, "mp4-h264-aac")
    job = studio.job(plan, events=watcher, ffmpeg=starving, patience=patience)
    thread = running(job.run)
    watcher.wait_for(RUNNING)
    job.pause()
    watcher.wait_for(RUNNING, PAUSED)
    assert not watcher.stalled.wait(2.5)
    job.resume()
    assert watcher.stalled.wait(WAIT_S)
    job.cancel()
    thread.join(WAIT_S)
    assert watcher.outcome.state is JobState.CANCELLED


def test_progress_after_a_pause_does_not_count_the_pause(
    studio: Studio, long: Path, watcher: Watcher
) -> None:
    fast = Overrides(extra=(("speed", "fastest"), ("width", "160")))
    job = studio.job(studio.plan(long, "mp4-h264-aac", fast), events=watcher)
    thread = running(job.run)
    assert watcher.moved.wait(WAIT_S)
    job.pause()
    watcher.wait_for(RUNNING, PAUSED)
    at = len(watcher.progress)
    assert not watcher.ended.wait(2)
    job.resume()
    thread.join(WAIT_S)
    after: list[Progress] = [p for p in watcher.progress[at:] if p.speed]
    before = watcher.progress[at - 1].speed
    assert before is not None
    assert after[0].speed is not None
    assert after[0].speed > before / 3  # it would be a tenth with the pause counted


class FakeTime:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


def test_a_machine_that_slept_is_no_stall() -> None:
    time, told = FakeTime(), list[float]()
    clock = RunClock(time)
    watch = StallWatch(60, told.append, clock)
    watch.note(1)
    time.pass_by(8 * 3600)  # nobody looked meanwhile: the machine slept
    assert watch.still_s() == 0
    for _ in range(59):
        time.pass_by(1)
        watch.still_s()
    assert told == []
    time.pass_by(2)
    assert watch.still_s() == 61
    assert told == [61]
    watch.note(2)
    watch.still_s()
    assert told == [61, 0]


def test_a_pause_of_any_length_does_not_count() -> None:
    time = FakeTime()
    clock = RunClock(time)
    begin = clock()
    time.pass_by(2)
    clock.stop()
    for _ in range(10):
        time.pass_by(SLEEP_GAP_S * 3)
        assert clock() - begin == 2
    clock.go_on()
    time.pass_by(1)
    assert clock() - begin == 3


def test_a_cancel_ends_a_wait_and_is_never_taken_back() -> None:
    control = Control()
    control.pause()
    control.cancel()
    control.wait_while_paused()
    control.resume()
    control.pause()
    assert not control.paused
    with pytest.raises(CancelledError):
        control.sleep(60)
