/** The delivery simulator: how the bytes come, and what a viewer sees of it, in words. */

import { clock } from "../timeline.js";
import { DeliveryForm } from "./delivery-form.js";
import { DeliveryGraph } from "./delivery-graph.js";
import { DeliveryList, rateText } from "./delivery-list.js";
import { DeliveryStory } from "./delivery-story.js";
import { button, make } from "./inspector-dom.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./delivery-form.js").Conditions} Conditions */
/** @typedef {import("./delivery-story.js").Sentence} Sentence */

const TICK_MS = 250;
const LOUD = ["warn", "bad", "good"];

export class DeliveryPanel {
  #shown = false;
  #kbit_s = /** @type {number | null} */ (null);
  #kbitAt = 0;
  /** @type {Conditions | null} */
  #inForce = null;
  /** @type {AbortController | null} */
  #listening = null;
  #said = "";

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    root.classList.add("delivery-panel");
    this.story = new DeliveryStory(room.facts.segments ?? []);
    this.form = new DeliveryForm(room, (conditions) => void this.#ask("delivery", { conditions }));
    this.list = new DeliveryList(room);
    this.graph = new DeliveryGraph(room.say("delivery_graph"));
    this.#build();
    this.#listen();
    setInterval(() => this.#tick(), TICK_MS);
  }

  /** @param {boolean} is */
  shown(is) {
    this.#shown = is;
    if (is) this.#tick();
  }

  #build() {
    const { say } = this.room;
    this.words = make("p", "delivery-words");
    this.words.setAttribute("role", "status");
    this.count = make("p", "delivery-count quiet");
    this.problem = make("p", "delivery-problem danger");
    this.problem.setAttribute("role", "alert");
    this.resetter = button(say("delivery_reset"), () => void this.#ask("delivery-reset"));
    const again = button(say("delivery_count_again"), () => { this.story.clear(); this.#tick(); }, "link");
    const foot = make("div", "delivery-counts", [this.count, again]);
    this.stays = make("div", "delivery-stays", [make("p", "quiet", say("delivery_stays")), button(say("delivery_load"), () => this.#load())]);
    this.stays.hidden = true;
    const keys = make("p", "delivery-keys quiet", [
      make("span", "key-ahead", say("delivery_key_ahead")), make("span", "key-rate", say("delivery_key_rate")), make("span", "key-need", say("delivery_key_need")),
    ]);
    const head = make("div", "delivery-head", [make("h2", "", say("delivery_title")), this.resetter]);
    this.root.replaceChildren(
      head, this.words, foot, this.problem, this.stays, this.graph.root, keys,
      this.form.root, make("h3", "", say("delivery_requests")), this.list.root,
    );
    this.overlay = make("p", "delivery-overlay");
    this.overlay.hidden = true;
    document.getElementById("picture")?.append(this.overlay);
  }

  #listen() {
    const { room } = this;
    const on = (/** @type {string} */ name, /** @type {(detail: any) => void} */ hear) => (
      room.link.addEventListener(name, (event) => hear(/** @type {CustomEvent} */ (event).detail)));
    on("delivery", ({ conditions }) => this.#use(conditions));
    on("delivered", ({ requests, kbit_s }) => this.#hear(requests, kbit_s));
    room.addEventListener("port", () => this.#attach());
    room.addEventListener("facts", () => { this.story.segments = room.facts.segments ?? []; });
    room.addEventListener("select", () => { if (room.selected !== null) this.form.aim(room.selected); });
    if (room.port) this.#attach();
  }

  #attach() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { port } = this.room;
    port?.events.addEventListener("state", () => this.#look(), { signal: this.#listening.signal });
    if (this.#inForce && this.#inForce.ranges !== "heeded") void this.#perform("by-ranges", { on: true });
  }

  /** @param {Conditions} conditions that the server has put in force */
  #use(conditions) {
    const before = this.#inForce;
    this.#inForce = conditions;
    this.story.forgetRate();
    this.form.show(conditions);
    this.stays.hidden = isAsUsual(conditions);
    this.problem.textContent = "";
    if (before) void this.#goOn(before, conditions);
    else if (conditions.ranges !== "heeded") void this.#perform("by-ranges", { on: true });
  }

  /** Fetch anew what is buffered from the playhead on: a film that has come already meets no fault. */
  #load() {
    this.story.clear();
    void this.#perform("restart");
  }

  /**
   * A line that has changed is a reason to try again at once.
   *
   * @param {Conditions} before
   * @param {Conditions} now
   */
  async #goOn(before, now) {
    if (before.mime !== now.mime) await this.#perform("reopen");
    if (before.ranges !== now.ranges || before.mime !== now.mime) await this.#perform("by-ranges", { on: now.ranges !== "heeded" });
    if (this.room.state.error) await this.#perform("retry");
  }

  /** @param {import("./delivery-story.js").Request[]} requests @param {number | null} kbit_s */
  #hear(requests, kbit_s) {
    this.story.hear(requests, kbit_s);
    this.#kbit_s = kbit_s;
    this.#kbitAt = performance.now();
    this.list.show(requests);
    this.#tick();
  }

  #look() {
    this.story.look(this.room.state, performance.now());
    this.#speak();
  }

  #tick() {
    const now = performance.now();
    const { state } = this.room;
    this.story.look(state, now);
    const fresh = now - this.#kbitAt < 1_000 ? this.#kbit_s : null;
    const stands = !state.paused && !state.ended && !state.seeking && (state.stalled || state.ready_state < 3);
    this.graph.add({ at: now, ahead_s: this.story.ahead(state), kbit_s: fresh, need: this.story.needed(state), stands });
    this.#speak();
    if (this.#shown) this.graph.draw();
  }

  #speak() {
    const now = performance.now();
    const sentence = this.story.sentence(now);
    const text = this.#textOf(sentence);
    if (text !== this.#said) {
      this.#said = text;
      this.words.textContent = text;
      this.words.dataset.tone = this.overlay.dataset.tone = sentence.tone;
      this.overlay.textContent = text;
      this.overlay.hidden = !LOUD.includes(sentence.tone);
    }
    this.count.textContent = this.room.say("delivery_stalls", { count: this.story.stalls(now), s: (this.story.total(now) / 1000).toFixed(1) });
  }

  /** @param {Sentence} sentence @returns {string} */
  #textOf({ key, values }) {
    const { say } = this.room;
    /** @type {Record<string, string | number>} */
    const shown = {};
    for (const [name, value] of Object.entries(values)) {
      if (name === "need" || name === "arrive") shown[name] = rateText(Number(value), say);
      else if (name === "at") shown[name] = clock(Number(value)).replace(/\.\d+$/, "");
      else if (name === "s") shown[name] = Number(value).toFixed(1);
      else if (name === "n") shown[name] = value === "init" ? say("delivery_init") : say("delivery_segment", { n: value });
      else shown[name] = typeof value === "number" ? value.toLocaleString("en") : value;
    }
    return say(key, shown);
  }

  /** @param {string} command @param {Record<string, unknown>} [args] */
  async #ask(command, args) {
    try {
      await this.room.link.ask(command, args);
      this.problem.textContent = "";
    } catch (error) {
      const { message, detail = "" } = /** @type {any} */ (error);
      this.problem.textContent = [message, detail].filter(Boolean).join(" ");
    }
  }

  /** @param {string} operation @param {Record<string, unknown>} [args] */
  async #perform(operation, args) {
    try {
      await this.room.port?.perform(operation, args);
    } catch (error) {
      console.info("delivery:", operation, String(error)); // the state tells what is wrong
    }
  }
}

/** @param {Conditions} conditions @returns {boolean} whether bytes come at once and whole */
function isAsUsual({ kbit_s, latency_ms, jitter_ms, content_type, mime, ranges, refusal, cut, late }) {
  return !(kbit_s || latency_ms || jitter_ms || content_type || mime || refusal || cut || late) && ranges === "heeded";
}
