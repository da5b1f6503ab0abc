/** The chosen segment: its bytes, times, tracks, boxes or elements, and what can be done with it. */

import { iconButton, make } from "./axis/make.js";
import { OperationError } from "./port.js";
import { bytesAndTimes, findingList, trackTable } from "./segment-panel-facts.js";
import { bytesOf, neighbourOf } from "./segment-panel-model.js";
import { TreeView } from "./segment-panel-tree.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./segment-panel-model.js").Tree} Tree */
/** @typedef {import("./segment-panel-model.js").Which} Which */

const SETTLE_MS = 120;
/** @type {Record<string, {name: string, media: boolean}>} operation -> key of its words; media: not for init */
const OPERATIONS = {
  append: { name: "segmentAppend", media: false },
  "append-only": { name: "segmentOnly", media: true },
  "start-from": { name: "segmentStart", media: true },
};

export class SegmentPanel {
  #isShown = false;
  #follows = true;
  /** While the panel itself chooses, as it follows the playhead. */
  #isFollowing = false;
  #isHex = false;
  /** @type {Tree | null} */
  #tree = null;
  #problem = "";
  #timer = 0;
  /** @type {AbortController | null} */
  #request = null;
  /** @type {AbortController | null} */
  #listening = null;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    root.classList.add("segment-panel");
    this.#build();
    room.addEventListener("select", () => this.#onSelect());
    room.addEventListener("facts", () => this.#show());
    room.addEventListener("port", () => this.#attach());
    if (room.port) this.#attach();
    this.#show();
  }

  /** @param {boolean} is whether the panel is the one that is seen */
  shown(is) {
    if (is === this.#isShown) return;
    this.#isShown = is;
    if (is) this.#onSelect(true);
  }

  #build() {
    const { say } = this.room;
    this.title = make("h2", "segment-title", { "aria-live": "off" });
    this.back = iconButton(say("segmentBack"), "M12 5l-5 5 5 5", () => this.#step(-1));
    this.forth = iconButton(say("segmentForth"), "M8 5l5 5-5 5", () => this.#step(1));
    this.init = make("button", "push", { type: "button" }, say("segmentInit"));
    this.init.addEventListener("click", () => this.room.select("init"));
    const head = make("div", "segment-head");
    head.append(this.back, this.title, this.forth, make("span", "grow"), this.init);
    this.acts = make("div", "segment-acts");
    this.message = make("p", "segment-message", { role: "status" });
    this.body = make("div", "segment-body");
    this.tree = new TreeView(say);
    this.follow = check(say("segmentFollow"), true, (is) => this.#setFollows(is));
    this.hex = check(say("segmentHex"), false, (is) => {
      this.#isHex = is;
      this.#show();
    });
    const choices = make("div", "segment-choices");
    choices.append(this.follow.label, this.hex.label);
    this.#buildActs();
    this.root.append(head, choices, this.acts, this.message, this.body);
  }

  #buildActs() {
    const { say, facts } = this.room;
    /** @type {{button: HTMLButtonElement, media: boolean}[]} */
    this.buttons = Object.entries(OPERATIONS).map(([operation, { name, media }]) => (
      { button: this.#push(say(name), say(`${name}Hint`), () => this.#perform(operation)), media }
    ));
    if (facts.features?.decoder) {
      const button = this.#push(say("segmentDecoder"), say("segmentDecoderHint"), () => this.#decode());
      this.buttons.push({ button, media: true });
    }
  }

  /** @param {string} name @param {string} hint @param {() => Promise<void>} act */
  #push(name, hint, act) {
    const button = make("button", "push", { type: "button", title: hint }, name);
    button.addEventListener("click", () => void act());
    this.acts?.append(button);
    return button;
  }

  #attach() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    this.room.port?.events.addEventListener("state", () => this.#goAlong(), options);
    this.#goAlong();
  }

  /** @param {boolean} is */
  #setFollows(is) {
    this.#follows = is;
    if (this.follow) this.follow.input.checked = is;
    // Told when it is chosen, not at every segment that goes by.
    this.title?.setAttribute("aria-live", is ? "off" : "polite");
    this.#goAlong();
  }

  /** Choose the segment at the playhead, as long as nobody has chosen one. */
  #goAlong() {
    const { segment } = this.room.state;
    if (!this.#follows || segment === null || segment === this.room.selected) return;
    if (!bytesOf(this.room.facts, segment)) return;
    this.#isFollowing = true;
    this.room.select(segment);
    this.#isFollowing = false;
  }

  /** @param {boolean} [isAgain] the same segment as before, but seen now */
  #onSelect(isAgain = false) {
    if (!isAgain) {
      if (!this.#isFollowing) this.#setFollows(false);
      this.#tree = null;
      this.#problem = "";
      this.#say("", false);
    }
    this.#show();
    clearTimeout(this.#timer);
    this.#request?.abort();
    const which = this.room.selected;
    if (which !== null && this.#isShown && !this.#tree) {
      this.#timer = window.setTimeout(() => void this.#load(which), SETTLE_MS);
    }
  }

  /** @param {number} step */
  #step(step) {
    const { facts, selected } = this.room;
    const next = selected === null ? null : neighbourOf(facts, selected, step);
    if (next !== null) this.room.select(next);
  }

  /** @param {Which} which */
  async #load(which) {
    const request = new AbortController();
    this.#request = request;
    try {
      const url = new URL(`segments/${which}/tree.json`, this.room.base);
      const answer = await fetch(url, { signal: request.signal });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      this.#tree = await answer.json();
    } catch (error) {
      if (request.signal.aborted) return;
      this.#problem = this.room.say("segmentNoTree", { why: String(error instanceof Error ? error.message : error) });
    }
    if (this.room.selected === which) this.#show();
  }

  #show() {
    const { room, body, title } = this;
    const { facts, say, selected } = room;
    if (!body || !title) return;
    const bytes = selected === null ? null : bytesOf(facts, selected);
    this.root.classList.toggle("empty", !bytes);
    title.textContent = selected === "init" ? say("segmentInitTitle")
      : bytes ? say("segmentTitle", { n: String(selected) }) : say("segmentNone");
    for (const { button, media } of this.buttons ?? []) button.hidden = !bytes || (media && selected === "init");
    for (const [button, step] of /** @type {[HTMLButtonElement | undefined, number][]} */ ([[this.back, -1], [this.forth, 1]])) {
      if (button) button.disabled = selected === null || neighbourOf(facts, selected, step) === null;
    }
    this.init?.setAttribute("aria-pressed", String(selected === "init"));
    if (this.init) this.init.hidden = !facts.init;
    if (!bytes || selected === null) body.replaceChildren(make("p", "quiet", {}, say("segmentEmpty")));
    else this.#fill(body, selected);
  }

