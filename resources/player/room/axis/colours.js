/** Colours of the axis, from the style sheet, so that themes need no words here. */

const NAMES = [
  "panel", "line", "text", "quiet", "accent", "groove", "page",
  "segment-even", "segment-odd", "segment-edge", "segment-chosen", "key", "wave", "rate", "rate-fill",
  "range", "range-quiet", "plays", "fails", "bad", "warn", "info", "on-mark",
];

/** @typedef {Record<string, string>} Colours by name, without dashes at the front */

/**
 * @param {HTMLElement} root
 * @returns {Colours}
 */
export function coloursOf(root) {
  const style = getComputedStyle(root);
  const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim() || "#888";
  return Object.fromEntries(NAMES.map((name) => [name, read(name)]));
}

/**
 * @param {() => void} changed called when light turns dark, or back
 */
export function watchTheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  matchMedia("(forced-colors: active)").addEventListener("change", changed);
  const options = { attributes: true, attributeFilter: ["data-theme", "class"] };
  new MutationObserver(changed).observe(document.documentElement, options);
}

/**
 * A hatch: told from a plain colour without seeing colours.
 *
 * @param {CanvasRenderingContext2D} g
 * @param {string} colour
 * @returns {CanvasPattern}
 */
export function hatchOf(g, colour) {
  const ratio = window.devicePixelRatio || 1;
  const size = Math.round(6 * ratio);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  pen.strokeStyle = colour;
  pen.lineWidth = 1.6 * ratio;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift - 2, size + 2);
    pen.lineTo(shift + size + 2, -2);
    pen.stroke();
  }
  const pattern = /** @type {CanvasPattern} */ (g.createPattern(tile, "repeat"));
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
