/** A media element with its MediaSource: fed by itself, or by hand. */

import { MseError, asMseError } from "../errors.js";
import { SegmentLoader } from "../segment-loader.js";
import { rangesOf } from "../timeline.js";
import { mediaErrorNote } from "./explain.js";
import { FrameWatch } from "./frame-watch.js";
import { MseOperations } from "./mse-operations.js";
import { OperationError } from "./port.js";
import { Session } from "./session.js";
import { takeSnapshot } from "./snapshot.js";
import { tapVideo } from "./taps-wrap.js";
import { Taps } from "./taps.js";

/** @typedef {import("../segment-loader.js").Index} Index */
/** @typedef {{at_s?: number, automatic?: boolean, play?: boolean}} Start */

const WATCH_MS = 250;
/** Errors after which the bytes may come later. */
const TRANSIENT = new Set(["network", "file-gone", "no-ranges"]);
/** What the automatic player would undo or stumble over, see `MseOperations`. */
const CONFLICTS = new Set([
  "append", "abort", "remove", "change-type", "end-of-stream", "add-source-buffer", "remove-source-buffer", "detach",
  "set mode", "set timestampOffset", "set appendWindowStart", "set appendWindowEnd", "set duration",
]);

export class Machine {
  /** Between one try to fetch and the next; the last one for good. */
  retryPauses_ms = [1_000, 2_000, 4_000, 8_000];
  /** @type {Session | null} */
  #session = null;
  /** @type {MseError | null} */
  #error = null;
  #opened = 0;
  #retries = 0;
  #retryTimer = 0;
  #watchTimer = 0;
  #lastShown = "";
  /** Where a beginning that is under way goes. @type {Start | null} */
  #going = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {URL} media where the bytes are, ends in `/media/`
   * @param {EventTarget} events hears `log`, `snapshot`, and `machine` when the state has changed
   */
  constructor(video, media, events) {
    this.video = video;
    this.events = events;
    /** What the element and its sources were asked, and what they said. */
    this.taps = new Taps(events);
    this.frames = new FrameWatch(video);
    this.loader = new SegmentLoader(media);
    /** @type {Index | null} */
    this.index = null;
    this.operations = new MseOperations(this).all;
    tapVideo(this.taps, video);
  }

  /** Where the bytes come from. @returns {URL} */
  get media() {
    return this.loader.base;
  }

  /** The MediaSource in use with its SourceBuffers; null before `open`. */
  get session() {
    return this.#session;
  }

