"""The delivery simulator as a viewer meets it: each fault is said in words, and got over."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from studio import paths
from studio.preview.opening import RoomWishes, open_room
from studio.segments.reader import read_segment_map
from studio.server.app import MediaServer
from studio.verdict.browsers import Engine
from tests.conftest import ClipFactory
from tests.e2e.support import pick, run_scenario
from tests.player.pages import Page, opened, wait_for

pytestmark = pytest.mark.engine

SAID = "document.querySelector('.delivery-words').textContent"
STORY = """
import { equal, scenario } from "./tools.js";
import { NO_STATE } from "./room/port.js";
import { DeliveryStory } from "./room/delivery-story.js";

const parts = [0, 1, 2].map((n) => ({ n, size: 250000, start_s: n * 2, end_s: n * 2 + 2 }));
const begun = { ...NO_STATE, paused: false, ready_state: 4, segment: 0 };
const playing = { ...begun, time_s: 1, buffered: [[0, 2]] };
const sent = { size: 250000, bytes: 9, status: 200, ms: 900 };
const request = { n: 1, segment: 1, state: "running", done: [], ...sent };

await scenario(async () => {
  const key = (story, now) => story.sentence(now).key;
  const story = new DeliveryStory(parts);
  story.look({ ...playing, ready_state: 1 }, 0);
  story.look({ ...playing, ready_state: 1 }, 5000);
  equal(story.stalls(5000), 0, "what has not begun does not stall");
  story.look(playing, 6000);
  equal(key(story, 6000), "delivery_plays", "plays");
  story.hear([request], 400);
  equal(story.sentence(6000).values, { need: 1000, arrive: 400, s: 1 }, "1 Mbit/s is needed");
  equal(key(story, 6000), "delivery_tight", "it will not last");
  story.hear([request], 4000);
  equal(key(story, 6000), "delivery_plays", "a fast line is not blamed");
  const stood = { ...playing, ready_state: 2, time_s: 1.99 };
  story.look(stood, 7000);
  story.look(stood, 9000);
  equal(key(story, 9000), "delivery_waits", "a stall on a fast line is not the bandwidth's");
  story.hear([request], 400);
  equal(key(story, 9000), "delivery_slow", "measured, not assumed");
  story.hear([{ ...request, n: 2, state: "refused", status: 404 }], null);
  equal(story.sentence(9000).values.status, 404, "the newest request counts");
  equal(key(story, 9000), "delivery_missing", "missing");
  story.hear([{ ...request, n: 1, state: "whole" }], null);
  equal(key(story, 9000), "delivery_missing", "an older one does not");
  story.hear([{ ...request, n: 3, state: "cut" }], null);
  equal(key(story, 9000), "delivery_cut", "cut");
  story.hear([{ ...request, n: 4, bytes: 0, done: ["late"] }], null);
  equal(key(story, 9000), "delivery_late", "late");
  story.look({ ...playing, time_s: 2.1, buffered: [[0, 4]], segment: 1 }, 10200);
  equal(story.sentence(10200).values.s, 3.2, "again");
  equal([story.stalls(10200), story.total(10200)], [1, 3200], "counted");
  equal(key(story, 20000), "delivery_plays", "said for a while");
  story.look({ ...playing, seeking: true, ready_state: 1 }, 21000);
  story.look(playing, 25000);
  equal(story.stalls(25000), 1, "a seek is no stall");
  story.clear();
  equal([story.stalls(25000), story.total(25000)], [0, 0], "counted anew");
  return {};
});
"""


def test_the_story_blames_what_was_measured(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, STORY, tmp_path)


@pytest.fixture(scope="module")
def evenly(make_clip: ClipFactory) -> Path:
    """Twelve seconds of WebM in one-second segments of some 100 kbyte."""
    video = ("-c:v", "libvpx", "-threads", "1", "-deadline", "realtime", "-cpu-used", "8")
    rate = ("-b:v", "800k", "-minrate", "800k", "-maxrate", "800k", "-bufsize", "400k", "-g", "25")
    return make_clip(
        "evenly.webm", seconds=12, sample_rate=None, size="320x180",
        filters="noise=alls=20:allf=t", video=(*video, *rate),
        extra=("-cluster_time_limit", "1000"),
    )  # fmt: skip


def perform(page: Page, operation: str, **args: Any) -> None:
    page.evaluate(
        f"studioRoom.port.perform({json.dumps(operation)}, {json.dumps(args)})"
        ".then(() => 1, (error) => String(error))"
    )


def deliver(page: Page, **conditions: Any) -> None:
    told = json.dumps({"conditions": conditions})
    assert page.evaluate(f"studioRoom.link.ask('delivery', {told}).then(() => 1)") == 1


def said(page: Page, words: str) -> str:
    """Wait until the panel says something with these words; return all of it."""
    return str(wait_for(page, f"{SAID}.includes({json.dumps(words)}) && {SAID}"))


def test_every_fault_is_said_and_got_over(
    engines: Sequence[Engine], qapp: QApplication, evenly: Path
) -> None:
    engine = pick(engines, "chromium")
    room = open_room(read_segment_map(evenly), RoomWishes())
    with MediaServer(paths.resources_dir() / "player") as server:
        url = server.room_url(server.add_room(room))
        with opened(engine, url, width=1000, height=800) as page:
            wait_for(page, "document.querySelector('video')?.readyState >= 2")
            _a_missing_segment(page)
            _a_cut_one(page)
            _a_thin_line(page)
            _no_ranges_and_a_wrong_type(page)
            _the_form_asks_for_what_it_shows(page)
    room.close()


def afresh(page: Page, at_s: float) -> None:
    """Empty the buffer and play from a place."""
    perform(page, "pause")
    perform(page, "reopen")
    perform(page, "seek", time_s=at_s)
    page.evaluate("(document.querySelector('.delivery-counts button').click(), 1)")
    perform(page, "play")


def _a_missing_segment(page: Page) -> None:
    wait_for(page, "studioRoom.state.buffered.at(-1)?.[1] > 11")
    assert page.evaluate("document.querySelector('.delivery-stays').hidden")
    perform(page, "seek", time_s=5.6)
    deliver(page, refusal={"segment": 6, "status": 404})
    wait_for(page, "!document.querySelector('.delivery-stays').hidden")
    page.evaluate("(document.querySelector('.delivery-stays button').click(), 1)")
    perform(page, "play")
    text = said(page, "the picture stopped at 0:0")
    assert "Segment 6 is missing (404)" in text
    assert "A viewer would see this" in text
    assert page.evaluate("!document.querySelector('.delivery-overlay').hidden")
    assert page.evaluate("studioRoom.state.time_s") < 6.1
    deliver(page)
    assert said(page, "Playing again after").endswith("s.")
    wait_for(page, "studioRoom.state.time_s > 6.3 && !studioRoom.state.error")
    counted = page.evaluate("document.querySelector('.delivery-count').textContent")
    assert counted.startswith("Stalls: 1, ")


def _a_cut_one(page: Page) -> None:
    deliver(page, cut={"segment": 3, "percent": 40, "times": 2})
    afresh(page, 2.7)
    assert "Segment 3 was cut off after" in said(page, "was cut off after")
    wait_for(page, "studioRoom.state.time_s > 3.2 && !studioRoom.state.error")


def _a_thin_line(page: Page) -> None:
    deliver(page, kbit_s=300)
    afresh(page, 8.1)
    text = said(page, "Not enough bandwidth: the picture needs")
    need, arrive = (part.split(",")[0] for part in text.split("needs ")[1].split(", "))
    assert 500 < float(need.split()[0]) < 1100, text
    assert 200 < float(arrive.split()[0]) < 330, text
    deliver(page)
    said(page, "Playing again after")


def _no_ranges_and_a_wrong_type(page: Page) -> None:
    deliver(page, ranges="refused")
    wait_for(page, "studioRoom.port.stage.machine.loader.byRanges")
    perform(page, "restart")
    said(page, "The server gives no byte ranges")
    deliver(page)
    wait_for(page, "!studioRoom.state.error && studioRoom.state.ready_state >= 2")
    deliver(page, mime='video/mp4; codecs="avc1.4d401f"')
    said(page, "The player gave up")
    deliver(page)
    wait_for(page, "!studioRoom.state.error && studioRoom.state.ready_state >= 2")


def _the_form_asks_for_what_it_shows(page: Page) -> None:
    page.evaluate("(document.querySelector('[data-line=\"3g\"]').click(), 1)")
    wait_for(page, "document.querySelector('[data-line=\"3g\"]').ariaPressed === 'true'")
    now = "studioRoom.link.ask('delivery').then((c) => [c.kbit_s, c.latency_ms])"
    wait_for(page, f"{now}.then((c) => c.join() === '1600,300')")
    page.evaluate("(document.querySelector('.delivery-head button').click(), 1)")
    wait_for(page, f"{now}.then((c) => c.join() === ',0')")
    wait_for(page, "document.querySelector('[data-line=\"free\"]').ariaPressed === 'true'")
    rows = page.evaluate("document.querySelectorAll('.delivery-table .is-refused').length")
    assert rows >= 1
