/** Lanes of what is seen and heard: filmstrip, loudness, bit rate. */

import { FONT } from "./draw-ruler.js";
import { largestPerColumn, rateText } from "./spans.js";
import { standIn, tileStep, tilesBetween } from "./tiles.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./stack.js").Placed} Placed */

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawPictures(g, place, scene) {
  const { view, facts, pictures } = scene;
  const { picture, frame_rate } = facts;
  if (!place.open || !picture) return;
  const height = place.height - 2;
  const aspect = picture.shown_width / picture.shown_height || 16 / 9;
  const frame_s = frame_rate ? frame_rate.den / frame_rate.num : undefined;
  const step_s = tileStep(view.perSecond, height * aspect, frame_s);
  const tiles = tilesBetween(
    view.toTime(0), view.toTime(view.width), step_s, facts.first_frame_s ?? 0, scene.end_s);
  for (const { key, start_s, end_s } of tiles) {
    const left = Math.round(view.toX(start_s));
    const right = Math.round(view.toX(end_s));
    const found = pictures.get(key) ?? standIn(key, step_s, (other) => pictures.get(other));
    const box = { left, top: place.top + 1, width: right - left - 1, height };
    if (found) cover(g, found, aspect, box);
    else empty(g, scene.colours.groove, box);
  }
  pictures.want(tiles.map(({ key }) => key));
}

/**
 * Fill a box with a picture, cutting what does not fit.
 *
 * @param {CanvasRenderingContext2D} g
 * @param {ImageBitmap} picture
 * @param {number} aspect as it is meant to be seen, its pixels may not be square
 * @param {{left: number, top: number, width: number, height: number}} box
 */
function cover(g, picture, aspect, { left, top, width, height }) {
  if (width <= 0) return;
  const wanted = width / height;
  const share_x = Math.min(1, wanted / aspect);
  const share_y = Math.min(1, aspect / wanted);
  const [w, h] = [picture.width * share_x, picture.height * share_y];
  g.drawImage(picture, (picture.width - w) / 2, (picture.height - h) / 2, w, h, left, top, width, height);
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {string} colour
 * @param {{left: number, top: number, width: number, height: number}} box
 */
function empty(g, colour, { left, top, width, height }) {
  g.fillStyle = colour;
  g.globalAlpha = 0.55;
  g.fillRect(left, top, width, height);
  g.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawSound(g, place, scene) {
  const { view, colours, waves } = scene;
  const middle = Math.round(place.top + place.height / 2);
  const half = place.height / 2 - 2;
  const [left, right] = edges(scene);
  const loud = new Path2D();
  const unknown = new Path2D();
  for (let x = left; x < right; x += 1) {
    const value = waves.largest(view.toTime(x), view.toTime(x + 1));
    if (value === null) unknown.rect(x, middle - 1, 1, 2);
    else {
      const tall = Math.max(0.5, (value / 255) * half);
      loud.rect(x, middle - tall, 1, 2 * tall);
    }
  }
  g.fillStyle = colours.groove;
  g.fill(unknown);
  g.fillStyle = colours.wave;
  g.fill(loud);
  waves.want(view.toTime(left), view.toTime(right));
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawBitRate(g, place, scene) {
  const { view, colours } = scene;
  const { step_s, kbit_s } = scene.facts.bit_rate;
  const most = kbit_s.reduce((top, value) => Math.max(top, value), 1);
  const [left, right] = edges(scene);
  const first = Math.max(0, Math.floor(view.toTime(left) / step_s));
  const last = Math.min(kbit_s.length, Math.ceil(view.toTime(right) / step_s));
  const columns = largestPerColumn(last - first, view.width,
    (i) => [Math.round(view.toX((first + i) * step_s)), Math.round(view.toX((first + i + 1) * step_s)) - 1],
    (i) => kbit_s[first + i]);
  const bottom = place.top + place.height - 1;
  const scale = (place.height - (place.open ? 8 : 4)) / most;
  const area = new Path2D();
  const edge = new Path2D();
  area.moveTo(left, bottom);
  for (let x = left; x < right; x += 1) {
    const y = bottom - columns[x] * scale;
    area.lineTo(x, y);
    area.lineTo(x + 1, y);
    if (x === left) edge.moveTo(x, y);
    edge.lineTo(x, y);
    edge.lineTo(x + 1, y);
  }
  area.lineTo(right, bottom);
  g.fillStyle = colours["rate-fill"];
  g.fill(area);
  g.strokeStyle = colours.rate;
  g.lineWidth = 1.25;
  g.stroke(edge);
  if (place.open) scaleText(g, place, scene, rateText(most));
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Placed} place
 * @param {Scene} scene
 * @param {string} text
 */
function scaleText(g, place, { view, colours, say }, text) {
  g.font = FONT;
  g.textBaseline = "top";
  g.textAlign = "right";
  const words = say("axisMost", { rate: text });
  const width = g.measureText(words).width;
  g.fillStyle = colours.panel;
  g.globalAlpha = 0.8;
  g.fillRect(view.width - width - 10, place.top + 1, width + 8, 14);
  g.globalAlpha = 1;
  g.fillStyle = colours.quiet;
  g.fillText(words, view.width - 6, place.top + 2);
  g.textAlign = "left";
}

/** @param {Scene} scene @returns {[number, number]} columns where there is anything of the file */
export function edges({ view, end_s }) {
  const left = Math.max(0, Math.round(view.toX(view.start_s)));
  return [left, Math.max(left, Math.min(Math.ceil(view.width), Math.round(view.toX(end_s))))];
}
