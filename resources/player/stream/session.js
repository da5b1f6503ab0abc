/** One stream in one element: opens it in the way asked for, keeps it near to now, says how it is. */

import { MseError, asMseError } from "../errors.js";
import { clock, rangesOf } from "../timeline.js";
import { playAnyway } from "../waiting.js";
import { LivePace } from "./live-pace.js";
import { makePlayer } from "./make-player.js";
import { StatusLink } from "./status-link.js";
import { StreamFolder } from "./stream-folder.js";

/** @typedef {"PENDING" | "PLAYING" | "PAUSED" | "WAITING" | "NOT_ENOUGH_BANDWIDTH" | "RECONNECTING" |
 *   "ENDED" | "FAILED"} State */
/** @typedef {import("./pull-player.js").PullPlayer} PullPlayer */
/** @typedef {import("./socket-player.js").SocketPlayer} SocketPlayer */
/** @typedef {import("./status-link.js").StatusTold} StatusTold */
/** @typedef {{key: string, values: Record<string, string | number>}} Note */

const SLOW_MS = 1500;
const NOTE_MS = 6000;
const AGAIN_MS = 1000;
const INSIDE_S = 0.1;

/** Events `change` (state, figures), `opened` (what can be chosen). */
export class Session extends EventTarget {
  /** @type {PullPlayer | SocketPlayer | null} */
  player = null;
  /** @type {MseError | null} */
  error = null;
  /** What happened last, for the details. */
  lastProblem = "";
  /** Puts an error into words. @type {(error: MseError) => import("./trouble-words.js").Told | null} */
  explain = () => null;
  /** Whether any picture or sound was there. */
  hasPlayed = false;
  muteForced = false;
  isEnded = false;
  /** @type {{pause_s: number} | null} while the connection is lost */
  lost = null;
  /** Said for a moment. @type {Note | null} */
  note = null;
  #noteTimer = 0;
  #waitsSince = 0;
  #wasPlaying = false;
  #generation = 0;
  #anewAt = 0;
  /** Where broken segments begin that are left out. @type {number[]} */
  #skipped = [];

