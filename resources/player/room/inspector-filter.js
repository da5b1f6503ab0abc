/** Which records of the log are shown, and how they are written down: pure rules. */

/** @typedef {import("./port.js").LogRecord} LogRecord */
/** @typedef {{kinds: Set<string>, target: string, text: string}} Filter */

export const KINDS = ["call", "set", "event", "exception", "note"];

/**
 * @param {LogRecord} record
 * @returns {string} one of `KINDS`: an exception counts as one, whatever raised it
 */
export function kindOf(record) {
  return record.outcome === "exception" ? "exception" : record.kind;
}

/**
 * @param {LogRecord} record
 * @returns {string} `appendBuffer(segment 3, 18,220 bytes)`, `mode = sequence`, `updateend`
 */
export function headline(record) {
  const args = record.args.join(", ");
  if (record.kind === "call") return `${record.name}(${args})`;
  if (record.kind === "set") return `${record.name} = ${args}`;
  return args ? `${record.name} ${args}` : record.name;
}

/**
 * @param {number} at_ms
 * @returns {string} seconds since the page was opened
 */
export function moment(at_ms) {
  return (at_ms / 1000).toFixed(3);
}

/**
 * @param {Filter} filter words of its text must all be there; `-word` must not
 * @returns {(record: LogRecord) => boolean}
 */
export function passes(filter) {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = words.filter((word) => !word.startsWith("-"));
  const unwanted = words.filter((word) => word.length > 1 && word.startsWith("-")).map((word) => word.slice(1));
  return (record) => {
    if (!filter.kinds.has(kindOf(record))) return false;
    if (filter.target && record.target !== filter.target) return false;
    if (!words.length) return true;
    const text = `${record.target} ${headline(record)} ${record.outcome} ${record.result}`.toLowerCase();
    return wanted.every((word) => text.includes(word)) && !unwanted.some((word) => text.includes(word));
  };
}

/**
 * @param {LogRecord[]} records
 * @returns {string} one line for each: number, time, target, what, outcome
 */
export function asText(records) {
  const lines = records.map((record) => [
    record.n, moment(record.at_ms), record.byHand ? "by hand" : "", record.target,
    headline(record), record.outcome === "exception" ? `! ${record.result}` : record.result,
  ].join("\t"));
  return `${["n", "s", "", "target", "what", "result"].join("\t")}\n${lines.join("\n")}\n`;
}

/**
 * @param {LogRecord[]} records
 * @param {Record<string, unknown>} about the file and the engine
 * @returns {string}
 */
export function asJson(records, about) {
  return `${JSON.stringify({ schema: 1, ...about, records }, null, 1)}\n`;
}
