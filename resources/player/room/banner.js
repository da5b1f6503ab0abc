/** The one line that says which picture is seen; with it, other ways to a picture. */

import { thisEngine } from "./engine-name.js";
import { lineWords, reasonWords } from "./ways-words.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./ways-rules.js").Way} Way */

export class Banner {
  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    this.line = element("strong", "way-line");
    this.why = element("span", "way-why");
    this.menu = document.createElement("select");
    this.menu.setAttribute("aria-label", room.say("banner_ways"));
    this.menu.addEventListener("change", () => void room.ways?.choose(/** @type {Way} */ (this.menu.value)));
    const words = element("p", "way-words");
    words.setAttribute("role", "status");
    words.append(this.line, this.why);
    const tools = element("div", "way-tools");
    tools.append(this.menu, ...this.#buttons());
    root.append(words, tools);
    room.addEventListener("way", () => this.#show());
    this.#show();
  }

  #buttons() {
    const { room } = this;
    const reload = button(room.say("banner_reload"), "M17 10a7 7 0 1 1-2.2-5.1M17 2.6v3.8h-3.8", () => location.reload());
    if (!room.facts.features?.browser) return [reload];
    const open = button(room.say("banner_open"), "M11 3h6v6M17 3l-8 8M14.5 12v4.5h-11v-11H8", () => void this.#open());
    return [open, reload];
  }

  async #open() {
    try {
      await this.room.link.ask("open-in-browser");
    } catch (error) {
      this.why.textContent = this.room.say("banner_open_failed");
      this.why.title = String(error);
    }
  }

  #show() {
    const { room } = this;
    this.root.hidden = !room.ways;
    if (!room.ways) return;
    const { status, choices, chances } = room.ways;
    this.root.dataset.way = status.way;
    this.line.textContent = lineWords(room, status);
    this.why.textContent = reasonWords(room, status);
    this.why.title = status.detail || this.why.textContent;
    const names = { local: thisEngine(), cast: chances.browsers[0] ?? "Chromium", proxy: "", none: "" };
    this.menu.replaceChildren(...choices.map(({ way, hindrance }) => {
      const option = new Option(room.say(`banner_way_${way}`, { engine: names[way] }), way);
      option.disabled = Boolean(hindrance);
      return option;
    }));
    this.menu.value = status.way;
    this.menu.hidden = choices.filter(({ hindrance }) => !hindrance).length < 2;
  }
}

/** @param {string} tag @param {string} name of its class */
function element(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

/**
 * @param {string} label
 * @param {string} path of its sign, in 20 by 20
 * @param {() => void} act
 */
function button(label, path, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sign.setAttribute("viewBox", "0 0 20 20");
  sign.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  line.setAttribute("class", "line");
  sign.append(line);
  made.append(sign);
  made.addEventListener("click", act);
  return made;
}
