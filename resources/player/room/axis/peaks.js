/** Loudness over time, at every zoom: a pyramid of maxima. */

const FACTOR = 8;

export class Peaks {
  /**
   * @param {number} start_s of the first peak
   * @param {number} step_s between two
   * @param {ArrayLike<number>} values 0 to 255
   */
  constructor(start_s, step_s, values) {
    this.start_s = start_s;
    this.step_s = step_s;
    this.levels = [Uint8Array.from(values)];
    for (let last = this.levels[0]; last.length > FACTOR; last = this.levels[this.levels.length - 1]) {
      this.levels.push(coarser(last));
    }
  }

  get end_s() {
    return this.start_s + this.step_s * this.levels[0].length;
  }

  /**
   * @param {number} from_s
   * @param {number} to_s
   * @returns {number} the largest between two times; 0 where there is nothing
   */
  largest(from_s, to_s) {
    const first = Math.max(0, Math.floor((from_s - this.start_s) / this.step_s + 1e-9));
    const past = Math.ceil((to_s - this.start_s) / this.step_s - 1e-9);
    let level = 0;
    while (level + 1 < this.levels.length && past - first > 4 * FACTOR ** (level + 1)) level += 1;
    const values = this.levels[level];
    const size = FACTOR ** level;
    const end = Math.min(values.length, Math.ceil(past / size));
    let largest = 0;
    for (let i = Math.floor(first / size); i < end; i += 1) if (values[i] > largest) largest = values[i];
    return largest;
  }
}

/** @param {Uint8Array} values @returns {Uint8Array} */
function coarser(values) {
  const fewer = new Uint8Array(Math.ceil(values.length / FACTOR));
  for (let i = 0; i < values.length; i += 1) {
    const at = Math.floor(i / FACTOR);
    if (values[i] > fewer[at]) fewer[at] = values[i];
  }
  return fewer;
}
