/** Whether the playhead wants to move and cannot. */

const PLAYING_MS = 250;
const SEEKING_MS = 400;
const HAVE_FUTURE_DATA = 3;

export class Stall {
  #time_s = NaN;
  /** @type {number | null} */
  #since = null;
  stalled = false;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
  }

  /** Look again; called at every event, and now and then while it should move. */
  look() {
    const { video } = this;
    const moved = video.currentTime !== this.#time_s && video.readyState >= HAVE_FUTURE_DATA;
    this.#time_s = video.currentTime;
    const wants = video.seeking || (!video.paused && !video.ended);
    if (!wants || video.error || (moved && !video.seeking)) this.#since = null;
    else this.#since ??= performance.now();
    const limit = video.seeking ? SEEKING_MS : PLAYING_MS;
    this.stalled = this.#since !== null && performance.now() - this.#since >= limit;
  }
}
