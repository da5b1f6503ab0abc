/** Loudness of the sound: chunks of the file, fetched when they are in sight. */

import { Peaks } from "./peaks.js";

const CHUNK_S = 300;
const SETTLE_MS = 150;
const BUSY = 503;
const BUSY_PAUSE_MS = 1_000;

export class Waves {
  /** By number of the chunk; null where there is none. @type {Map<number, Peaks | null>} */
  #chunks = new Map();
  /** @type {number[]} */
  #wanted = [];
  #isBusy = false;
  #settling = 0;
  #found = false;

  /**
   * @param {URL} base of the room
   * @param {() => void} changed called when a chunk has come, or none ever will
   */
  constructor(base, changed) {
    this.base = base;
    this.changed = changed;
  }

  /** Whether there is no sound to be seen. */
  get isOver() {
    return !this.#found && this.#chunks.get(0) === null;
  }

  /** @param {number} from_s @param {number} to_s what is in sight now */
  want(from_s, to_s) {
    const first = Math.max(0, Math.floor(from_s / CHUNK_S));
    const count = Math.max(0, Math.floor(to_s / CHUNK_S) - first + 1);
    const all = Array.from({ length: count }, (_, i) => first + i);
    this.#wanted = all.filter((k) => !this.#chunks.has(k));
    clearTimeout(this.#settling);
    if (this.#wanted.length && !this.isOver) this.#settling = setTimeout(() => void this.#next(), SETTLE_MS);
  }

  /** @param {number} from_s @param {number} to_s @returns {number | null} 0 to 255, null while unknown */
  largest(from_s, to_s) {
    const peaks = this.#chunks.get(Math.max(0, Math.floor(from_s / CHUNK_S)));
    if (!peaks) return peaks === null ? 0 : null;
    return peaks.largest(from_s, to_s);
  }

  async #next() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let k = this.#wanted.shift(); k !== undefined && !this.isOver; k = this.#wanted.shift()) {
      if (!this.#chunks.has(k)) this.#chunks.set(k, await this.#fetch(k));
      this.changed();
    }
    this.#isBusy = false;
  }

  /** @param {number} k */
  #ask(k) {
    return fetch(new URL(`waveform/${k}.json`, this.base));
  }

  /** @param {number} k @returns {Promise<Peaks | null>} */
  async #fetch(k) {
    try {
      let answer = await this.#ask(k);
      for (; answer.status === BUSY; answer = await this.#ask(k)) {
        await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
      }
      if (!answer.ok) return null;
      const { start_s, step_s, peaks } = await answer.json();
      this.#found = true;
      return new Peaks(start_s, step_s, peaks);
    } catch {
      return null;
    }
  }
}
