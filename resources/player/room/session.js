/** One MediaSource from its making to its end: what feeds it, and each of its SourceBuffers. */

import { isSupported } from "../managed-source.js";
import { MsePlayer } from "../mse-player.js";
import { rangesOf } from "../timeline.js";
import { tapBuffer, tapSource } from "./taps-wrap.js";

/** @typedef {import("../segment-loader.js").Index} Index */
/** @typedef {import("../segment-loader.js").SegmentLoader} SegmentLoader */
/** @typedef {import("../timeline.js").Range} Range */
/** @typedef {import("./taps.js").Taps} Taps */
/**
 * @typedef {object} KnownBuffer
 * @property {SourceBuffer} buffer
 * @property {string} title as in the log: `SourceBuffer 1` ...
 * @property {string} mime given to addSourceBuffer or changeType
 * @property {number} bytes appended so far
 * @property {number} appends
 */

export class Session {
  /** Every SourceBuffer in the order of its making, also removed ones. @type {KnownBuffer[]} */
  buffers = [];
  /** What setLiveSeekableRange was given; the engine does not say. @type {Range | null} */
  liveRange = null;
  /** Whether the automatic player must begin with the init segment again. */
  disturbed = false;

  /**
   * @param {HTMLVideoElement} video
   * @param {SegmentLoader} loader
   * @param {Index} index
   * @param {Taps} taps
   * @param {(event: string) => void} onEvent hears what the player does
   */
  constructor(video, loader, index, taps, onEvent) {
    this.index = index;
    this.taps = taps;
    const named = new NamedLoader(loader, taps);
    this.player = new MsePlayer(video, /** @type {any} */ (named), index, (event, data) => {
      if (event === "quota" || event === "nudge") taps.note("player", event, JSON.stringify(data), "", false);
      onEvent(event);
    });
    this.player.onSource = (source, url) => this.#join(source, url);
  }

  get source() {
    return this.player.mediaSource;
  }

  /** Of each SourceBuffer that was not removed. */
  get ranges() {
    return this.buffers.filter((known) => this.holds(known)).map((known) => (
      { label: this.label(known), ranges: rangesOf(known.buffer.buffered) }
    ));
  }

  /** @param {KnownBuffer} known @returns {boolean} false once it was removed */
  holds(known) {
    const list = this.source?.sourceBuffers ?? [];
    return Array.prototype.includes.call(list, known.buffer);
  }

  /** @param {KnownBuffer} known @returns {string} `video+audio`, or the type where that is not known */
  label({ mime }) {
    if (mime !== this.index.mime) return mime;
    return [...new Set(this.index.tracks.map(({ kind }) => kind))].join("+") || mime;
  }

  /** @param {Start} start @typedef {{at_s?: number, automatic?: boolean}} Start */
  async open(start) {
    const { mime } = this.index;
    this.taps.run("call", "MediaSource", "isTypeSupported", [mime], () => isSupported(mime));
    await this.player.open(start);
  }

  close() {
    this.player.destroy();
  }

  /** @param {MediaSource} source @param {string} url */
  #join(source, url) {
    const name = source.constructor.name;
    this.taps.run("call", name, "constructor", [], () => this.taps.name(source, name));
    this.taps.run("call", "URL", "createObjectURL", [source], () => url);
    tapSource(this.taps, source, (buffer, mime) => {
      const known = { buffer, mime, title: `SourceBuffer ${this.buffers.length + 1}`, bytes: 0, appends: 0 };
      this.buffers.push(known);
      this.taps.name(buffer, known.title);
      tapBuffer(this.taps, buffer, known.title, (size) => {
        known.bytes += size;
        known.appends += 1;
      });
    });
  }
}

/** A loader whose bytes have names in the log. */
class NamedLoader {
  /** @param {SegmentLoader} loader @param {Taps} taps */
  constructor(loader, taps) {
    this.loader = loader;
    this.taps = taps;
  }

  async init() {
    return this.taps.name(await this.loader.init(), "init");
  }

  /** @param {number} n @param {AbortSignal} [signal] */
  async segment(n, signal) {
    return this.taps.name(await this.loader.segment(n, signal), `segment ${n}`);
  }

  /**
   * @param {number} n
   * @param {AbortSignal} signal
   * @returns {AsyncGenerator<ArrayBuffer>}
   */
  async* parts(n, signal) {
    const streamed = /** @type {any} */ (this.loader);
    if (typeof streamed.parts !== "function") {
      yield await this.segment(n, signal);
      return;
    }
    for await (const part of streamed.parts(n, signal)) yield this.taps.name(part, `segment ${n}`);
  }
}
