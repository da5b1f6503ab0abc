/** Notes where playing waits, and plays those places again at normal speed. */

import { covers, rangesOf } from "./timeline.js";
import { playAnyway, until } from "./waiting.js";

/** @typedef {{at_s: number, ready_state: number, held: boolean}} Wait held: the data was there */
/** @typedef {{at_s: number, waited: boolean, passed: boolean, held: boolean}} Again */

const MOST_NOTES = 100;
const HELD_AHEAD_S = 0.1;
const BEFORE_S = 0.5;
const AFTER_S = 0.5;
const STARTING_S = 0.05;
const SAME_PLACE_S = 1;
const MOST_PLACES = 3;

export class WaitLog {
  /** @type {Wait[]} */
  notes = [];
  count = 0;
  #listeners = new AbortController();

  /** @param {HTMLVideoElement} video */
  constructor(video) {
    this.video = video;
  }

  /** Listen from now on. Waiting for a seek, or at the very end, is none. */
  start() {
    const { video } = this;
    const note = () => {
      if (video.seeking || video.ended) return;
      this.count += 1;
      if (this.notes.length < MOST_NOTES) this.notes.push(noteOf(video));
    };
    video.addEventListener("waiting", note, { signal: this.#listeners.signal });
  }

  stop() {
    this.#listeners.abort();
  }

  /**
   * @returns {number[]} where it waited, places without data first; those near each other are
   *   one, and of those with data, where it was only late, one is enough
   */
  places() {
    /** @type {Wait[]} */
    const found = [];
    const ordered = [...this.notes].sort((a, b) => Number(a.held) - Number(b.held));
    for (const note of ordered) {
      const known = found.some((one) => Math.abs(one.at_s - note.at_s) <= SAME_PLACE_S);
      const enough = note.held && found.some((one) => one.held);
      if (!known && !enough) found.push(note);
    }
    return found.slice(0, MOST_PLACES).map((note) => note.at_s);
  }
}

/** @param {HTMLVideoElement} video @returns {Wait} */
function noteOf(video) {
  const at_s = video.currentTime;
  const ranges = rangesOf(video.buffered);
  const held = covers(ranges, at_s) && covers(ranges, Math.min(at_s + HELD_AHEAD_S, video.duration - 1e-3));
  return { at_s, ready_state: video.readyState, held };
}

/**
 * Play a place again at normal speed.
 *
 * @param {HTMLVideoElement} video paused; is paused again afterwards
 * @param {number} at_s
 * @param {number} limitMs for the seek, and for standing still
 * @returns {Promise<Again>}
 */
export async function playAgain(video, at_s, limitMs) {
  const end_s = at_s + AFTER_S;
  video.playbackRate = 1;
  const begin_s = Math.max(0, at_s - BEFORE_S);
  video.currentTime = begin_s;
  await until(video, () => !video.seeking && video.readyState >= 3, limitMs);
  const log = new WaitLog(video);
  log.start();
  await playAnyway(video, limitMs);
  const over = () => video.ended || video.currentTime >= end_s;
  const passed = await until(video, over, limitMs + (BEFORE_S + AFTER_S) * 1000);
  log.stop();
  video.pause();
  const here = log.notes.filter((note) => note.at_s > begin_s + STARTING_S);
  return { at_s, waited: here.length > 0, passed, held: here.every((note) => note.held) };
}
