/** What every panel of the room is handed. */

import { NO_STATE } from "./port.js";

/** @typedef {import("./port.js").Port} Port */
/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./words.js").Translate} Translate */

/**
 * @typedef {object} Facts see `facts.json`
 * @property {string} name
 * @property {string} mime
 * @property {"webm" | "mp4"} family
 * @property {boolean} fragmented
 * @property {number} duration_s
 * @property {number} size in bytes
 * @property {{num: number, den: number} | null} frame_rate null when there is no picture
 * @property {number} first_frame_s
 * @property {{width: number, height: number, shown_width: number, shown_height: number} | null} picture
 * @property {{number: number, kind: string, codec: string}[]} tracks
 * @property {{offset: number, size: number}} init
 * @property {FactsSegment[]} segments
 * @property {number[]} keyframes_s
 * @property {number[]} [uneven_frames_s] when each frame is shown, where frames come unevenly
 * @property {{step_s: number, kbit_s: number[]}} bit_rate
 * @property {{engine: string, title: string, plays: boolean, ranges: [number, number][], reason: string}[]} predictions
 * @property {{code: string, severity: string, message: string, remedy: string, time_s: number | null,
 *   offset: number | null, segment: number | null, engines: string[]}[]} findings
 * @property {{name: string, duration_s: number | null} | null} source what it was made from
 * @property {Record<string, any>} features what the server can do here
 * @property {boolean} complete false: keyframes, exact bit rate, predictions and findings of a
 *   long file are still to come, with the event `facts`
 * @property {string} [problem] why they will never come
 *
 * @typedef {{n: number, offset: number, size: number, start_s: number, end_s: number,
 *   keyframe: boolean, frames: number}} FactsSegment
 */

/**
 * Events: `port` (another stage is in use), `select` (a segment was chosen), `facts`,
 * `range` (in and out points changed), `open-panel` (detail: its name in the drawer), `way`
 * (another way to the picture, see `Ways.status`).
 */
export class RoomContext extends EventTarget {
  /** The chosen segment. @type {number | "init" | null} */
  selected = null;
  /** In and out points, in seconds. @type {[number | null, number | null]} */
  marks = [null, null];

  /**
   * @param {URL} base of the room on the server
   * @param {Link} link
   * @param {Facts} facts
   * @param {Translate} say
   * @param {URLSearchParams} query
   */
  constructor(base, link, facts, say, query) {
    super();
    this.base = base;
    this.link = link;
    this.facts = facts;
    this.say = say;
    this.query = query;
    /** @type {Port | null} */
    this.port = null;
    /** How the picture comes about; null before that is decided. @type {import("./ways.js").Ways | null} */
    this.ways = null;
    /** Of the converted picture; null before there is one. @type {import("./proxy.js").Converted | null} */
    this.converted = null;
  }

  /** Wait for the facts that take long, if any are missing; then there is the event `facts`. */
  async complete() {
    if (this.facts.complete) return;
    const answer = await fetch(new URL("facts.json?complete=1", this.base), { cache: "no-store" });
    if (!answer.ok) return;
    this.facts = await answer.json();
    this.dispatchEvent(new Event("facts"));
  }

  get state() {
    return this.port?.state ?? NO_STATE;
  }

  /** @param {Port} port */
  use(port) {
    this.port = port;
    this.dispatchEvent(new CustomEvent("port", { detail: port }));
  }

  /** @param {number | "init" | null} segment */
  select(segment) {
    this.selected = segment;
    this.dispatchEvent(new CustomEvent("select", { detail: segment }));
  }

  /** Show a panel of the drawer. @param {string} name */
  openPanel(name) {
    this.dispatchEvent(new CustomEvent("open-panel", { detail: name }));
  }

  /** @param {number | null} start_s @param {number | null} end_s */
  mark(start_s, end_s) {
    this.marks = [start_s, end_s];
    this.dispatchEvent(new Event("range"));
  }
}
