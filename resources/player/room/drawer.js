/** The drawer with its panels: at the right of a wide page, a sheet over a narrow one. */

import { grip } from "./drawer-grip.js";
import { icon } from "./transport-icons.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {{shown?: (is: boolean) => void}} Panel hears when it is chosen and when it is not */
/** @typedef {new (root: HTMLElement, room: RoomContext) => Panel} PanelClass */

const WIDE = "(min-width: 900px)";
const OPEN_FROM_PX = 1_100;
const SHEET = "(max-width: 599px)";

export class Drawer extends EventTarget {
  /** @type {Map<string, {tab: HTMLButtonElement, root: HTMLElement, panel: Panel}>} */
  #panels = new Map();
  #chosen = "";

  /**
   * Events: `change` (opened, closed or another panel).
   *
   * @param {HTMLElement} root
   * @param {RoomContext} room its event `open-panel` (detail: the name) opens one
   * @param {Record<string, PanelClass>} panels in the order of their tabs
   */
  constructor(root, room, panels) {
    super();
    this.root = root;
    this.say = room.say;
    root.setAttribute("aria-label", room.say("drawer"));
    this.tabs = element("div", "drawer-tabs", { role: "tablist", "aria-label": room.say("drawer") });
    this.body = element("div", "drawer-body");
    const head = element("div", "drawer-head");
    head.append(this.tabs, this.#closer());
    this.grip = this.#grip();
    root.append(this.grip, head, this.body);
    for (const [name, Class] of Object.entries(panels)) this.#add(name, Class, room);
    this.tabs.addEventListener("keydown", (event) => this.#onTabKey(event));
    room.addEventListener("open-panel", (event) => this.open(/** @type {CustomEvent} */ (event).detail));
    root.addEventListener("keydown", (event) => this.#onKey(event));
    this.#choose(Object.keys(panels)[0]);
    if (innerWidth >= OPEN_FROM_PX) this.open();
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** @param {string} [name] of a panel; without one, the one that was chosen last */
  open(name = this.#chosen) {
    this.root.hidden = false;
    this.#choose(name);
    this.#tellSize();
  }

  close() {
    this.root.hidden = true;
    this.#panels.get(this.#chosen)?.panel.shown?.(false);
    this.dispatchEvent(new Event("change"));
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  /**
   * @param {string} name
   * @param {PanelClass} Class
   * @param {RoomContext} room
   */
  #add(name, Class, room) {
    const tab = /** @type {HTMLButtonElement} */ (element("button", "", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`,
    }));
    tab.textContent = this.say(`drawer_${name}`);
    tab.addEventListener("click", () => this.open(name));
    this.tabs.append(tab);
    const root = element("section", "", { id: `panel-${name}`, role: "tabpanel", "aria-labelledby": tab.id, tabindex: "0" });
    root.hidden = true;
    this.body.append(root);
    this.#panels.set(name, { tab, root, panel: new Class(root, room) });
  }

  /** @param {string} name */
  #choose(name) {
    if (!this.#panels.has(name)) return;
    this.#chosen = name;
    for (const [each, { tab, root, panel }] of this.#panels) {
      const is = each === name;
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      root.hidden = !is;
      panel.shown?.(is && this.isOpen);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** @param {KeyboardEvent} event */
  #onTabKey(event) {
    const names = [...this.#panels.keys()];
    const here = names.indexOf(this.#chosen);
    /** @type {Record<string, number>} */
    const places = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: names.length - 1 };
    if (!(event.key in places)) return;
    event.preventDefault();
    const name = names[(places[event.key] + names.length) % names.length];
    this.open(name);
    this.#panels.get(name)?.tab.focus();
  }

  /** @param {KeyboardEvent} event Escape closes a sheet: it covers the picture */
  #onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented || matchMedia(WIDE).matches) return;
    event.preventDefault();
    this.close();
  }

  #closer() {
    const button = element("button", "", { type: "button", "aria-label": this.say("drawer_close"), title: this.say("drawer_close") });
    button.append(icon("close"));
    button.addEventListener("click", () => this.close());
    return button;
  }

  #tellSize() {
    const { width, height } = this.root.getBoundingClientRect();
    const part = isSheet() ? height / innerHeight : width / innerWidth;
    this.grip.setAttribute("aria-valuenow", String(Math.round(part * 100)));
    this.grip.setAttribute("aria-orientation", isSheet() ? "horizontal" : "vertical");
  }

  #grip() {
    const hint = this.say("drawer_size");
    return grip("drawer-grip", hint, (event) => this.#resize(isSheet() ? innerHeight - event.clientY : innerWidth - event.clientX), (step) => {
      const { width, height } = this.root.getBoundingClientRect();
      this.#resize((isSheet() ? height : width) + step);
    });
  }

  /** @param {number} size in CSS pixels; kept in its limits by the style sheet */
  #resize(size) {
    this.root.style.setProperty(isSheet() ? "--sheet-size" : "--drawer-size", `${Math.round(size)}px`);
    this.#tellSize();
    this.dispatchEvent(new Event("change"));
  }
}

/** @returns {boolean} whether it comes from below */
function isSheet() {
  return matchMedia(SHEET).matches;
}

/**
 * @param {string} tag
 * @param {string} name of the class
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement}
 */
function element(tag, name, attributes = {}) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
