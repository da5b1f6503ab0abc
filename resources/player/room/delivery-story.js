/** What a viewer sees of the line: stalls, their cause and their end. Pure; tested without a page. */

import { covers, middleOf } from "../timeline.js";

/** @typedef {import("./port.js").StageState} StageState */
/** @typedef {{n: number, size: number, start_s: number, end_s: number}} Part a segment, as the facts have it */
/**
 * @typedef {object} Request one request as the server tells it
 * @property {number} n
 * @property {string} path
 * @property {number | "init" | null} segment
 * @property {number} at_ms
 * @property {number} size
 * @property {number} bytes
 * @property {number} status
 * @property {"running" | "whole" | "refused" | "cut" | "left"} state
 * @property {number} ms
 * @property {number} wait_ms
 * @property {number | null} kbit_s
 * @property {string[]} done
 *
 * @typedef {object} Sentence
 * @property {string} key of the words
 * @property {Record<string, string | number>} values numbers: `need` and `arrive` in kbit/s, times in s
 * @property {"quiet" | "warn" | "bad" | "good"} tone
 */

const AGAIN_MS = 6_000;
const SHORT_S = 8;
const LEAST_STALL_MS = 100;

export class DeliveryStory {
  #ended = 0;
  #total_ms = 0;
  /** @type {number | null} */
  #since = null;
  #started = false;
  #again_ms = 0;
  #againAt = -Infinity;
  /** The latest request for each segment. @type {Map<number | "init", Request>} */
  #latest = new Map();
  /** @type {number | null} */
  #kbit_s = null;
  /** @type {StageState | null} */
  #state = null;

  /** @param {Part[]} segments */
  constructor(segments) {
    this.segments = segments;
  }

  /** Forget what was counted. */
  clear() {
    this.#ended = 0;
    this.#total_ms = 0;
    this.#againAt = -Infinity;
    this.#since = null;
  }

  /** How often the picture stood, the present time included. @param {number} now in ms */
  stalls(now) {
    return this.#ended + (this.#stands(now) ? 1 : 0);
  }

