/** Plays what is fetched piece by piece: a file's segments, HLS, DASH; each track has a feeder. */

import { MseError, asMseError } from "../errors.js";
import { isSupported } from "../managed-source.js";
import { rangesOf } from "../timeline.js";
import { pause } from "../waiting.js";
import { holdOf, startPiece } from "./live-rules.js";
import { endOf, fittingRung, pieceFor, placeOf, playable } from "./plan.js";
import { StreamMedia } from "./stream-media.js";
import { TrackFeeder } from "./track-feeder.js";

/** @typedef {import("./plan.js").Piece} Piece */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Rung} Rung */
/** @typedef {import("./plan.js").Source} Source */
/** @typedef {import("./plan.js").Track} Track */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */
/** @typedef {import("../source-buffer-queue.js").Emit} Emit */

const SPARE_S = 0.25;
const MOST_LOST_S = 30;
/** What is answered for a stream that has no segment yet. */
const NOT_YET = 503;
const NOT_YET_PAUSE_MS = 500;

/** Tells by `emit`: `media`, `lost`, `back`, `ended`, `rung`, `fell-behind`. */
export class PullPlayer {
  #stopped = false;
  #isPlaced = false;
  /** @type {TrackFeeder[]} */
  #feeders = [];
  /** Segments to be left out, by where they begin. @type {Set<number>} */
  #skipped = new Set();
  /** @type {number | undefined} */
  #timer;
  #listeners = new AbortController();
  /** @type {Rung | null} */
  #wished = null;
  /** @type {Plan} */
  plan = { live: false, ended: false, duration_s: 0, refresh_s: 0, tracks: [] };
  /** @type {Map<number, number>} */
  offsets = new Map();

  /**
   * @param {HTMLVideoElement} video
   * @param {Source} source
   * @param {StreamFolder} folder
   * @param {Emit} emit
   */
  constructor(video, source, folder, emit) {
    this.video = video;
    this.source = source;
    this.folder = folder;
    this.emit = emit;
    this.media = new StreamMedia(video, emit);
    this.media.onError = (error) => this.#fail(error);
    /** Called once, with the first error. @type {(error: MseError) => void} */
    this.onError = () => undefined;
  }

  get isLive() {
    return this.plan.live;
  }

  /** The whole, 0 while it is not known. */
  get duration_s() {
    return this.plan.live ? 0 : this.plan.duration_s;
  }

  /** The newest moment that is offered; null for what has an end. */
  get edge_s() {
    const last = this.#pieces.at(-1);
    return this.plan.live && last && this.#isPlaced ? endOf(last) : null;
  }

  /** How much comes at a time. */
  get unit_s() {
    return this.#pieces.length ? holdOf(this.#pieces) - SPARE_S : 0;
  }

  /** Where playing begins that is as near to now as can be. */
  get newest_s() {
    const pieces = this.#pieces;
    return pieces[Math.max(0, startPiece(pieces, holdOf(pieces)))]?.start_s ?? 0;
  }

  get #pieces() {
    return (this.#feeders[0]?.rung ?? this.plan.tracks[0]?.rungs[0])?.pieces ?? [];
  }

  /** @returns {string[]} of the SourceBuffers */
  get mimes() {
    return this.#feeders.map(({ mime }) => mime);
  }

  /** What the first track can be had as. @returns {Rung[]} */
  get rungs() {
    return this.plan.tracks[0]?.rungs ?? [];
  }

  /** @returns {Rung | null} */
  get rung() {
    return this.#feeders[0]?.rung ?? null;
  }

  /** Bits in a second of what is played, as the lists say; 0 when they do not. */
  get rate_bps() {
    return (this.rung ?? this.rungs[0])?.rate_bps ?? 0;
  }

  /** Up to where everything was appended or left out. */
  get reached_s() {
    return Math.min(...this.#feeders.map(({ aim_s }) => aim_s));
  }

  /** @param {{at_s?: number, skipped?: number[]}} [wish] @returns {Promise<void>} rejects with an MseError */
  async open({ at_s = 0, skipped = [] } = {}) {
    for (const start_s of skipped) this.#skipped.add(start_s);
    this.plan = await this.#plan();
    const mimes = this.plan.tracks.map((track) => playable(track));
    await this.#enough();
    if (this.#stopped) return;
    await this.media.open(mimes);
    this.#listen();
    if (!this.plan.live && this.plan.duration_s > 0) this.media.setDuration(this.plan.duration_s);
    this.#feeders = this.plan.tracks.map((track, n) => new TrackFeeder(track, this.media.queues[n], this, mimes[n]));
    this.#begin(at_s);
    this.emit("media", { mimes });
    for (const feeder of this.#feeders) void this.#run(feeder);
    if (this.plan.live) this.#refreshLater();
  }

  /** @returns {Promise<Plan>} as soon as the stream has begun */
  async #plan() {
    for (;;) {
      try {
        return await this.source.open();
      } catch (error) {
        if (asMseError(error).data.status !== NOT_YET || this.#stopped) throw error;
      }
      await pause(NOT_YET_PAUSE_MS);
    }
  }

  /** A stream that has just begun: wait until there is enough to play on. */
  async #enough() {
    const { plan } = this;
    const isThere = () => plan.tracks.every(({ rungs: [{ pieces }] }) => startPiece(pieces, holdOf(pieces)) >= 0);
    while (plan.live && !plan.ended && !this.#stopped && !isThere()) {
      await pause(plan.refresh_s * 1000);
      await this.#refresh();
    }
  }

  /** @param {number} at_s */
  #begin(at_s) {
    if (this.plan.live) {
      for (const feeder of this.#feeders) {
        const { pieces } = feeder.track.rungs[0];
        const first = pieces[Math.max(0, startPiece(pieces, holdOf(pieces)))];
        if (first) feeder.beginAt(first.start_s);
      }
      return;
    }
    this.#isPlaced = at_s > 0;
    if (at_s > 0) this.video.currentTime = at_s;
  }

  /** @param {TrackFeeder} feeder */
  async #run(feeder) {
    try {
      await feeder.run();
    } catch (error) {
      const known = asMseError(error);
      if (feeder.appending) known.data.piece ??= placeOf(feeder.appending);
      this.#fail(known);
    }
  }

