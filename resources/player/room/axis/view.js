/** Which part of the time is seen: arithmetic between seconds and pixels. */

/** Empty room at both ends, so that what stands at the very start is not cut. */
const EDGE_PX = 10;

export class View {
  /** The time at the left edge. */
  from_s = 0;
  /** How much time is seen. */
  span_s = 1;
  width = 2 * EDGE_PX + 1;

  /**
   * @param {number} start_s of all there is
   * @param {number} end_s
   * @param {number} [least_s] shortest span that can be seen
   */
  constructor(start_s, end_s, least_s = 0.1) {
    this.start_s = start_s;
    this.end_s = Math.max(end_s, start_s + least_s);
    this.least_s = least_s;
    this.fit();
  }

  /** Seconds of all there is. */
  get whole_s() {
    return this.end_s - this.start_s;
  }

  get to_s() {
    return this.from_s + this.span_s;
  }

  get perSecond() {
    return Math.max(1, this.width - 2 * EDGE_PX) / this.span_s;
  }

  get isFitted() {
    return this.span_s >= this.whole_s * (1 - 1e-9);
  }

  /** @param {number} time_s @returns {number} pixels from the left edge of the axis */
  toX(time_s) {
    return EDGE_PX + (time_s - this.from_s) * this.perSecond;
  }

  /** @param {number} x @returns {number} seconds; outside of all there is at the edges */
  toTime(x) {
    return this.from_s + (x - EDGE_PX) / this.perSecond;
  }

  /** @param {number} x @returns {number} seconds, within all there is */
  timeAt(x) {
    return Math.min(this.end_s, Math.max(this.start_s, this.toTime(x)));
  }

  /** @param {number} time_s @returns {boolean} */
  shows(time_s) {
    return time_s >= this.from_s - 1e-9 && time_s <= this.to_s + 1e-9;
  }

  /** See everything. */
  fit() {
    this.#set(this.start_s, this.whole_s);
  }

  /**
   * Grow or shrink; the time under a pixel stays there, unless an end is in the way.
   *
   * @param {number} factor above 1 shows less time
   * @param {number} x
   */
  zoomAt(factor, x) {
    const kept_s = this.timeAt(x);
    const span_s = this.#allowed(this.span_s / factor);
    this.#set(kept_s - ((kept_s - this.from_s) * span_s) / this.span_s, span_s);
  }

  /** @param {number} pixels to the right */
  panBy(pixels) {
    this.#set(this.from_s + pixels / this.perSecond, this.span_s);
  }

  /** @param {number} from_s */
  moveTo(from_s) {
    this.#set(from_s, this.span_s);
  }

  /**
   * See a range with some room around it.
   *
   * @param {number} start_s
   * @param {number} end_s
   */
  show(start_s, end_s) {
    const around_s = (end_s - start_s) * 0.08;
    this.#set(start_s - around_s, end_s - start_s + 2 * around_s);
  }

  /**
   * Turn the page when a time is out of sight.
   *
   * @param {number} time_s
   * @returns {boolean} whether anything moved
   */
  reveal(time_s) {
    if (this.shows(time_s)) return false;
    this.#set(time_s - this.span_s * 0.08, this.span_s);
    return true;
  }

  /** @param {number} span_s @returns {number} */
  #allowed(span_s) {
    return Math.min(this.whole_s, Math.max(this.least_s, span_s));
  }

  /** @param {number} from_s @param {number} span_s */
  #set(from_s, span_s) {
    this.span_s = this.#allowed(span_s);
    this.from_s = Math.min(this.end_s - this.span_s, Math.max(this.start_s, from_s));
  }
}
