"""The end of the queue: which programs run with which arguments, and what is said when not."""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from studio.batch import after
from studio.batch.after import Counts, WhenDone, is_possible, perform, system_commands
from studio.errors import StudioError
from studio.media.child import ChildResult
from studio.settings import Settings

COUNTS = Counts(done=41, failed=2)
YES = ChildResult(0, b"", b"")


class Asked:
    """Stands for the system: answers in order, remembers the questions."""

    def __init__(self, *answers: ChildResult | OSError) -> None:
        self.answers = list(answers)
        self.commands: list[list[str]] = []
        self.environment: Mapping[str, str] = {}

    def __call__(self, command: Sequence[str], environment: Mapping[str, str]) -> ChildResult:
        self.commands.append(list(command))
        self.environment = environment
        answer = self.answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self(command, environment)


def test_the_words_are_those_of_the_settings() -> None:
    assert WhenDone(Settings().when_done) is WhenDone.NOTHING
    assert {str(action) for action in WhenDone} == {"nothing", "sleep", "shut_down", "command"}


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_nothing_does_nothing(platform: str) -> None:
    asked = Asked()
    perform(WhenDone.NOTHING, COUNTS, ["x"], platform=platform, ask=asked, start=asked.start)
    assert asked.commands == []


@pytest.mark.parametrize(
    ("platform", "action", "command"),
    [
        ("linux", WhenDone.SLEEP, ["systemctl", "suspend"]),
        ("linux", WhenDone.SHUT_DOWN, ["systemctl", "poweroff"]),
        ("darwin", WhenDone.SLEEP, ["/usr/bin/pmset", "sleepnow"]),
        (
            "darwin",
            WhenDone.SHUT_DOWN,
            ["/usr/bin/osascript", "-e", 'tell application "System Events" to shut down'],
        ),
    ],
)
def test_each_system_has_its_own_word(platform: str, action: WhenDone, command: list[str]) -> None:
    asked = Asked(YES)
    perform(action, COUNTS, platform=platform, ask=asked)
    assert asked.commands == [command]


def test_windows_programs_are_named_by_their_whole_path() -> None:
    environment = {"SystemRoot": r"D:\Win"}
    (sleep,) = system_commands(WhenDone.SLEEP, "win32", environment)
    (down,) = system_commands(WhenDone.SHUT_DOWN, "win32", environment)
    assert sleep[0] == r"D:\Win\System32\WindowsPowerShell\v1.0\powershell.exe"
    assert "SetSuspendState('Suspend', $false, $false)" in sleep[-1]
    assert down == (r"D:\Win\System32\shutdown.exe", "/s", "/t", "0")


def test_when_one_program_refuses_the_next_is_asked() -> None:
    asked = Asked(FileNotFoundError("systemctl"), YES)
    perform(WhenDone.SLEEP, COUNTS, platform="linux", ask=asked)
    assert [command[0] for command in asked.commands] == ["systemctl", "loginctl"]


def test_a_refusal_is_said_with_the_system_s_own_words() -> None:
    asked = Asked(ChildResult(1, b"", b"Access denied\n"), FileNotFoundError("loginctl"))
    with pytest.raises(StudioError) as caught:
        perform(WhenDone.SHUT_DOWN, COUNTS, platform="linux", ask=asked)
    assert caught.value.what == "The machine could not be shut down."
    assert "Access denied" in caught.value.detail
    assert "loginctl" in caught.value.detail
    assert caught.value.hint


def test_an_answer_that_never_comes_is_a_refusal() -> None:
    asked = Asked(ChildResult(-9, b"", b"", timed_out=True), ChildResult(1, b"", b""))
    with pytest.raises(StudioError, match="could not go to sleep"):
        perform(WhenDone.SLEEP, COUNTS, platform="linux", ask=asked)


def test_only_what_the_system_has_is_offered() -> None:
    assert is_possible(WhenDone.SLEEP, "linux", lambda name: name if name == "loginctl" else None)
    assert not is_possible(WhenDone.SLEEP, "linux", lambda _: None)
    assert is_possible(WhenDone.NOTHING, "linux", lambda _: None)
    assert is_possible(WhenDone.COMMAND, "linux", lambda _: None)


def test_a_command_gets_the_counts_in_arguments_and_environment() -> None:
    asked = Asked(YES)
    command = ["tell", "{done} of 43", '{"failed": {failed}}', "{other} $HOME; rm"]
    perform(WhenDone.COMMAND, COUNTS, command, start=asked.start)
    assert asked.commands == [["tell", "41 of 43", '{"failed": 2}', "{other} $HOME; rm"]]
    assert asked.environment["MSE_STUDIO_DONE"] == "41"
    assert asked.environment["MSE_STUDIO_FAILED"] == "2"
    assert asked.environment["PATH"] == os.environ["PATH"]


@pytest.mark.parametrize("command", [[], [""], ["  ", "x"]])
def test_a_missing_command_is_said(command: list[str]) -> None:
    with pytest.raises(StudioError, match="No command is set"):
        perform(WhenDone.COMMAND, COUNTS, command)


@pytest.mark.parametrize("program", ["no-such-program-anywhere", "/nowhere/at-all"])
def test_a_command_that_is_not_there_is_said(program: str) -> None:
    with pytest.raises(StudioError) as caught:
        perform(WhenDone.COMMAND, COUNTS, [program])
    assert caught.value.what == f'The command "{program}" was not found.'


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX programs")
@pytest.mark.parametrize("body", ["not a program", "\0\1\2\3"])
def test_a_command_that_cannot_be_started_is_said(tmp_path: Path, body: str) -> None:
    program = tmp_path / "broken"
    program.write_text(body)
    program.chmod(0o755)
    with pytest.raises(StudioError, match="could not be started"):
        perform(WhenDone.COMMAND, COUNTS, [str(program)])


def test_a_command_with_a_null_character_is_refused_not_crashed() -> None:
    with pytest.raises(StudioError, match="could not be started"):
        perform(WhenDone.COMMAND, COUNTS, [sys.executable, "a\0b"])


def test_a_real_command_runs_with_its_arguments_whole(tmp_path: Path) -> None:
    made = tmp_path / "made"
    code = (
        "import os, sys, pathlib; p = pathlib.Path(sys.argv[1]);"
        "p.with_suffix('.part').write_text(sys.argv[2] + os.environ['MSE_STUDIO_FAILED']);"
        "p.with_suffix('.part').rename(p)"
    )
    perform(WhenDone.COMMAND, COUNTS, [sys.executable, "-c", code, str(made), "{done}; $x '"])
    end = time.monotonic() + 30
    while not made.exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    assert made.read_text() == "41; $x '2"


def test_the_app_s_own_libraries_are_kept_from_other_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/app/inside")
    asked = Asked(YES, YES)
    perform(WhenDone.SLEEP, COUNTS, platform="linux", ask=asked)
    assert "LD_LIBRARY_PATH" not in asked.environment
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/own")
    perform(WhenDone.COMMAND, COUNTS, ["x"], start=asked.start)
    assert asked.environment["LD_LIBRARY_PATH"] == "/usr/own"


def test_the_real_way_to_ask_returns_what_the_program_said() -> None:
    result = after._ask([sys.executable, "-c", "raise SystemExit('no')"], os.environ)
    assert (result.succeeded, result.stderr.strip()) == (False, b"no")
