/** Which pictures a filmstrip shows: times that stay the same while one scrolls and zooms. */

/** Finest step: shorter than a frame at 60 frames per second. */
const FINEST_S = 1 / 64;

/**
 * @param {number} perSecond pixels
 * @param {number} tile_px wanted width of a picture
 * @param {number} [frame_s] of one frame; no step is shorter
 * @returns {number} seconds between two pictures; each is the double of the next finer one
 */
export function tileStep(perSecond, tile_px, frame_s = FINEST_S) {
  const least_s = Math.max((tile_px * 0.72) / perSecond, frame_s);
  return FINEST_S * 2 ** Math.max(0, Math.ceil(Math.log2(least_s / FINEST_S) - 1e-9));
}

/**
 * @param {number} from_s
 * @param {number} to_s
 * @param {number} step_s
 * @param {number} first_s nothing is shown before
 * @param {number} end_s nor from here on
 * @returns {{key: number, start_s: number, end_s: number}[]} key: the picture's time in ms
 */
export function tilesBetween(from_s, to_s, step_s, first_s, end_s) {
  const tiles = [];
  const last = Math.min(to_s, end_s);
  for (let n = Math.floor(Math.max(from_s, first_s) / step_s); n * step_s < last; n += 1) {
    const start_s = Math.max(first_s, n * step_s);
    const until_s = Math.min(end_s, (n + 1) * step_s);
    if (until_s > start_s) tiles.push({ key: keyOf(n * step_s), start_s, end_s: until_s });
  }
  return tiles;
}

/** @param {number} time_s @returns {number} */
function keyOf(time_s) {
  return Math.round(time_s * 1000);
}

/**
 * A picture near by that is there already, while the right one comes.
 *
 * @template T
 * @param {number} key
 * @param {number} step_s
 * @param {(key: number) => T | undefined} get
 * @returns {T | undefined}
 */
export function standIn(key, step_s, get) {
  for (let wider_s = step_s * 2; wider_s <= step_s * 32; wider_s *= 2) {
    const found = get(keyOf(Math.floor(key / 1000 / wider_s + 1e-6) * wider_s));
    if (found !== undefined) return found;
  }
  return undefined;
}
