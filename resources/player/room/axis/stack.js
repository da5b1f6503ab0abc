/** How lanes stand below each other. */

/**
 * @typedef {object} Placed
 * @property {string} id
 * @property {number} top in pixels
 * @property {number} height
 * @property {number} rows
 * @property {boolean} open
 */

export const CLOSED_PX = 18;
const GAP_PX = 1;

/**
 * @param {{id: string, height: number, rows: number, open: boolean}[]} lanes height: when open
 * @returns {{placed: Placed[], height: number}}
 */
export function stacked(lanes) {
  let top = 0;
  const placed = lanes.map((lane) => {
    const height = lane.open ? lane.height : CLOSED_PX;
    const place = { id: lane.id, top, height, rows: lane.open ? lane.rows : 1, open: lane.open };
    top += height + GAP_PX;
    return place;
  });
  return { placed, height: Math.max(0, top - GAP_PX) };
}

/**
 * @param {Placed[]} placed
 * @param {number} y
 * @returns {Placed | null}
 */
export function laneAt(placed, y) {
  return placed.find(({ top, height }) => y >= top && y < top + height) ?? null;
}
