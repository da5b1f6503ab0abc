/** A list of very many lines of one height, of which only the visible ones exist. */

import { make } from "./inspector-dom.js";

export const ROW_PX = 22;
const MARGIN_ROWS = 6;
const AT_END_PX = 4;

/** Event: `choose` (detail: the item, or null). @template T */
export class Rows extends EventTarget {
  /** @type {T[]} */
  #items = [];
  /** @type {Map<number, HTMLElement>} what is drawn, by place in the list */
  #drawn = new Map();
  #asked = 0;
  #from = 0;
  /** @type {T | null} */
  #chosen = null;
  #follows = true;

  /**
   * @param {string} name for those who cannot see
   * @param {(item: T, row: HTMLElement) => void} paint fills a row
   */
  constructor(name, paint) {
    super();
    this.paint = paint;
    this.space = make("div", "space");
    this.element = make("div", "rows", [this.space]);
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "listbox");
    this.element.setAttribute("aria-label", name);
    this.element.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.element.addEventListener("keydown", (event) => this.#onKey(event));
    this.element.addEventListener("click", (event) => this.#onClick(event));
    new ResizeObserver(() => this.#onResize()).observe(this.element);
  }

  /** Whether the newest line is kept in sight. */
  get follows() {
    return this.#follows;
  }

  get chosen() {
    return this.#chosen;
  }

  /** How many elements there are for lines. */
  get drawn() {
    return this.#drawn.size;
  }

  /**
   * @param {T[]} items kept and read, not copied
   * @param {number} [from] lines before this place are as they were
   */
  show(items, from = 0) {
    this.#items = items;
    this.#from = Math.min(this.#from, from);
    if (this.#chosen !== null && from === 0 && !items.includes(this.#chosen)) this.choose(null);
    this.#ask();
  }

  toEnd() {
    this.#follows = true;
    this.#ask();
  }

  /** @param {T | null} item */
  choose(item) {
    this.#chosen = item;
    this.#from = 0;
    if (item !== null && item !== this.#items.at(-1)) this.#follows = false;
    this.#ask();
    this.dispatchEvent(new CustomEvent("choose", { detail: item }));
  }

  #ask() {
    if (!this.#asked) this.#asked = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#asked = 0;
    const { element } = this;
    const height = element.clientHeight;
    if (!height) return;
    this.space.style.height = `${this.#items.length * ROW_PX}px`;
    if (this.#follows) element.scrollTop = this.#items.length * ROW_PX;
    const first = Math.max(0, Math.floor(element.scrollTop / ROW_PX) - MARGIN_ROWS);
    const last = Math.min(this.#items.length, Math.ceil((element.scrollTop + height) / ROW_PX) + MARGIN_ROWS);
    for (const [place, row] of this.#drawn) {
      if (place >= first && place < last && place < this.#from) continue;
      row.remove();
      this.#drawn.delete(place);
    }
    for (let place = first; place < last; place += 1) {
      if (!this.#drawn.has(place)) this.#drawRow(place);
    }
    this.#from = Infinity;
    const active = this.#chosen === null ? "" : this.#drawn.get(this.#items.indexOf(this.#chosen))?.id ?? "";
    element.setAttribute("aria-activedescendant", active);
  }

  /** @param {number} place */
  #drawRow(place) {
    const item = this.#items[place];
    const row = make("div", "row");
    row.id = `log-row-${place}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(item === this.#chosen));
    row.setAttribute("aria-posinset", String(place + 1));
    row.setAttribute("aria-setsize", String(this.#items.length));
    row.style.transform = `translateY(${place * ROW_PX}px)`;
    this.paint(item, row);
    this.space.append(row);
    this.#drawn.set(place, row);
  }

  /** The chosen line stays in sight when what is told about it takes room from the list. */
  #onResize() {
    if (this.#chosen !== null && !this.#follows) this.#reveal(this.#items.indexOf(this.#chosen));
    this.#ask();
  }

  #onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    this.#follows = scrollTop + clientHeight >= scrollHeight - AT_END_PX;
    this.#ask();
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const top = this.element.getBoundingClientRect().top;
    const place = Math.floor((event.clientY - top + this.element.scrollTop) / ROW_PX);
    const item = this.#items[place] ?? null;
    this.choose(item === this.#chosen ? null : item);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const here = this.#chosen === null ? this.#items.length : this.#items.indexOf(this.#chosen);
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_PX) - 1);
    const last = this.#items.length - 1;
    /** @type {Record<string, number>} */
    const places = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + page, PageUp: here - page, Home: 0, End: last };
    if (!(event.key in places) || last < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const place = Math.min(last, Math.max(0, places[event.key]));
    this.#follows = place === last;
    this.#reveal(place);
    this.choose(this.#items[place]);
  }

  /** @param {number} place */
  #reveal(place) {
    const { element } = this;
    const top = place * ROW_PX;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_PX > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW_PX - element.clientHeight;
  }
}
