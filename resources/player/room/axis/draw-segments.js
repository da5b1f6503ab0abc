/** The lane of segments: blocks as tall as their bytes, with their keyframes. */

import { FONT } from "./draw-ruler.js";
import { bytesText, firstNot, inSight, largestPerColumn } from "./spans.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Segment} Segment */
/** @typedef {import("./stack.js").Placed} Placed */

const KEYS_PX = 9;
/** Below this mean width, blocks are drawn as one skyline. */
const NARROWEST_PX = 2;

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawSegments(g, place, scene) {
  const { view, segments } = scene;
  const [first, last] = inSight(segments, view.toTime(0), view.toTime(view.width));
  const seen = segments.slice(first, last);
  const floor = place.top + place.height - (place.open ? KEYS_PX : 1);
  const ground = { floor, tall: floor - place.top - 2 };
  if (seen.length > view.width / NARROWEST_PX) skyline(g, seen, ground, scene);
  else blocks(g, seen, ground, place.open, scene);
  const chosen = scene.room.selected;
  for (const segment of seen) {
    if (segment.n === chosen) outline(g, segment, ground, scene.colours.accent, [], scene);
    else if (segment.n === scene.state.loading) outline(g, segment, ground, scene.colours.quiet, [3, 3], scene);
  }
  if (place.open) drawKeys(g, seen, floor, scene);
}

/** @typedef {{floor: number, tall: number}} Ground */

/** @param {Segment} segment @param {Ground} ground @param {Scene} scene @returns {number} */
function heightOf(segment, ground, scene) {
  return Math.max(3, (segment.size / scene.largest) * ground.tall);
}

/** @param {Segment} segment @param {Scene} scene @returns {[number, number]} */
function sidesOf(segment, { view }) {
  const left = Math.round(view.toX(segment.start_s));
  return [left, Math.max(left + 1, Math.round(view.toX(segment.end_s)))];
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Segment[]} seen
 * @param {Ground} ground
 * @param {boolean} withText
 * @param {Scene} scene
 */
function blocks(g, seen, ground, withText, scene) {
  const { colours } = scene;
  const fills = [new Path2D(), new Path2D(), new Path2D()];
  const tops = new Path2D();
  for (const segment of seen) {
    const [left, right] = sidesOf(segment, scene);
    const width = right - left - (right - left > 3 ? 1 : 0);
    const height = heightOf(segment, ground, scene);
    const shade = segment.n === scene.room.selected ? 2 : segment.n % 2;
    fills[shade].rect(left, ground.floor - height, width, height);
    tops.rect(left, ground.floor - height, width, 1.5);
  }
  const shades = ["segment-even", "segment-odd", "segment-chosen"];
  fills.forEach((path, i) => {
    g.fillStyle = colours[shades[i]];
    g.fill(path);
  });
  g.fillStyle = colours["segment-edge"];
  g.fill(tops);
  if (withText) labels(g, seen, ground, scene);
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Segment[]} seen
 * @param {Ground} ground
 * @param {Scene} scene
 */
function labels(g, seen, ground, scene) {
  g.font = FONT;
  g.textBaseline = "alphabetic";
  g.fillStyle = scene.colours.text;
  const y = ground.floor - 4;
  for (const segment of seen) {
    const [left, right] = sidesOf(segment, scene);
    const from = Math.max(left, 0) + 4;
    const room = Math.min(right, scene.view.width) - from - 3;
    if (room < 7) continue;
    const long = `${segment.n} · ${bytesText(segment.size)}`;
    const text = [long, String(segment.n)].find((words) => g.measureText(words).width <= room);
    if (text) g.fillText(text, from, y);
  }
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Segment[]} seen
 * @param {Ground} ground
 * @param {Scene} scene
 */
function skyline(g, seen, ground, scene) {
  const { view, colours } = scene;
  const columns = largestPerColumn(seen.length, Math.ceil(view.width), (i) => {
    const [left, right] = sidesOf(seen[i], scene);
    return [left, right - 1];
  }, (i) => heightOf(seen[i], ground, scene));
  const fill = new Path2D();
  const tops = new Path2D();
  columns.forEach((height, x) => {
    if (!height) return;
    fill.rect(x, ground.floor - height, 1, height);
    tops.rect(x, ground.floor - height, 1, 1.5);
  });
  g.fillStyle = colours["segment-even"];
  g.fill(fill);
  g.fillStyle = colours["segment-edge"];
  g.fill(tops);
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Segment} segment
 * @param {Ground} ground
 * @param {string} colour
 * @param {number[]} dashes
 * @param {Scene} scene
 */
function outline(g, segment, ground, colour, dashes, scene) {
  const [left, right] = sidesOf(segment, scene);
  g.strokeStyle = colour;
  g.lineWidth = 2;
  g.setLineDash(dashes);
  const width = Math.max(2, right - left - 3);
  g.strokeRect(left + 1, ground.floor - ground.tall, width, ground.tall - 1);
  g.setLineDash([]);
}

/**
 * Keyframes: a diamond where a segment begins with one, a ring where it does not, ticks within.
 *
 * @param {CanvasRenderingContext2D} g
 * @param {Segment[]} seen
 * @param {number} floor
 * @param {Scene} scene
 */
function drawKeys(g, seen, floor, scene) {
  const { view, keyframes_s, colours } = scene;
  const from = firstNot(keyframes_s, (i) => keyframes_s[i] < view.toTime(0));
  const to = firstNot(keyframes_s, (i) => keyframes_s[i] <= view.toTime(view.width));
  const ticks = new Path2D();
  let last = -1;
  for (let i = from; i < to; i += 1) {
    const x = Math.round(view.toX(keyframes_s[i]));
    if (x > last) ticks.rect(x, floor + 2, 1, 4);
    last = x;
  }
  g.fillStyle = colours.key;
  g.fill(ticks);
  if (seen.length * 12 > view.width) return;
  const signs = new Path2D();
  const rings = new Path2D();
  for (const segment of seen) {
    const x = Math.round(view.toX(segment.start_s)) + 0.5;
    if (segment.keyframe) diamond(signs, x, floor + 4);
    else {
      rings.moveTo(x + 3, floor + 4);
      rings.arc(x, floor + 4, 3, 0, 2 * Math.PI);
    }
  }
  g.fill(signs);
  g.fillStyle = colours.panel;
  g.fill(rings);
  g.strokeStyle = colours.warn;
  g.lineWidth = 1.5;
  g.stroke(rings);
}

/** @param {Path2D} path @param {number} x @param {number} y */
function diamond(path, x, y) {
  path.moveTo(x, y - 4);
  path.lineTo(x + 4, y);
  path.lineTo(x, y + 4);
  path.lineTo(x - 4, y);
  path.closePath();
}
