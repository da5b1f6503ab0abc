/** How near to now a live stream is played. Pure. */

/** @typedef {import("../timeline.js").Range} Range */

const LEAST_SLACK_S = 0.4;
const MUCH = 2.5;
const JUMP_S = 10;
const ENOUGH = 1.15;
const CALM_S = 0.2;
const TIGHT_S = 0.12;
const SLOWER = 0.92;
/** Pieces that are there when playing begins: one more when the next is late. */
const HELD_PIECES = 2;
const LEAST_HELD_S = 1.2;
const STUCK_S = 0.15;
const STEP_S = 0.001;

/**
 * @param {number} lag_s behind the newest moment, just now
 * @param {number} unit_s how much comes at a time
 * @returns {boolean} whether so much is lost that only a jump helps
 */
export function mustJump(lag_s, unit_s) {
  return lag_s > Math.max(JUMP_S, 3 * unit_s);
}

/**
 * @param {number} lag_s the most within the last unit: it falls while one waits for the next
 * @param {number} unit_s
 * @param {number} rate of now
 * @returns {number} 1 where it should be; 1.05 or 1.1 when it lags; a little below 1 when the
 *   next unit would come at the very moment when it is needed
 */
export function catchUpRate(lag_s, unit_s, rate) {
  const enough_s = ENOUGH * unit_s + CALM_S;
  const late_s = Math.max(1.5 * unit_s, unit_s + LEAST_SLACK_S);
  if (lag_s > Math.max(MUCH * unit_s, late_s + 0.5)) return 1.1;
  if (lag_s > late_s) return Math.max(1.05, rate);
  if (lag_s < unit_s + TIGHT_S) return SLOWER;
  if (rate < 1) return lag_s < unit_s + CALM_S ? rate : 1;
  return lag_s <= enough_s ? 1 : rate;
}

/**
 * @param {{duration_s: number}[]} pieces of a list that grows
 * @returns {number} seconds that must be there to play on
 */
export function holdOf(pieces) {
  const longest_s = Math.max(0, ...pieces.slice(-4).map(({ duration_s }) => duration_s));
  return Math.max(LEAST_HELD_S, HELD_PIECES * longest_s);
}

/**
 * Where in a list that grows playing begins: so near to now as is safe.
 *
 * @param {{start_s: number, duration_s: number}[]} pieces
 * @param {number} hold_s what must be there to play
 * @returns {number} its place in the list; -1 while there is too little
 */
export function startPiece(pieces, hold_s) {
  const last = pieces[pieces.length - 1];
  return last ? pieces.findLastIndex(({ start_s }) => last.start_s + last.duration_s - start_s >= hold_s - 1e-3) : -1;
}

/**
 * Where to go when nothing will come any more at the playhead.
 *
 * @param {Range[]} ranges what is buffered
 * @param {number} now_s
 * @param {number} reached_s up to where everything has come or was left out
 * @returns {number | null} null: wait
 */
export function overHole(ranges, now_s, reached_s) {
  const here = ranges.find(([start, end]) => now_s >= start - 1e-3 && now_s < end - STUCK_S);
  if (here) return null;
  const next = ranges.find(([start]) => start > now_s + 1e-3);
  return next && next[0] <= reached_s + STUCK_S ? next[0] + STEP_S : null;
}
