/** What a device shows: the file's name, how far the check is, and the verdict in plain words. */

import { codecName, codecsOf } from "./strings.js";
import { clock } from "./timeline.js";

/** @typedef {{outcome: string, reason: string, warnings: string[], frames: number,
 *   frames_expected: number, error: import("./check-report.js").ToldError | null, mime: string,
 *   hasSource: boolean}} Told */

/** Step -> [word, percent where it begins]. @type {Record<string, [string, number]>} */
const STEPS = {
  type: ["deviceLoading", 1], sourceopen: ["deviceLoading", 3], init: ["deviceLoading", 5],
  append: ["deviceLoading", 6], metadata: ["deviceLoading", 19], play: ["devicePlaying", 20],
  frames: ["devicePlaying", 70], waits: ["devicePlayingAgain", 71], seeks: ["deviceSeeking", 75],
  entries: ["deviceEntering", 83], "repeated-init": ["deviceEntering", 93],
  switch: ["deviceEntering", 96], end: ["deviceEnding", 99],
};
const PLAY_PERCENT = 50;

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

export class DeviceView {
  video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
  #progress = /** @type {HTMLProgressElement} */ (document.getElementById("progress"));
  #step = "";

  /** @param {(key: string, values?: Record<string, string | number>) => string} say */
  constructor(say) {
    this.say = say;
    this.video.muted = true;
    this.#progress.setAttribute("aria-label", say("deviceProgress"));
    part("step").textContent = say("deviceOpening");
    part("keep").textContent = say("deviceKeep");
    part("again").textContent = say("deviceAgain");
    part("again").addEventListener("click", () => location.reload());
  }

  /** @param {string} name */
  name(name) {
    part("name").textContent = name;
    document.title = name;
  }

  /**
   * Wait for a tap.
   *
   * @param {() => void} onTap called inside the tap, which is what engines want
   * @returns {Promise<void>}
   */
  askForStart(onTap) {
    const button = part("start");
    button.textContent = this.say("deviceStart");
    part("start-hint").textContent = this.say("deviceStartHint");
    part("ask").hidden = false;
    button.focus();
    return new Promise((resolve) => {
      const tapped = () => { onTap(); part("ask").hidden = true; resolve(); };
      button.addEventListener("click", tapped, { once: true });
    });
  }

  /** @param {string} name of a step that begins */
  step(name) {
    this.#step = name;
    const [, percent] = STEPS[name] ?? ["", this.#progress.value];
    this.#progress.value = Math.max(this.#progress.value, percent);
    this.moved();
  }

  /** Time went on. */
  moved() {
    const { currentTime, duration } = this.video;
    const known = Number.isFinite(duration) && duration > 0;
    const values = { time: clock(currentTime), whole: clock(known ? duration : 0) };
    const [key] = STEPS[this.#step] ?? ["deviceOpening"];
    const text = this.say(key, values);
    if (part("step").textContent !== text) part("step").textContent = text;
    if (this.#step !== "play" || !known) return;
    const percent = STEPS.play[1] + PLAY_PERCENT * Math.min(1, currentTime / duration);
    this.#progress.value = Math.max(this.#progress.value, percent);
  }

  /** The link is closed, or too many came. @param {boolean} isFull */
  notLetIn(isFull) {
    this.#show("none", this.say(isFull ? "deviceFull" : "deviceClosed"), this.say("deviceClosedHint"), "");
    part("sent").textContent = "";
    part("again").hidden = true;
  }

  /** @param {Told} told */
  verdict(told) {
    const reasons = told.outcome === "unsupported" ? [] : [told.reason, ...told.warnings];
    const words = reasons.filter(Boolean).join(" ");
    const [kind, title, text] = this.#inWords(told);
    this.#show(kind, title, text, words);
    part("sent").textContent = this.say("deviceSent");
  }

  /** @param {Told} told @returns {[string, string, string]} kind, title and text */
  #inWords(told) {
    const { say } = this;
    if (told.outcome === "played") {
      const values = { frames: told.frames, expected: told.frames_expected };
      const counted = told.frames_expected ? say("devicePlaysFrames", values) : "";
      return told.warnings.length
        ? ["doubtful", say("deviceWarns"), counted]
        : ["good", say("devicePlays"), counted];
    }
    if (told.outcome === "failed") return ["bad", say("deviceFails"), this.#firstError(told)];
    if (told.outcome === "unsupported") {
      const codecs = codecsOf(told.mime).map(codecName).join(" + ");
      const title = told.hasSource ? say("unsupported", { codecs }) : say("deviceNoSource");
      return ["none", title, say("deviceUnsupportedHint")];
    }
    return ["none", say("deviceNoVerdict"), ""];
  }

  /** @param {Told} told @returns {string} the first error in plain words; empty when there are none */
  #firstError({ error }) {
    if (!error) return "";
    const { segment, time_s: time } = error.data;
    if (error.code === "quota") return this.say("quota");
    if (segment === "init") return this.say("refusedInit");
    if (segment !== undefined) return this.say("refused", { segment: Number(segment) + 1 });
    if (typeof time === "number") return this.say("broken", { time: clock(time) });
    return "";
  }

  /**
   * @param {string} kind
   * @param {string} title
   * @param {string} text
   * @param {string} words the engine's, or the program's, in English
   */
  #show(kind, title, text, words) {
    part("work").hidden = true;
    part("screen").hidden = true;
    part("verdict-title").textContent = title;
    part("verdict-text").textContent = text;
    part("verdict-words").textContent = words;
    part("verdict").dataset.kind = kind;
    part("verdict").hidden = false;
  }
}
