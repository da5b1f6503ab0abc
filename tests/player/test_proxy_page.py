"""The converted picture in the room's page: the original's frames, segments and times."""

import itertools
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.transcode.tools import Ffmpeg
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.player.counter import counting_filter, read_counter
from tests.player.pages import LIMIT_S, Page, opened, pause, picture_rect, wait_for

pytestmark = pytest.mark.engine

RATE = Fraction(30_000, 1001)
GOP = 45
FRAGMENTS = ("-movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov")
H264 = (
    *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-bf", "2"),
    *("-g", str(GOP), "-keyint_min", str(GOP), "-sc_threshold", "0"),
)

STORY = """(() => {
  const { time_s, buffered, error } = studioRoom.state;
  const { taps } = studioRoom.port.stage.machine;
  const last = taps.records().slice(-60).map(({ name, args, result }) => [name, ...args, result]);
  return { time_s, buffered, error, last };
})()"""

SPLIT = """(async () => {
  const module = new URL("../webm-parts.js", location.href).href;
  const { clustersOf, wholeClusters } = await import(module);
  const answer = await fetch(new URL("proxy/segments/1", studioRoom.base));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const cut = async (data, step) => {
    const stream = new ReadableStream({ start(controller) {
      for (let at = 0; at < data.length; at += step) controller.enqueue(data.slice(at, at + step));
      controller.close();
    } });
    const parts = [];
    for await (const part of clustersOf(stream)) parts.push(part);
    return parts;
  };
  const pieces = await cut(bytes, 1000);
  const joined = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return {
    many: pieces.length > 5,
    same: joined.length === bytes.length && joined.every((byte, i) => byte === bytes[i]),
    whole: pieces.every((piece) => wholeClusters(piece) === piece.length),
    cutOff: await cut(bytes.slice(0, -1), 5000).then(() => "", (error) => error.name),
    noWebm: await cut(new Uint8Array(50), 20).then(() => "", (error) => error.name),
  };
})()"""


#: Where a player is sent after a seek has ended in a gap, and data was appended.
LANDING = """(async () => {
  const { Landing } = await import(new URL("../landing.js", location.href));
  const video = Object.assign(new EventTarget(), { currentTime: 0, seeking: false });
  const seeks = [];
  Object.defineProperty(video, "currentTime", {
    get: () => 4.454, set: (time_s) => { seeks.push(time_s); },
  });
  let ranges = [[0, 4], [4.5, 6]];
  const landing = new Landing(video, () => ranges, new AbortController().signal);
  const counts = [];
  const look = (now) => {
    ranges = now;
    landing.look();
    counts.push(seeks.length);
  };
  look([[0, 6]]);
  ranges = [[0, 4], [4.5, 6]];
  video.dispatchEvent(new Event("seeked"));
  look([[0, 4.4], [4.5, 6]]);
  look([[0, 6]]);
  look([[0, 6]]);
  video.dispatchEvent(new Event("seeked"));
  look([[0, 6]]);
  return { counts, seeks };
})()"""


@pytest.fixture(scope="module")
def film(make_clip: ClipFactory) -> Path:
    """Six seconds that no embedded engine of the wheels can decode."""
    return make_clip(
        "proxy-page.mp4",
        seconds=6,
        rate="30000/1001",
        size="640x360",
        filters=counting_filter(),
        video=H264,
        extra=FRAGMENTS,
    )


@pytest.fixture(scope="module")
def page(film: Path, embedded: Engine, ffmpeg: Ffmpeg, qapp: QApplication) -> Iterator[Page]:
    """The room's page, which can do nothing but convert."""
    found = read_segment_map(film)
    with MediaServer(paths.resources_dir() / "player") as server:
        room = open_room(found, RoomWishes(ffmpeg=ffmpeg.path, browsers=()))
        try:
            url = server.room_url(server.add_room(room), lang="en", way="proxy")
            with opened(embedded, url) as shown:
                yield shown
        finally:
            room.close()


