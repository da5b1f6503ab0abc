/**
 * Reads DASH manifests with templates, lists and one file by its index. Pure but for DOMParser.
 *
 * Source: ISO/IEC 23009-1, 5.3.
 */

import { MseError } from "../errors.js";

const MOST_SEGMENTS = 200_000;
const INHERITED = ["SegmentTemplate", "SegmentList", "SegmentBase"];

/** @typedef {{uri: string, range: [number, number] | null, start_s: number, duration_s: number, number: number}} Entry */
/** @typedef {{id: string, mime: string, rate_bps: number, height: number, base: string[], offset_s: number,
 *   init: {uri: string, range: [number, number] | null}, entries: Entry[],
 *   index: [number, number] | null}} Representation */
/** @typedef {{kind: string, representations: Representation[]}} Set */
/** @typedef {{live: boolean, duration_s: number, refresh_s: number, sets: Set[]}} Manifest */

/** @param {string} text @returns {Manifest} the sets of all periods, in their order */
export function readManifest(text) {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new MseError("list", "a manifest with a document type");
  const root = new DOMParser().parseFromString(text, "application/xml").documentElement;
  if (root.localName !== "MPD") throw new MseError("list", "this is no MPD");
  const live = root.getAttribute("type") === "dynamic";
  const duration_s = secondsOf(root.getAttribute("mediaPresentationDuration")) ?? 0;
  const refresh_s = secondsOf(root.getAttribute("minimumUpdatePeriod")) ?? 2;
  let start_s = 0;
  const sets = children(root, "Period").flatMap((period) => {
    start_s = secondsOf(period.getAttribute("start")) ?? start_s;
    const own_s = secondsOf(period.getAttribute("duration"));
    const time = { start_s, duration_s: own_s ?? Math.max(0, duration_s - start_s) };
    start_s += own_s ?? 0;
    return children(period, "AdaptationSet").map((set) => readSet(set, root, period, time));
  });
  return { live, duration_s, refresh_s, sets: sets.filter(({ representations }) => representations.length) };
}

/**
 * @param {Element} set
 * @param {Element} root
 * @param {Element} period
 * @param {{start_s: number, duration_s: number}} time
 * @returns {Set}
 */
function readSet(set, root, period, time) {
  const representations = children(set, "Representation").map((one) => readRepresentation([root, period, set, one], time));
  const mime = representations[0]?.mime ?? "";
  const kind = set.getAttribute("contentType") ?? mime.split("/")[0];
  return { kind, representations };
}

/**
 * @param {Element[]} chain from the root to the representation
 * @param {{start_s: number, duration_s: number}} time
 * @returns {Representation}
 */
function readRepresentation(chain, time) {
  const own = chain[chain.length - 1];
  const said = (/** @type {string} */ name) => own.getAttribute(name) ?? chain[chain.length - 2].getAttribute(name) ?? "";
  const codecs = said("codecs");
  const form = formOf(chain);
  const timescale = Number(form.get("timescale")) || 1;
  const values = { id: own.getAttribute("id") ?? "", bandwidth: own.getAttribute("bandwidth") ?? "" };
  const offset_s = time.start_s - (Number(form.get("presentationTimeOffset")) || 0) / timescale;
  return {
    id: values.id, mime: codecs ? `${said("mimeType")}; codecs="${codecs}"` : said("mimeType"),
    rate_bps: Number(values.bandwidth) || 0, height: Number(said("height")) || 0,
    base: chain.map((one) => children(one, "BaseURL")[0]?.textContent?.trim() ?? ""),
    offset_s, init: initOf(form, values), index: rangeOf(form.get("indexRange")),
    entries: entriesOf(form, values, timescale, offset_s, time.duration_s),
  };
}

/** What tells the segments: the nearest element, and what it takes over from those above. */
class SegmentForm {
  /** @param {string} kind @param {Element[]} levels the nearest first */
  constructor(kind, levels) {
    this.kind = kind;
    this.levels = levels;
  }

  /** @param {string} name @returns {string} */
  get(name) {
    return this.levels.map((one) => one.getAttribute(name)).find((value) => value !== null) ?? "";
  }

  /** @param {string} name @returns {Element[]} */
  all(name) {
    return this.levels.map((one) => children(one, name)).find((found) => found.length) ?? [];
  }
}

