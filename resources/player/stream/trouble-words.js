/** What an error means for people, and what can be done. Pure. */

import { codecName, codecsOf } from "../strings.js";
import { clock } from "../timeline.js";

/** @typedef {import("../errors.js").MseError} MseError */
/** @typedef {import("../room/words.js").Translate} Translate */
/** @typedef {{what: string, hint: string, skipTo: number | null}} Told skipTo: a segment to go on with */

const KEYS = /** @type {Record<string, string>} */ ({
  "file-changed": "e_changed", "unsupported-type": "e_unsupported", "source-buffer": "e_unsupported", "stream-failed": "e_stream",
  network: "e_network", quota: "e_quota", list: "e_list", outside: "e_list", "too-large": "e_list", "no-ranges": "e_list",
  empty: "e_empty", address: "e_address",
});
const GONE = /^file not found/i;
const CHANGED = /^the file has changed/i;

/**
 * @param {MseError} error
 * @param {{hasPlayed: boolean, isOffered: boolean}} stream isOffered: it is there, in some way
 * @param {Translate} say
 * @returns {Told}
 */
export function troubleWords(error, stream, say) {
  const piece = /** @type {any} */ (error.data.piece);
  const key = keyOf(error, stream);
  const values = {
    codecs: codecsOf(String(error.data.mime ?? "")).map(codecName).join(" + ") || String(error.data.mime ?? ""),
    time: clock(Number(error.data.at_s ?? 0)), number: piece?.number ?? 0,
    start: clock(piece?.start_s ?? 0), end: clock(piece?.end_s ?? 0),
  };
  const said = key === "e_stream" ? error.detail : key === "e_way" ? String(error.data.said ?? "") : "";
  const reason = said ? `${said} ` : "";
  return { what: say(key, values), hint: reason + say(`${key}_hint`, values), skipTo: key === "e_piece" ? piece.number + 1 : null };
}

/** @param {MseError} error @param {{hasPlayed: boolean, isOffered: boolean}} stream @returns {string} */
function keyOf(error, { hasPlayed, isOffered }) {
  const isGone = error.code === "file-gone" || (error.code === "stream-failed" && GONE.test(error.detail));
  if (isGone && !hasPlayed && isOffered) return "e_way";
  if (isGone) return hasPlayed ? "e_gone" : "e_missing";
  if (error.code === "stream-failed" && CHANGED.test(error.detail)) return "e_changed";
  const known = KEYS[error.code];
  if (known) return known;
  return error.data.piece ? "e_piece" : "e_other";
}
