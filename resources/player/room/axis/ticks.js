/** Where the ruler has marks, and what they say. */

import { timecode } from "../timecode.js";

/** @typedef {{num: number, den: number}} FrameRate exact frames per second */
/** @typedef {{time_s: number, text: string}} Tick a mark without text is a small one */

const STEPS_S = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600,
  900, 1800, 3600, 7200, 10800, 21600, 43200, 86400,
];
const SMALL_PX = 6;
const MOST = 2_000;

/**
 * @param {number} perSecond pixels
 * @param {number} least_px between two marks with text
 * @param {number[]} [steps_s] in rising order
 * @returns {number} seconds
 */
export function stepFor(perSecond, least_px, steps_s = STEPS_S) {
  return steps_s.find((step_s) => step_s * perSecond >= least_px) ?? steps_s[steps_s.length - 1];
}

/**
 * @param {number} step_s
 * @param {number} perSecond
 * @returns {number} how many small marks a step is divided into
 */
export function divisionsOf(step_s, perSecond) {
  const tenths = step_s >= 60 ? [6, 4, 3, 2] : [10, 5, 4, 2];
  return tenths.find((parts) => (step_s / parts) * perSecond >= SMALL_PX) ?? 1;
}

/**
 * @param {number} time_s
 * @param {number} step_s decides the number of decimals
 * @returns {string} `0:03.5`, `1:02:03`
 */
export function secondsText(time_s, step_s) {
  const decimals = step_s >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step_s) - 1e-9));
  const units = Math.round(Math.abs(time_s) * 10 ** decimals);
  const seconds = Math.floor(units / 10 ** decimals);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours ? `${hours}:${two(minutes)}` : `${minutes}`;
  const tail = decimals ? `.${String(units % 10 ** decimals).padStart(decimals, "0")}` : "";
  return `${time_s < 0 && units ? "-" : ""}${head}:${two(seconds % 60)}${tail}`;
}

/**
 * @param {import("./view.js").View} view
 * @returns {Tick[]} what is in sight, in seconds
 */
export function secondTicks(view) {
  const step_s = stepFor(view.perSecond, 84);
  const parts = divisionsOf(step_s, view.perSecond);
  return ticksOf(view, step_s / parts, parts, 0, (time_s) => secondsText(time_s, step_s));
}

/**
 * @param {import("./view.js").View} view
 * @param {FrameRate} rate
 * @param {number} first_s when the first frame is shown
 * @returns {Tick[]} what is in sight, in frames
 */
export function frameTicks(view, rate, first_s) {
  const frame_s = rate.den / rate.num;
  const second = Math.max(1, Math.round(rate.num / rate.den));
  const frames = [1, 2, 5, 10, ...STEPS_S.filter((step) => step >= 1).map((step) => step * second)]
    .filter((count, i, all) => i === 0 || count > all[i - 1]);
  const step = Math.round(stepFor(view.perSecond, 104, frames.map((n) => n * frame_s)) / frame_s);
  const parts = frameDivisions(step, second, frame_s * view.perSecond);
  return ticksOf(view, (step / parts) * frame_s, parts, first_s,
    (_, n) => timecode((n * step) / parts, rate));
}

/**
 * @param {number} step in frames
 * @param {number} second frames of a second
 * @param {number} frame_px
 * @returns {number} a divisor of the step
 */
function frameDivisions(step, second, frame_px) {
  const wanted = [step, step / 5, step / second, step / (5 * second), step / (10 * second), 4, 2];
  return wanted.find((n) => Number.isInteger(n) && n > 1 && n <= 10 && step % n === 0
    && (step / n) * frame_px >= SMALL_PX) ?? 1;
}

/**
 * @param {import("./view.js").View} view
 * @param {number} small_s between two marks
 * @param {number} parts every so many, one has text
 * @param {number} origin_s
 * @param {(time_s: number, n: number) => string} textOf
 * @returns {Tick[]}
 */
function ticksOf(view, small_s, parts, origin_s, textOf) {
  const first = Math.floor((view.toTime(0) - origin_s) / small_s / parts) * parts;
  const last = Math.ceil((view.toTime(view.width) - origin_s) / small_s);
  /** @type {Tick[]} */
  const found = [];
  for (let n = Math.max(0, first); n <= Math.min(last, first + MOST); n += 1) {
    const time_s = origin_s + n * small_s;
    found.push({ time_s, text: n % parts ? "" : textOf(time_s, n) });
  }
  return found;
}
