"""Faults of the child process (E): stalls, floods, signals, shortages, and how a run is ended.

The numbers are those of the list of faults in the design.
"""

import errno
import logging
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from studio.errors import PlanError, StudioError, ToolError
from studio.transcode import process as running
from studio.transcode.job import FinishResult, TranscodeJob
from studio.transcode.model import EncodePlan, FailureCause, JobState, Overrides
from studio.transcode.process import Patience
from studio.transcode.starting import start_ffmpeg
from studio.transcode.tools import Ffmpeg, find_ffmpeg
from studio.workflow.deliver import finish
from tests.conftest import ClipFactory
from tests.faults.conftest import Desk, Invariants, told
from tests.transcode.conftest import WAIT_S, EventLog, Studio

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts and signals of POSIX")
Fake = Callable[..., Ffmpeg]
BRIEF = Patience(stall_s=600, warn_s=600, quit_s=0.3, terminate_s=0.3, spawn_s=5, name_s=0.1)


@pytest.fixture
def source(make_clip: ClipFactory) -> Path:
    return make_clip("supervised.mp4", size="64x36", seconds=1)


@pytest.fixture
def plan(studio: Studio, source: Path) -> EncodePlan:
    return studio.plan(source, "mp4-h264-aac")


@pytest.fixture
def result(studio: Studio, source: Path, tmp_path: Path) -> Path:
    """A file as a good ffmpeg writes it, for the fakes."""
    made, _ = studio.encode(source, "mp4-h264-aac", target=tmp_path / "good.mp4")
    return made


class Started:
    """A job on a thread of its own."""

    def __init__(self, job: TranscodeJob) -> None:
        self.job = job
        self.thread = threading.Thread(target=job.run, daemon=True)
        self.thread.start()

    def end(self, limit_s: float = WAIT_S) -> float:
        """Wait for the end; return the seconds it took."""
        before = time.monotonic()
        self.thread.join(limit_s)
        assert not self.thread.is_alive(), "it is still running"
        return time.monotonic() - before


# -- E1, E2: no ffmpeg, or one that lacks something --------------------------------------


def test_e1_a_missing_or_foreign_ffmpeg_is_named_and_files_can_still_be_read(
    tmp_path: Path, source: Path, studio: Studio
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a program")
    wrong = tmp_path / "wrong-machine"
    wrong.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(200))
    wrong.chmod(0o755)
    for path in (tmp_path / "nothing", text, wrong):
        with pytest.raises(ToolError) as caught:
            find_ffmpeg(str(path))
        assert path.name in told(caught.value)
    broken = Studio(studio.store, replace(studio.ffmpeg, path=wrong), studio.folder)
    assert broken.probe(source).video


def test_e1_a_program_that_does_not_start_fails_the_job(desk: Desk, plan: EncodePlan) -> None:
    wrong = desk.studio.folder.parent / "wrong-machine"
    wrong.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(200))
    wrong.chmod(0o755)
    outcome = desk.run(plan, ffmpeg=replace(desk.studio.ffmpeg, path=wrong))
    assert outcome.what == "ffmpeg could not be started."
    assert outcome.hint
    assert outcome.cause is FailureCause.TOOL_MISSING


def test_e2_a_missing_encoder_is_said_before_the_run(
    studio: Studio, source: Path, plan: EncodePlan, fake: Fake, desk: Desk
) -> None:
    poor = fake("ok", lacks=["libx264"])
    with pytest.raises(PlanError, match="has no encoder libx264"):
        Studio(studio.store, poor, studio.folder).plan(source, "mp4-h264-aac")
    outcome = desk.run(plan, ffmpeg=poor)
    assert outcome.cause is FailureCause.TOOL_MISSING


# -- E3, E11: ends that are no success ---------------------------------------------------


@pytest.mark.parametrize("status", [1, 183, 255, 69])
def test_e3_a_status_is_a_failure(desk: Desk, plan: EncodePlan, fake: Fake, status: int) -> None:
    what = desk.failure(plan, ffmpeg=fake("fail", status=status))
    assert what == f"ffmpeg failed (status {status})."


