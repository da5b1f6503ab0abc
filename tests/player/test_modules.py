"""The player's pure modules, run in the embedded engine."""

from pathlib import Path

import pytest

from studio.verdict.browsers import Engine
from tests.e2e.support import run_scenario

pytestmark = pytest.mark.engine

PURE = """
import { equal, scenario } from "./tools.js";
import { clock, covers, frameTime, nextStart, segmentAt, unionOf } from "./timeline.js";
import { LANGUAGES, codecName, codecsOf, translator } from "./strings.js";
import { MseError, asMseError } from "./errors.js";
import { fill } from "./entry.js";
import { SegmentCache, spanOf } from "./segment-cache.js";

await scenario(async () => {
  const parts = [{ offset: 120, size: 50 }, { offset: 180, size: 40 }];
  const index = { init: { offset: 0, size: 100 }, segments: parts, size: 230 };
  equal([0, 1].map((n) => spanOf(index, n)), [[100, 180], [180, 230]], "no byte is left out");
  class Known extends SegmentCache { async segment() { return "with what follows"; } }
  const asked = [];
  for await (const part of new Known("http://127.0.0.1:9/").parts(0)) asked.push(part);
  equal(asked, ["with what follows"], "nor when a player asks for parts");
  const done = [];
  const queue = { append: async (what) => done.push(what) };
  const scene = { queue, end: (n) => done.push(`end ${n}`) };
  const store = { init: async () => "init", segment: async (n) => n };
  const three = { segments: [{ frames: 5 }, { frames: 4 }, { frames: 0 }] };
  for (const n of [0, 1, 2]) await fill(scene, store, three, { n });
  equal(done, ["init", 0, 1, "init", 1, 2, "end 4", "init", 2, "end 0"], "the last is told of");
  equal(unionOf([[0, 1]], [[1, 2], [3, 4]]), [[0, 2], [3, 4]], "touching ranges join");
  equal(unionOf([[3, 4]], [[0, 3.5]]), [[0, 4]], "overlapping ranges join, in any order");
  equal(unionOf([[0, 1]], [[1.05, 2]], 0.1), [[0, 2]], "slack joins");
  equal(covers([[0, 1], [2, 3]], 1), false, "the end is outside");
  equal(covers([[0, 1], [2, 3]], 2), true, "the start is inside");
  const segments = [0, 2, 4].map((start_s) => ({ start_s, duration_s: 2 }));
  const places = [-1, 0, 1.99, 2, 5, 99].map((t) => segmentAt(segments, t));
  equal(places, [0, 0, 0, 1, 2, 2], "segmentAt");
  equal(segmentAt([], 5), 0, "no segments");
  equal(nextStart([[0.08, 1]], 0, 1), 0.08, "a range ahead");
  equal(nextStart([[2, 3]], 0, 1), null, "too far ahead");
  equal([0, 3.489, 61, 3723.5, NaN, Infinity].map(clock),
    ["0:00.00", "0:03.48", "1:01.00", "1:02:03.50", "0:00.00", "0:00.00"], "clock");
  equal(frameTime(0.04, 1, 0.04, 0), 0.1, "one frame on is the middle of the next");
  equal(frameTime(0.02, -1, 0.04, 0), 0.02, "before the first frame is the first frame");
  const mime = 'video/mp4; codecs="avc1.64001f, mp4a.40.2"';
  equal(codecsOf(mime), ["avc1.64001f", "mp4a.40.2"], "codecs");
  equal(["avc1.64001f", "mp4a.40.2", "vp09.00.10.08", "vp8", "xyz"].map(codecName),
    ["H.264", "AAC", "VP9", "VP8", "xyz"], "names");
  equal(translator("de")("deviceStart"), "Start", "unknown language");
  equal(translator("zh-CN")("deviceStart"), "开始", "region");
  equal(translator("en")("refused", { segment: 3 }), "This engine refused segment 3.", "values");
  equal(asMseError(new TypeError("x")).code, "internal", "any error gets a code");
  const report = new MseError("quota", "full", { n: 1 }).toReport();
  equal(report, { code: "quota", detail: "full", data: { n: 1 } }, "report");
  return { languages: LANGUAGES };
});
"""


def test_pure_modules_keep_their_rules(embedded: Engine, tmp_path: Path) -> None:
    found = run_scenario(embedded, PURE, tmp_path)
    assert found["languages"] == ["en", "zh", "ru"]