  /** @param {HTMLElement} body @param {Which} which */
  #fill(body, which) {
    const { room } = this;
    const { say } = room;
    const heading = (/** @type {string} */ key) => make("h3", "", {}, say(key));
    const parts = [bytesAndTimes(room, which, this.#isHex)];
    const findings = findingList(room, which);
    if (findings) parts.push(heading("segmentFindings"), findings);
    const tree = this.#tree;
    if (tree) {
      const table = make("div", "segment-wide");
      table.append(trackTable(say, tree.tracks));
      this.tree?.show(tree.tree, this.#isHex);
      parts.push(heading("segmentTracks"), table, heading(room.facts.family === "mp4" ? "segmentBoxes" : "segmentElements"));
      if (this.tree) parts.push(this.tree.root);
    } else parts.push(make("p", "quiet", {}, this.#problem || say("segmentLoading")));
    const held = this.tree?.root.contains(document.activeElement) ? document.activeElement : null;
    body.replaceChildren(...parts);
    if (held instanceof HTMLElement && held.isConnected) held.focus();
  }

  /** @param {string} operation */
  async #perform(operation) {
    const segment = this.room.selected;
    if (segment === null) return;
    const { say } = this.room;
    this.#say(say("segmentBusy"), false);
    try {
      await this.room.port?.perform(operation, { segment });
      const done = segment === "init" ? "segmentInitDone" : `${OPERATIONS[operation].name}Done`;
      this.#say(say(done, { n: String(segment) }), false);
    } catch (error) {
      this.#say(this.#reason(error), true);
    }
  }

  async #decode() {
    const segment = this.room.selected;
    if (segment === null) return;
    this.#say(this.room.say("segmentBusy"), false);
    try {
      await this.room.link.ask("decoder-picture", { segment });
      this.#say(this.room.say("segmentDecoderDone", { n: String(segment) }), false);
    } catch (error) {
      this.#say(this.#reason(error), true);
    }
  }

  /** @param {unknown} error @returns {string} */
  #reason(error) {
    const { say } = this.room;
    if (error instanceof OperationError) {
      const why = error.why ? say(error.why) : "";
      const told = [why, error.message].filter(Boolean).join(" ");
      return say("segmentRefused", { name: error.name, why: told });
    }
    if (!(error instanceof Error)) return String(error);
    const hint = /** @type {{hint?: string}} */ (error).hint ?? "";
    return [error.message, hint].filter(Boolean).join(" ");
  }

  /** @param {string} text @param {boolean} isBad */
  #say(text, isBad) {
    if (!this.message) return;
    this.message.textContent = text;
    this.message.classList.toggle("danger", isBad);
  }
}

/**
 * @param {string} name
 * @param {boolean} is
 * @param {(is: boolean) => void} changed
 */
function check(name, is, changed) {
  const label = make("label", "segment-check");
  const input = make("input", "", { type: "checkbox" });
  input.checked = is;
  input.addEventListener("change", () => changed(input.checked));
  label.append(input, name);
  return { label, input };
}
