"""How an ffmpeg is born: nice, in a group of its own, and never to outlive this program."""

import ctypes
import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence

from studio.errors import ToolError
from studio.media.child import clean_environment, creation_flags
from studio.transcode.causes import ToolMissingError
from studio.transcode.windows_job import tie_to_us

NICENESS = 10
"""Lower priority for encoders, so that the window stays smooth.

Source: measured; it works only in the same session, so the child gets a group of its own
and no session of its own.
"""
TOKEN_VARIABLE = "MSE_STUDIO_JOB"
"""Environment variable of each ffmpeg that tells which job it belongs to."""

_PR_SET_PDEATHSIG = 1
_SHORTAGES = frozenset({errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.ENOMEM})


class ShortageError(ToolError):
    """The system has no process, file handle or memory left just now; later it may."""


def start_ffmpeg(arguments: Sequence[str], *, token: str = "") -> "subprocess.Popen[bytes]":
    """Start ffmpeg with pipes on all three streams.

    On Linux it dies with the thread that calls this, on Windows with this program.

    Args:
        arguments: the program and its arguments.
        token: put into its environment as ``MSE_STUDIO_JOB``; empty for none.

    Raises:
        ShortageError: the system is short of something; trying again may help.
        ToolMissingError: the program could not be started.
    """
    preparation = None if sys.platform == "win32" else _Preparation(os.getpid())
    environment = {"SVT_LOG": "1", **clean_environment()}  # errors only, no banner
    if token:
        environment[TOKEN_VARIABLE] = token
    try:
        process = subprocess.Popen(
            list(arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            creationflags=creation_flags(low_priority=True),
            preexec_fn=preparation,  # noqa: PLW1509  (only raw system calls inside)
            process_group=None if sys.platform == "win32" else 0,
        )
    except (OSError, subprocess.SubprocessError) as error:
        if isinstance(error, OSError) and error.errno in _SHORTAGES:
            raise shortage(str(error)) from error
        raise ToolMissingError(
            "ffmpeg could not be started.",
            hint="Choose another ffmpeg in the settings, or reinstall the program.",
            detail=str(error),
        ) from error
    tie_to_us(process)
    return process


def shortage(detail: str) -> ShortageError:
    """Return the error of a system that cannot start one more process or thread."""
    return ShortageError(
        "ffmpeg could not be started: the system allows no more processes or open files.",
        hint="Close other programs, then try again.",
        detail=detail,
    )


def _find_prctl() -> Callable[[int, int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        prctl: Callable[[int, int], int] = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):
        return None
    return prctl


_prctl = _find_prctl()


class _Preparation:
    """Runs in the child between fork and exec: niceness, and death with its parent."""

    def __init__(self, parent: int) -> None:
        self._parent = parent

    def __call__(self) -> None:
        os.nice(NICENESS)
        if _prctl is not None:
            _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self._parent:  # it died before prctl was called
                os._exit(1)
