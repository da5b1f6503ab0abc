/** Words in the picture's place: while a browser is being started, or when nothing can be shown. */

import { reasonWords } from "./ways-words.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

export class WayNotice {
  /**
   * @param {HTMLElement} picture
   * @param {RoomContext} room
   */
  constructor(picture, room) {
    this.room = room;
    this.root = document.createElement("div");
    this.root.className = "way-notice";
    this.root.hidden = true;
    picture.append(this.root);
  }

  /**
   * @param {import("./ways.js").WayStatus} status
   * @param {EventTarget | null} view says `picture` when there is one
   */
  show(status, view) {
    const { say } = this.room;
    const starting = status.way === "cast" && status.state === "starting";
    if (starting) this.#fill(say("banner_cast_starting", { engine: status.engine }), "");
    else if (status.way === "none") this.#fill(say("banner_none_title"), this.#nothing(status));
    else if (status.way !== "cast") this.root.hidden = true;
    view?.addEventListener("picture", () => { this.root.hidden = true; }, { once: true });
  }

  /** @param {import("./ways.js").WayStatus} status */
  #nothing(status) {
    const hint = status.why === "unfragmented" ? "banner_none_unfragmented" : "banner_none_hint";
    return `${reasonWords(this.room, status)} ${this.room.say(hint)}`;
  }

  /** @param {string} title @param {string} text */
  #fill(title, text) {
    const head = document.createElement("strong");
    head.textContent = title;
    const body = document.createElement("p");
    body.textContent = text;
    this.root.replaceChildren(head, ...(text ? [body] : []));
    this.root.hidden = false;
  }
}