/** @param {Element[]} chain @returns {SegmentForm} */
function formOf(chain) {
  for (const kind of INHERITED) {
    const levels = [...chain].reverse().flatMap((one) => children(one, kind));
    if (levels.length) return new SegmentForm(kind, levels);
  }
  return new SegmentForm("SegmentBase", []);
}

/** @typedef {{id: string, bandwidth: string}} Values */

/** @param {SegmentForm} form @param {Values} values */
function initOf(form, values) {
  const [told] = form.all("Initialization");
  if (told) return { uri: told.getAttribute("sourceURL") ?? "", range: rangeOf(told.getAttribute("range")) };
  return { uri: filled(form.get("initialization"), values, 0, 0), range: null };
}

/**
 * @param {SegmentForm} form
 * @param {Values} values
 * @param {number} timescale
 * @param {number} offset_s
 * @param {number} whole_s
 * @returns {Entry[]}
 */
function entriesOf(form, values, timescale, offset_s, whole_s) {
  if (form.kind === "SegmentBase") return [];
  const first = Number(form.get("startNumber") || "1");
  const urls = form.all("SegmentURL");
  const timeline = form.all("SegmentTimeline")[0];
  const count = form.kind === "SegmentList" ? urls.length : Infinity;
  const times = timeline ? timesOf(timeline, count, whole_s * timescale) : evenTimes(Number(form.get("duration")), count, whole_s * timescale);
  return times.map(([time, duration], n) => {
    const url = urls[n];
    const uri = url ? url.getAttribute("media") ?? "" : filled(form.get("media"), values, first + n, time);
    const range = url ? rangeOf(url.getAttribute("mediaRange")) : null;
    return { uri, range, number: first + n, start_s: time / timescale + offset_s, duration_s: duration / timescale };
  });
}

/**
 * @param {Element} timeline
 * @param {number} most entries
 * @param {number} end in ticks, where an open repetition ends
 * @returns {[number, number][]} time and duration in ticks
 */
function timesOf(timeline, most, end) {
  /** @type {[number, number][]} */
  const found = [];
  let at = 0;
  for (const row of children(timeline, "S")) {
    const duration = Number(row.getAttribute("d"));
    at = Number(row.getAttribute("t") ?? at);
    const told = Number(row.getAttribute("r") ?? 0);
    const repeats = told < 0 ? Math.ceil((end - at) / duration) - 1 : told;
    if (!(duration > 0) || !Number.isFinite(at) || !(repeats < MOST_SEGMENTS)) throw new MseError("list", "a time line that cannot be");
    for (let n = 0; n <= repeats && found.length < most; n += 1, at += duration) found.push([at, duration]);
    if (found.length > MOST_SEGMENTS) throw new MseError("too-large", "a manifest with too many segments");
  }
  return found;
}

/** @param {number} duration @param {number} most @param {number} end @returns {[number, number][]} */
function evenTimes(duration, most, end) {
  const count = Math.min(most, duration > 0 ? Math.ceil(end / duration - 1e-6) : 0);
  if (count > MOST_SEGMENTS) throw new MseError("too-large", "a manifest with too many segments");
  return Array.from({ length: count }, (_, n) => [n * duration, duration]);
}

/**
 * @param {string} template
 * @param {Values} values
 * @param {number} number
 * @param {number} time
 */
function filled(template, values, number, time) {
  const named = /** @type {Record<string, string>} */ ({
    RepresentationID: values.id, Bandwidth: values.bandwidth, Number: String(number), Time: String(time), "": "$",
  });
  return template.replace(/\$(\w*)(?:%0(\d{1,2})d)?\$/g, (whole, name, width) => (named[name] ?? whole).padStart(Number(width ?? 0), "0"));
}

/** @param {string | null} text `first-last` @returns {[number, number] | null} offset and length */
function rangeOf(text) {
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(text ?? "");
  return found ? [Number(found[1]), Number(found[2]) - Number(found[1]) + 1] : null;
}

/** @param {string | null} text such as `PT1H2M3.5S` @returns {number | null} */
function secondsOf(text) {
  const found = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text ?? "");
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** @param {Element} parent @param {string} name @returns {Element[]} */
function children(parent, name) {
  return [...parent.children].filter((one) => one.localName === name);
}
