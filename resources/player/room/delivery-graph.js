/** The last minute: buffer ahead, the rate that arrives, and the rate that is needed. */

const SPAN_MS = 60_000;
const HEIGHT = 92;
const LEAST_AHEAD_S = 10;

/** @typedef {{at: number, ahead_s: number, kbit_s: number | null, need: number, stands: boolean}} Point */

export class DeliveryGraph {
  /** @type {Point[]} */
  #points = [];

  /** @param {string} label what it shows, for those who cannot see it */
  constructor(label) {
    this.root = document.createElement("canvas");
    this.root.className = "delivery-graph";
    this.root.setAttribute("role", "img");
    this.root.setAttribute("aria-label", label);
  }

  /** @param {Point} point */
  add(point) {
    this.#points.push(point);
    while (this.#points.length && this.#points[0].at < point.at - SPAN_MS) this.#points.shift();
  }

  draw() {
    const { root } = this;
    const width = root.clientWidth;
    if (!width) return;
    const ratio = devicePixelRatio;
    root.width = Math.round(width * ratio);
    root.height = Math.round(HEIGHT * ratio);
    const pen = /** @type {CanvasRenderingContext2D} */ (root.getContext("2d"));
    pen.scale(ratio, ratio);
    const style = getComputedStyle(root);
    const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    pen.strokeStyle = colour("--line");
    pen.strokeRect(0.5, 0.5, width - 1, HEIGHT - 1);
    if (!this.#points.length) return;
    this.#drawStalls(pen, width, colour("--delivery-stall"));
    this.#drawAhead(pen, width, colour("--loaded"));
    const most = Math.max(1, ...this.#points.map(({ need }) => need)) * 2;
    this.#drawRate(pen, width, most, (point) => point.need, colour("--quiet"), [4, 3]);
    this.#drawRate(pen, width, most, (point) => point.kbit_s, colour("--accent"), []);
  }

  /** @param {Point} point @param {number} width */
  #x(point, width) {
    const last = this.#points[this.#points.length - 1].at;
    return width - 1 - ((last - point.at) / SPAN_MS) * (width - 2);
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} width @param {string} colour */
  #drawStalls(pen, width, colour) {
    pen.fillStyle = colour;
    this.#points.forEach((point, i) => {
      if (!point.stands || !i) return;
      const left = this.#x(this.#points[i - 1], width);
      pen.fillRect(left, 1, this.#x(point, width) - left + 0.5, HEIGHT - 2);
    });
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} width @param {string} colour */
  #drawAhead(pen, width, colour) {
    const most = Math.max(LEAST_AHEAD_S, ...this.#points.map(({ ahead_s }) => ahead_s));
    pen.fillStyle = colour;
    pen.beginPath();
    pen.moveTo(this.#x(this.#points[0], width), HEIGHT - 1);
    for (const point of this.#points) pen.lineTo(this.#x(point, width), HEIGHT - 1 - (point.ahead_s / most) * (HEIGHT - 8));
    pen.lineTo(this.#x(this.#points[this.#points.length - 1], width), HEIGHT - 1);
    pen.fill();
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} width
   * @param {number} most what the top stands for; more is drawn at the top
   * @param {(point: Point) => number | null} read
   * @param {string} colour
   * @param {number[]} dash
   */
  #drawRate(pen, width, most, read, colour, dash) {
    pen.strokeStyle = colour;
    pen.lineWidth = 1.6;
    pen.setLineDash(dash);
    pen.beginPath();
    let drawing = false;
    for (const point of this.#points) {
      const value = read(point);
      if (value !== null) {
        const y = HEIGHT - 1 - (Math.min(value, most) / most) * (HEIGHT - 8);
        if (drawing) pen.lineTo(this.#x(point, width), y);
        else pen.moveTo(this.#x(point, width), y);
      }
      drawing = value !== null;
    }
    pen.stroke();
    pen.setLineDash([]);
  }
}
