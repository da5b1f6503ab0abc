"""The file of a VOD: there, gone, or another one."""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor

from aiohttp.web import Response

from studio.server.answers import plain
from studio.server.media import FileChangedError, RegisteredFile

LOOK_EVERY_S = 1.0
GONE = "File not found"
CHANGED = "The file has changed"
_STATUS = {GONE: 404, CHANGED: 409}


class FileWatch:
    """Knows whether a file is still the one that was registered. Safe to use from any thread.

    Args:
        entry: the file.
        on_change: called when it went, or came back; from any thread.
    """

    def __init__(self, entry: RegisteredFile, on_change: Callable[[], None]) -> None:
        self._entry = entry
        self._on_change = on_change
        self._lock = threading.Lock()
        self._looked_at = time.monotonic()
        self._is_looking = False
        self._problem = ""

    @property
    def problem(self) -> str:
        """Empty while the file is there; as of the last look."""
        return self._problem

    def look_soon(self, *, at_once: bool = False) -> None:
        """Have a look in the background, unless there was one within the last second.

        Args:
            at_once: do not wait for that second to be over: something was noticed.
        """
        if self._begin(at_once):
            threading.Thread(target=self._look, name="stream-file-look", daemon=True).start()

    async def look(self, executor: Executor) -> None:
        """Have a look, unless there was one within the last second, and wait for it."""
        if self._begin():
            await asyncio.get_running_loop().run_in_executor(executor, self._look)

    def _begin(self, at_once: bool = False) -> bool:
        with self._lock:
            now = time.monotonic()
            is_early = now - self._looked_at < LOOK_EVERY_S and not at_once
            if self._is_looking or is_early:
                return False
            self._looked_at, self._is_looking = now, True
            return True

    def _look(self) -> None:
        problem = _problem_of(self._entry)
        with self._lock:
            is_new, self._problem, self._is_looking = problem != self._problem, problem, False
        if is_new:
            self._on_change()


def _problem_of(entry: RegisteredFile) -> str:
    try:
        for part in entry.parts:
            part.open().close()
    except FileChangedError:
        return CHANGED
    except OSError:
        return GONE
    return ""


async def refusal(watch: FileWatch, executor: Executor) -> Response | None:
    """Look at the file, and refuse with its problem; None while there is none."""
    await watch.look(executor)
    problem = watch.problem
    return plain(_STATUS[problem], f"{problem}.") if problem else None
