/** Fetches the index, the init segment and media segments of one file. */

import { MseError } from "./errors.js";
import { clustersOf } from "./webm-parts.js";

/** @typedef {import("./timeline.js").Segment} Segment */
/** @typedef {{name: string, mime: string, duration_s: number, size: number, frames: number,
 *   fragmented: boolean, tracks: {kind: string, codec: string}[],
 *   init: {offset: number, size: number}, segments: Segment[]}} Index */

const RETRIES = 2;
const RETRY_PAUSE_MS = 300;
const STREAMED = "X-Clusters";

export class SegmentLoader {
  /** @param {URL | string} base ends in `/media/<id>/` */
  constructor(base) {
    this.base = new URL(base);
  }

  /** @returns {Promise<Index>} */
  async index() {
    const answer = await this.#get("index.json");
    return answer.json();
  }

  /** @returns {Promise<ArrayBuffer>} */
  async init() {
    return (await this.#get("init")).arrayBuffer();
  }

  /**
   * @param {number} n
   * @param {AbortSignal} [signal]
   * @returns {Promise<ArrayBuffer>}
   */
  async segment(n, signal) {
    return (await this.#get(`segments/${n}`, { signal })).arrayBuffer();
  }

  /**
   * A segment in parts that can be appended one by one: clusters as they arrive when the
   * server makes them just now, otherwise the whole segment at once.
   *
   * @param {number} n
   * @param {AbortSignal} [signal]
   * @returns {AsyncGenerator<ArrayBuffer | Uint8Array<ArrayBuffer>>} throws an MseError
   */
  async *parts(n, signal) {
    const path = `segments/${n}`;
    const answer = await this.#get(path, { signal });
    if (!answer.headers.has(STREAMED) || !answer.body) {
      yield await answer.arrayBuffer();
      return;
    }
    try {
      yield* clustersOf(answer.body);
    } catch (error) {
      if (error instanceof MseError || signal?.aborted) throw error;
      throw new MseError("network", String(error), { path });
    }
  }

  /**
   * @param {number} offset
   * @param {number} length
   * @param {AbortSignal} [signal]
   * @returns {Promise<ArrayBuffer>} bytes of the file as they stand there
   */
  async bytes(offset, length, signal) {
    const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
    return (await this.#get("file", { headers, signal })).arrayBuffer();
  }

  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<Response>}
   */
  async #get(path, options = {}) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await fetch(new URL(path, this.base), { cache: "no-store", ...options });
        if (answer.ok) return answer;
        throw refused(answer.status, path);
      } catch (error) {
        if (error instanceof MseError || options.signal?.aborted) throw error;
        if (attempt >= RETRIES) throw new MseError("network", String(error), { path });
        await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS));
      }
    }
  }
}

/**
 * @param {number} status
 * @param {string} path
 * @returns {MseError}
 */
function refused(status, path) {
  const codes = /** @type {Record<number, string>} */ ({ 404: "file-gone", 409: "file-changed" });
  return new MseError(codes[status] ?? "network", `HTTP ${status}`, { path, status });
}
