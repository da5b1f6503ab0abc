/**
 * Plays what a WebSocket sends: an init segment, then whole units that begin with a keyframe.
 *
 * Anyone may join at any time and gets the init segment first. Another init segment says that
 * the feed began anew, maybe with other tracks; units that are missing were left out.
 */

import { Bell } from "../bell.js";
import { MseError, asMseError } from "../errors.js";
import { rangesOf } from "../timeline.js";
import { clockOf, isInit, startOf } from "./media-time.js";
import { StreamMedia } from "./stream-media.js";
import { UnitSocket } from "./unit-socket.js";

/** @typedef {import("../source-buffer-queue.js").Emit} Emit */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */

const BEHIND_S = 20;
const MOST_BEHIND_S = 30;
const MOST_AHEAD_S = 60;
const MOST_WAITING_BYTES = 64e6;
const HOLE_S = 0.15;

/** Tells by `emit`: `media`, `lost`, `back`, `ended`, `hole`, `anew`. */
export class SocketPlayer {
  #bell = new Bell();
  /** @type {UnitSocket} */
  #line;
  #stopped = false;
  /** @type {ArrayBuffer[]} */
  #waiting = [];
  #waitingBytes = 0;
  /** @type {ArrayBuffer | null} */
  #init = null;
  /** The init segment that the engine has. @type {ArrayBuffer | null} */
  #appendedInit = null;
  /** @type {import("./media-time.js").Clock | null} */
  #clock = null;
  #mime = "";
  #isOver = false;
  #isPlaced = false;
  #arrivedAt = 0;
  /** @type {number | null} */
  edge_s = null;
  unit_s = 0;
  newest_s = 0;
  /** Holes that were seen in the times of units. */
  holes = 0;

