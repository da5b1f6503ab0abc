"""Supervising ffmpeg: cancel, stalls, floods; with scripts that misbehave, and for real."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from studio.errors import ToolError
from studio.transcode.control import Control
from studio.transcode.model import Progress
from studio.transcode.process import FfmpegResult, Hooks, Patience, run_ffmpeg
from studio.transcode.tools import Ffmpeg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts and signals")
Program = Callable[[str], Ffmpeg]
SHORT = Patience(stall_s=600, quit_s=0.3, terminate_s=0.3)


class Run:
    """One supervised program on its own thread."""

    def __init__(
        self, arguments: list[str], patience: Patience = SHORT, hooks: Hooks | None = None
    ) -> None:
        self.control = Control()
        self.moved = threading.Event()
        self.reports: list[Progress] = []
        self.hooks = hooks or Hooks(self._on_progress)
        self._arguments, self._patience = arguments, patience
        self._result: FfmpegResult | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._result = run_ffmpeg(
            self._arguments,
            expected_duration_us=None,
            control=self.control,
            hooks=self.hooks,
            patience=self._patience,
        )

    def _on_progress(self, progress: Progress) -> None:
        self.reports.append(progress)
        self.moved.set()

    def result(self, limit_s: float = 20) -> FfmpegResult:
        self._thread.join(limit_s)
        assert self._result is not None, "it is still running"
        return self._result


def test_the_end_and_the_log_are_reported(program: Program) -> None:
    fake = program("echo one >&2; echo out_time_us=5; echo progress=end; echo two >&2")
    result = Run([str(fake.path)]).result()
    assert (result.return_code, result.saw_end, result.cancelled) == (0, True, False)
    assert (result.log_tail, result.out_time_us) == (("one", "two"), 5)


def test_a_negative_return_code_tells_the_signal(program: Program) -> None:
    result = Run([str(program("kill -SEGV $$").path)]).result()
    assert result.return_code == -signal.SIGSEGV
    assert not result.saw_end


def test_cancel_asks_first_and_ffmpeg_ends_by_itself(program: Program) -> None:
    fake = program("echo frame=1; echo progress=continue; read line; echo got $line >&2; exit 0")
    run = Run([str(fake.path)], Patience(quit_s=10, terminate_s=10))
    assert run.moved.wait(10)
    run.control.cancel()
    result = run.result()
    assert result.cancelled
    assert "got q" in result.log_tail


def test_exactly_one_sigterm_is_sent(program: Program) -> None:
    """A second one makes ffmpeg leave its file without a trailer (measured)."""
    fake = program(
        "trap 'echo term >&2' TERM; echo frame=1; echo progress=continue; "
        "while true; do sleep 0.05; done"
    )
    run = Run([str(fake.path)], Patience(quit_s=0.2, terminate_s=1.5))
    assert run.moved.wait(10)
    run.control.cancel()
    result = run.result()
    assert result.return_code == -signal.SIGKILL
    assert list(result.log_tail).count("term") == 1


def test_a_deaf_program_is_killed_in_time(program: Program) -> None:
    fake = program("trap '' TERM; echo frame=1; echo progress=continue; exec sleep 100")
    run = Run([str(fake.path)])
    assert run.moved.wait(10)
    before = time.monotonic()
    run.control.cancel()
    assert run.result().cancelled
    assert time.monotonic() - before < 30


@pytest.mark.expects_log_warnings
def test_a_report_without_a_new_value_is_a_stall(program: Program) -> None:
    """ffmpeg 9 keeps printing progress while it starves (measured)."""
    fake = program("while true; do echo out_time_us=7; echo progress=continue; sleep 0.05; done")
    result = Run([str(fake.path)], Patience(stall_s=0.5, quit_s=0.1, terminate_s=0.1)).result()
    assert result.stalled
    assert not result.cancelled


def test_a_flood_on_stderr_is_drained_and_only_its_tail_kept(program: Program) -> None:
    fake = program(
        "yes 'some long line of an excited decoder' | head -n 400000 >&2; echo progress=end"
    )
    result = Run([str(fake.path)]).result(60)
    assert result.return_code == 0
    assert len(result.log_tail) == 200


def test_binary_without_line_breaks_is_cut(program: Program) -> None:
    fake = program("head -c 3000000 /dev/zero >&2; echo progress=end")
    result = Run([str(fake.path)]).result()
    assert max(map(len, result.log_tail)) <= 2_000


def test_progress_is_passed_on_at_most_ten_times_a_second(program: Program) -> None:
    fake = program(
        "i=0; while [ $i -lt 400 ]; do i=$((i+1)); echo out_time_us=$i; echo progress=continue; "
        "done; echo progress=end"
    )
    before = time.monotonic()
    run = Run([str(fake.path)])
    run.result()
    assert len(run.reports) <= (time.monotonic() - before) * 11.2 + 2
    assert run.reports[-1].out_time_us == 400


def test_a_program_that_does_not_start_is_a_tool_error(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="could not be started"):
        run_ffmpeg(
            [str(tmp_path / "missing")],
            expected_duration_us=None,
            control=Control(),
            hooks=Hooks(),
        )


def test_a_failing_listener_leaves_no_process_behind(program: Program, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    fake = program(f"echo $$ > {pid_file}; echo frame=1; echo progress=continue; exec sleep 100")

    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run_ffmpeg(
            [str(fake.path)],
            expected_duration_us=None,
            control=Control(),
            hooks=Hooks(fail),
        )
    assert not psutil.pid_exists(int(pid_file.read_text()))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="niceness is inherited")
def test_ffmpeg_runs_nicely_in_its_own_group_of_the_same_session(program: Program) -> None:
    fake = program("ps -o ni=,pgid=,sid=,pid= -p $$ >&2; echo progress=end")
    result = Run([str(fake.path)]).result()
    niceness, group, session, pid = map(int, result.log_tail[0].split())
    assert niceness == min(19, os.nice(0) + 10)
    assert group == pid
    assert session == os.getsid(0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PR_SET_PDEATHSIG")
def test_no_ffmpeg_outlives_a_killed_program(program: Program, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    fake = program(f"echo $$ > {pid_file}; echo frame=1; echo progress=continue; exec sleep 100")
    code = (
        "from studio.transcode.control import Control\n"
        "from studio.transcode.process import Hooks, run_ffmpeg\n"
        f"run_ffmpeg([{str(fake.path)!r}], expected_duration_us=None, control=Control(),\n"
        "           hooks=Hooks(lambda p: print('moved', flush=True)))\n"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"moved\n"
        child = psutil.Process(int(pid_file.read_text()))
        parent.kill()
    child.wait(timeout=10)
