"""How a stream is doing, as JSON or pushed over a WebSocket."""

import asyncio
import contextlib
import json
import logging
import time
from concurrent.futures import Executor
from typing import Protocol

from aiohttp import hdrs
from aiohttp.web import BaseRequest, StreamResponse, WebSocketResponse

from studio.server.answers import json_answer, plain
from studio.streams.socket_part import CLOSE_LIMIT_S, MAX_TOLD_BYTES, hear, is_upgrade
from studio.streams.status import StreamStatus
from studio.streams.viewers import STATUS_WAY, ViewerLedger

log = logging.getLogger(__name__)

LOOK_S = 0.2
"""How often one looks whether something changed, while somebody listens."""
TELL_S = 1.0
"""How often all is told although nothing changed."""
SEND_LIMIT_S = 20.0


class HasStatus(Protocol):
    """What can say how it is doing."""

    def status(self) -> StreamStatus:
        """How it and its viewers are doing."""


class StatusPart:
    """Answers ``status`` for every kind of stream, as JSON, or as WebSocket when that is asked."""

    def __init__(self, published: HasStatus, ledger: ViewerLedger) -> None:
        self._published = published
        self._ledger = ledger
        self._made: tuple[float, StreamStatus, str] | None = None

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request for ``/vod/NAME/status`` or ``/live/NAME/status``."""
        if rest != ["status"]:
            return None
        if request.method not in {hdrs.METH_GET, hdrs.METH_HEAD}:
            return plain(405, headers={"Allow": "GET, HEAD"})
        if not is_upgrade(request):
            return json_answer(_text(self._published.status()).encode())
        line = WebSocketResponse(
            timeout=CLOSE_LIMIT_S, heartbeat=15.0, compress=False, max_msg_size=MAX_TOLD_BYTES
        )
        await line.prepare(request)
        viewer = self._ledger.of(request, STATUS_WAY)
        telling = asyncio.create_task(self._tell(line))
        try:
            await hear(line, viewer)
        finally:
            viewer.close_page()
            telling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await telling
        return line

    async def _tell(self, line: WebSocketResponse) -> None:
        """Send the status at every change, and at least each TELL_S."""
        told, told_at = None, 0.0
        try:
            while not line.closed:
                status, text = self._look()
                marks = _marks(status)
                if marks != told or time.monotonic() - told_at >= TELL_S:
                    async with asyncio.timeout(SEND_LIMIT_S):
                        await line.send_str(text)
                    told, told_at = marks, time.monotonic()
                await asyncio.sleep(LOOK_S)
        except (TimeoutError, ConnectionError, RuntimeError) as error:
            log.debug("a listener of a status is gone: %r", error)

    def _look(self) -> tuple[StreamStatus, str]:
        """Return the status and its JSON, which all listeners share for a moment."""
        now = time.monotonic()
        if self._made is None or now - self._made[0] >= LOOK_S / 2:
            status = self._published.status()
            self._made = now, status, _text(status)
        return self._made[1:]


def _text(status: StreamStatus) -> str:
    return json.dumps(status.as_json())


def _marks(status: StreamStatus) -> tuple[object, ...]:
    """What counts as a change; figures that always move do not."""
    viewers = [(one.viewer_id, one.way, one.state, one.dropped) for one in status.viewers]
    return status.state, status.reason, status.mime, status.recording is None, viewers
