/** How full a SourceBuffer is: our own estimate, since no engine says. */

import { rangesOf } from "../timeline.js";

const MIB = 1024 * 1024;
/**
 * Bytes a SourceBuffer can hold, by what it holds. Source: measured on Chromium 140 and 156
 * and Firefox ESR 153 (video); kDemuxerStreamAudioMemoryLimitDefault of Chromium and
 * media.mediasource.eviction_threshold.audio of Firefox (audio).
 */
const LIMITS = {
  chromium: { video: 150 * MIB, audio: 12 * MIB },
  firefox: { video: 150 * MIB, audio: 20 * MIB },
};

/**
 * @param {string} userAgent
 * @param {"video" | "audio"} kind
 * @returns {number | null} null where none is known
 */
export function limitOf(userAgent, kind) {
  if (/Chrome\//.test(userAgent)) return LIMITS.chromium[kind];
  return /Firefox\//.test(userAgent) ? LIMITS.firefox[kind] : null;
}

/**
 * @param {import("../timeline.js").Segment[]} segments
 * @param {import("../timeline.js").Range[]} ranges
 * @returns {number} bytes of the segments as far as they are in the ranges
 */
export function bytesWithin(segments, ranges) {
  let sum = 0;
  for (const { start_s, duration_s, size } of segments) {
    for (const [from, to] of ranges) {
      const shared = Math.min(to, start_s + duration_s) - Math.max(from, start_s);
      if (shared > 0 && duration_s > 0) sum += size * (shared / duration_s);
    }
  }
  return Math.round(sum);
}

/**
 * @param {import("./session.js").KnownBuffer} known not removed
 * @param {import("./session.js").Session} session
 * @returns {import("./port.js").Attribute}
 */
export function quotaOf({ buffer, mime }, session) {
  const ours = mime === session.index.mime;
  const ranges = rangesOf(buffer.buffered);
  const value = ours ? bytesWithin(session.index.segments, ranges) : 0;
  const limit = limitOf(navigator.userAgent, mime.startsWith("audio/") ? "audio" : "video");
  const used = `≈ ${value.toLocaleString("en-US")} bytes`;
  const share = limit ? ` / ${limit.toLocaleString("en-US")} (${((100 * value) / limit).toFixed(1)} %)` : "";
  return { name: "quota used", text: ours ? used + share : "-", value, note: "note_quota" };
}