def test_e3_the_status_of_a_full_disk_is_understood_without_words(
    desk: Desk, plan: EncodePlan, fake: Fake
) -> None:
    outcome = desk.run(plan, ffmpeg=fake("fail", status=228, says="[error] something"))
    assert outcome.what == "The disk is full."
    assert outcome.cause is FailureCause.DISK_FULL


def test_e3_a_crash_is_named(desk: Desk, plan: EncodePlan, fake: Fake) -> None:
    fake_one = fake("die", signal=int(signal.SIGSEGV))
    assert desk.failure(plan, ffmpeg=fake_one) == "ffmpeg crashed (signal 11)."


def test_e11_a_kill_by_the_system_is_taken_for_want_of_memory(
    desk: Desk, plan: EncodePlan, fake: Fake
) -> None:
    outcome = desk.run(plan, ffmpeg=fake("die", signal=int(signal.SIGKILL)))
    assert outcome.what == "ffmpeg was stopped by the system, probably out of memory."
    assert "fewer threads" in outcome.hint


# -- E4: stalls --------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["hang", "starve", "silent"])
@pytest.mark.expects_log_warnings
def test_e4_a_stall_is_told_and_then_ended(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, mode: str,
    invariants: Invariants,
) -> None:  # fmt: skip
    patience = replace(BRIEF, warn_s=0.2, stall_s=2)
    job = studio.job(plan, events=events, ffmpeg=fake(mode), patience=patience)
    with invariants():
        job.run()
    # on a busy machine it may stand still before it begins, and move again
    *earlier, told = events.stalls
    assert 0.2 <= told < 2
    assert earlier[1::2] == [0] * (len(earlier) // 2)
    assert len(earlier) % 2 == 0
    assert events.outcome.what == "ffmpeg made no progress any more and was stopped."
    assert events.outcome.hint
    assert list(studio.folder.iterdir()) == []


def test_e4_a_run_that_moves_again_says_so(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, result: Path
) -> None:
    slow = fake("recover", result=str(result), still_ms=1500)
    patience = replace(BRIEF, warn_s=0.3)
    studio.job(plan, events=events, ffmpeg=slow, patience=patience, finish=finish).run()
    assert events.outcome.state.is_success
    told, moved = events.stalls[:2]  # on a busy machine it stands still elsewhere as well
    assert told >= 0.3
    assert moved == 0


# -- E5, E6: ending a run ----------------------------------------------------------------


def test_e5_a_deaf_program_gets_one_sigterm_and_is_killed_in_time(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, tmp_path: Path,
    invariants: Invariants,
) -> None:  # fmt: skip
    heard = tmp_path / "heard"
    patience = replace(Patience(), terminate_s=2.0)  # time enough to write down what it heard
    deaf = fake("deaf", heard=str(heard))
    job = studio.job(plan, events=events, ffmpeg=deaf, patience=patience)
    with invariants(studio.folder):
        started = Started(job)
        assert events.moved.wait(WAIT_S)
        job.cancel()
        assert started.end() < 20
    assert events.outcome.state is JobState.CANCELLED
    assert heard.read_text() == "TERM\n"


def test_e6_two_clicks_on_cancel_are_one_cancel(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    patience = replace(Patience(), quit_s=WAIT_S / 2)  # it ends as soon as it was asked to
    polite = fake("polite", heard=str(heard))
    job = studio.job(plan, events=events, ffmpeg=polite, patience=patience)
    started = Started(job)
    assert events.moved.wait(WAIT_S)
    job.cancel()
    job.cancel()
    started.end()
    assert events.outcome.state is JobState.CANCELLED
    assert heard.read_text() == "q\n"
    assert list(studio.folder.iterdir()) == []


@pytest.mark.parametrize("mode", ["silent", "deaf"])
def test_an_early_cancel_is_quick(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, tmp_path: Path, mode: str
) -> None:
    """Before its first progress ffmpeg does not read its input; a signal ends it."""
    spawned = threading.Event()

    class Watching:
        def on_part(self, part: Path) -> None: ...

        def on_started(self, pid: int, created_at: float, executable: Path) -> None:
            job.cancel()
            spawned.set()

        def on_publishing(self, finished: Path, target: Path) -> None: ...

    program = fake(mode, heard=str(tmp_path / "heard"))
    patience = replace(Patience(), quit_s=WAIT_S)  # so long it would take to wait for an answer
    job = studio.job(plan, events=events, ffmpeg=program, witness=Watching(), patience=patience)
    started = Started(job)
    assert spawned.wait(WAIT_S)
    assert started.end() < WAIT_S / 2
    assert events.outcome.state is JobState.CANCELLED


def test_a_cancel_does_not_wait_for_what_the_encoder_has_looked_ahead_at(
    studio: Studio, make_clip: ClipFactory, events: EventLog
) -> None:
    """After ``q`` x264 first encodes 40 frames more: seconds on a busy machine."""
    long = make_clip("job-long.mp4", size="640x360", seconds=60, rate="30")
    slow = Overrides(extra=(("width", "1920"),))
    job = studio.job(studio.plan(long, "mp4-h264-aac", slow), events=events)
    started = Started(job)
    assert events.moved.wait(WAIT_S)
    job.cancel()
    assert started.end() < 3
    assert events.outcome.state is JobState.CANCELLED


def test_e6_a_cancel_at_the_very_end_leaves_all_or_nothing(
    studio: Studio, plan: EncodePlan, fake: Fake, result: Path
) -> None:
    """Cancelled when it is about to get its name, the file still gets it: nothing half."""
    events = EventLog()

    class Late:
        def on_part(self, part: Path) -> None: ...

        def on_started(self, pid: int, created_at: float, executable: Path) -> None: ...

        def on_publishing(self, finished: Path, target: Path) -> None:
            job.cancel()

    good = fake("ok", result=str(result))
    job = studio.job(plan, events=events, ffmpeg=good, finish=finish, witness=Late())
    job.run()
    assert events.outcome.state.is_success
    assert [path.name for path in studio.folder.iterdir()] == ["result.mp4"]


def test_e6_a_cancel_while_checking_publishes_nothing(
    studio: Studio, plan: EncodePlan, fake: Fake, result: Path, events: EventLog
) -> None:
    """Even when the check does not heed it: it is left behind, and does nothing more."""
    entered, leave = threading.Event(), threading.Event()

    def stubborn(part: Path, _plan: EncodePlan, _p: Callable[[float], None]) -> FinishResult:
        entered.set()
        leave.wait(WAIT_S)
        return FinishResult(part)

    good = fake("ok", result=str(result))
    job = studio.job(plan, events=events, ffmpeg=good, finish=stubborn)
    started = Started(job)
    assert entered.wait(WAIT_S)
    job.cancel()
    assert started.end() < WAIT_S / 2
    leave.set()
    assert events.outcome.state is JobState.CANCELLED
    assert list(studio.folder.iterdir()) == []


# -- E7, E8: what it says ----------------------------------------------------------------


@pytest.mark.parametrize("breaks", [True, False])
def test_e7_a_flood_costs_neither_memory_nor_disk(
    studio: Studio, plan: EncodePlan, fake: Fake, events: EventLog, result: Path,
    tmp_path: Path, breaks: bool,
) -> None:  # fmt: skip
    log_file = tmp_path / "job.log"
    wild = fake("flood", result=str(result), megabytes=100, breaks=breaks)
    this = psutil.Process()
    before = this.memory_info().rss
    highest = 0

    def watch() -> None:
        nonlocal highest
        while not events.ended.wait(0.02):
            highest = max(highest, this.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    studio.job(plan, events=events, ffmpeg=wild, log_file=log_file).run()
    watcher.join()
    assert events.outcome.state.is_success
    assert highest - before < 20_000_000
    text = log_file.read_text()
    assert log_file.stat().st_size <= 20_000_000
    assert "command: " in text[:5000]
    assert ("bytes are left out here" in text) is breaks
    assert "ended: done" in text[-2000:]


def test_e8_a_talkative_ffmpeg_does_not_hang(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch,
    invariants: Invariants,
) -> None:  # fmt: skip
    """At its most talkative level ffmpeg blocks for ever when nobody reads its pipes."""
    job = studio.job(plan, events=events)
    loud = [word.replace("level+warning", "level+trace") for word in job.arguments]
    monkeypatch.setattr(TranscodeJob, "arguments", property(lambda _job: loud))
    with invariants(studio.folder):
        job.run()
    assert events.outcome.state.is_success, events.outcome
    assert len(job.log_tail) == 200


# -- E9, E10: orphans --------------------------------------------------------------------


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PR_SET_PDEATHSIG")
def test_e9_a_paused_ffmpeg_dies_with_the_program_too(fake: Fake) -> None:
    code = (
        "from studio.transcode.control import Control\n"
        "from studio.transcode.process import Hooks, run_ffmpeg\n"
        "control = Control()\n"
        "def started(pid):\n"
        "    print(pid, flush=True)\n"
        "    control.pause()\n"
        "run_ffmpeg([{!r}, 'file:x'], expected_duration_us=None, control=control,\n"
        "    token='run:job', hooks=Hooks(on_started=started,\n"
        "    on_pause=lambda paused: print('paused', flush=True)))\n"
    ).format(str(fake("hang").path))
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        assert parent.stdout.readline() == b"paused\n"
        parent.kill()
    child.wait(timeout=10)


def test_e10_the_witness_gets_what_tells_our_ffmpeg_from_any_other(
    studio: Studio, plan: EncodePlan, events: EventLog
) -> None:
    seen: list[tuple[bool, bool, str | None]] = []

    class Recorder:
        def on_part(self, part: Path) -> None: ...

        def on_started(self, pid: int, created_at: float, executable: Path) -> None:
            child = psutil.Process(pid)
            same = executable.samefile(studio.ffmpeg.path)
            token = child.environ().get("MSE_STUDIO_JOB")
            seen.append((child.create_time() == created_at, same, token))

        def on_publishing(self, finished: Path, target: Path) -> None: ...

    studio.job(plan, events=events, witness=Recorder(), token="run-1:job-1").run()
    assert events.outcome.state.is_success
    assert seen == [(True, True, "run-1:job-1")]


# -- E14: the system refuses -------------------------------------------------------------


def test_e14_too_many_open_files_are_waited_for(
    studio: Studio, plan: EncodePlan, events: EventLog, monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """The first start is made with no file handle left, the second with enough."""
    tries = []

    def start(arguments: list[str], *, token: str) -> "subprocess.Popen[bytes]":
        tries.append(1)
        if len(tries) > 1:
            return real(arguments, token=token)
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        free = os.open(os.devnull, os.O_RDONLY)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free + 1, limits[1]))
        try:
            return real(arguments, token=token)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)

    real = start_ffmpeg
    monkeypatch.setattr(running, "start_ffmpeg", start)
    with caplog.at_level(logging.INFO, logger="studio.transcode.process"):
        studio.job(plan, events=events).run()
    assert events.outcome.state.is_success, events.outcome
    assert len(tries) == 2
    assert "started again" in caplog.text


def test_e14_a_lasting_shortage_fails_in_the_end(
    desk: Desk, plan: EncodePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    events = EventLog()
    patience = replace(BRIEF, spawn_s=0.3)
    desk.studio.job(plan, events=events, patience=patience).run()
    outcome = events.outcome
    error = StudioError(outcome.what, hint=outcome.hint, detail=outcome.detail)
    assert "no more processes or open files" in told(error)
    assert outcome.cause is None
    assert desk.results() == set()
