"""Connections: how many there may be, who has to give way, and how one is turned away."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler

from studio.server.guard import SECURITY_HEADERS
from studio.server.origins import FURTHER

log = logging.getLogger(__name__)

MAX_CONNECTIONS = 64
GIVES_WAY_S = 2.0
"""Silence after which a connection without a request gives way to a new one."""
REFUSAL_S = 1.0
"""How long a client that is turned away has to read why."""
MAX_REFUSALS = 256
SHUTDOWN_S = 0.2
ACCEPT_STEPS = 4
"""Turns of the loop after which an accepted connection is known to the listener."""

Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class _Request(web.BaseRequest):
    """A request; what was kept for it is put on its answer, whoever makes that."""

    async def _prepare_hook(self, response: web.StreamResponse) -> None:
        response.headers.update(self.get(FURTHER, {}))


class _Refusal(asyncio.Protocol):
    """Says 503 and closes, once the client has had time to read it."""

    def __init__(self, present: set[asyncio.Transport]) -> None:
        self._present = present
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if len(self._present) >= MAX_REFUSALS:
            transport.abort()
            return
        self._present.add(transport)
        headers = {**SECURITY_HEADERS, "Content-Length": "0", "Connection": "close"}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        transport.write(f"HTTP/1.1 503 Service Unavailable\r\n{lines}\r\n".encode())
        with contextlib.suppress(OSError, NotImplementedError):  # the client may have gone
            transport.write_eof()
        # to close at once would reset it: what the client has sent was not read
        asyncio.get_running_loop().call_later(REFUSAL_S, transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._transport is not None:
            self._present.discard(self._transport)


class _Connection(RequestHandler):
    """One connection; says nothing about itself when a request cannot be parsed."""

    __slots__ = ("_gave_way", "_heard_at", "_is_within")

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._heard_at, self._is_within, self._gave_way = time.monotonic(), False, False
        listener = self._manager
        assert isinstance(listener, Listener)
        if listener.has_room():
            super().connection_made(transport)
            return
        assert isinstance(transport, asyncio.Transport)
        refusal = _Refusal(listener.refused)
        transport.set_protocol(refusal)
        refusal.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        self._heard_at = time.monotonic()
        super().data_received(data)
        self._is_within = not self._is_busy

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        done = await super().finish_response(request, resp, start_time)
        self._heard_at = time.monotonic()
        return done

    @property
    def is_gone(self) -> bool:
        """True when its place is free again."""
        return self._gave_way or self.transport is None or self.transport.is_closing()

    @property
    def idle_s(self) -> float | None:
        """How long it has been silent, when it may be closed for another; else None.

        That is: it has begun a request and does not end it, or has asked nothing for a while.
        """
        silent_s = time.monotonic() - self._heard_at
        if self._is_busy or not (self._is_within or silent_s > GIVES_WAY_S):
            return None
        return silent_s

    def give_way(self) -> None:
        """Close it; its place is free at once."""
        self._gave_way = True
        if self.transport is not None:
            self.transport.abort()

    @property
    def _is_busy(self) -> bool:
        return self._request_in_progress or bool(self._messages)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        if isinstance(exc, ConnectionError):
            raise exc  # the client went away
        if status >= 500:
            log.error("a request failed inside the server", exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError("the answer had already begun")
        response = web.Response(status=status, headers=dict(SECURITY_HEADERS))
        response.force_close()
        return response


class Listener(web.Server):
    """Makes connections and requests of our kind, and counts them.

    ``refused`` are connections that are being turned away.
    """

    def __init__(self, handler: Handler, **options: Any) -> None:
        super().__init__(handler, request_factory=_request, **options)
        self.refused: set[asyncio.Transport] = set()

    def __call__(self) -> RequestHandler:
        """Return what speaks with one client."""
        return _Connection(self, loop=self._loop, **self._kwargs)

    def has_room(self) -> bool:
        """Tell whether one more may come; the one silent longest is closed for that."""
        present = [
            one for one in self.connections if isinstance(one, _Connection) and not one.is_gone
        ]
        if len(present) < MAX_CONNECTIONS:
            return True
        idle = {one: idle_s for one in present if (idle_s := one.idle_s) is not None}
        if not idle:
            return False
        max(idle, key=lambda one: idle[one]).give_way()
        return True


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: RequestHandler,
    writer: AbstractStreamWriter,
    task: "asyncio.Task[None]",
) -> web.BaseRequest:
    return _Request(message, payload, protocol, writer, task, asyncio.get_running_loop())


async def stop_listening(server: asyncio.Server) -> None:
    """Close the server, after connections being accepted have become known to it.

    Closing it in that moment leaves their sockets open: asyncio's Server._attach fails, and
    nobody closes what was accepted (seen with Python 3.11).
    """
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError):  # Windows' loop has no readers
        for listening in server.sockets:
            loop.remove_reader(listening.fileno())
    for _ in range(ACCEPT_STEPS):
        await asyncio.sleep(0)
    server.close()


async def end_connections(listener: Listener) -> None:
    """Close every connection, without waiting for clients that read slowly."""
    transports = [*listener.refused, *(one.transport for one in listener.connections)]
    await listener.shutdown(timeout=SHUTDOWN_S)
    for transport in filter(None, transports):
        transport.abort()
    await asyncio.sleep(0)