def shows(page: Page, frame: int) -> None:
    """Wait until this frame is seen, and it stays."""
    wait_for(page, "window.studioRoom?.port")
    end = time.monotonic() + LIMIT_S
    seen: list[int | None] = []
    while seen[-2:] != [frame, frame]:
        assert time.monotonic() < end, f"{frame} is never seen: {seen[-10:]} {_story(page)}"
        wait_for(page, "studioRoom.state.ready_state >= 2 && !studioRoom.state.seeking")
        seen.append(read_counter(page.screenshot(), picture_rect(page)))
        pause(0.05)


def _story(page: Page) -> object:
    """Return where the page is, and what its player has done last."""
    return page.evaluate(STORY)


def test_the_first_frame_and_one_line_that_says_what_is_seen(page: Page) -> None:
    shows(page, 0)
    assert page.evaluate("studioRoom.state.way") == "proxy"
    words = page.evaluate("document.querySelector('.way-line').textContent")
    assert words == "Converted picture, not an MSE test"
    assert page.evaluate("studioRoom.state.error") is None


def test_every_seek_shows_the_originals_frame(page: Page) -> None:
    halfway = [(n + Fraction(1, 2)) / RATE for n in (170, 44, 45, 133)]
    begins = [n / RATE + Fraction(1, 20_000) for n in (90, 135, 1)]
    for time_s in (*halfway, *begins):
        page.evaluate(f"studioRoom.port.perform('seek', {{ time_s: {float(time_s)} }})")
        shows(page, int(time_s * RATE))


def test_a_seek_that_ended_in_a_gap_is_made_again_once_when_it_is_filled(page: Page) -> None:
    assert page.evaluate(LANDING) == {"counts": [0, 0, 1, 1, 1], "seeks": [4.454]}


def test_steps_go_over_the_boundary_of_segments_frame_by_frame(page: Page) -> None:
    page.evaluate(f"studioRoom.port.perform('seek', {{ time_s: {float((GOP - 1.5) / RATE)} }})")
    shows(page, GOP - 2)
    for step, frame in ((1, GOP - 1), (1, GOP), (1, GOP + 1), (-1, GOP)):
        page.evaluate(f"studioRoom.port.perform('step', {{ frames: {step} }})")
        shows(page, frame)


def test_it_plays_through_all_segments_without_a_hole(page: Page, film: Path) -> None:
    page.evaluate("studioRoom.port.perform('seek', { time_s: 0 })")
    page.evaluate("studioRoom.port.perform('rate', { value: 4 })")
    page.evaluate("studioRoom.port.perform('mute', { on: true })")
    page.evaluate("studioRoom.port.perform('play')")
    wait_for(page, "studioRoom.state.ended")
    ranges = page.evaluate("studioRoom.state.buffered")
    assert len(ranges) == 1, ranges
    assert ranges[0][0] <= 0.001
    assert ranges[0][1] >= 6 - 1.5 / float(RATE)
    starts = [float(segment.start_s) for segment in read_segment_map(film).segments]
    shown = page.evaluate(
        "fetch(new URL('proxy/index.json', studioRoom.base)).then((answer) => answer.json())"
    )
    assert [segment["start_s"] for segment in shown["segments"]] == starts
    assert all(abs(b - a - GOP / float(RATE)) < 1e-4 for a, b in itertools.pairwise(starts))


def test_a_stream_is_cut_into_whole_clusters_however_it_comes(page: Page) -> None:
    assert page.evaluate(SPLIT) == {
        "many": True,
        "same": True,
        "whole": True,
        "cutOff": "RangeError",
        "noWebm": "RangeError",
    }


def test_a_picture_made_smaller_and_a_failure_are_said(page: Page) -> None:
    told = [
        {"width": 1280, "height": 720, "speed": 0.8, "error": ""},
        {"width": 960, "height": 540, "speed": None, "error": ""},
        {"width": 0, "height": 0, "speed": None, "error": "Invalid data"},
    ]
    words = []
    page.evaluate("(studioRoom.converted = null, 1)")
    for state in told:
        event = f"new CustomEvent('proxy', {{ detail: {{ base: 'proxy', ...{state!r} }} }})"
        event = event.replace("None", "null")
        page.evaluate(f"studioRoom.link.dispatchEvent({event})")
        words.append(page.evaluate("document.querySelector('.way-why').textContent"))
    assert "smaller" not in words[0]
    assert "Made smaller (960 × 540) to keep up." in words[1]
    assert "ffmpeg could not convert it." in words[2]
