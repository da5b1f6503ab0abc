/** One SourceBuffer: fetches the segments that come next and appends them, in order. */

import { Bytes } from "./bytes.js";

/** @typedef {{url: string, offset?: number, size?: number}} Place */
/** @typedef {Place & {start_s: number, duration_s: number}} Segment */
/** @typedef {{name: string, mime: string, width: number, height: number, bit_rate: number,
 *   init: Place, segments: Segment[]}} Rendition */
/** @typedef {{kind: string, renditions: Rendition[]}} Track */

const AHEAD_S = 24;
const BEHIND_S = 20;
const NEAR_S = 0.1;
const LOOK_MS = 250;
const SHARE = 0.7;

export class TrackPlayer {
  /** @type {Map<string, Bytes>} */
  #sources = new Map();
  /** @type {number | null} */
  #chosen = null;
  #appended = -1;
  /** Bits per second that lately came, 0 while nothing is known. */
  #rate = 0;
  #closed = false;
  /** Called with the rendition whose segment was appended. @type {(now: Rendition) => void} */
  onRendition = () => undefined;

  /**
   * @param {HTMLVideoElement} video
   * @param {SourceBuffer} buffer
   * @param {Track} track
   */
  constructor(video, buffer, track) {
    this.video = video;
    this.buffer = buffer;
    this.track = track;
    /** Whether the last segment is in the buffer. */
    this.complete = false;
  }

  /** Whether the server answers ranges, as far as anyone asked for one. */
  get ranged() {
    return [...this.#sources.values()].every((source) => source.ranged);
  }

  /** @param {number | null} number of a rendition; null: what the line carries */
  choose(number) {
    this.#chosen = number;
  }

  close() {
    this.#closed = true;
    for (const source of this.#sources.values()) source.close();
  }

  /** Go on until it is closed. @returns {Promise<void>} rejects with what went wrong */
  async run() {
    while (!this.#closed) {
      const next = this.#next();
      if (next === null) await sleep(LOOK_MS);
      else await this.#bring(next);
    }
  }

  /** @returns {number | null} the segment that is missing first; null when there is enough */
  #next() {
    const { currentTime } = this.video;
    const { segments } = this.track.renditions[0];
    const end_s = this.#heldUntil(currentTime);
    const last = segments[segments.length - 1];
    this.complete = end_s >= last.start_s + last.duration_s - NEAR_S;
    if (this.complete || end_s - currentTime > AHEAD_S) return null;
    const number = segments.findIndex((one) => one.start_s + one.duration_s > end_s + NEAR_S);
    return number < 0 ? null : number;
  }

  /**
   * @param {number} time_s
   * @returns {number} the end of the data around a time, or the time itself
   */
  #heldUntil(time_s) {
    const { buffered } = this.buffer;
    for (let i = 0; i < buffered.length; i += 1) {
      if (buffered.start(i) - NEAR_S <= time_s && time_s < buffered.end(i)) return buffered.end(i);
    }
    return time_s;
  }

  /** @param {number} n */
  async #bring(n) {
    const number = this.#rendition();
    const rendition = this.track.renditions[number];
    if (number !== this.#appended) await this.#append(await this.#fetch(rendition.init));
    this.#appended = number;
    const began = performance.now();
    const data = await this.#fetch(rendition.segments[n]);
    this.#measure(data.length, performance.now() - began);
    await this.#append(data);
    this.onRendition(rendition);
  }

  /** @returns {number} */
  #rendition() {
    const { renditions } = this.track;
    if (this.#chosen !== null) return this.#chosen;
    if (!this.ranged && this.#appended >= 0) return this.#appended; // each file would be read anew
    const fits = renditions.findIndex((one) => one.bit_rate <= this.#rate * SHARE);
    return fits < 0 || !this.#rate ? renditions.length - 1 : fits;
  }

  /**
   * @param {number} bytes
   * @param {number} ms
   */
  #measure(bytes, ms) {
    const rate = (bytes * 8000) / Math.max(1, ms);
    this.#rate = this.#rate ? 0.6 * this.#rate + 0.4 * rate : rate;
  }

  /** @param {Place} place */
  #fetch(place) {
    const url = new URL(place.url, document.baseURI).href;
    let source = this.#sources.get(url);
    if (!source) this.#sources.set(url, source = new Bytes(url));
    if (place.size === undefined) this.#sources.delete(url); // a file of its own is fetched once
    return source.get(place.offset, place.size);
  }

  /** @param {Uint8Array} data */
  async #append(data) {
    for (let attempt = 0; !this.#closed; attempt += 1) {
      try {
        this.buffer.appendBuffer(/** @type {any} */ (data));
        return await updated(this.buffer);
      } catch (error) {
        const full = error instanceof DOMException && error.name === "QuotaExceededError";
        if (!full || attempt > 40) throw error;
        await this.#makeRoom();
      }
    }
  }

  /** Drop what was seen long ago, or wait until something was. */
  async #makeRoom() {
    const { buffered } = this.buffer;
    const end_s = this.video.currentTime - BEHIND_S;
    if (buffered.length && buffered.start(0) < end_s) {
      this.buffer.remove(0, end_s);
      await updated(this.buffer);
    } else await sleep(LOOK_MS * 4);
  }
}

/** @param {SourceBuffer} buffer @returns {Promise<void>} rejects when the bytes were refused */
function updated(buffer) {
  return new Promise((resolve, reject) => {
    const refused = () => { failed = true; };
    let failed = false;
    buffer.addEventListener("error", refused, { once: true });
    buffer.addEventListener("updateend", () => {
      buffer.removeEventListener("error", refused);
      if (failed) reject(new Error("the browser refused the data"));
      else resolve();
    }, { once: true });
  });
}

/** @param {number} ms @returns {Promise<void>} */
function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
