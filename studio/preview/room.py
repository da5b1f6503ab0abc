"""A preview room: hands each request and each command to the part that answers it."""

import logging
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from aiohttp.web import BaseRequest, StreamResponse

from studio.errors import StudioError
from studio.preview.parts import Command, RoomPart
from studio.server.answers import plain
from studio.server.rooms import Message, RoomClient

log = logging.getLogger(__name__)


class PreviewRoom:
    """Joins the parts of a room. Implements ``studio.server.rooms.Room``.

    A page says ``{"id": 7, "do": "measure", ...}`` and is answered with ``{"reply": 7, "ok":
    true, "result": ...}`` or ``{"reply": 7, "ok": false, "error": {"what", "hint",
    "detail"}}``. Events come unasked as ``{"event": name, ...}``.

    Args:
        parts: what the room is made of.
        cache_dir: removed when the room closes.
        translate: for the sentences of errors.
    """

    def __init__(
        self, parts: Sequence[RoomPart], cache_dir: Path, translate: Callable[[str], str]
    ) -> None:
        self._parts = tuple(parts)
        self._cache_dir = cache_dir
        self._translate = translate
        self._by_prefix = {part.prefix: part for part in parts if part.prefix}
        self._commands: dict[str, Command] = {}
        self._clients: list[RoomClient] = []
        for part in parts:
            part.join(self)
            self._commands.update(part.commands)

    @property
    def features(self) -> dict[str, object]:
        """What the parts can do here."""
        return {name: value for part in self._parts for name, value in part.features.items()}

    def settle(self, address: Callable[[str], str]) -> None:
        """Tell every part where the room's pages are."""
        for part in self._parts:
            part.settle(address)

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Hand a request to the part with its prefix."""
        part = self._by_prefix.get(rest[0]) if rest else None
        return plain(404) if part is None else await part.answer(request, rest[1:])

    async def on_open(self, client: RoomClient) -> None:
        """Tell every part of a new page."""
        self._clients.append(client)
        for part in self._parts:
            await part.on_open(client)

    async def on_close(self, client: RoomClient) -> None:
        """Tell every part that a page has left."""
        self._clients.remove(client)
        for part in self._parts:
            await part.on_close(client)

    async def on_message(self, client: RoomClient, message: Message) -> None:
        """Do what a page asks for, and answer."""
        name, number = message.get("do"), message.get("id")
        command = self._commands.get(name) if isinstance(name, str) else None
        if command is None:
            await client.send(_refusal(number, {"what": "There is no such command."}))
            return
        try:
            result = await command(client, message)
        except StudioError as error:
            told = {
                "what": self._translate(error.what),
                "hint": self._translate(error.hint) if error.hint else "",
                "detail": error.detail,
            }
            await client.send(_refusal(number, told))
        else:
            await client.send({"reply": number, "ok": True, "result": result})

    async def tell(self, message: Message, *, role: str = "ui") -> None:
        """Send an event to every page of a role."""
        for client in self.clients(role):
            await client.send(message)

    async def tell_bytes(self, data: bytes, *, role: str = "ui") -> None:
        """Send a binary message to every page of a role."""
        for client in self.clients(role):
            await client.send_bytes(data)

    def clients(self, role: str = "ui") -> tuple[RoomClient, ...]:
        """Return the pages of a role."""
        return tuple(client for client in self._clients if client.role == role)

    def close(self) -> None:
        """End every part and remove the room's files; blocks for as long as that takes."""
        for part in self._parts:
            part.close()
        shutil.rmtree(self._cache_dir, ignore_errors=True)


def _refusal(number: object, error: Mapping[str, object]) -> dict[str, object]:
    return {"reply": number, "ok": False, "error": {"hint": "", "detail": "", **error}}
