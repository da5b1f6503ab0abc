/** The line at the top: what is played, how it is doing, who else watches. */

import { describe, iconButton, make } from "../room/transport-dom.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../room/words.js").Translate} Translate */

const SVG = "http://www.w3.org/2000/svg";
const EYE = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6";

export class Head {
  /**
   * @param {HTMLElement} root
   * @param {Session} session
   * @param {Translate} say
   * @param {{title: string, onDetails: () => void}} page
   */
  constructor(root, session, say, page) {
    this.root = root;
    this.session = session;
    this.say = say;
    this.line = make("strong", { class: "way-line" });
    this.why = make("span", { class: "way-why" });
    this.count = make("span");
    this.viewers = make("span", { class: "viewers" }, eye(), this.count);
    this.quality = /** @type {HTMLSelectElement} */ (make("select", { "aria-label": say("quality"), title: say("quality") }));
    this.quality.hidden = true;
    this.quality.addEventListener("change", () => this.#choose());
    this.details = iconButton("panels", say("details"), `${say("details")} (D)`, page.onDetails);
    const words = make("p", { class: "way-words", role: "status", "aria-live": "polite" }, this.line, this.why);
    root.append(make("h1", { class: "name", title: page.title }, page.title), words, make("div", { class: "way-tools" }, this.viewers, this.quality, this.details));
    session.addEventListener("opened", () => this.#fill());
  }

  /** @param {boolean} on */
  showDetails(on) {
    this.details.setAttribute("aria-pressed", String(on));
  }

  /** Show how it is now. */
  refresh() {
    const { session, say } = this;
    const { state, status } = session;
    this.root.dataset.state = state;
    setText(this.line, this.#stateText(state));
    setText(this.why, this.#noteText(state));
    const count = status ? new Set(status.viewers.map(({ viewer }) => viewer)).size : 0;
    this.viewers.hidden = count === 0;
    setText(this.count, String(count));
    describe(this.viewers, say(count === 1 ? "viewers_one" : "viewers", { count }));
    this.viewers.setAttribute("role", "img");
    this.#nameAutomatic();
  }

  /** @param {string} state */
  #stateText(state) {
    if (state === "ENDED" && !this.session.isLive) return this.say("s_end");
    return this.session.error ? this.session.trouble?.what ?? "" : this.say(`s_${state}`);
  }

  /** @param {string} state */
  #noteText(state) {
    const { note, lost } = this.session;
    if (lost && state !== "RECONNECTING") return this.say("lost");
    return note ? this.say(note.key, note.values) : "";
  }

  #fill() {
    const rungs = this.session.player?.rungs ?? [];
    this.quality.hidden = rungs.length < 2;
    const options = rungs.map((rung, n) => new Option(rung.name || `${n + 1}`, String(n)));
    this.quality.replaceChildren(new Option(this.say("automatic"), "-1"), ...options);
  }

  #nameAutomatic() {
    const first = this.quality.options[0];
    const name = this.session.player?.rung?.name;
    if (!first || this.quality.hidden) return;
    const text = name && this.quality.value === "-1" ? this.say("automatic_now", { name }) : this.say("automatic");
    if (first.text !== text) first.text = text;
  }

  #choose() {
    const { player } = this.session;
    player?.wish(/** @type {any} */ (player.rungs[Number(this.quality.value)] ?? null));
  }
}

/** @param {HTMLElement} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function eye() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", EYE);
  svg.append(line);
  return svg;
}
