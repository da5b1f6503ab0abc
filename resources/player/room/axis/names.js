/** The names of the lanes, at the left: each closes and opens its lane. */

import { LANES } from "./lanes.js";
import { icon, make } from "./make.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./stack.js").Placed} Placed */

export class Names {
  #shown = "";

  /**
   * @param {Scene} scene
   * @param {(id: string) => void} toggle
   */
  constructor(scene, toggle) {
    this.scene = scene;
    this.toggle = toggle;
    this.root = make("div", "axis-names", { role: "group", "aria-label": scene.say("axisLanes") });
  }

  /** @param {Placed[]} placed */
  show(placed) {
    const rows = placed.map(({ id }) => LANES.find((lane) => lane.id === id)?.rows?.(this.scene) ?? []);
    const shown = JSON.stringify([placed, rows]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const held = document.activeElement?.closest("[data-lane]")?.getAttribute("data-lane");
    this.root.replaceChildren(...placed.map((place, i) => this.#name(place, rows[i])));
    if (held) this.root.querySelector(`[data-lane="${held}"] button`)?.focus();
  }

  /** @param {Placed} place @param {string[]} rows */
  #name(place, rows) {
    const lane = /** @type {import("./lanes.js").Lane} */ (LANES.find(({ id }) => id === place.id));
    const title = this.scene.say(lane.name);
    const cell = make("div", lane.titled ? "axis-name titled" : "axis-name", { "data-lane": place.id });
    cell.style.height = `${place.height + 1}px`;
    const button = make("button", "", { type: "button", "aria-expanded": String(place.open), title });
    const chevron = icon("M7.5 5l5 5-5 5");
    chevron.classList.add("chevron");
    button.append(chevron, icon(lane.icon), make("span", "", {}, title));
    button.addEventListener("click", () => this.toggle(place.id));
    cell.append(button);
    if (place.open && rows.length) cell.append(this.#rows(rows));
    return cell;
  }

  /** @param {string[]} rows */
  #rows(rows) {
    const list = make("div", "axis-rows");
    for (const row of rows) list.append(make("span", "", { title: row }, row));
    return list;
  }
}
