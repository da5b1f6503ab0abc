/** A file by its index: `index.json`, `init`, `segments/N`. */

import { MseError } from "../errors.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Source} Source */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */

const MOST_SEGMENTS = 200_000;

/** @implements {Source} */
export class SegmentsSource {
  /** @param {StreamFolder} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** @returns {Promise<Plan>} */
  async open() {
    const index = await this.folder.json("index.json");
    const { mime, duration_s, size, segments } = index;
    if (typeof mime !== "string" || !Array.isArray(segments) || segments.length > MOST_SEGMENTS) {
      throw new MseError("list", "index.json");
    }
    if (!segments.length) throw new MseError("empty", "no segments");
    const init = { url: this.folder.url("init"), range: null };
    const pieces = segments.map((segment, number) => ({
      number, start_s: Number(segment.start_s), duration_s: Number(segment.duration_s), run: 0, offset_s: 0,
      place: { url: this.folder.url(`segments/${number}`), range: null }, init,
    }));
    const rate_bps = duration_s > 0 ? (8 * size) / duration_s : 0;
    const rung = { name: "", mime, rate_bps, height: 0, timed: true, pieces };
    return { live: false, ended: true, duration_s, refresh_s: 0, tracks: [{ kind: "both", rungs: [rung] }] };
  }

  async refresh() {}

  async prepare() {}
}
