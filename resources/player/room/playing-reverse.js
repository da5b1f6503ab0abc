/** Playing backwards: no engine can, so single frames are shown one after the other. */

const PACE_MS = 1000 / 25;

export class Reverse {
  #timer = 0;
  #from_s = 0;
  #since = 0;
  #rate = 1;

  /**
   * @param {HTMLVideoElement} video
   * @param {import("./playing-seek.js").Seeker} seeker
   * @param {(time_s: number) => number} bound where to go on from a place: below its start, a
   *   loop begins at its end again; the same or a later time otherwise
   */
  constructor(video, seeker, bound) {
    this.video = video;
    this.seeker = seeker;
    this.bound = bound;
  }

  get active() {
    return this.#timer !== 0;
  }

  /** Where it is at this moment, in seconds. */
  get now_s() {
    return this.#from_s - ((performance.now() - this.#since) / 1000) * this.#rate;
  }

  /** @param {number} rate how fast, above 0 */
  start(rate) {
    this.stop();
    this.#rate = rate;
    this.moveTo(this.seeker.target ?? this.video.currentTime);
    this.#timer = window.setInterval(() => this.#tick(), PACE_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** @param {number} time_s go on from here */
  moveTo(time_s) {
    this.#from_s = time_s;
    this.#since = performance.now();
  }

  #tick() {
    const now = this.now_s;
    const place = this.bound(now);
    if (place !== now) this.moveTo(place);
    if (this.seeker.target === null || place !== now) void this.seeker.to(place);
  }
}
