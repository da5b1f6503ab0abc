/** Source and result in one pane, in step, and how much they differ in figures. */

import { CompareMeasure } from "./compare-measure.js";
import { button, choice, field, make } from "./inspector-dom.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

const MODES = ["off", "side", "wipe"];
const READ_MS = 300;

export class ComparePanel {
  /** @type {AbortController | null} */
  #listening = null;
  #readAt = 0;
  #busy = false;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    root.classList.add("compare-panel");
    this.measure = new CompareMeasure(room);
    this.#build();
    room.addEventListener("port", () => this.#attach());
    room.addEventListener("facts", () => this.#show(true));
    if (room.port) this.#attach();
    this.#show(true);
  }

  /** @param {boolean} is */
  shown(is) {
    if (is) this.#show(true);
  }

  #build() {
    const { say } = this.room;
    this.modes = MODES.map((mode) => {
      const push = button(say(`compare_mode_${mode}`), () => void this.#ask({ mode }));
      push.dataset.mode = mode;
      return push;
    });
    const group = make("div", "compare-modes", this.modes);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("compare_title"));
    this.problem = make("p", "compare-problem danger");
    this.problem.setAttribute("role", "alert");
    this.root.replaceChildren(make("h2", "", say("compare_title")), group, this.problem, this.#tools(), this.measure.root);
  }

  #tools() {
    const { say } = this.room;
    this.wipe = make("input");
    Object.assign(this.wipe, { type: "range", min: "0", max: "100", step: "1" });
    this.wipe.addEventListener("input", () => void this.#ask({ wipe: Number(this.wipe.value) / 100 }));
    this.wipe.addEventListener("keydown", (event) => this.#onWipeKey(event));
    this.wipeRow = make("label", "compare-row", [make("span", "", say("compare_wipe")), this.wipe]);
    this.sound = choice(say("compare_sound"), [["first", say("compare_result")], ["second", say("compare_source")]]);
    this.sound.addEventListener("change", () => void this.#ask({ sound: this.sound.value }));
    this.shift = field(say("compare_shift"), "0");
    Object.assign(this.shift, { type: "number", step: "1", inputMode: "numeric" });
    this.shift.addEventListener("change", () => void this.#ask({ shift: Math.round(Number(this.shift.value) || 0) }));
    this.step = make("output", "compare-step");
    this.notes = make("ul", "compare-notes quiet");
    this.tools = make("div", "compare-tools", [
      this.wipeRow,
      make("div", "compare-row", [make("span", "", say("compare_step")), this.step]),
      make("label", "compare-row", [make("span", "", say("compare_sound")), this.sound]),
      make("label", "compare-row", [make("span", "", say("compare_shift")), this.shift]),
      button(say("compare_swap"), () => void this.#perform("swap", {})),
      this.notes,
    ]);
    return this.tools;
  }

  /** @param {KeyboardEvent} event */
  #onWipeKey(event) {
    const step = { ArrowLeft: -10, ArrowDown: -10, ArrowRight: 10, ArrowUp: 10 }[event.key];
    if (!step || !event.shiftKey) return;
    event.preventDefault();
    this.wipe.value = String(Number(this.wipe.value) + step);
    void this.#ask({ wipe: Number(this.wipe.value) / 100 });
  }

  #attach() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    this.room.port?.events.addEventListener("state", () => this.#show(), { signal: this.#listening.signal });
    this.#show(true);
  }

  /** @param {Record<string, unknown>} args of the operation `compare` */
  async #ask(args) {
    const { say, state } = this.room;
    const first = state.way === "proxy" ? "compare_tag_result_converted" : "compare_result";
    this.#busy = args.mode !== undefined && args.mode !== "off";
    this.#show(true);
    await this.#perform("compare", {
      ...args, labels: { first: say(first), second: say("compare_tag_source"), wipe: say("compare_wipe") },
    });
    this.#busy = false;
    this.#show(true);
  }

  /** @param {string} operation @param {Record<string, unknown>} args */
  async #perform(operation, args) {
    try {
      await this.room.port?.perform(operation, args);
      this.problem.textContent = "";
    } catch (error) {
      const { why = "", message = "" } = /** @type {any} */ (error);
      this.problem.textContent = [why ? this.room.say(why) : this.room.say("compare_failed"), message].join(" ");
    }
  }

  /** @param {boolean} [all] also what changes seldom */
  #show(all = false) {
    const now = performance.now();
    if (!all && now - this.#readAt < READ_MS) return;
    this.#readAt = now;
    const { state, facts, say } = this.room;
    const can = Boolean(facts.features?.compare);
    for (const push of this.modes) {
      push.setAttribute("aria-pressed", String(push.dataset.mode === state.compare));
      push.disabled = !can;
    }
    if (!can) this.problem.textContent = say("compare_no_source");
    this.tools.hidden = state.compare === "off" || !state.in_step;
    this.wipeRow.hidden = state.compare !== "wipe";
    this.#showStep(state);
    if (all) this.measure.show();
  }

  /** @param {import("./port.js").StageState} state */
  #showStep({ in_step }) {
    const { say } = this.room;
    if (!in_step) return;
    if (document.activeElement !== this.wipe) this.wipe.value = String(Math.round(in_step.wipe * 100));
    if (document.activeElement !== this.shift) this.shift.value = String(in_step.shift);
    this.sound.value = in_step.sound;
    const { frames } = in_step;
    this.step.textContent = in_step.waiting || this.#busy ? say("compare_waits")
      : frames === null ? "…" : frames === 0 ? say("compare_exact") : say("compare_off_by", { frames: frames > 0 ? `+${frames}` : String(frames) });
    const notes = this.#notes(in_step);
    if (this.notes.dataset.text === notes.join("\n")) return;
    this.notes.dataset.text = notes.join("\n");
    this.notes.replaceChildren(...notes.map((note) => make("li", "", note)));
  }

  /** @param {import("./port.js").InStep} in_step @returns {string[]} */
  #notes({ duration_s, frame_s, width, height, error }) {
    const { facts, say } = this.room;
    const notes = [say("compare_note_converted")];
    if (error) notes.push(say("compare_note_error", { detail: error.detail }));
    const { frame_rate, picture } = facts;
    const own_s = frame_rate ? frame_rate.den / frame_rate.num : null;
    if (own_s && frame_s && Math.abs(frame_s / own_s - 1) > 0.02) {
      notes.push(say("compare_note_rate", { result: round(1 / own_s), source: round(1 / frame_s) }));
    }
    const long_s = facts.source?.duration_s ?? duration_s;
    if (long_s !== null && Math.abs(long_s - facts.duration_s) > 0.2) {
      notes.push(say("compare_note_length", { result: facts.duration_s.toFixed(1), source: long_s.toFixed(1) }));
    }
    const aspect = picture ? picture.shown_width / picture.shown_height : 0;
    if (aspect && width && height && Math.abs(width / height / aspect - 1) > 0.02) notes.push(say("compare_note_shape"));
    return notes;
  }
}

/** @param {number} value */
function round(value) {
  return String(Math.round(value * 100) / 100);
}
