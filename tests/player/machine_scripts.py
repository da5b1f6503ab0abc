"""What the tests of the preview room's machine do in the page."""

TOOLS = """
(() => {
  const port = studioRoom.port;
  const video = document.querySelector("video");
  const tried = [];
  const ask = async (name, args = {}) => {
    try {
      const value = await port.perform(name, args);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, name: error.name, message: error.message, why: error.why };
    }
  };
  const must = async (name, args) => {
    const told = await ask(name, args);
    if (!told.ok) throw new Error(`${name} ${JSON.stringify(args)}: ${JSON.stringify(told)}`);
    return told.value;
  };
  const expect = async (id, name, args) => { tried.push({ id, ...(await ask(name, args)) }); };
  const set = (attribute, value, target = "source-buffer-0") => (
    ["set", { target, attribute, value }]);
  const until = async (isDone, what, limitMs = 60000) => {
    const end = performance.now() + limitMs;
    while (!isDone()) {
      if (performance.now() > end) throw new Error(`never: ${what} ${JSON.stringify(port.state)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const snapshot = async () => {
    const { objects } = await must("snapshot");
    return Object.fromEntries(objects.map((one) => [one.id, Object.fromEntries(
      one.attributes.map((attribute) => [attribute.name, attribute.text]))]));
  };
  /** A segment, and no player of ours that goes on. */
  const fresh = () => must("append-only", { segment: 0 });
  /** Call before what brings it about: an event that waits its turn is lost with its source. */
  const next = (name) => new Promise((resolve) => {
    video.addEventListener(name, resolve, { once: true });
  });
  const tools = { next, port, video, tried, ask, must, expect, set, until, snapshot, fresh };
  Object.assign(window, { tools });
  return 1;
})()
"""

