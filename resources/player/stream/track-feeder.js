/** Feeds one SourceBuffer with a track's pieces: one request and one append at a time. */

import { Bell } from "../bell.js";
import { eviction, room } from "../buffer-policy.js";
import { MseError, asMseError } from "../errors.js";
import { covers, middleOf, rangesOf } from "../timeline.js";
import { pause } from "../waiting.js";
import { endOf, keyOf, pieceFor, placeOf } from "./plan.js";
import { offsetOf } from "./piece-offset.js";

/** @typedef {import("../source-buffer-queue.js").SourceBufferQueue} SourceBufferQueue */
/** @typedef {import("../timeline.js").Range} Range */
/** @typedef {import("./plan.js").Piece} Piece */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Rung} Rung */
/** @typedef {import("./plan.js").Track} Track */
/**
 * @typedef {object} Host
 * @property {HTMLVideoElement} video
 * @property {import("./stream-folder.js").StreamFolder} folder
 * @property {Plan} plan
 * @property {import("./stream-media.js").StreamMedia} media
 * @property {Map<number, number>} offsets of each run that begins anew, in seconds
 * @property {(track: Track) => Promise<Rung>} choose
 * @property {(piece: Piece) => boolean} isSkipped
 * @property {(feeder: TrackFeeder, rung: Rung, piece: Piece) => void} appended
 * @property {() => void} done a feeder has nothing more to do
 * @property {(piece: Piece) => void} lost the engine made nothing of it
 * @property {(feeder: TrackFeeder) => void} fellBehind the piece has left the list
 */

const AHEAD_S = 20;
const BEHIND_S = 20;
const MOST_BEHIND_S = 30;
const AHEAD_BITS = 48e6 * 8;
const STORM_MS = 250;
const CALM_MS = 120;
const MOST_INITS = 16;
const MOST_LOST = 3;

export class TrackFeeder {
  #bell = new Bell();
  #stopped = false;
  /** From where on data is wanted; null: at the playhead. @type {number | null} */
  #aim_s = null;
  #soughtAt = -Infinity;
  #isStorm = false;
  #seeks = 0;
  #lostInARow = 0;
  #mustChange = false;
  /** @type {{piece: Piece, controller: AbortController} | null} */
  #fetching = null;
  /** @type {Map<string, ArrayBuffer>} */
  #inits = new Map();
  #initKey = "";
  #mime = "";
  /** @type {Range | null} */
  #lastEviction = null;
  /** The rung whose pieces are appended now. @type {Rung | null} */
  rung = null;
  /** The piece that is being appended. @type {Piece | null} */
  appending = null;
  /** Nothing more is to come, as far as the list goes. */
  isDone = false;

  /**
   * @param {Track} track
   * @param {SourceBufferQueue} queue
   * @param {Host} host
   * @param {string} mime of the SourceBuffer as it was made
   */
  constructor(track, queue, host, mime) {
    this.track = track;
    this.queue = queue;
    this.host = host;
    this.#mime = mime;
  }

  /** @returns {Range[]} */
  get buffered() {
    return rangesOf(this.queue.sourceBuffer.buffered);
  }

  /** Up to where everything was appended or left out. */
  get aim_s() {
    return this.#aim_s ?? this.host.video.currentTime;
  }

  /** What the SourceBuffer takes now. */
  get mime() {
    return this.#mime;
  }

  /** @param {number} time_s begin here, and not at the playhead */
  beginAt(time_s) {
    this.#aim_s = time_s;
  }

  /** The playhead was moved. */
  seek() {
    const now = performance.now();
    this.#isStorm = now - this.#soughtAt < STORM_MS;
    this.#soughtAt = now;
    this.#seeks += 1;
    this.#aim_s = null;
    this.isDone = false;
    const piece = this.#fetching?.piece;
    const time_s = this.host.video.currentTime;
    if (piece && (time_s < piece.start_s || time_s >= endOf(piece))) this.#fetching?.controller.abort();
    this.#bell.ring();
  }

  /** Something has changed: look again. */
  wake() {
    this.#bell.ring();
  }

