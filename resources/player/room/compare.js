/** The source beside the result, or under a wipe: the second picture of a stage. */

import { asMseError } from "../errors.js";
import { MsePlayer } from "../mse-player.js";
import { SegmentLoader } from "../segment-loader.js";
import { arrangement } from "./compare-layout.js";
import { InStep } from "./in-step.js";
import { PictureFit } from "./picture-fit.js";
import { OperationError } from "./port.js";
import { WipeGrip } from "./wipe.js";

/** @typedef {"off" | "side" | "wipe"} Mode */

const MODES = ["off", "side", "wipe"];
const BOUNDS = { aheadS: 12, behindS: 12 };
const RETRY_MS = 1_500;

export class Compare {
  /** @type {Mode} */
  mode = "off";
  wipe = 0.5;
  swapped = false;
  /** Frames by which the source is further on. */
  shift = 0;
  /** Whose sound is heard. @type {"first" | "second"} */
  sound = "first";
  /** Words of the page: stages have none of their own. */
  labels = { first: "", second: "", wipe: "" };
  /** @type {{code: string, detail: string} | null} */
  error = null;
  /** @type {HTMLVideoElement | null} */
  #video = null;
  /** @type {MsePlayer | null} */
  #player = null;
  /** @type {InStep | null} */
  #inStep = null;
  #turn = 0;
  #timer = 0;
  #base_s = 0;

