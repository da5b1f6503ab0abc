"""One click opens the room in a browser of the user's own."""

import asyncio

from studio.preview.opening import RoomWishes
from tests.conftest import ClipFactory
from tests.preview.conftest import Rooms
from tests.preview.room_talk import RoomTalk


def test_the_rooms_own_page_is_opened(make_clip: ClipFactory, rooms: Rooms) -> None:
    opened: list[str] = []
    clip = make_clip("opened.mp4", seconds=1)
    room = rooms(clip, RoomWishes(open_in_browser=opened.append, browsers=()))
    assert room.room.features["browser"] is True

    async def ask() -> None:
        async with RoomTalk(room.url("")[:-1]) as talk:
            await talk.ask("open-in-browser")

    asyncio.run(ask())
    assert len(opened) == 1
    assert opened[0].endswith(f"/player/room/index.html?room={room.room_id}")
    assert rooms(clip, RoomWishes(browsers=())).room.features["browser"] is False
