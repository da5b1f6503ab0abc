/** Reading one attribute of an object of the engine. */

import { rangesOf } from "../timeline.js";
import { exceptionText, rangesText, valueText } from "./taps-text.js";

/** @typedef {import("./port.js").Attribute} Attribute */

/**
 * One attribute, as the engine gives it.
 *
 * @param {any} object
 * @param {string} name
 * @param {boolean} [settable]
 * @returns {Attribute}
 */
export function attribute(object, name, settable = false) {
  const extra = settable ? { settable } : {};
  if (!(name in object)) return { name, text: "-", note: "note_engine_lacks", ...extra };
  try {
    const value = object[name];
    if (value instanceof TimeRanges) return { name, ...ranges(value), ...extra };
    const text = typeof value === "string" ? value : valueText(value);
    return { name, text, value: plain(value), ...extra };
  } catch (error) {
    return { name, text: exceptionText(error), ...extra };
  }
}

/** @param {TimeRanges} found */
function ranges(found) {
  const value = rangesOf(found);
  return { text: rangesText(value), value };
}

/** @param {unknown} value @returns {unknown} what JSON can hold */
function plain(value) {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return typeof value === "object" ? null : value;
}
