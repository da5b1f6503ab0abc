/**
 * Reads HLS playlists. Pure; what is not understood is left out, what is too large is refused.
 *
 * Source: RFC 8216bis.
 */

import { MseError } from "../errors.js";

const MOST_LINES = 1_000_000;
const ATTRIBUTE = /([A-Z0-9-]+)=("[^"\r\n]*"|[^",\s]*)/g;

/** @typedef {Record<string, string>} Attributes */
/** @typedef {{uri: string, rate_bps: number, codecs: string, height: number, audio: string}} Variant */
/** @typedef {{variants: Variant[], sounds: {group: string, uri: string, name: string, isDefault: boolean}[]}} Master */
/** @typedef {{uri: string, range: [number, number] | null}} Resource */
/** @typedef {{number: number, duration_s: number, run: number, missing: boolean, media: Resource,
 *   map: Resource | null}} Entry */
/** @typedef {{target_s: number, ended: boolean, entries: Entry[]}} MediaList */

/** @param {string} text @returns {boolean} */
export function isMaster(text) {
  return /^#EXT-X-STREAM-INF:/m.test(text);
}

/** @param {string} text of a master playlist @returns {Master} */
export function readMaster(text) {
  /** @type {Master} */
  const found = { variants: [], sounds: [] };
  /** @type {Attributes | null} */
  let pending = null;
  for (const [tag, value] of tagsOf(text)) {
    if (tag === "#EXT-X-STREAM-INF") pending = attributesOf(value);
    else if (tag === "#EXT-X-MEDIA") addSound(found, attributesOf(value));
    else if (tag === "" && pending) {
      found.variants.push(variantOf(pending, value));
      pending = null;
    }
  }
  if (!found.variants.length) throw new MseError("list", "a master playlist without variants");
  return found;
}

/** @param {Master} found @param {Attributes} told */
function addSound(found, told) {
  if (told.TYPE !== "AUDIO" || !told.URI) return;
  const { "GROUP-ID": group = "", NAME: name = "", URI: uri } = told;
  found.sounds.push({ group, uri, name, isDefault: told.DEFAULT === "YES" });
}

/** @param {Attributes} told @param {string} uri @returns {Variant} */
function variantOf(told, uri) {
  const height = Number((told.RESOLUTION ?? "").split("x")[1]) || 0;
  const rate_bps = Number(told["AVERAGE-BANDWIDTH"] ?? told.BANDWIDTH) || 0;
  return { uri, rate_bps, codecs: told.CODECS ?? "", height, audio: told.AUDIO ?? "" };
}

/** @param {string} text of a media playlist @returns {MediaList} */
export function readMedia(text) {
  const state = new MediaState();
  for (const [tag, value] of tagsOf(text)) state.take(tag, value);
  return { target_s: state.target_s, ended: state.ended, entries: state.entries };
}

class MediaState {
  target_s = 2;
  ended = false;
  /** @type {Entry[]} */
  entries = [];
  #number = 0;
  #run = 0;
  #duration_s = 0;
  #missing = false;
  /** @type {Resource | null} */
  #map = null;
  #range = "";
  /** Where the last range ended, in which file. @type {[string, number]} */
  #end = ["", 0];

  /** @param {string} tag empty for an address @param {string} value */
  take(tag, value) {
    if (tag === "") this.#add(value);
    else if (tag === "#EXTINF") this.#duration_s = secondsOf(value.split(",")[0]);
    else if (tag === "#EXT-X-TARGETDURATION") this.target_s = secondsOf(value) || 2;
    else if (tag === "#EXT-X-MEDIA-SEQUENCE") this.#number = Math.trunc(secondsOf(value));
    else if (tag === "#EXT-X-DISCONTINUITY-SEQUENCE") this.#run = Math.trunc(secondsOf(value));
    else if (tag === "#EXT-X-DISCONTINUITY") this.#run += 1;
    else if (tag === "#EXT-X-BYTERANGE") this.#range = value;
    else if (tag === "#EXT-X-GAP") this.#missing = true;
    else if (tag === "#EXT-X-MAP") this.#map = mapOf(attributesOf(value));
    else if (tag === "#EXT-X-ENDLIST") this.ended = true;
    else if (tag === "#EXT-X-KEY" && !/METHOD=NONE/.test(value)) throw new MseError("list", "an encrypted playlist");
  }

  /** @param {string} uri */
  #add(uri) {
    const from = this.#end[0] === uri ? this.#end[1] : 0;
    const range = this.#range ? rangeOf(this.#range, from) : null;
    if (range) this.#end = [uri, range[0] + range[1]];
    this.entries.push({
      number: this.#number, duration_s: this.#duration_s, run: this.#run, missing: this.#missing,
      media: { uri, range }, map: this.#map,
    });
    this.#number += 1;
    this.#range = "";
    this.#missing = false;
  }
}

/** @param {Attributes} told @returns {Resource} */
function mapOf(told) {
  return { uri: told.URI ?? "", range: told.BYTERANGE ? rangeOf(told.BYTERANGE, 0) : null };
}

/** @param {string} text `bytes@offset` @param {number} from where it begins if that is not said @returns {[number, number]} */
function rangeOf(text, from) {
  const found = /^(\d{1,15})(?:@(\d{1,15}))?$/.exec(text.trim());
  if (!found || Number(found[1]) === 0) throw new MseError("list", `the byte range ${text.slice(0, 40)}`);
  return [found[2] === undefined ? from : Number(found[2]), Number(found[1])];
}

/** @param {string} text @returns {number} */
function secondsOf(text) {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new MseError("list", `the number ${text.slice(0, 40)}`);
  return value;
}

/** @param {string} text @returns {Attributes} */
function attributesOf(text) {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value.replace(/^"|"$/g, "")]));
}

/** @param {string} text @returns {Generator<[string, string]>} tags with their values; addresses without a tag */
function* tagsOf(text) {
  const lines = text.split(/\r?\n/);
  if (!lines[0].replace(/^\uFEFF/, "").startsWith("#EXTM3U")) throw new MseError("list", "this is no playlist");
  if (lines.length > MOST_LINES) throw new MseError("too-large", `${lines.length} lines`);
  for (const line of lines.slice(1).map((one) => one.trim())) {
    if (!line) continue;
    if (!line.startsWith("#")) yield ["", line];
    else if (line.startsWith("#EXT")) {
      const colon = line.indexOf(":");
      yield colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1)];
    }
  }
}
