/** The engine's objects as cards: attributes that change, and what can be done by hand. */

import { button, choice, field, make, mayMove } from "./inspector-dom.js";
import { Outcome, operationForm } from "./inspector-form.js";
import { shownOperations } from "./inspector-forms.js";
import { asRanges, bufferOf, sent } from "./inspector-values.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./port.js").Attribute} Attribute */
/** @typedef {import("./port.js").Inspected} Inspected */
/** @typedef {import("./port.js").Range} Range */

const CALM_MS = 1500;
/** Texts that are chosen and not typed. @type {Record<string, string[]>} */
const CHOICES = { mode: ["segments", "sequence"] };

export class Cards {
  /** @type {Map<string, Card>} */
  #cards = new Map();
  /** @type {import("./port.js").Snapshot} */
  #latest = { objects: [] };

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
  }

  /** @param {import("./port.js").Snapshot} snapshot */
  show(snapshot) {
    this.#latest = snapshot;
    const ids = new Set(snapshot.objects.map((object) => object.id));
    for (const [id, card] of this.#cards) {
      if (ids.has(id)) continue;
      card.close();
      this.#cards.delete(id);
    }
    const ordered = [...snapshot.objects].sort((a, b) => rank(a.id) - rank(b.id));
    ordered.forEach((object, place) => this.#cardOf(object, place).show(object));
  }

  clear() {
    this.show({ objects: [] });
  }

  /**
   * @param {Inspected} object
   * @param {number} place
   */
  #cardOf(object, place) {
    const known = this.#cards.get(object.id);
    if (known) return known;
    const card = new Card(this.room, object, () => this.#buffers());
    this.#cards.set(object.id, card);
    this.root.insertBefore(card.element, this.root.children[place] ?? null);
    return card;
  }

  /** @returns {[string, string][]} */
  #buffers() {
    return this.#latest.objects.flatMap(({ id, title }) => {
      const number = bufferOf(id);
      return number === null ? [] : [/** @type {[string, string]} */ ([String(number), title])];
    });
  }
}

/** @param {string} id @returns {number} what is asked for most comes first */
function rank(id) {
  if (id === "media-source") return 0;
  if (bufferOf(id) !== null) return 1;
  return id === "video" ? 2 : 3;
}

/** One object. */
class Card {
  /** @type {Map<string, Row>} */
  #rows = new Map();
  #closing = new AbortController();
  #operations = "";
  opened = new EventTarget();
  /** @type {Range[]} */
  #buffered = [];

  /**
   * @param {RoomContext} room
   * @param {Inspected} object
   * @param {() => [string, string][]} buffers
   */
  constructor(room, object, buffers) {
    this.room = room;
    this.buffers = buffers;
    this.id = object.id;
    const heading = make("h3", "", object.title);
    heading.id = `inspected-${object.id}`;
    this.list = make("dl");
    this.forms = make("details", "operations", [make("summary", "", room.say("inspector.by-hand"))]);
    this.forms.hidden = true;
    this.forms.addEventListener("toggle", () => { if (this.forms.open) this.opened.dispatchEvent(new Event("opened")); });
    this.element = make("article", "card", [heading, this.list, this.forms]);
    this.element.setAttribute("aria-labelledby", heading.id);
    this.element.dataset.object = object.id;
  }

  /** @param {Inspected} object */
  show(object) {
    const names = new Set(object.attributes.map(({ name }) => name));
    for (const [name, row] of this.#rows) {
      if (names.has(name)) continue;
      row.element.remove();
      this.#rows.delete(name);
    }
    for (const attribute of object.attributes) this.#rowOf(attribute).show(attribute);
    const buffered = object.attributes.find(({ name }) => name === "buffered");
    this.#buffered = asRanges(buffered?.value) ?? [];
    this.#showOperations(object.operations);
  }

  close() {
    this.#closing.abort();
    this.element.remove();
  }

  /** @param {Attribute} attribute */
  #rowOf(attribute) {
    let row = this.#rows.get(attribute.name);
    if (!row) {
      row = new Row(this.room, this.id, attribute);
      this.#rows.set(attribute.name, row);
      this.list.append(row.element);
    }
    return row;
  }

  /** @param {string[]} names */
  #showOperations(names) {
    const key = names.join();
    if (key === this.#operations) return;
    this.#operations = key;
    this.#closing.abort();
    this.#closing = new AbortController();
    const number = bufferOf(this.id);
    const about = {
      args: number === null ? {} : { buffer: number },
      buffered: () => this.#buffered,
      buffers: this.buffers,
      opened: this.opened,
      signal: this.#closing.signal,
    };
    const forms = shownOperations(names).map((name) => operationForm(this.room, name, about));
    this.forms.replaceChildren(/** @type {Node} */ (this.forms.firstChild), ...forms);
    this.forms.hidden = !forms.length;
  }
}

