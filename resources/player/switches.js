/** Changes from one rung of a ladder to another, played over the boundary between two segments. */

import { asMseError } from "./errors.js";
import { frameCount } from "./evidence.js";
import { isSupported } from "./managed-source.js";
import { allowedRate, familyOf } from "./rates.js";
import { Scene } from "./scene.js";
import { SegmentCache } from "./segment-cache.js";
import { until } from "./waiting.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {{file: string, mime: string, width: number, height: number}} Rung */
/** @typedef {{from: number, to: number, n: number, at_s: number}} Switch
 *   segment `n` of one rung, then `n + 1` of the other, which begins at `at_s` */
/** @typedef {{kind: "switches", session: boolean, rungs: Rung[], switches: Switch[], rate: number,
 *   rate_caps: Record<string, number>, before_s: number, after_s: number, limit_ms: number}} SwitchPlan */
/** @typedef {{time_s: number, width: number}} Shown one picture: its media time, and how wide it is */
/** @typedef {{cache: SegmentCache, index: Index}} Opened */

const SETTLE_MS = 500;
const POLL_MS = 10;
const ROUNDING_S = 0.001;
/** How far before the place aimed at the picture there may have begun. */
const NEAR_S = 0.1;
/**
 * Pictures on each side of the boundary that may bear the other side's width: WebKitGTK tells
 * the width of a moment later or earlier. Source: measured, 2.50.6, at 1 to 4 times speed.
 */
const EDGE = familyOf(navigator.userAgent) === "webkit" ? 1 : 0;

/** Writes down each picture that is presented. */
class ShownLog {
  /** @type {Shown[]} */
  list = [];
  /** Whether the engine tells of each picture by itself. */
  exact;
  #running = true;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
    this.exact = typeof video.requestVideoFrameCallback === "function";
    if (this.exact) this.#await();
    else this.#poll();
  }

  stop() {
    this.#running = false;
  }

  #await() {
    this.video.requestVideoFrameCallback((_, frame) => {
      if (!this.#running) return;
      this.list.push({ time_s: frame.mediaTime, width: frame.width });
      this.#await();
    });
  }

  #poll() {
    if (!this.#running) return;
    const { currentTime, videoWidth, seeking, readyState } = this.video;
    if (!seeking && readyState >= 2) this.list.push({ time_s: currentTime, width: videoWidth });
    setTimeout(() => this.#poll(), POLL_MS);
  }
}

/**
 * Play every switch of a plan; each is told as an event `switch`.
 *
 * @param {URL} base of the run
 * @param {SwitchPlan} plan
 * @param {import("./reporter.js").Reporter} reporter
 * @returns {Promise<{outcome: string, evidence: Record<string, unknown>}>} for the final report
 */
export async function playSwitches(base, plan, reporter) {
  const unable = plan.rungs.find((rung) => !isSupported(rung.mime));
  if (unable) return { outcome: "unsupported", evidence: { mime: unable.mime } };
  const opened = await Promise.all(plan.rungs.map(async (rung) => {
    const cache = new SegmentCache(new URL(`../../media/${rung.file}/`, base));
    return { cache, index: await cache.index() };
  }));
  for (const one of plan.switches) {
    reporter.post("switch", await trySwitch(plan, opened, one));
  }
  return { outcome: "finished", evidence: {} };
}

/**
 * @param {SwitchPlan} plan
 * @param {Opened[]} opened
 * @param {Switch} one
 * @returns {Promise<Record<string, unknown>>} `{from, to, n, at_s, begin_s, passed, time_s, frames,
 *   waits, dropped, exact, before_width, after_width, first_s, last_s, shown_before, shown_after, rate,
 *   ms, ranges, error}`
 */
export async function trySwitch(plan, opened, one) {
  const started = performance.now();
  /** @type {Record<string, unknown>} */
  const result = { ...one, passed: false, frames: 0, ranges: [], error: null };
  const scene = new Scene();
  /** @type {ShownLog | null} */
  let log = null;
  try {
    await scene.open(plan.rungs[one.from].mime, opened[one.from].index.duration_s);
    await fill(scene, opened, one);
    result.ranges = scene.buffered;
    result.begin_s = Math.max(scene.buffered[0]?.[0] ?? 0, one.at_s - plan.before_s);
    log = new ShownLog(scene.video);
    const sought = await scene.seek(Number(result.begin_s), plan.limit_ms);
    if (sought) await cross(scene, plan, one, log, result);
    result.time_s = scene.video.currentTime;
    Object.assign(result, told(log, one, Number(result.begin_s)));
    // WebKitGTK counts decoded frames late: what it presented was decoded, too
    result.frames = Math.max(Number(result.frames), Number(result.shown_before) + Number(result.shown_after));
  } catch (error) {
    result.error = ((await scene.failure()) ?? asMseError(error)).toReport();
  } finally {
    log?.stop();
    scene.close();
  }
  return { ...result, ms: Math.round(performance.now() - started) };
}

/**
 * @param {Scene} scene
 * @param {Opened[]} opened
 * @param {Switch} one
 */
async function fill(scene, opened, one) {
  const [from, to] = [opened[one.from], opened[one.to]];
  await scene.queue.append(await from.cache.init());
  await scene.queue.append(await from.cache.segment(one.n));
  await scene.queue.append(await to.cache.init());
  await scene.queue.append(await to.cache.segment(one.n + 1));
  scene.end(to.index.segments[one.n + 1].frames);
}

/**
 * Play over the boundary, and count.
 *
 * @param {Scene} scene
 * @param {SwitchPlan} plan
 * @param {Switch} one
 * @param {ShownLog} log
 * @param {Record<string, unknown>} result
 */
async function cross(scene, plan, one, log, result) {
  const { video } = scene;
  const before = frameCount(video);
  const over = () => video.currentTime >= one.at_s + plan.after_s;
  let waits = 0;
  const waiting = () => { waits += 1; };
  video.addEventListener("waiting", waiting);
  result.rate = allowedRate(video, plan.rate, plan.rate_caps);
  result.passed = await scene.play(over, plan.limit_ms, Number(result.rate));
  const seen = () => log.list.some((shown) => !isBefore(shown, one));
  if (result.passed && !seen()) await until(video, seen, SETTLE_MS);
  const after = frameCount(video);
  result.frames = after.total - before.total;
  result.dropped = after.dropped - before.dropped;
  result.waits = waits;
  video.removeEventListener("waiting", waiting);
}

/**
 * @param {ShownLog} log
 * @param {Switch} one
 * @param {number} begin_s
 */
function told(log, one, begin_s) {
  const seen = log.list.filter((shown) => shown.time_s >= begin_s - NEAR_S);
  const before = seen.filter((shown) => isBefore(shown, one));
  const after = seen.filter((shown) => !isBefore(shown, one));
  return {
    exact: log.exact,
    shown_before: before.length,
    shown_after: after.length,
    before_width: before[0]?.width ?? 0,
    after_width: after.at(-1)?.width ?? 0,
    odd_widths: odd(before.slice(0, before.length - EDGE)) + odd(after.slice(EDGE).reverse()),
    first_s: seen[0]?.time_s ?? null,
    last_s: seen.at(-1)?.time_s ?? null,
  };
}

/**
 * @param {Shown} shown
 * @param {Switch} one
 */
function isBefore(shown, one) {
  return shown.time_s < one.at_s - ROUNDING_S;
}

/**
 * @param {Shown[]} shown
 * @returns {number} how many pictures are not as wide as the first of them
 */
function odd(shown) {
  return shown.filter((one) => one.width !== shown[0].width).length;
}
