"""Source and result side by side and under a wipe: the same frame in both, read from pictures."""

import json
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick, run_scenario
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import Page, opened, pause, picture_rect, rect_of, wait_for

pytestmark = pytest.mark.engine

RULES = """
import { equal, scenario } from "./tools.js";
import { arrangement } from "./room/compare-layout.js";
import { correction, frameAim, frameOf, offsetOf } from "./room/in-step-rules.js";

await scenario(async () => {
  const rate = 1001 / 30000;
  for (let n = 0; n < 300; n += 1) {
    equal(frameOf(Math.round(n * rate * 1000) / 1000, 0, rate), n, "rounded to ms");
    equal(frameOf(frameAim(n * rate, rate, rate), 0, rate), n, "aimed at its middle");
  }
  equal(frameAim(1, 0.04, 0.02), 1.01, "inside the frame of both");
  const seen = (mediaTime, at) => ({ mediaTime, at });
  equal(Math.round(offsetOf(seen(1, 0), seen(1.04, 0), 0, 0, 0.04)), 1, "ahead");
  equal(Math.round(offsetOf(seen(1.04, 40), seen(1, 0), 1, 0, 0.04)), 0, "shown earlier");
  equal(offsetOf(seen(1, 0), seen(1.5, 0), 0, 0.5, 0.04), 0, "another origin");
  equal(correction(0.01, 0.04, 1), { rate: 1, jump: false }, "near enough");
  equal(correction(0.05, 0.04, 1).rate > 1, true, "catches up");
  equal(correction(-0.05, 0.04, 2).rate < 2, true, "falls back");
  equal(correction(0.09, 0.04, 1).jump, true, "more than two frames");
  equal(correction(0.09, 0.04, 4).jump, false, "of time that passes fast");
  const side = arrangement("side", 1000, 300, 16 / 9, 0.5, false);
  equal([side.second.left, side.first.left, side.first.top], ["0px", "501px", "0px"], "beside");
  const stacked = arrangement("side", 400, 900, 16 / 9, 0.5, true);
  equal([stacked.first.top, stacked.second.top], ["0px", "451px"], "stacked, swapped");
  equal([side.first.width, side.first.height], [side.second.width, side.second.height], "alike");
  const wipe = arrangement("wipe", 1600, 450, 16 / 9, 0.25, false);
  equal(wipe.clip, "inset(0 1000px 0 0)", "a quarter of the picture, not of the pane");
  equal(arrangement("wipe", 1600, 450, 16 / 9, 0.25, true).clip, "inset(0 0 0 600px)", "swapped");
  return {};
});
"""


def test_the_rules_of_step_and_layout(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, RULES, tmp_path)


@pytest.fixture(scope="module")
def pair(make_clip: ClipFactory) -> Callable[[str], tuple[Path, Path]]:
    """Make five seconds that say which frame is which, and a result of half the size."""

    def made(rate: str) -> tuple[Path, Path]:
        name = rate.partition("/")[0]
        source = make_clip(
            f"counted-{name}.mp4", seconds=5, rate=rate, sample_rate=None, filters=counting_filter()
        )
        scaled = ("-vf", "scale=160:90", "-c:v", "libvpx", "-threads", "1", "-deadline", "realtime")
        arguments = ["-i", f"file:{source}", *scaled, "-b:v", "1M", "-g", "30"]
        return source, make_clip.made_once(f"counted-{name}.webm", arguments)

    return made


def perform(page: Page, operation: str, **args: Any) -> None:
    done = page.evaluate(
        f"studioRoom.port.perform({json.dumps(operation)}, {json.dumps(args)})"
        ".then(() => 'ok', (error) => String(error))"
    )
    assert done == "ok", done


def frames_seen(page: Page) -> tuple[int | None, int | None]:
    """Return the frame numbers in both pictures of one screenshot: result, source."""
    image = page.screenshot()
    second = picture_rect(page, ".compare-video")
    return read_counter(image, picture_rect(page)), read_counter(image, second)


def until_both_show(page: Page, frame: int) -> None:
    """Wait until both pictures show this frame, at most for as long as 20 screenshots take."""
    seen: list[tuple[int | None, int | None]] = []
    while not seen or (seen[-1] != (frame, frame) and len(seen) < 20):
        pause(0.05)
        seen.append(frames_seen(page))
    assert seen[-1] == (frame, frame), seen


def until_both_rest(page: Page) -> None:
    """Wait until both pictures show one frame and keep it, for at most 20 screenshots."""
    seen: list[tuple[int | None, int | None]] = []
    while len(seen) < 20:
        pause(0.1)
        seen.append(frames_seen(page))
        first, second = seen[-1]
        if first is not None and first == second and seen[-3:] == [seen[-1]] * 3:
            return
    pytest.fail(f"the pictures never agree: {seen}")


