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
  /** @type {Index | null} */
  #index = null;

  /** @param {URL | string} base ends in `/media/<id>/` */
  constructor(base) {
    this.base = new URL(base);
    /** Ask for ranges of the one file, and not for each segment by its own address. */
    this.byRanges = false;
  }

  /** The index when ranges are to be asked for; what is made just now has no places. */
  get #ranged() {
    return this.byRanges && this.#index?.size ? this.#index : null;
  }

  /** @returns {Promise<Index>} */
  async index() {
    const answer = await this.#get("index.json");
    this.#index = await whole(answer.json(), "index.json");
    return this.#index;
  }

  /** @returns {Promise<ArrayBuffer>} */
  async init() {
    const init = this.#ranged?.init;
    if (init) return this.bytes(init.offset, init.size);
    return whole((await this.#get("init")).arrayBuffer(), "init");
  }

  /**
   * @param {number} n
   * @param {AbortSignal} [signal]
   * @returns {Promise<ArrayBuffer>}
   */
  async segment(n, signal) {
    const known = this.#ranged?.segments[n];
    if (known) return this.bytes(known.offset, known.size, signal);
    const path = `segments/${n}`;
    return whole((await this.#get(path, { signal })).arrayBuffer(), path, signal);
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
    if (this.#ranged) {
      yield await this.segment(n, signal);
      return;
    }
    const path = `segments/${n}`;
    const answer = await this.#get(path, { signal });
    if (!answer.headers.has(STREAMED) || !answer.body) {
      yield await whole(answer.arrayBuffer(), path, signal);
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
    const answer = await this.#get("file", { headers, signal });
    if (answer.status === 206) return whole(answer.arrayBuffer(), "file", signal);
    await answer.body?.cancel();
    throw new MseError("no-ranges", `HTTP ${answer.status}, and not 206 Partial Content`, { path: "file", status: answer.status });
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
 * @template T
 * @param {Promise<T>} body
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>} rejects with an MseError when the connection ended early
 */
async function whole(body, path, signal) {
  try {
    return await body;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new MseError("network", String(error), { path });
  }
}

/**
 * @param {number} status
 * @param {string} path
 * @returns {MseError}
 */
function refused(status, path) {
  const codes = /** @type {Record<number, string>} */ ({ 404: "file-gone", 409: "file-changed", 416: "no-ranges" });
  return new MseError(codes[status] ?? "network", `HTTP ${status}`, { path, status });
}
