/** Figures for those who want to know, one click away. */

import { make } from "../room/transport-dom.js";
import { rangesOf } from "../timeline.js";
import { setText } from "./head.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../room/words.js").Translate} Translate */

const ROWS = ["d_way", "d_buffer", "d_latency", "d_rate", "d_line", "d_stream", "d_frames", "d_dropped", "d_left_out", "d_viewer"];
const WIDE = ["d_address", "d_mime", "d_buffered", "d_server", "d_problem"];

export class Details {
  /** @type {Map<string, HTMLElement>} */
  #values = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Session} session
   * @param {Translate} say
   * @param {string} address
   */
  constructor(root, session, say, address) {
    this.root = root;
    this.session = session;
    this.say = say;
    this.address = address;
    root.setAttribute("aria-label", say("details"));
    const rows = [...ROWS, ...WIDE].map((name) => {
      const value = make("dd");
      this.#values.set(name, value);
      return make("div", { class: WIDE.includes(name) ? "wide" : "" }, make("dt", {}, say(name)), value);
    });
    root.append(make("dl", {}, ...rows));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  toggle() {
    this.root.hidden = !this.root.hidden;
    this.refresh();
  }

  refresh() {
    if (!this.isOpen) return;
    for (const [name, text] of Object.entries(this.#texts())) setText(/** @type {HTMLElement} */ (this.#values.get(name)), text);
  }

  /** @returns {Record<string, string>} */
  #texts() {
    const { session, say } = this;
    const { player, status, folder, video } = session;
    const mine = status?.viewers.filter(({ viewer }) => viewer === folder.viewer) ?? [];
    const left_out = mine.reduce((sum, { dropped }) => sum + dropped, 0);
    const ranges = rangesOf(video.buffered).map(([start, end]) => `${start.toFixed(2)}–${end.toFixed(2)}`);
    return {
      d_way: say(`way_${session.way}`), d_address: status?.address ?? this.address, d_viewer: folder.viewer,
      d_mime: player?.mimes.join(" + ") || say("d_unknown"),
      d_buffer: this.#seconds(session.buffer_s), d_buffered: ranges.length ? say("seconds", { value: ranges.join(", ") }) : say("d_none"),
      d_latency: session.latency_s === null ? say("d_none") : this.#seconds(session.latency_s),
      d_rate: `${video.playbackRate}×`, d_line: this.#rate(folder.measured_bps), d_stream: this.#rate(status?.rate_bps || player?.rate_bps || null),
      d_frames: String(session.frames), d_dropped: String(session.dropped),
      d_left_out: left_out ? say("groups", { count: left_out }) : say("d_none"),
      d_server: status ? [status.state, status.reason].filter(Boolean).join(": ") : say("d_unknown"),
      d_problem: this.#problem(),
    };
  }

  #problem() {
    const { lastProblem, trouble } = this.session;
    if (!lastProblem) return this.say("d_none");
    return trouble ? `${lastProblem} — ${trouble.hint}` : lastProblem;
  }

  /** @param {number} value */
  #seconds(value) {
    return this.say("seconds", { value: value.toFixed(2) });
  }

  /** @param {number | null} bps */
  #rate(bps) {
    return bps ? this.say("rate", { value: (bps / 1e6).toFixed(2) }) : this.say("d_unknown");
  }
}
