"""Launching browsers for a screencast, and ending every one of them."""

import asyncio
import threading

from studio.errors import StudioError
from studio.preview.screencast_browser import options_for
from studio.verdict.engine import Engine
from studio.verdict.launch import RunningEngine, launch


class Launches:
    """The browsers that run. ``close`` is for any thread, the rest for one event loop."""

    def __init__(self) -> None:
        self._running: list[RunningEngine] = []
        self._lock = threading.Lock()
        self._closed = False

    async def launch(self, engine: Engine, page: str, ratio: float) -> RunningEngine:
        """Return a browser on a page; one that nobody waits for any more is ended at once.

        Raises:
            StudioError: it cannot be started, or the room is closed.
        """
        launching = asyncio.ensure_future(asyncio.to_thread(self._launch, engine, page, ratio))
        try:
            return await asyncio.shield(launching)
        except asyncio.CancelledError:
            launching.add_done_callback(self._end_unwanted)
            raise

    async def end(self, running: RunningEngine) -> None:
        """End one, even when this is given up."""
        await asyncio.shield(asyncio.to_thread(self._end, running))

    def close(self) -> None:
        """End all, and launch no more."""
        with self._lock:
            self._closed = True
            running, self._running = self._running, []
        for each in running:
            each.close()

    def _launch(self, engine: Engine, page: str, ratio: float) -> RunningEngine:
        if self._is_closed():
            raise _closed()
        running = launch(engine, page, extra=options_for(ratio), sound=True, steered=True)
        with self._lock:
            self._running.append(running)
        if self._is_closed():
            self._end(running)
            raise _closed()
        return running

    def _is_closed(self) -> bool:
        with self._lock:
            return self._closed

    def _end_unwanted(self, launching: asyncio.Future[RunningEngine]) -> None:
        if not launching.cancelled() and launching.exception() is None:
            asyncio.get_running_loop().run_in_executor(None, self._end, launching.result())

    def _end(self, running: RunningEngine) -> None:
        running.close()
        with self._lock:
            if running in self._running:
                self._running.remove(running)


def _closed() -> StudioError:
    return StudioError("The room is closed.")
