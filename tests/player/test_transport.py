"""The bar and its keys, judged by the pictures that are seen: each says which frame it is."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick, run_scenario
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import (
    LIMIT_S,
    EmbeddedPage,
    Page,
    opened,
    pause,
    picture_rect,
    rect_of,
    wait_for,
)

pytestmark = pytest.mark.engine

VP8 = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-b:v", "1M", "-g", "30")
X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "30", "-pix_fmt", "yuv420p")
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
CODEC = {"webm": (VP8, ()), "mp4": (X264, FRAGMENTS)}
UNEVEN = ",settb=1/1000,setpts='N*40+mod(N*7,5)*6+if(gt(N,12),40,0)'"
PASS = ("-fps_mode", "passthrough", "-enc_time_base", "1/1000")
FRAMES = 100
MOST_TURNS = 15
TRIES = 8
"""So often is looked whether a busy machine has come to rest."""


@pytest.fixture(scope="session")
def clips(make_clip: ClipFactory) -> Callable[[str, str], Path]:
    """Clips that count: ``steady`` at 30000/1001, ``wide`` with wide pixels, ``uneven``."""

    def make(kind: str, suffix: str) -> Path:
        video, extra = CODEC[suffix]
        shape = {"wide": ",setsar=16/11", "uneven": UNEVEN}.get(kind, "")
        return make_clip(
            f"keys-{kind}.{suffix}",
            frames=FRAMES if kind == "steady" else 25,
            seconds=4 if kind == "steady" else 1,
            rate="30000/1001" if kind == "steady" else "25",
            size="352x288" if kind == "wide" else "320x180",
            sample_rate=None,
            filters=counting_filter() + shape,
            video=video,
            extra=(*extra, *(PASS if kind == "uneven" else ())),
        )

    return make


@contextmanager
def rooms(*files: Path) -> Iterator[list[str]]:
    """Open a room for each file, and give their addresses."""
    with MediaServer(paths.resources_dir() / "player") as server, ExitStack() as stack:
        urls = []
        for file in files:
            room = open_room(read_segment_map(file))
            stack.callback(room.close)
            urls.append(server.room_url(server.add_room(room), theme="light"))
        yield urls


def wait_until_there(page: Page, file: Path) -> None:
    ready = "studioRoom.state.ready_state >= 2 && !studioRoom.state.seeking"
    wait_for(page, f"window.studioRoom?.facts.name === '{file.name}' && {ready}")
    wait_for(page, "studioRoom.facts.complete")


def go(page: Page, url: str, file: Path) -> None:
    if isinstance(page, EmbeddedPage):
        loaded: list[bool] = []
        page.view.loadFinished.connect(loaded.append)
        page.view.open(url)
        while not loaded:
            pause(0.02)
    else:
        page.evaluate(f"(setTimeout(() => location.assign({url!r})), 1)")
    wait_until_there(page, file)


def perform(page: Page, operation: str, arguments: str = "{}") -> Any:
    asked = f"studioRoom.port.perform('{operation}', {arguments})"
    return page.evaluate(f"{asked}.then((answer) => answer ?? null)")


def seen(page: Page) -> int | None:
    return read_counter(page.screenshot(), picture_rect(page))


def shows(page: Page, frame: int, after: str) -> None:
    """The picture comes to rest at a frame; a screenshot may be a moment late."""
    found: list[int | None] = []
    end = time.monotonic() + LIMIT_S
    while not found or (found[-1] != frame and time.monotonic() < end):
        found.append(seen(page))
    assert found[-1] == frame, f"{after}: {found[-20:]}"


def rests(page: Page) -> None:
    """The picture comes to be the one of the time that is told; a last step may be under way."""
    there, found = -1, None
    end = time.monotonic() + LIMIT_S
    while found != there and time.monotonic() < end:
        there = page.evaluate("Math.floor(studioRoom.port.now() * 30000 / 1001 + 0.03)")
        found = seen(page)
    assert found == there


def press(page: Page, key: str, frame: int, *, shift: bool = False) -> None:
    page.key(key, shift=shift)
    shows(page, frame, key)


def state(page: Page, name: str) -> Any:
    return page.evaluate(f"studioRoom.state.{name}")


def check_frames(page: Page) -> None:
    """Keys alone go to frames, segments and typed times; the timecode says which it is."""
    press(page, "Home", 0)
    for frame in (1, 2, 3):
        press(page, "ArrowRight", frame)
    press(page, ",", 2)
    press(page, "ArrowDown", 30)
    press(page, "ArrowDown", 60)
    press(page, "ArrowUp", 30)
    press(page, "ArrowLeft", 29)
    press(page, "ArrowRight", 59, shift=True)
    press(page, "End", FRAMES - 1)
    page.key("g")
    for key in "00:00:01;12":
        page.key(key)
    press(page, "Enter", 42)
    assert page.evaluate("document.querySelector('#transport .now').textContent") == "00:00:01;12"
    for _ in range(12):
        page.key(".")
    shows(page, 54, "many steps at once")
    for frame in (99, 31, 17):
        perform(page, "seek", f"{{ frame: {frame} }}")
        shows(page, frame, "seek")
    perform(page, "step", "{ frames: -5 }")
    shows(page, 12, "step")


def _is_before(frame: int | None, other: int) -> bool:
    return frame is not None and frame < other


def _is_clean(turn: list[int]) -> bool:
    return len(turn) > 1 and all(12 <= frame <= 26 for frame in turn)


def check_loop(page: Page) -> None:
    """Frames 12 to 24 come again and again; on a busy machine a turn may end late."""
    page.key("i")
    wait_for(page, "studioRoom.marks[0] !== null")  # keys come later than what is evaluated
    perform(page, "seek", "{ frame: 24 }")
    page.key("o")
    wait_for(page, "studioRoom.marks[1] !== null")
    page.key("r")
    wait_for(page, "studioRoom.state.loop !== null")
    page.key(" ")
    wait_for(page, "!studioRoom.state.paused && studioRoom.port.now() < 0.6")
    turns: list[list[int]] = [[]]
    while len(turns) < MOST_TURNS and not any(_is_clean(turn) for turn in turns[1:-1]):
        frame = seen(page)
        if frame is None:
            continue
        if turns[-1] and frame < turns[-1][-1] - 3:
            turns.append([])
        turns[-1].append(frame)
    page.key(" ")
    assert any(_is_clean(turn) for turn in turns[1:-1]), turns
    press(page, "I", 12, shift=True)
    page.key("x")
    wait_for(page, "studioRoom.state.loop === null && studioRoom.marks[0] === null")


SPEED = """(async () => {
  const [from, at] = [studioRoom.port.now(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, 500));
  return (studioRoom.port.now() - from) / ((performance.now() - at) / 1000);
})()"""


def check_shuttle(page: Page) -> None:
    """L plays and doubles; J goes backwards, frame by frame; K stops."""
    page.key("l")
    wait_for(page, "!studioRoom.state.paused && studioRoom.port.now() > 0.45")
    page.key("l")
    wait_for(page, "studioRoom.state.rate === 2")
    assert any(1.4 < page.evaluate(SPEED) < 2.6 for _ in range(2))  # then the film is over
    page.key("k")
    wait_for(page, "studioRoom.state.paused && studioRoom.state.rate === 1")
    perform(page, "seek", "{ frame: 80 }")
    shows(page, 80, "seek")
    page.key("j")
    wait_for(page, "studioRoom.state.rate === -1 && !studioRoom.state.paused")
    wait_for(page, "studioRoom.port.now() < 2.2")
    frames = [seen(page)]
    while len(frames) < TRIES and not _is_before(frames[-1], 75):
        frames.append(seen(page))
    assert _is_before(frames[-1], 75), frames
    page.key("k")
    wait_for(page, "studioRoom.state.paused && !studioRoom.state.seeking")
    rests(page)


def check_rest(page: Page) -> None:
    """Sound, help, the other way to write times, and quiet while nothing happens."""
    before = state(page, "time_s")
    page.key("m")
    wait_for(page, "studioRoom.state.muted")
    page.key("ArrowDown", shift=True)
    wait_for(page, "!studioRoom.state.muted && studioRoom.state.volume === 0.95")
    page.evaluate(
        "(studioRoom.openPanel('segment'), document.querySelector('#tab-segment').focus(), 1)"
    )
    page.key("ArrowLeft")
    wait_for(page, "document.activeElement.id === 'tab-inspector'")
    assert state(page, "time_s") == before
    page.key("p")
    wait_for(page, "document.querySelector('#drawer').hidden")
    page.key("?")
    wait_for(page, "document.querySelector('dialog.keys').open")
    page.key("Escape")
    wait_for(page, "!document.querySelector('dialog.keys').open")
    page.key("t")
    wait_for(page, "/^\\d\\.\\d{3}$/.test(document.querySelector('#transport .now').textContent)")
    pause(0.5)
    page.evaluate(
        "(window.told = 0, studioRoom.port.events.addEventListener('state', () => { told += 1; }))"
    )
    told: list[int] = []
    while len(told) < TRIES and 0 not in told:
        page.evaluate("window.told = 0")
        pause(0.5)
        told.append(page.evaluate("told"))
    assert told[-1] == 0, told


def check_full_screen(page: Page) -> None:
    """The picture fills the page, and the page's banner stays."""
    page.key("f")
    wait_for(page, "document.body.classList.contains('full')")
    fills = "Math.abs(innerHeight - document.querySelector('#picture').clientHeight) < 2"
    wait_for(page, fills)
    assert page.evaluate("document.querySelector('#banner').clientHeight") > 0
    page.key("f")
    wait_for(page, f"!document.body.classList.contains('full') && !({fills})")


