/** Which frame is seen, and the way to its neighbours. */

const DEFAULT_FRAME_S = 1 / 25;
/** Firefox says after a seek that the frame begins where the seek went (153): no news. */
const CLIPPED_S = 0.0001;
/** After a seek, in frames; more is the frame that was there before. */
const MOST_AGE = 0.95;
const ODD_ENOUGH = 2;
const MOST_ROUNDING_S = 0.0015;
const MOST_IN_FRAME_S = 0.02;

/**
 * Goes from frame to frame of evenly spaced ones. The engine says when the frame on the screen
 * begins (`requestVideoFrameCallback`); where it does not, the frame rate has to do.
 *
 * A frame is aimed at in its middle, so that no rounding of times picks its neighbour: WebM
 * rounds to milliseconds.
 */
export class Frames {
  frame_s = DEFAULT_FRAME_S;
  first_s = 0;
  /** Whether frames come unevenly: known from the file, or seen while playing. */
  variable = false;
  /** Beginning of the frame on the screen. @type {number | null} */
  #seen = null;
  #jumped = false;
  /** Beginning of the frame that was played last. @type {number | null} */
  #played = null;
  #odd = 0;
  /** Whether the engine is of the kind that tells frames as Firefox does. */
  #runsOn = false;
  #owed = 0;
  /** @type {Promise<void> | null} */
  #working = null;

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
   * @param {boolean} uneven
   */
  describe(rate, first_s, uneven) {
    this.variable = uneven;
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

  /**
   * Where the clock belongs when it stands: engines stop it within a frame or so of the picture.
   * Firefox's may even show some frames more without telling: it is always set.
   *
   * @returns {number | null} a time inside the frame on the screen, null when the clock is there
   */
  get correction_s() {
    if (this.#jumped || this.#seen === null) return null;
    if (this.#runsOn) return this.#seen + this.frame_s / 2;
    const age_s = this.video.currentTime - this.#seen;
    const isLate = !this.variable && age_s > this.frame_s + MOST_ROUNDING_S;
    return isLate || age_s < -MOST_ROUNDING_S ? this.#seen + this.frame_s / 2 : null;
  }

  /** What the engine said of the frame on the screen, if that can be relied on. */
  get #known() {
    if (!this.#jumped || this.#seen === null) return this.#seen;
    const age_s = this.video.currentTime - this.#seen;
    return age_s > CLIPPED_S && age_s < MOST_AGE * this.frame_s ? this.#seen : null;
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
      const count = this.#owed;
      this.#owed = 0;
      const first = this.first_s + Math.min(this.frame_s / 2, MOST_IN_FRAME_S);
      await this.seeker.to(Math.max(first, this.start_s + (count + 0.5) * this.frame_s));
    }
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
      this.#runsOn ||= this.#isClipped(metadata.mediaTime);
      if (!this.video.paused && !this.video.seeking) this.#onPlayed(metadata.mediaTime);
    });
  }

  /** @param {number} time_s said to be a frame's beginning, and is in its midst */
  #isClipped(time_s) {
    const place = (time_s - this.first_s) / this.frame_s;
    const isBetween = Math.abs(place - Math.round(place)) > 0.2;
    return this.#jumped && !this.variable && isBetween && Math.abs(time_s - this.video.currentTime) < CLIPPED_S;
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
