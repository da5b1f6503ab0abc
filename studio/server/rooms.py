"""Rooms: a page and the program talk about one file, over a WebSocket and by plain requests."""

import asyncio
import json
import logging
import secrets
import threading
from collections.abc import Callable, Mapping
from typing import Protocol

from aiohttp import WSMsgType
from aiohttp.web import BaseRequest, StreamResponse, WebSocketResponse

log = logging.getLogger(__name__)

MAX_MESSAGE_BYTES = 64 * 1024
SEND_LIMIT_S = 20.0
HEARTBEAT_S = 15.0
MAX_CLIENTS = 8
"""Pages of one room at a time: the window's, a browser's, the engine behind a screencast."""

Message = Mapping[str, object]


class RoomClient:
    """One page that is joined to a room. Methods are for the server's loop only.

    ``role`` is ``ui`` (shows controls) or ``engine`` (plays on behalf of another page).
    """

    def __init__(self, socket: WebSocketResponse, role: str) -> None:
        self._socket = socket
        self._sending = asyncio.Lock()
        self.role = role

    @property
    def is_open(self) -> bool:
        """False once the page has gone."""
        return not self._socket.closed

    async def send(self, message: Message) -> None:
        """Send one JSON object; a page that has gone or does not read is let go."""
        await self._send(json.dumps(message))

    async def send_bytes(self, data: bytes) -> None:
        """Send one binary message; a page that has gone or does not read is let go."""
        await self._send(data)

    async def close(self) -> None:
        """End the connection."""
        await self._socket.close()

    async def _send(self, data: str | bytes) -> None:
        async with self._sending:
            if self._socket.closed:
                return
            try:
                async with asyncio.timeout(SEND_LIMIT_S):
                    if isinstance(data, str):
                        await self._socket.send_str(data)
                    else:
                        await self._socket.send_bytes(data)
            except (TimeoutError, ConnectionError, RuntimeError) as error:
                log.debug("a room's page is gone: %r", error)
                await self._socket.close()


class Room(Protocol):
    """What the server asks a room; every call but ``settle`` comes on the server's loop."""

    def settle(self, address: Callable[[str], str]) -> None:
        """Take note of where its pages are: ``address("index.html")`` is one's URL."""

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Answer ``GET`` or ``HEAD`` of ``/rooms/ID/<rest>``."""

    async def on_open(self, client: RoomClient) -> None:
        """A page has joined."""

    async def on_message(self, client: RoomClient, message: Message) -> None:
        """A page has said something; must not wait for long."""

    async def on_close(self, client: RoomClient) -> None:
        """A page has left."""


class RoomRegistry:
    """The rooms of a server. Safe to use from any thread."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}
        self._lock = threading.Lock()

    def add(self, room: Room) -> str:
        """Register a room and return its opaque id."""
        room_id = secrets.token_hex(8)
        with self._lock:
            self._rooms[room_id] = room
        return room_id

    def remove(self, room_id: str) -> None:
        """Close a room to requests; unknown ids are ignored."""
        with self._lock:
            self._rooms.pop(room_id, None)

    def get(self, room_id: str) -> Room | None:
        """Return a room, or None."""
        with self._lock:
            return self._rooms.get(room_id)


class Sockets:
    """Joins pages to rooms and hands on what they say."""

    def __init__(self) -> None:
        self._clients: dict[int, list[RoomClient]] = {}

    async def serve(self, request: BaseRequest, room: Room, role: str) -> StreamResponse | None:
        """Talk to one page until it leaves; None when the room is full."""
        present = self._clients.setdefault(id(room), [])
        if len(present) >= MAX_CLIENTS:
            return None
        socket = WebSocketResponse(max_msg_size=MAX_MESSAGE_BYTES, heartbeat=HEARTBEAT_S)
        await socket.prepare(request)
        client = RoomClient(socket, role)
        present.append(client)
        try:
            await room.on_open(client)
            async for message in socket:
                if message.type is not WSMsgType.TEXT or not await _hear(
                    room, client, message.data
                ):
                    break
        finally:
            present.remove(client)
            if not present:
                self._clients.pop(id(room), None)
            await room.on_close(client)
            await socket.close()
        return socket


async def _hear(room: Room, client: RoomClient, text: str) -> bool:
    """Hand one message on; False for one that no page of ours would send."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(message, dict):
        return False
    await room.on_message(client, message)
    return True