  /** The part of a `StageState` that this knows. */
  get state() {
    const player = this.#session?.player;
    return {
      buffered: rangesOf(this.video.buffered),
      source_buffers: this.#session?.ranges ?? [],
      segment: player && this.index?.segments.length ? player.currentSegment : null,
      loading: player?.loading ?? null,
      automatic: player?.automatic ?? true,
      error: (player?.error ?? this.#error)?.toReport() ?? null,
    };
  }

  /** Open the file and append as needed. @returns {Promise<void>} rejects with an MseError */
  async open() {
    await this.begin();
  }

  /**
   * Play from another place: the same picture by another way. The time and whether it plays
   * stay as they are.
   *
   * @param {URL | string} media ends in `/`
   * @returns {Promise<void>} rejects with an MseError
   */
  async reopen(media) {
    const { place } = this;
    this.loader = new SegmentLoader(media);
    this.index = null;
    await this.begin(place);
  }

  /** Where the playhead is, and whether it plays or is about to. @returns {Start} */
  get place() {
    const { currentTime, paused, ended } = this.video;
    return this.#going ?? { at_s: currentTime, play: !paused && !ended };
  }

  /** Let go of the element and of everything that runs. */
  close() {
    this.watch(false);
    clearTimeout(this.#retryTimer);
    this.#opened += 1;
    this.#session?.close();
    this.#session = null;
    this.frames.close();
    this.taps.close();
  }

  /**
   * Begin anew with a fresh MediaSource; the one before is let go.
   *
   * @param {Start} [start]
   * @returns {Promise<void>} rejects with an MseError, or an OperationError `AbortError` when
   *   another beginning came in between
   */
  async begin(start = {}) {
    const turn = ++this.#opened;
    clearTimeout(this.#retryTimer);
    this.#going = { at_s: start.at_s, play: start.play };
    this.#keepRate();
    this.#session?.close();
    this.#session = null;
    this.#error = null;
    try {
      const index = this.index ?? await this.loader.index();
      this.#checkTurn(turn);
      this.index = index;
      await this.#enter(index, start);
    } catch (error) {
      this.#checkTurn(turn);
      this.#going = null;
      this.#error = asMseError(error);
      this.#retryLater(this.#error, () => void this.begin(start).catch(() => undefined));
      throw this.#error;
    }
    this.#checkTurn(turn);
    this.#going = null;
    if (start.play) this.video.play().catch(() => undefined); // the log tells
  }

  /** A new source sets the rate to the default one. */
  #keepRate() {
    const { playbackRate, defaultPlaybackRate } = this.video;
    if (playbackRate !== defaultPlaybackRate) this.video.defaultPlaybackRate = playbackRate;
  }

  /** @param {Index} index @param {Start} start */
  async #enter(index, start) {
    if (!index.segments.length) throw new MseError("empty", index.mime);
    const session = new Session(this.video, this.loader, index, this.taps, (event) => this.#onEvent(event));
    this.#session = session;
    session.player.onError = (error) => this.#onError(session, error);
    await session.open(start);
  }

  /** @param {number} turn */
  #checkTurn(turn) {
    if (turn !== this.#opened) throw new OperationError("AbortError", "another one began", "why_superseded");
  }

  /**
   * Try again for as long as it is only that bytes did not come.
   *
   * @param {Session} session
   * @param {MseError} error
   */
  #onError(session, error) {
    this.taps.note("player", "error", `${error.code}: ${error.detail}`, "exception", false);
    if (error.code === "media") error.data.why = mediaErrorNote(Number(error.data.number), error.detail);
    this.#announce();
    if (this.#going) return; // `begin` tries again
    this.#retryLater(error, () => {
      if (this.#session !== session || session.player.error !== error) return;
      void session.player.resume().then(() => this.#announce());
    });
  }

  /**
   * @param {MseError} error
   * @param {() => void} again
   */
  #retryLater(error, again) {
    if (!TRANSIENT.has(error.code)) return;
    const pause = this.retryPauses_ms[Math.min(this.#retries, this.retryPauses_ms.length - 1)];
    this.#retries += 1;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => {
      this.taps.note("player", "retry", `after ${pause} ms`, "", false);
      again();
    }, pause);
  }

  /** @param {string} event of the player */
  #onEvent(event) {
    if (event === "append") this.#retries = 0;
    this.#announce();
  }

  /**
   * The automatic player stands back after something was done by hand that it would undo or
   * stumble over.
   *
   * @param {string} operation
   */
  standBack(operation) {
    const player = this.#session?.player;
    if (!player?.automatic || !CONFLICTS.has(operation)) return;
    player.suspend();
    this.taps.note("player", "automatic", `off: ${operation}`, "", false);
    this.#announce();
  }

  #announce() {
    this.events.dispatchEvent(new Event("machine"));
  }

  /** @returns {import("./port.js").Snapshot} */
  snapshot() {
    return takeSnapshot(this);
  }

  /** @param {boolean} on tell `snapshot` up to four times a second, when something changed */
  watch(on) {
    clearInterval(this.#watchTimer);
    this.#watchTimer = 0;
    this.#lastShown = "";
    if (!on) return;
    this.#watchTimer = setInterval(() => this.#show(), WATCH_MS);
    this.#show();
  }

  #show() {
    const detail = this.snapshot();
    const text = JSON.stringify(detail);
    if (text === this.#lastShown) return;
    this.#lastShown = text;
    this.events.dispatchEvent(new CustomEvent("snapshot", { detail }));
  }
}
