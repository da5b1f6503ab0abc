/** The line between two pictures, which is dragged or moved by keys. */

const STEP = 0.01;
const LARGE_STEP = 0.1;

export class WipeGrip {
  #box = { left: 0, top: 0, width: 1, height: 1 };
  #wipe = 0.5;

  /** @param {(wipe: number) => void} onMove 0 to 1 */
  constructor(onMove) {
    this.onMove = onMove;
    this.root = document.createElement("div");
    this.root.className = "wipe-grip";
    this.root.hidden = true;
    this.root.tabIndex = 0;
    for (const [name, value] of Object.entries({ role: "slider", "aria-orientation": "horizontal", "aria-valuemin": "0", "aria-valuemax": "100" })) {
      this.root.setAttribute(name, value);
    }
    this.#listen();
  }

  /**
   * @param {{left: number, top: number, width: number, height: number}} box of the pictures
   * @param {number} wipe
   * @param {string} label
   */
  place(box, wipe, label) {
    this.#box = box;
    this.#wipe = wipe;
    const { style } = this.root;
    style.left = `${box.left + box.width * wipe}px`;
    style.top = `${box.top}px`;
    style.height = `${box.height}px`;
    this.root.setAttribute("aria-label", label);
    this.root.setAttribute("aria-valuenow", String(Math.round(wipe * 100)));
    this.root.setAttribute("aria-valuetext", `${Math.round(wipe * 100)} %`);
  }

  /** Take hold of the line, from anywhere on the picture. @param {PointerEvent} event */
  grab(event) {
    if (event.button !== 0) return;
    this.root.setPointerCapture(event.pointerId);
    this.#follow(event);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    if (!this.root.parentElement) return;
    const x = event.clientX - this.root.parentElement.getBoundingClientRect().left;
    this.#move((x - this.#box.left) / this.#box.width);
  }

  #listen() {
    const { root } = this;
    root.addEventListener("pointerdown", (event) => { event.stopPropagation(); this.grab(event); });
    root.addEventListener("pointermove", (event) => {
      if (root.hasPointerCapture(event.pointerId)) this.#follow(event);
    });
    for (const name of ["click", "dblclick"]) root.addEventListener(name, (event) => event.stopPropagation());
    root.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    /** @type {Record<string, number>} */
    const places = {
      ArrowLeft: this.#wipe - step, ArrowDown: this.#wipe - step, ArrowRight: this.#wipe + step, ArrowUp: this.#wipe + step,
      Home: 0, End: 1,
    };
    if (!(event.key in places)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(places[event.key]);
  }

  /** @param {number} wipe */
  #move(wipe) {
    this.onMove(Math.min(1, Math.max(0, Math.round(wipe * 1000) / 1000)));
  }
}
