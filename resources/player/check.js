/** The check page: plays one file to its end and posts what happened, stage by stage. */

import { MseError, asMseError, mediaError } from "./errors.js";
import { tryEntry } from "./entry.js";
import { PictureProbe, audioBytes, frameCount } from "./evidence.js";
import { MsePlayer } from "./mse-player.js";
import { RawPlayer } from "./raw-player.js";
import { Reporter } from "./reporter.js";
import { SegmentLoader } from "./segment-loader.js";
import { playAnyway, until, untilStalled } from "./waiting.js";

/** @typedef {{kind: "play", file: string, mime: string, rate: number, raw: boolean,
 *   frames_expected: number, whole: boolean, seeks: number[], entries: {n: number, at_s: number}[],
 *   seek_limit_ms: number, stall_ms: number}} PlayPlan */
/** @typedef {{kind: "types", mimes: string[]}} TypesPlan */

const run = new URLSearchParams(location.search).get("run") ?? "";
const base = new URL(`../runs/${run}/`, location.href);
const reporter = new Reporter(new URL("report", base), 100);
const video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
const ENOUGH_FAILURES = 2;
const FRAMES_SETTLE_MS = 1_000;
const HEARTBEAT_MS = 2_000;
const METADATA_LIMIT_MS = 5_000;

let currentStage = "start";

/**
 * @param {string} name
 * @param {Record<string, unknown>} [data]
 */
function stage(name, data = {}) {
  currentStage = name;
  const place = document.getElementById("stage");
  if (place) place.textContent = name;
  reporter.post("stage", { name, ...data });
  void reporter.flush();
}

/**
 * @param {string} outcome `finished`, `unsupported` or `error`
 * @param {Record<string, unknown>} evidence
 * @param {MseError | null} [error]
 */
async function finish(outcome, evidence, error = null) {
  const told = error ? { ...error.toReport(), stage: currentStage } : null;
  reporter.post("final", { outcome, error: told, user_agent: navigator.userAgent, ...evidence });
  await reporter.flush();
}

/** @param {TypesPlan} plan */
async function answerTypes(plan) {
  const can = typeof MediaSource !== "undefined";
  const types = plan.mimes.map((mime) => [mime, can && MediaSource.isTypeSupported(mime)]);
  await finish("finished", { types: Object.fromEntries(types) });
}

class Check {
  /** @type {Record<string, unknown>} */
  evidence = { seeks: [], entries: [], waits: 0 };

