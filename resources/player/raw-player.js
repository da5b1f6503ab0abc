/** Appends a file as it stands, block by block: for files that have no segments. */

import { MseError, asMseError, mediaError } from "./errors.js";
import { attachSource } from "./managed-source.js";
import { SourceBufferQueue } from "./source-buffer-queue.js";
import { rangesOf, unionOf } from "./timeline.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {import("./segment-loader.js").SegmentLoader} SegmentLoader */
/** @typedef {import("./source-buffer-queue.js").Emit} Emit */
/** @typedef {import("./timeline.js").Range} Range */

const APPEND_LIMIT_MS = 6_000;
const BLOCK_BYTES = 1024 * 1024;

export class RawPlayer {
  /** @type {Range[]} */
  coverage = [];
  /** @type {MseError | null} */
  error = null;
  /** @type {MediaSource | null} */
  #source = null;
  #url = "";

  /**
   * @param {HTMLVideoElement} video
   * @param {SegmentLoader} loader
   * @param {Index} index
   * @param {Emit} emit
   * @param {object} [bounds] there is nothing to bound here
   */
  constructor(video, loader, index, emit, bounds = {}) {
    this.video = video;
    this.loader = loader;
    this.index = index;
    this.emit = emit;
    this.bounds = bounds;
  }

  /** @returns {Range[]} */
  get buffered() {
    return rangesOf(this.video.buffered);
  }

  get complete() {
    return this.#source?.readyState === "ended";
  }

  /** @returns {Promise<void>} rejects with an MseError */
  async open() {
    const { source, url, opened } = attachSource(this.video);
    this.#source = source;
    this.#url = url;
    await opened;
    const queue = new SourceBufferQueue(source.addSourceBuffer(this.index.mime), this.emit, APPEND_LIMIT_MS);
    this.emit("sourcebuffer:added", { mime: this.index.mime });
    this.emit("init", { bytes: 0 });
    try {
      for (let offset = 0; offset < this.index.size; offset += BLOCK_BYTES) {
        const length = Math.min(BLOCK_BYTES, this.index.size - offset);
        await queue.append(await this.loader.bytes(offset, length));
        this.coverage = unionOf(this.coverage, this.buffered);
        this.emit("append", { n: offset / BLOCK_BYTES, bytes: length, ms: 0, ranges: this.buffered });
      }
      if (source.readyState === "open") source.endOfStream();
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      this.error = mediaError(this.video) ?? asMseError(error);
      throw this.error;
    }
  }

  destroy() {
    this.video.removeAttribute("src");
    this.video.load();
    URL.revokeObjectURL(this.#url);
  }
}
