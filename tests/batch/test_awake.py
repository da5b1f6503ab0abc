"""The machine stays awake while wanted, and no longer: not even when the program is killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from studio import paths
from studio.batch.awake import ProgramAwake, ThreadAwake, inhibitors, make_awake

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
CONTINUOUS, SYSTEM = 0x8000_0000, 0x0000_0001


def until(claim: Callable[[], bool]) -> None:
    """Wait for what another thread or process does."""
    end = time.monotonic() + 30
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.005)


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class Inhibitor:
    """A program that writes down its process and then becomes the command it is given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._notes = folder / "pids"
        self._notes.touch()

    def make(self, name: str, body: str) -> list[str]:
        path = self._folder / name
        path.write_text(f'#!/bin/sh\necho "$$ {name}" >> "{self._notes}"\n{body}\n')
        path.chmod(0o755)
        return [str(path), "--what=sleep"]

    def willing(self) -> list[str]:
        return self.make("willing", 'shift\nexec "$@"')

    def refusing(self) -> list[str]:
        return self.make("refusing", "exit 1")

    def silent(self) -> list[str]:
        """Takes what it is sent, says nothing, and gives up."""
        return self.make("silent", "read line\nexit 0")

    @property
    def started(self) -> list[str]:
        return [line.split()[1] for line in self._notes.read_text().splitlines()]

    @property
    def pids(self) -> list[int]:
        return [int(line.split()[0]) for line in self._notes.read_text().splitlines()]


@pytest.fixture
def inhibitor(tmp_path: Path) -> Iterator[Inhibitor]:
    made = Inhibitor(tmp_path)
    yield made
    until(lambda: not any(map(is_alive, made.pids)))


@needs_posix
def test_the_lock_is_held_until_it_is_released(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing()])
    awake.hold()
    until(lambda: awake.is_held)
    (pid,) = inhibitor.pids
    assert is_alive(pid)
    awake.release()
    assert not awake.is_held
    until(lambda: not is_alive(pid))


@needs_posix
def test_holding_twice_is_holding_once(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing()])
    awake.hold()
    awake.hold()
    until(lambda: awake.is_held)
    assert inhibitor.started == ["willing"]
    awake.release()
    awake.release()


@needs_posix
def test_it_can_be_held_again(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing()])
    for _ in range(3):
        awake.hold()
        until(lambda: awake.is_held)
        awake.release()
    assert inhibitor.started == ["willing"] * 3


@needs_posix
def test_a_release_right_after_the_hold_leaves_nothing_behind(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing(), inhibitor.willing()])
    for _ in range(20):
        awake.hold()
        awake.release()
    until(lambda: not any(thread.name == "awake" for thread in threading.enumerate()))
    assert not any(map(is_alive, inhibitor.pids))


@needs_posix
def test_when_one_program_refuses_the_next_is_asked(inhibitor: Inhibitor) -> None:
    missing = ["/nowhere/at-all"]
    commands = [missing, inhibitor.refusing(), inhibitor.silent(), inhibitor.willing()]
    awake = ProgramAwake(commands)
    awake.hold()
    until(lambda: awake.is_held)
    assert inhibitor.started == ["refusing", "silent", "willing"]
    awake.release()


@needs_posix
def test_nobody_willing_is_no_failure(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([["/nowhere/at-all"], inhibitor.refusing()])
    awake.hold()
    until(lambda: not any(thread.name == "awake" for thread in threading.enumerate()))
    assert not awake.is_held
    awake.release()


@needs_posix
def test_a_lock_that_is_lost_is_not_claimed(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing()])
    awake.hold()
    until(lambda: awake.is_held)
    os.kill(inhibitor.pids[0], signal.SIGKILL)
    until(lambda: not awake.is_held)
    awake.release()


@needs_posix
def test_the_lock_ends_with_the_program_even_when_it_is_killed(inhibitor: Inhibitor) -> None:
    code = (
        "import sys, time; from studio.batch.awake import ProgramAwake;"
        f"awake = ProgramAwake([{inhibitor.willing()!r}]); awake.hold();\n"
        "while not awake.is_held: time.sleep(0.01)\n"
        "print('held', flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=paths.self_environment()
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        (pid,) = inhibitor.pids
        assert is_alive(pid)
        program.kill()
    until(lambda: not is_alive(pid))


@needs_posix
def test_a_child_of_ours_does_not_keep_the_lock(inhibitor: Inhibitor) -> None:
    awake = ProgramAwake([inhibitor.willing()])
    awake.hold()
    until(lambda: awake.is_held)
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE) as other:
        awake.release()
        until(lambda: not any(map(is_alive, inhibitor.pids)))
        assert other.poll() is None


def test_each_system_has_its_own_program() -> None:
    assert [command[0] for command in inhibitors("linux")] == [
        "systemd-inhibit", "systemd-inhibit", "gnome-session-inhibit",
    ]  # fmt: skip
    assert inhibitors("darwin") == [["caffeinate", "-i"]]
    assert inhibitors("win32") == []


def test_this_system_s_own_way_never_fails() -> None:
    awake = make_awake()
    awake.hold()
    awake.release()
    until(lambda: not any(thread.name == "awake" for thread in threading.enumerate()))


class Windows:
    """Remembers the states that threads ask for."""

    def __init__(self, answer: int = 1) -> None:
        self.answer = answer
        self.calls: list[tuple[str, int]] = []

    def __call__(self, state: int) -> int:
        self.calls.append((str(threading.get_ident()), state))
        return self.answer


def test_windows_is_told_and_told_back_by_one_thread() -> None:
    windows = Windows()
    awake = ThreadAwake(windows)
    awake.hold()
    awake.hold()
    until(lambda: awake.is_held)
    awake.release()
    until(lambda: len(windows.calls) == 2)
    assert [state for _, state in windows.calls] == [CONTINUOUS | SYSTEM, CONTINUOUS]
    assert windows.calls[0][0] == windows.calls[1][0] != str(threading.get_ident())
    assert not awake.is_held


def test_a_refusal_of_windows_is_no_failure() -> None:
    windows = Windows(answer=0)
    awake = ThreadAwake(windows)
    awake.hold()
    until(lambda: bool(windows.calls))
    assert not awake.is_held
    awake.release()
    awake.release()
    until(lambda: len(windows.calls) == 2)
