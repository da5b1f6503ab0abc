/** Plays one file to its end and tries everything else that must work; gathers what was seen. */

import { tryEntry } from "./entry.js";
import { MseError } from "./errors.js";
import { PictureProbe, audioBytes, frameCount } from "./evidence.js";
import { tryJoint } from "./joint.js";
import { canChangeType } from "./managed-source.js";
import { MsePlayer } from "./mse-player.js";
import { allowedRate } from "./rates.js";
import { RawPlayer } from "./raw-player.js";
import { Snapshot } from "./snapshot.js";
import { WaitLog, playAgain } from "./waits.js";
import { playAnyway, until, untilStalled } from "./waiting.js";

/** @typedef {import("./steps.js").StepLog} StepLog */
/** @typedef {import("./joint.js").Joint} Joint */
/** @typedef {{at_s: number, frame_s: number | null}} SeekTarget frame_s: start of the frame shown there */
/** @typedef {{kind: "play", session: boolean, file: string, mime: string, rate: number,
 *   rate_caps: Record<string, number>, raw: boolean, whole: boolean, frames_expected: number,
 *   seeks: SeekTarget[], entries: import("./entry.js").Entry[], entry_points: number,
 *   joint: Joint | null, seek_limit_ms: number, stall_ms: number, seeks_budget_ms: number,
 *   entries_budget_ms: number}} PlayPlan */
/** @typedef {(event: string, data?: Record<string, unknown>) => void} Tell */

const ENOUGH_FAILURES = 2;
const FRAMES_SETTLE_MS = 1_000;
const SHOWN_SETTLE_MS = 500;
const NEAR_S = 0.05;
const HEARTBEAT_MS = 2_000;
const METADATA_LIMIT_MS = 5_000;

export class CheckRun {
  /** @type {Record<string, any>} */
  evidence = { seeks: [], entries: [], waits: 0, wait_notes: [], again: [] };
  snapshot = new Snapshot();

