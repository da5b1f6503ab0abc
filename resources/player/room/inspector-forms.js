/** Which fields each operation has. */

/**
 * @typedef {object} FieldPlan
 * @property {string} key of the argument
 * @property {"segment" | "number" | "mime" | "choice" | "switch" | "buffer"} kind
 * @property {boolean} [optional] left out when empty
 * @property {[string, string][]} [choices] value and key of its words
 *
 * @typedef {object} FormPlan
 * @property {string} method what the specification calls it, "" for a wish to the player
 * @property {FieldPlan[]} fields
 * @property {boolean} [span] start and end can be taken from the buffered range or the marks
 */

/** @type {FieldPlan} */
const SEGMENT = { key: "segment", kind: "segment" };
/** @type {FieldPlan} */
const MIME = { key: "mime", kind: "mime" };
/** @type {FieldPlan[]} */
const SPAN = [{ key: "start_s", kind: "number" }, { key: "end_s", kind: "number" }];

/** Every operation by its name, see `Port.perform`. @type {Record<string, FormPlan>} */
export const FORMS = {
  automatic: { method: "", fields: [{ key: "on", kind: "switch" }] },
  append: { method: "appendBuffer()", fields: [SEGMENT, { key: "bytes", kind: "number", optional: true }] },
  "append-only": { method: "", fields: [SEGMENT] },
  "start-from": { method: "", fields: [SEGMENT] },
  restart: { method: "", fields: [] },
  detach: { method: "", fields: [] },
  remove: { method: "remove()", fields: SPAN, span: true },
  abort: { method: "abort()", fields: [] },
  "change-type": { method: "changeType()", fields: [MIME] },
  "end-of-stream": {
    method: "endOfStream()",
    fields: [{
      key: "error", kind: "choice",
      choices: [["", "inspector.no-error"], ["network", "inspector.error-network"], ["decode", "inspector.error-decode"],
        ["stopped", "inspector.error-other"]],
    }],
  },
  "set-live-seekable-range": { method: "setLiveSeekableRange()", fields: SPAN },
  "clear-live-seekable-range": { method: "clearLiveSeekableRange()", fields: [] },
  "add-source-buffer": { method: "addSourceBuffer()", fields: [MIME] },
  "is-type-supported": { method: "isTypeSupported()", fields: [MIME] },
  "remove-source-buffer": { method: "removeSourceBuffer()", fields: [{ key: "buffer", kind: "buffer" }] },
};

/** Asked for by other controls of the page, or by this panel itself. */
const ELSEWHERE = new Set(["set", "snapshot", "watch", "log", "clear-log"]);

/**
 * @param {string[]} names operations of an object
 * @returns {string[]} those with a form here, in our order; unknown ones come last, as a button
 */
export function shownOperations(names) {
  const known = Object.keys(FORMS).filter((name) => names.includes(name));
  const others = names.filter((name) => !Object.hasOwn(FORMS, name) && !ELSEWHERE.has(name));
  return [...known, ...others];
}
