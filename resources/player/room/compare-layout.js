/** Where two pictures go: arithmetic, without elements. */

import { fitted } from "./picture-fit.js";

/** @typedef {Record<string, string>} Style */

const GAP_PX = 2;

/**
 * @param {"off" | "side" | "wipe"} mode
 * @param {number} width of the room there is, in CSS pixels
 * @param {number} height
 * @param {number} aspect of the first picture, width by height
 * @param {number} wipe 0 to 1: how much of the left one is seen
 * @param {boolean} swapped the result (first) left, the source (second) right; else the other way
 * @returns {{first: Style, second: Style, clip: string, grip: {left: number, top: number,
 *   width: number, height: number}, tags: [Style, Style]}}
 */
export function arrangement(mode, width, height, aspect, wipe, swapped) {
  const whole = box(0, 0, width, height);
  if (mode !== "side") return overlaid(mode, whole, aspect, wipe, swapped);
  const [beside, below] = [(width - GAP_PX) / 2, (height - GAP_PX) / 2];
  const isBeside = fitted(beside, height, aspect)[0] >= fitted(width, below, aspect)[0];
  const early = isBeside ? box(0, 0, beside, height) : box(0, 0, width, below);
  const late = isBeside ? box(width - beside, 0, beside, height) : box(0, height - below, width, below);
  const [first, second] = swapped ? [early, late] : [late, early];
  return {
    first: styleOf(first), second: styleOf(second), clip: "",
    grip: inside(whole, aspect), tags: [leftTag(inside(first, aspect), whole), leftTag(inside(second, aspect), whole)],
  };
}

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/**
 * @param {string} mode
 * @param {Box} whole
 * @param {number} aspect
 * @param {number} wipe
 * @param {boolean} swapped
 */
function overlaid(mode, whole, aspect, wipe, swapped) {
  const seen = inside(whole, aspect);
  const line = seen.left + seen.width * wipe;
  const clip = swapped ? `inset(0 0 0 ${line}px)` : `inset(0 ${whole.width - line}px 0 0)`;
  const [left, right] = [leftTag(seen, whole), rightTag(seen, whole)];
  const plain = mode === "off" ? /** @type {Style} */ ({}) : styleOf(whole);
  return { first: plain, second: styleOf(whole), clip, grip: seen, tags: /** @type {[Style, Style]} */ (swapped ? [left, right] : [right, left]) };
}

/** @param {number} left @param {number} top @param {number} width @param {number} height @returns {Box} */
function box(left, top, width, height) {
  return { left, top, width, height };
}

/** The picture in its box. @param {Box} outer @param {number} aspect @returns {Box} */
function inside(outer, aspect) {
  const [width, height] = fitted(outer.width, outer.height, aspect);
  return box(outer.left + (outer.width - width) / 2, outer.top + (outer.height - height) / 2, width, height);
}

/** @param {Box} at @returns {Style} */
function styleOf({ left, top, width, height }) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

/** @param {Box} seen @param {Box} whole @returns {Style} */
function leftTag(seen, whole) {
  return { left: `${seen.left + 8}px`, right: "", bottom: fromBottom(seen, whole) };
}

/** @param {Box} seen @param {Box} whole @returns {Style} */
function rightTag(seen, whole) {
  return { left: "", right: `${whole.width - seen.left - seen.width + 8}px`, bottom: fromBottom(seen, whole) };
}

/** @param {Box} seen @param {Box} whole @returns {string} */
function fromBottom(seen, whole) {
  return `${whole.height - seen.top - seen.height + 8}px`;
}
