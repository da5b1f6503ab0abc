/** Keeping two pictures in step: arithmetic, without elements. */

/** Beyond this many frames the second jumps. */
const JUMP_FRAMES = 2;
/** Within this many frames nothing is corrected. */
const QUIET_FRAMES = 0.3;
/** Part of a frame that rounding to milliseconds may take, up to 120 frames a second. */
const ROUNDING = 0.1;
const MOST_CORRECTION = 0.12;
/** A distance is made good in about this many seconds. */
const CATCH_UP_S = 0.5;

/**
 * @param {number} start_s when the frame begins
 * @param {number} frame_s duration of a frame of the one picture
 * @param {number} other_s and of the other
 * @returns {number} a time inside that frame, in both
 */
export function frameAim(start_s, frame_s, other_s) {
  return Math.max(0, start_s + Math.min(frame_s, other_s || frame_s) / 2);
}

/**
 * @param {number} time_s of a frame's beginning, which WebM rounds to milliseconds, or inside it
 * @param {number} first_s when the first frame begins
 * @param {number} frame_s
 * @returns {number} which frame that is, from 0
 */
export function frameOf(time_s, first_s, frame_s) {
  return Math.max(0, Math.floor((time_s - first_s) / frame_s + ROUNDING));
}

/**
 * How far the second is ahead, from frames that were shown at different moments.
 *
 * @param {{mediaTime: number, at: number}} first when shown, in ms
 * @param {{mediaTime: number, at: number}} second
 * @param {number} rate of both; 0 while they stand
 * @param {number} base_s added to the first's time for the second's
 * @param {number} frame_s
 * @returns {number} in frames
 */
export function offsetOf(first, second, rate, base_s, frame_s) {
  const between_s = rate ? ((first.at - second.at) / 1000) * rate : 0;
  return (second.mediaTime + between_s - first.mediaTime - base_s) / frame_s;
}

/**
 * @param {number} behind_s how far the second is behind; negative when ahead
 * @param {number} frame_s
 * @param {number} rate of the first
 * @returns {{rate: number, jump: boolean}} what the second shall do
 */
export function correction(behind_s, frame_s, rate) {
  const frames = behind_s / frame_s;
  if (Math.abs(frames) <= QUIET_FRAMES) return { rate, jump: false };
  const wanted = Math.max(-MOST_CORRECTION, Math.min(MOST_CORRECTION, behind_s / CATCH_UP_S / rate));
  return { rate: rate * (1 + wanted), jump: Math.abs(frames) > JUMP_FRAMES * Math.max(1, rate) };
}
