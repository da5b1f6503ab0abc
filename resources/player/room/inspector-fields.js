/** The fields of operations: each is an element and what it says. */

import { button, choice, field, fill, make } from "./inspector-dom.js";
import { sent, seconds, stepped, suggestedTypes } from "./inspector-values.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./inspector-forms.js").FieldPlan} FieldPlan */
/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {() => unknown} value what is sent
 * @property {(text: string) => void} put shows another value
 */

/**
 * @param {FieldPlan} plan
 * @param {RoomContext} room
 * @param {() => [string, string][]} buffers number and title of each SourceBuffer
 * @param {AbortSignal} signal ends what the field listens to
 * @returns {Field}
 */
export function makeField(plan, room, buffers, signal) {
  const name = room.say(`inspector.field-${plan.key}`);
  switch (plan.kind) {
    case "segment": return segmentField(name, room, signal);
    case "mime": return mimeField(name, room);
    case "switch": return choiceField(name, [["true", room.say("inspector.on")], ["false", room.say("inspector.off")]],
      (value) => value === "true");
    case "choice": return choiceField(name,
      (plan.choices ?? []).map(([value, key]) => [value, room.say(key)]), (value) => value);
    case "buffer": return bufferField(name, buffers);
    default: return numberField(name);
  }
}

/** @param {string} name @returns {Field} */
function numberField(name) {
  const input = field(name);
  input.inputMode = "decimal";
  input.placeholder = name;
  input.className = "number";
  return { element: input, value: () => sent(input.value), put: (text) => { input.value = text; } };
}

/**
 * @param {string} name
 * @param {[string, string][]} choices
 * @param {(value: string) => unknown} read
 * @returns {Field}
 */
function choiceField(name, choices, read) {
  const select = choice(name, choices);
  return { element: select, value: () => read(select.value), put: (text) => { select.value = text; } };
}

/**
 * @param {string} name
 * @param {() => [string, string][]} buffers
 * @returns {Field}
 */
function bufferField(name, buffers) {
  const select = choice(name, buffers());
  const renew = () => fill(select, buffers());
  select.addEventListener("pointerdown", renew);
  select.addEventListener("focus", renew);
  return { element: select, value: () => Number(select.value), put: (text) => { select.value = text; } };
}

/**
 * A segment's number or `init`; follows what is chosen elsewhere in the page.
 *
 * @param {string} name
 * @param {RoomContext} room
 * @param {AbortSignal} signal
 * @returns {Field}
 */
function segmentField(name, room, signal) {
  const { segments = [], init } = room.facts;
  const input = field(name, room.selected === null ? "0" : String(room.selected));
  const told = make("small", "told");
  const tell = () => {
    const text = input.value.trim();
    const found = segments[Number(text)];
    const bytes = (/** @type {number} */ size) => room.say("inspector.bytes", { n: size.toLocaleString(room.query.get("lang") ?? "en") });
    if (text === "init") told.textContent = init ? bytes(init.size) : "";
    else if (found && text !== "") told.textContent = `${seconds(found.start_s)}–${seconds(found.end_s)} s, ${bytes(found.size)}`;
    else told.textContent = segments.length ? room.say("inspector.no-segment", { last: segments.length - 1 }) : "";
  };
  const put = (/** @type {string} */ text) => { input.value = text; tell(); };
  const step = (/** @type {number} */ by) => put(stepped(input.value, by, segments.length));
  input.className = "segment-number";
  input.addEventListener("input", tell);
  input.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  });
  room.addEventListener("select", () => { if (room.selected !== null) put(String(room.selected)); }, { signal });
  const less = button("−", () => step(-1));
  const more = button("+", () => step(1));
  less.setAttribute("aria-label", room.say("inspector.previous"));
  more.setAttribute("aria-label", room.say("inspector.next"));
  tell();
  return {
    element: make("span", "stepper", [less, input, more, told]),
    value: () => (input.value.trim() === "init" ? "init" : sent(input.value)),
    put,
  };
}

/**
 * A MIME type, with suggestions beside it.
 *
 * @param {string} name
 * @param {RoomContext} room
 * @returns {Field}
 */
function mimeField(name, room) {
  const input = field(name, room.facts.mime);
  input.className = "mime";
  const types = suggestedTypes(room.facts.mime);
  const list = choice(room.say("inspector.suggestions"), [["", room.say("inspector.suggestions")], ...types.map(
    (type) => /** @type {[string, string]} */ ([type, type]))]);
  list.className = "suggestions";
  list.addEventListener("change", () => {
    if (list.value) input.value = list.value;
    list.value = "";
  });
  return { element: make("span", "typed", [input, list]), value: () => input.value, put: (text) => { input.value = text; } };
}
