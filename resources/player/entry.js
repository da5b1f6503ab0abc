/** Can one enter at a segment? A fresh player that gets the init segment and segment k first. */

import { asMseError, mediaError } from "./errors.js";
import { PictureProbe, frameCount } from "./evidence.js";
import { SourceBufferQueue } from "./source-buffer-queue.js";
import { rangesOf } from "./timeline.js";
import { pause, playAnyway, until } from "./waiting.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {import("./segment-loader.js").SegmentLoader} SegmentLoader */
/** @typedef {{n: number, at_s: number}} Entry */

const FRAMES_WANTED = 3;
const FRAMES_LIMIT_MS = 2_000;

/**
 * @param {SegmentLoader} loader
 * @param {Index} index
 * @param {Entry} entry segment number, and where its data should begin
 * @param {number} limitMs until the first picture
 * @returns {Promise<Record<string, unknown>>} `{n, at_s, shown, ms, frames, black, ranges, error}`
 */
export async function tryEntry(loader, index, entry, limitMs) {
  const video = document.createElement("video");
  video.muted = true;
  video.className = "probe";
  document.body.append(video);
  const source = new MediaSource();
  const url = URL.createObjectURL(source);
  const probe = new PictureProbe(video);
  const started = performance.now();
  /** @type {Record<string, unknown>} */
  const result = { n: entry.n, at_s: entry.at_s, shown: false, ms: 0, frames: 0, error: null };
  try {
    video.src = url;
    await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
    await fill(source, loader, index, entry);
    result.ranges = rangesOf(video.buffered);
    video.currentTime = entry.at_s;
    result.shown = await until(video, () => !video.seeking && video.readyState >= 2, limitMs);
    result.ms = Math.round(performance.now() - started);
    if (result.shown && index.frames > 0) await countFrames(video, index.segments[entry.n].frames);
    probe.grab();
    result.frames = frameCount(video).total;
    result.black = probe.summary().black;
  } catch (error) {
    result.error = (mediaError(video) ?? asMseError(error)).toReport();
  } finally {
    video.removeAttribute("src");
    video.load();
    video.remove();
    URL.revokeObjectURL(url);
  }
  return result;
}

/**
 * @param {MediaSource} source
 * @param {SegmentLoader} loader
 * @param {Index} index
 * @param {Entry} entry
 */
async function fill(source, loader, index, entry) {
  const queue = new SourceBufferQueue(source.addSourceBuffer(index.mime), () => undefined);
  source.duration = index.duration_s;
  await queue.append(await loader.init());
  await queue.append(await loader.segment(entry.n));
  if (entry.n + 1 < index.segments.length) await queue.append(await loader.segment(entry.n + 1));
  else source.endOfStream();
}

/**
 * @param {HTMLVideoElement} video
 * @param {number} inSegment frames the segment holds
 */
async function countFrames(video, inSegment) {
  const wanted = Math.min(FRAMES_WANTED, inSegment);
  await playAnyway(video);
  await until(video, () => frameCount(video).total >= wanted || video.ended, FRAMES_LIMIT_MS);
  video.pause();
  await pause(0);
}