def check_uneven(page: Page) -> None:
    """Steps are to frames also where none is as long as the one before."""
    press(page, "ArrowRight", 1)
    perform(page, "seek", "{ time_s: 0.46 }")
    for frame in (12, 13, 14):
        press(page, "ArrowRight", frame)
    press(page, "ArrowLeft", 13)
    press(page, "End", 24)


def shape(page: Page) -> float:
    """Return the picture's width by its height, both counted in pixels of the screenshot.

    Of frame 0: but for its edges, all of its strip is black, and the room's floor is light.
    """
    image, area = page.screenshot(), rect_of(page, "#picture")
    x = area.center().x()
    rows = [y for y in range(area.top(), area.bottom()) if _is_picture(image, area, x, y)]
    y = (rows[0] + rows[-1]) // 2
    columns = [x for x in range(area.left(), area.right()) if _is_picture(image, area, x, y)]
    return (columns[-1] - columns[0] + 1) / (rows[-1] - rows[0] + 1)


def _is_picture(image: QImage, area: QRect, x: int, y: int) -> bool:
    return image.pixel(x, y) != image.pixel(area.left() + 2, area.top() + 2)


def check_shape(page: Page) -> None:
    """Stored as 352 by 288 pixels, seen as 16 by 9; and as told where the engine knows less."""
    shows(page, 0, "opened")
    assert shape(page) == pytest.approx(16 / 9, rel=0.02)
    assert state(page, "width") / state(page, "height") == pytest.approx(16 / 9, rel=0.01)
    perform(page, "describe", "{ shown_width: 400, shown_height: 400 }")
    shapes: list[float] = []
    while len(shapes) < TRIES and pytest.approx(1, rel=0.02) not in shapes:
        pause(0.3)
        shapes.append(shape(page))
    assert shapes[-1] == pytest.approx(1, rel=0.02), shapes


