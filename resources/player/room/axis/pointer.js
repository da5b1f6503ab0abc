/** Mouse, touch and wheel on the axis. */

/** @typedef {import("./scene.js").Scene} Scene */

const CLICK_PX = 4;
const LINE_PX = 18;

/**
 * @typedef {object} Wishes what the pointer asks for; x and y are pixels within the axis
 * @property {(time_s: number) => void} seek
 * @property {(x: number, y: number) => void} click
 * @property {(time_s: number) => void} zoomToSegment
 * @property {(from_s: number, to_s: number, isDone: boolean) => void} range
 * @property {(factor: number, x: number) => void} zoom
 * @property {(pixels: number) => void} scroll
 * @property {(place: {x: number, y: number, clientX: number, clientY: number} | null) => void} hover
 */

export class Pointer {
  /** Fingers and buttons that are down, by id. @type {Map<number, number>} */
  #down = new Map();
  /** @type {{x: number, y: number, from_s: number, isRange: boolean, moved: boolean} | null} */
  #drag = null;
  #pinch_px = 0;

  /**
   * @param {HTMLElement} area
   * @param {Scene} scene
   * @param {Wishes} wishes
   */
  constructor(area, scene, wishes) {
    this.area = area;
    this.scene = scene;
    this.wishes = wishes;
    area.addEventListener("pointerdown", (event) => this.#onDown(event));
    area.addEventListener("pointermove", (event) => this.#onMove(event));
    area.addEventListener("pointerup", (event) => this.#onUp(event));
    area.addEventListener("pointercancel", (event) => this.#onCancel(event));
    area.addEventListener("pointerleave", () => wishes.hover(null));
    area.addEventListener("dblclick", (event) => wishes.zoomToSegment(scene.view.timeAt(this.#place(event).x)));
    area.addEventListener("wheel", (event) => this.#onWheel(event), { passive: false });
  }

  /** Whether the user is dragging. */
  get isHeld() {
    return this.#drag !== null;
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const box = this.area.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    if (event.button !== 0) return;
    const { x, y } = this.#place(event);
    capture(this.area, event.pointerId);
    this.#down.set(event.pointerId, x);
    if (this.#down.size > 1) {
      this.#drag = null;
      this.#pinch_px = this.#apart();
      return;
    }
    const from_s = this.scene.view.timeAt(x);
    this.#drag = { x, y, from_s, isRange: event.shiftKey, moved: false };
    this.area.focus({ preventScroll: true });
    if (!event.shiftKey) this.wishes.seek(from_s);
  }

  /** @param {PointerEvent} event */
  #onMove(event) {
    const { x, y } = this.#place(event);
    if (this.#down.has(event.pointerId)) this.#down.set(event.pointerId, x);
    if (this.#down.size > 1) this.#onPinch();
    else if (this.#drag) this.#onDrag(this.#drag, x);
    this.wishes.hover(event.pointerType === "touch" ? null : { x, y, clientX: event.clientX, clientY: event.clientY });
  }

  /** @param {{x: number, from_s: number, isRange: boolean, moved: boolean}} drag @param {number} x */
  #onDrag(drag, x) {
    if (!drag.moved && Math.abs(x - drag.x) < CLICK_PX) return;
    drag.moved = true;
    const time_s = this.scene.view.timeAt(x);
    if (drag.isRange) this.#tellRange(drag.from_s, time_s, false);
    else this.wishes.seek(time_s);
  }

  #onPinch() {
    const apart = this.#apart();
    const xs = [...this.#down.values()];
    this.wishes.zoom(apart / this.#pinch_px, (xs[0] + xs[1]) / 2);
    this.#pinch_px = apart;
  }

  /** @returns {number} pixels between two fingers */
  #apart() {
    const [a, b] = [...this.#down.values()];
    return Math.max(12, Math.abs(a - b));
  }

  /** @param {PointerEvent} event */
  #onUp(event) {
    this.#down.delete(event.pointerId);
    const drag = this.#drag;
    this.#drag = null;
    if (!drag) return;
    const { x } = this.#place(event);
    if (drag.moved && drag.isRange) this.#tellRange(drag.from_s, this.scene.view.timeAt(x), true);
    if (!drag.moved) this.wishes.click(drag.x, drag.y);
  }

  /** @param {PointerEvent} event */
  #onCancel(event) {
    this.#down.delete(event.pointerId);
    this.#drag = null;
  }

  /** @param {number} a_s @param {number} b_s @param {boolean} isDone */
  #tellRange(a_s, b_s, isDone) {
    this.wishes.range(Math.min(a_s, b_s), Math.max(a_s, b_s), isDone);
  }

  /** @param {WheelEvent} event */
  #onWheel(event) {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    const { x } = this.#place(event);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.wishes.zoom(Math.exp(-Math.max(-60, Math.min(60, dy)) * 0.006), x);
    } else if (!this.scene.view.isFitted) {
      event.preventDefault();
      this.wishes.scroll(Math.abs(dx) > Math.abs(dy) ? dx : dy);
    }
  }
}

/** @param {HTMLElement} area @param {number} id */
function capture(area, id) {
  try {
    area.setPointerCapture(id);
  } catch {
    // The pointer has gone already: there will be no move to follow.
  }
}
