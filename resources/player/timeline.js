/** Arithmetic on time ranges and segments; knows neither DOM nor MediaSource. */

/** @typedef {[number, number]} Range start and end, in seconds */
/** @typedef {{n: number, offset: number, size: number, start_s: number, duration_s: number,
 *   keyframe: boolean, frames: number}} Segment */

/**
 * @param {{length: number, start(i: number): number, end(i: number): number}} ranges
 * @returns {Range[]}
 */
export function rangesOf(ranges) {
  return Array.from({ length: ranges.length }, (_, i) => [ranges.start(i), ranges.end(i)]);
}

/**
 * @param {Range[]} left
 * @param {Range[]} right
 * @param {number} [slack] ranges at most this far apart are joined, in seconds
 * @returns {Range[]} sorted, without overlap
 */
export function unionOf(left, right, slack = 0) {
  const all = [...left, ...right].map(([a, b]) => /** @type {Range} */ ([a, b]));
  all.sort((a, b) => a[0] - b[0]);
  /** @type {Range[]} */
  const joined = [];
  for (const range of all) {
    const last = joined[joined.length - 1];
    if (last && range[0] <= last[1] + slack) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}

/**
 * @param {Range[]} ranges
 * @param {number} time_s
 * @returns {boolean} whether the time lies in one of them
 */
export function covers(ranges, time_s) {
  return ranges.some(([start, end]) => time_s >= start && time_s < end);
}

/**
 * The segment that holds a time: the last one that starts at or before it. Times before
 * the first segment give the first, times after the end the last one.
 *
 * @param {Segment[]} segments in the order of their starts
 * @param {number} time_s
 * @returns {number} index into segments; 0 when there are none
 */
export function segmentAt(segments, time_s) {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle].start_s <= time_s + 1e-6) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/**
 * @param {Segment} segment
 * @returns {number} a time well inside the segment, in seconds
 */
export function middleOf(segment) {
  return segment.start_s + segment.duration_s / 2;
}

/**
 * @param {Range[]} ranges
 * @param {number} time_s
 * @param {number} reach_s how far ahead to look
 * @returns {number | null} where the next range begins, if that is ahead and within reach
 */
export function nextStart(ranges, time_s, reach_s) {
  const found = ranges.find(([start]) => start > time_s && start <= time_s + reach_s);
  return found ? found[0] : null;
}

/**
 * @param {number} time_s
 * @returns {string} `0:03.48` or `1:02:03.48`
 */
export function clock(time_s) {
  const safe = Number.isFinite(time_s) && time_s > 0 ? time_s : 0;
  const hundredths = Math.floor(safe * 100 + 1e-6);
  const seconds = Math.floor(hundredths / 100);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours ? `${hours}:${two(minutes)}` : `${minutes}`;
  return `${head}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/**
 * The middle of a neighbouring frame, so that no rounding picks the wrong one.
 *
 * @param {number} time_s the time now
 * @param {number} step frames to go, negative is back
 * @param {number} frame_s duration of a frame
 * @param {number} first_s when the first frame starts
 * @returns {number}
 */
export function frameTime(time_s, step, frame_s, first_s) {
  const now = Math.floor((time_s - first_s) / frame_s + 1e-3);
  return first_s + (Math.max(0, now + step) + 0.5) * frame_s;
}
