/** What the segment panel says: pure text from facts and trees. */

/** @typedef {import("./room-context.js").Facts} Facts */
/** @typedef {import("./room-context.js").FactsSegment} FactsSegment */
/** @typedef {{number: number, kind: string, codec: string, start_s?: number, end_s?: number,
 *   frames?: number, keyframes?: number, starts_with_keyframe?: boolean}} TrackFacts */
/** @typedef {{name: string, offset: number, size: number, header_size: number, value: string,
 *   children: Node[], more: number}} Node */
/** @typedef {{segment: number | "init", offset: number, size: number, tracks: TrackFacts[], tree: Node[]}} Tree */
/** @typedef {number | "init"} Which */

/**
 * @param {number} value bytes
 * @param {boolean} isHex
 * @returns {string} `151,876` or `0x25144`, thousands apart by narrow spaces
 */
export function numberText(value, isHex) {
  if (isHex) return `0x${value.toString(16)}`;
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/**
 * Exact: no digit is cut and none is made up.
 *
 * @param {number} time_s
 * @returns {string} `0:03.84`, `1:02:03.041708`
 */
export function exactTime(time_s) {
  const sign = time_s < 0 ? "-" : "";
  const microseconds = Math.round(Math.abs(time_s) * 1e6);
  const seconds = Math.floor(microseconds / 1e6);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours ? `${hours}:${two(minutes)}` : String(minutes);
  const tail = String(microseconds % 1e6).padStart(6, "0").replace(/0{1,4}$/, "");
  return `${sign}${head}:${two(seconds % 60)}.${tail}`;
}

/** @param {number} span_s @returns {string} `1.92`, to a millionth */
export function exactSpan(span_s) {
  return String(Math.round(span_s * 1e6) / 1e6);
}

/** @param {Facts} facts @param {Which} which @returns {{offset: number, size: number} | null} */
export function bytesOf(facts, which) {
  if (which === "init") return facts.init ?? null;
  return segmentOf(facts, which);
}

/** @param {Facts} facts @param {Which} which @returns {FactsSegment | null} */
export function segmentOf(facts, which) {
  return (facts.segments ?? []).find(({ n }) => n === which) ?? null;
}

/**
 * @param {Facts} facts
 * @param {Which} which
 * @param {number} step
 * @returns {Which | null} the neighbour in the order of the file; init stands before the first
 */
export function neighbourOf(facts, which, step) {
  /** @type {Which[]} */
  const all = [...(facts.init ? /** @type {Which[]} */ (["init"]) : []), ...(facts.segments ?? []).map(({ n }) => n)];
  const at = all.indexOf(which);
  return at < 0 ? null : all[at + step] ?? null;
}

/**
 * @param {Facts} facts
 * @param {Which} which
 * @returns {Facts["findings"]} those that stand in it, by number, byte or time
 */
export function findingsIn(facts, which) {
  const bytes = bytesOf(facts, which);
  const segment = segmentOf(facts, which);
  return (facts.findings ?? []).filter((finding) => {
    if (finding.segment !== null && finding.segment !== undefined) return finding.segment === which;
    const { offset, time_s } = finding;
    if (bytes && Number.isFinite(offset)) {
      return Number(offset) >= bytes.offset && Number(offset) < bytes.offset + bytes.size;
    }
    return segment !== null && Number.isFinite(time_s)
      && Number(time_s) >= segment.start_s && Number(time_s) < segment.end_s;
  });
}

/**
 * The rows of a tree that are seen, top to bottom.
 *
 * @param {Node[]} nodes
 * @param {(node: Node) => boolean} isOpen
 * @param {number} [level]
 * @returns {{node: Node, level: number, place: number, among: number}[]}
 */
export function rowsOf(nodes, isOpen, level = 1) {
  return nodes.flatMap((node, i) => {
    const row = { node, level, place: i + 1, among: nodes.length };
    return isOpen(node) ? [row, ...rowsOf(node.children, isOpen, level + 1)] : [row];
  });
}
