/** Plays one file through Media Source Extensions, with a bounded buffer. */

import { Bell } from "./bell.js";
import { eviction, room, wants } from "./buffer-policy.js";
import { MseError, asMseError, mediaError } from "./errors.js";
import { Landing } from "./landing.js";
import { attachSource, isSupported } from "./managed-source.js";
import { SourceBufferQueue } from "./source-buffer-queue.js";
import { covers, middleOf, nextStart, rangesOf, segmentAt, unionOf } from "./timeline.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {import("./segment-loader.js").SegmentLoader} SegmentLoader */
/** @typedef {import("./source-buffer-queue.js").Emit} Emit */
/** @typedef {import("./timeline.js").Range} Range */
/** @typedef {{aheadS?: number, aheadBytes?: number, behindS?: number, nudge?: boolean}} Bounds */

const NUDGE_REACH_S = 1;

export class MsePlayer {
  #wake = new Bell();
  #next = 0;
  #aimPending = false;
  #destroyed = false;
  #pumping = false;
  #automatic = true;
  /** @type {AbortController | null} */
  #fetching = null;
  #fetchingSegment = -1;
  /** What is being appended. @type {number | "init" | null} */
  #appending = null;
  /** @type {Range | null} */
  #lastEviction = null;
  /** @type {Landing | null} */
  #landing = null;
  /** @type {Set<number>} */
  #appended = new Set();
  /** @type {MediaSource | null} */
  #mediaSource = null;
  /** @type {SourceBufferQueue | null} */
  #queue = null;
  #objectUrl = "";
  #listeners = new AbortController();

  /**
   * @param {HTMLVideoElement} video
   * @param {SegmentLoader} loader
   * @param {Index} index
   * @param {Emit} emit hears what happens, see docs of each event in `#emit` calls
   * @param {Bounds} [bounds] how much to keep; nudge: step over small holes
   */
  constructor(video, loader, index, emit, bounds = {}) {
    this.video = video;
    this.loader = loader;
    this.index = index;
    this.emit = emit;
    this.bounds = { aheadS: 30, aheadBytes: 48e6, behindS: 20, nudge: true, ...bounds };
    /** Everything that was ever buffered. @type {Range[]} */
    this.coverage = [];
    /** @type {MseError | null} */
    this.error = null;
    /** Called once, with the first error. @type {(error: MseError) => void} */
    this.onError = () => undefined;
    /** Called with the new MediaSource before it is put in.
     * @type {(source: MediaSource, url: string) => void} */
    this.onSource = () => undefined;
  }

  /** Null until `open`. */
  get mediaSource() {
    return this.#mediaSource;
  }

  /** The SourceBuffer that is fed; null until it is there. */
  get sourceBuffer() {
    return this.#queue?.sourceBuffer ?? null;
  }

  /** The segment that is being fetched or appended. @returns {number | null} */
  get loading() {
    if (this.#fetching) return this.#fetchingSegment;
    return typeof this.#appending === "number" && !this.error ? this.#appending : null;
  }

  /** Whether segments are appended and removed as needed. */
  get automatic() {
    return this.#automatic;
  }

  /** @returns {Range[]} what is buffered now */
  get buffered() {
    return rangesOf(this.video.buffered);
  }

  /** Whether the last segment is in and the stream is closed. */
  get complete() {
    return this.#mediaSource?.readyState === "ended";
  }

  /** The segment at the current time. */
  get currentSegment() {
    return segmentAt(this.index.segments, this.video.currentTime);
  }

  /** Segments appended and not removed since, by our own doing. @returns {number[]} */
  get appendedSegments() {
    return [...this.#appended].sort((a, b) => a - b);
  }

  /**
   * Open the MediaSource, append the init segment, begin to append segments.
   *
   * @param {{at_s?: number, automatic?: boolean}} [start] where the playhead goes first; false:
   *   append no segment until `resume`
   * @returns {Promise<void>} rejects with an MseError
   */
  async open(start = {}) {
    this.#automatic = start.automatic ?? true;
    try {
      await this.#open(start.at_s ?? 0);
    } catch (error) {
      const known = asMseError(error);
      this.#fail(known);
      throw this.error ?? known;
    }
  }

  /** @param {number} at_s */
  async #open(at_s) {
    const { mime } = this.index;
    if (!isSupported(mime)) throw new MseError("unsupported-type", mime);
    this.#listen();
    const { source, url, opened } = attachSource(this.video, (...made) => this.onSource(...made));
    this.#mediaSource = source;
    this.#objectUrl = url;
    for (const name of ["sourceopen", "sourceended", "sourceclose"]) {
      source.addEventListener(name, () => this.emit(`mediasource:${name}`));
    }
    await opened;
    this.#queue = new SourceBufferQueue(this.#addSourceBuffer(source, mime), this.emit);
    if (this.index.duration_s > 0) source.duration = this.index.duration_s;
    const init = await this.loader.init();
    await this.#appendInit(init);
    this.emit("init", { bytes: this.index.init.size });
    if (at_s > 0) {
      this.video.currentTime = at_s;
      this.#aimPending = true;
    }
    void this.#pump();
  }

  /** @param {ArrayBuffer} init */
  async #appendInit(init) {
    this.#appending = "init";
    await this.#queueOrThrow().append(init).catch((error) => this.#throw(error));
    this.#appending = null;
  }

