"""The page's wish to see what a decoder makes of a segment."""

import asyncio
from pathlib import Path

import pytest

from studio.preview.opening import RoomWishes
from tests.conftest import ClipFactory
from tests.preview.conftest import Rooms
from tests.preview.proxy_support import counting_clip
from tests.preview.room_talk import RefusedError, RoomTalk


@pytest.fixture(scope="session")
def clip(make_clip: ClipFactory) -> Path:
    """Four segments."""
    return counting_clip(make_clip, "proxy-2997.mp4", rate="30000/1001", gop=30)


def test_a_wish_reaches_the_window_and_an_odd_one_is_refused(rooms: Rooms, clip: Path) -> None:
    shown: list[int] = []
    room = rooms(clip, RoomWishes(show_segment=shown.append, browsers=()))
    assert room.room.features["decoder"] is True

    async def talk() -> int:
        refused = 0
        async with RoomTalk(room.url("").rstrip("/")) as page:
            assert await page.ask("decoder-picture", segment=3) == {"segment": 3}
            for odd in (-1, 99, "1", True, None, 1.5):
                try:
                    await page.ask("decoder-picture", segment=odd)
                except RefusedError:
                    refused += 1
        return refused

    assert asyncio.run(talk()) == 6
    assert shown == [3]


def test_without_a_window_it_is_not_offered(rooms: Rooms, clip: Path) -> None:
    assert rooms(clip, RoomWishes(browsers=())).room.features["decoder"] is False