  /**
   * @param {HTMLVideoElement} video
   * @param {StreamFolder} folder
   * @param {() => Promise<string>} askMime what the stream is now
   * @param {Emit} emit
   */
  constructor(video, folder, askMime, emit) {
    this.video = video;
    this.folder = folder;
    this.askMime = askMime;
    this.emit = emit;
    this.media = this.#newMedia();
    this.#line = new UnitSocket(folder, {
      take: (data) => this.#take(data), over: () => this.#finish(), back: () => emit("back"),
      failed: (reason) => this.#fail(new MseError("stream-failed", reason)), lost: (pause_s) => emit("lost", { pause_s }),
    });
    /** Called once, with the first error. @type {(error: MseError) => void} */
    this.onError = () => undefined;
  }

  isLive = true;
  duration_s = 0;
  /** @type {import("./plan.js").Rung[]} */
  rungs = [];
  rung = null;

  get mimes() {
    return this.#mime ? [this.#mime] : [];
  }

  get reached_s() {
    return Infinity;
  }

  /** Bits in a second of what comes, measured; 0 at first. */
  get rate_bps() {
    return this.folder.measured_bps ?? 0;
  }

  /** Begin; what arrives is played from then on. */
  async open() {
    this.#line.open();
    void this.#pump().catch((error) => this.#fail(asMseError(error)));
  }

  /** Go to the newest keyframe. */
  toNewest() {
    if (this.edge_s !== null) this.video.currentTime = this.newest_s + 0.001;
  }

  /** Nothing here is chosen. */
  wish() {}

  close() {
    this.#halt();
    this.media.close();
  }

  #newMedia() {
    const media = new StreamMedia(this.video, (name, data) => this.emit(name, data));
    media.onError = (error) => this.#fail(error);
    return media;
  }

  /** @param {ArrayBuffer} data */
  #take(data) {
    if (this.#waitingBytes > MOST_WAITING_BYTES) this.#dropWaiting();
    this.#waiting.push(data);
    this.#waitingBytes += data.byteLength;
    this.#bell.ring();
  }

  /** The engine cannot keep up: of what waits, keep the newest init segment only. */
  #dropWaiting() {
    const init = this.#waiting.filter(isInit).at(-1);
    this.#waiting = init ? [init] : [];
    this.#waitingBytes = init?.byteLength ?? 0;
  }

  /** Nothing more comes. */
  #finish() {
    this.#isOver = true;
    this.#bell.ring();
  }

  async #pump() {
    while (!this.#stopped) {
      const data = this.#waiting.shift();
      if (data) {
        this.#waitingBytes -= data.byteLength;
        await (isInit(data) ? this.#onInit(data) : this.#onUnit(data));
      } else if (this.#isOver) {
        this.#isOver = false;
        if (this.media.isOpen && this.#appendedInit) this.media.end();
        this.emit("ended");
      } else {
        await this.#bell.wait();
      }
    }
  }

  /** @param {ArrayBuffer} data */
  async #onInit(data) {
    const isKnown = this.#init !== null && isEqual(this.#init, data);
    const mime = isKnown ? this.#mime : await this.askMime();
    this.#init = data;
    this.#clock = clockOf(data);
    if (this.#stopped) return;
    if (!this.#mime) {
      this.#mime = mime;
      await this.#openMedia();
      return;
    }
    const queue = this.media.queues[0];
    if (isKnown && this.media.isOpen) {
      // what was cut off by a lost connection must not stand before it
      if (!queue.sourceBuffer.updating) await queue.abort();
      return;
    }
    this.emit("anew");
    await this.#changeTo(mime);
  }

  /** @param {string} mime of the init segment that has come */
  async #changeTo(mime) {
    const queue = this.media.queues[0];
    try {
      await queue.abort();
      if (mime !== this.#mime) await queue.changeType(mime);
      this.#mime = mime;
      await queue.append(/** @type {ArrayBuffer} */ (this.#init));
      this.#appendedInit = this.#init;
    } catch {
      // an engine that will not be given other tracks begins with a new source
      this.#mime = mime;
      await this.#reopen();
    }
  }

  async #openMedia() {
    await this.media.open([this.#mime]);
    this.emit("media", { mimes: [this.#mime] });
    await this.media.queues[0].append(/** @type {ArrayBuffer} */ (this.#init)).catch((error) => this.media.raise(asMseError(error)));
    this.#appendedInit = this.#init;
  }

  async #reopen() {
    const wasPaused = this.video.paused;
    this.media.close();
    this.media = this.#newMedia();
    this.#isPlaced = false;
    this.edge_s = null;
    await this.#openMedia();
    if (!wasPaused) void this.video.play().catch(() => undefined);
  }

  /** @param {ArrayBuffer} data */
  async #onUnit(data) {
    if (!this.#init || !this.#clock) return;
    const start_s = startOf(data, this.#clock);
    if (start_s !== null && this.edge_s !== null && start_s < this.newest_s - 1) {
      this.emit("anew"); // its times begin again: they cannot be joined to what is there
      await this.#reopen();
    }
    await this.#append(data);
    this.#note(start_s, data.byteLength);
    await this.#evict();
  }

  /** @param {number | null} start_s @param {number} bytes */
  #note(start_s, bytes) {
    const ranges = rangesOf(this.media.queues[0].sourceBuffer.buffered);
    if (!ranges.length) return;
    const [begin, end] = ranges[ranges.length - 1];
    const before = this.edge_s;
    this.newest_s = Math.max(start_s ?? before ?? begin, begin);
    this.edge_s = end;
    this.unit_s = Math.max(0, end - this.newest_s);
    if (before !== null && this.newest_s > before + HOLE_S) {
      this.holes += 1;
      this.emit("hole", { from_s: before, to_s: this.newest_s });
    }
    const now = performance.now();
    if (this.#arrivedAt) this.folder.note(bytes, Math.max(this.unit_s, (now - this.#arrivedAt) / 1000));
    this.#arrivedAt = now;
    if (this.#isPlaced) return;
    this.#isPlaced = true;
    this.toNewest();
  }

  /** @param {ArrayBuffer} data */
  async #append(data) {
    const queue = this.media.queues[0];
    for (const remove of [() => this.#makeRoom(), () => queue.remove(0, Infinity), null]) {
      try {
        await queue.append(data);
        return;
      } catch (error) {
        const known = asMseError(error);
        if (known.code !== "quota" || !remove) await this.media.raise(known);
        await remove?.();
      }
    }
  }

  /** The buffer is full: what was seen goes. */
  async #makeRoom() {
    const { currentTime } = this.video;
    if (currentTime > 2) await this.media.queues[0].remove(0, currentTime - 1);
  }

  /** Keep what was seen short; and what comes while nobody watches. */
  async #evict() {
    const queue = this.media.queues[0];
    const ranges = rangesOf(queue.sourceBuffer.buffered);
    if (!ranges.length || this.edge_s === null) return;
    const { currentTime } = this.video;
    if (ranges[0][0] < currentTime - MOST_BEHIND_S) await queue.remove(0, currentTime - BEHIND_S);
    else if (this.edge_s - currentTime > MOST_AHEAD_S) await queue.remove(0, this.newest_s - BEHIND_S);
  }

  /** @param {MseError} error */
  #fail(error) {
    if (this.#stopped) return;
    error.data.at_s = this.video.currentTime;
    this.#halt();
    this.onError(error);
  }

  #halt() {
    this.#stopped = true;
    this.#line.close();
    this.#bell.ring();
  }
}

/** @param {ArrayBuffer} a @param {ArrayBuffer} b */
function isEqual(a, b) {
  if (a.byteLength !== b.byteLength) return false;
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.every((byte, n) => byte === right[n]);
}
