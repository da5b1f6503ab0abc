/** Boxes or elements as a tree that is walked by keys. */

import { icon, make } from "./axis/make.js";
import { numberText, rowsOf } from "./segment-panel-model.js";

/** @typedef {import("./segment-panel-model.js").Node} Node */
/** @typedef {import("./segment-panel-model.js").Tree} Tree */
/** @typedef {import("./words.js").Translate} Translate */

const CHEVRON = "M7.5 5l5 5-5 5";

export class TreeView {
  /** @type {Set<Node>} */
  #open = new Set();
  /** @type {Node[]} */
  #nodes = [];
  /** @type {Node | null} the one that the Tab key reaches */
  #current = null;
  #isHex = false;

  /** @param {Translate} say */
  constructor(say) {
    this.say = say;
    this.root = make("div", "tree", { role: "tree", "aria-label": say("segmentTree") });
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
    this.root.addEventListener("click", (event) => this.#onClick(event));
  }

  /** @param {Node[]} nodes @param {boolean} isHex */
  show(nodes, isHex) {
    if (nodes !== this.#nodes) {
      this.#nodes = nodes;
      this.#open = new Set(nodes.filter(({ children }) => children.length));
      this.#current = nodes[0] ?? null;
    }
    this.#isHex = isHex;
    this.#draw(false);
  }

  /** @param {boolean} withFocus */
  #draw(withFocus) {
    const rows = rowsOf(this.#nodes, (node) => this.#open.has(node));
    if (!rows.some(({ node }) => node === this.#current)) this.#current = rows[0]?.node ?? null;
    const { scrollTop } = this.root;
    this.root.replaceChildren(...rows.flatMap((row) => this.#row(row)));
    this.root.scrollTop = scrollTop;
    if (withFocus) this.#focus();
  }

  /** @param {ReturnType<typeof rowsOf>[number]} row */
  #row({ node, level, place, among }) {
    const row = make("div", "tree-row", {
      role: "treeitem", tabindex: node === this.#current ? "0" : "-1", "aria-level": String(level),
      "aria-posinset": String(place), "aria-setsize": String(among),
      "aria-selected": String(node === this.#current),
    });
    row.style.paddingLeft = `${(level - 1) * 13 + 2}px`;
    const sign = make("span", "tree-sign");
    if (node.children.length) {
      sign.append(icon(CHEVRON));
      row.setAttribute("aria-expanded", String(this.#open.has(node)));
    }
    const value = make("span", "tree-value", node.value ? { title: node.value } : {}, node.value);
    const size = this.say("segmentSize", { size: numberText(node.size, this.#isHex) });
    const place_ = make("span", "tree-place", { title: size }, numberText(node.offset, this.#isHex));
    row.append(sign, make("span", "tree-name", {}, node.name), value, place_);
    nodeOfRow.set(row, node);
    if (!node.more || !this.#open.has(node)) return [row];
    return [row, this.#more(node.more, level)];
  }

  /** @param {number} count @param {number} level */
  #more(count, level) {
    const row = make("div", "tree-more", { role: "none" }, this.say("segmentMore", { count }));
    row.style.paddingLeft = `${level * 13 + 20}px`;
    return row;
  }

  #focus() {
    const row = /** @type {HTMLElement | null} */ (this.root.querySelector('[tabindex="0"]'));
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Node} node */
  #toggle(node) {
    if (!node.children.length) return;
    if (this.#open.has(node)) this.#open.delete(node);
    else this.#open.add(node);
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest(".tree-row");
    const node = row && nodeOfRow.get(row);
    if (!node) return;
    this.#current = node;
    this.#toggle(node);
    this.#draw(true);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = rowsOf(this.#nodes, (node) => this.#open.has(node));
    const at = rows.findIndex(({ node }) => node === this.#current);
    if (at < 0) return;
    const { node, level } = rows[at];
    const isOpen = this.#open.has(node);
    const parent = rows.slice(0, at).reverse().find((row) => row.level < level);
    /** @type {Record<string, () => Node | undefined>} what is current then */
    const acts = {
      ArrowDown: () => rows[at + 1]?.node,
      ArrowUp: () => rows[at - 1]?.node,
      Home: () => rows[0].node,
      End: () => rows[rows.length - 1].node,
      ArrowRight: () => (isOpen ? rows[at + 1]?.node : this.#opened(node)),
      ArrowLeft: () => (isOpen ? this.#opened(node) : parent?.node),
      Enter: () => this.#opened(node),
      " ": () => this.#opened(node),
    };
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#current = acts[event.key]() ?? node;
    this.#draw(true);
  }

  /** @param {Node} node @returns {Node} itself, opened or closed */
  #opened(node) {
    this.#toggle(node);
    return node;
  }
}

/** @type {WeakMap<Element, Node>} */
const nodeOfRow = new WeakMap();
