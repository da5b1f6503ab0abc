/** The form of the delivery simulator: what is asked of the server. */

import { button, choice, field, make } from "./inspector-dom.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {Record<string, any>} Conditions as `conditions.py` reads them */

/**
 * Down rate in kbit/s and round trip in ms.
 * Source: WebPageTest's connectivity profiles.
 * @type {Record<string, [number | null, number]>}
 */
export const LINES = {
  free: [null, 0], "2g": [280, 800], "3g": [1_600, 300], dsl: [1_500, 50], cable: [5_000, 28], "4g": [9_000, 170],
};
const WAIT_MS = 250;
const [LEAST_KBIT_S, MOST_KBIT_S] = [50, 50_000];
/** Faults whose effect has to be explained. */
const NOTED = ["type", "mime", "ranges"];
const STATUSES = ["404", "403", "410", "429", "500", "503"];

export class DeliveryForm {
  #timer = 0;
  #quiet = false;
  /** @type {Map<string, {on: HTMLInputElement, fields: Record<string, HTMLInputElement | HTMLSelectElement>}>} */
  #faults = new Map();

  /**
   * @param {RoomContext} room
   * @param {(conditions: Conditions) => void} onChange a moment after the last change
   */
  constructor(room, onChange) {
    this.room = room;
    this.say = room.say;
    this.onChange = onChange;
    this.root = make("form", "delivery-form");
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.root.append(this.#line(), this.#faultList());
    this.root.addEventListener("input", () => this.#changed());
  }

  /** @returns {Conditions} */
  get conditions() {
    const kbit_s = Number(this.rate.value);
    return {
      kbit_s: this.rate.value && kbit_s >= 8 ? Math.round(kbit_s) : null,
      latency_ms: whole(this.latency), jitter_ms: whole(this.jitter),
      refusal: this.#fault("refusal", ({ segment, status, times }) => (
        { segment, status: Number(status), times: times === "always" ? null : Number(times) })),
      cut: this.#fault("cut", ({ segment, percent, times }) => (
        { segment, percent: Math.min(100, Math.max(0, Number(percent) || 0)), times: times === "always" ? null : Number(times) })),
      late: this.#fault("late", ({ segment, seconds, every }) => (
        { segment, ms: Math.round(Math.max(0, Number(seconds) || 0) * 1000), every: Math.max(1, Math.round(Number(every) || 1)) })),
      content_type: this.#fault("type", ({ type }) => type) ?? "",
      mime: this.#fault("mime", ({ mime }) => mime) ?? "",
      ranges: this.#fault("ranges", ({ ranges }) => ranges) ?? "heeded",
    };
  }

  /** Show what is in force, unless someone is just at it. @param {Conditions} conditions */
  show(conditions) {
    if (this.#timer) return;
    this.#quiet = true;
    this.rate.value = conditions.kbit_s ?? "";
    this.latency.value = conditions.latency_ms;
    this.jitter.value = conditions.jitter_ms;
    this.#set("refusal", conditions.refusal, ({ segment, status, times }) => ({ segment, status, times: times ?? "always" }));
    this.#set("cut", conditions.cut, ({ segment, percent, times }) => ({ segment, percent, times: times ?? "always" }));
    this.#set("late", conditions.late, ({ segment, ms, every }) => ({ segment, seconds: ms / 1000, every }));
    this.#set("type", conditions.content_type, (type) => ({ type }));
    this.#set("mime", conditions.mime, (mime) => ({ mime }));
    this.#set("ranges", conditions.ranges === "heeded" ? null : conditions.ranges, (ranges) => ({ ranges }));
    this.#quiet = false;
    this.#showLine();
  }

  /** Have faults that are not in force aim at this segment. @param {number | "init"} segment */
  aim(segment) {
    for (const { on, fields } of this.#faults.values()) {
      if (!on.checked && fields.segment) fields.segment.value = String(segment);
    }
  }

  #line() {
    const { say } = this;
    this.lines = make("div", "delivery-lines");
    this.lines.setAttribute("role", "group");
    this.lines.setAttribute("aria-label", say("delivery_line"));
    for (const name of Object.keys(LINES)) {
      const push = button(say(`delivery_line_${name}`), () => this.#useLine(name));
      push.dataset.line = name;
      this.lines.append(push);
    }
    this.rate = number(say("delivery_rate"), "", 0, 10_000_000);
    this.rate.placeholder = "∞";
    this.slider = make("input");
    Object.assign(this.slider, { type: "range", min: "0", max: "1", step: "0.005" });
    this.slider.setAttribute("aria-label", say("delivery_rate"));
    this.slider.addEventListener("input", () => {
      const share = Number(this.slider.value);
      this.rate.value = share >= 1 ? "" : String(rounded(LEAST_KBIT_S * (MOST_KBIT_S / LEAST_KBIT_S) ** share));
    });
    this.latency = number(say("delivery_latency"), "0", 0, 120_000);
    this.jitter = number(say("delivery_jitter"), "0", 0, 120_000);
    const grid = make("div", "delivery-grid", [
      labelled(say("delivery_rate"), this.rate, say("delivery_unit_kbit")), this.slider,
      labelled(say("delivery_latency"), this.latency, say("delivery_unit_ms")), labelled(say("delivery_jitter"), this.jitter, say("delivery_unit_ms")),
    ]);
    return make("fieldset", "delivery-part", [make("legend", "", say("delivery_line")), this.lines, grid]);
  }

  #faultList() {
    const { say } = this;
    const times = () => choice(say("delivery_times"), [["always", say("delivery_always")], ["1", say("delivery_once")], ["3", say("delivery_thrice")]]);
    const types = /** @type {[string, string][]} */ ([["text/plain", "text/plain"], ["text/html", "text/html"], ["application/octet-stream", "application/octet-stream"]]);
    const ranges = /** @type {[string, string][]} */ ([["ignored", say("delivery_ranges_ignored")], ["refused", say("delivery_ranges_refused")]]);
    const mime = field(say("delivery_mime"), "");
    mime.value = this.#otherMime();
    mime.maxLength = 200;
    return make("fieldset", "delivery-part", [
      make("legend", "", say("delivery_faults")),
      this.#row("refusal", { segment: this.#segments(), status: choice(say("delivery_status"), STATUSES.map((s) => [s, s])), times: times() }),
      this.#row("cut", { segment: this.#segments(), percent: number(say("delivery_percent"), "50", 0, 100), times: times() }, { percent: "%" }),
      this.#row("late", { segment: this.#segments(), seconds: number(say("delivery_seconds"), "5", 0, 120), every: number(say("delivery_every"), "1", 1, 1000) }, { seconds: say("delivery_unit_s"), every: say("delivery_every_unit") }),
      this.#row("type", { type: choice(say("delivery_type"), types) }),
      this.#row("mime", { mime }),
      this.#row("ranges", { ranges: choice(say("delivery_ranges_name"), ranges) }),
    ]);
  }

  /**
   * @param {string} name
   * @param {Record<string, HTMLInputElement | HTMLSelectElement>} fields
   * @param {Record<string, string>} [units]
   */
  #row(name, fields, units = {}) {
    const on = make("input");
    on.type = "checkbox";
    const words = make("label", "delivery-switch", [on, make("span", "", this.say(`delivery_fault_${name}`))]);
    const inner = make("div", "delivery-fields", Object.entries(fields).flatMap(([key, element]) => (
      units[key] ? [make("span", "delivery-unit", key === "every" ? [units[key], element] : [element, units[key]])] : [element])));
    this.#faults.set(name, { on, fields });
    const parts = [words, inner];
    if (NOTED.includes(name)) parts.push(/** @type {any} */ (make("p", "delivery-note quiet", this.say(`delivery_note_${name}`))));
    const row = make("div", "delivery-fault", parts);
    const dim = () => row.classList.toggle("on", on.checked);
    on.addEventListener("change", dim);
    inner.addEventListener("input", () => { on.checked = true; dim(); });
    return row;
  }

  #segments() {
    const { segments } = this.room.facts;
    const list = (segments ?? []).map((_, n) => /** @type {[string, string]} */ ([String(n), this.say("delivery_segment", { n })]));
    const made = choice(this.say("delivery_which"), [...list, ["init", this.say("delivery_init")], ["all", this.say("delivery_all")]]);
    const { selected } = this.room;
    made.value = String(selected ?? Math.min(2, Math.max(0, list.length - 1)));
    return made;
  }

  /** A type that this file is not. */
  #otherMime() {
    return this.room.facts.family === "webm" ? 'video/mp4; codecs="avc1.4d401f"' : 'video/webm; codecs="vp8"';
  }

  /** @param {string} name */
  #useLine(name) {
    const [kbit_s, ms] = LINES[name];
    this.rate.value = String(kbit_s ?? "");
    this.latency.value = String(ms);
    this.jitter.value = "0";
    this.#changed(0);
  }

  #showLine() {
    const [kbit_s, ms] = [Number(this.rate.value) || null, whole(this.latency)];
    for (const push of /** @type {NodeListOf<HTMLElement>} */ (this.lines.querySelectorAll("[data-line]"))) {
      const [rate, wait] = LINES[String(push.dataset.line)];
      push.setAttribute("aria-pressed", String(rate === kbit_s && wait === ms && !whole(this.jitter)));
    }
    if (document.activeElement === this.slider) return;
    const share = Math.log((kbit_s ?? MOST_KBIT_S) / LEAST_KBIT_S) / Math.log(MOST_KBIT_S / LEAST_KBIT_S);
    this.slider.value = String(Math.min(1, Math.max(0, share)));
  }

  #changed(wait = WAIT_MS) {
    if (this.#quiet) return;
    this.#showLine();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.onChange(this.conditions);
    }, wait);
  }

  /**
   * @param {string} name
   * @param {(values: Record<string, any>) => any} read
   */
  #fault(name, read) {
    const fault = this.#faults.get(name);
    if (!fault?.on.checked) return null;
    const values = Object.fromEntries(Object.entries(fault.fields).map(([key, { value }]) => (
      [key, key === "segment" && /^\d+$/.test(value) ? Number(value) : value])));
    return read(values);
  }

  /**
   * @param {string} name
   * @param {any} told in force; falsy for not
   * @param {(told: any) => Record<string, any>} read
   */
  #set(name, told, read) {
    const fault = this.#faults.get(name);
    if (!fault) return;
    fault.on.checked = Boolean(told);
    fault.on.dispatchEvent(new Event("change"));
    if (!told) return;
    for (const [key, value] of Object.entries(read(told))) {
      const element = fault.fields[key];
      if (element instanceof HTMLSelectElement && ![...element.options].some((option) => option.value === String(value))) {
        element.append(new Option(String(value), String(value)));
      }
      element.value = String(value);
    }
  }
}

/** @param {HTMLInputElement} input @returns {number} */
function whole({ value }) {
  return Math.min(120_000, Math.max(0, Math.round(Number(value) || 0)));
}

/** @param {number} value @returns {number} with two figures that count */
function rounded(value) {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}

/** @param {string} name @param {string} value @param {number} min @param {number} max */
function number(name, value, min, max) {
  const made = field(name, value);
  Object.assign(made, { type: "number", min: String(min), max: String(max), step: "any", inputMode: "numeric" });
  return made;
}

/** @param {string} words @param {HTMLElement} input @param {string} unit */
function labelled(words, input, unit) {
  return make("label", "delivery-label", [make("span", "", words), make("span", "delivery-unit", [input, unit])]);
}
