/**
 * The index of a fragmented MP4 that is one file.
 *
 * Source: ISO/IEC 14496-12, 8.16.3.
 */

import { MseError } from "../errors.js";

/**
 * @param {ArrayBuffer} data the `sidx` box
 * @param {number} at where it stands in the file
 * @returns {{start_s: number, duration_s: number, range: [number, number]}[]}
 */
export function readSidx(data, at) {
  const view = new DataView(data);
  if (data.byteLength < 32 || view.getUint32(4) !== 0x73696478) throw new MseError("list", "no index where one was told of");
  const size = view.getUint32(0);
  const isLong = view.getUint8(8) === 1;
  const scale = view.getUint32(16) || 1;
  let time = isLong ? Number(view.getBigUint64(20)) : view.getUint32(20);
  let offset = at + size + (isLong ? Number(view.getBigUint64(28)) : view.getUint32(24));
  const first = isLong ? 40 : 32;
  const count = Math.min(view.getUint16(first - 2), Math.floor((data.byteLength - first) / 12));
  return Array.from({ length: count }, (_, n) => {
    const [bytes, ticks] = [view.getUint32(first + 12 * n) & 0x7fffffff, view.getUint32(first + 12 * n + 4)];
    const found = { start_s: time / scale, duration_s: ticks / scale, range: /** @type {[number, number]} */ ([offset, bytes]) };
    offset += bytes;
    time += ticks;
    return found;
  });
}
