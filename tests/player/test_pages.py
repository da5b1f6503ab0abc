"""The tests' own tools work: pages are driven, and the frame counter is read back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import opened, picture_rect, wait_for

pytestmark = pytest.mark.engine


@pytest.fixture(scope="session")
def counted(make_clip: ClipFactory) -> Path:
    """Three seconds of WebM that say which frame is which."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-b:v", "2M", "-g", "25")
    return make_clip(
        "counted.webm", seconds=3, sample_rate=None, filters=counting_filter(), video=video
    )


@pytest.mark.parametrize("name", ["embedded", "chromium", "firefox"])
def test_a_frame_is_read_back_from_the_page(
    name: str, engines: Sequence[Engine], qapp: QApplication, counted: Path
) -> None:
    engine = pick(engines, name)
    room = open_room(read_segment_map(counted))
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room))
        with opened(engine, url, width=900, height=700) as page:
            wait_for(page, "document.querySelector('video')?.readyState >= 2")
            page.evaluate("(document.querySelector('video').currentTime = 1.66, 1)")
            wait_for(page, "!document.querySelector('video').seeking")
            seen: list[int | None] = []
            while not seen or (seen[-1] != 41 and len(seen) < 40):
                seen.append(read_counter(page.screenshot(), picture_rect(page)))
            assert seen[-1] == 41, seen
    room.close()
