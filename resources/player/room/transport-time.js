/** The time: shown as timecode or seconds, and typed to go there. */

import { frameAt, parseTime, secondsText, timecode } from "./timecode.js";
import { describe, make } from "./transport-dom.js";

/** @typedef {import("./transport-acts.js").Acts} Acts */
/** @typedef {import("./words.js").Translate} Translate */

export class TimeDisplay {
  #asSeconds = false;
  #shown = "";
  /** What had the focus before a time was typed. @type {HTMLElement | null} */
  #before = null;

  /**
   * @param {Acts} acts
   * @param {Translate} say
   */
  constructor(acts, say) {
    this.acts = acts;
    this.say = say;
    this.now = make("button", { type: "button", class: "now" });
    this.whole = make("button", { type: "button", class: "whole" });
    this.field = /** @type {HTMLInputElement} */ (make("input", { type: "text", class: "goto", autocomplete: "off", spellcheck: "false", inputmode: "text", "aria-label": say("t_goto") }));
    this.field.title = say("t_goto_hint");
    this.field.hidden = true;
    this.root = make("div", { class: "time" }, this.now, this.field, this.whole);
    this.now.addEventListener("click", () => this.edit());
    this.whole.addEventListener("click", () => this.swap());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => this.field.removeAttribute("aria-invalid"));
    this.field.addEventListener("blur", () => this.#close());
    if (!acts.room.facts.frame_rate) this.#asSeconds = true;
  }

  /** Show another time, if it is another. */
  refresh() {
    const text = this.textOf(this.acts.now_s);
    const whole = this.#asSeconds ? secondsText(this.acts.duration_s) : timecode(this.#frames(this.acts.grid.start(this.acts.grid.count)), this.acts.grid.rate);
    if (this.#shown === text + whole) return;
    this.#shown = text + whole;
    this.now.textContent = text;
    this.whole.textContent = `/ ${whole}${this.#asSeconds ? " s" : ""}`;
    describe(this.now, this.say("t_now", { time: text }), `${this.say("t_goto")} (G)`);
    describe(this.whole, this.say(this.#asSeconds ? "t_as_timecode" : "t_as_seconds"), `${this.say(this.#asSeconds ? "t_as_timecode" : "t_as_seconds")} (T)`);
  }

  /** @param {number} time_s @returns {string} */
  textOf(time_s) {
    return this.#asSeconds ? secondsText(time_s) : timecode(this.#frames(time_s), this.acts.grid.rate);
  }

  /** @param {number} time_s @returns {number} timecode counts time, also where frames come unevenly */
  #frames(time_s) {
    const { rate, first_s } = this.acts.grid;
    return frameAt(time_s, rate, first_s);
  }

  swap() {
    this.#asSeconds = !this.#asSeconds;
    this.refresh();
  }

  /** Let a time be typed. */
  edit() {
    if (!this.field.hidden) return;
    this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.field.value = this.now.textContent ?? "";
    this.now.hidden = true;
    this.field.hidden = false;
    this.field.focus();
    this.field.select();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape") this.#close();
    if (event.key !== "Enter") return;
    event.preventDefault();
    const { grid, now_s } = this.acts;
    const time_s = parseTime(this.field.value, { rate: grid.rate, first_s: grid.first_s, now_s, asSeconds: this.#asSeconds });
    if (time_s === null) {
      this.field.setAttribute("aria-invalid", "true");
      this.field.select();
      return;
    }
    this.#close();
    void this.acts.seek(time_s);
  }

  #close() {
    if (this.field.hidden) return;
    const hadFocus = document.activeElement === this.field;
    this.field.removeAttribute("aria-invalid");
    this.field.hidden = true;
    this.now.hidden = false;
    if (hadFocus) this.#before?.focus();
  }
}