POLICY = """
import { equal, scenario } from "./tools.js";
import { eviction, room, wants } from "./buffer-policy.js";

await scenario(async () => {
  const segments = Array.from({ length: 50 }, (_, n) => (
    { n, start_s: 2 * n, duration_s: 2, offset: 1000 * n, size: 1000 }
  ));
  const limits = { aheadS: 10, aheadBytes: 1e6, behindS: 6 };
  equal(wants(segments, 20, 15, limits), true, "within reach");
  equal(wants(segments, 20, 16, limits), false, "too far ahead");
  equal(wants(segments, 20, 11, { ...limits, aheadS: 0, aheadBytes: 0 }), true, "the next, always");
  equal(wants(segments, 20, 14, { ...limits, aheadBytes: 4000 }), false, "too many bytes");
  const cut = (ranges, now, complete = false) => eviction(segments, ranges, now, limits, complete);
  equal(cut([], 20), null, "nothing there");
  equal(cut([[0, 30]], 20.5), [0, 14], "behind, at a segment start");
  equal(cut([[14, 30]], 20.5), null, "nothing to gain");
  equal(cut([[0, 30]], 20.5, true), null, "a closed stream is left alone");
  equal(cut([[0, 100]], 5), [26, null], "far ahead, from an earlier position");
  equal(cut([[0, 30]], 70), [0, 64], "after a seek ahead");
  equal(room(segments, [], 20, 11), null, "nothing to remove");
  equal(room(segments, [[0, 10]], 50, 25), [0, null], "everything, after a seek");
  equal(room(segments, [[0, 30]], 21, 15), [0, 16], "behind, keeping some");
  equal(room(segments, [[16, 22], [60, 80]], 21, 11), [24, null], "stale, ahead");
  equal(room(segments, [[16, 30]], 21, 15), null, "all of it is needed");
  return {};
});
"""


def test_buffer_policy_cuts_at_segment_starts(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, POLICY, tmp_path)


STRINGS = """
import { scenario } from "./tools.js";
import { LANGUAGES, translator } from "./strings.js";

await scenario(async () => {
  const source = await (await fetch("strings.js")).text();
  const keys = [...source.split("zh: {")[0].matchAll(/(\\w+): "/g)].map((match) => match[1]);
  const same = [];
  for (const language of LANGUAGES.slice(1)) {
    for (const key of keys) {
      const [own, english] = [translator(language)(key), translator("en")(key)];
      if (own === english) same.push(`${language} ${key}`);
      const holes = (text) => [...text.matchAll(/\\{\\w+\\}/g)].map(String).sort().join();
      if (holes(own) !== holes(english)) same.push(`${language} ${key} holes`);
    }
  }
  return { count: keys.length, same };
});
"""


def test_every_string_is_translated_with_the_same_values(embedded: Engine, tmp_path: Path) -> None:
    found = run_scenario(embedded, STRINGS, tmp_path)
    assert isinstance(found["count"], int)
    assert found["count"] > 25
    assert found["same"] == []


REPORTER = """
import { equal, scenario, post } from "./tools.js";
import { Reporter } from "./reporter.js";

await scenario(async () => {
  const bodies = [];
  const send = window.fetch;
  const answer = (status) => new Response(null, { status });
  window.fetch = async (url, options) => { bodies.push(options.body); return answer(204); };
  const reporter = new Reporter("http://nowhere/", 1e6);
  for (let i = 0; i < 300; i += 1) reporter.post("x", { i, text: "y".repeat(1000) });
  await reporter.flush();
  const seen = bodies.flatMap((body) => JSON.parse(body).events.map((event) => event.i));
  equal(seen, [...seen.keys()], "order");
  const longest = Math.max(...bodies.map((body) => body.length));
  bodies.length = 0;
  window.fetch = async () => { bodies.push(1); return answer(404); };
  for (let i = 0; i < 10; i += 1) { reporter.post("x"); await reporter.flush(); }
  window.fetch = send;
  return { count: seen.length, longest, attempts: bodies.length };
});
"""


def test_reporter_keeps_order_splits_bodies_and_gives_up(embedded: Engine, tmp_path: Path) -> None:
    found = run_scenario(embedded, REPORTER, tmp_path)
    assert found["count"] == 300
    assert isinstance(found["longest"], int)
    assert found["longest"] < 64 * 1024
    assert found["attempts"] == 3


CHECKING = """
import { equal, scenario, video } from "./tools.js";
import { allowedRate, familyOf } from "./rates.js";
import { STEPS, StepLog } from "./steps.js";
import { WaitLog } from "./waits.js";

await scenario(async () => {
  const begun = [];
  const log = new StepLog((name) => begun.push(name));
  log.begin("type");
  log.say("a type");
  log.begin("append");
  log.fail("refused");
  log.skip("switch", "of no use");
  const steps = log.finish();
  equal(begun, ["type", "append"], "begun");
  equal(steps.map((step) => step.name), STEPS, "every step, in order");
  const told = Object.fromEntries(steps.map((step) => [step.name, `${step.state} ${step.detail}`]));
  equal([told.type, told.append, told.switch, told.end],
    ["done a type", "failed refused", "skipped of no use", "skipped "], "states");
  const waits = new WaitLog(video);
  const wait = (at_s, held) => ({ at_s, held, ready_state: 2 });
  waits.notes = [wait(1, true), wait(3, true), wait(3.5, false), wait(9, false), wait(20, true)];
  equal(waits.places(), [3.5, 9, 1], "missing data first, late data once");
  equal([familyOf("X AppleWebKit/605 Version/26 Safari/605"), familyOf("X Chrome/156 Safari/537"),
    familyOf("X Firefox/153.0")], ["webkit", "chromium", "firefox"], "families");
  equal(allowedRate(video, 8, { chromium: 4 }), 4, "an engine's own highest rate");
  return {};
});
"""


def test_modules_of_the_check_keep_their_rules(embedded: Engine, tmp_path: Path) -> None:
    run_scenario(embedded, CHECKING, tmp_path)
