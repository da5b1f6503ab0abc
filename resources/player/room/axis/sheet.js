/** A canvas that is crisp at any pixel ratio. */

export class Sheet {
  width = 0;
  height = 0;
  #ratio = 0;

  /** @param {string} className */
  constructor(className) {
    this.canvas = document.createElement("canvas");
    this.canvas.className = className;
    this.canvas.setAttribute("aria-hidden", "true");
    this.g = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
  }

  /**
   * @param {number} width in CSS pixels
   * @param {number} height
   * @returns {boolean} whether it is empty now
   */
  resize(width, height) {
    const ratio = window.devicePixelRatio || 1;
    if (width === this.width && height === this.height && ratio === this.#ratio) return false;
    [this.width, this.height, this.#ratio] = [width, height, ratio];
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.g.setTransform(ratio, 0, 0, ratio, 0, 0);
    return true;
  }

  /**
   * Draw within a band of full width, and nowhere else.
   *
   * @param {number} top
   * @param {number} height
   * @param {string} ground
   * @param {(g: CanvasRenderingContext2D) => void} draw
   */
  band(top, height, ground, draw) {
    const { g } = this;
    g.save();
    g.beginPath();
    g.rect(0, top, this.width, height);
    g.clip();
    g.fillStyle = ground;
    g.fillRect(0, top, this.width, height);
    draw(g);
    g.restore();
  }
}

/**
 * @param {() => void} changed called when the window comes to a screen with another ratio, or is zoomed
 */
export function watchRatio(changed) {
  const query = matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
  query.addEventListener("change", () => {
    changed();
    watchRatio(changed);
  }, { once: true });
}
