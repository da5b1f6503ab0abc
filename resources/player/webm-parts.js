/** Cuts a WebM stream into parts that can each be appended, while it is still arriving. */

const CLUSTER = 0x1f43b675;
const SEGMENT = 0x18538067;
const MOST_HEADER_BYTES = 12;

/**
 * Where the last cluster ends that stands whole in the bytes. What stands before a cluster (an
 * init segment) belongs to it.
 *
 * @param {Uint8Array} bytes begin at an element of the top level
 * @returns {number} 0 while none is whole
 * @throws {RangeError} the bytes are no WebM
 */
export function wholeClusters(bytes) {
  let at = 0;
  let whole = 0;
  for (;;) {
    const header = elementHeader(bytes, at);
    if (!header) return whole;
    const { id, data } = header;
    const end = id === SEGMENT ? data : data + header.size;
    if (end > bytes.length) return whole;
    if (id === CLUSTER) whole = end;
    at = end;
  }
}

/** @param {Uint8Array} bytes @returns {boolean} whether its last element is not whole */
function isCutOff(bytes) {
  let at = 0;
  while (at < bytes.length) {
    const header = elementHeader(bytes, at);
    if (!header) return true;
    at = header.id === SEGMENT ? header.data : header.data + header.size;
  }
  return at > bytes.length;
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {{id: number, data: number, size: number} | null} null while bytes are missing;
 *   data: where its data begins, size: Infinity when unknown
 */
function elementHeader(bytes, at) {
  const idLength = lengthAt(bytes, at);
  const sizeLength = idLength === null ? null : lengthAt(bytes, at + idLength);
  if (idLength === null || sizeLength === null) return null;
  const data = at + idLength + sizeLength;
  if (data - at > MOST_HEADER_BYTES) throw new RangeError("not an element");
  if (data > bytes.length) return null;
  let id = 0;
  for (let i = at; i < at + idLength; i += 1) id = id * 256 + bytes[i];
  const most = 2 ** (8 - sizeLength) - 1;
  let size = bytes[at + idLength] & most;
  let unknown = size === most;
  for (let i = at + idLength + 1; i < data; i += 1) {
    size = size * 256 + bytes[i];
    unknown &&= bytes[i] === 255;
  }
  return { id, data, size: unknown ? Infinity : size };
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {number | null} of an EBML number that begins here, in bytes
 */
function lengthAt(bytes, at) {
  if (at >= bytes.length) return null;
  if (bytes[at] === 0) throw new RangeError("not an element");
  return Math.clz32(bytes[at]) - 23;
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>} whole clusters, as many as have come; an
 *   init segment goes with the cluster behind it, or alone when none comes
 */
export async function* clustersOf(stream) {
  const reader = stream.getReader();
  let held = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      held = joined(held, value);
      const end = wholeClusters(held);
      if (!end) continue;
      yield held.slice(0, end);
      held = held.slice(end);
    }
    if (held.length && isCutOff(held)) throw new RangeError("the stream ended inside an element");
    if (held.length) yield held;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} left
 * @param {Uint8Array} right
 */
function joined(left, right) {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
