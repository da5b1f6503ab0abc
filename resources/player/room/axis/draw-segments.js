/** The lane of segments: blocks as tall as their bytes, with their keyframes. */

import { FONT } from "./draw-ruler.js";
import { bytesText, firstNot, inSight, largestPerColumn } from "./spans.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Segment} Segment */
/** @typedef {import("./stack.js").Placed} Placed */

const KEYS_PX = 9;
const EDGE_PX = 2;
/** A lower block has its text above it. */
const TEXT_PX = 17;
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
  const { colours, room, state } = scene;
  if (state.loading !== room.selected) outline(g, state.loading, ground, colours.quiet, [3, 3], scene);
  outline(g, room.selected, ground, colours.accent, [], scene);
  if (place.open) drawKeys(g, seen, floor, scene);
}

/** @typedef {{floor: number, tall: number}} Ground */

/** @param {Segment} segment @param {Ground} ground @param {Scene} scene @returns {number} */
function heightOf(segment, ground, scene) {
  return Math.max(3, Math.round((segment.size / scene.largest) * ground.tall));
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
  const shades = [colours["segment-even"], colours["segment-odd"], colours["segment-chosen"]];
  const boxes = seen.map((segment) => {
    const [left, right] = sidesOf(segment, scene);
    const shade = segment.n === scene.room.selected ? 2 : segment.n % 2;
    const width = right - left - (right - left > 3 ? 1 : 0);
    return { left, width, shade, height: heightOf(segment, ground, scene) };
  });
  shades.forEach((colour, i) => {
    g.fillStyle = colour;
    for (const { left, width, shade, height } of boxes) {
      if (shade === i) g.fillRect(left, ground.floor - height, width, height);
    }
  });
  g.fillStyle = colours["segment-edge"];
  for (const { left, width, height } of boxes) g.fillRect(left, ground.floor - height, width, EDGE_PX);
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
  for (const segment of seen) {
    const height = heightOf(segment, ground, scene);
    const y = ground.floor - (height < TEXT_PX ? height + 3 : 4);
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
  const columns = largestPerColumn(seen.length, Math.ceil(view.width),
    (i) => Math.round(view.toX(seen[i].start_s)), (i) => Math.round(view.toX(seen[i].end_s)),
    (i) => heightOf(seen[i], ground, scene));
  g.fillStyle = colours["segment-even"];
  columns.forEach((height, x) => height && g.fillRect(x, ground.floor - height, 1, height));
  g.fillStyle = colours["segment-edge"];
  columns.forEach((height, x) => height && g.fillRect(x, ground.floor - height, 1, EDGE_PX));
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {number | "init" | null} n of a segment, or what is none
 * @param {Ground} ground
 * @param {string} colour
 * @param {number[]} dashes
 * @param {Scene} scene
 */
function outline(g, n, ground, colour, dashes, scene) {
  const segment = typeof n === "number" ? scene.segment(n) : null;
  if (!segment) return;
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
  g.fillStyle = colours.key;
  for (const [left, right] of runsOf(keyframes_s, view)) g.fillRect(left, floor + 2, right - left, 4);
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

/**
 * Columns with a mark in them; neighbours are one.
 *
 * @param {number[]} times_s in rising order
 * @param {import("./view.js").View} view
 * @returns {[number, number][]} first and one past the last
 */
function runsOf(times_s, view) {
  const from = firstNot(times_s, (i) => times_s[i] < view.toTime(0));
  const to = firstNot(times_s, (i) => times_s[i] <= view.toTime(view.width));
  /** @type {[number, number][]} */
  const runs = [];
  for (let i = from; i < to; i += 1) {
    const x = Math.round(view.toX(times_s[i]));
    const last = runs[runs.length - 1];
    if (last && x <= last[1]) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}

/** @param {Path2D} path @param {number} x @param {number} y */
function diamond(path, x, y) {
  path.moveTo(x, y - 4);
  path.lineTo(x + 4, y);
  path.lineTo(x, y + 4);
  path.lineTo(x - 4, y);
  path.closePath();
}
