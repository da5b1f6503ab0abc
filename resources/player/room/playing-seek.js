/** Seeks of which the last one wins, without piling up in the engine. */

const HOLD_MS = 120;
const LIMIT_MS = 8_000;

/**
 * While the engine is at a seek, a newer one waits for it, but for no longer than it takes to
 * see a picture: so dragging shows pictures, and a place that never arrives holds nothing up.
 */
export class Seeker {
  /** @type {number | null} */
  #wanted = null;
  #issued = NaN;
  /** When the engine was last told, by `performance.now()`. */
  issuedAt = 0;
  #timer = 0;
  /** @type {(arrived: boolean) => void} */
  #done = () => undefined;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
    video.addEventListener("seeked", () => this.#onSeeked());
    video.addEventListener("emptied", () => this.#finish(false));
  }

  /** Where the last seek goes, null when it has arrived. */
  get target() {
    return this.#wanted;
  }

  /**
   * @param {number} time_s
   * @returns {Promise<boolean>} true at the place; false when a newer seek took over, or the
   *   engine did not get there in a long time
   */
  to(time_s) {
    const { duration } = this.video;
    const last = Number.isFinite(duration) ? duration : Infinity;
    this.#finish(false);
    this.#wanted = Math.min(Math.max(0, time_s), last);
    const promise = new Promise((resolve) => { this.#done = resolve; });
    const held = this.video.seeking ? HOLD_MS - (performance.now() - this.issuedAt) : 0;
    if (held <= 0) this.#issue();
    else this.#timer = window.setTimeout(() => this.#issue(), held);
    return promise;
  }

  #issue() {
    if (this.#wanted === null) return;
    clearTimeout(this.#timer);
    this.#issued = this.#wanted;
    this.issuedAt = performance.now();
    this.#timer = window.setTimeout(() => this.#finish(false), LIMIT_MS);
    this.video.currentTime = this.#wanted;
  }

  #onSeeked() {
    if (this.#wanted === null) return;
    if (this.#issued === this.#wanted) this.#finish(true);
    else this.#issue();
  }

  /** @param {boolean} arrived */
  #finish(arrived) {
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#issued = NaN;
    const done = this.#done;
    this.#done = () => undefined;
    done(arrived);
  }
}
