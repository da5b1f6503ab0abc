/** Buttons of the axis, and what part of the time is seen. */

import { iconButton, make } from "./make.js";
import { secondsText } from "./ticks.js";

/**
 * @typedef {object} Acts
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 * @property {() => void} toMarks
 * @property {() => void} units
 * @property {() => void} more
 */

export class Tools {
  /**
   * @param {import("./scene.js").Scene} scene
   * @param {Acts} acts
   */
  constructor(scene, acts) {
    this.scene = scene;
    const { say } = scene;
    this.out = iconButton(say("axisOut"), "M5 10h10", () => acts.zoom(1 / 2));
    this.in = iconButton(say("axisIn"), "M5 10h10M10 5v10", () => acts.zoom(2));
    this.fit = iconButton(say("axisFit"), "M3 4v12M17 4v12M6 10h8M8.5 7.5L6 10l2.5 2.5M11.5 7.5L14 10l-2.5 2.5", acts.fit);
    this.marks = iconButton(say("axisToMarks"), "M7 4H4v12h3M13 4h3v12h-3M7 10h6", acts.toMarks);
    this.more = iconButton(say("axisMore"), "M4 6h12M4 10h12M4 14h12", acts.more);
    this.more.classList.add("axis-more");
    this.units = make("button", "text axis-units", { type: "button" });
    this.units.addEventListener("click", acts.units);
    this.root = make("div", "axis-tools", { role: "toolbar", "aria-label": say("axisTools") });
    this.root.append(this.out, this.in, this.fit, this.marks, this.more);
  }

  /** @param {boolean} hasAll whether every lane is open on a narrow page */
  show(hasAll) {
    const { view, room, inFrames, say } = this.scene;
    this.out.disabled = view.isFitted;
    this.fit.disabled = view.isFitted;
    this.in.disabled = view.span_s <= view.least_s * 1.001;
    this.marks.disabled = room.marks[0] === null || room.marks[1] === null;
    this.more.setAttribute("aria-pressed", String(hasAll));
    const label = say(inFrames ? "axisInFrames" : "axisInSeconds");
    this.units.textContent = inFrames ? "00:00:00:00" : secondsText(0, 0.1);
    this.units.title = label;
    this.units.setAttribute("aria-label", label);
    this.units.disabled = !this.scene.facts.frame_rate;
  }
}
