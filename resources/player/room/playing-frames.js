/** Which frame is seen, and the way to its neighbours. */

const DEFAULT_FRAME_S = 1 / 25;
const SEEN_LIMIT_MS = 150;
const MOST_TRIES = 24;
const HAIR_S = 0.0005;

/**
 * Goes from frame to frame. The engine says when the frame on the screen begins
 * (`requestVideoFrameCallback`); where it does not, the frame rate has to do.
 *
 * A frame is aimed at in its middle, so that no rounding of times picks its neighbour: WebM
 * rounds to milliseconds. Where frames last differently, the one before is found by aiming a
 * hair before the beginning of the one that is seen, and the one after by looking back from
 * beyond it.
 */
export class Frames {
  frame_s = DEFAULT_FRAME_S;
  first_s = 0;
  /** Whether frames of uneven length were seen. */
  variable = false;
  /** Beginning of the frame on the screen. @type {number | null} */
  #seen = null;
  #jumped = false;
  #owed = 0;
  /** @type {Promise<void> | null} */
  #working = null;
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /**
   * @param {HTMLVideoElement} video
   * @param {import("./playing-seek.js").Seeker} seeker
   */
  constructor(video, seeker) {
    this.video = video;
    this.seeker = seeker;
    video.addEventListener("seeking", () => { this.#seen = null; this.#jumped = true; });
    if ("requestVideoFrameCallback" in video) this.#watch();
  }

  /**
   * @param {{num: number, den: number} | null} rate
   * @param {number} first_s when the first frame begins
   */
  describe(rate, first_s) {
    this.frame_s = rate ? rate.den / rate.num : DEFAULT_FRAME_S;
    this.first_s = first_s;
  }

  /** @param {number} number of a frame from 0 @returns {number} a time inside it */
  timeOf(number) {
    return this.first_s + (number + 0.5) * this.frame_s;
  }

  /** Beginning of the frame that is on the screen, as far as is known. */
  get start_s() {
    const { currentTime } = this.video;
    const seen = this.#seen;
    const age = seen === null ? NaN : currentTime - seen;
    const near = this.#jumped ? age > -HAIR_S && (age < 1.2 * this.frame_s || this.variable) : Math.abs(age) < 0.5;
    if (seen !== null && near) return seen;
    const number = Math.floor((currentTime - this.first_s) / this.frame_s + 0.02);
    return this.first_s + Math.max(0, number) * this.frame_s;
  }

  /**
   * @param {number} count negative goes back; steps asked for meanwhile are added
   * @returns {Promise<void>} when there is no step left
   */
  step(count) {
    this.#owed += count;
    this.#working ??= this.#work().finally(() => { this.#working = null; });
    return this.#working;
  }

  async #work() {
    while (this.#owed) {
      const count = this.variable ? Math.sign(this.#owed) : this.#owed;
      this.#owed -= count;
      if (Math.abs(count) > 1) await this.#go(this.start_s + (count + 0.5) * this.frame_s);
      else await (count > 0 ? this.#next() : this.#previous());
    }
  }

  async #previous() {
    const here = this.start_s;
    await this.#go(this.variable ? here - HAIR_S : here - 0.5 * this.frame_s);
  }

  async #next() {
    const here = this.start_s;
    let aim = here + 1.5 * this.frame_s;
    for (let tries = 0; tries < MOST_TRIES && await this.#go(aim); tries += 1) {
      if (this.#seen === null || aim >= this.video.duration) return;
      if (this.#seen <= here + HAIR_S) {
        this.variable = true;
        aim += this.frame_s * 2 ** Math.min(tries, 5);
      } else if (!this.variable || !(await this.#isBetween(here))) return;
      else aim = /** @type {number} */ (this.#seen) + HAIR_S;
    }
  }

  /**
   * Look whether there is a frame between `here` and the one that is seen; shows it if so.
   *
   * @param {number} here
   * @returns {Promise<boolean>}
   */
  async #isBetween(here) {
    const there = /** @type {number} */ (this.#seen);
    if (!(await this.#go(there - HAIR_S)) || this.#seen === null) return false;
    if (this.#seen > here + HAIR_S) return true;
    await this.#go(there + HAIR_S);
    return false;
  }

  /** @param {number} time_s @returns {Promise<boolean>} whether it got there */
  async #go(time_s) {
    const first = this.first_s + Math.min(this.frame_s / 2, 0.001);
    const arrived = await this.seeker.to(Math.max(first, time_s));
    if (arrived) await this.#untilSeen();
    return arrived;
  }

  /** @returns {Promise<void>} when the engine has shown a frame, or will not say so */
  #untilSeen() {
    if (this.#seen !== null || !("requestVideoFrameCallback" in this.video)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = () => { clearTimeout(timer); this.#watchers.delete(stop); resolve(); };
      const timer = setTimeout(stop, SEEN_LIMIT_MS);
      this.#watchers.add(stop);
    });
  }

  #watch() {
    const { video } = this;
    video.requestVideoFrameCallback((_, metadata) => {
      const before = this.#seen;
      this.#seen = metadata.mediaTime;
      if (!video.paused && !video.seeking) this.#jumped = false;
      if (before !== null && !this.#jumped) this.#compare(metadata.mediaTime - before);
      for (const watcher of [...this.#watchers]) watcher();
      this.#watch();
    });
  }

  /** @param {number} passed_s between two frames that were played; may be more than one frame */
  #compare(passed_s) {
    const frames = passed_s / this.frame_s;
    const odd = Math.abs(frames - Math.round(frames)) * this.frame_s;
    if (frames > 0 && frames < 3.5 && odd > Math.max(0.2 * this.frame_s, 0.0015)) this.variable = true;
  }
}
