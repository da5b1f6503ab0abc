/** Can one enter at a segment? A fresh player that gets the init segment and segment k first. */

import { asMseError } from "./errors.js";
import { Scene } from "./scene.js";
import { until } from "./waiting.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {import("./segment-cache.js").SegmentCache} SegmentCache */
/** @typedef {{n: number, at_s: number}} Entry */

const FRAMES_WANTED = 3;
const FRAMES_LIMIT_MS = 2_000;

/**
 * @param {SegmentCache} loader
 * @param {Index} index
 * @param {Entry} entry segment number, and where its data should begin
 * @param {number} limitMs until the first picture
 * @returns {Promise<Record<string, unknown>>} `{n, at_s, shown, ms, frames, first_s,
 *   audio_bytes, black, ranges, error}`
 */
export async function tryEntry(loader, index, entry, limitMs) {
  const scene = new Scene();
  const started = performance.now();
  /** @type {Record<string, unknown>} */
  const result = { n: entry.n, at_s: entry.at_s, shown: false, ms: 0, frames: 0, error: null };
  try {
    await scene.open(index.mime, index.duration_s);
    await fill(scene, loader, index, entry);
    result.ranges = scene.buffered;
    result.shown = await scene.seek(entry.at_s, limitMs);
    result.ms = Math.round(performance.now() - started);
    if (result.shown) await countSome(scene, index, entry);
    scene.probe.grab();
    Object.assign(result, {
      frames: scene.frames,
      first_s: scene.probe.first_s,
      audio_bytes: scene.audioBytes,
      black: scene.probe.summary().black,
    });
  } catch (error) {
    result.error = ((await scene.failure()) ?? asMseError(error)).toReport();
  } finally {
    scene.close();
  }
  return result;
}

/**
 * Append the init segment, the segment and the one after it; and say so when that was the last.
 *
 * A little sound behind the last picture is not enough for Chromium to begin, unless it knows
 * that there is no more (measured, 156).
 *
 * @param {Pick<Scene, "queue" | "end">} scene
 * @param {Pick<SegmentCache, "init" | "segment">} loader
 * @param {Pick<Index, "segments">} index
 * @param {Pick<Entry, "n">} entry
 */
export async function fill(scene, loader, index, entry) {
  const stop = Math.min(entry.n + 2, index.segments.length);
  await scene.queue.append(await loader.init());
  for (let n = entry.n; n < stop; n += 1) await scene.queue.append(await loader.segment(n));
  const frames = index.segments.slice(entry.n, stop).reduce((sum, { frames }) => sum + frames, 0);
  if (stop === index.segments.length) scene.end(frames);
}

/**
 * Play until some frames and some sound came, as far as the engine counts them.
 *
 * @param {Scene} scene
 * @param {Index} index
 * @param {Entry} entry
 */
async function countSome(scene, index, entry) {
  const wanted = index.frames > 0 ? Math.min(FRAMES_WANTED, index.segments[entry.n].frames) : 0;
  const silent = () => scene.audioBytes === 0 && index.tracks.some((track) => track.kind === "audio");
  const enough = () => scene.frames >= wanted && !silent();
  await scene.play(enough, FRAMES_LIMIT_MS);
  // Firefox counts a frame when it was shown, a moment after the end was told
  if (!enough()) await until(scene.video, enough, FRAMES_LIMIT_MS / 4);
}
