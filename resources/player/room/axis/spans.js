/** Searching and merging what lies on the time axis; knows no pixels but widths of them. */

/** @typedef {[number, number]} Range start and end, in seconds */
/** @typedef {{start_s: number, end_s: number}} Span */

/**
 * @param {ArrayLike<unknown>} all in rising order
 * @param {(i: number) => boolean} isBefore false from some index on
 * @returns {number} the first index for which it is false
 */
export function firstNot(all, isBefore) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @template {Span} T
 * @param {T[]} spans in any order
 * @returns {(T & {reach_s: number})[]} by their starts; reach: the latest end so far
 */
export function ordered(spans) {
  let reach_s = -Infinity;
  return [...spans].sort((a, b) => a.start_s - b.start_s).map((span) => {
    reach_s = Math.max(reach_s, span.end_s);
    return { ...span, reach_s };
  });
}

/**
 * @param {{start_s: number, reach_s: number}[]} spans as `ordered` gives them
 * @param {number} from_s
 * @param {number} to_s
 * @returns {[number, number]} first and one past the last that may be in sight
 */
export function inSight(spans, from_s, to_s) {
  const first = firstNot(spans, (i) => spans[i].reach_s <= from_s);
  return [first, Math.max(first, firstNot(spans, (i) => spans[i].start_s < to_s))];
}

/**
 * @param {Span[]} segments in the order of their starts
 * @param {number} time_s
 * @returns {number} index of the last that starts at or before the time, -1 for none
 */
export function segmentAt(segments, time_s) {
  if (!segments.length) return -1;
  return Math.max(0, firstNot(segments, (i) => segments[i].start_s <= time_s + 1e-6) - 1);
}

/**
 * For each pixel column, the largest value of what touches it: what is drawn when the things
 * themselves are narrower than a pixel.
 *
 * @param {number} count of things
 * @param {number} columns
 * @param {(i: number) => number} leftOf first column of a thing
 * @param {(i: number) => number} rightOf one past its last; it has at least one
 * @param {(i: number) => number} valueOf
 * @returns {Float64Array}
 */
export function largestPerColumn(count, columns, leftOf, rightOf, valueOf) {
  const largest = new Float64Array(Math.max(0, columns));
  for (let i = 0; i < count; i += 1) {
    const left = leftOf(i);
    const value = valueOf(i);
    const end = Math.min(columns, Math.max(left + 1, rightOf(i)));
    for (let x = Math.max(0, left); x < end; x += 1) if (value > largest[x]) largest[x] = value;
  }
  return largest;
}

/**
 * What a list of ranges leaves out.
 *
 * @param {Range[]} ranges sorted
 * @param {number} start_s
 * @param {number} end_s
 * @param {number} slack_s a hole up to this long at either end is none
 * @returns {Range[]}
 */
export function holesOf(ranges, start_s, end_s, slack_s) {
  /** @type {Range[]} */
  const holes = [];
  let at_s = start_s;
  for (const [from_s, to_s] of ranges) {
    if (from_s > at_s && (at_s > start_s || from_s - at_s > slack_s)) holes.push([at_s, from_s]);
    at_s = Math.max(at_s, to_s);
  }
  if (end_s - at_s > slack_s) holes.push([at_s, end_s]);
  return holes;
}

/**
 * Marks that would lie on each other are shown as one.
 *
 * @template T
 * @param {{x: number, what: T}[]} marks sorted by x
 * @param {number} apart_px
 * @returns {{x: number, all: T[]}[]}
 */
export function gathered(marks, apart_px) {
  /** @type {{x: number, all: T[]}[]} */
  const groups = [];
  for (const { x, what } of marks) {
    const last = groups[groups.length - 1];
    if (last && x - last.x < apart_px) last.all.push(what);
    else groups.push({ x, all: [what] });
  }
  return groups;
}

/**
 * @param {number} bytes
 * @returns {string} `812 B`, `18.2 kB`, `1.24 MB`
 */
export function bytesText(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const units = ["B", "kB", "MB", "GB"];
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)}\u00a0${units[power]}`;
}

/**
 * @param {number} kbit
 * @returns {string} `640 kb/s`, `2.4 Mb/s`
 */
export function rateText(kbit) {
  if (kbit < 1000) return `${Math.round(kbit)}\u00a0kb/s`;
  return `${(kbit / 1000).toFixed(kbit < 10_000 ? 1 : 0)}\u00a0Mb/s`;
}