WALK = """
const { next, port, video, tried, ask, must, expect, set, until, snapshot, fresh } = tools;

// everything that one can see while it plays
const readyState = async () => (await snapshot())["media-source"].readyState;
const states = [];
await must("volume", { value: 0.5 });
await must("mute", { on: true });
await must("rate", { value: 4 });
await must("seek", { time_s: 8.5 });
const over = next("ended");
await must("play");
await over;
const shown = await snapshot();
states.push(await readyState());

// ended
await expect("addSourceBuffer: ended", "add-source-buffer", { mime: studioRoom.facts.mime });
await expect("endOfStream: ended", "end-of-stream", { error: "" });
await expect("duration: ended", ...set("duration", 20, "media-source"));
await expect("setLiveSeekableRange: ended", "set-live-seekable-range", { start_s: 0, end_s: 5 });
await expect("clearLiveSeekableRange: ended", "clear-live-seekable-range");
await expect("abort: ended", "abort");
const automatic = [port.state.automatic];

// open, nothing under way
await fresh();
automatic.push(port.state.automatic);
states.push(await readyState());
await expect("addSourceBuffer: empty", "add-source-buffer", { mime: "" });
await expect("addSourceBuffer: unsupported", "add-source-buffer", { mime: "video/x-nothing" });
await expect("addSourceBuffer: too many", "add-source-buffer", { mime: studioRoom.facts.mime });
await expect("endOfStream: reason", "end-of-stream", { error: "tired" });
await expect("duration: negative", ...set("duration", -1, "media-source"));
await expect("duration: NaN", ...set("duration", "NaN", "media-source"));
await expect("duration: below buffered", ...set("duration", 0.2, "media-source"));
const liveRange = "set-live-seekable-range";
await expect("setLiveSeekableRange: negative", liveRange, { start_s: -1, end_s: 5 });
await expect("setLiveSeekableRange: reversed", liveRange, { start_s: 5, end_s: 1 });
await expect("timestampOffset: NaN", ...set("timestampOffset", "NaN"));
await expect("appendWindowStart: negative", ...set("appendWindowStart", -1));
await expect("appendWindowStart: infinite", ...set("appendWindowStart", "Infinity"));
await expect("appendWindowEnd: NaN", ...set("appendWindowEnd", "NaN"));
await expect("appendWindowEnd: at the start", ...set("appendWindowEnd", 0));
await expect("changeType: empty", "change-type", { mime: "" });
await expect("changeType: unsupported", "change-type", { mime: "video/x-nothing" });
await expect("remove: negative", "remove", { start_s: -1, end_s: 1 });
await expect("remove: after the duration", "remove", { start_s: 99, end_s: 100 });
await expect("remove: reversed", "remove", { start_s: 3, end_s: 1 });
await expect("remove: NaN", "remove", { start_s: 0, end_s: "NaN" });
await expect("volume: too loud", ...set("volume", 2, "video"));

// while updating: a removal lasts until a later task
const during = async (id, name, args) => {
  const removal = port.perform("remove", { start_s: 0.9, end_s: 1 });
  await expect(id, name, args);
  await removal;
};
await during("endOfStream: updating", "end-of-stream", { error: "" });
await during("duration: updating", ...set("duration", 20, "media-source"));
await during("mode: updating", ...set("mode", "sequence"));
await during("timestampOffset: updating", ...set("timestampOffset", 1));
await during("appendWindowStart: updating", ...set("appendWindowStart", 1));
await during("appendWindowEnd: updating", ...set("appendWindowEnd", 5));
await during("abort: removing", "abort");
await during("changeType: updating", "change-type", { mime: studioRoom.facts.mime });
await during("remove: updating", "remove", { start_s: 0, end_s: 1 });
for (let i = 0; i < 50 && !tried.some(({ id }) => id === "appendBuffer: updating"); i += 1) {
  const both = await Promise.all([0, 0].map((segment) => ask("append", { segment })));
  const refused = both.find(({ ok }) => !ok);
  if (refused) tried.push({ id: "appendBuffer: updating", ...refused });
}

// what is allowed, is done
await must(...set("mode", "sequence"));
await must(...set("mode", "segments"));
const ignored = await must(...set("mode", "backwards"));
await must(...set("timestampOffset", 0));
await must(...set("appendWindowEnd", 8));
await must(...set("appendWindowStart", 0.5));
const windowed = (await snapshot())["source-buffer-0"];
await must(...set("appendWindowEnd", "Infinity"));
await must(...set("duration", "Infinity", "media-source"));
await must("set-live-seekable-range", { start_s: 2, end_s: 6 });
const live = (await snapshot())["media-source"];
await must("clear-live-seekable-range");
await must(...set("duration", 12, "media-source"));
const supported = [await must("is-type-supported", { mime: studioRoom.facts.mime }),
  await must("is-type-supported", { mime: "" })];
await must("append", { segment: "init" });
const { buffer } = port.stage.machine.session.buffers[0];
buffer.addEventListener("updatestart", () => void port.perform("abort"), { once: true });
const aborted = await ask("append", { segment: 1 });
const waits = next("waiting"); // with nothing but the init segment there is nothing to show
await must("start-from", { segment: 1 });
await waits;
await must("pause");

// in the middle of a segment
await fresh();
await must("append", { segment: 1, bytes: 400 });
await expect("mode: parsing", ...set("mode", "sequence"));
await expect("timestampOffset: parsing", ...set("timestampOffset", 1));
await must("abort");
const makesTimes = await must("is-type-supported", { mime: "audio/mpeg" });
if (makesTimes) {
  await must("change-type", { mime: "audio/mpeg" });
  await expect("mode: timestamps are made", ...set("mode", "segments"));
}

// removed
await fresh();
await must("remove-source-buffer", { buffer: 0 });
await expect("removeSourceBuffer: removed", "remove-source-buffer", { buffer: 0 });
await expect("mode: removed", ...set("mode", "sequence"));
await expect("timestampOffset: removed", ...set("timestampOffset", 1));
await expect("appendWindowStart: removed", ...set("appendWindowStart", 1));
await expect("appendWindowEnd: removed", ...set("appendWindowEnd", 5));
await expect("appendBuffer: removed", "append", { segment: 0 });
await expect("abort: removed", "abort");
await expect("changeType: removed", "change-type", { mime: studioRoom.facts.mime });
await expect("remove: removed", "remove", { start_s: 0, end_s: 1 });
const removed = (await snapshot())["source-buffer-0"];

// closed
await fresh();
await must("detach");
states.push(await readyState());
await expect("addSourceBuffer: closed", "add-source-buffer", { mime: studioRoom.facts.mime });
await expect("endOfStream: closed", "end-of-stream", { error: "" });
await expect("duration: closed", ...set("duration", 5, "media-source"));
await expect("setLiveSeekableRange: closed", "set-live-seekable-range", { start_s: 0, end_s: 1 });
await expect("clearLiveSeekableRange: closed", "clear-live-seekable-range");

// an error of the element
const errors = {};
for (const reason of ["network", "decode"]) {
  await fresh();
  const failed = next("error");
  await must("end-of-stream", { error: reason });
  await failed;
  errors[reason] = (await snapshot()).video.error;
}
await expect("appendBuffer: element error", "append", { segment: 0 });
await fresh();
await must("change-type", { mime: studioRoom.facts.mime });
const bad = await ask("append", { segment: 1 });

// and back
await must("automatic", { on: true });
const isWell = ({ ready_state, automatic, error }) => ready_state >= 2 && automatic && !error;
await until(() => isWell(port.state), "it plays again");
const log = await must("log", { after: 0 });
const { why } = await import(new URL("explain.js", location.href));
const before = { sourceState: "open", held: true, updating: false, duration: NaN };
const rules = [why("append", "QuotaExceededError", before), why("remove", "TypeError", before),
  why("set mode", "TypeError", before)];
const { size } = studioRoom.facts.segments[0];
const pairs = (...kinds) => log.filter(({ kind }) => kinds.includes(kind))
  .map(({ target, name }) => [target, name]);
const first = log.find(({ name, args }) => name === "appendBuffer" && /^segment 0/.test(args[0]));
return { rules, size, tried, states, shown, windowed, live, removed, supported, ignored, errors,
  bad, automatic, aborted, makesTimes,
  inWords: tried.filter(({ ok }) => !ok).map(({ why }) => studioRoom.say(why)),
  numbers: log.map(({ n }) => n),
  byHand: log.filter(({ byHand }) => byHand).length,
  calls: pairs("call", "set"), events: pairs("event"), bytes: first?.args,
  refused: log.filter(({ outcome }) => outcome === "exception").map(({ result }) => result) };
"""

