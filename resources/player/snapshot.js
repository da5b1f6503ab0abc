/** One picture to show for a check: from its middle, and not a black one if there is another. */

const LONGEST_SIDE = 480;
const MOST_BYTES = 256 * 1024;
const QUALITIES = [0.8, 0.6, 0.4];
const BRIGHT_ENOUGH = 48;

export class Snapshot {
  #canvas = document.createElement("canvas");
  #score = -Infinity;
  #time_s = 0;

  /** Whether there is nothing better to wait for. */
  get isGood() {
    return this.#score >= 1;
  }

  /**
   * Keep what the element shows if it is better than what there is.
   *
   * @param {HTMLVideoElement} video
   * @param {number} brightest luma of its brightest place, 0 to 255
   */
  offer(video, brightest) {
    const score = scoreOf(video, brightest);
    if (score <= this.#score || !video.videoWidth) return;
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
    this.#canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
    this.#canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    context.drawImage(video, 0, 0, this.#canvas.width, this.#canvas.height);
    this.#score = score;
    this.#time_s = video.currentTime;
  }

  /**
   * Hand the picture in; a program that does not want it is no reason to fail.
   *
   * @param {URL} url of this run's `picture`
   */
  async post(url) {
    if (this.#score === -Infinity) return;
    const body = await this.#encoded();
    if (!body) return;
    const { width, height } = this.#canvas;
    const values = { time_ms: Math.round(this.#time_s * 1000), width, height };
    for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value));
    const headers = { "Content-Type": "image/jpeg" };
    await fetch(url, { method: "POST", headers, body }).catch(() => undefined);
  }

  /** @returns {Promise<Blob | null>} */
  async #encoded() {
    for (const quality of QUALITIES) {
      /** @type {Blob | null} */
      const blob = await new Promise((resolve) => this.#canvas.toBlob(resolve, "image/jpeg", quality));
      if (blob && blob.size <= MOST_BYTES) return blob;
    }
    return null;
  }
}

/**
 * @param {HTMLVideoElement} video
 * @param {number} brightest
 * @returns {number} 1 and more: bright, and out of the middle half
 */
function scoreOf(video, brightest) {
  const { duration, currentTime } = video;
  const share = Number.isFinite(duration) && duration > 0 ? currentTime / duration : 0;
  const off = Math.min(1, Math.abs(share - 0.5) * 2);
  const light = Math.min(brightest, BRIGHT_ENOUGH) / BRIGHT_ENOUGH;
  return light + (off <= 0.5 ? 0.1 : -off / 10);
}
