"""A room on a running server, asked by plain requests."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.model import SegmentMap
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer


@dataclass(frozen=True)
class Asked:
    """An answer of the server."""

    status: int
    kind: str
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class OpenRoom:
    """A room for one file."""

    def __init__(self, server: MediaServer, found: SegmentMap, wishes: RoomWishes) -> None:
        self.room = open_room(found, wishes)
        self._server = server
        self.room_id = server.add_room(self.room)

    def url(self, place: str) -> str:
        return f"{self._server.base_url}/rooms/{self.room_id}/{place}"

    def ask(self, place: str) -> Asked:
        """Return what the room answers to a GET."""
        try:
            with urllib.request.urlopen(self.url(place), timeout=60) as answer:
                return Asked(answer.status, answer.headers.get_content_type(), answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Asked(error.code, error.headers.get_content_type(), error.read())

    def close(self) -> None:
        self._server.remove_room(self.room_id)
        self.room.close()


class Rooms:
    """Opens rooms; all are closed when the test ends."""

    def __init__(self, server: MediaServer) -> None:
        self._server = server
        self._open: list[OpenRoom] = []

    def __call__(self, file: Path | SegmentMap, wishes: RoomWishes | None = None) -> OpenRoom:
        found = read_segment_map(file) if isinstance(file, Path) else file
        room = OpenRoom(self._server, found, wishes or RoomWishes())
        self._open.append(room)
        return room

    def close(self) -> None:
        for room in self._open:
            room.close()


@pytest.fixture
def rooms() -> Iterator[Rooms]:
    """Open rooms on a server of this test's own."""
    with MediaServer(paths.resources_dir() / "player") as server:
        opened = Rooms(server)
        yield opened
        opened.close()
