/**
 * When a media segment begins, as its own bytes say.
 *
 * Source: ISO/IEC 14496-12 (`mdhd`, `tfdt`); RFC 9559 (TimestampScale, a cluster's Timestamp).
 */

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const MOST_ELEMENTS = 4096;

/** @typedef {{kind: "webm", scale_s: number} | {kind: "mp4", scales: Map<number, number>}} Clock */

/** @param {ArrayBuffer} data @returns {boolean} whether it is an init segment, and no media */
export function isInit(data) {
  if (data.byteLength < 8) return false;
  const view = new DataView(data);
  return view.getUint32(0) === 0x1a45dfa3 || nameAt(view, 0) === "ftyp" || nameAt(view, 0) === "moov";
}

/** @param {ArrayBuffer} init @returns {"webm" | "mp4"} */
export function containerOf(init) {
  return init.byteLength >= 4 && new DataView(init).getUint32(0) === 0x1a45dfa3 ? "webm" : "mp4";
}

/**
 * @param {ArrayBuffer} init
 * @returns {Clock} what its segments count in
 */
export function clockOf(init) {
  const view = new DataView(init);
  if (containerOf(init) === "webm") return { kind: "webm", scale_s: scaleOf(view) };
  /** @type {Map<number, number>} */
  const scales = new Map();
  for (const moov of boxes(view, 0, view.byteLength, "moov")) {
    for (const trak of boxes(view, moov.data, moov.end, "trak")) readTrack(view, trak, scales);
  }
  return { kind: "mp4", scales };
}

/**
 * @param {ArrayBuffer} segment
 * @param {Clock} clock
 * @returns {number | null} in seconds; null when it cannot be read
 */
export function startOf(segment, clock) {
  const view = new DataView(segment);
  return clock.kind === "webm" ? clusterStart(view, clock.scale_s) : fragmentStart(view, clock.scales);
}

/** @param {DataView} view @param {number} at @returns {string} a box's type */
function nameAt(view, at) {
  return String.fromCharCode(...[4, 5, 6, 7].map((n) => view.getUint8(at + n)));
}

/**
 * @param {DataView} view
 * @param {number} start
 * @param {number} end
 * @param {string} wanted
 * @returns {Generator<{data: number, end: number}>}
 */
function* boxes(view, start, end, wanted) {
  for (let at = start, count = 0; at + 8 <= end && count < MOST_ELEMENTS; count += 1) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= end;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short || end - at;
    if (size < 8 || at + size > end) return;
    if (nameAt(view, at) === wanted) yield { data: at + (isLong ? 16 : 8), end: at + size };
    at += size;
  }
}

/**
 * @param {DataView} view
 * @param {{data: number, end: number}} trak
 * @param {Map<number, number>} scales track -> ticks in a second
 */
function readTrack(view, trak, scales) {
  const [head] = boxes(view, trak.data, trak.end, "tkhd");
  const [media] = boxes(view, trak.data, trak.end, "mdia");
  const [times] = media ? boxes(view, media.data, media.end, "mdhd") : [];
  if (!head || !times || times.end - times.data < 24 || head.end - head.data < 24) return;
  const track = view.getUint32(head.data + (view.getUint8(head.data) === 1 ? 20 : 12));
  scales.set(track, view.getUint32(times.data + (view.getUint8(times.data) === 1 ? 20 : 12)));
}

/** @param {DataView} view @param {Map<number, number>} scales @returns {number | null} */
function fragmentStart(view, scales) {
  let earliest = Infinity;
  const [moof] = boxes(view, 0, view.byteLength, "moof");
  if (!moof) return null;
  for (const traf of boxes(view, moof.data, moof.end, "traf")) {
    const [head] = boxes(view, traf.data, traf.end, "tfhd");
    const [time] = boxes(view, traf.data, traf.end, "tfdt");
    const scale = head ? scales.get(view.getUint32(head.data + 4)) : 0;
    if (!time || !scale) continue;
    const isLong = view.getUint8(time.data) === 1;
    const ticks = isLong ? Number(view.getBigUint64(time.data + 4)) : view.getUint32(time.data + 4);
    earliest = Math.min(earliest, ticks / scale);
  }
  return Number.isFinite(earliest) ? earliest : null;
}

/**
 * @param {DataView} view
 * @param {number} start
 * @param {number} end
 * @returns {Generator<{id: number, data: number, end: number}>} EBML elements; one of unknown
 *   size reaches to the end
 */
function* elements(view, start, end) {
  for (let at = start, count = 0; at < end && count < MOST_ELEMENTS; count += 1) {
    const id = numberAt(view, at, end, false);
    const size = id && numberAt(view, at + id.length, end, true);
    if (!id || !size) return;
    const data = at + id.length + size.length;
    const stop = size.value === null ? end : Math.min(end, data + size.value);
    yield { id: id.value ?? 0, data, end: stop };
    at = stop;
  }
}

/**
 * @param {DataView} view
 * @param {number} at
 * @param {number} end
 * @param {boolean} isSize its marker is taken away, and all ones mean unknown
 * @returns {{value: number | null, length: number} | null}
 */
function numberAt(view, at, end, isSize) {
  if (at >= end) return null;
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > end) return null;
  const marker = isSize ? 2 ** (8 - length) : 0;
  let value = isSize ? first % marker : first;
  let ones = isSize && value === marker - 1;
  for (let n = 1; n < length; n += 1) {
    const byte = view.getUint8(at + n);
    value = value * 256 + byte;
    ones &&= byte === 255;
  }
  return { value: ones ? null : value, length };
}

/** @param {DataView} view @param {{data: number, end: number}} element @returns {number} */
function uint(view, { data, end }) {
  let value = 0;
  for (let at = data; at < Math.min(end, data + 8); at += 1) value = value * 256 + view.getUint8(at);
  return value;
}

/** @param {DataView} view @returns {number} a tick in seconds; a millisecond if nothing is said */
function scaleOf(view) {
  for (const outer of elements(view, 0, view.byteLength)) {
    if (outer.id !== SEGMENT) continue;
    for (const part of elements(view, outer.data, outer.end)) {
      if (part.id !== INFO) continue;
      for (const field of elements(view, part.data, part.end)) {
        if (field.id === TIMESTAMP_SCALE) return uint(view, field) / 1e9;
      }
    }
  }
  return 0.001;
}

/** @param {DataView} view @param {number} scale_s @returns {number | null} */
function clusterStart(view, scale_s) {
  for (const outer of elements(view, 0, view.byteLength)) {
    if (outer.id !== CLUSTER) continue;
    for (const field of elements(view, outer.data, outer.end)) {
      if (field.id === TIMESTAMP) return uint(view, field) * scale_s;
    }
  }
  return null;
}
