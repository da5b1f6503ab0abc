"""The room in a browser of the user's own: let in by a door, and for as long as it is open."""

import time
from urllib.request import urlopen

import pytest

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server import guests
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.player.pages import LIMIT_S, opened, pause, wait_for

pytestmark = pytest.mark.engine

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
PATIENCE_S = 1.5


@pytest.fixture
def chromium(engines: tuple[Engine, ...]) -> Engine:
    found = next((one for one in engines if one.identity.name == "chromium"), None)
    if found is None:
        pytest.skip("no Chromium here")
    return found


def test_a_page_let_in_by_a_door_plays_and_stays(
    make_clip: ClipFactory, chromium: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = make_clip("guest-page.webm", seconds=2, video=VP8, sample_rate=None)
    room = open_room(read_segment_map(clip), RoomWishes(browsers=()))
    try:
        with MediaServer(paths.resources_dir() / "player") as server:
            url = server.room_url(server.add_room(room), lang="en", autoplay="1")
            with opened(chromium, server.page_url("stream/index.html")) as page:
                page.evaluate(f"location.replace({server.door(url)!r})")
                wait_for(page, "window.studioRoom?.port && studioRoom.state.ended")
                there = page.evaluate("location.href")
                assert server.base_url not in there
                monkeypatch.setattr(guests, "PATIENCE_S", PATIENCE_S)
                pause(2 * PATIENCE_S)
                still = page.evaluate("fetch(location.href).then((answer) => answer.status)")
                assert still == 200
            end = time.monotonic() + LIMIT_S
            while _is_served(there):
                assert time.monotonic() < end
                pause(PATIENCE_S + 0.5)
    finally:
        room.close()


def _is_served(url: str) -> bool:
    try:
        with urlopen(url) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
