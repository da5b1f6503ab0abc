/** What can be seen and counted of a playing element: pictures, frames, bytes of sound. */

const WIDTH = 64;
const HEIGHT = 36;
const VISIBLE_LUMA = 32;

/** @typedef {{time_s: number, mean: number, brightest: number, hash: number}} Grab */

export class PictureProbe {
  /** @type {Grab[]} */
  grabs = [];
  #running = false;

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.context = canvas.getContext("2d", { willReadFrequently: true });
  }

  /** Take the picture of now. @returns {Grab | null} null when there is none */
  grab() {
    if (!this.context || this.video.readyState < 2 || !this.video.videoWidth) return null;
    this.context.drawImage(this.video, 0, 0, WIDTH, HEIGHT);
    const { data } = this.context.getImageData(0, 0, WIDTH, HEIGHT);
    const found = { time_s: this.video.currentTime, ...measure(data) };
    if (this.grabs.length < 200) this.grabs.push(found);
    return found;
  }

  /** Take pictures while it plays, at each presented frame where the engine tells. */
  start() {
    this.#running = true;
    const again = () => {
      if (!this.#running) return;
      this.grab();
      if (this.video.requestVideoFrameCallback) this.video.requestVideoFrameCallback(again);
      else setTimeout(again, 100);
    };
    again();
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
}

/**
 * @param {Uint8ClampedArray} data RGBA
 * @returns {{mean: number, brightest: number, hash: number}} hash is FNV-1a over red, green, blue
 */
function measure(data) {
  let sum = 0;
  let brightest = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < data.length; i += 4) {
    const luma = (data[i] * 54 + data[i + 1] * 183 + data[i + 2] * 19) >> 8;
    sum += luma;
    if (luma > brightest) brightest = luma;
    for (let j = 0; j < 3; j += 1) hash = Math.imul(hash ^ data[i + j], 0x01000193);
  }
  return { mean: Math.round((sum * 4) / data.length), brightest, hash: hash >>> 0 };
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
