/** One operation at a time on a SourceBuffer: the next begins after `updateend` only. */

import { MseError } from "./errors.js";

const OPERATION_LIMIT_MS = 15_000;

/** @typedef {(event: string, data?: Record<string, unknown>) => void} Emit */

export class SourceBufferQueue {
  /** @type {Promise<unknown>} */
  #tail = Promise.resolve();
  #waiting = 0;

  /**
   * @param {SourceBuffer} sourceBuffer
   * @param {Emit} emit hears every event of the buffer
   * @param {number} [limitMs] after which an operation counts as hung
   */
  constructor(sourceBuffer, emit, limitMs = OPERATION_LIMIT_MS) {
    this.sourceBuffer = sourceBuffer;
    this.limitMs = limitMs;
    for (const name of ["error", "abort"]) {
      sourceBuffer.addEventListener(name, () => emit(`sourcebuffer:${name}`));
    }
  }

  /** Whether nothing runs and nothing waits. */
  get idle() {
    return this.#waiting === 0 && !this.sourceBuffer.updating;
  }

  /**
   * @param {ArrayBuffer | Uint8Array} data
   * @returns {Promise<void>} rejects with `append`, `append-refused`, `append-timeout`, `quota`
   */
  append(data) {
    return this.#enqueue("append", () => this.sourceBuffer.appendBuffer(/** @type {any} */ (data)));
  }

  /**
   * @param {number} start_s
   * @param {number} end_s may be Infinity
   * @returns {Promise<void>}
   */
  remove(start_s, end_s) {
    return this.#enqueue("remove", () => this.sourceBuffer.remove(start_s, end_s));
  }

  /**
   * @param {string} mime
   * @returns {Promise<void>}
   */
  changeType(mime) {
    return this.#enqueue("change-type", () => this.sourceBuffer.changeType(mime));
  }

  /** Reset the parser, so that the next append may begin anywhere. @returns {Promise<void>} */
  abort() {
    return this.#enqueue("abort", () => this.sourceBuffer.abort());
  }

  /**
   * @param {string} name
   * @param {() => void} start
   * @returns {Promise<void>}
   */
  #enqueue(name, start) {
    this.#waiting += 1;
    const run = async () => {
      try {
        await this.#settled();
        await this.#perform(name, start);
      } finally {
        this.#waiting -= 1;
      }
    };
    const result = this.#tail.then(run, run);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Wait for what someone else has begun on the buffer, by hand. */
  async #settled() {
    const buffer = this.sourceBuffer;
    if (!buffer.updating) return;
    const timeout = AbortSignal.timeout(this.limitMs);
    await new Promise((resolve) => {
      buffer.addEventListener("updateend", resolve, { once: true });
      timeout.addEventListener("abort", resolve, { once: true });
    });
  }

  /**
   * @param {string} name
   * @param {() => void} start
   * @returns {Promise<void>}
   */
  #perform(name, start) {
    const buffer = this.sourceBuffer;
    return new Promise((resolve, reject) => {
      let failed = false;
      const timer = setTimeout(() => done(new MseError(`${name}-timeout`, "no updateend")), this.limitMs);
      const onError = () => { failed = true; };
      const onEnd = () => done(failed ? new MseError(name, "the engine refused the bytes") : null);
      /** @param {MseError | null} error */
      const done = (error) => {
        clearTimeout(timer);
        buffer.removeEventListener("error", onError);
        buffer.removeEventListener("updateend", onEnd);
        if (error) reject(error);
        else resolve();
      };
      buffer.addEventListener("error", onError);
      buffer.addEventListener("updateend", onEnd);
      try {
        start();
        if (!buffer.updating) queueMicrotask(() => done(null));
      } catch (error) {
        done(refusal(name, error));
      }
    });
  }
}

/**
 * @param {string} name
 * @param {unknown} error
 * @returns {MseError}
 */
function refusal(name, error) {
  const known = error instanceof DOMException || error instanceof Error;
  const detail = known ? `${error.name}: ${error.message}` : String(error);
  const quota = known && error.name === "QuotaExceededError";
  return new MseError(quota ? "quota" : `${name}-refused`, detail);
}