  /**
   * @param {HTMLElement} root holds the first picture, and nothing else that is laid out
   * @param {HTMLVideoElement} first
   * @param {import("./playing.js").Playing} playing
   * @param {URL} source where the second's bytes are, ends in `/source/`
   * @param {() => void} announce
   */
  constructor(root, first, playing, source, announce) {
    this.root = root;
    this.first = first;
    this.playing = playing;
    this.source = source;
    this.announce = announce;
    this.grip = new WipeGrip((wipe) => this.#setWipe(wipe));
    this.tags = [tag("compare-first"), tag("compare-second")];
    this.operations = {
      compare: (/** @type {Record<string, any>} */ args) => this.#set(args),
      swap: () => { this.swapped = !this.swapped; this.#arrange(); },
    };
    this.resized = new ResizeObserver(() => this.#arrange());
    for (const name of ["loadedmetadata", "resize"]) first.addEventListener(name, () => this.#arrange());
    root.addEventListener("pointerdown", (event) => {
      if (this.mode === "wipe" && event.target instanceof HTMLVideoElement) this.grip.grab(event);
    });
  }

  /** The part of a `StageState` that this knows. */
  get state() {
    const { mode, wipe, swapped, sound, shift } = this;
    const second = this.#video;
    const in_step = mode === "off" || !second ? null : {
      ...(this.#inStep?.report ?? { frames: null, jumps: 0, waiting: true }),
      wipe, swapped, sound, shift, error: this.error,
      duration_s: Number.isFinite(second.duration) ? second.duration : null,
      frame_s: this.#inStep?.secondFrame_s ?? null,
      width: second.videoWidth, height: second.videoHeight,
    };
    return { compare: mode, in_step };
  }

  /** The first's sound as the user has it, whoever is heard. */
  get muted() {
    return this.sound === "second" && this.#video ? this.#video.muted : this.first.muted;
  }

  /** @param {boolean} on @returns {boolean} whether that was the second's */
  mute(on) {
    if (this.sound !== "second" || !this.#video) return false;
    this.#video.muted = on;
    return true;
  }

  close() {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#hear("first");
    this.#inStep?.close();
    this.#player?.destroy();
    this.#video?.remove();
    this.#inStep = this.#player = this.#video = null;
    this.mode = "off";
    this.error = null;
    this.resized.disconnect();
    this.#arrange();
  }

  /** @param {Record<string, any>} args `mode`, `wipe`, `sound`, `shift`, `labels`: what is to change */
  async #set({ mode = this.mode, wipe = this.wipe, sound, shift = this.shift, labels = {} }) {
    if (!MODES.includes(mode)) throw new OperationError("TypeError", `mode ${mode}`);
    if (!Number.isFinite(wipe) || !Number.isFinite(shift)) throw new OperationError("TypeError", "not a number");
    this.wipe = Math.min(1, Math.max(0, wipe));
    this.shift = Math.round(shift);
    Object.assign(this.labels, labels);
    if (mode === "off") {
      if (this.mode !== "off") this.close();
      return;
    }
    const opens = this.#video === null;
    this.mode = mode;
    if (opens) this.#show();
    this.#arrange();
    this.#shiftTo();
    if (opens) await this.#feed();
    if (sound) this.#hear(sound);
  }

  /** A second element, over the first. */
  #show() {
    const video = document.createElement("video");
    Object.assign(video, { playsInline: true, preload: "auto", muted: true, className: "compare-video" });
    this.#video = video;
    this.fit = new PictureFit(video);
    this.first.after(video, this.grip.root, ...this.tags);
    for (const name of ["loadedmetadata", "resize"]) video.addEventListener(name, () => this.#arrange());
    this.resized.observe(this.root);
  }

  /** @returns {Promise<void>} rejects with an OperationError when there is nothing to compare with */
  async #feed() {
    const turn = ++this.#turn;
    const video = /** @type {HTMLVideoElement} */ (this.#video);
    try {
      const loader = new SegmentLoader(this.source);
      const index = await loader.index();
      if (turn !== this.#turn) return;
      const player = new MsePlayer(video, loader, index, () => undefined, BOUNDS);
      this.#player = player;
      player.onError = (error) => this.#onError(turn, error);
      this.#inStep = new InStep(this.first, video, this.playing, this.announce);
      this.#inStep.secondFrame_s = frameOf(index) ?? this.playing.frames.frame_s;
      this.#base_s = (index.segments[0]?.start_s ?? 0) - this.playing.frames.first_s;
      this.#shiftTo();
      await player.open({ at_s: this.playing.now() });
      this.#inStep?.align();
    } catch (error) {
      if (turn !== this.#turn) return;
      const { code, detail } = asMseError(error);
      this.close();
      throw new OperationError("NotSupportedError", `${code}: ${detail}`, "compare_no_source");
    }
  }

  /** @param {number} turn @param {import("../errors.js").MseError} error */
  #onError(turn, error) {
    this.error = error.toReport();
    this.announce();
    this.#timer = window.setTimeout(() => {
      if (turn !== this.#turn || !this.#player) return;
      this.error = null;
      void this.#player.resume().catch(() => undefined); // it tells its error itself
    }, RETRY_MS);
  }

  #shiftTo() {
    if (!this.#inStep) return;
    const base_s = this.#base_s + this.shift * this.playing.frames.frame_s;
    if (base_s === this.#inStep.base_s) return;
    this.#inStep.base_s = base_s;
    this.#inStep.align();
  }

  /** @param {string} whose */
  #hear(whose) {
    const second = this.#video;
    if (whose === this.sound || !second) return;
    if (whose !== "first" && whose !== "second") throw new OperationError("TypeError", `sound ${whose}`);
    const { muted } = this;
    this.sound = whose;
    second.volume = this.first.volume;
    second.muted = whose === "second" ? muted : true;
    this.first.muted = whose === "first" ? muted : true;
  }

  /** @param {number} wipe */
  #setWipe(wipe) {
    this.wipe = wipe;
    this.#arrange();
    this.announce();
  }

  #arrange() {
    const { root, first, mode, grip, tags } = this;
    root.classList.toggle("comparing", mode !== "off");
    grip.root.hidden = mode !== "wipe";
    for (const each of tags) each.hidden = mode === "off";
    const second = this.#video;
    const { width, height } = this.playing.fit.size;
    const laid = arrangement(mode, root.clientWidth, root.clientHeight, width && height ? width / height : 16 / 9, this.wipe, this.swapped);
    place(first, laid.first);
    if (!second) return;
    place(second, laid.second);
    second.style.clipPath = laid.clip;
    grip.place(laid.grip, this.wipe, this.labels.wipe);
    tags.forEach((each, i) => {
      each.textContent = i ? this.labels.second : this.labels.first;
      Object.assign(each.style, laid.tags[i]);
    });
  }
}

/** @param {HTMLElement} element @param {Record<string, string>} style */
function place(element, style) {
  Object.assign(element.style, { left: "", top: "", width: "", height: "", ...style });
}

/** @param {string} name */
function tag(name) {
  const made = document.createElement("span");
  made.className = `compare-tag ${name}`;
  made.hidden = true;
  return made;
}

/** @param {import("../segment-loader.js").Index} index @returns {number | null} mean duration of a frame */
function frameOf({ segments }) {
  const frames = segments.reduce((sum, segment) => sum + (segment.frames || 0), 0);
  const seconds = segments.reduce((sum, segment) => sum + segment.duration_s, 0);
  return frames > 1 && seconds > 0 ? seconds / frames : null;
}
