/** Every lane: when it is there, how tall it is, how it is drawn, what it says of a place. */

import { drawFindings, groupAt } from "./draw-findings.js";
import { drawBitRate, drawPictures, drawSound } from "./draw-media.js";
import {
  LEGEND_PX, barTop, bufferedRows, drawBuffered, drawPredictions, failing, rowHeight,
} from "./draw-ranges.js";
import { drawSegments } from "./draw-segments.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./stack.js").Placed} Placed */

/**
 * @typedef {object} Lane
 * @property {string} id
 * @property {string} name key of its name
 * @property {string} icon path within 20 by 20
 * @property {boolean} narrow whether it is also there on a narrow page
 * @property {boolean} first whether it is also open in a low window
 * @property {boolean} [titled] whether the name stands above its rows
 * @property {(scene: Scene) => boolean} isThere
 * @property {(scene: Scene) => number} height when open, in pixels
 * @property {(scene: Scene) => string[]} [rows] names, when there are several
 * @property {(g: CanvasRenderingContext2D, place: Placed, scene: Scene) => void} draw
 * @property {(scene: Scene, x: number, y: number, place: Placed) => string[]} [hint] what stands there
 */

/** @type {Lane[]} */
export const LANES = [
  {
    id: "pictures", name: "axisPictures", icon: "M3 5h14v10H3zM7 5v10M13 5v10", narrow: false, first: false,
    isThere: ({ facts, pictures }) => Boolean(facts.picture) && facts.features?.filmstrip !== false && !pictures.isOver,
    height: () => 46,
    draw: drawPictures,
  },
  {
    id: "sound", name: "axisSound", icon: "M3 8v4M6.5 5v10M10 8v4M13.5 3v14M17 7v6", narrow: false, first: false,
    isThere: ({ facts, waves }) => hasSound(facts) && facts.features?.waveform !== null && !waves.isOver,
    height: () => 38,
    draw: drawSound,
  },
  {
    id: "segments", name: "axisSegments", icon: "M3 16V9h4v7M8 16V4h4v12M13 16v-5h4v5z", narrow: true, first: true,
    isThere: ({ segments }) => segments.length > 0,
    height: () => 58,
    draw: drawSegments,
  },
  {
    id: "rate", name: "axisRate", icon: "M2 15l4-6 4 3 4-8 4 5", narrow: false, first: false,
    isThere: ({ facts }) => (facts.bit_rate?.kbit_s?.length ?? 0) > 0 && facts.bit_rate.step_s > 0,
    height: () => 36,
    draw: drawBitRate,
  },
  {
    id: "buffered", name: "axisBuffered", icon: "M3 7h9v6H3zM14.5 7H17v6h-2.5", narrow: true, first: true,
    isThere: () => true,
    height: (scene) => bufferedRows(scene).length * rowHeight(scene) + 4,
    rows: (scene) => bufferedRows(scene).map(({ label }) => label),
    draw: drawBuffered,
  },
  {
    id: "engines", name: "axisEngines", icon: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7 10l2 2.5 4-5",
    narrow: false, first: false,
    isThere: ({ facts }) => (facts.predictions?.length ?? 0) > 0,
    titled: true,
    height: (scene) => scene.facts.predictions.length * rowHeight(scene) + 4 + LEGEND_PX,
    rows: ({ facts }) => facts.predictions.map(({ title }) => title),
    draw: drawPredictions,
    hint: predictionHint,
  },
  {
    id: "findings", name: "axisFindings", icon: "M10 3l8 14H2zM10 8.5v4M10 14.5v.5", narrow: false, first: true,
    isThere: ({ findings }) => findings.length > 0,
    height: () => 22,
    draw: drawFindings,
    hint: findingHint,
  },
];

/** @param {import("../room-context.js").Facts} facts */
function hasSound(facts) {
  return (facts.tracks ?? []).some(({ kind }) => kind === "audio");
}

/** @type {NonNullable<Lane["hint"]>} */
function predictionHint(scene, x, y, place) {
  const { predictions } = scene.facts;
  const time_s = scene.view.toTime(x);
  const height = rowHeight(scene);
  const row = Math.floor((y - barTop(place, 0, scene) + height - 12) / height);
  const told = place.open ? predictions.filter((_, i) => i === row) : predictions;
  return told.flatMap((one) => {
    const fails = failing(one.ranges, scene).some(([from_s, to_s]) => time_s >= from_s && time_s < to_s);
    if (!place.open && !fails) return [];
    const words = scene.say(fails ? "axisFails" : "axisPlays", { engine: one.title });
    return one.reason && (fails || !one.plays) ? [words, one.reason] : [words];
  });
}

/** @type {NonNullable<Lane["hint"]>} */
function findingHint(scene, x) {
  const found = groupAt(scene, x);
  return found ? found.all.slice(0, 6).map(({ finding }) => finding.message) : [];
}
