/** What to append and what to remove: pure rules, tested without MediaSource. */

import { segmentAt } from "./timeline.js";

/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {import("./timeline.js").Segment} Segment */
/** @typedef {{aheadS: number, aheadBytes: number, behindS: number}} Limits */

const QUOTA_KEEP_BEHIND_S = 4;
const LEAST_EVICTION_S = 1;

/**
 * @param {Segment[]} segments
 * @param {number} now_s
 * @param {number} number a segment that is not buffered
 * @param {Limits} limits
 * @returns {boolean} whether it shall be appended now; this one and the next always
 */
export function wants(segments, now_s, number, limits) {
  const here = segmentAt(segments, now_s);
  if (number <= here + 1) return true;
  if (segments[number].start_s > now_s + limits.aheadS) return false;
  const last = segments[number];
  return last.offset + last.size - segments[here].offset <= limits.aheadBytes;
}

/**
 * What to remove to keep the buffer bounded. Always cut at segment starts: a removal inside
 * a group of pictures takes its rest away too.
 *
 * @param {Segment[]} segments
 * @param {Range[]} ranges what is buffered
 * @param {number} now_s
 * @param {Limits} limits
 * @param {boolean} complete the stream is closed; then what is behind may stay
 * @returns {Range | null}
 */
export function eviction(segments, ranges, now_s, limits, complete) {
  if (!ranges.length || !segments.length) return null;
  const keepFrom = segments[segmentAt(segments, now_s - limits.behindS)].start_s;
  if (!complete && keepFrom - ranges[0][0] > LEAST_EVICTION_S) return [0, keepFrom];
  const stale = segmentAt(segments, now_s + 2 * limits.aheadS) + 1;
  if (stale >= segments.length || stale <= segmentAt(segments, now_s) + 1) return null;
  const end = ranges[ranges.length - 1][1];
  return end > segments[stale].start_s + LEAST_EVICTION_S ? [segments[stale].start_s, Infinity] : null;
}

/**
 * What to remove when the engine's buffer is full.
 *
 * @param {Segment[]} segments
 * @param {Range[]} ranges what is buffered
 * @param {number} now_s
 * @param {number} number the segment that did not fit
 * @returns {Range | null} everything after a seek, then what is behind, then what is left
 *   ahead from an earlier position; null when all of it is needed
 */
export function room(segments, ranges, now_s, number) {
  if (!ranges.length) return null;
  if (!ranges.some(([start, end]) => now_s >= start && now_s < end)) return [0, Infinity];
  const keepFrom = segments[segmentAt(segments, now_s - QUOTA_KEEP_BEHIND_S)].start_s;
  if (ranges[0][0] < keepFrom - 0.1) return [0, keepFrom];
  const next = segments[number + 1];
  const stale = next && ranges[ranges.length - 1][1] > next.start_s + 0.1;
  return stale ? [next.start_s, Infinity] : null;
}
