"""What a preview room is made of."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aiohttp.web import BaseRequest, StreamResponse

from studio.segments.model import SegmentMap
from studio.segments.stitched import Piece
from studio.server.answers import plain
from studio.server.rooms import Message, RoomClient

Command = Callable[[RoomClient, Message], Awaitable[object]]
"""Answers one command of a page with what JSON can hold.

Raises:
    StudioError: said to the page as what, hint and detail.
"""


def unchanged(text: str) -> str:
    """Return the text: what a room says in when nobody translates."""
    return text


@dataclass(frozen=True, slots=True)
class RoomFiles:
    """What a room is about.

    ``segment_map`` (detail FRAMES) is of the file that is played, ``pieces`` as in
    ``MediaServer.add_file``. ``source`` is what it was made from, None when it was not made
    here or is gone. ``ffmpeg`` is None when there is none. ``cache_dir`` is the room's own,
    and is removed with the room. ``translate`` turns a sentence of the core into the
    window's language; it may be called from any thread.
    """

    segment_map: SegmentMap
    cache_dir: Path
    pieces: tuple[Piece, ...] = ()
    source: Path | None = None
    ffmpeg: Path | None = None
    translate: Callable[[str], str] = unchanged


class Audience(Protocol):
    """Those who are in the room; for the server's loop only."""

    async def tell(self, message: Message, *, role: str = "ui") -> None:
        """Send an event (``{"event": ...}``) to every page of a role."""

    async def tell_bytes(self, data: bytes, *, role: str = "ui") -> None:
        """Send a binary message to every page of a role."""

    def clients(self, role: str = "ui") -> tuple[RoomClient, ...]:
        """Return the pages of a role that are there now."""


class RoomPart:
    """One part of a room. Every method but ``close`` is called on the server's loop."""

    prefix = ""
    """First element of the paths below the room that this part answers, "" for none."""

    def join(self, audience: Audience) -> None:
        """Keep whom to tell; called once, before anything else."""
        self.audience = audience

    def settle(self, address: Callable[[str], str]) -> None:
        """Take note of where the room's pages are, by their names; from any thread."""

    @property
    def commands(self) -> Mapping[str, Command]:
        """What pages can ask for, by name."""
        return {}

    @property
    def features(self) -> Mapping[str, object]:
        """What the page is told that it can offer, see ``features`` of ``facts.json``."""
        return {}

    async def answer(self, request: BaseRequest, rest: list[str]) -> StreamResponse:
        """Answer ``GET /rooms/ID/<prefix>/<rest>``."""
        return plain(404)

    async def on_open(self, client: RoomClient) -> None:
        """A page has joined."""

    async def on_close(self, client: RoomClient) -> None:
        """A page has left."""

    def close(self) -> None:
        """End everything that runs; may block for some seconds, called from any thread."""
