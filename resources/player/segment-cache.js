/** A loader that keeps what it fetched, so that trying entries costs no second fetch. */

import { SegmentLoader } from "./segment-loader.js";

const MOST_BYTES = 48e6;

export class SegmentCache extends SegmentLoader {
  /** @type {Map<number, ArrayBuffer>} oldest first */
  #segments = new Map();
  #bytes = 0;
  /** @type {Promise<ArrayBuffer> | null} */
  #init = null;

  /** @returns {Promise<ArrayBuffer>} */
  init() {
    this.#init ??= super.init();
    return this.#init;
  }

  /**
   * @param {number} n
   * @param {AbortSignal} [signal]
   * @returns {Promise<ArrayBuffer>}
   */
  async segment(n, signal) {
    const known = this.#segments.get(n);
    if (known) return known;
    const data = await super.segment(n, signal);
    this.#keep(n, data);
    return data;
  }

  /**
   * @param {number} n
   * @param {ArrayBuffer} data
   */
  #keep(n, data) {
    this.#segments.set(n, data);
    this.#bytes += data.byteLength;
    for (const [old, bytes] of this.#segments) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#segments.delete(old);
      this.#bytes -= bytes.byteLength;
    }
  }
}