  stop() {
    this.#stopped = true;
    this.#fetching?.controller.abort();
    this.#bell.ring();
  }

  /** Another rung was wished for: what lies behind the next boundary is fetched again. */
  changeRung() {
    this.#mustChange = true;
    this.#fetching?.controller.abort();
    this.#bell.ring();
  }

  async #dropAhead() {
    this.#mustChange = false;
    const now = this.host.video.currentTime;
    const next = covers(this.buffered, now) ? pieceFor(this.rung?.pieces ?? [], now) : null;
    const seeks = this.#seeks;
    await this.queue.remove(next ? endOf(next) : now, Infinity);
    if (this.#seeks === seeks) this.#aim_s = next ? endOf(next) : null;
  }

  /** Work until `stop`. @returns {Promise<void>} rejects with an MseError; data: `piece` */
  async run() {
    while (!this.#stopped) {
      if (this.#isStorm && performance.now() - this.#soughtAt < CALM_MS) {
        await pause(CALM_MS - (performance.now() - this.#soughtAt));
        continue;
      }
      const rung = await this.host.choose(this.track);
      const step = this.#stopped ? null : this.#nextStep(rung);
      if (step) await step();
      else await this.#bell.wait();
    }
  }

  /** @param {Rung} rung @returns {(() => Promise<void>) | null} */
  #nextStep(rung) {
    const now = this.host.video.currentTime;
    if (this.#mustChange) return () => this.#dropAhead();
    const range = this.#stale(rung, now);
    if (range && !isSame(range, this.#lastEviction)) return () => this.#evict(range);
    const piece = this.#wanted(rung.pieces);
    this.isDone = !piece;
    if (!piece) this.host.done();
    if (!piece || !this.#isNear(rung, piece, now)) return null;
    return () => this.#load(rung, piece);
  }

  /** @param {Piece[]} pieces @returns {Piece | null} the next that is not there */
  #wanted(pieces) {
    for (;;) {
      const piece = pieceFor(pieces, this.aim_s, this.#aim_s !== null);
      if (!piece) return null;
      if (!piece.missing && !this.host.isSkipped(piece) && !this.#isPresent(piece)) return piece;
      this.#aim_s = endOf(piece);
    }
  }

  /** @param {Piece} piece */
  #isPresent(piece) {
    const slack = Math.min(0.25, piece.duration_s / 4);
    return this.buffered.some(([start, end]) => start <= piece.start_s + slack && end >= endOf(piece) - slack);
  }

  /** @param {Rung} rung @param {Piece} piece @param {number} now */
  #isNear(rung, piece, now) {
    const ahead_s = rung.rate_bps ? Math.min(AHEAD_S, Math.max(4, AHEAD_BITS / rung.rate_bps)) : AHEAD_S;
    return this.host.plan.live || piece.start_s <= now + ahead_s || piece.start_s <= now + piece.duration_s;
  }

  /** @param {Rung} rung @param {number} now @returns {Range | null} */
  #stale(rung, now) {
    const ranges = this.buffered;
    if (!this.host.plan.live) {
      return eviction(/** @type {any} */ (rung.pieces), ranges, now, { aheadS: AHEAD_S, behindS: BEHIND_S, aheadBytes: 0 }, false);
    }
    return ranges.length && ranges[0][0] < now - MOST_BEHIND_S ? [0, now - BEHIND_S] : null;
  }

  /** @param {Range} range */
  async #evict(range) {
    this.#lastEviction = range;
    await this.queue.remove(...range);
  }

  /** @param {Rung} rung @param {Piece} piece */
  async #load(rung, piece) {
    const fetching = { piece, controller: new AbortController() };
    const seeks = this.#seeks;
    this.#fetching = fetching;
    const { signal } = fetching.controller;
    try {
      const [init, data] = [await this.#init(piece, signal), await this.host.folder.segment(piece.place, signal)];
      if (signal.aborted) return;
      this.#fetching = null; // what has come is appended whole, wherever the playhead goes
      await this.#put(rung, piece, init, data);
      if (this.#seeks === seeks) this.#aim_s = endOf(piece);
    } catch (error) {
      if (signal.aborted) return;
      const known = asMseError(error);
      if (known.code === "file-gone" && this.host.plan.live) this.host.fellBehind(this);
      else throw named(known, piece);
    } finally {
      if (this.#fetching === fetching) this.#fetching = null;
    }
  }

  /** @param {Piece} piece @param {AbortSignal} signal @returns {Promise<ArrayBuffer>} */
  async #init(piece, signal) {
    const key = keyOf(piece.init);
    const known = this.#inits.get(key);
    if (known) return known;
    const data = await this.host.folder.init(piece.init, signal);
    for (const [old] of [...this.#inits].slice(0, Math.max(0, this.#inits.size - MOST_INITS + 1))) this.#inits.delete(old);
    this.#inits.set(key, data);
    return data;
  }

  /**
   * @param {Rung} rung
   * @param {Piece} piece
   * @param {ArrayBuffer} init
   * @param {ArrayBuffer} data
   */
  async #put(rung, piece, init, data) {
    this.appending = piece;
    const offset_s = offsetOf(this.host, rung, piece, { init, data, isFirst: this.#initKey === "" });
    const mime = piece.mime ?? rung.mime;
    if (mime !== this.#mime) await this.queue.changeType(mime);
    this.#mime = mime;
    const { sourceBuffer } = this.queue;
    if (Math.abs(sourceBuffer.timestampOffset - offset_s) > 1e-6) sourceBuffer.timestampOffset = offset_s;
    if (this.#initKey !== keyOf(piece.init)) await this.#append(piece, init);
    this.#initKey = keyOf(piece.init);
    await this.#append(piece, data);
    this.appending = null;
    this.#lastEviction = null;
    this.rung = rung;
    if (!covers(this.buffered, middleOf(/** @type {any} */ (piece)))) await this.#lose(piece);
    else this.#lostInARow = 0;
    this.host.appended(this, rung, piece);
  }

  /**
   * The engine has taken the bytes and shows nothing of them. Some do so without an error, and
   * wait for the rest of what the bytes promised: begin anew with the next piece.
   *
   * @param {Piece} piece
   */
  async #lose(piece) {
    this.#lostInARow += 1;
    if (this.#lostInARow >= MOST_LOST) throw new MseError("nothing-buffered", "the engine took the bytes, and there is nothing to play");
    if (!this.host.media.isOpen) return;
    await this.queue.abort();
    this.#initKey = "";
    this.host.lost(piece);
  }

  /** @param {Piece} piece @param {ArrayBuffer} data */
  async #append(piece, data) {
    for (;;) {
      try {
        await this.queue.append(data);
        return;
      } catch (error) {
        const known = asMseError(error);
        if (known.code !== "quota") await this.host.media.raise(known);
      }
      if (await this.#makeRoom(piece)) continue;
      const { video } = this.host;
      if (!covers(this.buffered, video.currentTime) && !video.seeking) throw new MseError("quota", "one segment is larger than the engine's whole buffer");
      await this.#bell.wait();
      if (this.#stopped) return;
    }
  }

  /** @param {Piece} piece that did not fit @returns {Promise<boolean>} whether anything was removed */
  async #makeRoom(piece) {
    const pieces = this.rung?.pieces ?? [piece];
    const before = JSON.stringify(this.buffered);
    const number = pieces.findIndex(({ start_s }) => start_s >= piece.start_s - 0.01);
    const range = room(/** @type {any} */ (pieces), this.buffered, this.host.video.currentTime, Math.max(0, number));
    if (range) await this.queue.remove(...range);
    return JSON.stringify(this.buffered) !== before;
  }
}

/** @param {Range} a @param {Range | null} b */
function isSame(a, b) {
  return b !== null && a[0] === b[0] && a[1] === b[1];
}

/** @param {MseError} error @param {Piece} piece @returns {MseError} */
function named(error, piece) {
  error.data.piece = placeOf(piece);
  return error;
}
