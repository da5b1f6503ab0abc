/** Posts events to the program that opened the page, in order and in small batches. */

const MAX_BODY_CHARACTERS = 40_000;
const MAX_WAITING = 2_000;
const MAX_FAILURES = 3;

/** @typedef {Record<string, unknown> & {event: string}} ReportedEvent */

export class Reporter {
  /** @type {ReportedEvent[]} */
  #waiting = [];
  /** @type {Promise<void>} */
  #sending = Promise.resolve();
  #timer = 0;
  #failures = 0;
  #dropped = 0;

  /**
   * @param {URL | string | null} url null keeps everything to itself
   * @param {number} [intervalMs]
   */
  constructor(url, intervalMs = 200) {
    this.url = url;
    this.intervalMs = intervalMs;
    addEventListener("pagehide", () => void this.flush(true));
  }

  /**
   * @param {string} event
   * @param {Record<string, unknown>} [data]
   */
  post(event, data = {}) {
    if (this.url === null || this.#failures >= MAX_FAILURES) return;
    if (this.#waiting.length >= MAX_WAITING) {
      this.#waiting.shift();
      this.#dropped += 1;
    }
    this.#waiting.push({ t: Math.round(performance.now()), event, ...data });
    if (!this.#timer) this.#timer = window.setTimeout(() => void this.flush(), this.intervalMs);
  }

  /**
   * Send what waits.
   *
   * @param {boolean} [leaving] the page is about to go
   * @returns {Promise<void>} resolved when it was sent, or given up
   */
  flush(leaving = false) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (leaving) this.#sendAll(true);
    else this.#sending = this.#sending.then(() => this.#sendAll(false));
    return this.#sending;
  }

  /** @param {boolean} keepalive */
  async #sendAll(keepalive) {
    while (this.url !== null && this.#waiting.length && this.#failures < MAX_FAILURES) {
      const body = this.#takeBatch();
      try {
        const headers = { "Content-Type": "application/json" };
        const answer = await fetch(this.url, { method: "POST", headers, body, keepalive });
        this.#failures = answer.ok ? 0 : this.#failures + 1;
      } catch {
        this.#failures += 1;
      }
    }
  }

  /** @returns {string} */
  #takeBatch() {
    /** @type {string[]} */
    const parts = [];
    let length = 0;
    while (this.#waiting.length) {
      const text = JSON.stringify(this.#waiting[0]);
      if (parts.length && length + text.length > MAX_BODY_CHARACTERS) break;
      this.#waiting.shift();
      parts.push(text);
      length += text.length;
    }
    const dropped = this.#dropped;
    this.#dropped = 0;
    return `{"events":[${parts.join(",")}],"dropped":${dropped}}`;
  }
}
