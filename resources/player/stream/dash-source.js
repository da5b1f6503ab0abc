/** A stream by its DASH manifest. */

import { MseError } from "../errors.js";
import { readManifest } from "./mpd-text.js";
import { readSidx } from "./sidx.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Rung} Rung */
/** @typedef {import("./plan.js").Piece} Piece */
/** @typedef {import("./plan.js").Source} Source */
/** @typedef {import("./plan.js").Track} Track */
/** @typedef {import("./mpd-text.js").Representation} Representation */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */

const MANIFEST = "dash/manifest.mpd";
const LEAST_REFRESH_S = 0.25;
const MOST_REFRESH_S = 5;

/** @implements {Source} */
export class DashSource {
  /** Those whose index is in their file, and was not read yet. @type {Map<Rung, Representation>} */
  #unread = new Map();
  /** Each representation's, by kind and name: one goes on in the next period. @type {Map<string, Rung>} */
  #rungs = new Map();
  /** @type {Plan} */
  #plan = { live: false, ended: false, duration_s: 0, refresh_s: 2, tracks: [] };

  /** @param {StreamFolder} folder @param {string} [path] of the manifest in the stream's folder */
  constructor(folder, path) {
    this.folder = folder;
    this.path = path || MANIFEST;
  }

  /** @returns {Promise<Plan>} */
  async open() {
    await this.refresh();
    if (!this.#plan.tracks.length) throw new MseError("list", "an MPD without representations");
    for (const { rungs } of this.#plan.tracks) await this.prepare(rungs[0]);
    return this.#plan;
  }

  async refresh() {
    const plan = this.#plan;
    const url = this.folder.url(this.path);
    const found = readManifest(await this.folder.text(url));
    plan.ended = !found.live;
    if (found.live) plan.live = true;
    else plan.duration_s = found.duration_s;
    /** @type {Map<Rung, Piece[]>} */
    const listed = new Map();
    for (const { kind, representations } of found.sets) {
      const name = kindOf(kind, representations, found.sets);
      for (const one of representations) {
        const rung = this.#rung(name, one);
        if (one.entries.length) listed.set(rung, [...(listed.get(rung) ?? []), ...this.#pieces(one, url)]);
        else if (!rung.pieces.length) this.#unread.set(rung, one);
      }
    }
    for (const [rung, pieces] of listed) rung.pieces = pieces;
    const length_s = plan.tracks[0]?.rungs[0].pieces.at(-1)?.duration_s ?? 2 * found.refresh_s;
    plan.refresh_s = Math.min(Math.max(Math.min(found.refresh_s, length_s / 2), LEAST_REFRESH_S), MOST_REFRESH_S);
  }

  /** @param {Rung} rung */
  async prepare(rung) {
    const told = this.#unread.get(rung);
    if (!told?.index) return;
    const url = this.#at(told, told.init.uri, this.folder.url(this.path));
    const data = await this.folder.init({ url, range: told.index });
    rung.pieces = readSidx(data, told.index[0]).map(({ start_s, duration_s, range }, number) => ({
      number, start_s: start_s + told.offset_s, duration_s, run: 0, offset_s: told.offset_s,
      place: { url, range }, init: { url, range: told.init.range },
    }));
    this.#unread.delete(rung);
  }

  /** @param {Track["kind"]} kind @param {Representation} told @returns {Rung} */
  #rung(kind, told) {
    const key = `${kind} ${told.id}`;
    let rung = this.#rungs.get(key);
    if (!rung) {
      const name = told.height ? `${told.height}p` : `${Math.round(told.rate_bps / 1000)} kbit/s`;
      rung = { name, mime: told.mime, rate_bps: told.rate_bps, height: told.height, timed: true, pieces: [] };
      this.#rungs.set(key, rung);
      const track = this.#plan.tracks.find((one) => one.kind === kind) ?? { kind, rungs: [] };
      if (!track.rungs.length) this.#plan.tracks.push(track);
      track.rungs.push(rung);
    }
    return rung;
  }

  /** @param {Representation} told @param {URL} manifest @returns {Piece[]} */
  #pieces(told, manifest) {
    const init = { url: this.#at(told, told.init.uri, manifest), range: told.init.range };
    return told.entries.map(({ number, start_s, duration_s, uri, range }) => ({
      number, start_s, duration_s, run: 0, offset_s: told.offset_s, mime: told.mime,
      place: { url: this.#at(told, uri, manifest), range }, init,
    }));
  }

  /** @param {Representation} told @param {string} uri @param {URL} manifest @returns {URL} */
  #at(told, uri, manifest) {
    const base = told.base.reduce((from, part) => (part ? this.folder.url(part, from) : from), manifest);
    return this.folder.url(uri || base.pathname, base);
  }
}

/**
 * @param {string} kind
 * @param {Representation[]} representations
 * @param {import("./mpd-text.js").Set[]} sets of all periods
 * @returns {Track["kind"]}
 */
function kindOf(kind, representations, sets) {
  if (kind === "audio") return "audio";
  const isAlone = sets.every((one) => one.kind !== "audio");
  return isAlone && representations[0].mime.includes(",") ? "both" : "video";
}
