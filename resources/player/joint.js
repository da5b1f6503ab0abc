/** The init segment once more in mid-stream, and a change of type: must play over the joint. */

import { asMseError } from "./errors.js";
import { Scene } from "./scene.js";

/** @typedef {import("./segment-loader.js").Index} Index */
/** @typedef {import("./segment-cache.js").SegmentCache} SegmentCache */
/** @typedef {{n: number, at_s: number}} Joint the segment behind the joint, and where it begins */

const BEFORE_S = 0.2;
const AFTER_S = 0.15;
const RATE = 4;

/**
 * @param {SegmentCache} loader
 * @param {Index} index
 * @param {Joint} joint
 * @param {boolean} change call `changeType` at the joint
 * @param {number} limitMs for the seek, and for playing
 * @returns {Promise<Record<string, unknown>>} `{n, at_s, passed, time_s, frames, shown_s, ranges, error}`
 */
export async function tryJoint(loader, index, joint, change, limitMs) {
  const scene = new Scene();
  /** @type {Record<string, unknown>} */
  const result = { n: joint.n, at_s: joint.at_s, passed: false, time_s: 0, frames: 0, error: null };
  try {
    await scene.open(index.mime, index.duration_s);
    await fill(scene, loader, index, joint, change);
    result.ranges = scene.buffered;
    const begin = scene.buffered[0]?.[0] ?? 0;
    if (await scene.seek(Math.max(begin, joint.at_s - BEFORE_S), limitMs)) {
      const over = () => scene.video.currentTime > joint.at_s + AFTER_S;
      result.passed = await scene.play(over, limitMs, RATE);
    }
    Object.assign(result, {
      time_s: scene.video.currentTime,
      frames: scene.frames,
      shown_s: scene.probe.last_s,
    });
  } catch (error) {
    result.error = ((await scene.failure()) ?? asMseError(error)).toReport();
  } finally {
    scene.close();
  }
  return result;
}

/**
 * @param {Scene} scene
 * @param {SegmentCache} loader
 * @param {Index} index
 * @param {Joint} joint
 * @param {boolean} change
 */
async function fill(scene, loader, index, joint, change) {
  await scene.queue.append(await loader.init());
  await scene.queue.append(await loader.segment(joint.n - 1));
  if (change) await scene.queue.changeType(index.mime);
  await scene.queue.append(await loader.init());
  await scene.queue.append(await loader.segment(joint.n));
  if (joint.n + 1 < index.segments.length) await scene.queue.append(await loader.segment(joint.n + 1));
  else scene.end(index.segments[joint.n].frames);
}
