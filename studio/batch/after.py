"""What happens when the queue is done: nothing, sleep, shut down, or a command of the user."""

import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PureWindowsPath

from studio.errors import StudioError
from studio.media.child import ChildResult, clean_environment, creation_flags, run_child

log = logging.getLogger(__name__)

SYSTEM_LIMIT_S = 30.0
"""Seconds in which the system must have taken the wish to sleep or to shut down."""

_SUSPEND_SCRIPT = (
    "Add-Type -AssemblyName System.Windows.Forms;"
    "[void][System.Windows.Forms.Application]::SetSuspendState('Suspend', $false, $false)"
)
"""rundll32 with powrprof.dll hibernates instead: it does not hand the arguments over.

Source: Microsoft, Application.SetSuspendState and rundll32's calling convention.
"""


class WhenDone(StrEnum):
    """What to do at the end of the queue. What settings save: never rename a value."""

    NOTHING = "nothing"
    SLEEP = "sleep"
    SHUT_DOWN = "shut_down"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Counts:
    """How the jobs of this run of the queue ended: well, or not."""

    done: int
    failed: int


Ask = Callable[[Sequence[str], Mapping[str, str]], ChildResult]
"""Runs a program to its end; raises OSError when it cannot be started."""

Start = Callable[[Sequence[str], Mapping[str, str]], None]
"""Starts a program and does not wait for it; raises OSError when it cannot be started."""


def system_commands(
    action: WhenDone, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[tuple[str, ...], ...]:
    """Return the argument lists for sleep or shutting down, to be tried in order.

    No other program is made to quit, and what else keeps the machine awake is respected.
    """
    commands: dict[WhenDone, tuple[tuple[str, ...], ...]]
    if platform == "win32":
        system = PureWindowsPath(environment.get("SystemRoot", r"C:\Windows")) / "System32"
        shell = system / "WindowsPowerShell" / "v1.0" / "powershell.exe"
        options = ("-NoProfile", "-NonInteractive", "-Command")
        commands = {
            WhenDone.SLEEP: ((str(shell), *options, _SUSPEND_SCRIPT),),
            WhenDone.SHUT_DOWN: ((str(system / "shutdown.exe"), "/s", "/t", "0"),),
        }
    elif platform == "darwin":
        script = 'tell application "System Events" to shut down'
        commands = {
            WhenDone.SLEEP: (("/usr/bin/pmset", "sleepnow"),),
            WhenDone.SHUT_DOWN: (("/usr/bin/osascript", "-e", script),),
        }
    else:
        commands = {
            WhenDone.SLEEP: (("systemctl", "suspend"), ("loginctl", "suspend")),
            WhenDone.SHUT_DOWN: (("systemctl", "poweroff"), ("loginctl", "poweroff")),
        }
    return commands.get(action, ())


def is_possible(
    action: WhenDone,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> bool:
    """Tell whether this system has a program for an action; ``COMMAND`` is the user's word."""
    if action in (WhenDone.NOTHING, WhenDone.COMMAND):
        return True
    return any(find(command[0]) for command in system_commands(action, platform))


def perform(
    action: WhenDone,
    counts: Counts,
    command: Sequence[str] = (),
    *,
    platform: str = sys.platform,
    ask: Ask | None = None,
    start: Start | None = None,
) -> None:
    """Do it. For a command returns once it is started, else once the system has answered.

    ``{done}`` and ``{failed}`` in a command's arguments become the counts; its environment
    has them as ``MSE_STUDIO_DONE`` and ``MSE_STUDIO_FAILED``. No shell is involved.

    Args:
        action: what to do.
        counts: told to a command.
        command: program and arguments.
        platform: as ``sys.platform``.
        ask: runs the system's programs; replaced in tests.
        start: starts a command; replaced in tests.

    Raises:
        StudioError: it could not be done; the sentence says what.
    """
    if action is WhenDone.COMMAND:
        _start_command(command, counts, start or start_program)
    elif action is not WhenDone.NOTHING:
        _ask_system(action, platform, ask or _ask)


def _start_command(command: Sequence[str], counts: Counts, start: Start) -> None:
    if not command or not command[0].strip():
        raise StudioError("No command is set.", hint="Enter one in the settings.")
    values = {"done": str(counts.done), "failed": str(counts.failed)}
    program, *arguments = command
    for name, value in values.items():
        arguments = [argument.replace(f"{{{name}}}", value) for argument in arguments]
    told = {f"MSE_STUDIO_{name.upper()}": value for name, value in values.items()}
    try:
        start([program, *arguments], {**_environment(), **told})
    except FileNotFoundError as error:
        what = f'The command "{program}" was not found.'
        hint = "Choose the program again in the settings."
        raise StudioError(what, hint=hint, detail=str(error)) from error
    except (OSError, ValueError) as error:
        what = f'The command "{program}" could not be started.'
        hint = "See whether it can be run by itself."
        raise StudioError(what, hint=hint, detail=str(error)) from error


def _ask_system(action: WhenDone, platform: str, ask: Ask) -> None:
    problems = []
    for command in system_commands(action, platform):
        try:
            result = ask(command, _environment())
        except OSError as error:
            problems.append(f"{command[0]}: {error}")
            continue
        if result.succeeded:
            return
        said = result.stderr.decode("utf-8", "replace").strip()[-500:]
        problems.append(f"{command[0]}: status {result.return_code} {said}".strip())
    word = "go to sleep" if action is WhenDone.SLEEP else "be shut down"
    raise StudioError(
        f"The machine could not {word}.",
        hint="The system refused; your account may not be allowed to, or has no such program.",
        detail="\n".join(problems),
    )


def _environment() -> dict[str, str]:
    """Return the environment without what the packaged app added for its own libraries."""
    environment = clean_environment()
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        original = environment.pop(f"{name}_ORIG", None)
        if getattr(sys, "frozen", False):
            environment.pop(name, None)
        if original is not None:
            environment[name] = original
    return environment


def _ask(command: Sequence[str], environment: Mapping[str, str]) -> ChildResult:
    return run_child(command, time_limit_s=SYSTEM_LIMIT_S, environment=environment)


def start_program(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Start a program that may outlive this one; its end goes to the log.

    Raises:
        OSError: it could not be started; FileNotFoundError when there is none.
    """
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        raise FileNotFoundError(command[0])
    process = subprocess.Popen(
        [program, *command[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
        creationflags=creation_flags(),
        start_new_session=sys.platform != "win32",
    )
    threading.Thread(target=_see_off, args=(process,), name="when-done", daemon=True).start()


def _see_off(process: "subprocess.Popen[bytes]") -> None:
    log.info("the command at the end of the queue ended with %s", process.wait())
