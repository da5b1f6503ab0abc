/** The bar under the picture: moving, marks, speed, sound, full screen. */

import { Keys } from "./keys.js";
import { Acts, BACKWARDS, SPEEDS } from "./transport-acts.js";
import { describe, iconButton, make, setPicture } from "./transport-dom.js";
import { helpDialog } from "./transport-help.js";
import { Screen } from "./transport-screen.js";
import { TimeDisplay } from "./transport-time.js";
import { Voice } from "./transport-voice.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./drawer.js").Drawer} Drawer */

export class Transport {
  #moving = false;
  /** @type {AbortController | null} */
  #listening = null;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   * @param {Drawer} drawer
   */
  constructor(root, room, drawer) {
    this.root = root;
    this.room = room;
    this.drawer = drawer;
    this.say = room.say;
    this.acts = new Acts(room);
    this.time = new TimeDisplay(this.acts, this.say);
    this.voice = new Voice();
    this.help = helpDialog(this.say);
    this.screen = this.#screen();
    this.#build();
    this.#listen();
    new Keys(this.acts, {
      full: () => this.screen.toggle(), goTo: () => this.time.edit(), help: () => this.#help(),
      swap: () => this.time.swap(), panels: () => drawer.toggle(),
    });
  }

  #screen() {
    const desk = /** @type {HTMLElement} */ (this.root.parentElement);
    const picture = /** @type {HTMLElement} */ (desk.querySelector("#picture"));
    return new Screen(picture, () => this.room.state.paused, () => this.acts.toggle());
  }

  #build() {
    const { root, say, acts } = this;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", say("t_bar"));
    this.play = this.#button("play", "t_play", "Space", () => acts.toggle());
    this.play.classList.add("play");
    this.loop = this.#button("loop", "t_loop", "R", () => acts.toggleLoop());
    this.mute = this.#button("sound", "t_mute", "M", () => acts.toggleMute());
    this.full = this.#button("full", "t_full", "F", () => this.screen.toggle());
    this.panels = this.#button("panels", "t_panels", "P", () => this.drawer.toggle());
    this.panels.classList.add("panels");
    this.speed = this.#speedMenu();
    this.volume = this.#volumeSlider();
    root.append(this.time.root, this.#moves(), this.#rest(), this.voice.root, this.help);
    // A click leaves the focus where it was: space goes on playing and pausing.
    root.addEventListener("mousedown", (event) => {
      if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
    });
  }

  #moves() {
    const { acts } = this;
    return make("div", { class: "moves", role: "group", "aria-label": this.say("t_moves") },
      this.#button("start", "t_start", "Home", () => acts.toStart()),
      this.#button("segmentBack", "t_segment_back", "↑", () => acts.segment(-1)),
      this.#button("frameBack", "t_frame_back", "←", () => acts.step(-1)),
      this.play,
      this.#button("frameOn", "t_frame_on", "→", () => acts.step(1)),
      this.#button("segmentOn", "t_segment_on", "↓", () => acts.segment(1)),
      this.#button("end", "t_end", "End", () => acts.toEnd()),
    );
  }

  #rest() {
    const { acts } = this;
    this.markIn = this.#button("markIn", "t_in", "I", () => acts.mark(0));
    this.markOut = this.#button("markOut", "t_out", "O", () => acts.mark(1));
    const marks = make("div", { class: "marks", role: "group", "aria-label": this.say("t_range") }, this.markIn, this.markOut, this.loop);
    const sound = make("div", { class: "sound", role: "group", "aria-label": this.say("t_sound") }, this.mute, this.volume);
    const help = this.#button("help", "keys_title", "?", () => this.#help());
    help.classList.add("help");
    return make("div", { class: "rest" }, marks, this.speed, sound, this.full, help, this.panels);
  }

  #speedMenu() {
    const menu = /** @type {HTMLSelectElement} */ (make("select", { class: "speed", "aria-label": this.say("t_speed"), title: `${this.say("t_speed")} (J K L)` }));
    for (const value of [...SPEEDS, ...BACKWARDS]) menu.append(make("option", { value: String(value) }, this.#speedText(value)));
    menu.addEventListener("change", () => void this.acts.setRate(Number(menu.value)));
    return menu;
  }

  /** @param {number} value @returns {string} */
  #speedText(value) {
    return value < 0 ? `◂ ${-value}×` : `${value}×`;
  }

  #volumeSlider() {
    const slider = /** @type {HTMLInputElement} */ (make("input", { type: "range", class: "volume", min: "0", max: "100", step: "1", "aria-label": this.say("t_volume"), title: `${this.say("t_volume")} (Shift+↑ ↓)` }));
    slider.addEventListener("input", () => void this.acts.setVolume(Number(slider.value) / 100));
    return slider;
  }

  /**
   * @param {string} picture
   * @param {string} word
   * @param {string} key
   * @param {() => unknown} act
   */
  #button(picture, word, key, act) {
    return iconButton(picture, this.say(word), `${this.say(word)} (${key})`, act);
  }

  #listen() {
    this.room.addEventListener("port", () => this.#attach());
    this.room.addEventListener("facts", () => { void this.acts.refreshFacts(); this.refresh(); });
    this.room.addEventListener("range", () => { this.acts.followMarks(); this.refresh(); });
    this.drawer.addEventListener("change", () => this.refresh());
    this.screen.addEventListener("change", () => this.refresh());
    this.acts.addEventListener("refused", (event) => this.voice.say(String(/** @type {CustomEvent} */ (event).detail.message)));
    if (this.room.port) this.#attach();
    this.refresh();
  }

  /** Another stage: it is told about the file, and listened to. */
  #attach() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    this.room.port?.events.addEventListener("state", () => this.refresh(), { signal: this.#listening.signal });
    void this.acts.describe();
    this.refresh();
  }

  /** Show the stage's state. */
  refresh() {
    const { state } = this.room;
    this.time.refresh();
    this.#showMoving(state);
    this.#showSound(state);
    this.#showMarks(state);
    this.#showSpeed(state.rate);
    setPicture(this.full, this.screen.isFull ? "unfull" : "full");
    this.panels.setAttribute("aria-pressed", String(this.drawer.isOpen));
    document.body.classList.toggle("converted", state.way !== "");
    this.#speak(state);
    if (!state.paused && !this.#moving) this.#follow();
  }

  /** Keep the time going while it plays. */
  #follow() {
    this.#moving = !this.room.state.paused;
    if (!this.#moving) return;
    this.time.refresh();
    requestAnimationFrame(() => this.#follow());
  }

  /** @param {import("./port.js").StageState} state */
  #showMoving({ paused, stalled }) {
    setPicture(this.play, paused ? "play" : "pause");
    const name = this.say(paused ? "t_play" : "t_pause");
    describe(this.play, name, `${name} (Space)`);
    this.play.classList.toggle("waits", stalled);
  }

  /** @param {import("./port.js").StageState} state */
  #showSound({ muted, mute_forced, volume }) {
    const silent = muted || volume === 0;
    setPicture(this.mute, silent ? "silence" : "sound");
    const name = this.say(mute_forced ? "t_mute_forced" : muted ? "t_unmute" : "t_mute");
    describe(this.mute, name, `${name} (M)`);
    this.mute.classList.toggle("asks", Boolean(mute_forced));
    const value = String(Math.round((muted ? 0 : volume) * 100));
    if (this.volume.value !== value) this.volume.value = value;
    this.volume.setAttribute("aria-valuetext", `${value} %`);
  }

  /** @param {import("./port.js").StageState} state */
  #showMarks({ loop }) {
    const [start, end] = this.room.marks;
    this.markIn.setAttribute("aria-pressed", String(start !== null));
    this.markOut.setAttribute("aria-pressed", String(end !== null));
    this.loop.setAttribute("aria-pressed", String(loop !== null));
    for (const [button, place, word, key] of /** @type {[HTMLElement, number | null, string, string][]} */ ([[this.markIn, start, "t_in", "I"], [this.markOut, end, "t_out", "O"]])) {
      const name = place === null ? this.say(word) : `${this.say(word)}: ${this.time.textOf(place)}`;
      describe(button, name, `${name} (${key})`);
    }
  }

  /** @param {number} rate */
  #showSpeed(rate) {
    const value = String(Math.round(rate * 1000) / 1000);
    if (this.speed.value === value) return;
    if (![...this.speed.options].some((option) => option.value === value)) {
      this.speed.append(make("option", { value }, this.#speedText(Number(value))));
    }
    this.speed.value = value;
    this.speed.title = rate < 0 ? this.say("t_backwards") : `${this.say("t_speed")} (J K L)`;
  }

  /** @param {import("./port.js").StageState} state */
  #speak({ paused, rate, ended, ready_state }) {
    if (ready_state === 0) return;
    const time = this.time.textOf(this.acts.now_s);
    if (ended) this.voice.say(this.say("t_said_end"));
    else if (paused) this.voice.say(this.say("t_said_paused", { time }));
    else this.voice.say(this.say(rate < 0 ? "t_said_backwards" : "t_said_playing", { rate: Math.abs(rate) }));
  }

  #help() {
    if (!this.help.open) this.help.showModal();
  }
}
