/** One operation as a compact form: its name, its fields, a button, and how it went. */

import { button, make } from "./inspector-dom.js";
import { makeField } from "./inspector-fields.js";
import { FORMS } from "./inspector-forms.js";
import { seconds } from "./inspector-values.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./port.js").Range} Range */
/** @typedef {import("./inspector-fields.js").Field} Field */
/**
 * @typedef {object} About what a form belongs to
 * @property {Record<string, unknown>} args sent with every operation
 * @property {() => Range[]} buffered of the object, now
 * @property {() => [string, string][]} buffers number and title of each SourceBuffer
 * @property {EventTarget} opened tells `opened` when the forms come into sight
 * @property {AbortSignal} signal ends with the object
 */

/** Says how the last operation went: the exception's name, why in plain words, its message. */
export class Outcome {
  /** @param {RoomContext} room */
  constructor(room) {
    this.room = room;
    this.element = make("p", "outcome");
    this.element.setAttribute("role", "status");
    this.element.hidden = true;
  }

  /**
   * @param {() => Promise<any> | undefined} act
   * @returns {Promise<boolean>} whether it went well
   */
  async of(act) {
    const started = performance.now();
    this.#show("running", [this.room.say("inspector.running")]);
    let result;
    try {
      result = await act();
    } catch (error) {
      this.#show("refused", this.#reasons(error));
      return false;
    }
    const ms = Math.max(0, performance.now() - started).toFixed(0);
    const { say } = this.room;
    const isIgnored = Boolean(result?.ignored);
    if (isIgnored) this.#show("refused", [make("span", "why", say("inspector.ignored", { value: String(result.value) }))]);
    else if (typeof result === "boolean") this.#show("done", [make("code", "", String(result))]);
    else this.#show("done", [say("inspector.done", { ms })]);
    return !isIgnored;
  }

  clear() {
    this.element.hidden = true;
  }

  /**
   * @param {string} state
   * @param {(Node | string)[]} content
   */
  #show(state, content) {
    this.element.className = `outcome ${state}`;
    this.element.replaceChildren(...content);
    this.element.hidden = false;
  }

  /** @param {any} error @returns {Node[]} */
  #reasons(error) {
    const { say } = this.room;
    const why = error.why ? say(error.why) : "";
    const parts = [make("code", "", String(error.name ?? "Error"))];
    if (why && why !== error.why) parts.push(make("span", "why", why));
    if (error.message) parts.push(make("span", "own-words", String(error.message)));
    return parts;
  }
}

/**
 * @param {RoomContext} room
 * @param {string} name of the operation
 * @param {About} about
 * @returns {HTMLElement}
 */
export function operationForm(room, name, about) {
  const { say } = room;
  const plan = FORMS[name] ?? { method: name, fields: [] };
  const title = FORMS[name] ? say(`inspector.do-${name}`) : name;
  const asked = plan.fields.filter(({ key }) => !(key in about.args));
  const fields = new Map(asked.map((one) => [one.key, makeField(one, room, about.buffers, about.signal)]));
  const outcome = new Outcome(room);
  const run = make("button", "push run", say("inspector.run"));
  run.type = "submit";
  run.setAttribute("aria-label", `${say("inspector.run")}: ${title}`);
  const head = make("span", "what", [title]);
  if (plan.method && plan.method !== title) head.append(" ", make("code", "", plan.method));
  const line = make("span", "line", [...[...fields.values()].map((one) => one.element), run]);
  const form = make("form", asked.length ? "operation" : "operation bare", [head, line]);
  if (plan.span) form.append(spans(room, fields, about));
  form.append(outcome.element);
  form.dataset.operation = name;
  form.setAttribute("aria-label", title);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = asked.map(({ key, optional }) => ({ key, optional, value: fields.get(key)?.value() }));
    const args = Object.fromEntries(given.filter(({ optional, value }) => !(optional && value === ""))
      .map(({ key, value }) => [key, value]));
    void outcome.of(() => room.port?.perform(name, { ...about.args, ...args }));
  });
  return form;
}

/**
 * Ways to fill in start and end.
 *
 * @param {RoomContext} room
 * @param {Map<string, Field>} fields
 * @param {About} about
 * @returns {HTMLElement}
 */
function spans(room, fields, about) {
  /** @param {number | null | undefined} start @param {number | null | undefined} end */
  const put = (start, end) => {
    if (typeof start === "number") fields.get("start_s")?.put(seconds(start));
    if (typeof end === "number") fields.get("end_s")?.put(seconds(end));
  };
  const fromBuffer = () => {
    const ranges = about.buffered();
    put(ranges[0]?.[0], ranges.at(-1)?.[1]);
  };
  const marks = button(room.say("inspector.take-marks"), () => put(...room.marks));
  const renew = () => { marks.hidden = room.marks.every((mark) => mark === null); };
  room.addEventListener("range", renew, { signal: about.signal });
  renew();
  about.opened.addEventListener("opened", () => { if (!fields.get("start_s")?.value()) fromBuffer(); }, { signal: about.signal });
  return make("span", "spans", [button(room.say("inspector.take-buffered"), fromBuffer), marks]);
}
