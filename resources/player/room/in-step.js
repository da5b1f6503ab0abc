/** A second picture that follows a first one, to the frame. */

import { Seeker } from "./playing-seek.js";
import { correction, frameAim, frameOf, offsetOf } from "./in-step-rules.js";

/** @typedef {{mediaTime: number, at: number}} Seen a frame that was shown: its time, and when */
/** @typedef {{frames: number | null, jumps: number, waiting: boolean}} Report */

const LOOK_MS = 80;
const FRESH_MS = 400;
const MOST_ALIGNS = 3;
const HAIR_S = 0.001;
/** Part of the older values in the mean. */
const SMOOTH = 0.6;
const JUMP_PAUSE_MS = 700;
const HAVE_CURRENT_DATA = 2;
const HAVE_FUTURE_DATA = 3;

/**
 * Paused, both show the same frame: the second seeks into the frame that the first shows.
 * Playing, the second runs a little faster or slower, and jumps when it is too far off.
 */
export class InStep {
  #listening = new AbortController();
  #timer = 0;
  #aligns = 0;
  #jumpedAt = -Infinity;
  /** How long a jump takes until a picture is there, learnt. */
  #jumpCost_s = 0.15;
  #jumps = 0;
  /** How far the second is behind, without the trembling of single frames. */
  #smooth_s = 0;
  #snapped = false;
  /** @type {Seen | null} */
  #firstSeen = null;
  /** @type {Seen | null} */
  #secondSeen = null;

  /**
   * @param {HTMLVideoElement} first
   * @param {HTMLVideoElement} second
   * @param {import("./playing.js").Playing} playing of the first
   * @param {() => void} announce called when the report has changed
   */
  constructor(first, second, playing, announce) {
    this.first = first;
    this.second = second;
    this.playing = playing;
    this.announce = announce;
    this.seeker = new Seeker(second);
    /** Seconds to add to the first's time for the second's. */
    this.base_s = 0;
    /** Duration of the second's frames. */
    this.secondFrame_s = playing.frames.frame_s;
    this.#listen();
    this.#watch(first, (seen) => { this.#firstSeen = seen; });
    this.#watch(second, (seen) => { this.#secondSeen = seen; });
    this.#timer = window.setInterval(() => this.#look(), LOOK_MS);
    this.align();
  }

