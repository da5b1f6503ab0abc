/** The preview's bar: buttons, timeline, keys. Knows the element, not MediaSource. */

import { clock, frameTime, segmentAt } from "./timeline.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
const JUMP_S = 5;
const IDLE_MS = 2_000;

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

export class Controls {
  #idleTimer = 0;
  /** @type {Index | null} */
  #index = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {Translate} say
   */
  constructor(video, say) {
    this.video = video;
    this.say = say;
    this.track = /** @type {HTMLCanvasElement} */ (byId("track"));
    this.timeline = byId("timeline");
    this.#label();
    this.#buttons();
    this.#pointer();
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("pointermove", () => this.#wakeUp());
    for (const name of ["play", "pause", "volumechange", "ratechange", "ended"]) {
      video.addEventListener(name, () => this.#states());
    }
    for (const name of ["timeupdate", "seeking", "progress", "durationchange", "loadedmetadata"]) {
      video.addEventListener(name, () => this.draw());
    }
    new ResizeObserver(() => this.draw()).observe(this.timeline);
    this.#wakeUp();
    this.#states();
    this.#animate();
  }

  /** @param {Index} index */
  setIndex(index) {
    this.#index = index;
    this.draw();
  }

  /** @param {boolean} enabled */
  setEnabled(enabled) {
    for (const id of ["play", "speed", "mute", "fullscreen"]) {
      /** @type {HTMLButtonElement} */ (byId(id)).disabled = !enabled;
    }
    for (const id of ["timeline", "segment", "time"]) byId(id).hidden = !enabled;
  }

  /** @returns {number} in seconds */
  get duration() {
    const { duration } = this.video;
    return Number.isFinite(duration) ? duration : this.#index?.duration_s ?? 0;
  }

  /** @param {number} time_s */
  seek(time_s) {
    this.video.currentTime = Math.min(Math.max(0, time_s), this.duration);
    this.draw();
  }

  toggle() {
    if (this.video.paused) void this.video.play().catch(() => undefined);
    else this.video.pause();
  }

  /** Draw the timeline: what is buffered, where segments begin, where we are. */
  draw() {
    const { video, track } = this;
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.timeline.clientWidth * ratio));
    const height = Math.round(6 * ratio);
    if (track.width !== width) track.width = width;
    if (track.height !== height) track.height = height;
    const context = track.getContext("2d");
    const total = this.duration;
    const now = Math.min(video.currentTime, total);
    byId("head").style.left = total ? `${(100 * now) / total}%` : "0";
    const [time, whole] = byId("time").children;
    time.textContent = clock(now);
    whole.textContent = `/ ${clock(total)}`;
    this.timeline.setAttribute("aria-valuenow", now.toFixed(2));
    this.timeline.setAttribute("aria-valuemax", total.toFixed(2));
    this.timeline.setAttribute("aria-valuetext", clock(now));
    this.#segmentReadout(now);
    if (context && total) this.#paint(context, width, height, total, now);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   * @param {number} height
   * @param {number} total
   * @param {number} now
   */
  #paint(context, width, height, total, now) {
    const colours = getComputedStyle(document.documentElement);
    const bar = (/** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to) => {
      context.fillStyle = colours.getPropertyValue(name);
      context.fillRect((from / total) * width, 0, ((to - from) / total) * width, height);
    };
    context.clearRect(0, 0, width, height);
    bar("--groove", 0, total);
    const { buffered } = this.video;
    for (let i = 0; i < buffered.length; i += 1) bar("--loaded", buffered.start(i), buffered.end(i));
    bar("--accent", 0, now);
    const segments = this.#index?.segments ?? [];
    if (segments.length * 5 > width) return;
    context.fillStyle = colours.getPropertyValue("--tick");
    for (const segment of segments.slice(1)) {
      context.fillRect(Math.round((segment.start_s / total) * width), 0, Math.max(1, height / 6), height);
    }
  }

  /** @param {number} now */
  #segmentReadout(now) {
    const segments = this.#index?.segments ?? [];
    const text = segments.length ? `${this.say("segment")} ${segmentAt(segments, now) + 1} / ${segments.length}` : "";
    byId("segment").textContent = text;
  }

  #label() {
    const names = /** @type {[string, string][]} */ ([["play", "play"], ["mute", "mute"], ["speed", "speed"], ["fullscreen", "fullscreen"], ["timeline", "position"]]);
    for (const [id, key] of names) {
      byId(id).setAttribute("aria-label", this.say(key));
      if (id !== "timeline") byId(id).title = this.say(key);
    }
    this.timeline.title = this.say("help");
  }

