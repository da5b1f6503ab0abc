/** Values of the engine as short text. */

import { rangesOf } from "../timeline.js";

const LONGEST = 300;

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/**
 * @param {number} value
 * @returns {string} at most six decimals: `3.04`, `Infinity`
 */
export function numberText(value) {
  return Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : String(value);
}

/**
 * @param {[number, number][]} ranges
 * @returns {string} `[0, 3.84] [5.76, 10]`, or `-` when there are none
 */
export function rangesText(ranges) {
  return ranges.map(([a, b]) => `[${numberText(a)}, ${numberText(b)}]`).join(" ") || "-";
}

/**
 * @param {number} size
 * @param {string} [name]
 * @returns {string} `segment 3, 18,220 bytes`
 */
export function bytesText(size, name) {
  const text = `${size.toLocaleString("en-US")} bytes`;
  return name ? `${name}, ${text}` : text;
}

/** @param {unknown} error @returns {string} `InvalidStateError: message` */
export function exceptionText(error) {
  const known = error instanceof DOMException || error instanceof Error;
  return shortened(known ? `${error.name}: ${error.message}` : String(error));
}

/** @param {unknown} value @returns {string} */
export function valueText(value) {
  if (value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return shortened(JSON.stringify(value));
  if (value instanceof TimeRanges) return rangesText(rangesOf(value));
  if (value === null || typeof value === "boolean") return String(value);
  return value.constructor?.name ?? typeof value;
}
