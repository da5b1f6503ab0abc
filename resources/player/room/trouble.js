/** A line over the picture: why it does not go on, and what can be done. */

import { troubleOf } from "./trouble-rules.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./trouble-rules.js").Remedy} Remedy */
/** @typedef {import("./trouble-rules.js").Trouble} Trouble */

/** What comes, or goes, for less than this time is not worth a change. */
const COMES_MS = 250;
const GOES_MS = 500;

export class TroubleLine {
  #wanted = "null";
  #shown = "null";
  #timer = 0;
  #listening = new AbortController();

  /**
   * @param {HTMLElement} picture
   * @param {RoomContext} room
   */
  constructor(picture, room) {
    this.room = room;
    this.element = document.createElement("aside");
    this.element.className = "trouble";
    this.element.hidden = true;
    picture.append(this.element);
    room.addEventListener("port", () => this.#follow());
    if (room.port) this.#follow();
  }

  #follow() {
    this.#listening.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.room.port?.events.addEventListener("state", () => this.#look(), { signal });
    this.#look();
  }

  #look() {
    const trouble = troubleOf(this.room.state, this.room.facts.segments ?? []);
    const key = JSON.stringify(trouble);
    if (key === this.#wanted) return;
    this.#wanted = key;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(trouble, key), trouble ? COMES_MS : GOES_MS);
  }

  /** @param {Trouble | null} trouble @param {string} key */
  #show(trouble, key) {
    const { element, room } = this;
    if (key === this.#shown) return;
    this.#shown = key;
    element.hidden = !trouble;
    if (!trouble) return element.replaceChildren();
    element.dataset.kind = trouble.kind;
    const words = document.createElement("div");
    words.className = "trouble-words";
    words.setAttribute("role", trouble.kind === "error" ? "alert" : "status");
    words.append(line("strong", room.say(trouble.title, trouble.values)));
    if (trouble.hint) words.append(line("p", room.say(trouble.hint)));
    if (trouble.detail) words.append(this.#details(trouble.detail));
    const tools = document.createElement("div");
    tools.className = "trouble-tools";
    tools.append(...trouble.remedies.map((remedy) => this.#button(remedy, trouble)));
    element.replaceChildren(words, tools);
  }

  /** @param {string} detail */
  #details(detail) {
    const details = document.createElement("details");
    details.append(line("summary", this.room.say("trouble_details")), line("code", detail));
    return details;
  }

  /** @param {Remedy} remedy @param {Trouble} trouble */
  #button(remedy, trouble) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "push";
    button.textContent = this.room.say(`trouble_do_${remedy}`, { segment: trouble.next ?? "" });
    button.addEventListener("click", () => this.#do(remedy, trouble));
    return button;
  }

  /** @param {Remedy} remedy @param {Trouble} trouble */
  #do(remedy, { next }) {
    const { port } = this.room;
    const done = remedy === "skip" ? port?.perform("start-from", { segment: next })
      : remedy === "automatic" ? port?.perform("automatic", { on: true })
        : port?.perform(remedy);
    done?.catch(() => undefined); // the state tells
  }
}

/** @param {string} name @param {string} text */
function line(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
