/** What keeps the picture from going on, as words to say and things to do; knows no page. */

import { clock } from "../timeline.js";

/** @typedef {import("./port.js").StageState} StageState */
/** @typedef {import("./room-context.js").FactsSegment} FactsSegment */
/** @typedef {"restart" | "skip" | "automatic"} Remedy */
/**
 * @typedef {object} Trouble
 * @property {"error" | "hand"} kind
 * @property {string} title key of a sentence
 * @property {Record<string, string | number>} values for it
 * @property {string} hint key of a sentence, "" for none
 * @property {string} detail the engine's own words
 * @property {Remedy[]} remedies
 * @property {number | null} next the segment to go on with after a skip
 */

/** Of these the delivery panel tells, which knows what the server did. */
const OF_DELIVERY = new Set(["network", "file-gone", "no-ranges"]);
const NAMED = /** @type {Record<string, [string, string]>} */ ({
  "file-changed": ["trouble_changed", "trouble_changed_hint"],
  empty: ["trouble_empty", "trouble_empty_hint"],
  quota: ["trouble_quota", "trouble_quota_hint"],
  "unsupported-type": ["trouble_unsupported", "trouble_unsupported_hint"],
});

/**
 * @param {Pick<StageState, "error" | "automatic">} state
 * @param {FactsSegment[]} segments
 * @returns {Trouble | null}
 */
export function troubleOf({ error, automatic }, segments) {
  if (error && OF_DELIVERY.has(error.code)) return null;
  if (error) return ofError(error, segments);
  if (automatic) return null;
  return { kind: "hand", title: "trouble_hand", values: {}, hint: "", detail: "", remedies: ["automatic"], next: null };
}

/**
 * @param {NonNullable<StageState["error"]>} error
 * @param {FactsSegment[]} segments
 * @returns {Trouble}
 */
function ofError({ code, detail, data }, segments) {
  const base = { kind: /** @type {const} */ ("error"), values: {}, detail: `${code}: ${detail}`, next: null };
  if (Object.hasOwn(NAMED, code)) return { ...base, title: NAMED[code][0], hint: NAMED[code][1], remedies: ["restart"] };
  return { ...base, ...refused(data, segments), hint: String(data.why ?? "") };
}

/**
 * @param {Record<string, unknown>} data
 * @param {FactsSegment[]} segments
 * @returns {Pick<Trouble, "title" | "values" | "remedies" | "next">}
 */
function refused({ segment, time_s }, segments) {
  const found = typeof segment === "number" ? segments[segment] : undefined;
  if (segment === "init") return { title: "trouble_init", values: {}, remedies: ["restart"], next: null };
  if (!found) return { title: "trouble_stopped", values: { time: clock(Number(time_s)) }, remedies: ["restart"], next: null };
  const values = { segment: Number(segment), start: clock(found.start_s), end: clock(found.end_s) };
  const next = segments.findIndex(({ n, keyframe }) => n > Number(segment) && keyframe);
  return { title: "trouble_refused", values, remedies: next < 0 ? ["restart"] : ["skip", "restart"], next: next < 0 ? null : next };
}