  /**
   * @param {HTMLVideoElement} video
   * @param {PlayPlan} plan
   * @param {import("./segment-cache.js").SegmentCache} loader
   * @param {import("./segment-loader.js").Index} index
   * @param {StepLog} steps
   * @param {Tell} tell
   */
  constructor(video, plan, loader, index, steps, tell) {
    this.video = video;
    this.plan = plan;
    this.loader = loader;
    this.index = index;
    this.steps = steps;
    this.tell = tell;
    this.probe = new PictureProbe(video, this.snapshot);
    this.waits = new WaitLog(video);
    const bounds = plan.whole ? { aheadS: Infinity, behindS: Infinity } : {};
    const Player = plan.raw ? RawPlayer : MsePlayer;
    this.player = new Player(video, loader, index, (name, data) => this.#heard(name, data), {
      ...bounds,
      nudge: false,
    });
  }

  /** @returns {Promise<void>} rejects with the first error */
  async run() {
    const { video, steps } = this;
    video.muted = true; // nobody asked to hear it, and Firefox fails without a sound card
    const started = performance.now();
    const first = () => { this.evidence.first_frame_ms = Math.round(performance.now() - started); };
    video.addEventListener("loadeddata", first, { once: true });
    steps.begin("sourceopen");
    await this.player.open();
    await this.#append();
    await this.#metadata();
    await this.#play();
    await this.#frames();
    if (this.plan.raw) return;
    await this.#playWaitsAgain();
    await this.#seeks();
    this.player.destroy();
    await this.#entries();
    await this.#joint("repeated-init", false);
    await this.#joint("switch", true);
  }

  /**
   * @param {string} name
   * @param {Record<string, unknown>} [data]
   */
  #heard(name, data = {}) {
    if (name === "sourcebuffer:added") this.steps.begin("init");
    if (name === "init") this.steps.begin("append");
    if (name === "quota") this.tell("quota", data);
    if (name === "append") this.tell("append", { n: data.n, ms: data.ms, bytes: data.bytes });
  }

  async #append() {
    if (!this.plan.whole) {
      this.steps.say("larger than the engine's buffer: appended while it played");
      return;
    }
    const coverage = () => JSON.stringify(this.player.coverage);
    await this.#guarded(() => this.player.complete === true, coverage);
    this.evidence.buffered = this.player.buffered;
    this.steps.say(`${this.index.segments.length} segments, ${this.index.size} bytes`);
  }

  async #metadata() {
    const { video } = this;
    this.steps.begin("metadata");
    if (!(await until(video, () => video.readyState >= 1, METADATA_LIMIT_MS))) {
      const { buffered } = this.player;
      throw new MseError("no-metadata", "the engine took the bytes and understood none", { buffered });
    }
    this.steps.say(video.videoWidth ? `${video.videoWidth} x ${video.videoHeight}` : "sound only");
  }

  async #play() {
    const { video, probe } = this;
    this.steps.begin("play");
    await this.#guarded(() => video.readyState >= 2, () => video.readyState);
    probe.grab();
    probe.start();
    this.waits.start();
    this.evidence.rate = allowedRate(video, this.plan.rate, this.plan.rate_caps);
    const from = video.currentTime;
    await playAnyway(video);
    const playing = performance.now();
    const beat = setInterval(() => this.tell("playing", { time_s: video.currentTime }), HEARTBEAT_MS);
    try {
      await this.#guarded(() => video.ended, () => video.currentTime);
    } finally {
      clearInterval(beat);
      const seconds = (performance.now() - playing) / 1000;
      this.evidence.clock_speed = seconds > 0 ? (video.currentTime - from) / seconds : 0;
      this.evidence.reached_end = video.ended;
      this.waits.stop();
    }
    this.steps.say(`to ${video.currentTime.toFixed(2)} s at ${this.evidence.rate} times speed`);
  }

  async #frames() {
    this.steps.begin("frames");
    const expected = this.plan.frames_expected;
    await until(this.video, () => frameCount(this.video).total >= expected, FRAMES_SETTLE_MS);
    this.probe.stop();
    this.note();
    this.steps.say(expected ? `${this.evidence.frames} of ${expected}` : "no picture in this file");
  }

  async #playWaitsAgain() {
    const { video } = this;
    video.pause();
    const places = this.waits.places();
    if (!places.length) {
      this.steps.skip("waits", "it never waited");
      return;
    }
    this.steps.begin("waits");
    for (const at_s of places) {
      this.tell("again", { at_s });
      this.evidence.again.push(await playAgain(video, at_s, this.plan.stall_ms));
    }
    video.pause();
    const again = this.evidence.again.filter((/** @type {any} */ one) => one.waited).length;
    this.steps.say(`${again} of ${places.length} places where it waited again at normal speed`);
  }

  async #seeks() {
    const { video, plan } = this;
    this.steps.begin("seeks");
    video.playbackRate = 1;
    const end = performance.now() + plan.seeks_budget_ms;
    let failures = 0;
    for (const target of plan.seeks) {
      if (failures >= ENOUGH_FAILURES || performance.now() > end) break;
      const result = await this.#seek(target);
      this.evidence.seeks.push(result);
      failures += result.completed ? 0 : 1;
    }
    this.steps.say(`${this.evidence.seeks.length} of ${plan.seeks.length}`);
  }

  /** @param {SeekTarget} target */
  async #seek(target) {
    const { video } = this;
    this.tell("seek", { target_s: target.at_s });
    const probe = new PictureProbe(video, this.snapshot);
    probe.aim_s = target.at_s;
    const started = performance.now();
    probe.start();
    video.currentTime = target.at_s;
    const done = () => !video.seeking && video.readyState >= 2;
    const completed = await until(video, done, this.plan.seek_limit_ms);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    if (completed && probe.shown !== null && target.frame_s !== null) {
      // the first picture told of may still be the one from before the seek (WebKitGTK)
      const near = () => Math.abs((probe.nearest_s ?? Infinity) - Number(target.frame_s)) < NEAR_S;
      await until(video, near, SHOWN_SETTLE_MS);
    }
    probe.stop();
    this.probe.grab();
    return {
      target_s: target.at_s, frame_s: target.frame_s, shown_s: probe.nearest_s,
      completed, ms, ready_state: video.readyState,
    };
  }

  async #entries() {
    const { plan, steps } = this;
    if (!plan.entries.length) {
      steps.skip("entries", "there is only one segment");
      return;
    }
    steps.begin("entries");
    const end = performance.now() + plan.entries_budget_ms;
    let failures = 0;
    for (const entry of plan.entries) {
      if (failures >= ENOUGH_FAILURES || performance.now() > end) break;
      this.tell("entry", { n: entry.n });
      const result = await tryEntry(this.loader, this.index, entry, plan.seek_limit_ms);
      this.evidence.entries.push(result);
      failures += result.shown ? 0 : 1;
    }
    steps.say(`${this.evidence.entries.length} of ${plan.entry_points}`);
  }

  /**
   * @param {"repeated-init" | "switch"} name
   * @param {boolean} change
   */
  async #joint(name, change) {
    const { plan, steps } = this;
    if (!plan.joint) {
      steps.skip(name, "no further segment begins with a keyframe");
      return;
    }
    if (change && !canChangeType()) {
      steps.skip(name, "this engine cannot change the type of a SourceBuffer");
      return;
    }
    steps.begin(name);
    const { loader, index } = this;
    const result = await tryJoint(loader, index, plan.joint, change, plan.seek_limit_ms);
    this.evidence[change ? "switched" : "repeated_init"] = result;
    if (result.passed) steps.say(`before segment ${plan.joint.n + 1}`);
    else steps.fail(`stopped before segment ${plan.joint.n + 1}`);
  }

  /**
   * @param {() => boolean} isDone
   * @param {() => number | string} progress
   */
  async #guarded(isDone, progress) {
    const { video, player, plan } = this;
    const failed = () => player.error !== null;
    const situation = () => ({
      time_s: video.currentTime, ready_state: video.readyState, buffered: player.buffered,
    });
    await untilStalled(video, () => failed() || isDone(), progress, plan.stall_ms, situation);
    if (player.error) throw player.error;
  }

  /** Write down what can be counted now, before seeking counts frames again. */
  note() {
    const { video, player, probe, waits } = this;
    const { total, dropped } = frameCount(video);
    Object.assign(this.evidence, {
      coverage: player.coverage,
      buffered: this.evidence.buffered ?? player.buffered,
      duration_s: Number.isFinite(video.duration) ? video.duration : null,
      frames: total,
      dropped,
      shown: probe.shown,
      waits: waits.count,
      wait_notes: waits.notes,
      audio_bytes: audioBytes(video),
      width: video.videoWidth,
      height: video.videoHeight,
      time_s: video.currentTime,
      ready_state: video.readyState,
    });
  }
}
