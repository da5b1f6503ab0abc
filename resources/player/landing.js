/** Seeks that landed beside the data: engines take what begins a little later for the place. */

import { covers } from "./timeline.js";

/** @typedef {import("./timeline.js").Range} Range */

/**
 * Seeks once more when a gap is filled in which a seek has ended. Qt WebEngine 6.11
 * sometimes ended a seek into a gap at once when data began two frames behind it, showed the
 * first frame of that, and did not look again when the one that belongs there had arrived (seen
 * once: 4.454 s with 0 to 4.004 and 4.5045 to 6.006 s buffered; more often it waits).
 */
export class Landing {
  /** @type {number | null} */
  #gap_s = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {() => Range[]} ranges what is buffered now
   * @param {AbortSignal} signal
   */
  constructor(video, ranges, signal) {
    this.video = video;
    this.ranges = ranges;
    video.addEventListener("seeked", () => {
      this.#gap_s = covers(ranges(), video.currentTime) ? null : video.currentTime;
    }, { signal });
  }

  /** Something was appended. */
  look() {
    const { video } = this;
    if (this.#gap_s === null || video.seeking) return;
    if (video.currentTime !== this.#gap_s) {
      this.#gap_s = null;
    } else if (covers(this.ranges(), this.#gap_s)) {
      this.#gap_s = null;
      video.currentTime = video.currentTime;
    }
  }
}
