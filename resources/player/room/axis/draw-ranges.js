/** Lanes of ranges: what is buffered, and what each engine is expected to play. */

import { hatchOf } from "./colours.js";
import { FONT } from "./draw-ruler.js";
import { holesOf } from "./spans.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./spans.js").Range} Range */
/** @typedef {import("./stack.js").Placed} Placed */

export const ROW_PX = 16;
/** Above the rows of engines, with what the colours mean. */
export const LEGEND_PX = 16;
const BAR_PX = 8;
const NAME_PX = 12;
/** Sound and picture rarely begin and end together; a hole this short at either end is no fault. */
const END_SLACK_S = 0.15;

/** @param {Scene} scene @returns {number} height of a row; on a narrow page its name stands above the bar */
export function rowHeight({ isNarrow }) {
  return isNarrow ? ROW_PX + NAME_PX : ROW_PX;
}

/** @param {Placed} place @param {number} row @param {Scene} scene @returns {number} top of the bar */
export function barTop(place, row, scene) {
  const height = place.open ? rowHeight(scene) : ROW_PX;
  const inset = place.height - place.rows * height - (place.open ? 2 : 1);
  return place.top + inset + (row + 1) * height - (ROW_PX + BAR_PX) / 2;
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {string} name of the row
 * @param {number} top of its bar
 * @param {Placed} place
 * @param {Scene} scene
 */
function rowName(g, name, top, place, { isNarrow, colours }) {
  if (!isNarrow || !place.open) return;
  g.font = FONT;
  g.textBaseline = "alphabetic";
  g.fillStyle = colours.quiet;
  g.fillText(name, 10, top - 4);
}

/** @param {Scene} scene @returns {{label: string, ranges: Range[]}[]} the element, then its buffers */
export function bufferedRows({ state, say }) {
  return [{ label: say("axisElement"), ranges: state.buffered }, ...state.source_buffers];
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawBuffered(g, place, scene) {
  const { colours } = scene;
  const rows = bufferedRows(scene).slice(0, place.rows);
  rows.forEach(({ label, ranges }, row) => {
    const top = barTop(place, row, scene);
    rowName(g, label, top, place, scene);
    groove(g, top, scene);
    bars(g, ranges, top, colours[row ? "range-quiet" : "range"], scene);
  });
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawPredictions(g, place, scene) {
  const { predictions } = scene.facts;
  if (place.open) {
    legend(g, place, scene);
    predictions.forEach(({ title, ranges }, row) => {
      const top = barTop(place, row, scene);
      rowName(g, title, top, place, scene);
      prediction(g, top, [ranges], scene);
    });
  } else prediction(g, barTop(place, 0, scene), predictions.map(({ ranges }) => ranges), scene);
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
function legend(g, place, { colours, say }) {
  const middle = place.top + 2 + LEGEND_PX / 2;
  let x = 10;
  g.font = FONT;
  g.textBaseline = "middle";
  for (const [key, fill] of /** @type {[string, string | CanvasPattern][]} */ ([
    ["axisWillPlay", colours.plays], ["axisWillFail", hatchOf(g, colours.fails)],
  ])) {
    const words = say(key);
    g.fillStyle = fill;
    g.fillRect(x, middle - BAR_PX / 2, 16, BAR_PX);
    g.fillStyle = colours.quiet;
    g.fillText(words, x + 21, middle + 0.5);
    x += 36 + g.measureText(words).width;
  }
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {number} top
 * @param {Range[][]} all hatched where any of them has a hole
 * @param {Scene} scene
 */
function prediction(g, top, all, scene) {
  const { view, colours, end_s } = scene;
  bars(g, [[view.start_s, end_s]], top, colours.plays, scene);
  const holes = all.flatMap((ranges) => failing(ranges, scene));
  bars(g, holes, top, colours.panel, scene);
  bars(g, holes, top, hatchOf(g, colours.fails), scene);
  g.strokeStyle = colours.fails;
  g.lineWidth = 1;
  for (const [start_s, stop_s] of holes) {
    const [left, right] = sides(start_s, stop_s, scene);
    if (right > 0 && left < view.width) g.strokeRect(left + 0.5, top + 0.5, Math.max(1, right - left - 1), BAR_PX - 1);
  }
}

/** @param {Range[]} ranges @param {Scene} scene @returns {Range[]} */
export function failing(ranges, { view, end_s }) {
  return holesOf(ranges, Math.max(0, view.start_s), end_s, END_SLACK_S);
}

/** @param {number} start_s @param {number} stop_s @param {Scene} scene @returns {[number, number]} */
function sides(start_s, stop_s, { view }) {
  const left = Math.max(-4, Math.round(view.toX(start_s)));
  return [left, Math.max(left + 1, Math.min(view.width + 4, Math.round(view.toX(stop_s))))];
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {Range[]} ranges
 * @param {number} top
 * @param {string | CanvasPattern} fill
 * @param {Scene} scene
 */
function bars(g, ranges, top, fill, scene) {
  g.fillStyle = fill;
  for (const [start_s, stop_s] of ranges) {
    const [left, right] = sides(start_s, stop_s, scene);
    if (right > 0 && left < scene.view.width) g.fillRect(left, top, right - left, BAR_PX);
  }
}

/** @param {CanvasRenderingContext2D} g @param {number} top @param {Scene} scene */
function groove(g, top, scene) {
  bars(g, [[scene.view.start_s, scene.end_s]], top, scene.colours.groove, scene);
}
