/**
 * What an error of a library means, in a plain word each.
 *
 * Source: names and codes of hls.js 1.7 (`ErrorDetails`), Shaka Player 5.2
 * (`shaka.util.Error`), dash.js 5.2 (`Errors`).
 *
 * @typedef {"codecs" | "network" | "manifest" | "parse" | "append" | "stall" | "full" | "joined"
 *   | "browser" | ""} Reason empty: not known
 */

/** The first that fits counts. @type {[RegExp, Reason][]} */
const HLS = [
  [/Codec/, "codecs"],
  [/^(manifest|level|audioTrack|playlist).*(Parsing|Empty|Unchanged)/, "manifest"],
  [/(Load|TimeOut|Gap)/, "network"],
  [/^(fragParsing|fragDecrypt|remux)/, "parse"],
  [/^bufferFull/, "full"],
  [/^bufferAppend/, "append"],
  [/^(bufferStalled|bufferSeek|bufferNudge)/, "stall"],
];

/** @type {Record<number, Reason>} */
const SHAKA = {
  3014: "append", 3015: "append", 3016: "parse", 3017: "full", 4006: "codecs", 4012: "codecs", 4032: "codecs", 4036: "codecs",
};
/** By the thousands of the code. @type {Record<number, Reason>} */
const SHAKA_KINDS = { 1: "network", 3: "parse", 4: "manifest" };

/** @type {Record<number, Reason>} */
const DASH = {
  10: "manifest", 11: "network", 15: "network", 17: "network", 20: "append", 23: "browser", 25: "network", 26: "network",
  27: "network", 28: "network", 31: "manifest", 32: "codecs", 34: "joined", 35: "codecs",
};

/** Of `MediaError`. @type {Record<number, Reason>} */
const ELEMENT = { 2: "network", 3: "parse", 4: "codecs" };

/** @param {string} details @returns {Reason} */
export function hlsReason(details) {
  return HLS.find(([pattern]) => pattern.test(details))?.[1] ?? "";
}

/** @param {number} code @returns {Reason} */
export function shakaReason(code) {
  return SHAKA[code] ?? SHAKA_KINDS[Math.floor(code / 1000)] ?? "";
}

/** @param {number} code @returns {Reason} */
export function dashReason(code) {
  return DASH[code] ?? "";
}

/** @param {number} code of the element's own error @returns {Reason} */
export function elementReason(code) {
  return ELEMENT[code] ?? "";
}
