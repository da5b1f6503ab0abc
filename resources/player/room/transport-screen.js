/** Full screen, where the bar goes away when nothing moves; and clicks on the picture. */

const IDLE_MS = 2_500;
const CONTROLS = "button, input, select, a, [role='slider'], [role='separator']";

/** Event `change`: full screen came or went. */
export class Screen extends EventTarget {
  #timer = 0;

  /**
   * @param {HTMLElement} picture
   * @param {() => boolean} isPaused
   * @param {() => unknown} onClick
   */
  constructor(picture, isPaused, onClick) {
    super();
    this.page = document.body;
    this.isPaused = isPaused;
    picture.addEventListener("click", (event) => { if (isPicture(event)) onClick(); });
    picture.addEventListener("dblclick", (event) => { if (isPicture(event)) this.toggle(); });
    document.addEventListener("fullscreenchange", () => this.#onChange());
    for (const name of ["pointermove", "pointerdown", "keydown", "focusin"]) document.addEventListener(name, () => this.wake());
  }

  get isFull() {
    return document.fullscreenElement === this.page;
  }

  /** Go to full screen, or leave it; where it is not allowed, nothing happens. */
  toggle() {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    else void this.page.requestFullscreen?.().catch(() => undefined);
  }

  /** Something moved: show bar and pointer for a while. */
  wake() {
    clearTimeout(this.#timer);
    this.page.classList.remove("idle");
    if (this.isFull) this.#timer = window.setTimeout(() => this.#sleep(), IDLE_MS);
  }

  #sleep() {
    const focused = document.activeElement?.matches("#transport :focus-visible");
    if (this.isFull && !this.isPaused() && !focused) this.page.classList.add("idle");
    else this.wake();
  }

  #onChange() {
    this.page.classList.toggle("full", this.isFull);
    this.wake();
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {Event} event @returns {boolean} not a control that lies over the picture */
function isPicture(event) {
  return event.target instanceof Element && !event.defaultPrevented && !event.target.closest(CONTROLS);
}
