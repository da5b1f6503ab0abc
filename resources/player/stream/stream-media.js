/** One MediaSource in the element, with a queue for each of its SourceBuffers. */

import { MseError, mediaError } from "../errors.js";
import { attachSource, isSupported } from "../managed-source.js";
import { SourceBufferQueue } from "../source-buffer-queue.js";

/** @typedef {import("../source-buffer-queue.js").Emit} Emit */

const ERROR_DELAY_MS = 50;

export class StreamMedia {
  /** @type {MediaSource | null} */
  #source = null;
  #url = "";
  #listeners = new AbortController();
  /** @type {SourceBufferQueue[]} */
  queues = [];

  /**
   * @param {HTMLVideoElement} video
   * @param {Emit} emit
   */
  constructor(video, emit) {
    this.video = video;
    this.emit = emit;
    /** Called with the element's own error. @type {(error: MseError) => void} */
    this.onError = () => undefined;
  }

  /** @param {string[]} mimes one for each SourceBuffer @returns {Promise<void>} rejects with an MseError */
  async open(mimes) {
    for (const mime of mimes) if (!isSupported(mime)) throw new MseError("unsupported-type", mime, { mime });
    const { source, url, opened } = attachSource(this.video);
    this.#source = source;
    this.#url = url;
    this.video.addEventListener("error", () => {
      const error = mediaError(this.video);
      if (error) this.onError(error);
    }, { signal: this.#listeners.signal });
    await opened;
    for (const mime of mimes) this.queues.push(new SourceBufferQueue(this.#add(source, mime), this.emit));
  }

  /** @param {MediaSource} source @param {string} mime */
  #add(source, mime) {
    try {
      return source.addSourceBuffer(mime);
    } catch (error) {
      throw new MseError("source-buffer", String(error), { mime });
    }
  }

  get isOpen() {
    return this.#source?.readyState === "open";
  }

  /** @param {number} duration_s */
  setDuration(duration_s) {
    if (this.#source && this.isOpen && this.queues.every(({ idle }) => idle)) this.#source.duration = duration_s;
  }

  /** Nothing more comes. */
  end() {
    if (this.#source && this.isOpen && this.queues.every(({ idle }) => idle)) this.#source.endOfStream();
  }

  /**
   * Throw the element's own error if it has one: it says more than the buffer's.
   *
   * @param {MseError} error
   * @returns {Promise<never>}
   */
  async raise(error) {
    await new Promise((resolve) => setTimeout(resolve, ERROR_DELAY_MS));
    throw mediaError(this.video) ?? error;
  }

  /** Let go of the element. */
  close() {
    this.#listeners.abort();
    if (!this.#url) return;
    this.video.removeAttribute("src");
    this.video.load();
    URL.revokeObjectURL(this.#url);
    this.#url = "";
  }
}
