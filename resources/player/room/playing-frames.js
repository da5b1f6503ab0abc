/** Which frame is seen, and the way to its neighbours. */

const DEFAULT_FRAME_S = 1 / 25;
const SEEN_LIMIT_MS = 150;
const MOST_TRIES = 24;
const HAIR_S = 0.0005;
/** Firefox says after a seek that the frame begins where the seek went (153): no news. */
const CLIPPED_S = 0.0001;
const ODD_ENOUGH = 2;

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
  /** Beginning of the frame that was played last. @type {number | null} */
  #played = null;
  #odd = 0;
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
    video.addEventListener("seeking", () => this.#onSeeking());
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
    if (this.#known !== null && (this.#jumped || Math.abs(currentTime - this.#known) < 0.5)) return this.#known;
    const number = Math.floor((currentTime - this.first_s) / this.frame_s + 0.02);
    return this.first_s + Math.max(0, number) * this.frame_s;
  }

  /** What the engine said of the frame on the screen, if that can be relied on. */
  get #known() {
    const isClipped = this.#jumped && this.#seen !== null && this.video.currentTime - this.#seen < CLIPPED_S;
    return isClipped ? null : this.#seen;
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
      if (this.#known === null || aim >= this.video.duration) return;
      if (this.#known <= here + HAIR_S) {
        this.variable = true;
        aim += this.frame_s * 2 ** Math.min(tries, 5);
      } else if (!this.variable || !(await this.#isBetween(here))) return;
      else aim = (this.#known ?? aim) + HAIR_S;
    }
  }

  /**
   * Look whether there is a frame between `here` and the one that is seen; shows it if so.
   *
   * @param {number} here
   * @returns {Promise<boolean>}
   */
  async #isBetween(here) {
    const there = this.#known ?? here;
    if (!(await this.#go(there - HAIR_S)) || this.#known === null) return false;
    if (this.#known > here + HAIR_S) return true;
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

  #onSeeking() {
    this.#seen = null;
    this.#played = null;
    this.#jumped = true;
  }

  #watch() {
    this.video.requestVideoFrameCallback((_, metadata) => {
      this.#watch();
      if (metadata.presentationTime < this.seeker.issuedAt) return;
      this.#seen = metadata.mediaTime;
      if (!this.video.paused && !this.video.seeking) this.#onPlayed(metadata.mediaTime);
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  /** @param {number} time_s beginning of a frame; the first one after a seek says nothing */
  #onPlayed(time_s) {
    const frames = (time_s - (this.#played ?? NaN)) / this.frame_s;
    const odd_s = Math.abs(frames - Math.round(frames)) * this.frame_s;
    if (frames > 0 && frames < 3.5 && odd_s > Math.max(0.2 * this.frame_s, 0.0015)) this.#odd += 1;
    this.variable ||= this.#odd >= ODD_ENOUGH;
    this.#played = this.#jumped ? null : time_s;
    this.#jumped = false;
  }
}
