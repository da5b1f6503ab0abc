"""A page's side of a room, without a page: requests, commands and events."""

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

LIMIT_S = 30.0


class RefusedError(Exception):
    """The room answered a command with an error."""


class RoomTalk:
    """One client of a room. Args: ``base``: the room's address, ends in ``/rooms/ID``."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.events: list[dict[str, Any]] = []
        self._replies: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._number = 0
        self._moved = asyncio.Event()

    async def __aenter__(self) -> Self:
        self.http = aiohttp.ClientSession()
        self._socket = await self.http.ws_connect(f"{self.base}/socket")
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._socket.close()
        await self._reading
        await self.http.close()

    async def ask(self, command: str, **args: Any) -> Any:
        """Send a command; return its result or raise ``RefusedError``."""
        self._number += 1
        self._replies[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({**args, "do": command, "id": self._number})
        answer = await asyncio.wait_for(self._replies[self._number], LIMIT_S)
        if not answer["ok"]:
            raise RefusedError(answer["error"]["what"], answer["error"]["detail"])
        return answer["result"]

    async def heard(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first event that is meant, waiting for it if need be."""
        async with asyncio.timeout(LIMIT_S):
            while True:
                for event in self.events:
                    if is_it(event):
                        return event
                self._moved.clear()
                await self._moved.wait()

    async def _read(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "reply" in told:
                self._replies[told["reply"]].set_result(told)
            else:
                self.events.append(told)
                self._moved.set()
