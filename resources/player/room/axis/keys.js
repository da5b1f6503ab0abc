/** Keys of the axis when it is focused; all others are the page's. */

/**
 * @typedef {object} Keys what is asked for
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 * @property {(step: number) => void} neighbour
 * @property {() => void} choose
 * @property {(step: number) => void} finding
 */

/**
 * @param {HTMLElement} area
 * @param {Keys} keys
 */
export function listen(area, keys) {
  /** @type {Record<string, () => void>} */
  const acts = {
    "+": () => keys.zoom(2), "=": () => keys.zoom(2), "-": () => keys.zoom(1 / 2), "0": () => keys.fit(),
    PageUp: () => keys.neighbour(-1), PageDown: () => keys.neighbour(1), Enter: () => keys.choose(),
    n: () => keys.finding(1), N: () => keys.finding(-1),
  };
  area.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  });
}