  #buttons() {
    byId("play").addEventListener("click", () => this.toggle());
    byId("mute").addEventListener("click", () => this.#mute());
    byId("speed").addEventListener("click", () => this.#nextSpeed());
    byId("fullscreen").addEventListener("click", () => this.#fullscreen());
    this.video.addEventListener("click", () => this.toggle());
    this.video.addEventListener("dblclick", () => this.#fullscreen());
  }

  #pointer() {
    /** @param {PointerEvent} event */
    const move = (event) => {
      const box = this.timeline.getBoundingClientRect();
      this.seek(((event.clientX - box.left) / box.width) * this.duration);
    };
    this.timeline.addEventListener("pointerdown", (event) => {
      this.timeline.setPointerCapture(event.pointerId);
      move(event);
    });
    this.timeline.addEventListener("pointermove", (event) => {
      if (this.timeline.hasPointerCapture(event.pointerId)) move(event);
    });
  }

  #states() {
    const set = (/** @type {string} */ id, /** @type {boolean} */ on, /** @type {string} */ key) => {
      byId(id).setAttribute("aria-pressed", String(on));
      byId(id).title = this.say(key);
      byId(id).setAttribute("aria-label", this.say(key));
    };
    const { paused, muted, playbackRate } = this.video;
    set("play", !paused, paused ? "play" : "pause");
    set("mute", muted, muted ? "unmute" : "mute");
    byId("speed").textContent = `${playbackRate}×`;
    this.draw();
  }

  /** Move the head at every frame while playing; `timeupdate` comes four times a second. */
  #animate() {
    const again = () => {
      if (this.video.paused) return;
      this.draw();
      requestAnimationFrame(again);
    };
    this.video.addEventListener("play", () => requestAnimationFrame(again));
  }

  #mute() {
    this.video.muted = !this.video.muted;
  }

  #nextSpeed() {
    const place = SPEEDS.indexOf(this.video.playbackRate);
    this.video.playbackRate = SPEEDS[(place + 1) % SPEEDS.length];
  }

  #fullscreen() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.body.requestFullscreen().catch(() => undefined);
  }

  /** @param {number} step */
  #stepFrame(step) {
    this.video.pause();
    const index = this.#index;
    if (!index?.frames) return;
    const first = index.segments[0]?.start_s ?? 0;
    const frame = (index.duration_s - first) / index.frames;
    this.seek(frameTime(this.video.currentTime, step, frame, first));
  }

  /** @param {number} step */
  #stepSegment(step) {
    const segments = this.#index?.segments ?? [];
    if (!segments.length) return;
    const here = segmentAt(segments, this.video.currentTime);
    this.seek(segments[Math.min(Math.max(0, here + step), segments.length - 1)].start_s);
  }

  /** L plays and doubles the speed, K stops and resets it, J goes back a second. */
  #shuttle(/** @type {string} */ key) {
    const { video } = this;
    if (key === "k") {
      video.pause();
      video.playbackRate = 1;
    } else if (key === "j") this.seek(video.currentTime - 1);
    else if (video.paused) void video.play().catch(() => undefined);
    else video.playbackRate = Math.min(8, Math.max(1, video.playbackRate * 2));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#wakeUp();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement && event.key === " ") return;
    const { currentTime } = this.video;
    /** @type {Record<string, () => void>} */
    const keys = {
      " ": () => this.toggle(),
      arrowleft: () => (event.shiftKey ? this.#stepSegment(-1) : this.seek(currentTime - JUMP_S)),
      arrowright: () => (event.shiftKey ? this.#stepSegment(1) : this.seek(currentTime + JUMP_S)),
      home: () => this.seek(0), end: () => this.seek(this.duration),
      ",": () => this.#stepFrame(-1), ".": () => this.#stepFrame(1),
      j: () => this.#shuttle("j"), k: () => this.#shuttle("k"), l: () => this.#shuttle("l"),
      m: () => this.#mute(), f: () => this.#fullscreen(),
    };
    const action = keys[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** Show the bar and the pointer; in full screen they go when nothing moves. */
  #wakeUp() {
    document.body.classList.remove("idle");
    clearTimeout(this.#idleTimer);
    this.#idleTimer = window.setTimeout(() => document.body.classList.add("idle"), IDLE_MS);
  }
}
