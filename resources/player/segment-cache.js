/**
 * A loader that keeps what it fetched, so that trying entries costs no second fetch.
 *
 * What stands between segments belongs to the one before (before the first: to the first), so
 * that an engine gets every byte that it would get of the whole file, and stumbles over it.
 */

import { SegmentLoader } from "./segment-loader.js";

const MOST_BYTES = 48e6;

/** @typedef {import("./segment-loader.js").Index} Index */

/**
 * @param {Index} index
 * @param {number} n
 * @returns {[number, number]} where the segment with what follows it begins and ends in the file
 */
export function spanOf(index, n) {
  const { init, segments, size } = index;
  const { offset, size: bytes } = segments[n];
  const begin = n ? offset : Math.min(offset, init.offset + init.size);
  const next = n + 1 < segments.length ? segments[n + 1].offset : size;
  return [begin, Math.max(offset + bytes, next)];
}

export class SegmentCache extends SegmentLoader {
  /** @type {Index | null} */
  #index = null;
  /** @type {Map<number, ArrayBuffer>} oldest first */
  #segments = new Map();
  #bytes = 0;
  /** @type {Promise<ArrayBuffer> | null} */
  #init = null;

  /** @returns {Promise<Index>} */
  async index() {
    this.#index ??= await super.index();
    return this.#index;
  }

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
    const [begin, end] = spanOf(await this.index(), n);
    const data = await this.bytes(begin, end - begin, signal);
    this.#keep(n, data);
    return data;
  }

  /**
   * The whole segment at once, with what follows it: players ask for parts where there are any.
   *
   * @param {number} n
   * @param {AbortSignal} [signal]
   * @returns {AsyncGenerator<ArrayBuffer | Uint8Array<ArrayBuffer>>}
   */
  async *parts(n, signal) {
    yield await this.segment(n, signal);
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
