/** The drawn part of the axis: ruler and lanes on canvases, marks and playhead above them. */

import { FONT, RULER_PX, drawRuler } from "./draw-ruler.js";
import { LANES } from "./lanes.js";
import { make } from "./make.js";
import { Names } from "./names.js";
import { Sheet } from "./sheet.js";
import { laneAt, stacked } from "./stack.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./stack.js").Placed} Placed */

const NARROW_PX = 600;
/** Below this height of the window, only the most telling lanes are open at first. */
const SHORT_PX = 700;

export class Board {
  /** What the user has opened or closed, by lane. @type {Map<string, boolean>} */
  #opened = new Map();
  /** What needs to be drawn anew. @type {Set<string>} */
  #dirty = new Set();
  /** @type {Placed[]} */
  #placed = [];
  /** What was heard last of what is buffered. */
  #heard = "";
  #allOnNarrow = false;

  /**
   * @param {Scene} scene
   * @param {() => void} changed called when the lanes are others
   */
  constructor(scene, changed) {
    this.scene = scene;
    this.names = new Names(scene, (id) => {
      this.#opened.set(id, !this.#placed.find((place) => place.id === id)?.open);
      this.dirtyAll();
      changed();
    });
    this.ruler = new Sheet("axis-ruler");
    this.lanes = new Sheet("axis-sheet");
    this.head = make("div", "axis-head");
    this.hover = make("div", "axis-hover");
    this.range = make("div", "axis-range");
    this.hover.hidden = this.range.hidden = true;
    this.corner = make("div", "axis-corner");
    this.area = make("div", "axis-area", {
      id: "axis-lanes", role: "slider", tabindex: "0", "aria-label": scene.say("axisArea"),
      "aria-keyshortcuts": "Plus Minus 0 PageUp PageDown Enter N Shift+N",
      "aria-valuemin": "0", "aria-valuemax": "0", "aria-valuenow": "0",
    });
    this.area.append(this.ruler.canvas, this.lanes.canvas, this.range, this.hover, this.head);
    const left = make("div", "axis-left");
    left.append(this.corner, this.names.root);
    this.root = make("div", "axis-board");
    this.root.append(left, this.area);
  }

  /** Whether a narrow page shows every lane. */
  get showsAll() {
    return this.#allOnNarrow;
  }

  toggleAll() {
    this.#allOnNarrow = !this.#allOnNarrow;
    this.#opened.clear();
    this.dirtyAll();
  }

  /** @param {string} lane or `ruler` */
  dirty(lane) {
    this.#dirty.add(lane);
  }

  dirtyAll() {
    this.#dirty.add("all");
  }

  /** @param {import("../port.js").StageState} state */
  hear(state) {
    const heard = JSON.stringify([state.buffered, state.source_buffers, state.loading, state.loop]);
    if (heard === this.#heard) return;
    this.#heard = heard;
    for (const lane of ["buffered", "segments", "ruler"]) this.dirty(lane);
  }

  /** Whether there is anything to draw. */
  get isDirty() {
    return this.#dirty.size > 0;
  }

  /** Take the place there is. @returns {boolean} whether everything needs to be drawn */
  fit() {
    const width = this.area.clientWidth;
    const isNarrow = this.root.parentElement ? this.root.parentElement.clientWidth < NARROW_PX : false;
    this.root.classList.toggle("narrow", isNarrow);
    this.scene.isNarrow = isNarrow;
    const { placed, height } = stacked(this.#present(isNarrow && !this.#allOnNarrow));
    const isOther = JSON.stringify(placed) !== JSON.stringify(this.#placed);
    this.#placed = placed;
    this.names.show(placed);
    this.scene.view.width = width;
    const cleared = [this.ruler.resize(width, RULER_PX), this.lanes.resize(width, height)];
    return isOther || cleared.includes(true);
  }

  /** @param {boolean} isShort */
  #present(isShort) {
    const { scene } = this;
    const there = LANES.filter((lane) => lane.isThere(scene) && (!isShort || lane.narrow));
    return there.map((lane) => ({
      id: lane.id,
      height: lane.height(scene),
      rows: lane.rows?.(scene).length ?? 1,
      open: this.#opened.get(lane.id) ?? (innerHeight >= SHORT_PX || this.#allOnNarrow || lane.first),
    }));
  }

  /** @returns {boolean} whether anything was drawn */
  draw() {
    if (!this.#dirty.size || !this.scene.view.width) return false;
    const all = this.#dirty.has("all");
    const { colours } = this.scene;
    if (all || this.#dirty.has("ruler")) {
      this.ruler.band(0, RULER_PX, colours.panel, (g) => drawRuler(g, this.scene));
    }
    for (const place of this.#placed) if (all || this.#dirty.has(place.id)) this.#drawLane(place);
    this.#dirty.clear();
    this.#placeRange();
    const { view } = this.scene;
    this.area.dataset.from = String(view.from_s);
    this.area.dataset.span = String(view.span_s);
    return true;
  }

  /** @param {Placed} place */
  #drawLane(place) {
    const lane = LANES.find(({ id }) => id === place.id);
    const { colours, view } = this.scene;
    this.lanes.band(place.top, place.height + 1, colours.panel, (g) => {
      g.font = FONT;
      lane?.draw(g, place, this.scene);
      g.fillStyle = colours.line;
      g.fillRect(0, place.top + place.height, view.width, 1);
    });
  }

  #placeRange() {
    const { view, room } = this.scene;
    const [from_s, to_s] = room.marks;
    this.range.hidden = from_s === null && to_s === null;
    if (this.range.hidden) return;
    const left = Math.round(view.toX(from_s ?? view.start_s));
    const right = Math.round(view.toX(to_s ?? view.end_s));
    this.range.classList.toggle("has-in", from_s !== null);
    this.range.classList.toggle("has-out", to_s !== null);
    this.range.style.transform = `translateX(${left}px)`;
    this.range.style.width = `${Math.max(1, right - left)}px`;
  }

  /** @param {number} time_s */
  placeHead(time_s) {
    const ratio = window.devicePixelRatio || 1;
    const x = Math.round(this.scene.view.toX(time_s) * ratio) / ratio;
    this.head.hidden = x < -8 || x > this.scene.view.width + 8;
    this.head.style.transform = `translateX(${x}px)`;
  }

  /** @param {number | null} x */
  placeHover(x) {
    this.hover.hidden = x === null;
    if (x !== null) this.hover.style.transform = `translateX(${Math.round(x)}px)`;
  }

  /** @param {number} y within the axis @returns {Placed | null} */
  laneAt(y) {
    return y < RULER_PX ? null : laneAt(this.#placed, y - RULER_PX);
  }

  /** @param {number} x @param {number} y @returns {string[]} */
  hintAt(x, y) {
    const place = this.laneAt(y);
    const lane = place && LANES.find(({ id }) => id === place.id);
    return place && lane?.hint ? lane.hint(this.scene, x, y - RULER_PX, place) : [];
  }
}
