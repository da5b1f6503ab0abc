"""A small client of a browser's DevTools, over the private pipe that it was started with."""

import asyncio
import itertools
import json
import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

from studio.errors import EngineError
from studio.verdict.debug_pipe import DebugPipe

log = logging.getLogger(__name__)

CALL_LIMIT_S = 10.0
MOST_BYTES = 64 * 1024 * 1024
"""Of one message; a picture has some hundred kilobytes."""

Params = Mapping[str, object]
Answer = Mapping[str, object]
Listener = Callable[[Answer], None]


class DevTools:
    """Asks a browser and hears its events. For one event loop, but for ``close``.

    Args:
        pipe: to the browser, which is somebody else's to end.
        on_event: called on the loop with each event's name and parameters.
        on_end: called on the loop, once, when the browser has ended.
    """

    def __init__(
        self, pipe: DebugPipe, on_event: Callable[[str, Answer], None], on_end: Callable[[], None]
    ) -> None:
        self._pipe = pipe
        self._loop = asyncio.get_running_loop()
        self._on_event = on_event
        self._on_end = on_end
        self._numbers = itertools.count(1)
        self._has_ended = False
        self._asked: dict[int, asyncio.Future[Answer]] = {}
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="devtools-write")
        threading.Thread(target=self._read, name="devtools-read", daemon=True).start()

    async def call(self, method: str, params: Params | None = None, *, session: str = "") -> Answer:
        """Ask, and return the answer.

        Args:
            method: of the protocol, such as ``Page.enable``.
            params: its parameters.
            session: of the page that is meant; "" for the browser.

        Raises:
            EngineError: it refused, did not answer in time, or has ended.
        """
        if self._has_ended:
            raise _failure(f"{method}: the browser has ended")
        number = self._send(method, params, session)
        asked = self._asked[number] = self._loop.create_future()
        try:
            async with asyncio.timeout(CALL_LIMIT_S):
                answer = await asked
        except TimeoutError as error:
            raise _failure(f"{method}: no answer") from error
        finally:
            self._asked.pop(number, None)
        if "error" in answer:
            raise _failure(f"{method}: {json.dumps(answer['error'])}")
        result = answer.get("result")
        return result if isinstance(result, dict) else {}

    def tell(self, method: str, params: Params | None = None, *, session: str = "") -> None:
        """Ask without waiting for the answer."""
        self._send(method, params, session)

    def close(self) -> None:
        """Write no more."""
        self._writer.shutdown(wait=False, cancel_futures=True)

    def _send(self, method: str, params: Params | None, session: str) -> int:
        number = next(self._numbers)
        message: dict[str, object] = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        try:
            self._writer.submit(self._write, json.dumps(message).encode() + b"\0")
        except RuntimeError:
            log.debug("the browser is being ended")
        return number

    def _write(self, data: bytes) -> None:
        try:
            self._pipe.write(data)
        except OSError as error:
            log.debug("the browser takes no more: %s", error)

    def _read(self) -> None:
        """Hear the browser until it ends; in a thread of its own."""
        try:
            rest = b""
            while data := self._pipe.read():
                *messages, rest = (rest + data).split(b"\0")
                for message in messages:
                    self._hand_over(self._hear, json.loads(message))
                if len(rest) > MOST_BYTES:
                    break
        except ValueError as error:
            log.debug("the browser said what is no message: %s", error)
        self._hand_over(self._end)

    def _hand_over(self, function: Callable[..., None], *values: object) -> None:
        try:
            self._loop.call_soon_threadsafe(function, *values)
        except RuntimeError:
            log.debug("the server has ended before the browser")

    def _hear(self, message: Mapping[str, object]) -> None:
        number, params = message.get("id"), message.get("params")
        if isinstance(number, int):
            asked = self._asked.get(number)
            if asked is not None and not asked.done():
                asked.set_result(message)
        elif isinstance(params, dict):
            self._on_event(str(message.get("method")), params)

    def _end(self) -> None:
        self._has_ended = True
        for asked in self._asked.values():
            if not asked.done():
                asked.set_result({"error": "the browser has ended"})
        self._on_end()


def _failure(detail: str) -> EngineError:
    return EngineError("The browser could not be steered.", detail=detail)