  /**
   * @param {PlayPlan} plan
   * @param {SegmentLoader} loader
   * @param {import("./segment-loader.js").Index} index
   */
  constructor(plan, loader, index) {
    this.plan = plan;
    this.loader = loader;
    this.index = index;
    this.probe = new PictureProbe(video);
    const bounds = plan.whole ? { aheadS: Infinity, behindS: Infinity } : {};
    const Player = plan.raw ? RawPlayer : MsePlayer;
    this.player = new Player(video, loader, index, (name, data) => this.#heard(name, data), {
      ...bounds,
      nudge: false,
    });
  }

  /** @returns {Promise<void>} rejects with the first error */
  async run() {
    stage("open");
    video.muted = true; // nobody asked to hear it, and Firefox fails without a sound card
    const started = performance.now();
    const first = () => { this.evidence.first_frame_ms = Math.round(performance.now() - started); };
    video.addEventListener("loadeddata", first, { once: true });
    await this.player.open();
    await this.#append();
    await this.#metadata();
    await this.#play();
    if (this.plan.raw) return;
    await this.#seeks();
    await this.#entries();
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} [data]
   */
  #heard(name, data = {}) {
    if (name === "init" || name === "sourcebuffer:added" || name === "quota") stage(name, data);
    if (name === "append") reporter.post("append", { n: data.n, ms: data.ms, bytes: data.bytes });
  }

  async #append() {
    if (!this.plan.whole) return;
    stage("append", { segments: this.index.segments.length });
    const coverage = () => JSON.stringify(this.player.coverage);
    await this.#guarded(() => this.player.complete, coverage);
    this.evidence.buffered = this.player.buffered;
  }

  async #metadata() {
    stage("metadata");
    if (await until(video, () => video.readyState >= 1, METADATA_LIMIT_MS)) return;
    const { buffered } = this.player;
    throw new MseError("no-metadata", "the engine took the bytes and understood none", { buffered });
  }

  async #play() {
    stage("play", { rate: this.plan.rate });
    const shown = () => video.readyState >= 2;
    await this.#guarded(shown, () => video.readyState);
    this.#countWaits();
    this.probe.grab();
    this.probe.start();
    await playAnyway(video);
    this.#speedUp();
    const playing = performance.now();
    const from = video.currentTime;
    const beat = setInterval(() => reporter.post("playing", { time_s: video.currentTime }), HEARTBEAT_MS);
    await this.#guarded(() => video.ended, () => video.currentTime).finally(() => clearInterval(beat));
    const seconds = (performance.now() - playing) / 1000;
    this.probe.stop();
    this.evidence.reached_end = video.ended;
    this.evidence.clock_speed = seconds > 0 ? (video.currentTime - from) / seconds : 0;
    stage("frames");
    const expected = this.plan.frames_expected;
    await until(video, () => frameCount(video).total >= expected, FRAMES_SETTLE_MS);
    this.note();
  }

  /** Count `waiting` events from now on; the first is where playing began to starve. */
  #countWaits() {
    video.addEventListener("waiting", () => {
      if (video.seeking || video.ended) return;
      this.evidence.waits = Number(this.evidence.waits) + 1;
      this.evidence.first_wait_s ??= video.currentTime;
    });
  }

  #speedUp() {
    for (const rate of [this.plan.rate, 4, 2]) {
      try {
        video.playbackRate = rate;
        return;
      } catch (error) {
        reporter.post("rate-refused", { rate, detail: String(error) });
      }
    }
  }

  async #seeks() {
    video.pause();
    video.playbackRate = 1;
    const results = /** @type {unknown[]} */ (this.evidence.seeks);
    for (const target of this.plan.seeks) {
      stage("seek", { target_s: target });
      const started = performance.now();
      video.currentTime = target;
      const done = () => !video.seeking && video.readyState >= 2;
      const completed = await until(video, done, this.plan.seek_limit_ms);
      const ms = Math.round((performance.now() - started) * 10) / 10;
      results.push({ target_s: target, completed, ms, ready_state: video.readyState });
      this.probe.grab();
    }
  }

  async #entries() {
    this.player.destroy();
    const results = /** @type {unknown[]} */ (this.evidence.entries);
    let failures = 0;
    for (const entry of this.plan.entries) {
      stage("entry", { n: entry.n });
      const result = await tryEntry(this.loader, this.index, entry, this.plan.seek_limit_ms);
      results.push(result);
      failures += result.shown ? 0 : 1;
      if (failures >= ENOUGH_FAILURES) return;
    }
  }

  /**
   * @param {() => boolean} isDone
   * @param {() => number | string} progress
   */
  async #guarded(isDone, progress) {
    const failed = () => this.player.error !== null;
    const situation = () => ({ time_s: video.currentTime, ready_state: video.readyState, buffered: this.player.buffered });
    await untilStalled(video, () => failed() || isDone(), progress, this.plan.stall_ms, situation);
    if (this.player.error) throw this.player.error;
  }

  /** Write down what can be counted now, before seeking counts frames again. */
  note() {
    const { total, dropped } = frameCount(video);
    Object.assign(this.evidence, {
      coverage: this.player.coverage,
      buffered: this.evidence.buffered ?? this.player.buffered,
      duration_s: Number.isFinite(video.duration) ? video.duration : null,
      frames: total,
      dropped,
      audio_bytes: audioBytes(video),
      width: video.videoWidth,
      height: video.videoHeight,
      time_s: video.currentTime,
      ready_state: video.readyState,
    });
  }
}

/** @param {PlayPlan} plan */
async function playAndTell(plan) {
  stage("type", { mime: plan.mime });
  if (typeof MediaSource === "undefined" || !MediaSource.isTypeSupported(plan.mime)) {
    await finish("unsupported", { mime: plan.mime });
    return;
  }
  const loader = new SegmentLoader(new URL(`../media/${plan.file}/`, location.href));
  const check = new Check(plan, loader, await loader.index());
  /** @type {MseError | null} */
  let error = null;
  try {
    await check.run();
  } catch (caught) {
    error = mediaError(video) ?? asMseError(caught);
    if (caught instanceof MseError) Object.assign(error.data, caught.data);
    if (check.player.error) Object.assign(error.data, check.player.error.data);
  }
  if (check.evidence.frames === undefined) check.note();
  await finish(error ? "error" : "finished", { ...check.evidence, picture: check.probe.summary() }, error);
}

async function main() {
  try {
    const answer = await fetch(new URL("plan.json", base), { cache: "no-store" });
    const plan = /** @type {PlayPlan | TypesPlan} */ (await answer.json());
    if (plan.kind === "types") await answerTypes(plan);
    else await playAndTell(plan);
  } catch (error) {
    await finish("error", {}, asMseError(error));
  }
}

void main();