/** One attribute: its name, its text, its ranges as bars; by hand where it can be set. */
class Row {
  #changed_ms = -Infinity;
  /** @type {string | null} */
  #text = null;
  /** @type {Attribute} */
  #attribute;
  /** @type {string | undefined} */
  #told;

  /**
   * @param {RoomContext} room
   * @param {string} target id of the object
   * @param {Attribute} attribute
   */
  constructor(room, target, attribute) {
    this.room = room;
    this.target = target;
    this.#attribute = attribute;
    this.value = make("span", "value");
    this.bars = make("span", "bars");
    this.bars.hidden = true;
    this.outcome = new Outcome(room);
    this.note = make("small", "remark");
    this.note.hidden = true;
    this.asker = button("?", () => this.#toggleNote(), "asker");
    this.asker.setAttribute("aria-label", room.say("inspector.explain", { name: attribute.name }));
    this.asker.setAttribute("aria-expanded", "false");
    this.definition = make("dd", "", [this.value, " ", this.asker, this.bars, this.note]);
    this.element = make("div", "attribute", [make("dt", "", attribute.name), this.definition]);
    this.element.dataset.attribute = attribute.name;
    if (attribute.settable) this.#makeSettable();
  }

  /** @param {Attribute} attribute */
  show(attribute) {
    this.#attribute = attribute;
    this.#showBars(asRanges(attribute.value));
    this.asker.hidden = !attribute.note;
    this.note.textContent = attribute.note ? this.room.say(attribute.note) : "";
    if (!attribute.note) this.#toggleNote(false);
    else if (attribute.name === "error" && attribute.note !== this.#told) this.#toggleNote(true);
    this.#told = attribute.note;
    if (attribute.text === this.#text) return;
    const isFirst = this.#text === null;
    this.#text = attribute.text;
    this.value.textContent = attribute.text === "" ? "–" : attribute.text;
    if (isFirst) return;
    const now = performance.now();
    if (now - this.#changed_ms > CALM_MS) this.#flash();
    this.#changed_ms = now;
  }

  #toggleNote(shown = this.note.hidden) {
    this.note.hidden = !shown;
    this.asker.setAttribute("aria-expanded", String(shown));
  }

  /** What changes all the time, such as currentTime, flashes once and no more. */
  #flash() {
    if (!mayMove()) return;
    this.value.classList.remove("changed");
    void this.value.offsetWidth;
    this.value.classList.add("changed");
  }

  /** @param {Range[] | null} ranges */
  #showBars(ranges) {
    const duration = this.room.state.duration_s ?? this.room.facts.duration_s;
    this.bars.hidden = !ranges || !(duration > 0);
    if (!ranges || this.bars.hidden) return;
    const bars = ranges.map(([start, end], place) => {
      const bar = /** @type {HTMLElement} */ (this.bars.children[place] ?? make("i"));
      const left = Math.min(1, Math.max(0, start / duration));
      const right = Math.min(1, Math.max(left, end / duration));
      bar.style.left = `${left * 100}%`;
      bar.style.width = `max(2px, ${(right - left) * 100}%)`;
      return bar;
    });
    if (bars.length !== this.bars.children.length) this.bars.replaceChildren(...bars);
  }

  #makeSettable() {
    const { say } = this.room;
    const { name } = this.#attribute;
    const change = button("", () => this.#edit(change), "change");
    change.append(this.value);
    change.title = say("inspector.change", { name });
    change.setAttribute("aria-expanded", "false");
    this.definition.prepend(change);
  }

  /** @param {HTMLButtonElement} change */
  #edit(change) {
    const { say } = this.room;
    const { name, value, text } = this.#attribute;
    const now = ["number", "string", "boolean"].includes(typeof value) ? String(value) : text;
    const choices = CHOICES[name] ?? (typeof value === "boolean" ? ["true", "false"] : null);
    const input = choices ? choice(name, choices.map((one) => [one, one])) : field(name, now);
    input.value = now;
    const set = make("button", "push run", say("inspector.set"));
    set.type = "submit";
    const form = make("form", "setting", [input, set]);
    const close = () => {
      form.remove();
      change.hidden = false;
      change.setAttribute("aria-expanded", "false");
      change.focus();
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const wanted = typeof value === "boolean" ? input.value === "true" : sent(input.value);
      const act = () => this.room.port?.perform("set", { target: this.target, attribute: name, value: wanted });
      if (await this.outcome.of(act)) {
        this.outcome.clear();
        close();
      }
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.outcome.clear();
      close();
    });
    change.hidden = true;
    change.setAttribute("aria-expanded", "true");
    this.definition.prepend(form);
    this.definition.append(this.outcome.element);
    input.focus();
  }
}
