"""Steering a browser through a private pipe: no port that other users could reach.

A DevTools port on the loopback address can be used by every user of the machine, who could
then read files with our user's rights. A pipe is ours alone, and a browser that has lost its
pipe ends by itself, even when this program was killed.

Source: Chromium's devtools_pipe_handler.cc: messages are JSON, each ended by a zero byte;
commands come in on descriptor 3, answers go out on 4; on Windows ``--remote-debugging-io-pipes``
names two handles instead (that branch is not tested).
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import BinaryIO

log = logging.getLogger(__name__)

OPTION = "--remote-debugging-pipe"
READ_BYTES = 256 * 1024
CLOSE_LIMIT_S = 5.0
_HAND_OVER = 'exec "$@" 3<&0 4>&1 0</dev/null 1>&2'
"""Shell words that move standard input and output to 3 and 4; the command is in ``"$@"``."""


class DebugPipe:
    """Both ends that are ours. ``read`` is for one thread, ``write`` for one other."""

    def __init__(self, commands: BinaryIO, answers: BinaryIO) -> None:
        self._commands = commands
        self._answers = answers
        self._reading = threading.Lock()

    def read(self) -> bytes:
        """Return what the browser says next; b"" once it has ended. Blocks."""
        with self._reading:
            try:
                return self._answers.read(READ_BYTES) or b""
            except (OSError, ValueError):
                return b""

    def write(self, data: bytes) -> None:
        """Give the browser all of this. May block.

        Raises:
            OSError: it has ended.
        """
        left = memoryview(data)
        try:
            while left:
                left = left[self._commands.write(left) or 0 :]
        except ValueError as error:  # closed by us
            raise BrokenPipeError(str(error)) from error

    def hang_up(self) -> None:
        """Say no more: the browser ends by itself."""
        _close(self._commands)

    def close(self) -> None:
        """Close both ends; the browser must have ended, or a reader may still wait."""
        self.hang_up()
        if self._reading.acquire(timeout=CLOSE_LIMIT_S):
            try:
                _close(self._answers)
            finally:
                self._reading.release()


def start_with_pipe(
    arguments: Sequence[str], out: BinaryIO, environment: Mapping[str, str]
) -> tuple[subprocess.Popen[bytes], DebugPipe]:
    """Start a browser that is steered through a pipe.

    Args:
        arguments: its whole command; our option is added after the program.
        out: where it writes its log.
        environment: its own.

    Raises:
        OSError: it cannot be started.
    """
    if sys.platform == "win32":
        return _start_with_handles(arguments, out, environment)
    process = subprocess.Popen(
        ["/bin/sh", "-c", _HAND_OVER, "sh", *arguments],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=out,
        env=environment,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return process, DebugPipe(process.stdin, process.stdout)  # type: ignore[arg-type]


if sys.platform == "win32":
    import msvcrt

    def _start_with_handles(
        arguments: Sequence[str], out: BinaryIO, environment: Mapping[str, str]
    ) -> tuple[subprocess.Popen[bytes], DebugPipe]:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        handles = [msvcrt.get_osfhandle(each) for each in (theirs_in, theirs_out)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        named = f"--remote-debugging-io-pipes={handles[0]},{handles[1]}"
        pipe = DebugPipe(os.fdopen(ours_out, "wb", 0), os.fdopen(ours_in, "rb", 0))  # type: ignore[arg-type]
        try:
            process = subprocess.Popen(
                [arguments[0], named, *arguments[1:]],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment,
                creationflags=subprocess.CREATE_NO_WINDOW,
                startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles}),
            )
        except OSError:
            pipe.close()
            raise
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        return process, pipe


def _close(stream: BinaryIO) -> None:
    try:
        stream.close()
    except OSError:
        log.debug("a browser's pipe had broken already")
