/** Waiting for media events without waiting for ever. */

import { MseError, mediaError } from "./errors.js";

const LOOK_MS = 20;
const PLAY_LIMIT_MS = 8_000;

/** @param {number} ms @returns {Promise<void>} */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {HTMLMediaElement} video
 * @param {() => boolean} isDone asked at each media event and every 20 ms
 * @param {number} limitMs
 * @returns {Promise<boolean>} false when the time was over; rejects with the element's error
 */
export function until(video, isDone, limitMs) {
  const names = ["seeked", "canplay", "loadedmetadata", "loadeddata", "timeupdate", "ended"];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const listeners = new AbortController();
    /** @param {boolean} result */
    const stop = (result) => { listeners.abort(); clearInterval(timer); resolve(result); };
    const look = () => {
      const error = mediaError(video);
      if (error) { listeners.abort(); clearInterval(timer); reject(error); }
      else if (isDone()) stop(true);
      else if (performance.now() - started > limitMs) stop(false);
    };
    const timer = setInterval(look, LOOK_MS);
    for (const name of names) video.addEventListener(name, look, { signal: listeners.signal });
    look();
  });
}

/**
 * Wait while something makes progress.
 *
 * @param {HTMLMediaElement} video
 * @param {() => boolean} isDone
 * @param {() => number | string} progress a value that changes as long as things go on
 * @param {number} stallMs how long it may stand still
 * @param {() => Record<string, unknown>} situation told when it stood still
 * @returns {Promise<void>} rejects with `stalled` or the element's error
 */
export async function untilStalled(video, isDone, progress, stallMs, situation) {
  let last = progress();
  while (!(await until(video, () => isDone() || progress() !== last, stallMs)) || !isDone()) {
    if (isDone()) return;
    const now = progress();
    if (now === last) throw new MseError("stalled", "nothing moved any more", situation());
    last = now;
  }
}

/**
 * Play, without sound where the engine insists on a click first.
 *
 * @param {HTMLMediaElement} video
 * @param {number} [limitMs] after which its answer is not waited for any more: WebKitGTK may
 *   never give one (seen, 2.50.6)
 * @returns {Promise<boolean>} whether it had to be muted
 */
export async function playAnyway(video, limitMs = PLAY_LIMIT_MS) {
  try {
    await begun(video, limitMs);
    return false;
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError") {
      throw mediaError(video) ?? new MseError("play-refused", String(error));
    }
  }
  video.muted = true;
  try {
    await begun(video, limitMs);
  } catch (error) {
    throw mediaError(video) ?? new MseError("play-refused", String(error));
  }
  return true;
}

/**
 * @param {HTMLMediaElement} video
 * @param {number} limitMs
 * @returns {Promise<void>}
 */
async function begun(video, limitMs) {
  const playing = video.play();
  playing.catch(() => undefined);
  await Promise.race([playing, pause(limitMs)]);
}
