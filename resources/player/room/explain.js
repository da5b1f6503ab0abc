/**
 * Why the engine refused: which rule of the specification was broken, in which state.
 *
 * Source: Media Source Extensions (W3C Recommendation, and the drafts of its second version),
 * the steps of each method and attribute; HTML, media elements.
 */

/**
 * What was so just before a call.
 *
 * @typedef {object} Before
 * @property {string} sourceState readyState of the MediaSource, "" when there is none
 * @property {boolean} held the SourceBuffer is in sourceBuffers
 * @property {boolean} updating the SourceBuffer is
 * @property {boolean} othersUpdating any SourceBuffer is
 * @property {boolean} elementError the media element has an error
 * @property {number} duration NaN when there is none
 */

/** Those that ask for a SourceBuffer that is still in the list. */
const ON_BUFFER = new Set([
  "append", "abort", "remove", "change-type", "set mode", "set timestampOffset", "set appendWindowStart",
  "set appendWindowEnd",
]);
/** Those that ask for an open MediaSource. */
const ON_OPEN = new Set([
  "abort", "add-source-buffer", "end-of-stream", "set duration", "set-live-seekable-range",
  "clear-live-seekable-range",
]);
/** Those that no SourceBuffer of the MediaSource may be busy for. */
const ON_IDLE_SOURCE = new Set(["end-of-stream", "set duration"]);
/** Those that are for the beginning of a segment only. */
const BETWEEN_SEGMENTS = new Set(["set mode", "set timestampOffset"]);

const TYPE_ERRORS = /** @type {Record<string, string>} */ ({
  "add-source-buffer": "why_type_empty",
  "change-type": "why_type_empty",
  "end-of-stream": "why_end_reason",
  remove: "why_remove_range",
  "set appendWindowEnd": "why_window_end",
  "set appendWindowStart": "why_window_start",
  "set duration": "why_duration_negative",
  "set mode": "why_mode_generated",
  "set timestampOffset": "why_not_finite",
  "set-live-seekable-range": "why_live_range",
});
const BY_NAME = /** @type {Record<string, string>} */ ({
  IndexSizeError: "why_out_of_range",
  NotAllowedError: "why_gesture",
  NotFoundError: "why_not_in_list",
  NotSupportedError: "why_type_unsupported",
});

/**
 * @param {string} operation as in `perform`; `set NAME` for an attribute
 * @param {string} exception its name
 * @param {Before} before
 * @returns {string} key of a sentence of `words/explain.js`
 */
export function why(operation, exception, before) {
  if (exception === "InvalidStateError") return whyState(operation, before);
  if (exception === "QuotaExceededError") {
    return operation === "add-source-buffer" ? "why_too_many_buffers" : "why_quota";
  }
  if (exception === "TypeError") return whyType(operation, before);
  if (exception === "NotSupportedError" && operation === "set playbackRate") return "why_out_of_range";
  return BY_NAME[exception] ?? "why_unknown";
}

/** @param {string} operation @param {Before} before */
function whyState(operation, before) {
  if (ON_BUFFER.has(operation)) {
    if (!before.held) return "why_removed";
    if (operation === "abort" && before.sourceState === "open") return "why_abort_removal";
    if (before.updating && operation !== "abort") return "why_updating";
  }
  if (ON_OPEN.has(operation) && before.sourceState !== "open") {
    return before.sourceState === "ended" ? "why_ended" : "why_closed";
  }
  if (ON_IDLE_SOURCE.has(operation) && before.othersUpdating) return "why_some_updating";
  if (operation === "set duration") return "why_duration_below";
  if (BETWEEN_SEGMENTS.has(operation)) return "why_parsing";
  if (operation === "append" && before.elementError) return "why_element_error";
  return "why_unknown";
}

/** @param {string} operation @param {Before} before */
function whyType(operation, before) {
  if (operation === "remove" && Number.isNaN(before.duration)) return "why_no_duration";
  return TYPE_ERRORS[operation] ?? "why_wrong_value";
}

const MESSAGES = /** @type {[RegExp, string][]} */ ([
  [/timecode before the previous block/i, "why_media_block_order"],
  [/Found Cluster element before Info|before any Block/i, "why_media_no_init"],
  [/unfragmented/i, "why_media_unfragmented"],
  [/doesn't match SourceBuffer codecs|misses expected|does not match what is specified/i, "why_media_codecs"],
]);
const MEDIA_ERRORS = ["", "why_media_aborted", "why_media_network", "why_media_decode", "why_media_refused"];

/**
 * @param {number} code of a MediaError, 1 to 4
 * @param {string} message the engine's own
 * @returns {string} key of a sentence of `words/explain.js`
 */
export function mediaErrorNote(code, message) {
  const known = MESSAGES.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? MEDIA_ERRORS[code] ?? "why_unknown";
}
