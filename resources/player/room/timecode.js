/** Times as people write them: timecode of SMPTE 12M, and seconds. No page, no element. */

/** @typedef {{num: number, den: number}} Rate frames per second, 30000/1001 and never 29.97 */

const PER_TEN_MINUTES = 600;
/** Times in files are rounded, to milliseconds in WebM: a frame may begin this much early. */
const ROUNDING_S = 0.0011;

/** @param {Rate} rate @returns {number} what one frame lasts, in seconds */
export function frameLength(rate) {
  return rate.den / rate.num;
}

/**
 * @param {number} time_s
 * @param {Rate} rate
 * @param {number} first_s when the first frame begins
 * @returns {number} number of the frame that is seen then, from 0
 */
export function frameAt(time_s, rate, first_s) {
  return Math.max(0, Math.floor(((time_s - first_s + ROUNDING_S) * rate.num) / rate.den));
}

/** @param {Rate} rate @returns {number} frame numbers in a second of timecode */
function countOf(rate) {
  return Math.max(1, Math.round(rate.num / rate.den));
}

/**
 * Numbers left out at the start of each minute but every tenth.
 *
 * Source: SMPTE ST 12-1, drop-frame compensation: 2 at 30000/1001, 4 at 60000/1001.
 *
 * @param {Rate} rate
 * @returns {number}
 */
export function dropped(rate) {
  const count = countOf(rate);
  return rate.den === 1001 && count % 30 === 0 ? count / 15 : 0;
}

/**
 * @param {number} frame from 0
 * @param {Rate} rate
 * @returns {string} `HH:MM:SS:FF`, or `HH:MM:SS;FF` with drop-frame
 */
export function timecode(frame, rate) {
  const [count, drop] = [countOf(rate), dropped(rate)];
  let number = Math.max(0, Math.floor(frame));
  if (drop) {
    const ten = count * PER_TEN_MINUTES - 9 * drop;
    const rest = number % ten;
    const minutes = Math.max(0, Math.floor((rest - drop) / (count * 60 - drop)));
    number += drop * (9 * Math.floor(number / ten) + minutes);
  }
  const seconds = Math.floor(number / count);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two);
  return `${parts.join(":")}${drop ? ";" : ":"}${two(number % count)}`;
}

/**
 * @param {number[]} parts hours, minutes, seconds, frames
 * @param {Rate} rate
 * @returns {number} the frame, from 0; one that drop-frame leaves out gives the next
 */
export function frameOf([hours, minutes, seconds, frames], rate) {
  const [count, drop] = [countOf(rate), dropped(rate)];
  const total = hours * 60 + minutes;
  const isLeftOut = drop > 0 && seconds === 0 && frames < drop && total % 10 !== 0;
  const number = (total * 60 + seconds) * count + (isLeftOut ? drop : frames);
  return number - drop * (total - Math.floor(total / 10));
}

/** @param {number} time_s @returns {string} `83.480` */
export function secondsText(time_s) {
  return (Number.isFinite(time_s) ? time_s : 0).toFixed(3);
}

/**
 * Read a time that was typed.
 *
 * `01:02:03:04` is timecode, `1:02:03.5` and `2:03` are minutes, `12.5` or `12s` seconds, `250f`
 * a frame. Digits alone fill timecode from the right, `1512` is 15 seconds and 12 frames; or
 * they are seconds, where times are shown as seconds. `+` and `-` go on from where we are.
 *
 * @param {string} text
 * @param {{rate: Rate | null, first_s: number, now_s: number, asSeconds: boolean}} context
 * @returns {number | null} in seconds, in the middle of a frame where frames were meant; null
 *   when it is no time
 */
export function parseTime(text, { rate, first_s, now_s, asSeconds }) {
  const plain = text.trim().toLowerCase().replace(",", ".");
  const sign = plain.startsWith("+") ? 1 : plain.startsWith("-") ? -1 : 0;
  const found = amountOf(sign ? plain.slice(1).trim() : plain, rate, asSeconds, sign !== 0);
  if (found === null) return null;
  if (found.seconds !== undefined) return Math.max(0, sign ? now_s + sign * found.seconds : found.seconds);
  if (!rate) return null;
  const frame = sign ? frameAt(now_s, rate, first_s) + sign * found.frames : found.frames;
  return first_s + (Math.max(0, frame) + 0.5) * frameLength(rate);
}

/**
 * @param {string} text without a sign
 * @param {Rate | null} rate
 * @param {boolean} asSeconds
 * @param {boolean} isStep up to two digits are frames
 * @returns {{seconds: number, frames?: undefined} | {frames: number, seconds?: undefined} | null}
 */
function amountOf(text, rate, asSeconds, isStep) {
  const code = /^(\d+)[:;.](\d+)[:;.](\d+)[:;.](\d+)$/.exec(text);
  if (code && rate) return { frames: frameOf(code.slice(1).map(Number), rate) };
  const clock = /^(?:(\d+):)?(\d+):(\d+(?:\.\d*)?)$/.exec(text);
  if (clock) return { seconds: Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) };
  const frames = /^(\d+)\s*f$/.exec(text);
  if (frames) return { frames: Number(frames[1]) };
  if (/^\d+$/.test(text) && rate && !asSeconds) {
    if (text.length > 8) return null;
    if (isStep && text.length <= 2) return { frames: Number(text) };
    const parts = text.padStart(8, "0").match(/../g) ?? [];
    return { frames: frameOf(parts.map(Number), rate) };
  }
  const seconds = /^(\d+(?:\.\d*)?|\.\d+)\s*s?$/.exec(text);
  return seconds ? { seconds: Number(seconds[1]) } : null;
}

/** @param {number} value @returns {string} */
function two(value) {
  return String(value).padStart(2, "0");
}
