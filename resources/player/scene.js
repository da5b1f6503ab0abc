/** A fresh element with a source of its own, for one try apart from the main playing. */

import { PictureProbe, audioBytes, frameCount } from "./evidence.js";
import { mediaError } from "./errors.js";
import { attachSource } from "./managed-source.js";
import { familyOf } from "./rates.js";
import { SourceBufferQueue } from "./source-buffer-queue.js";
import { rangesOf } from "./timeline.js";
import { pause, playAnyway, until } from "./waiting.js";

const SETTLE_MS = 300;
const NEAR_S = 0.1;
const ENOUGH_FRAMES = 20;
const PLAY_LIMIT_MS = 500;
const ERROR_COMES_MS = 50;

export class Scene {
  #attached;
  /** @type {SourceBufferQueue | null} */
  #queue = null;

  constructor() {
    this.video = document.createElement("video");
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.className = "probe";
    document.body.append(this.video);
    this.#attached = attachSource(this.video);
    this.probe = new PictureProbe(this.video);
  }

  /**
   * @param {string} mime
   * @param {number} duration_s 0 when unknown
   */
  async open(mime, duration_s) {
    const { source, opened } = this.#attached;
    await opened;
    this.#queue = new SourceBufferQueue(source.addSourceBuffer(mime), () => undefined);
    if (duration_s > 0) source.duration = duration_s;
  }

  get queue() {
    if (!this.#queue) throw new Error("not open");
    return this.#queue;
  }

  /** @returns {import("./timeline.js").Range[]} */
  get buffered() {
    return rangesOf(this.video.buffered);
  }

  /** Frames decoded; presented, where more of these were counted (WebKitGTK counts late). */
  get frames() {
    return Math.max(frameCount(this.video).total, this.probe.shown ?? 0);
  }

  get audioBytes() {
    return audioBytes(this.video);
  }

  /**
   * No more data will come. WebKitGTK is not told so when it has enough to go on with: its
   * web process crashes in one of some six scenes that were (measured, 2.50.6; never in 80
   * that were not).
   *
   * @param {number} frames how many there are
   */
  end(frames) {
    if (frames >= ENOUGH_FRAMES && familyOf(navigator.userAgent) === "webkit") return;
    if (this.#attached.source.readyState === "open") this.#attached.source.endOfStream();
  }

  /**
   * Seek there, or to the beginning of the data if that is only just behind it.
   *
   * @param {number} time_s
   * @param {number} limitMs
   * @returns {Promise<boolean>} whether there is something to show
   */
  async seek(time_s, limitMs) {
    // while GStreamer builds its pipeline, a seek may hang WebKitGTK's page for ever or end as
    // “Failed to push buffer” (measured, 2.50.6: 6 of 30 at once, 1 of 30 a moment later)
    if (familyOf(navigator.userAgent) === "webkit") await pause(SETTLE_MS);
    const begin = this.buffered[0]?.[0] ?? time_s;
    this.probe.start();
    this.video.currentTime = begin > time_s && begin - time_s < NEAR_S ? begin : time_s;
    return until(this.video, () => !this.video.seeking && this.video.readyState >= 2, limitMs);
  }

  /**
   * Play until something is so.
   *
   * @param {() => boolean} isDone
   * @param {number} limitMs
   * @param {number} [rate]
   * @returns {Promise<boolean>}
   */
  async play(isDone, limitMs, rate = 1) {
    this.video.playbackRate = rate;
    await playAnyway(this.video, Math.min(limitMs, PLAY_LIMIT_MS));
    const done = await until(this.video, () => isDone() || this.video.ended, limitMs);
    this.video.pause();
    return done;
  }

  /** The element's own words, which come a moment later than the buffer's. */
  async failure() {
    await new Promise((resolve) => setTimeout(resolve, ERROR_COMES_MS));
    return mediaError(this.video);
  }

  close() {
    this.probe.stop();
    this.video.removeAttribute("src");
    this.video.load();
    this.video.remove();
    URL.revokeObjectURL(this.#attached.url);
  }
}