@pytest.mark.parametrize(
    ("name", "suffix"), [("embedded", "webm"), ("chromium", "mp4"), ("firefox", "webm")]
)
def test_keys_lead_to_the_right_pictures(
    name: str,
    suffix: str,
    engines: Sequence[Engine],
    qapp: QApplication,
    clips: Callable[[str, str], Path],
) -> None:
    engine = pick(engines, name)
    steady, wide = clips("steady", suffix), clips("wide", suffix)
    uneven = clips("uneven", "webm")
    with (
        rooms(steady, wide, uneven) as (steady_url, wide_url, uneven_url),
        opened(engine, steady_url, width=900, height=760) as page,
    ):
        wait_until_there(page, steady)
        check_frames(page)
        check_loop(page)
        check_shuttle(page)
        check_rest(page)
        if name != "embedded":  # there it is the window that fills the screen
            check_full_screen(page)
        go(page, wide_url, wide)
        check_shape(page)
        if name != "embedded":
            go(page, uneven_url, uneven)
            check_uneven(page)


TIMECODE = """
import { equal, scenario } from "./tools.js";
import { dropped, frameAt, frameOf, parseTime, timecode } from "./room/timecode.js";

await scenario(async () => {
  const [pal, film, ntsc, fast] = [[25, 1], [24000, 1001], [30000, 1001], [60000, 1001]]
    .map(([num, den]) => ({ num, den }));
  equal([pal, film, ntsc, fast].map(dropped), [0, 0, 2, 4], "only 30 and 60 by 1.001 drop");
  equal(timecode(90_000, pal), "01:00:00:00", "25");
  equal(timecode(24 * 3600, film), "01:00:00:00", "24 counts every number");
  const labels = [0, 1799, 1800, 17_981, 17_982, 107_892].map((frame) => timecode(frame, ntsc));
  equal(labels.slice(0, 3), ["00:00:00;00", "00:00:59;29", "00:01:00;02"], "SMPTE 12M: a minute");
  equal(labels.slice(3), ["00:09:59;29", "00:10:00;00", "01:00:00;00"], "SMPTE 12M: the tenth");
  equal(timecode(3600, fast), "00:01:00;04", "60 by 1.001 drops four");
  const parts = (label) => label.split(/[:;]/).map(Number);
  let wrong = 0;
  for (const rate of [pal, film, ntsc, fast]) {
    for (let frame = 0; frame < 110_000; frame += 7) {
      if (frameOf(parts(timecode(frame, rate)), rate) !== frame) wrong += 1;
    }
  }
  equal(wrong, 0, "each label leads back to its frame");
  equal(frameOf([0, 1, 0, 0], ntsc), 1800, "a label that is left out is the next");
  let misplaced = 0;
  for (let frame = 0; frame < 200_000; frame += 11) {
    const rounded = Math.round((frame * 1001 * 1000) / 30000) / 1000;
    if (frameAt(rounded, ntsc, 0) !== frame) misplaced += 1;
  }
  equal(misplaced, 0, "a time in milliseconds is of the frame that begins there");
  const context = { rate: pal, first_s: 0, now_s: 4.02, asSeconds: false };
  const read = (text, more = {}) => parseTime(text, { ...context, ...more });
  const near = (text, meant, more) => {
    const found = read(text, more);
    equal(found === null ? null : Math.round(found * 1000) / 1000, meant, text);
  };
  near("00:00:02:05", 2.22);
  near("1512", 15.5);
  near("250f", 10.02);
  near("1:02.5", 62.5);
  near("1:02:03", 3723);
  near("12,5", 12.5);
  near("7s", 7);
  near("7", 7, { asSeconds: true });
  near("+10", 4.42);
  near("-1.5", 2.52);
  near("-99s", 0);
  for (const text of ["", "abc", "1:2:3:4:5", "--1", "1e3", "123456789"]) near(text, null);
  near("00:00:02:05", null, { rate: null });
  return {};
});
"""


def test_timecode_is_exact_and_typed_times_are_understood(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, TIMECODE, tmp_path)
