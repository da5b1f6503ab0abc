/** The record of what was asked of the engine and what it said: the last 5,000 entries. */

import { bytesText, exceptionText, valueText } from "./taps-text.js";

/** @typedef {import("./port.js").LogRecord} LogRecord */

export const RING_SIZE = 5_000;
const BATCH_MS = 100;
const BATCH_MOST = 100;
/** Told at most this often, with how many there were in between. */
const FREQUENT = new Set(["timeupdate", "progress"]);
const FREQUENT_MS = 1_000;

/** Holds what happened, and tells `events` of it (`log`) ten times a second at most. */
export class Taps {
  /** In a circle: record n is at (n - 1) % RING_SIZE. @type {LogRecord[]} */
  #ring = [];
  #last = 0;
  #clearedAt = 0;
  #toldUpTo = 0;
  #timer = 0;
  #hands = 0;
  /** @type {WeakMap<object, string>} */
  #names = new WeakMap();
  /** @type {Map<string, {at_ms: number, skipped: number}>} */
  #frequent = new Map();

  /** @param {EventTarget} events hears `log`, detail: LogRecord[] */
  constructor(events) {
    this.events = events;
  }

  /** Whether what happens at this moment was asked for by the user. */
  get isByHand() {
    return this.#hands > 0;
  }

  /**
   * Do something on behalf of the user: what it asks of the engine before its first `await`
   * is recorded as by hand.
   *
   * @template T
   * @param {() => T} body
   * @returns {T}
   */
  byHand(body) {
    this.#hands += 1;
    try {
      return body();
    } finally {
      this.#hands -= 1;
    }
  }

  /**
   * Give bytes or an object the name that it has in the log.
   *
   * @template {object} T
   * @param {T} thing
   * @param {string} name `segment 3`, `init`, `SourceBuffer 2` ...
   * @returns {T} the thing
   */
  name(thing, name) {
    this.#names.set(thing, name);
    return thing;
  }

  /**
   * Record a call or an assignment with its outcome.
   *
   * @template T
   * @param {"call" | "set"} kind
   * @param {string} target
   * @param {string} name
   * @param {unknown[]} args
   * @param {() => T} body
   * @returns {T} what the body returns; throws what it throws
   */
  run(kind, target, name, args, body) {
    const byHand = this.isByHand;
    const texts = args.map((value) => this.#argument(value));
    const start = performance.now();
    try {
      const value = body();
      const result = kind === "set" ? "" : this.#text(value);
      this.#add(kind, target, name, texts, "ok", result, byHand, start);
      if (value instanceof Promise) this.#follow(target, name, value, byHand);
      return value;
    } catch (error) {
      this.#add(kind, target, name, texts, "exception", exceptionText(error), byHand, start);
      throw error;
    }
  }

  /**
   * @param {string} target
   * @param {string} name of the event
   * @param {string} result what goes with it, as text
   * @param {boolean} [byHand]
   */
  event(target, name, result = "", byHand = false) {
    const now = performance.now();
    let text = result;
    if (FREQUENT.has(name)) {
      const before = this.#frequent.get(target + name) ?? { at_ms: -Infinity, skipped: 0 };
      if (now - before.at_ms < FREQUENT_MS) {
        before.skipped += 1;
        return;
      }
      this.#frequent.set(target + name, { at_ms: now, skipped: 0 });
      if (before.skipped) text = `${result} (+${before.skipped})`;
    }
    this.#add("event", target, name, [], "", text, byHand, now);
  }

  /**
   * Record what explains the rest.
   *
   * @param {string} target
   * @param {string} name
   * @param {string} result
   * @param {"ok" | "exception" | ""} [outcome]
   * @param {boolean} [byHand]
   */
  note(target, name, result, outcome = "", byHand = this.isByHand) {
    this.#add("note", target, name, [], outcome, result, byHand, performance.now());
  }

  /**
   * @param {number} [after] only what is later than this number
   * @param {number} [most] the earliest of these, if there are more
   * @returns {LogRecord[]} in order
   */
  records(after = 0, most = RING_SIZE) {
    const first = Math.max(after, this.#clearedAt, this.#last - RING_SIZE) + 1;
    const count = Math.max(0, Math.min(this.#last - first + 1, most));
    return Array.from({ length: count }, (_, i) => this.#ring[(first + i - 1) % RING_SIZE]);
  }

  clear() {
    this.#clearedAt = this.#last;
    this.#toldUpTo = this.#last;
    this.#ring = [];
    this.#frequent.clear();
  }

  close() {
    clearTimeout(this.#timer);
    this.#tell();
  }

  /** @param {unknown} value */
  #argument(value) {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return bytesText(value.byteLength, this.#names.get(value));
    }
    return this.#text(value);
  }

  /** @param {unknown} value */
  #text(value) {
    const name = typeof value === "object" && value ? this.#names.get(value) : undefined;
    return name ?? valueText(value);
  }

  /**
   * Record how a promise ended.
   *
   * @param {string} target
   * @param {string} name
   * @param {Promise<unknown>} promise
   * @param {boolean} byHand
   */
  #follow(target, name, promise, byHand) {
    promise.then(
      (value) => this.note(target, name, value === undefined ? "fulfilled" : valueText(value), "ok", byHand),
      (error) => this.note(target, name, exceptionText(error), "exception", byHand),
    );
  }

  /**
   * @param {LogRecord["kind"]} kind
   * @param {string} target
   * @param {string} name
   * @param {string[]} args
   * @param {LogRecord["outcome"]} outcome
   * @param {string} result
   * @param {boolean} byHand
   * @param {number} at
   */
  #add(kind, target, name, args, outcome, result, byHand, at) {
    const n = ++this.#last;
    const at_ms = Math.round(at * 10) / 10;
    this.#ring[(n - 1) % RING_SIZE] = { n, at_ms, kind, target, name, args, outcome, result, byHand };
    if (!this.#timer) this.#timer = setTimeout(() => this.#tell(), BATCH_MS);
  }

  #tell() {
    this.#timer = 0;
    const detail = this.records(this.#toldUpTo, BATCH_MOST);
    if (!detail.length) return;
    this.#toldUpTo = detail[detail.length - 1].n;
    this.events.dispatchEvent(new CustomEvent("log", { detail }));
    if (this.#toldUpTo < this.#last) this.#timer = setTimeout(() => this.#tell(), BATCH_MS);
  }
}
