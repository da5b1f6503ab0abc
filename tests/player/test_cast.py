"""A real browser's picture in the room: the right frame, steered from here, ended for certain."""

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.preview.room import PreviewRoom
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from studio.verdict.debug_pipe import OPTION
from studio.verdict.leftovers import PREFIX
from tests.conftest import ClipFactory
from tests.e2e.support import pick
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import ChromiumPage, Page, opened, pause, rect_of, wait_for

pytestmark = pytest.mark.engine

FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25", "-bf", "0")
ASPECT = 16 / 9
BANNER = "document.querySelector('.way-words').textContent"


@pytest.fixture(scope="module")
def film(make_clip: ClipFactory) -> Path:
    """Eight seconds of fragmented H.264 and AAC that say which frame is which."""
    return make_clip("cast.mp4", seconds=8, filters=counting_filter(), video=H264, extra=FRAGMENTS)


@pytest.fixture
def server() -> Iterator[MediaServer]:
    with MediaServer(paths.resources_dir() / "player") as running:
        yield running


class Casting:
    """A room whose page shows another browser's picture."""

    def __init__(self, server: MediaServer, film: Path, **wishes: Any) -> None:
        self.room: PreviewRoom = open_room(read_segment_map(film), RoomWishes(**wishes))
        self._server, self._id = server, server.add_room(self.room)

    def url(self, **params: str) -> str:
        return self._server.room_url(self._id, **params)

    def browsers(self) -> list[psutil.Process]:
        """The processes that were launched to be filmed."""
        mine = psutil.Process().children(recursive=True)
        return [each for each in mine if each.is_running() and OPTION in _command(each)]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _listens(process: psutil.Process) -> bool:
    family = [process, *process.children(recursive=True)]
    found = [each for member in family for each in member.net_connections()]
    return any(each.status == psutil.CONN_LISTEN for each in found)


def profiles() -> set[str]:
    """Throw-away folders that are there now and are this process's."""
    mine = f'"pid": {os.getpid()},'
    found = Path(tempfile.gettempdir()).glob(f"{PREFIX}*/owner.json")
    return {each.parent.name for each in found if mine in each.read_text()}


