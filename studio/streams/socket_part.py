"""A live stream over WebSocket: binary messages, the init segment first, then whole units."""

import asyncio
import contextlib
import json
import logging
import math
import socket
import time
from concurrent.futures import Executor

from aiohttp import WSMsgType, hdrs
from aiohttp.web import BaseRequest, StreamResponse, WebSocketResponse

from studio.server.answers import plain
from studio.streams.feed import LiveInit
from studio.streams.hub import Hub, HubClient
from studio.streams.viewers import Viewer, ViewerLedger

log = logging.getLogger(__name__)

NO_PROGRESS_S = 20.0
"""A client that takes nothing for so long is let go."""
STEP_S = 0.5
CLOSE_LIMIT_S = 5.0
SEND_BUFFER_BYTES = 64 * 1024
"""Of the system, for each client: what is in there can neither be dropped nor measured."""
MAX_TOLD_BYTES = 4096
MAX_REASON_BYTES = 120
"""A close frame holds 123."""

ENDED, BROKEN = 1000, 1011
"""Close codes: the stream has ended; it has failed. Source: RFC 6455, section 7.4.1."""


class StalledError(ConnectionError):
    """A client has taken nothing for NO_PROGRESS_S."""


class SocketPart:
    """Answers ``socket``: sends what the hub gives, hears where the client's page plays."""

    def __init__(self, hub: Hub, ledger: ViewerLedger) -> None:
        self._hub = hub
        self._ledger = ledger

    async def answer(
        self, request: BaseRequest, rest: list[str], executor: Executor
    ) -> StreamResponse | None:
        """Answer a request for ``/live/NAME/socket``."""
        if rest != ["socket"]:
            return None
        if request.method != hdrs.METH_GET:
            return plain(405, headers={"Allow": "GET"})
        if not is_upgrade(request):
            return plain(426, headers={"Upgrade": "websocket"})
        viewer = self._ledger.of(request, "socket")
        line = WebSocketResponse(
            timeout=CLOSE_LIMIT_S, compress=False, max_msg_size=MAX_TOLD_BYTES, writer_limit=1
        )
        await line.prepare(request)
        await self._serve(request, line, viewer)
        return line

    async def _serve(self, request: BaseRequest, line: WebSocketResponse, viewer: Viewer) -> None:
        client = self._hub.join(viewer.dropped)
        viewer.join()
        sending = asyncio.create_task(_send_all(client, _Line(request, line), viewer))
        try:
            await hear(line, viewer)
        finally:
            self._hub.leave(client)
            sending.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await sending
            viewer.leave()


class _Line:
    """A WebSocket whose sending is over only when the system has taken all of it."""

    def __init__(self, request: BaseRequest, line: WebSocketResponse) -> None:
        self.socket = line
        self._transport = request.transport
        if self._transport is not None:
            self._transport.set_write_buffer_limits(high=0)
            found = self._transport.get_extra_info("socket")
            if found is not None:
                found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)

    async def send(self, data: bytes) -> None:
        """Send one binary message.

        Raises:
            ConnectionError: the client has gone, or takes nothing any more.
        """
        sending = asyncio.ensure_future(self.socket.send_bytes(data))
        moved_at, left = time.monotonic(), self._left()
        try:
            while not (await asyncio.wait({sending}, timeout=STEP_S))[0]:
                if self._left() != left:
                    moved_at, left = time.monotonic(), self._left()
                elif time.monotonic() - moved_at > NO_PROGRESS_S:
                    raise StalledError
            await sending
        finally:
            if not sending.cancel() and not sending.cancelled():
                sending.exception()  # seen, though nobody may wait for it any more

    def abort(self) -> None:
        """Cut the connection: who does not read would not see its end."""
        if self._transport is not None:
            self._transport.abort()

    def _left(self) -> int:
        return 0 if self._transport is None else self._transport.get_write_buffer_size()


async def _send_all(client: HubClient, line: _Line, viewer: Viewer) -> None:
    """Send what the hub gives until the feed ends or the client has gone."""
    try:
        while (found := await client.take()) is not None:
            began = time.monotonic()
            viewer.sending(len(found.data))
            await line.send(found.data)
            if not isinstance(found, LiveInit):
                viewer.sent(len(found.data), time.monotonic() - began)
        await _end(client, line, viewer)
    except StalledError:
        viewer.fail("It has not taken anything for a while.")
        line.abort()
    except (ConnectionError, RuntimeError) as error:
        log.debug("a live client is gone: %r", error)


async def _end(client: HubClient, line: _Line, viewer: Viewer) -> None:
    problem = client.problem
    if problem is None:
        await line.socket.close(code=ENDED)
        return
    viewer.fail(problem.what)
    reason = problem.what.encode()[:MAX_REASON_BYTES].decode(errors="ignore").encode()
    await line.socket.close(code=BROKEN, message=reason)


def is_upgrade(request: BaseRequest) -> bool:
    """Tell whether a client asks for a WebSocket."""
    return request.headers.get(hdrs.UPGRADE, "").lower() == "websocket"


async def hear(line: WebSocketResponse, viewer: Viewer) -> None:
    """Take what a page tells of itself until it leaves or says what no page of ours would."""
    async for message in line:
        if message.type is not WSMsgType.TEXT or not _note(message.data, viewer):
            await line.close(code=1008)
            return


def _note(text: str, viewer: Viewer) -> bool:
    """Note ``{"position_s": .., "buffer_s": ..}``; False when this is not it."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(told, dict):
        return False
    position, buffer = _seconds(told.get("position_s")), _seconds(told.get("buffer_s"))
    if position is not None:
        viewer.at(position, buffer)
    return True


def _seconds(value: object) -> float | None:
    """Return a time that a page told, or None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and 0 <= value < 1e9 else None
