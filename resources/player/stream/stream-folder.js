/** Fetches from one stream's folder and from nowhere else; sizes are limited, the line is measured. */

import { MseError } from "../errors.js";
import { pause } from "../waiting.js";

/** @typedef {import("./plan.js").Place} Place */

const RETRIES = 2;
const RETRY_PAUSE_MS = 300;
const MOST_TEXT_BYTES = 8e6;
const MOST_INIT_BYTES = 8e6;
const MOST_SEGMENT_BYTES = 256e6;
const LEAST_MEASURED_BYTES = 2048;
const WEIGHT = 0.3;
const MOST_SAID = 400;
const CODES = /** @type {Record<number, string>} */ ({ 404: "file-gone", 409: "file-changed", 410: "file-gone", 416: "no-ranges" });

export class StreamFolder {
  /** What the line carried lately, in bit/s. @type {number | null} */
  measured_bps = null;
  /** Requests under way. */
  outstanding = 0;

  /**
   * @param {URL} base ends in `/vod/NAME/` or `/live/NAME/`
   * @param {string} viewer tells this viewer's requests from others'
   */
  constructor(base, viewer) {
    this.base = base;
    this.viewer = viewer;
  }

  /**
   * @param {string} path as a list names it
   * @param {URL} [from] where that list is
   * @returns {URL} throws an MseError when it leads out of the stream's folder
   */
  url(path, from = this.base) {
    const url = URL.canParse(path, from.href) ? new URL(path, from) : null;
    if (!url || url.origin !== this.base.origin || !url.pathname.startsWith(this.base.pathname)) {
      throw new MseError("outside", "an address that leads out of the stream's folder");
    }
    url.hash = "";
    url.searchParams.set("viewer", this.viewer);
    return url;
  }

  /** @param {string} path @returns {URL} of a WebSocket */
  socketUrl(path) {
    const url = this.url(path);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    return url;
  }

  /**
   * @param {URL} url
   * @param {AbortSignal} [signal]
   * @returns {Promise<string>} a list; rejects with an MseError
   */
  async text(url, signal) {
    return new TextDecoder().decode(await this.#take(url, { signal }, MOST_TEXT_BYTES));
  }

  /** @param {string} path @param {AbortSignal} [signal] @returns {Promise<any>} */
  async json(path, signal) {
    const text = await this.text(this.url(path), signal);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new MseError("list", `${path}: ${error}`);
    }
  }

  /** @param {Place} place @param {AbortSignal} [signal] @returns {Promise<ArrayBuffer>} */
  init(place, signal) {
    return this.#place(place, signal, MOST_INIT_BYTES);
  }

  /** @param {Place} place @param {AbortSignal} [signal] @returns {Promise<ArrayBuffer>} */
  async segment(place, signal) {
    const started = performance.now();
    const data = await this.#place(place, signal, MOST_SEGMENT_BYTES);
    this.note(data.byteLength, (performance.now() - started) / 1000);
    return data;
  }

  /** @param {number} bytes @param {number} took_s */
  note(bytes, took_s) {
    if (bytes < LEAST_MEASURED_BYTES) return;
    const rate = (8 * bytes) / Math.max(took_s, 0.001);
    this.measured_bps = this.measured_bps === null ? rate : WEIGHT * rate + (1 - WEIGHT) * this.measured_bps;
  }

  /**
   * @param {Place} place
   * @param {AbortSignal | undefined} signal
   * @param {number} most
   */
  async #place({ url, range }, signal, most) {
    if (!range) return this.#take(url, { signal }, most);
    const headers = { Range: `bytes=${range[0]}-${range[0] + range[1] - 1}` };
    return this.#take(url, { signal, headers }, most);
  }

  /**
   * @param {URL} url
   * @param {RequestInit} options
   * @param {number} most bytes
   * @returns {Promise<ArrayBuffer>}
   */
  async #take(url, options, most) {
    for (let attempt = 0; ; attempt += 1) {
      this.outstanding += 1;
      try {
        const answer = await fetch(url, { cache: "no-store", ...options });
        return await bodyOf(answer, Boolean(options.headers), most);
      } catch (error) {
        const isFinal = error instanceof MseError && error.data.status !== 503;
        if (isFinal || options.signal?.aborted) throw error;
        if (attempt >= RETRIES) throw error instanceof MseError ? error : new MseError("network", String(error));
      } finally {
        this.outstanding -= 1;
      }
      await pause(RETRY_PAUSE_MS * (attempt + 1));
    }
  }
}

/**
 * @param {Response} answer
 * @param {boolean} isRange
 * @param {number} most
 * @returns {Promise<ArrayBuffer>}
 */
async function bodyOf(answer, isRange, most) {
  if (!answer.ok || (isRange && answer.status !== 206)) {
    const code = answer.ok ? "no-ranges" : CODES[answer.status] ?? "network";
    throw new MseError(code, `HTTP ${answer.status}`, { status: answer.status, said: await sentenceOf(answer) });
  }
  const told = Number(answer.headers.get("Content-Length") ?? 0);
  if (told > most) {
    await answer.body?.cancel();
    throw new MseError("too-large", `${told} bytes`);
  }
  const data = await answer.arrayBuffer();
  if (data.byteLength > most) throw new MseError("too-large", `${data.byteLength} bytes`);
  return data;
}

/** @param {Response} answer @returns {Promise<string>} what the server says of it, if it is a sentence */
async function sentenceOf(answer) {
  const isShort = Number(answer.headers.get("Content-Length") ?? Infinity) <= MOST_SAID;
  const isText = (answer.headers.get("Content-Type") ?? "").startsWith("text/plain");
  if (isShort && isText) return (await answer.text()).trim();
  await answer.body?.cancel();
  return "";
}