  #listen() {
    const options = { signal: this.#listeners.signal };
    for (const name of ["timeupdate", "progress", "waiting", "canplay"]) this.video.addEventListener(name, () => this.#wake(), options);
    this.video.addEventListener("seeking", () => { for (const feeder of this.#feeders) feeder.seek(); }, options);
  }

  #wake() {
    for (const feeder of this.#feeders) feeder.wake();
  }

  /** A better rung, or one that the line carries. @param {Track} track @returns {Promise<Rung>} */
  async choose(track) {
    const fits = track.rungs.filter(({ mime }) => isSupported(mime));
    const { buffered, currentTime } = this.video;
    const ahead_s = rangesOf(buffered).find(([start, end]) => currentTime >= start && currentTime < end)?.[1] ?? currentTime;
    const isWished = this.#wished && track.rungs.includes(this.#wished);
    const rung = isWished ? /** @type {Rung} */ (this.#wished) : fittingRung(fits, this.folder.measured_bps, ahead_s - currentTime);
    await this.source.prepare(rung);
    return rung;
  }

  /** @param {Rung | null} rung null: as the line allows */
  wish(rung) {
    this.#wished = rung;
    if (rung && rung !== this.rung) this.#feeders[0]?.changeRung();
  }

  /** @param {Piece} piece */
  isSkipped(piece) {
    return this.#skipped.has(piece.start_s);
  }

  /** @param {TrackFeeder} feeder @param {Rung} rung @param {Piece} piece */
  appended(feeder, rung, piece) {
    this.emit("appended", { number: piece.number, start_s: piece.start_s, rung: rung.name });
    this.#place();
  }

  done() {
    this.#endIfDone();
  }

  /** Go to where it begins, where that is not 0. */
  #place() {
    const { video } = this;
    if (this.#isPlaced || !video.buffered.length || this.media.queues.some(({ sourceBuffer }) => !sourceBuffer.buffered.length)) return;
    const start_s = video.buffered.start(video.buffered.length - 1);
    this.#isPlaced = true;
    if (this.plan.live || start_s > 0.1) video.currentTime = start_s + 0.001;
  }

  /** @param {Piece} piece */
  lost(piece) {
    this.emit("piece-lost", placeOf(piece));
  }

  /** A piece has left the list before it was fetched: go on with what is newest. */
  fellBehind() {
    this.emit("fell-behind");
    void this.#refresh().then(() => { if (!this.plan.ended) this.toNewest(); });
  }

  /** Go to the newest moment. */
  toNewest() {
    this.video.currentTime = this.newest_s + 0.001;
  }

  /** @param {number} time_s @returns {Piece | null} */
  pieceAt(time_s) {
    return pieceFor(this.#pieces, time_s, false);
  }

  #refreshLater() {
    this.#timer = window.setTimeout(() => void this.#keepFresh(0), this.plan.refresh_s * 1000);
  }

  /** @param {number} lost_s for how long no list came */
  async #keepFresh(lost_s) {
    const isThere = await this.#refresh();
    if (this.#stopped || this.plan.ended) return;
    if (isThere && lost_s) this.emit("back");
    if (isThere) { this.#refreshLater(); return; }
    const pause_s = Math.min(8, Math.max(0.5, lost_s));
    if (lost_s > MOST_LOST_S) { this.#fail(new MseError("network", "the list does not come any more")); return; }
    this.emit("lost", { pause_s });
    this.#timer = window.setTimeout(() => void this.#keepFresh(lost_s + pause_s), pause_s * 1000);
  }

  /** @returns {Promise<boolean>} whether a list came; that there is none any more is an end */
  async #refresh() {
    try {
      await this.source.refresh();
    } catch (error) {
      const known = asMseError(error);
      if (known.code === "network") return false;
      if (known.code !== "file-gone") { this.#fail(known); return true; }
      this.plan.ended = true;
    }
    if (this.plan.ended) this.emit("ended");
    this.#wake();
    this.#endIfDone();
    return true;
  }

  /** Close the stream when everything is in. */
  #endIfDone() {
    if (!this.plan.ended || !this.#feeders.length) return;
    setTimeout(() => {
      if (!this.#stopped && this.#feeders.every(({ isDone, queue }) => isDone && queue.idle)) this.media.end();
    });
  }

  /** @param {MseError} error */
  #fail(error) {
    if (this.#stopped) return;
    const appending = this.#feeders.find((feeder) => feeder.appending)?.appending;
    const here = appending ?? (error.code === "media" ? this.pieceAt(this.video.currentTime) : null);
    if (here) error.data.piece ??= placeOf(here);
    const at_s = this.video.currentTime;
    this.#halt();
    this.onError(Object.assign(error, { data: { ...error.data, at_s, skipped: [...this.#skipped] } }));
  }

  #halt() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#listeners.abort();
    for (const feeder of this.#feeders) feeder.stop();
  }

  close() {
    this.#halt();
    this.media.close();
  }
}
