/** Where a piece goes on the time line, when its list tells durations and no times. */

import { clockOf, startOf } from "./media-time.js";
import { anchor } from "./plan.js";

/** @typedef {import("./plan.js").Piece} Piece */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Rung} Rung */

const NEW_TIME_S = 1;

/**
 * The list's times are corrected by what the bytes say. Where times begin anew behind a
 * discontinuity, the whole run is moved, picture and sound by the same.
 *
 * @param {{plan: Plan, offsets: Map<number, number>}} known offsets: of runs, in seconds
 * @param {Rung} rung
 * @param {Piece} piece
 * @param {{init: ArrayBuffer, data: ArrayBuffer, isFirst: boolean}} found isFirst: nothing was
 *   appended before it
 * @returns {number} what is added to the times in its bytes
 */
export function offsetOf({ plan, offsets }, rung, piece, { init, data, isFirst }) {
  if (rung.timed) return piece.offset_s;
  const start_s = startOf(data, clockOf(init));
  if (start_s === null) return offsets.get(piece.run) ?? 0;
  if (!offsets.has(piece.run)) {
    const isAnew = !isFirst && start_s < piece.start_s - NEW_TIME_S;
    offsets.set(piece.run, isAnew ? piece.start_s - start_s : 0);
  }
  const offset_s = offsets.get(piece.run) ?? 0;
  anchor(rung, piece, start_s + offset_s, plan.live);
  return offset_s;
}