  /** @param {number} now */
  #stands(now) {
    return this.#since !== null && now - this.#since >= LEAST_STALL_MS;
  }

  /** How long the picture stood in all, in ms. @param {number} now */
  total(now) {
    return this.#total_ms + (this.#since === null ? 0 : now - this.#since);
  }

  /** Another line is in force: what was seen of the one before says nothing. */
  forgetRate() {
    this.#kbit_s = null;
  }

  /** @param {Request[]} requests @param {number | null} kbit_s seen lately */
  hear(requests, kbit_s) {
    for (const request of requests) {
      const known = request.segment === null ? undefined : this.#latest.get(request.segment);
      if (request.segment !== null && (!known || known.n <= request.n)) this.#latest.set(request.segment, request);
    }
    if (kbit_s !== null) this.#kbit_s = kbit_s;
  }

  /** @param {StageState} state @param {number} now in ms */
  look(state, now) {
    this.#state = state;
    const wants = !state.paused && !state.ended && !state.seeking;
    const stands = wants && (state.ready_state < 3 || state.stalled);
    if (wants && !stands) this.#started = true;
    if (stands && this.#started) this.#since ??= now;
    else if (this.#since !== null) this.#end(now, wants);
  }

  /** @param {number} now @param {boolean} plays */
  #end(now, plays) {
    const ms = now - /** @type {number} */ (this.#since);
    this.#since = null;
    if (ms < LEAST_STALL_MS) return;
    this.#ended += 1;
    this.#total_ms += ms;
    this.#again_ms = ms;
    this.#againAt = plays ? now : -Infinity;
  }

  /** @param {number} now @returns {Sentence} what is to be said now */
  sentence(now) {
    const state = this.#state;
    if (!state) return told("delivery_fine", {}, "quiet");
    if (state.way === "proxy") return told("delivery_not_here", {}, "quiet");
    const stands = this.#stands(now);
    const cause = this.#cause(state, stands);
    if ((stands || state.error) && cause) return cause;
    if (stands) return told("delivery_waits", {}, "bad");
    if (now - this.#againAt < AGAIN_MS) return told("delivery_again", { s: this.#again_ms / 1000 }, "good");
    if (cause) return cause;
    return state.paused ? told("delivery_paused", {}, "quiet") : told("delivery_plays", { s: this.ahead(state) }, "quiet");
  }

  /** @param {StageState} state @returns {number} how much is buffered ahead, in s */
  ahead({ buffered, time_s }) {
    const here = buffered.find(([start, end]) => time_s >= start - 0.1 && time_s < end);
    return here ? here[1] - time_s : 0;
  }

  /** What the picture needs at the playhead, in kbit/s. @param {StageState} state */
  needed(state) {
    const part = this.segments[state.segment ?? 0];
    return part ? rateOf(part) * Math.max(1, Math.abs(state.rate)) : 0;
  }

  /**
   * @param {StageState} state
   * @param {boolean} stands
   * @returns {Sentence | null}
   */
  #cause(state, stands) {
    const part = this.#wanted(state);
    const request = (part && this.#latest.get(part.n)) ?? this.#latest.get("init");
    const refused = this.#refusal(state, stands, part, request);
    if (refused) return refused;
    if (state.error) return told("delivery_broken", { detail: state.error.detail }, "bad");
    if (!part || request?.state !== "running") return null;
    if (request.done.some((what) => what === "late" || what === "latency") && !request.bytes && stands) {
      return told("delivery_late", { n: part.n, s: request.ms / 1000 }, "bad");
    }
    return this.#shortage(state, stands, part);
  }

  /**
   * @param {StageState} state
   * @param {boolean} stands
   * @param {Part | undefined} part
   * @param {Request | undefined} request
   * @returns {Sentence | null}
   */
  #refusal(state, stands, part, request) {
    if (!request || (request.state !== "refused" && request.state !== "cut")) {
      return state.error?.code === "no-ranges" ? told("delivery_ranges", {}, "bad") : null;
    }
    if (request.status === 416) return told("delivery_ranges", {}, "bad");
    const n = request.segment === "init" ? "init" : part?.n ?? 0;
    const at = stands || !part ? state.time_s : part.start_s;
    const tone = stands ? "bad" : "warn";
    const suffix = stands ? "" : "_soon";
    if (request.state === "cut") return told(`delivery_cut${suffix}`, { n, got: request.bytes, size: request.size, at }, tone);
    return told(`delivery_missing${suffix}`, { n, status: request.status, at }, tone);
  }

  /**
   * @param {StageState} state
   * @param {boolean} stands
   * @param {Part} part
   * @returns {Sentence | null}
   */
  #shortage(state, stands, part) {
    const need = rateOf(part) * Math.max(1, Math.abs(state.rate));
    const arrive = this.#kbit_s;
    if (arrive === null || arrive >= need) return null;
    if (stands) return told("delivery_slow", { need, arrive }, "bad");
    const s = this.ahead(state);
    return s < SHORT_S && !state.paused ? told("delivery_tight", { need, arrive, s }, "warn") : null;
  }

  /** The first segment from the playhead on that is not there. @param {StageState} state */
  #wanted({ segment, buffered }) {
    return this.segments.slice(segment ?? 0).find((part) => !covers(buffered, middleOf(/** @type {any} */ ({
      start_s: part.start_s, duration_s: part.end_s - part.start_s,
    }))));
  }
}

/** @param {Part} part @returns {number} in kbit/s */
function rateOf({ size, start_s, end_s }) {
  return end_s > start_s ? (size * 8) / 1000 / (end_s - start_s) : 0;
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} values
 * @param {"quiet" | "warn" | "bad" | "good"} tone
 * @returns {Sentence}
 */
function told(key, values, tone) {
  return { key, values, tone };
}
