/** Keeps a live stream near to now, and steps over what was left out. */

import { rangesOf } from "../timeline.js";
import { catchUpRate, mustJump, overHole } from "./live-rules.js";

/** @typedef {import("./session.js").Session} Session */

const LOOK_MS = 200;
const STILL_LOOKS = 2;
const TOLD_S = 0.3;

export class LivePace {
  #last_s = -1;
  #still = 0;
  /** When it lagged how much, lately. @type {{at: number, lag_s: number}[]} */
  #lags = [];

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    setInterval(() => this.#look(), LOOK_MS);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.beforePlay(); });
  }

  /** After a pause, or a while in a hidden tab: what is far behind is not played. */
  beforePlay() {
    const { player, lag_s } = this.session;
    if (player && lag_s !== null && mustJump(lag_s, player.unit_s)) player.toNewest();
  }

  #look() {
    const { session } = this;
    const { player, video } = session;
    if (!player || session.error) return;
    this.#stepOver(video, player);
    const { lag_s } = session;
    if (lag_s === null || video.paused || video.seeking) {
      this.#lags = [];
      return;
    }
    if (mustJump(lag_s, player.unit_s)) {
      session.tell("jumped", { seconds: lag_s.toFixed(0) });
      player.toNewest();
      this.#pace(video, 1);
      return;
    }
    const most_s = this.#most(lag_s, player.unit_s);
    this.#pace(video, session.isEnded ? 1 : catchUpRate(most_s, player.unit_s, video.playbackRate));
  }

  /** @param {number} lag_s @param {number} unit_s @returns {number} the most within the last unit */
  #most(lag_s, unit_s) {
    const now = performance.now();
    this.#lags = this.#lags.filter(({ at }) => now - at < 1000 * unit_s + LOOK_MS);
    this.#lags.push({ at: now, lag_s });
    return Math.max(...this.#lags.map((one) => one.lag_s));
  }

  /** @param {HTMLVideoElement} video @param {number} rate */
  #pace(video, rate) {
    if (video.playbackRate !== rate) video.playbackRate = rate;
  }

  /**
   * @param {HTMLVideoElement} video
   * @param {NonNullable<Session["player"]>} player
   */
  #stepOver(video, player) {
    this.#still = video.currentTime === this.#last_s ? this.#still + 1 : 0;
    this.#last_s = video.currentTime;
    if (this.#still < STILL_LOOKS || video.readyState > 2 || !video.buffered.length) return;
    if (video.paused && !video.seeking) return;
    const target = overHole(rangesOf(video.buffered), video.currentTime, player.reached_s);
    if (target === null) return;
    const left_s = target - video.currentTime;
    if (left_s > TOLD_S && player.isLive) this.session.tell("left_out", { seconds: left_s.toFixed(1) });
    video.currentTime = target;
  }
}
