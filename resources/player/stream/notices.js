/** What lies over the picture: trouble with what can be done, the way to sound, nothing to see. */

import { make } from "../room/transport-dom.js";
import { setText } from "./head.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../room/words.js").Translate} Translate */

export class Notices {
  #shown = "";

  /**
   * @param {HTMLElement} root
   * @param {Session} session
   * @param {Translate} say
   */
  constructor(root, session, say) {
    this.session = session;
    this.say = say;
    this.what = make("strong");
    this.hint = make("p");
    this.buttons = make("div", { class: "row" });
    this.notice = make("div", { class: "notice", role: "alert" }, this.what, this.hint, this.buttons);
    this.sound = push(say("do_sound"), () => session.mute(false), true);
    this.sound.classList.add("over");
    this.listen = make("div", { class: "listen" }, say("sound_only"));
    for (const one of [this.notice, this.sound, this.listen]) one.hidden = true;
    root.append(this.listen, this.sound, this.notice);
  }

  refresh() {
    const { session } = this;
    this.sound.hidden = !(session.muteForced && session.video.muted && !session.error);
    const mimes = session.player?.mimes ?? [];
    this.listen.hidden = !mimes.length || mimes.some((mime) => !mime.startsWith("audio/"));
    this.notice.hidden = !session.error;
    const { trouble } = session;
    const told = trouble ? `${trouble.what}\n${trouble.hint}` : "";
    if (told === this.#shown) return;
    this.#shown = told;
    if (trouble) this.#show(trouble);
  }

  /** @param {import("./trouble-words.js").Told} trouble */
  #show({ what, hint, skipTo }) {
    const { session, say } = this;
    setText(this.what, what);
    setText(this.hint, hint);
    const again = push(say("do_again"), () => void session.again(), skipTo === null);
    const skip = skipTo === null ? [] : [push(say("do_skip", { number: skipTo }), () => void session.skip(), true)];
    const isUseless = session.error?.code === "unsupported-type" || session.error?.code === "address";
    this.buttons.replaceChildren(...(isUseless ? [] : [...skip, again]));
  }
}

/** @param {string} text @param {() => void} act @param {boolean} isMain */
function push(text, act, isMain) {
  const button = make("button", { type: "button", class: isMain ? "push main" : "push" }, text);
  button.addEventListener("click", act);
  return button;
}