@pytest.mark.parametrize(
    ("name", "rate"), [("embedded", "25"), ("chromium", "30000/1001"), ("firefox", "30000/1001")]
)
def test_both_pictures_show_the_same_frame(
    name: str,
    rate: str,
    engines: Sequence[Engine],
    qapp: QApplication,
    pair: Callable[[str], tuple[Path, Path]],
    ffmpeg: Ffmpeg,
) -> None:
    engine = pick(engines, name)
    source, result = pair(rate)
    frame_s = float(1 / Fraction(rate))
    room = open_room(read_segment_map(result), RoomWishes(source=source, ffmpeg=ffmpeg.path))
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room))
        with opened(engine, url, width=1200, height=800) as page:
            wait_for(page, "document.querySelector('video')?.readyState >= 2")
            perform(page, "compare", mode="side", labels={"first": "result", "second": "source"})
            wait_for(page, "document.querySelector('.compare-video').readyState >= 2")
            _standing(page, frame_s)
            if name != "firefox":
                _playing(page)
            if name == "chromium":
                _shifted(page, frame_s)
                _wiped(page, frame_s)
                perform(page, "compare", mode="off")
                assert page.evaluate("document.querySelectorAll('video').length") == 1
                assert page.evaluate("studioRoom.state.in_step === null")
    room.close()


def _standing(page: Page, frame_s: float) -> None:
    for frame in (100, 7, 77):
        perform(page, "seek", time_s=(frame + 0.4) * frame_s)
        until_both_show(page, frame)
    perform(page, "step", frames=1)
    until_both_show(page, 78)
    perform(page, "step", frames=-2)
    until_both_show(page, 76)
    wait_for(page, "studioRoom.state.in_step.frames === 0")


def _playing(page: Page) -> None:
    """Playing: within two frames, often even on a busy machine; paused: to the frame."""
    perform(page, "seek", time_s=0)
    perform(page, "play")
    wait_for(page, "studioRoom.state.time_s > 1 && studioRoom.state.in_step.frames !== null")
    apart: list[int] = []
    while page.evaluate("studioRoom.state.time_s") < 2.5:
        first, second = frames_seen(page)
        if first is not None and second is not None:
            apart.append(abs(first - second))
    assert apart
    assert sorted(apart)[len(apart) // 3] <= 2, apart
    perform(page, "pause")
    wait_for(page, "studioRoom.state.in_step.frames === 0 && !studioRoom.state.seeking")
    until_both_rest(page)


def _shifted(page: Page, frame_s: float) -> None:
    """A source that begins ten frames earlier: its frames are ten further on."""
    perform(page, "compare", shift=10)
    perform(page, "seek", time_s=(50 + 0.5) * frame_s)
    seen: list[tuple[int | None, int | None]] = []
    while not seen or (seen[-1] != (50, 60) and len(seen) < 20):
        pause(0.05)
        seen.append(frames_seen(page))
    assert seen[-1] == (50, 60), seen
    perform(page, "compare", shift=0)


def _wiped(page: Page, frame_s: float) -> None:
    """Under a wipe each side is of its own file; the line is dragged, and moved by keys."""
    perform(page, "compare", mode="wipe", wipe=0.5, shift=30)
    perform(page, "seek", time_s=(10 + 0.5) * frame_s)
    picture = picture_rect(page)
    assert picture == picture_rect(page, ".compare-video")
    perform(page, "compare", wipe=0)
    _until_alone(page, 10)
    perform(page, "compare", wipe=1)
    _until_alone(page, 40)
    perform(page, "swap")
    _until_alone(page, 10)
    perform(page, "swap")
    grip = rect_of(page, ".wipe-grip").center()
    to = picture.left() + picture.width() * 0.25
    page.drag((grip.x(), grip.y()), (to, grip.y()))
    wait_for(page, "Math.abs(studioRoom.state.in_step.wipe - 0.25) < 0.01")
    assert page.evaluate("studioRoom.state.paused"), "a drag is no click on the picture"
    page.evaluate("(document.querySelector('.wipe-grip').focus(), 1)")
    page.key("ArrowRight", shift=True)
    wait_for(page, "Math.abs(studioRoom.state.in_step.wipe - 0.35) < 0.01")
    assert page.evaluate("document.querySelector('.wipe-grip').ariaValueNow") == "35"
    perform(page, "compare", shift=0)


def _until_alone(page: Page, frame: int) -> None:
    seen: list[int | None] = []
    while not seen or (seen[-1] != frame and len(seen) < 20):
        pause(0.05)
        seen.append(read_counter(page.screenshot(), picture_rect(page)))
    assert seen[-1] == frame, seen