def status(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("studioRoom.ways.status")
    return found


def picture(page: Page) -> QRect:
    """Where the film's picture is in the pane, in device pixels."""
    pane = rect_of(page, "#picture")
    width = min(pane.width(), pane.height() * ASPECT)
    height = width / ASPECT
    left = pane.left() + (pane.width() - width) / 2
    return QRect(
        round(left), round(pane.top() + (pane.height() - height) / 2), round(width), round(height)
    )


def wait_for_frame(page: Page, *numbers: int) -> None:
    """Wait until the pane shows one of these frames."""
    end = time.monotonic() + 15
    seen: int | None = None
    while seen not in numbers:
        assert time.monotonic() < end, f"{numbers} never came, but {seen}"
        seen = read_counter(page.screenshot(), picture(page))
        pause(0.03)


def wait_for_picture(page: Page) -> None:
    """Wait until the other browser's picture is there."""
    ended = "window.studioRoom?.ways?.status.why.startsWith('browser')"
    wait_for(page, f"{ended} || window.studioRoom?.state.ready_state >= 2")
    assert status(page)["way"] == "cast", status(page)
    wait_for(page, "document.querySelector('.cast').width > 0")


def perform(page: Page, operation: str, args: str = "{}") -> Any:
    return page.evaluate(f"studioRoom.port.perform('{operation}', {args})")


def test_another_browsers_picture_is_played_steered_and_ended(
    engines: Sequence[Engine],
    qapp: QApplication,
    server: MediaServer,
    film: Path,
    ffmpeg: Ffmpeg,
) -> None:
    before = profiles()
    chromium = (pick(engines, "chromium"),)
    casting = Casting(server, film, browsers=chromium, ffmpeg=ffmpeg.path)
    with opened(pick(engines, "embedded"), casting.url(), width=900, height=640) as page:
        wait_for(page, "Boolean(window.studioRoom?.ways)")
        if page.evaluate("studioRoom.ways.chances.local"):
            pytest.skip("NOT TESTED: the embedded engine of this machine can decode H.264")
        wait_for_picture(page)
        assert "Real MSE playback in Chromium" in page.evaluate(BANNER)
        assert "avc1" in page.evaluate(BANNER)
        wait_for_frame(page, 0)

        landed = perform(page, "seek", "{ frame: 41 }")
        assert landed["arrived"]
        wait_for_frame(page, 41)
        page.key("ArrowRight")
        wait_for(page, "!studioRoom.state.seeking && studioRoom.port.now() > 41.9 / 25")
        wait_for_frame(page, page.evaluate("Math.floor(studioRoom.state.time_s * 25 + 1e-3)"))

        perform(page, "play")
        page.evaluate(
            "(window.casts = 0, studioRoom.link.addEventListener('binary', () => casts++))"
        )
        wait_for(page, "casts > 20")
        assert page.evaluate("studioRoom.state.paused") is False
        perform(page, "pause")
        wait_for(page, "studioRoom.state.paused")
        stopped = page.evaluate("Math.floor(studioRoom.state.time_s * 25 + 1e-3)")
        wait_for_frame(page, *range(stopped - 3, stopped + 2))  # a busy machine paints late
        perform(page, "seek", f"{{ frame: {stopped} }}")
        wait_for_frame(page, stopped)
        refused = page.evaluate(
            "studioRoom.port.perform('no-such').catch((e) => [e.name, e.message])"
        )
        assert refused == ["NotFoundError", "no-such"]

        assert casting.browsers()
        assert not [each for each in casting.browsers() if _listens(each)], "others could steer it"
        for process in casting.browsers():
            process.kill()
        wait_for(page, "studioRoom.ways.status.way !== 'cast'")
        assert status(page)["why"] == "browserEnded"
        assert "has ended" in page.evaluate(BANNER)
        assert status(page)["way"] == "proxy"
        assert "Converted picture, not an MSE test" in page.evaluate(BANNER)
        wait_for(page, "studioRoom.state.way === 'proxy' && studioRoom.state.ready_state >= 2")
        wait_for(page, f"Math.floor(studioRoom.state.time_s * 25 + 1e-3) === {stopped}")

        page.evaluate("void studioRoom.ways.choose('cast')")
        wait_for(
            page,
            "studioRoom.ways.status.state === 'playing' && studioRoom.ways.status.way === 'cast'",
        )
        assert profiles() > before
    casting.room.close()
    assert not casting.browsers()
    assert profiles() == before


def test_a_cast_is_as_sharp_as_the_screen_and_takes_the_mouse(
    engines: Sequence[Engine],
    server: MediaServer,
    film: Path,
    ffmpeg: Ffmpeg,
) -> None:
    chromium = pick(engines, "chromium")
    casting = Casting(server, film, browsers=(chromium,), ffmpeg=ffmpeg.path, source=film)
    with opened(chromium, casting.url(way="local"), width=700, height=560) as page:
        assert isinstance(page, ChromiumPage)
        wait_for(page, "window.studioRoom?.state.ready_state >= 2")
        assert "Real MSE playback in Chromium" in page.evaluate(BANNER)
        assert "shown here" not in page.evaluate(BANNER)
        page.set_ratio(700, 560, 2)
        page.evaluate("void studioRoom.ways.choose('cast')")
        wait_for_picture(page)
        width = page.evaluate("document.querySelector('#picture').clientWidth")
        wait_for(page, f"document.querySelector('.cast').width === {2 * width}")

        page.set_ratio(600, 600, 2)
        wait_for(page, f"document.querySelector('#picture').clientWidth < {width}")
        same = "document.querySelector('.cast').width"
        wait_for(page, f"{same} === 2 * document.querySelector('#picture').clientWidth")

        perform(page, "compare", "{ mode: 'wipe', labels: { wipe: 'Wipe' } }")
        wait_for(page, "studioRoom.state.in_step?.wipe === 0.5")
        area = picture(page)
        middle, line = (area.center().y() / 2, area.center().x() / 2)
        place = line - area.width() / 8
        page.drag((line, middle + 40), (place, middle + 40))
        wait_for(page, "Math.abs(studioRoom.state.in_step.wipe - 0.25) < 0.03")
        assert page.evaluate("document.querySelector('.cast').style.cursor") == "ew-resize"
        assert page.evaluate("studioRoom.state.paused"), "a drag is no click on the picture"
        page.key("ArrowRight")
        wait_for(page, "Math.abs(studioRoom.state.in_step.wipe - 0.26) < 0.03")
        assert page.evaluate("studioRoom.state.time_s") < 0.03, "the key was the line's"
    casting.room.close()
    assert not casting.browsers()
