/** The bar under the picture: play, position, the way back to now, sound, full screen. */

import { describe, iconButton, make, setPicture } from "../room/transport-dom.js";
import { clock, rangesOf } from "../timeline.js";
import { setText } from "./head.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../room/words.js").Translate} Translate */
/** @typedef {import("../room/transport-screen.js").Screen} Screen */

const AT_NOW_S = 1;
const VOLUME_STEP = 0.05;

export class Bar {
  /**
   * @param {HTMLElement} root
   * @param {Session} session
   * @param {Translate} say
   * @param {Screen} screen
   */
  constructor(root, session, say, screen) {
    this.root = root;
    this.session = session;
    this.say = say;
    this.screen = screen;
    this.seek = new SeekBar(session, say);
    this.now = make("span", { class: "now" });
    this.whole = make("span", { class: "whole" });
    this.behind = make("span", { class: "behind" });
    this.live = make("button", { type: "button", class: "live" }, say("live"));
    this.live.addEventListener("click", () => void session.toNow());
    describe(this.live, say("to_now"), `${say("to_now")} (L)`);
    this.play = iconButton("play", say("play"), `${say("play")} (Space)`, () => session.toggle());
    this.play.classList.add("play");
    this.mute = iconButton("sound", say("mute"), `${say("mute")} (M)`, () => this.toggleMute());
    this.volume = this.#volumeSlider();
    this.full = iconButton("full", say("full"), `${say("full")} (F)`, () => screen.toggle());
    this.#build();
    screen.addEventListener("change", () => setPicture(this.full, screen.isFull ? "unfull" : "full"));
  }

  #build() {
    const { root, say } = this;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", say("bar"));
    root.append(
      this.seek.root,
      make("div", { class: "time" }, this.now, this.whole, this.live, this.behind),
      make("div", { class: "moves" }, this.play),
      make("div", { class: "rest" }, make("div", { class: "sound" }, this.mute, this.volume), this.full),
    );
    // A click leaves the focus where it was: space goes on playing and pausing.
    root.addEventListener("mousedown", (event) => {
      if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
    });
  }

  #volumeSlider() {
    const name = this.say("volume");
    const slider = /** @type {HTMLInputElement} */ (make("input", { type: "range", class: "volume", min: "0", max: "100", step: "1", "aria-label": name, title: `${name} (↑ ↓)` }));
    slider.addEventListener("input", () => this.#setVolume(Number(slider.value) / 100));
    return slider;
  }

  toggleMute() {
    this.session.mute(!this.session.video.muted);
  }

  /** @param {1 | -1} direction */
  louder(direction) {
    this.#setVolume(this.session.video.volume + direction * VOLUME_STEP);
  }

  /** @param {number} value */
  #setVolume(value) {
    const { session } = this;
    session.video.volume = Math.min(1, Math.max(0, Math.round(value * 100) / 100));
    if (session.video.muted && value > 0) session.mute(false);
  }

  /** Show how it is now. */
  refresh() {
    const { session, say } = this;
    const { video, isLive, lag_s, latency_s } = session;
    const isAtRest = video.paused || video.ended;
    setPicture(this.play, isAtRest ? "play" : "pause");
    const name = say(isAtRest ? "play" : "pause");
    describe(this.play, name, `${name} (Space)`);
    this.play.classList.toggle("waits", session.state === "WAITING");
    setText(this.now, clock(video.currentTime).replace(/\.\d+$/, ""));
    setText(this.whole, isLive ? "" : `/ ${clock(session.duration_s).replace(/\.\d+$/, "")}`);
    this.live.hidden = !isLive;
    const unit_s = session.player?.unit_s ?? 0;
    const isNow = lag_s !== null && lag_s < unit_s + AT_NOW_S && !video.paused;
    this.live.setAttribute("aria-pressed", String(isNow));
    setText(this.behind, isLive && latency_s !== null ? say("behind", { seconds: latency_s.toFixed(1) }) : "");
    this.#showSound();
    this.seek.refresh();
  }

  #showSound() {
    const { video, muteForced } = this.session;
    const isSilent = video.muted || video.volume === 0;
    setPicture(this.mute, isSilent ? "silence" : "sound");
    const name = this.say(muteForced && video.muted ? "sound_forced" : isSilent ? "unmute" : "mute");
    describe(this.mute, name, `${name} (M)`);
    this.mute.classList.toggle("asks", muteForced && video.muted);
    const value = String(Math.round((video.muted ? 0 : video.volume) * 100));
    if (this.volume.value !== value) this.volume.value = value;
    this.volume.setAttribute("aria-valuetext", `${value} %`);
  }
}

/** Where one is in what has an end. */
class SeekBar {
  #held = false;

  /** @param {Session} session @param {Translate} say */
  constructor(session, say) {
    this.session = session;
    this.groove = make("div", { class: "groove" });
    this.played = make("span", { class: "played" });
    this.input = /** @type {HTMLInputElement} */ (make("input", { type: "range", min: "0", max: "1", step: "any", "aria-label": say("position") }));
    this.root = make("div", { class: "seek" }, this.groove, this.input);
    this.input.addEventListener("input", () => { this.#held = true; session.seek(Number(this.input.value)); });
    for (const name of ["change", "pointerup", "blur"]) this.input.addEventListener(name, () => { this.#held = false; });
  }

  refresh() {
    const { session, input } = this;
    const whole_s = session.duration_s;
    this.root.hidden = session.isLive || !whole_s;
    if (this.root.hidden) return;
    const now_s = session.video.currentTime;
    input.max = String(whole_s);
    if (!this.#held) input.value = String(now_s);
    input.setAttribute("aria-valuetext", `${clock(now_s)} / ${clock(whole_s)}`);
    const share = (/** @type {number} */ value) => `${Math.min(100, (100 * value) / whole_s)}%`;
    this.played.style.width = share(now_s);
    this.groove.replaceChildren(...rangesOf(session.video.buffered).map(([start, end]) => {
      const part = make("span", { class: "loaded" });
      part.style.left = share(start);
      part.style.width = share(end - start);
      return part;
    }), this.played);
  }
}
