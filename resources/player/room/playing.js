/** Playing, seeking, speed, sound: what concerns the element and not how it is fed. */

import { asMseError } from "../errors.js";
import { playAnyway } from "../waiting.js";
import { PictureFit } from "./picture-fit.js";
import { Frames } from "./playing-frames.js";
import { Loop } from "./playing-loop.js";
import { Reverse } from "./playing-reverse.js";
import { Seeker } from "./playing-seek.js";
import { Stall } from "./playing-stall.js";
import { OperationError } from "./port.js";

const [SLOWEST, FASTEST] = [0.1, 16];
const TELL_MS = 200;
/** After a pause, when the last frame may be on the screen. */
const SETTLED_MS = [80, 250];
/** How far the clock may be guessed ahead: engines tell it once a frame, some less often. */
const GUESS_S = 0.06;
const EVENTS = [
  "play", "playing", "pause", "seeking", "seeked", "ended", "waiting", "canplay", "progress", "error",
  "durationchange", "loadedmetadata", "loadeddata", "volumechange", "ratechange", "emptied", "resize",
];

export class Playing {
  #rate = 1;
  #timer = 0;
  #muteForced = false;
  #told = { time_s: 0, at: 0, shown: 0 };

  /**
   * @param {HTMLVideoElement} video
   * @param {import("./machine.js").Machine} machine
   * @param {() => void} announce called at every change, and 5 times a second while playing
   */
  constructor(video, machine, announce) {
    this.video = video;
    this.machine = machine;
    this.announce = announce;
    this.seeker = new Seeker(video);
    this.frames = new Frames(video, this.seeker);
    this.loop = new Loop(video, this.seeker);
    this.reverse = new Reverse(video, this.seeker, (time_s) => this.#boundBackwards(time_s));
    this.stall = new Stall(video);
    this.fit = new PictureFit(video);
    this.operations = this.#operations();
    for (const name of EVENTS) video.addEventListener(name, () => this.#onEvent());
  }

  /** The part of a `StageState` that this knows. */
  get state() {
    const { video } = this;
    const quality = video.getVideoPlaybackQuality?.();
    return {
      time_s: this.seeker.target ?? video.currentTime,
      duration_s: Number.isFinite(video.duration) ? video.duration : null,
      paused: video.paused && !this.reverse.active,
      ended: video.ended,
      seeking: video.seeking || this.seeker.target !== null,
      rate: this.#rate,
      volume: video.volume,
      muted: video.muted,
      mute_forced: this.#muteForced && video.muted,
      ready_state: video.readyState,
      loop: this.loop.range,
      stalled: this.stall.stalled,
      frames: quality?.totalVideoFrames ?? 0,
      dropped: quality?.droppedVideoFrames ?? 0,
      ...this.fit.size,
    };
  }

  /** Nothing is told or sought any more. */
  close() {
    this.reverse.stop();
    this.loop.set(null);
    clearInterval(this.#timer);
    this.announce = () => undefined;
  }

  /** @returns {number} the time of the picture, moving smoothly, in seconds */
  now() {
    const { video } = this;
    if (this.seeker.target !== null && !this.reverse.active) return this.seeker.target;
    const time_s = video.currentTime;
    const at = performance.now();
    if (time_s !== this.#told.time_s) this.#told = { time_s, at, shown: this.#told.shown };
    if (video.paused || video.readyState < 3) return time_s;
    const guess = time_s + Math.min(GUESS_S, (at - this.#told.at) / 1000) * video.playbackRate;
    const back = this.#told.shown - guess;
    if (back <= 0 || back > 2 * GUESS_S * video.playbackRate) this.#told.shown = guess;
    return Math.min(this.#told.shown, video.duration || Infinity);
  }

  /** @returns {Record<string, (args: Record<string, any>) => unknown>} */
  #operations() {
    const { video } = this;
    return {
      play: () => this.#play(),
      pause: () => this.#pause(),
      seek: (args) => this.#seek(args),
      step: ({ frames }) => { this.#pause(); return this.frames.step(Math.trunc(numberOf(frames, "frames"))); },
      rate: ({ value }) => this.#setRate(numberOf(value, "value")),
      loop: (args) => this.loop.set(args.off ? null : rangeOf(args)),
      volume: ({ value }) => { video.volume = Math.min(1, Math.max(0, numberOf(value, "value"))); },
      mute: ({ on }) => { video.muted = Boolean(on); this.#muteForced = false; },
      describe: (args) => this.#describe(args),
    };
  }

  async #play() {
    const { video, loop } = this;
    if (loop.isOutside(this.seeker.target ?? video.currentTime) && loop.range) {
      void this.seeker.to(this.#rate < 0 ? loop.range[1] : loop.range[0]);
    }
    if (this.#rate < 0) {
      video.pause();
      this.reverse.start(-this.#rate);
      this.#tellOn();
      return;
    }
    this.reverse.stop();
    video.playbackRate = this.#rate;
    try {
      if (await playAnyway(video)) this.#muteForced = true;
    } catch (error) {
      if (!isInterrupted(error)) throw new OperationError("NotAllowedError", asMseError(error).detail);
    }
  }

  #pause() {
    this.reverse.stop();
    if (this.video.paused) return;
    this.video.pause();
    for (const ms of SETTLED_MS) setTimeout(() => this.#settle(), ms);
  }

  /** Set the clock to the frame that stands on the screen. */
  #settle() {
    const { video, seeker, reverse, frames } = this;
    if (!video.paused || video.seeking || video.ended || seeker.target !== null || reverse.active) return;
    const place = frames.correction_s;
    if (place !== null) void seeker.to(place);
  }

  /**
   * @param {Record<string, any>} args `time_s`, or `frame`: the middle of that frame, from 0
   * @returns {Promise<{arrived: boolean, time_s: number}>}
   */
  async #seek({ time_s, frame }) {
    const place = frame === undefined ? numberOf(time_s, "time_s") : this.frames.timeOf(numberOf(frame, "frame"));
    this.reverse.moveTo(place);
    const arriving = this.seeker.to(place);
    this.#tellOn();
    return { arrived: await arriving, time_s: this.video.currentTime };
  }

  /** @param {number} value below 0 is backwards */
  #setRate(value) {
    const size = Math.min(FASTEST, Math.max(SLOWEST, Math.abs(value)));
    const moving = !this.video.paused || this.reverse.active;
    const turned = value < 0 || this.reverse.active;
    this.#rate = value < 0 ? -size : size;
    if (value > 0) {
      this.video.defaultPlaybackRate = size;
      this.video.playbackRate = size;
    }
    return moving && turned ? this.#play() : undefined;
  }

  /** @param {Record<string, any>} args what the file's facts say, see `Facts` */
  #describe({ frame_rate, first_frame_s, shown_width, shown_height, uneven }) {
    this.frames.describe(frame_rate ?? null, first_frame_s ?? 0, Boolean(uneven));
    this.fit.describe(shown_width ?? 0, shown_height ?? 0);
  }

  /** @param {number} time_s @returns {number} */
  #boundBackwards(time_s) {
    const { range } = this.loop;
    if (range && time_s < range[0]) return range[1];
    if (time_s > 0) return time_s;
    this.reverse.stop();
    this.announce();
    return 0;
  }

  #onEvent() {
    this.stall.look();
    if (!this.reverse.active) this.announce();
    this.#tellOn();
  }

  /** Tell now and then for as long as something moves, or wants to. */
  #tellOn() {
    if (this.#timer) return;
    this.#timer = window.setInterval(() => {
      this.stall.look();
      this.announce();
      const { video } = this;
      if (!video.seeking && this.seeker.target === null && !this.reverse.active && (video.paused || video.ended)) {
        clearInterval(this.#timer);
        this.#timer = 0;
      }
    }, TELL_MS);
  }
}

/** @param {unknown} error @returns {boolean} whether a pause came before it had begun to play */
function isInterrupted(error) {
  return asMseError(error).detail.startsWith("AbortError");
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
function numberOf(value, name) {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new OperationError("TypeError", `${name} is not a number`);
}

/** @param {Record<string, any>} args @returns {import("./port.js").Range} */
function rangeOf(args) {
  const [start, end] = [numberOf(args.start_s, "start_s"), numberOf(args.end_s, "end_s")];
  if (end <= start) throw new OperationError("RangeError", "the range ends before it starts");
  return [start, end];
}