  /** Append and remove nothing more by itself; what runs at this moment is not undone. */
  suspend() {
    this.#automatic = false;
    this.#fetching?.abort();
    this.#wake.ring();
  }

  /**
   * Append as needed again, from the segment at the playhead on; an error is forgotten.
   *
   * @param {boolean} [again] begin with the init segment
   * @returns {Promise<void>} rejects with an MseError
   */
  async resume(again = false) {
    this.error = null;
    this.#appending = null;
    if (again) {
      if (this.#mediaSource?.readyState === "open") await this.#queueOrThrow().abort();
      await this.#appendInit(await this.loader.init());
    }
    this.#automatic = true;
    this.#aimPending = true;
    this.#lastEviction = null;
    this.#wake.ring();
    if (!this.#pumping) void this.#pump();
  }

  /** Let go of everything; the element can be used again. */
  destroy() {
    this.#destroyed = true;
    this.#listeners.abort();
    this.#fetching?.abort();
    this.#wake.ring();
    this.video.removeAttribute("src");
    this.video.load();
    URL.revokeObjectURL(this.#objectUrl);
  }

  /**
   * @param {MediaSource} source
   * @param {string} mime
   */
  #addSourceBuffer(source, mime) {
    try {
      const buffer = source.addSourceBuffer(mime);
      this.emit("sourcebuffer:added", { mime });
      return buffer;
    } catch (error) {
      throw new MseError("source-buffer", String(error));
    }
  }

  #listen() {
    const options = { signal: this.#listeners.signal };
    if (this.bounds.nudge) this.#landing = new Landing(this.video, () => this.buffered, options.signal);
    for (const name of ["timeupdate", "progress", "playing", "ratechange", "waiting", "canplay"]) {
      this.video.addEventListener(name, () => { this.#nudge(); this.#wake.ring(); }, options);
    }
    this.video.addEventListener("seeking", () => this.#onSeeking(), options);
    this.video.addEventListener("error", () => {
      const error = mediaError(this.video);
      if (error) this.#fail(error);
    }, options);
  }

  #onSeeking() {
    this.#aimPending = true;
    const target = segmentAt(this.index.segments, this.video.currentTime);
    if (this.#fetching && this.#fetchingSegment !== target) this.#fetching.abort();
    this.#wake.ring();
  }

  async #pump() {
    this.#pumping = true;
    try {
      while (!this.#destroyed && !this.error) {
        const step = this.#nextStep();
        if (step) {
          await step();
          continue;
        }
        this.#nudge();
        await this.#wake.wait();
      }
    } catch (error) {
      if (!this.#destroyed) this.#fail(mediaError(this.video) ?? asMseError(error));
    } finally {
      this.#pumping = false;
    }
    if (!this.error && !this.#destroyed) void this.#pump(); // resumed by who heard of the error
  }

  /** @returns {(() => Promise<void>) | null} what to do now, null to wait for an event */
  #nextStep() {
    const { segments } = this.index;
    if (!this.#automatic) return null;
    if (this.#aimPending) {
      this.#aimPending = false;
      this.#next = this.currentSegment;
    }
    const now = this.video.currentTime;
    const range = eviction(segments, this.buffered, now, this.bounds, this.complete);
    if (range && !this.#wasTried(range)) return () => this.#evict(range);
    while (this.#next < segments.length && this.#isPresent(this.#next)) this.#next += 1;
    if (this.#next >= segments.length) {
      return this.#mediaSource?.readyState === "open" ? () => this.#end() : null;
    }
    const number = this.#next;
    return wants(segments, now, number, this.bounds) ? () => this.#load(number) : null;
  }

  /** @param {number} number */
  #isPresent(number) {
    return this.#appended.has(number) && covers(this.buffered, middleOf(this.index.segments[number]));
  }

  /**
   * Whether this was removed since the last append: an engine may keep a part of it, and that
   * must not keep the next segment from coming.
   *
   * @param {Range} range
   */
  #wasTried(range) {
    return this.#lastEviction?.[0] === range[0] && this.#lastEviction[1] === range[1];
  }

  /** @param {Range} range */
  async #evict(range) {
    this.#lastEviction = range;
    await this.#remove(...range);
    this.#aimPending = true;
  }

  /**
   * @param {number} start_s
   * @param {number} end_s
   */
  async #remove(start_s, end_s) {
    await this.#queueOrThrow().remove(start_s, end_s);
    this.index.segments.forEach((segment, number) => {
      const middle = middleOf(segment);
      if (middle >= start_s && middle < end_s) this.#appended.delete(number);
    });
    this.emit("evicted", { start_s, end_s: Number.isFinite(end_s) ? end_s : null, ranges: this.buffered });
  }

  /** @param {number} number */
  async #load(number) {
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#fetchingSegment = number;
    const taken = { bytes: 0, ms: 0, done: true };
    /** @type {unknown} */
    let failure = null;
    try {
      await this.#take(number, fetching.signal, taken);
    } catch (error) {
      taken.done = false;
      if (!fetching.signal.aborted) failure = error;
    } finally {
      this.#fetching = null;
      this.#fetchingSegment = -1;
    }
    if (!taken.done) {
      if (taken.bytes && this.#mediaSource?.readyState === "open") await this.#queueOrThrow().abort();
      if (failure) throw failure;
      return;
    }
    this.#appended.add(number);
    this.#lastEviction = null;
    this.coverage = unionOf(this.coverage, this.buffered);
    this.#next = number + 1;
    this.emit("append", { n: number, bytes: taken.bytes, ms: Math.round(taken.ms), ranges: this.buffered });
    this.#nudge();
  }

  /**
   * Append a segment, part by part as it comes.
   *
   * @param {number} number
   * @param {AbortSignal} signal
   * @param {{bytes: number, ms: number, done: boolean}} taken what came of it
   */
  async #take(number, signal, taken) {
    for await (const part of partsOf(this.loader, number, signal)) {
      if (!this.#automatic || this.#destroyed) taken.done = false;
      if (!taken.done) return;
      const started = performance.now();
      this.#appending = number;
      taken.done = await this.#append(number, part);
      this.#appending = null;
      this.#landing?.look();
      taken.bytes += part.byteLength;
      taken.ms += performance.now() - started;
    }
  }

  /**
   * @param {number} number
   * @param {ArrayBuffer} data
   * @returns {Promise<boolean>} false when a seek made it useless
   */
  async #append(number, data) {
    for (;;) {
      try {
        await this.#queueOrThrow().append(data);
        return true;
      } catch (error) {
        const known = asMseError(error);
        if (known.code !== "quota") await this.#throw(known);
        this.emit("quota", { n: number });
      }
      if (await this.#makeRoom(number)) continue;
      if (!covers(this.buffered, this.video.currentTime) && !this.video.seeking) {
        throw new MseError("quota", "one segment is larger than the engine's whole buffer", { n: number });
      }
      await this.#wake.wait();
      if (this.#aimPending || this.#destroyed || !this.#automatic) return false;
    }
  }

  /**
   * @param {number} number the segment that did not fit
   * @returns {Promise<boolean>} whether anything was removed
   */
  async #makeRoom(number) {
    const before = JSON.stringify(this.buffered);
    const range = room(this.index.segments, this.buffered, this.video.currentTime, number);
    if (range) await this.#remove(...range);
    return JSON.stringify(this.buffered) !== before;
  }

  async #end() {
    if (!this.#queueOrThrow().idle || this.#mediaSource?.readyState !== "open") return;
    this.#mediaSource.endOfStream();
    this.emit("end-of-stream", { duration_s: this.#mediaSource.duration, ranges: this.buffered });
  }

  /** Step over a hole that begins where nothing more will come. */
  #nudge() {
    const { video } = this;
    if (!this.bounds.nudge || !this.#automatic || this.error || covers(this.buffered, video.currentTime)) return;
    if (this.#next <= this.currentSegment || this.#aimPending) return;
    const start = nextStart(this.buffered, video.currentTime, NUDGE_REACH_S);
    if (start === null) return;
    this.emit("nudge", { from_s: video.currentTime, to_s: start });
    video.currentTime = start + 0.001;
  }

  #queueOrThrow() {
    if (!this.#queue) throw new MseError("internal", "not open");
    return this.#queue;
  }

  /**
   * Throw the element's own error if it has one: it says more than the buffer's.
   *
   * @param {unknown} error
   * @returns {Promise<never>}
   */
  async #throw(error) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw mediaError(this.video) ?? asMseError(error);
  }

  /** @param {MseError} error */
  #fail(error) {
    if (this.error || this.#destroyed) return;
    this.error = error;
    error.data.time_s = this.video.currentTime;
    if (this.#appending !== null) error.data.segment = this.#appending;
    this.#wake.ring();
    this.emit("error", { ...error.toReport() });
    this.onError(error);
  }
}

/**
 * @param {SegmentLoader} loader
 * @param {number} number
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<ArrayBuffer>} the segment as it comes, or in one piece
 */
async function* partsOf(loader, number, signal) {
  const streamed = /** @type {any} */ (loader);
  if (typeof streamed.parts === "function") yield* streamed.parts(number, signal);
  else yield await loader.segment(number, signal);
}
