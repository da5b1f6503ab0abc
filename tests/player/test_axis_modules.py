"""The time axis: its arithmetic, and how long it takes to draw a long film."""

from typing import Any

import pytest

from studio.verdict.browsers import Engine
from tests.e2e.support import run_scenario

pytestmark = pytest.mark.engine

SCRIPT = """
import { equal, scenario } from "./tools.js";
import { Peaks } from "./room/axis/peaks.js";
import { bytesText, gathered, holesOf, inSight, largestPerColumn, ordered, rateText, segmentAt,
} from "./room/axis/spans.js";
import { laneAt, stacked } from "./room/axis/stack.js";
import { frameTicks, secondTicks, secondsText } from "./room/axis/ticks.js";
import { standIn, tileStep, tilesBetween } from "./room/axis/tiles.js";
import { View } from "./room/axis/view.js";
import * as model from "./room/segment-panel-model.js";
import { WORDS as axisWords } from "./room/words/axis.js";
import { WORDS as panelWords } from "./room/words/segment-panel.js";
import { Board } from "./room/axis/board.js";
import { Scene } from "./room/axis/scene.js";
import { NO_STATE } from "./room/port.js";

const near = (found, wanted, what) => {
  if (Math.abs(found - wanted) > 1e-6) throw new Error(`${what}: ${found} and not ${wanted}`);
};

function views() {
  const view = new View(0, 100);
  view.width = 1020;
  equal([view.toX(0), view.toX(100), view.perSecond], [10, 1010, 10], "everything is seen");
  for (const x of [10, 333, 700, 1010]) {
    view.fit();
    view.zoomAt(3, 500);
    const kept_s = view.toTime(x);
    view.zoomAt(4, x);
    near(view.toTime(x), kept_s, "the time under the pointer stays");
    view.zoomAt(1 / 2, x);
    near(view.toTime(x), kept_s, "also as it shrinks");
  }
  view.fit();
  view.zoomAt(2, 1015);
  equal([view.from_s, view.to_s], [50, 100], "beyond the end, the end stays");
  view.panBy(-1e6);
  equal([view.from_s, view.span_s], [0, 50], "no further than the start");
  view.zoomAt(1e9, 10);
  near(view.span_s, 0.1, "no closer than allowed");
  view.zoomAt(1e-9, 10);
  equal(view.isFitted, true, "no further than all");
  view.show(40, 50);
  near(view.from_s, 39.2, "a range, with room before it");
  near(view.to_s, 50.8, "and behind it");
  equal([view.reveal(45), Math.round(view.from_s)], [false, 39], "in sight: nothing moves");
  equal(view.reveal(60), true, "out of sight");
  equal(view.shows(60), true, "and in sight then");
  equal(new View(0, 0).whole_s > 0, true, "nothing there: no division by zero");
}

function ticks() {
  const view = new View(0, 7200);
  view.width = 1220;
  const texts = (all) => all.filter(({ text }) => text).map(({ text }) => text);
  equal(texts(secondTicks(view)).slice(0, 3), ["0:00", "10:00", "20:00"], "minutes");
  view.show(3600, 3601);
  equal(texts(secondTicks(view)).slice(1, 3), ["1:00:00.0", "1:00:00.1"], "tenths");
  for (const factor of [1, 7, 60, 900, 1e4, 1e6]) {
    view.fit();
    view.zoomAt(factor, 500);
    for (const all of [secondTicks(view), frameTicks(view, { num: 30000, den: 1001 }, 0)]) {
      const places = all.map(({ time_s }) => view.toX(time_s));
      const least = Math.min(...places.slice(1).map((x, i) => x - places[i]));
      const most = texts(all).length;
      const isWell = least >= 5.9 && most >= 1 && most <= 20;
      equal(isWell, true, `marks at ${factor}: ${least} ${most}`);
    }
  }
  equal([0.25, 59.9999, 3723.5, -0.5].map((time_s) => secondsText(time_s, 0.1)),
    ["0:00.3", "1:00.0", "1:02:03.5", "-0:00.5"], "rounded, never 60 seconds");
  view.show(60, 61);
  const ntsc = texts(frameTicks(view, { num: 30000, den: 1001 }, 0));
  equal(ntsc.includes("00:01:00;02") && !ntsc.includes("00:01:00;00"), true, `drop-frame: ${ntsc}`);
}

function spans() {
  const times = [[4, 6], [0, 2], [2, 9], [6, 8]];
  const segments = ordered(times.map(([start_s, end_s]) => ({ start_s, end_s })));
  equal(segments.map(({ reach_s }) => reach_s), [2, 9, 9, 9], "by their starts");
  equal(inSight(segments, 8.5, 20), [1, 4], "one that reaches far is not missed");
  equal(inSight(segments, 20, 30), [4, 4], "beyond the end");
  equal([-1, 0, 3.9, 99].map((time_s) => segmentAt(segments, time_s)), [0, 0, 1, 3], "segmentAt");
  equal(segmentAt([], 1), -1, "no segments");
  const columns = largestPerColumn(
    4, 4, (i) => [0, 1, 3, 3][i], (i) => [2, 2, 9, 3][i], (i) => [1, 5, 2, 3][i]);
  equal([...columns], [1, 5, 0, 3], "the largest of what touches a column");
  equal(holesOf([[0.1, 1], [1.01, 9.9]], 0, 10, 0.15), [[1, 1.01]], "holes, but no short ends");
  equal(holesOf([], 0, 10, 0.15), [[0, 10]], "all of it");
  equal(holesOf([[0, 6], [1, 2]], 0, 10, 0.15), [[6, 10]], "a range within another");
  const marks = [10, 15, 23, 40].map((x) => ({ x, what: x }));
  const groups = gathered(marks, 12).map(({ x, all }) => [x, all.length]);
  equal(groups, [[10, 2], [23, 1], [40, 1]], "gathered");
  equal([812, 18_220, 1_240_000].map(bytesText),
    ["812 B", "18.2\\u00a0kB", "1.24\\u00a0MB"], "sizes");
  equal([640, 2400].map(rateText), ["640\\u00a0kb/s", "2.4\\u00a0Mb/s"], "rates");
}

function media() {
  const coarse = tileStep(10, 80, 0.04);
  equal([tileStep(20, 80, 0.04) * 2, tileStep(1e6, 80, 0.5)], [coarse, 0.5],
    "powers of two, no finer than frames");
  const tiles = tilesBetween(5, 70, 8, 0.5, 60);
  equal(tiles.map(({ key }) => key / 1000), [0, 8, 16, 24, 32, 40, 48, 56], "whole file only");
  equal([tiles[0].start_s, tiles[7].end_s], [0.5, 60], "cut at its ends");
  const get = (key) => (key === 0 ? "far" : undefined);
  equal(standIn(3000, 1, get), "far", "a wider picture stands in");
  const values = Array.from({ length: 1000 }, (_, i) => (i === 777 ? 255 : i % 100));
  const peaks = new Peaks(10, 0.1, values);
  const [x, y] = [peaks.largest(10, 110), peaks.largest(10, 80)];
  equal([x, y, peaks.largest(87.7, 87.8), peaks.largest(87.8, 87.9)], [255, 99, 255, 78], "peaks");
  equal([peaks.largest(0, 5), peaks.largest(200, 300)], [0, 0], "nothing outside");
  const { placed, height } = stacked([
    { id: "a", height: 40, rows: 1, open: true }, { id: "b", height: 50, rows: 3, open: false },
    { id: "c", height: 20, rows: 1, open: true },
  ]);
  equal([height, placed.map(({ top }) => top)], [80, [0, 41, 60]], "stacked");
  equal([laneAt(placed, 45)?.id, laneAt(placed, 200)], ["b", null], "laneAt");
}

function panel() {
  const facts = {
    init: { offset: 0, size: 100 },
    segments: [{ n: 0, offset: 100, size: 50, start_s: 0, end_s: 2 },
      { n: 1, offset: 150, size: 60, start_s: 2, end_s: 4 }],
    findings: [{ segment: 1, offset: 5 }, { segment: null, offset: 120 },
      { segment: null, offset: null, time_s: 3 }, { segment: null, offset: null, time_s: null }],
  };
  const counts = ["init", 0, 1].map((which) => model.findingsIn(facts, which).length);
  equal(counts, [0, 1, 2], "findings by place");
  equal([[0, -1], [1, 1]].map(([n, step]) => model.neighbourOf(facts, n, step)), ["init", null],
    "neighbours");
  equal([1234567, 999].map((n) => model.numberText(n, false)),
    ["1\\u202f234\\u202f567", "999"], "decimal");
  equal(model.numberText(255, true), "0xff", "hexadecimal");
  equal([3.84, 3723.041708, 59.9999999, -0.0065].map(model.exactTime),
    ["0:03.84", "1:02:03.041708", "1:00.00", "-0:00.0065"], "exact times");
  const leaf = (name) => ({ name, children: [] });
  const inner = [leaf("b"), { name: "c", children: [leaf("d")] }];
  const tree = [{ name: "a", children: inner }, leaf("e")];
  const rows = model.rowsOf(tree, (node) => node.name === "a");
  equal(rows.map(({ node, level, place, among }) => `${node.name}${level}${place}${among}`),
    ["a112", "b212", "c222", "e122"], "rows of a tree");
}

function words() {
  const faults = [];
  const holes = (text) => [...text.matchAll(/\\{\\w+\\}/g)].map(String).sort().join();
  for (const words of [axisWords, panelWords]) {
    for (const language of ["zh", "ru"]) {
      const keys = new Set([...Object.keys(words.en), ...Object.keys(words[language])]);
      for (const key of keys) {
        const [own, english] = [words[language][key], words.en[key]];
        const isThere = own && english && own !== english;
        if (!isThere || holes(own) !== holes(english)) faults.push(`${language} ${key}`);
      }
    }
  }
  return { faults, count: Object.keys({ ...axisWords.en, ...panelWords.en }).length };
}

const COUNT = 7000;
const END_S = 7200;

const many = (length, make) => Array.from({ length }, (_, i) => make(i));

function facts() {
  const step = END_S / COUNT;
  const segments = Array.from({ length: COUNT }, (_, n) => ({
    n, offset: n * 1e6, size: 4e5 + ((n * 7919) % 6e5), start_s: n * step, end_s: (n + 1) * step,
    keyframe: true, frames: 25,
  }));
  const reach = (i) => [[0, 1000 * i], [1000 * i + 5, END_S]];
  return {
    duration_s: END_S, segments, keyframes_s: segments.map(({ start_s }) => start_s),
    first_frame_s: 0, frame_rate: { num: 25, den: 1 },
    tracks: [{ kind: "video" }, { kind: "audio" }],
    picture: { shown_width: 1920, shown_height: 1080 },
    bit_rate: { step_s: 0.2, kbit_s: many(END_S * 5, (i) => 500 + ((i * 31) % 900)) },
    predictions: many(4, (i) => ({ title: `Engine ${i}`, ranges: reach(i + 1), reason: "" })),
    findings: many(500, (i) => ({ severity: "warn", message: "", time_s: i * 14 })),
  };
}

function long() {
  const body = document.body;
  const buffered = Array.from({ length: 50 }, (_, i) => [i * 100, i * 100 + 60]);
  const state = { ...NO_STATE, buffered, source_buffers: [{ label: "1", ranges: buffered }] };
  const say = (key) => key;
  const room = { facts: facts(), say, state, selected: 7, marks: [100, 200], port: null };
  const waves = { isOver: false, want: () => undefined, largest: (from_s) => (from_s * 97) % 255 };
  const pictures = { isOver: false, want: () => undefined, get: () => undefined };
  const scene = new Scene(room, pictures, waves);
  const board = new Board(scene, () => undefined);
  body.append(board.root);
  board.root.style.cssText = "display: grid; grid-template-columns: 150px 1450px; width: 1600px";
  scene.colours = new Proxy({}, { get: () => "#456" });
  board.fit();
  const times = {};
  const zooms = { all: 1, minutes: 12, segments: 400, frames: 5000 };
  for (const [name, factor] of Object.entries(zooms)) {
    scene.view.fit();
    scene.view.zoomAt(factor, 700);
    const spent = [];
    for (let i = 0; i < 15; i += 1) {
      scene.view.panBy(3);
      board.dirtyAll();
      const begun = performance.now();
      board.fit();
      board.draw();
      board.lanes.g.getImageData(0, 0, 1, 1);
      spent.push(performance.now() - begun);
    }
    times[name] = Math.min(...spent);
    const { data } = board.lanes.g.getImageData(0, 0, 1450, 20);
    equal(data.some((value) => value > 0), true, `something is drawn: ${name}`);
  }
  return { times, lanes: board.names.root.children.length, width: board.lanes.width };
}

await scenario(async () => {
  const broken = [];
  for (const part of [views, ticks, spans, media, panel]) {
    try {
      part();
    } catch (error) {
      broken.push(`${part.name}: ${error.message}`);
    }
  }
  return { broken, words: words(), long: long() };
});
"""


@pytest.fixture(scope="module")
def found(embedded: Engine, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the modules make of it, from one launch for all claims."""
    return run_scenario(embedded, SCRIPT, tmp_path_factory.mktemp("axis"))


def test_the_axis_keeps_its_arithmetic(found: dict[str, Any]) -> None:
    assert found["broken"] == []


def test_a_long_film_is_drawn_within_a_frame(found: dict[str, Any]) -> None:
    long = found["long"]
    assert (long["lanes"], long["width"]) == (7, 1450)
    assert max(long["times"].values()) < 16, long["times"]


def test_every_word_is_there_in_every_language(found: dict[str, Any]) -> None:
    assert found["words"]["faults"] == []
    assert found["words"]["count"] > 50
