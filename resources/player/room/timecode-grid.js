/** Where frames begin and end: evenly by the frame rate, or each where the file says. */

import { frameAt, frameLength } from "./timecode.js";

const NO_RATE = { num: 25, den: 1 };
const HAIR_S = 0.0005;

export class FrameGrid {
  /** @param {import("./room-context.js").Facts} facts */
  constructor(facts) {
    this.rate = facts.frame_rate ?? NO_RATE;
    this.first_s = facts.first_frame_s ?? 0;
    this.frame_s = frameLength(this.rate);
    /** Beginnings of all frames where they come unevenly, else empty. @type {number[]} */
    this.times = facts.uneven_frames_s ?? [];
    const counted = (facts.segments ?? []).reduce((sum, { frames }) => sum + frames, 0);
    /** Frames of the whole file; its sound may last longer. */
    this.count = this.times.length || counted || Math.round((facts.duration_s - this.first_s) / this.frame_s) || 1;
  }

  get isEven() {
    return this.times.length === 0;
  }

  /** @param {number} time_s @returns {number} number of the frame that is seen then, from 0 */
  at(time_s) {
    if (this.isEven) return frameAt(time_s, this.rate, this.first_s);
    let [low, high] = [0, this.times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time_s + HAIR_S) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** @param {number} number @returns {number} when that frame begins, in seconds */
  start(number) {
    if (this.isEven) return this.first_s + number * this.frame_s;
    const last = this.times.length - 1;
    return number <= last ? this.times[Math.max(0, number)] : this.times[last] + (number - last) * this.frame_s;
  }

  /** @param {number} number @returns {number} a time that no rounding puts into another frame */
  middle(number) {
    const start_s = this.start(number);
    return start_s + Math.min(this.start(number + 1) - start_s, this.frame_s) / 2;
  }
}
