"""A display out of sight, for engines that cannot do without one."""

import os
import secrets
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from studio.errors import EngineError
from studio.verdict.installing import command_for, this_system
from studio.verdict.processes import HOME_VARIABLE, TERM_WAIT_S, reap

START_LIMIT_S = 30.0
SIZE = "1280x800x24"
FIRST_NUMBER, NUMBERS = 1000, 30_000
_IN_USE = ("/tmp/.X11-unix/X{}", "/tmp/.X{}-lock")
_FAMILY_ANY = 0xFFFF
_COOKIE_KIND = b"MIT-MAGIC-COOKIE-1"


class Screen:
    """A running Xvfb that only this user's programs may draw on.

    Args:
        program: Xvfb.
        home: a throw-away folder; everything it writes goes there.

    Raises:
        EngineError: it did not start.
    """

    def __init__(self, program: str, home: Path) -> None:
        self._cookie = home / "xauthority"
        self._cookie.touch(0o600)
        self._cookie.write_bytes(_cookie())
        reading, writing = os.pipe()
        options = [_free_name(), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        options += ["-auth", str(self._cookie), "-displayfd", str(writing)]
        try:
            with (home / "screen.log").open("wb") as out:
                self._process = subprocess.Popen(
                    [program, *options],
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=subprocess.STDOUT,
                    pass_fds=(writing,),
                    env={**os.environ, HOME_VARIABLE: str(home)},
                    start_new_session=True,
                )
        except OSError as error:
            os.close(reading)
            raise EngineError("Xvfb could not be started.", detail=str(error)) from error
        finally:
            os.close(writing)
        number = _read_number(reading)
        if not number:
            self.close()
            told = (home / "screen.log").read_text("utf-8", "replace").strip()
            raise EngineError("Xvfb did not start.", detail=told[-1000:])
        self.name = f":{number}"

    @property
    def pid(self) -> int:
        """Process id of the X server."""
        return self._process.pid

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to draw here and nowhere else."""
        return {"DISPLAY": self.name, "XAUTHORITY": str(self._cookie), "WAYLAND_DISPLAY": ""}

    def close(self) -> None:
        """End it. May be called twice."""
        if self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(TERM_WAIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            reap(self._process)


def open_screen(home: Path, title: str) -> Screen | None:
    """Return a screen out of sight, or None when the user's own display must do.

    Args:
        home: a throw-away folder.
        title: the engine that wants it.

    Raises:
        EngineError: there is neither.
    """
    program = shutil.which("Xvfb")
    if program is not None:
        return Screen(program, home)
    if not has_no_screen():
        return None
    line = command_for("xvfb", this_system())
    raise EngineError(
        f"{title} needs a display, and there is none here.",
        hint=f"Install Xvfb, a display out of sight: {line}" if line else "Install Xvfb.",
    )


def has_no_screen() -> bool:
    """Tell whether there is neither a display here nor the program that makes one."""
    if sys.platform != "linux" or shutil.which("Xvfb"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _free_name() -> str:
    """Return the name of a display that is not in use, far from those of users.

    A server that looks for one itself (``-displayfd`` alone) takes no lock, and could take the
    socket of a display in use.
    """
    while True:
        number = FIRST_NUMBER + secrets.randbelow(NUMBERS)
        if not any(Path(place.format(number)).exists() for place in _IN_USE):
            return f":{number}"


def _cookie() -> bytes:
    """Return an Xauthority file with one secret, for any display. Source: Xau(3), its format."""
    parts = (b"", b"", _COOKIE_KIND, secrets.token_bytes(16))
    return struct.pack(">H", _FAMILY_ANY) + b"".join(
        struct.pack(">H", len(part)) + part for part in parts
    )


def _read_number(reading: int) -> str:
    """Return the display's number; empty when it does not come in time. Closes the pipe."""
    text = b""
    end = time.monotonic() + START_LIMIT_S
    try:
        while not text.endswith(b"\n"):
            ready, _, _ = select.select([reading], [], [], max(0.0, end - time.monotonic()))
            data = os.read(reading, 64) if ready else b""
            if not data:
                return ""
            text += data
    finally:
        os.close(reading)
    return text.strip().decode("ascii", "replace")