STORM = """
const { video, port, until, must } = tools;
const real = window.fetch;
let [now, most] = [0, 0];
window.fetch = async (...args) => {
  most = Math.max(most, now += 1);
  try {
    return await real(...args);
  } finally {
    now -= 1;
  }
};
let chance = 7;
for (let i = 0; i < 200; i += 1) {
  chance = (chance * 16807) % 2147483647;
  video.currentTime = (chance % 9900) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
video.currentTime = WANTED;
await until(() => !video.seeking && video.readyState >= 2, "the last place");
window.fetch = real;
const { time_s, error, segment } = port.state;
return { most, time_s, error, segment };
"""


MISSING = """
const { ask, port, until, must } = tools;
const { machine } = port.stage;
const { retryPauses_ms } = machine;
machine.retryPauses_ms = [100];
const real = window.fetch;
let missing = 0;
window.fetch = (url, options) => {
  const isGone = String(url).endsWith(missing ? "/segments/6" : "/init");
  if (!isGone) return real(url, options);
  missing += 1;
  return Promise.resolve(new Response(null, { status: 404 }));
};
const atOnce = ({ detail }) => {
  if (detail.error?.data.path !== "segments/6") return;
  port.events.removeEventListener("state", atOnce);
  void machine.session.player.resume();
};
port.events.addEventListener("state", atOnce);
const refused = (await ask("start-from", { segment: 5 })).name;
await until(() => missing === 3 && port.state.error, "the third error");
const { error } = port.state;
window.fetch = real;
const isBack = ({ error, buffered }) => !error && buffered.some(([, end]) => end > 7);
await until(() => isBack(port.state), "it comes back");
machine.retryPauses_ms = retryPauses_ms;
await must("pause");
const log = await must("log");
return { refused, error, missing, retries: log.filter(({ name }) => name === "retry").length,
  buffered: port.state.buffered };
"""


RING = """
const { port, must } = tools;
const { Taps } = await import(new URL("taps.js", location.href));
const events = new EventTarget();
const batches = [];
events.addEventListener("log", ({ detail }) => batches.push([performance.now(), detail.length]));
const taps = new Taps(events);
const start = performance.now();
for (let i = 0; i < 12000; i += 1) taps.event("video", "seeking", String(i));
for (let i = 0; i < 100; i += 1) taps.event("video", "timeupdate", String(i));
const each_us = (performance.now() - start) / 12;
await new Promise((resolve) => setTimeout(resolve, 350));
const kept = taps.records();
const later = taps.records(kept.at(-1).n - 3).length;
taps.clear();
const plain = new MediaSource();
return { each_us, kept: kept.length, first: kept[0].n, last: kept.at(-1).n, later, batches,
  cleared: taps.records().length, own: Object.getOwnPropertyNames(plain).length,
  native: /native code/.test(String(SourceBuffer.prototype.appendBuffer)) };
"""


TROUBLE = """
const { port, until, must, fresh } = tools;
const line = () => document.querySelector(".trouble:not([hidden])");
const press = () => [...line().querySelectorAll("button")].at(-1).click();
const { troubleOf } = await import(new URL("trouble-rules.js", location.href));
const { segments } = studioRoom.facts;
const error = (code, data = {}) => troubleOf({ error: { code, detail: "x", data } }, segments);
const rules = [error("network"), error("append", { segment: 9 })?.remedies, error("quota")?.title,
  error("media", { segment: 3, why: "why_media_codecs" }),
  error("append", { segment: "init" })?.title];
await fresh();
await until(() => line()?.dataset.kind === "hand", "the line: by hand");
await must("end-of-stream", { error: "decode" });
await until(() => line()?.dataset.kind === "error", "the line: an error");
const said = line().querySelector("p").textContent;
press();
await until(() => !line() && port.state.ready_state >= 2, "anew");
await fresh();
await until(() => line()?.dataset.kind === "hand", "the line: by hand again");
press();
await until(() => !line() && port.state.automatic, "automatic");
return { rules, said };
"""