  /** How far the second is ahead, in frames of the first; null while that is not known. */
  get offset() {
    const { first, second } = this;
    if (first.seeking || second.seeking || second.readyState < HAVE_CURRENT_DATA) return null;
    if (first.paused || first.ended) {
      return this.#standingOffset(this.#firstSeen?.mediaTime ?? first.currentTime, this.#secondSeen?.mediaTime ?? second.currentTime);
    }
    if (!this.#firstSeen || !this.#secondSeen) return null;
    const now = performance.now();
    if (now - Math.min(this.#firstSeen.at, this.#secondSeen.at) > FRESH_MS) return null;
    return offsetOf(this.#firstSeen, this.#secondSeen, first.playbackRate, this.base_s, this.#frame_s);
  }

  /** @param {number} first_s of the frame that is shown @param {number} second_s */
  #standingOffset(first_s, second_s) {
    const here = this.#startOf(first_s);
    if (Math.abs(this.secondFrame_s / this.#frame_s - 1) > 0.02) return (second_s - this.base_s - here) / this.#frame_s;
    return Math.round((this.#startOf(second_s - this.base_s) - here) / this.#frame_s);
  }

  /** @param {number} time_s @returns {number} when the first's frame begins that is shown then */
  #startOf(time_s) {
    const { first_s, frame_s, variable } = this.playing.frames;
    return variable ? time_s : first_s + frameOf(time_s, first_s, frame_s) * frame_s;
  }

  /** @returns {Report} */
  get report() {
    const { offset } = this;
    return {
      frames: offset === null ? null : Math.round(offset * 10) / 10 + 0,
      jumps: this.#jumps,
      waiting: this.second.readyState < HAVE_FUTURE_DATA && !this.second.ended,
    };
  }

  get #frame_s() {
    return this.playing.frames.frame_s;
  }

  close() {
    this.#listening.abort();
    clearInterval(this.#timer);
  }

  /** Show the same frame in both; for a first that stands. */
  align() {
    this.#aligns = 0;
    this.#follow();
  }

  #listen() {
    const { first, second } = this;
    const options = { signal: this.#listening.signal };
    first.addEventListener("seeking", () => this.#onSeeking(), options);
    first.addEventListener("seeked", () => this.align(), options);
    first.addEventListener("pause", () => this.#onPause(), options);
    for (const name of ["play", "playing", "waiting", "ratechange"]) {
      first.addEventListener(name, () => this.#look(), options);
    }
    for (const name of ["loadeddata", "canplay"]) second.addEventListener(name, () => this.#look(), options);
    second.addEventListener("seeking", () => { this.#secondSeen = null; }, options);
    second.addEventListener("seeked", () => this.#onArrived(), options);
  }

  #onSeeking() {
    this.#firstSeen = null;
    this.#snapped = true;
    this.align();
  }

  #onPause() {
    this.second.pause();
    this.#snapped = false;
    this.#aligns = 0;
    setTimeout(() => this.#snap(), 60);
  }

  /** Have the first stand in the middle of the frame that it shows. */
  #snap() {
    const { first } = this;
    if (!first.paused || this.#snapped || this.#listening.signal.aborted || first.seeking) return;
    this.#snapped = true;
    const start = this.#startOf(this.#firstSeen?.mediaTime ?? first.currentTime);
    void this.playing.seeker.to(frameAim(start, this.#frame_s, this.#frame_s));
  }

  /**
   * Bring a standing or seeking second to where the first is.
   *
   * @param {boolean} [again] even if it says that it is there: what was seen of it last may be
   *   of before its seek, and a picture that stands is not told of twice
   */
  #follow(again = false) {
    const { first, second } = this;
    if (second.readyState === 0) return;
    const target = this.playing.seeker.target ?? first.currentTime;
    const seen = first.seeking ? null : this.#firstSeen?.mediaTime ?? null;
    const start = this.#startOf(seen ?? target);
    const aim = frameAim(start + this.base_s, this.#frame_s, this.secondFrame_s);
    const going = this.seeker.target ?? (second.paused ? second.currentTime : NaN);
    if (again || Math.abs(going - aim) > HAIR_S) void this.seeker.to(aim);
  }

  #onArrived() {
    if (Number.isFinite(this.#jumpedAt) && !this.first.paused) {
      const cost = (performance.now() - this.#jumpedAt) / 1000;
      if (cost < 2) this.#jumpCost_s = 0.5 * this.#jumpCost_s + 0.5 * cost;
    }
    this.announce();
  }

  /** Look how far they are apart, and do something about it. */
  #look() {
    const { first, second } = this;
    if (second.readyState === 0) return;
    const runs = !first.paused && !first.ended && !first.seeking && first.readyState >= HAVE_FUTURE_DATA;
    if (runs) this.#run();
    else {
      if (!second.paused) second.pause();
      this.#stand();
    }
    this.announce();
  }

  /** While the first stands: correct what is not the same frame. */
  #stand() {
    const { offset } = this;
    if (this.seeker.target !== null || this.first.seeking) return;
    if (offset === null || Math.abs(offset) <= 0.75 || this.#aligns >= MOST_ALIGNS) return;
    this.#aligns += 1;
    this.#follow(this.#aligns === MOST_ALIGNS);
  }

  #run() {
    const { first, second } = this;
    const frame_s = this.#frame_s;
    if (second.paused && !second.ended) second.play().catch(() => undefined); // it is muted
    if (this.seeker.target !== null || second.seeking) return;
    const behind_s = first.currentTime + this.base_s - second.currentTime;
    const { offset } = this;
    const off_s = offset === null ? behind_s : -offset * frame_s;
    this.#smooth_s = SMOOTH * this.#smooth_s + (1 - SMOOTH) * off_s;
    const { rate } = correction(this.#smooth_s, frame_s, first.playbackRate);
    const { jump } = correction(Math.abs(off_s) < Math.abs(this.#smooth_s) ? off_s : this.#smooth_s, frame_s, first.playbackRate);
    const now = performance.now();
    if (jump && now - this.#jumpedAt > JUMP_PAUSE_MS) {
      this.#jumpedAt = now;
      this.#jumps += 1;
      this.#smooth_s = 0;
      second.playbackRate = first.playbackRate;
      void this.seeker.to(first.currentTime + this.base_s + this.#jumpCost_s * first.playbackRate);
    } else if (Math.abs(second.playbackRate - rate) > 0.004) second.playbackRate = rate;
  }

  /**
   * @param {HTMLVideoElement} video
   * @param {(seen: Seen) => void} tell
   */
  #watch(video, tell) {
    if (!("requestVideoFrameCallback" in video)) return;
    video.requestVideoFrameCallback((_, metadata) => {
      if (this.#listening.signal.aborted) return;
      tell({ mediaTime: metadata.mediaTime, at: metadata.expectedDisplayTime });
      this.#watch(video, tell);
    });
  }
}
