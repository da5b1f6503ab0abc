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

/*
 * What has a value in every column is drawn as rectangles on whole pixels: a path with as many
 * corners takes ten times as long to fill (5 ms and more for 1,450 columns).
 */

/** @param {number} value in CSS pixels @returns {number} on a pixel of the screen */
function snapped(value) {
  const ratio = window.devicePixelRatio || 1;
  return Math.round(value * ratio) / ratio;
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawSound(g, place, scene) {
  const { view, colours, waves } = scene;
  const middle = Math.round(place.top + place.height / 2);
  const half = place.height / 2 - 2;
  const [left, right] = edges(scene);
  const unknown = [];
  g.fillStyle = colours.wave;
  for (let x = left; x < right; x += 1) {
    const value = waves.largest(view.toTime(x), view.toTime(x + 1));
    if (value === null) unknown.push(x);
    else {
      const tall = Math.max(0.5, snapped((value / 255) * half));
      g.fillRect(x, middle - tall, 1, 2 * tall);
    }
  }
  g.fillStyle = colours.groove;
  for (const x of unknown) g.fillRect(x, middle - 1, 1, 2);
  waves.want(view.toTime(left), view.toTime(right));
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawBitRate(g, place, scene) {
  const { colours } = scene;
  const [left, right] = edges(scene);
  const most = scene.highestRate;
  const columns = rateColumns(scene, left, right);
  const bottom = place.top + place.height - 1;
  const scale = (place.height - (place.open ? 8 : 4)) / most;
  const tops = Array.from({ length: right - left }, (_, i) => snapped(bottom - columns[left + i] * scale));
  g.fillStyle = colours["rate-fill"];
  tops.forEach((y, i) => g.fillRect(left + i, y, 1, bottom - y));
  g.fillStyle = colours.rate;
  tops.forEach((y, i) => {
    const before = i ? tops[i - 1] : y;
    g.fillRect(left + i, Math.min(y, before), 1, Math.abs(y - before) + 1);
  });
  if (place.open) scaleText(g, place, scene, rateText(most));
}

/** @param {Scene} scene @param {number} left @param {number} right @returns {Float64Array} kbit/s */
function rateColumns({ view, facts }, left, right) {
  const { step_s, kbit_s } = facts.bit_rate;
  const first = Math.max(0, Math.floor(view.toTime(left) / step_s));
  const last = Math.min(kbit_s.length, Math.ceil(view.toTime(right) / step_s));
  return largestPerColumn(Math.max(0, last - first), Math.ceil(view.width),
    (i) => Math.round(view.toX((first + i) * step_s)), (i) => Math.round(view.toX((first + i + 1) * step_s)),
    (i) => kbit_s[first + i]);
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
