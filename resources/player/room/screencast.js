/** The picture of another browser, shown in the pane; mouse and keys go the other way. */

import { keyMessage, mouseMessage, placeIn, wheelMessage } from "./screencast-input.js";

/** @typedef {import("./link.js").Link} Link */
/** @typedef {{state: "starting" | "playing" | "ended" | "failed", title: string, detail: string}} CastState */

const SIZE_PAUSE_MS = 80;
const DRAG_PX = 4;
const TAG = [67, 65, 83, 84]; // CAST
const TAG_BYTES = TAG.length;

/** Events: `state` (detail: CastState), `picture` (the first one is there). */
export class ScreencastView extends EventTarget {
  /** Whether something under the pointer there wants it: then it is not the room's. */
  #wanted = false;
  /** A drag is no click, even before we know what it was that was dragged. */
  #dragged = false;
  #pressedAt = { x: 0, y: 0 };
  #keys = false;
  #sizeTimer = 0;
  #drawing = Promise.resolve();
  #seen = false;
  #listening = new AbortController();
  /** @type {ReturnType<typeof mouseMessage> | null} */
  #move = null;

  /**
   * @param {HTMLElement} root
   * @param {Link} link
   * @param {EventTarget} focus says `focus`, see `RemotePort`
   * @param {string} name for those who do not see it
   */
  constructor(root, link, focus, name) {
    super();
    this.root = root;
    this.link = link;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "cast";
    this.canvas.tabIndex = -1;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", name);
    [this.canvas.width, this.canvas.height] = [0, 0];
    root.append(this.canvas);
    this.#listen(focus);
    this.sizes = new ResizeObserver(() => this.#onSize());
    this.sizes.observe(root);
    this.themes = new MutationObserver(() => this.#onSize());
    this.themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /** @returns {Promise<CastState>} how it stands; later by events. Rejects with a LinkError */
  start() {
    return this.link.ask("cast-start", this.#size());
  }

  /** @param {boolean} stop whether the browser may end */
  close(stop = true) {
    if (stop) this.link.tell("cast-stop");
    this.#listening.abort();
    this.sizes.disconnect();
    this.themes.disconnect();
    clearTimeout(this.#sizeTimer);
    this.canvas.remove();
  }

  #size() {
    const { clientWidth: width, clientHeight: height } = this.root;
    return { width, height, ratio: devicePixelRatio, background: getComputedStyle(this.root).backgroundColor };
  }

  #onSize() {
    clearTimeout(this.#sizeTimer);
    this.#sizeTimer = window.setTimeout(() => this.link.tell("cast-size", this.#size()), SIZE_PAUSE_MS);
  }

  /** @param {EventTarget} focus */
  #listen(focus) {
    const options = { signal: this.#listening.signal };
    const { canvas, link } = this;
    link.addEventListener("binary", (event) => this.#onBinary(/** @type {CustomEvent} */ (event).detail), options);
    link.addEventListener("cast", (event) => this.#onCast(/** @type {CustomEvent} */ (event).detail), options);
    focus.addEventListener("focus", (event) => this.#onFocus(/** @type {CustomEvent} */ (event).detail), options);
    addEventListener("resize", () => this.#onSize(), options); // another screen may have another ratio
    for (const name of ["pointerdown", "pointerup", "pointercancel", "pointermove"]) {
      canvas.addEventListener(name, (event) => this.#onPointer(/** @type {PointerEvent} */ (event)), options);
    }
    for (const name of ["click", "dblclick"]) {
      canvas.addEventListener(name, (event) => { if (this.#wanted || this.#dragged) event.stopPropagation(); }, options);
    }
    canvas.addEventListener("wheel", (event) => this.#give(wheelMessage(event, this.#place(event))), { ...options, passive: true });
    for (const name of ["keydown", "keyup"]) {
      canvas.addEventListener(name, (event) => this.#onKey(/** @type {KeyboardEvent} */ (event)), options);
    }
  }

  /** @param {CastState} state */
  #onCast(state) {
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  /** @param {{keys: boolean, cursor: string}} hand */
  #onFocus({ keys, cursor }) {
    this.#keys = keys;
    this.#wanted = cursor !== "auto" && cursor !== "default";
    this.canvas.style.cursor = this.#wanted ? cursor : "";
  }

  /** @param {ArrayBuffer} data */
  #onBinary(data) {
    const head = new Uint8Array(data, 0, Math.min(TAG_BYTES, data.byteLength));
    if (head.length < TAG_BYTES || TAG.some((byte, at) => head[at] !== byte)) return;
    this.#drawing = this.#drawing.then(() => this.#draw(new Uint8Array(data, TAG_BYTES)));
  }

  /** @param {Uint8Array<ArrayBuffer>} jpeg */
  async #draw(jpeg) {
    const picture = await createImageBitmap(new Blob([jpeg], { type: "image/jpeg" })).catch(() => null);
    this.link.tell("cast-seen");
    if (!picture) return;
    const { canvas } = this;
    if (canvas.width !== picture.width || canvas.height !== picture.height) {
      [canvas.width, canvas.height] = [picture.width, picture.height];
    }
    canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, 0);
    picture.close();
    if (this.#seen) return;
    this.#seen = true;
    this.dispatchEvent(new Event("picture"));
  }

  /** @param {PointerEvent} event */
  #onPointer(event) {
    if (this.#wanted) event.stopPropagation();
    const far = Math.hypot(event.clientX - this.#pressedAt.x, event.clientY - this.#pressedAt.y) > DRAG_PX;
    if (event.buttons && event.type === "pointermove" && far) this.#dragged = true;
    if (event.type === "pointerdown") {
      this.#pressedAt = { x: event.clientX, y: event.clientY };
      this.#dragged = false;
      this.canvas.focus({ preventScroll: true });
      this.canvas.setPointerCapture(event.pointerId);
    }
    const message = mouseMessage(event, this.#place(event));
    if (message.type !== "move") {
      this.#giveMove();
      this.#give(message);
      return;
    }
    if (!this.#move) requestAnimationFrame(() => this.#giveMove());
    this.#move = message;
  }

  #giveMove() {
    if (this.#move) this.#give(this.#move);
    this.#move = null;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const message = this.#keys ? keyMessage(event) : null;
    if (!message) return;
    event.stopPropagation();
    event.preventDefault();
    this.#give(message);
  }

  /** @param {Record<string, unknown>} message */
  #give(message) {
    if (!this.#listening.signal.aborted) this.link.tell("cast-input", message);
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const pane = this.canvas.getBoundingClientRect();
    return placeIn({ x: event.clientX - pane.left, y: event.clientY - pane.top }, pane, this.canvas);
  }
}