  /**
   * @param {HTMLVideoElement} video
   * @param {StreamFolder} folder
   * @param {string} way `segments`, `socket`, `hls` or `dash`
   * @param {string} [list] path of another playlist or manifest than the usual one
   */
  constructor(video, folder, way, list = "") {
    super();
    this.video = video;
    this.folder = folder;
    this.way = way;
    this.list = list;
    this.link = new StatusLink(folder, () => this.#position());
    this.link.addEventListener("status", () => this.#onStatus());
    this.pace = new LivePace(this);
    for (const name of ["play", "pause", "playing", "waiting", "seeking", "seeked", "ended", "volumechange", "durationchange", "timeupdate", "loadeddata"]) {
      video.addEventListener(name, () => this.#onVideo(name));
    }
  }

  /** @returns {StatusTold | null} */
  get status() {
    return this.link.last;
  }

  /** The error in words. */
  get trouble() {
    return this.error ? this.explain(this.error) : null;
  }

  /** Whether the server knows the stream, and has nothing against it. */
  get isOffered() {
    return this.status !== null && this.status.state !== "FAILED" && this.status.state !== "STOPPED";
  }

  get isLive() {
    return this.player?.isLive ?? this.way === "socket";
  }

  /** @returns {number} seconds that are there to play */
  get buffer_s() {
    const { buffered, currentTime } = this.video;
    const here = rangesOf(buffered).find(([start, end]) => currentTime >= start - 0.1 && currentTime < end);
    return here ? here[1] - currentTime : 0;
  }

  /** Behind the newest moment that can be had; null for what has an end. @returns {number | null} */
  get lag_s() {
    const edge_s = this.player?.edge_s ?? null;
    if (!this.isLive || edge_s === null) return null;
    return Math.max(0, edge_s - this.video.currentTime);
  }

  /** Behind the newest moment that the server has; null for what has an end. @returns {number | null} */
  get latency_s() {
    const { lag_s, status } = this;
    if (lag_s === null) return null;
    const isFresh = status?.state === "PLAYING" && this.link.toldAt > this.#anewAt;
    return isFresh ? Math.max(lag_s, status.position_s - this.video.currentTime) : lag_s;
  }

  get duration_s() {
    const { duration } = this.video;
    return this.player?.duration_s || (Number.isFinite(duration) ? duration : 0);
  }

  get frames() {
    return this.video.getVideoPlaybackQuality?.().totalVideoFrames ?? 0;
  }

  get dropped() {
    return this.video.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
  }

  /** Whether the server's or our own figures say that the line carries too little. */
  get isSlow() {
    const mine = this.status?.viewers.find(({ viewer }) => viewer === this.folder.viewer);
    if (mine?.state === "NOT_ENOUGH_BANDWIDTH") return true;
    const { measured_bps } = this.folder;
    const rate_bps = this.way === "socket" ? 0 : this.player?.rate_bps ?? 0;
    const waits = this.#waitsSince > 0 && performance.now() - this.#waitsSince > SLOW_MS;
    return waits && measured_bps !== null && measured_bps < rate_bps;
  }

  /** @returns {State} */
  get state() {
    if (this.error) return "FAILED";
    if (this.isEnded && (this.video.ended || !this.video.buffered.length)) return "ENDED";
    if (this.lost && this.buffer_s < 0.1) return "RECONNECTING";
    if (this.video.ended) return "ENDED";
    if (!this.player || this.video.readyState === 0) return "PENDING";
    if (this.isSlow) return "NOT_ENOUGH_BANDWIDTH";
    if (this.video.paused) return "PAUSED";
    return this.video.readyState < 3 ? "WAITING" : "PLAYING";
  }

  /**
   * Open it, or open it again.
   *
   * @param {{at_s?: number, play?: boolean}} [wish]
   */
  async open({ at_s = 0, play = false } = {}) {
    this.link.begin();
    this.#generation += 1;
    const generation = this.#generation;
    this.player?.close();
    this.error = null;
    this.lost = null;
    this.isEnded = false;
    this.#anewAt = performance.now();
    const player = this.#make();
    this.player = player;
    player.onError = (error) => { if (this.player === player) this.#fail(error); };
    if (play) void this.play();
    this.#changed();
    try {
      await player.open({ at_s, skipped: this.#skipped });
    } catch (error) {
      if (generation === this.#generation) this.#fail(asMseError(error));
      return;
    }
    this.dispatchEvent(new Event("opened"));
    this.#changed();
  }

  #make() {
    const { folder, way, list, video } = this;
    /** @type {PullPlayer | SocketPlayer} */
    const player = makePlayer(video, { folder, way, list, isWanted: () => this.player === player },
      (name, data) => this.#hear(name, data ?? {}));
    return player;
  }

  /** Play, without sound where the engine wants a click first. */
  async play() {
    this.pace.beforePlay();
    try {
      const isMuted = await playAnyway(this.video);
      if (isMuted) this.muteForced = true;
    } catch (error) {
      // pausing or reopening at once interrupts it: no failure
      if (!String(error).includes("AbortError")) this.lastProblem = String(error);
    }
    this.#changed();
  }

  pause() {
    this.video.pause();
  }

  toggle() {
    if (this.state === "FAILED" || (this.state === "ENDED" && this.isLive)) void this.again();
    else if (this.video.paused || this.video.ended) void this.play();
    else this.pause();
  }

  /** Begin anew at the place where it stood. */
  again() {
    return this.open({ at_s: this.isLive ? 0 : this.video.currentTime, play: true });
  }

  /** Leave out the segment that cannot be played. */
  skip() {
    const piece = /** @type {any} */ (this.error?.data.piece);
    if (!piece) return this.again();
    this.#skipped.push(piece.start_s);
    const at_s = Number(this.error?.data.at_s ?? 0);
    const isInside = at_s > piece.start_s - INSIDE_S && at_s < piece.end_s;
    return this.open({ at_s: isInside ? piece.end_s + 0.001 : at_s, play: true });
  }

  /** @param {number} time_s */
  seek(time_s) {
    const ranges = rangesOf(this.video.buffered);
    const [low, high] = this.isLive && ranges.length ? [ranges[0][0], ranges[ranges.length - 1][1] - 0.1] : [0, this.duration_s];
    this.video.currentTime = Math.min(Math.max(low, time_s), high);
  }

  /** To the newest moment, and play. */
  toNow() {
    if (this.state === "ENDED" || this.state === "FAILED") return this.again();
    this.player?.toNewest?.();
    return this.play();
  }

  /** @param {boolean} on */
  mute(on) {
    this.video.muted = on;
    if (!on) this.muteForced = false;
  }

  /** @param {string} key of a word @param {Record<string, string | number>} [values] */
  tell(key, values = {}) {
    this.note = { key, values };
    clearTimeout(this.#noteTimer);
    this.#noteTimer = window.setTimeout(() => { this.note = null; this.#changed(); }, NOTE_MS);
    this.#changed();
  }

  /** @param {string} name @param {Record<string, any>} data */
  #hear(name, data) {
    if (name === "lost") this.lost = { pause_s: data.pause_s };
    if (name === "back") this.lost = null;
    if (name === "ended") { this.isEnded = true; this.lost = null; }
    if (name === "hole") this.tell("left_out", { seconds: (data.to_s - data.from_s).toFixed(1) });
    if (name === "piece-lost") {
      this.lastProblem = `segment ${data.number}: nothing of it can be played`;
      this.tell("segment_lost", { number: data.number, start: clock(data.start_s), end: clock(data.end_s) });
    }
    if (name === "fell-behind") this.tell("fell_behind");
    if (name === "anew") { this.#anewAt = performance.now(); this.tell("anew"); }
    this.#changed();
  }

  #onStatus() {
    const told = this.status;
    const runs = told?.state === "PLAYING" || told?.state === "PENDING";
    if (this.isLive && this.isEnded && runs && this.state === "ENDED") void this.open({ play: this.#wasPlaying });
    if (told && !this.isLive && told.state === "FAILED" && !this.error && this.player) {
      this.player.close();
      this.#fail(new MseError("stream-failed", told.reason));
    }
    this.#changed();
  }

  /** @param {string} name */
  #onVideo(name) {
    if (name === "loadeddata") this.hasPlayed = true;
    if (name === "waiting") this.#waitsSince ||= performance.now();
    if (name === "playing" || name === "pause" || (name === "timeupdate" && this.video.readyState > 2)) this.#waitsSince = 0;
    if (name === "play" || (name === "pause" && !this.video.ended)) this.#wasPlaying = name === "play";
    this.#changed();
  }

  /** Nothing can be opened. @param {MseError} error */
  refuse(error) {
    this.#fail(error);
  }

  /** @param {MseError} error */
  #fail(error) {
    this.error = error;
    this.lastProblem = `${error.code}: ${error.detail}`;
    this.video.pause();
    this.#changed();
    if (error.code === "file-gone" && !this.hasPlayed) setTimeout(() => void this.#lookAgain(error), AGAIN_MS);
  }

  /** What was not there yet may come. @param {MseError} error */
  async #lookAgain(error) {
    if (this.error !== error) return;
    try {
      await this.folder.json("status");
    } catch {
      setTimeout(() => void this.#lookAgain(error), 4 * AGAIN_MS);
      return;
    }
    if (this.error === error && this.isLive) void this.open({ play: true });
  }

  #position() {
    if (this.error || !this.video.readyState) return null;
    return { position_s: this.video.currentTime, buffer_s: this.buffer_s };
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
