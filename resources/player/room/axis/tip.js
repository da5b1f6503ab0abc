/** What the pointer is over, in words beside it. */

import { make } from "./make.js";

const AWAY_PX = 14;

export class Tip {
  constructor() {
    this.root = make("div", "axis-tip", { "aria-hidden": "true" });
    this.root.hidden = true;
  }

  /**
   * @param {string[]} lines the first is the title
   * @param {number} x within the window
   * @param {number} top of the axis within the window
   */
  show(lines, x, top) {
    this.root.replaceChildren(...lines.map((line, i) => make(i ? "p" : "b", "", {}, line)));
    this.root.hidden = false;
    const { width, height } = this.root.getBoundingClientRect();
    const left = x + AWAY_PX + width > innerWidth ? x - AWAY_PX - width : x + AWAY_PX;
    this.root.style.left = `${Math.max(4, left)}px`;
    this.root.style.top = `${Math.max(4, top - height - 6)}px`;
  }

  hide() {
    this.root.hidden = true;
  }
}
