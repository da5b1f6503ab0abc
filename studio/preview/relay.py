"""Between pages with controls and the page that plays on their behalf."""

import itertools
import json
from collections.abc import Mapping

from studio.preview.parts import Command, RoomPart
from studio.server.rooms import Message, RoomClient

MOST_PENDING = 256
"""Operations that are not answered yet; a page in its senses has some ten."""
MOST_WHOLE_CHARACTERS = 8 * 1024 * 1024
"""Of one message that came in pieces."""
TOLD = frozenset({"state", "log", "snapshot", "focus"})

Error = Mapping[str, object]


class RelayPart(RoomPart):
    """Hands operations to the engine's page, and what it says back.

    ``perform {call, operation, args}`` of a page becomes the event ``perform {n, operation,
    args}`` for the engine, whose ``performed {n, ok, result | error}`` becomes the event
    ``performed {call, ok, result | error}`` for the page that asked. It is not the command's
    answer: that would hold up what the page says next. ``told {kind, detail}`` of the engine
    becomes the same event for all pages; ``engine {here}`` says whether there is an engine.
    The newest engine is the one that counts. What is too long for one message comes as
    ``piece {text, last}``.
    """

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._pending: dict[int, tuple[RoomClient, object]] = {}
        self._engine: RoomClient | None = None
        self._state: Message | None = None
        self._pieces = ""

    @property
    def commands(self) -> Mapping[str, Command]:
        """What both kinds of pages say."""
        return {
            "perform": self._perform,
            "performed": self._performed,
            "told": self._told,
            "piece": self._piece,
        }

    async def on_open(self, client: RoomClient) -> None:
        """Take a new engine into use; tell a new page what there is."""
        if client.role == "engine":
            await self._refuse_all()
            self._engine, self._state, self._pieces = client, None, ""
            await self.audience.tell({"event": "engine", "here": True})
        elif self._engine is not None:
            await client.send({"event": "engine", "here": True})
            if self._state is not None:
                await client.send(self._state)

    async def on_close(self, client: RoomClient) -> None:
        """Forget who has left; with the engine, refuse what it has not answered."""
        if client is self._engine:
            self._engine, self._state = None, None
            await self._refuse_all()
            await self.audience.tell({"event": "engine", "here": False})
        else:
            mine = [n for n, (asker, _) in self._pending.items() if asker is client]
            for n in mine:
                del self._pending[n]

    async def _perform(self, client: RoomClient, message: Message) -> object:
        call, operation, args = (message.get(name) for name in ("call", "operation", "args"))
        if client.role != "ui" or not isinstance(operation, str):
            return None
        if self._engine is None:
            await _answer(client, call, _gone())
        elif len(self._pending) >= MOST_PENDING:
            await _answer(client, call, _error("QuotaExceededError", "too many at once"))
        else:
            n = next(self._numbers)
            self._pending[n] = (client, call)
            asked = {"n": n, "operation": operation, "args": args}
            await self._engine.send({"event": "perform", **asked})
        return None

    async def _performed(self, client: RoomClient, message: Message) -> object:
        n = message.get("n")
        asked = self._pending.pop(n, None) if isinstance(n, int) else None
        if client is self._engine and asked is not None:
            names = ("ok", "result", "error")
            await _answer(*asked, {name: message[name] for name in names if name in message})
        return None

    async def _told(self, client: RoomClient, message: Message) -> object:
        kind = message.get("kind")
        if client is self._engine and kind in TOLD:
            told = {"event": "told", "kind": kind, "detail": message.get("detail")}
            if kind == "state":
                self._state = told
            await self.audience.tell(told)
        return None

    async def _piece(self, client: RoomClient, message: Message) -> object:
        text = message.get("text")
        if client is not self._engine or not isinstance(text, str):
            return None
        self._pieces += text
        if len(self._pieces) > MOST_WHOLE_CHARACTERS:
            await client.close()
        elif message.get("last"):
            whole, self._pieces = self._pieces, ""
            await self._hear_whole(client, whole)
        return None

    async def _hear_whole(self, client: RoomClient, text: str) -> None:
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):
            await client.close()
            return
        if isinstance(message, dict) and message.get("do") in {"performed", "told"}:
            await self.commands[message["do"]](client, message)

    async def _refuse_all(self) -> None:
        pending, self._pending = self._pending, {}
        for asker, call in pending.values():
            await _answer(asker, call, _gone())


async def _answer(client: RoomClient, call: object, answer: Mapping[str, object]) -> None:
    await client.send({"event": "performed", "call": call, **answer})


def _error(name: str, text: str) -> Error:
    return {"ok": False, "error": {"name": name, "message": text, "why": ""}}


def _gone() -> Error:
    return _error("AbortError", "the engine is gone")
