/** Says for screen readers what has changed, but not everything and not at once. */

import { make } from "./transport-dom.js";

const CALM_MS = 700;

export class Voice {
  #timer = 0;
  #last = "";

  constructor() {
    this.root = make("div", { class: "unseen", role: "status", "aria-live": "polite" });
  }

  /** @param {string} text said when nothing newer comes for a moment */
  say(text) {
    if (text === this.#last) return;
    this.#last = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => { this.root.textContent = text; }, CALM_MS);
  }
}
