/** What the engine's objects say now, what happened, and what can be done by hand. */

import { Cards } from "./inspector-cards.js";
import { button, make } from "./inspector-dom.js";
import { exporter } from "./inspector-export.js";
import { LogView } from "./inspector-log.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./port.js").Port} Port */

const ROOM_FOR_BOTH_PX = 520;
const VIEWS = /** @type {const} */ (["both", "state", "log"]);

/** Watches the stage while it is seen, and only then. */
export class Inspector {
  #chosen = false;
  #watching = new AbortController();
  #sizing = new ResizeObserver(() => this.#chooseView());
  /** @type {Port | null} the port that was asked to tell */
  #watched = null;
  /** @type {Port | null} the port whose log is shown */
  #logged = null;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    const { say } = room;
    root.classList.add("inspector");
    const cards = make("div", "cards");
    const log = make("section", "log");
    log.setAttribute("aria-label", say("inspector.log"));
    this.problem = make("p", "problem");
    this.problem.setAttribute("role", "status");
    this.problem.hidden = true;
    this.cards = new Cards(cards, room);
    this.log = new LogView(log, room, exporter(room, () => this.log.shown));
    root.append(viewChoice(root, say), this.problem, make("div", "state", [cards]), log);
    this.#sizing.observe(root);
    room.addEventListener("port", () => this.#renew());
    document.addEventListener("visibilitychange", () => this.#renew());
  }

  /** @param {boolean} is whether the panel is seen */
  shown(is) {
    this.#chosen = is;
    this.#renew();
  }

  /** Both where there is room for both, as soon as that is known. */
  #chooseView() {
    if (!this.root.clientHeight) return;
    this.#sizing.disconnect();
    const view = this.root.clientHeight < ROOM_FOR_BOTH_PX ? "state" : "both";
    /** @type {HTMLElement} */ (this.root.querySelector(`[data-shows=${view}]`)).click();
  }

  /** Begin or end to watch, as needed. */
  #renew() {
    const wanted = this.#chosen && document.visibilityState !== "hidden" ? this.room.port : null;
    if (wanted === this.#watched) return;
    this.#watching.abort();
    const left = this.#watched;
    this.#watched = wanted;
    if (left) void left.perform("watch", { on: false }).catch(() => undefined);
    if (wanted) void this.#watch(wanted);
  }

  /** @param {Port} port */
  async #watch(port) {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    if (port !== this.#logged) {
      this.#logged = port;
      this.cards.clear();
      this.log.reset();
    }
    port.events.addEventListener("snapshot", (event) => this.cards.show(detail(event)), { signal });
    try {
      await port.perform("watch", { on: true });
      const [snapshot, records] = await Promise.all([
        port.perform("snapshot"), port.perform("log", { after: this.log.last })]);
      if (signal.aborted) return;
      this.cards.show(snapshot);
      this.log.add(records);
      port.events.addEventListener("log", (event) => this.log.add(detail(event)), { signal });
      this.problem.hidden = true;
    } catch (error) {
      if (signal.aborted) return;
      this.problem.textContent = `${this.room.say("inspector.no-engine")} ${error instanceof Error ? error.message : ""}`;
      this.problem.hidden = false;
    }
  }
}

/** @param {Event} event */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}

/**
 * Both, one above the other, or one alone.
 *
 * @param {HTMLElement} root
 * @param {import("./words.js").Translate} say
 * @returns {HTMLElement}
 */
function viewChoice(root, say) {
  const buttons = VIEWS.map((view) => button(say(`inspector.view-${view}`), () => choose(view), "view"));
  /** @param {string} chosen */
  const choose = (chosen) => {
    root.dataset.view = chosen;
    VIEWS.forEach((view, place) => buttons[place].setAttribute("aria-pressed", String(view === chosen)));
  };
  VIEWS.forEach((view, place) => { buttons[place].dataset.shows = view; });
  const group = make("div", "views", buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", say("inspector.views"));
  return group;
}
