/** A range that is played again and again. */

const EARLY_S = 0.004;
const LONGEST_MS = 500;

/** @typedef {import("./port.js").Range} Range */

export class Loop {
  /** @type {Range | null} */
  range = null;
  #timer = 0;

  /**
   * @param {HTMLVideoElement} video
   * @param {import("./playing-seek.js").Seeker} seeker
   */
  constructor(video, seeker) {
    this.video = video;
    this.seeker = seeker;
    for (const name of ["play", "playing", "seeked", "ratechange", "timeupdate"]) {
      video.addEventListener(name, () => this.#look());
    }
    video.addEventListener("ended", () => this.#again());
  }

  /** @param {Range | null} range */
  set(range) {
    this.range = range;
    this.#look();
  }

  /** @param {number} time_s @returns {boolean} whether playing from here would not loop */
  isOutside(time_s) {
    return this.range !== null && (time_s < this.range[0] - EARLY_S || time_s >= this.range[1] - EARLY_S);
  }

  #look() {
    clearTimeout(this.#timer);
    const { video, range } = this;
    if (!range || video.paused || this.seeker.target !== null) return;
    const left_ms = ((range[1] - EARLY_S - video.currentTime) / video.playbackRate) * 1000;
    if (left_ms <= 0) void this.seeker.to(range[0]);
    else if (left_ms < LONGEST_MS) this.#timer = window.setTimeout(() => this.#look(), left_ms);
  }

  /** The end of the file came before the end of the range. */
  #again() {
    if (!this.range) return;
    void this.seeker.to(this.range[0]);
    void this.video.play().catch(() => undefined);
  }
}
