/** The way to a stage in another engine, through the server. */

import { NO_STATE, OperationError } from "./port.js";

/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./port.js").StageState} StageState */

/** An engine that is being started takes this long at most. */
const READY_LIMIT_MS = 30_000;
/** How far the picture is thought to have gone on since the engine told last. */
const MOST_GUESSED_S = 0.5;
/** What the engine tells is some milliseconds old: time does not run back for that. */
const MOST_BACK_S = 0.15;

/** Events: those of a port, and `focus` (detail: {keys, cursor}) of what the pointer is over there. */
export class RemotePort {
  kind = /** @type {const} */ ("remote");
  events = new EventTarget();
  /** @type {StageState} */
  state = NO_STATE;
  #toldAt = performance.now();
  #shown = 0;
  #number = 0;
  #closed = false;
  #here = false;
  #listening = new AbortController();
  /** @type {Map<string, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {Link} link */
  constructor(link) {
    this.link = link;
    this.mark = Math.random().toString(36).slice(2);
    const { signal } = this.#listening;
    /** @type {Record<string, (message: any) => void>} */
    const heard = {
      told: (message) => this.#onTold(message),
      performed: (message) => this.#onPerformed(message),
      engine: ({ here }) => this.#onEngine(here),
    };
    for (const [name, hear] of Object.entries(heard)) {
      link.addEventListener(name, (event) => hear(/** @type {CustomEvent} */ (event).detail), { signal });
    }
    link.addEventListener("lost", () => this.#onEngine(false), { signal });
  }

  /** @returns {number} */
  now() {
    const { time_s, paused, ended, seeking, stalled, ready_state, rate, duration_s } = this.state;
    if (paused || ended || seeking || stalled || ready_state < 3) return time_s;
    const gone_s = Math.min(MOST_GUESSED_S, (performance.now() - this.#toldAt) / 1000);
    const guess = Math.max(0, Math.min(time_s + gone_s * rate, duration_s ?? Infinity));
    const back = (this.#shown - guess) * Math.sign(rate);
    if (back <= 0 || back > MOST_BACK_S * Math.abs(rate)) this.#shown = guess;
    return this.#shown;
  }

  /**
   * @param {string} operation
   * @param {Record<string, unknown>} [args]
   * @returns {Promise<any>}
   */
  async perform(operation, args = {}) {
    if (!this.#here && !this.#closed) await this.#arrival();
    if (!this.#here || this.#closed) throw new OperationError("AbortError", "the engine is gone");
    const call = `${this.mark}-${++this.#number}`;
    return new Promise((resolve, reject) => {
      this.#asked.set(call, { resolve, reject });
      this.link.tell("perform", { call, operation, args });
    });
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#listening.abort();
    this.#refuseAll();
  }

  /** @returns {Promise<void>} when the engine is there, or will not come */
  #arrival() {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, READY_LIMIT_MS);
    });
  }

  /** @param {boolean} here */
  #onEngine(here) {
    this.#here = here;
    if (here) {
      for (const resolve of this.#waiting.splice(0)) resolve();
      return;
    }
    this.#refuseAll();
    this.#setState({ ...this.state, paused: true, stalled: false });
    this.events.dispatchEvent(new Event("gone"));
  }

  /** @param {{kind: string, detail: any}} message */
  #onTold({ kind, detail }) {
    this.#here = true;
    if (kind === "state") this.#setState(detail);
    else this.events.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  /** @param {StageState} state */
  #setState(state) {
    this.state = state;
    this.#toldAt = performance.now();
    this.events.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  /** @param {{call: string, ok: boolean, result: unknown, error: {name: string, message: string, why: string}}} message */
  #onPerformed({ call, ok, result, error }) {
    const asked = this.#asked.get(call);
    this.#asked.delete(call);
    if (ok) asked?.resolve(result);
    else asked?.reject(new OperationError(error.name, error.message, error.why));
  }

  #refuseAll() {
    for (const { reject } of this.#asked.values()) reject(new OperationError("AbortError", "the engine is gone"));
    this.#asked.clear();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
