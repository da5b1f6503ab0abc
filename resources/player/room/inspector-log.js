/** The log: every call, assignment and event, newest at the bottom. */

import { button, choice, field, fill, make } from "./inspector-dom.js";
import { KINDS, headline, kindOf, moment, passes } from "./inspector-filter.js";
import { Rows } from "./inspector-rows.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./port.js").LogRecord} LogRecord */

export const MOST_RECORDS = 20_000;
const TRIMMED_AT_ONCE = 1_000;

export class LogView {
  /** @type {LogRecord[]} */
  #records = [];
  /** @type {LogRecord[]} */
  #shown = [];
  #paused = false;
  #missed = 0;
  /** @type {import("./inspector-filter.js").Filter} */
  #filter = { kinds: new Set(KINDS), target: "", text: "" };
  #passes = passes(this.#filter);

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   * @param {HTMLElement} exporter what writes the log down
   */
  constructor(root, room, exporter) {
    this.room = room;
    const { say } = room;
    this.rows = new Rows(say("inspector.log"), (record, row) => paint(record, row, say));
    this.rows.addEventListener("choose", () => this.#showWhole());
    this.targets = choice(say("inspector.target"), []);
    this.targets.addEventListener("change", () => this.#refilter({ target: this.targets.value }));
    this.search = field(say("inspector.search"));
    this.search.type = "search";
    this.search.placeholder = say("inspector.search");
    this.search.title = say("inspector.search-how");
    this.search.addEventListener("input", () => this.#refilter({ text: this.search.value }));
    this.pauser = button(say("inspector.pause"), () => this.#setPaused(!this.#paused));
    this.pauser.setAttribute("aria-pressed", "false");
    const clear = button(say("inspector.clear"), () => void this.clear());
    this.count = make("span", "count quiet");
    this.newest = button(say("inspector.newest"), () => this.rows.toEnd(), "push newest");
    this.newest.hidden = true;
    this.rows.element.addEventListener("scroll", () => { this.newest.hidden = this.rows.follows; }, { passive: true });
    this.whole = make("section", "whole");
    this.whole.hidden = true;
    this.whole.setAttribute("aria-label", say("inspector.record"));
    this.empty = make("p", "empty quiet", say("inspector.log-empty"));
    const kinds = make("div", "kinds", KINDS.map((kind) => this.#kindButton(kind)));
    kinds.setAttribute("role", "group");
    kinds.setAttribute("aria-label", say("inspector.kinds"));
    root.append(
      make("div", "log-tools", [this.search, this.targets, kinds]),
      make("div", "log-list", [this.rows.element, this.empty, this.newest]),
      this.whole,
      make("div", "log-foot", [this.count, this.pauser, clear, exporter]),
    );
    this.#tellTargets();
    this.#tell();
  }

  /** The number of the newest record, 0 when there is none. */
  get last() {
    return this.#records.at(-1)?.n ?? 0;
  }

  /** What the filter lets through. */
  get shown() {
    return this.#shown;
  }

  /** @param {LogRecord[]} records those known already are left out */
  add(records) {
    const { last } = this;
    const news = records.filter(({ n }) => n > last);
    if (!news.length) return;
    this.#records.push(...news);
    if (news.some(({ target }) => !this.#targets.has(target))) this.#tellTargets();
    if (this.#paused) this.#keepForLater(news.length);
    else if (this.#records.length > MOST_RECORDS + TRIMMED_AT_ONCE) this.#trim();
    else this.#append(news);
    this.#tell();
  }

  /** Forget everything, here only. */
  reset() {
    this.#records = [];
    this.#missed = 0;
    this.#tellTargets();
    this.#refilter({});
  }

  /** Forget everything, at the source too. */
  async clear() {
    await this.room.port?.perform("clear-log").catch(() => undefined);
    this.reset();
  }

  /** @param {number} more records that came while paused */
  #keepForLater(more) {
    const surplus = Math.max(0, this.#records.length - 2 * MOST_RECORDS);
    this.#records.splice(0, surplus);
    this.#missed = Math.min(this.#missed + more, this.#records.length);
  }

  /** @param {LogRecord[]} news */
  #append(news) {
    const from = this.#shown.length;
    this.#shown.push(...news.filter(this.#passes));
    if (this.#shown.length > from) this.rows.show(this.#shown, from);
  }

  #trim() {
    this.#records.splice(0, this.#records.length - MOST_RECORDS);
    this.#refilter({});
  }

  /** @param {Partial<import("./inspector-filter.js").Filter>} change */
  #refilter(change) {
    this.#filter = { ...this.#filter, ...change };
    this.#passes = passes(this.#filter);
    const seen = this.#paused ? this.#records.slice(0, this.#records.length - this.#missed) : this.#records;
    this.#shown = seen.filter(this.#passes);
    this.rows.show(this.#shown);
    this.#tell();
  }

  /** @param {boolean} paused */
  #setPaused(paused) {
    this.#paused = paused;
    this.#missed = 0;
    this.pauser.setAttribute("aria-pressed", String(paused));
    if (!paused) this.#trim();
    this.#tell();
  }

  /** @param {string} kind */
  #kindButton(kind) {
    const element = button(this.room.say(`inspector.kind-${kind}`), () => {
      const { kinds } = this.#filter;
      if (!kinds.delete(kind)) kinds.add(kind);
      element.setAttribute("aria-pressed", String(kinds.has(kind)));
      this.#refilter({ kinds });
    }, `push kind ${kind}`);
    element.setAttribute("aria-pressed", "true");
    return element;
  }

  /** @type {Set<string>} */
  #targets = new Set();

  #tellTargets() {
    this.#targets = new Set(this.#records.map(({ target }) => target));
    if (this.#filter.target) this.#targets.add(this.#filter.target);
    const named = [...this.#targets].sort().map((target) => /** @type {[string, string]} */ ([target, target]));
    fill(this.targets, [["", this.room.say("inspector.all-targets")], ...named]);
  }

  #tell() {
    const all = this.#records.length;
    const { say } = this.room;
    const some = this.#shown.length === all ? say("inspector.records", { n: all }) : say("inspector.records-of", { n: this.#shown.length, all });
    this.count.textContent = this.#paused ? `${some} · ${say("inspector.missed", { n: this.#missed })}` : some;
    this.empty.hidden = this.#shown.length > 0;
    this.empty.textContent = say(all ? "inspector.log-filtered" : "inspector.log-empty");
  }

  #showWhole() {
    const record = this.rows.chosen;
    this.whole.hidden = record === null;
    this.whole.replaceChildren(...(record === null ? [] : whole(record, this.room.say, () => this.rows.choose(null))));
  }
}

/**
 * @param {LogRecord} record
 * @param {HTMLElement} row
 * @param {import("./words.js").Translate} say
 */
function paint(record, row, say) {
  row.classList.add(kindOf(record));
  row.classList.toggle("by-hand", record.byHand);
  const result = record.result && record.result !== "-" ? [make("span", "result", record.result)] : [];
  row.append(make("span", "at", moment(record.at_ms)), make("span", "target", record.target),
    make("span", "headline", headline(record)), ...result);
  if (record.byHand) row.title = say("inspector.by-hand-told");
}

/**
 * Everything about one record.
 *
 * @param {LogRecord} record
 * @param {import("./words.js").Translate} say
 * @param {() => void} onClose
 * @returns {HTMLElement[]}
 */
function whole(record, say, onClose) {
  const list = make("dl");
  /** @param {string} key @param {string} text */
  const line = (key, text) => list.append(make("div", "", [make("dt", "", say(`inspector.record-${key}`)), make("dd", "", text)]));
  line("number", `${record.n}`);
  line("at", `${moment(record.at_ms)} s`);
  line("kind", say(`inspector.kind-${record.kind}`));
  line("args", record.args.length ? record.args.join("\n") : "–");
  line("outcome", record.outcome || "–");
  line("result", record.result || "–");
  line("by", say(record.byHand ? "inspector.by-user" : "inspector.by-player"));
  const close = button("×", onClose, "shut");
  close.setAttribute("aria-label", say("inspector.close-record"));
  return [make("header", "", [make("code", "", `${record.target} · ${record.name}`), close]), list];
}
