/** What a stream offers to be fetched: tracks, rungs and pieces. Knows no network. */

import { MseError } from "../errors.js";
import { isSupported } from "../managed-source.js";
import { segmentAt } from "../timeline.js";

/** @typedef {{url: URL, range: [number, number] | null}} Place a file, or [offset, bytes] of it */
/**
 * @typedef {object} Piece one media segment
 * @property {number} number counts up; in a live list it stays with the piece
 * @property {number} start_s on the page's time line
 * @property {number} duration_s
 * @property {Place} place
 * @property {Place} init
 * @property {number} run counts the discontinuities before it
 * @property {number} offset_s what is added to the times in its bytes
 * @property {string} [mime] where it is another than its rung's
 * @property {boolean} [missing] the list says that it is not there
 */
/** @typedef {{name: string, mime: string, rate_bps: number, height: number, timed: boolean,
 *   pieces: Piece[]}} Rung timed: the list tells the times, not only the durations */
/** @typedef {{kind: "video" | "audio" | "both", rungs: Rung[]}} Track one SourceBuffer's */
/** @typedef {{live: boolean, ended: boolean, duration_s: number, refresh_s: number,
 *   tracks: Track[]}} Plan */
/**
 * @typedef {object} Source tells what there is to fetch
 * @property {() => Promise<Plan>} open
 * @property {() => Promise<void>} refresh brings the plan up to date, where it lives
 * @property {(rung: Rung) => Promise<void>} prepare makes a rung's pieces known
 */

const SLACK_S = 0.1;
const LIVE_DRIFT_S = 0.02;
const WHOLE_DRIFT_S = 0.5;

/** @param {Place} place @returns {string} equal for equal places */
export function keyOf({ url, range }) {
  return range ? `${url.href}#${range[0]}+${range[1]}` : url.href;
}

/** @param {Piece} piece @returns {number} */
export function endOf(piece) {
  return piece.start_s + piece.duration_s;
}

/**
 * @param {Piece[]} pieces in the order of their starts
 * @param {number} time_s
 * @param {boolean} [follows] the time is where another piece ended: a little of this one's end
 *   that is missing then is no reason to take it
 * @returns {Piece | null} the one that holds the time or follows it; null behind the last
 */
export function pieceFor(pieces, time_s, follows = true) {
  if (!pieces.length) return null;
  const at = segmentAt(/** @type {any} */ (pieces), time_s);
  const slack = follows ? Math.min(SLACK_S, pieces[at].duration_s / 4) : 1e-3;
  if (endOf(pieces[at]) > time_s + slack) return pieces[at];
  return pieces[at + 1] ?? null;
}

/**
 * A list that tells durations only has got its times wrong: move this piece and all behind it.
 * A list of the whole adds up well; only where all of it is elsewhere, the run is moved.
 *
 * @param {Rung} rung
 * @param {Piece} piece
 * @param {number} start_s where its bytes say that it begins
 * @param {boolean} live
 */
export function anchor(rung, piece, start_s, live) {
  const by_s = start_s - piece.start_s;
  if (Math.abs(by_s) < (live ? LIVE_DRIFT_S : WHOLE_DRIFT_S)) return;
  for (const one of rung.pieces) {
    if (live ? one.number >= piece.number : one.run === piece.run) one.start_s += by_s;
  }
}

/**
 * @param {Piece[]} known
 * @param {Piece[]} told by a newer list, with times of their own that mean nothing
 * @returns {Piece[]} what was told, joined to what is known by its numbers
 */
export function renewed(known, told) {
  const old = new Map(known.map((piece) => [piece.number, piece]));
  let end_s = known.length ? endOf(known[known.length - 1]) : 0;
  return told.map((piece) => {
    const same = old.get(piece.number);
    if (same) return same;
    const joined = { ...piece, start_s: end_s };
    end_s += piece.duration_s;
    return joined;
  });
}

/**
 * The best rung that the line carries.
 *
 * @param {Rung[]} rungs
 * @param {number | null} measured_bps null while nothing was measured
 * @param {number} buffer_s how much is there to play
 * @returns {Rung} the slowest when nothing is known, or hardly anything is left to play
 */
export function fittingRung(rungs, measured_bps, buffer_s) {
  const byRate = [...rungs].sort((a, b) => a.rate_bps - b.rate_bps);
  if (measured_bps === null) return byRate[0];
  const share = buffer_s < 4 ? 0.5 : 0.8;
  return byRate.findLast((rung) => rung.rate_bps <= measured_bps * share) ?? byRate[0];
}

/** @param {Piece} piece @returns {{number: number, start_s: number, end_s: number}} for messages */
export function placeOf(piece) {
  return { number: piece.number, start_s: piece.start_s, end_s: endOf(piece) };
}

/** @param {Track} track @returns {string} a type that this engine plays; throws an MseError */
export function playable(track) {
  const found = track.rungs.find(({ mime }) => isSupported(mime));
  if (!found) throw new MseError("unsupported-type", track.rungs[0].mime, { mime: track.rungs[0].mime });
  return found.mime;
}
