/** What can be seen and counted of a playing element: pictures, frames, bytes of sound. */

const WIDTH = 64;
const HEIGHT = 36;
const VISIBLE_LUMA = 32;

const LEAST_PAUSE_MS = 40;
const MOST_GRABS = 400;

/** @typedef {{time_s: number, brightest: number, hash: number}} Grab */

export class PictureProbe {
  /** @type {Grab[]} */
  grabs = [];
  /** Pictures presented since `start`, as the engine tells; null where it does not. @type {number | null} */
  shown = null;
  /** Media time of the first and the last picture presented. @type {number | null} */
  first_s = null;
  /** @type {number | null} */
  last_s = null;
  /** Media time of the picture presented nearest to `aim_s`. @type {number | null} */
  nearest_s = null;
  aim_s = 0;
  #callbacks = 0;
  /** @type {number | null} */
  #presentedBefore = null;
  #running = false;
  #grabbedAt = -Infinity;

  /**
   * @param {HTMLVideoElement} video
   * @param {import("./snapshot.js").Snapshot | null} [snapshot] gets a good picture to keep
   */
  constructor(video, snapshot = null) {
    this.video = video;
    this.snapshot = snapshot;
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.context = canvas.getContext("2d", { willReadFrequently: true });
  }

  /** Take the picture of now. @returns {Grab | null} null when there is none */
  grab() {
    const { video } = this;
    if (!this.context || video.readyState < 2 || !video.videoWidth) return null;
    this.#grabbedAt = performance.now();
    this.context.drawImage(video, 0, 0, WIDTH, HEIGHT);
    const { data } = this.context.getImageData(0, 0, WIDTH, HEIGHT);
    const found = { time_s: video.currentTime, ...measure(data) };
    if (this.grabs.length < MOST_GRABS) this.grabs.push(found);
    if (this.snapshot && !this.snapshot.isGood) this.snapshot.offer(video, found.brightest);
    return found;
  }

  /** Count presented pictures, and look at some of them. */
  start() {
    this.#running = true;
    if (this.video.requestVideoFrameCallback) this.#await();
    else this.#poll();
  }

  stop() {
    this.#running = false;
  }

  /** @returns {{grabs: number, distinct: number, brightest: number, black: boolean, changed: boolean}} */
  summary() {
    const distinct = new Set(this.grabs.map((grab) => grab.hash)).size;
    const brightest = Math.max(0, ...this.grabs.map((grab) => grab.brightest));
    const black = brightest < VISIBLE_LUMA;
    return { grabs: this.grabs.length, distinct, brightest, black, changed: distinct > 1 };
  }

  #await() {
    this.shown ??= 0;
    this.video.requestVideoFrameCallback((_, frame) => {
      if (!this.#running) return;
      this.#count(frame);
      this.#look();
      this.#await();
    });
  }

  /** @param {VideoFrameCallbackMetadata} frame */
  #count(frame) {
    this.#callbacks += 1;
    this.#presentedBefore ??= frame.presentedFrames - 1;
    this.shown = Math.max(this.#callbacks, frame.presentedFrames - this.#presentedBefore);
    this.first_s ??= frame.mediaTime;
    this.last_s = frame.mediaTime;
    const off = (/** @type {number} */ time_s) => Math.abs(time_s - this.aim_s);
    if (this.nearest_s === null || off(frame.mediaTime) < off(this.nearest_s)) {
      this.nearest_s = frame.mediaTime;
    }
  }

  #poll() {
    if (!this.#running) return;
    this.#look();
    setTimeout(() => this.#poll(), 100);
  }

  #look() {
    if (performance.now() - this.#grabbedAt >= LEAST_PAUSE_MS) this.grab();
  }
}

/**
 * @param {Uint8ClampedArray} data RGBA
 * @returns {{brightest: number, hash: number}} hash is FNV-1a over red, green, blue
 */
function measure(data) {
  let brightest = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < data.length; i += 4) {
    const luma = (data[i] * 54 + data[i + 1] * 183 + data[i + 2] * 19) >> 8;
    if (luma > brightest) brightest = luma;
    for (let j = 0; j < 3; j += 1) hash = Math.imul(hash ^ data[i + j], 0x01000193);
  }
  return { brightest, hash: hash >>> 0 };
}

/**
 * @param {HTMLVideoElement} video
 * @returns {{total: number, dropped: number}} video frames since the source was set
 */
export function frameCount(video) {
  const quality = video.getVideoPlaybackQuality?.();
  return { total: quality?.totalVideoFrames ?? 0, dropped: quality?.droppedVideoFrames ?? 0 };
}

/**
 * @param {HTMLVideoElement} video
 * @returns {number | null} bytes of sound decoded; null where the engine does not tell
 */
export function audioBytes(video) {
  const count = /** @type {any} */ (video).webkitAudioDecodedByteCount;
  return typeof count === "number" ? count : null;
}
