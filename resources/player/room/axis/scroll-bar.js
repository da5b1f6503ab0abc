/** Which part of all is seen: dragged, clicked, or moved by arrow keys. */

import { make } from "./make.js";

const LEAST_PX = 18;
const KEY_SHARE = 0.2;

export class ScrollBar {
  #held = NaN;

  /**
   * @param {import("./scene.js").Scene} scene
   * @param {() => void} moved called after each move by the user
   */
  constructor(scene, moved) {
    this.scene = scene;
    this.moved = moved;
    this.thumb = make("div", "axis-thumb");
    this.root = make("div", "axis-scroll", {
      role: "scrollbar", tabindex: "0", "aria-orientation": "horizontal", "aria-controls": "axis-lanes",
      "aria-label": scene.say("axisScroll"), "aria-valuemin": "0", "aria-valuemax": "100",
    });
    this.root.append(this.thumb);
    this.root.addEventListener("pointerdown", (event) => this.#onDown(event));
    this.root.addEventListener("pointermove", (event) => this.#onMove(event));
    this.root.addEventListener("lostpointercapture", () => { this.#held = NaN; });
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
  }

  show() {
    const { view } = this.scene;
    const room = this.root.clientWidth;
    const size = Math.max(LEAST_PX, (view.span_s / view.whole_s) * room);
    const free_s = view.whole_s - view.span_s;
    const share = free_s > 0 ? (view.from_s - view.start_s) / free_s : 0;
    this.thumb.style.width = `${size}px`;
    this.thumb.style.transform = `translateX(${share * Math.max(0, room - size)}px)`;
    this.root.setAttribute("aria-valuenow", String(Math.round(share * 100)));
    this.root.setAttribute("aria-disabled", String(view.isFitted));
  }

  /** @param {PointerEvent} event */
  #onDown(event) {
    if (event.button !== 0) return;
    const thumb = this.thumb.getBoundingClientRect();
    const isOn = event.clientX >= thumb.left && event.clientX <= thumb.right;
    this.#held = isOn ? event.clientX - thumb.left : thumb.width / 2;
    this.root.setPointerCapture(event.pointerId);
    this.#onMove(event);
  }

  /** @param {PointerEvent} event */
  #onMove(event) {
    if (Number.isNaN(this.#held)) return;
    const { view } = this.scene;
    const box = this.root.getBoundingClientRect();
    const room = Math.max(1, box.width - this.thumb.offsetWidth);
    const share = (event.clientX - box.left - this.#held) / room;
    view.moveTo(view.start_s + share * (view.whole_s - view.span_s));
    this.moved();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { view } = this.scene;
    /** @type {Record<string, number>} */
    const places = {
      ArrowLeft: view.from_s - view.span_s * KEY_SHARE, ArrowRight: view.from_s + view.span_s * KEY_SHARE,
      PageUp: view.from_s - view.span_s, PageDown: view.from_s + view.span_s,
      Home: view.start_s, End: view.end_s,
    };
    if (!(event.key in places)) return;
    event.preventDefault();
    event.stopPropagation();
    view.moveTo(places[event.key]);
    this.moved();
  }
}
