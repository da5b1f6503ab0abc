/** The lane of findings: shape and colour both tell how bad a finding is. */

import { weightOf } from "./scene.js";
import { firstNot, gathered } from "./spans.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("./scene.js").Finding} Finding */
/** @typedef {import("./scene.js").Weight} Weight */
/** @typedef {import("./stack.js").Placed} Placed */
/** @typedef {{x: number, all: {finding: Finding, time_s: number}[]}} Group */

const APART_PX = 14;
const REACH_PX = 9;
/** @type {Weight[]} worst first */
const WEIGHTS = ["bad", "warn", "info"];

/** @param {Scene} scene @returns {Group[]} what is in sight */
export function groupsOf({ view, findings }) {
  const from = firstNot(findings, (i) => findings[i].time_s < view.toTime(0));
  const to = firstNot(findings, (i) => findings[i].time_s <= view.toTime(view.width));
  const marks = findings.slice(from, to).map((what) => ({ x: Math.round(view.toX(what.time_s)), what }));
  return gathered(marks, APART_PX);
}

/** @param {Scene} scene @param {number} x @returns {Group | null} */
export function groupAt(scene, x) {
  return groupsOf(scene).find((group) => Math.abs(group.x - x) <= REACH_PX) ?? null;
}

/** @param {Group} group @returns {Weight} */
function worst(group) {
  const weights = group.all.map(({ finding }) => weightOf(finding.severity));
  return WEIGHTS.find((weight) => weights.includes(weight)) ?? "info";
}

/** @param {CanvasRenderingContext2D} g @param {Placed} place @param {Scene} scene */
export function drawFindings(g, place, scene) {
  const y = place.top + place.height / 2;
  for (const group of groupsOf(scene)) {
    const weight = worst(group);
    g.fillStyle = scene.colours[weight];
    g.beginPath();
    SHAPES[weight](g, group.x + 0.5, y);
    g.fill();
    g.fillStyle = scene.colours["on-mark"];
    if (group.all.length > 1) count(g, group, y + (weight === "warn" ? 1.5 : 0.5));
    else SIGNS[weight](g, group.x + 0.5, y);
  }
}

/** @param {CanvasRenderingContext2D} g @param {Group} group @param {number} y */
function count(g, group, y) {
  g.font = "bold 9px system-ui, sans-serif";
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(group.all.length > 9 ? "9+" : String(group.all.length), group.x + 0.5, y);
  g.textAlign = "left";
}

/** @type {Record<Weight, (g: CanvasRenderingContext2D, x: number, y: number) => void>} */
const SHAPES = {
  bad: (g, x, y) => {
    for (let i = 0; i < 8; i += 1) {
      const angle = (Math.PI / 4) * (i + 0.5);
      g.lineTo(x + 7.5 * Math.cos(angle), y + 7.5 * Math.sin(angle));
    }
  },
  warn: (g, x, y) => {
    g.moveTo(x, y - 7.5);
    g.lineTo(x + 8, y + 6.5);
    g.lineTo(x - 8, y + 6.5);
  },
  info: (g, x, y) => g.arc(x, y, 6.5, 0, 2 * Math.PI),
};

/** @type {Record<Weight, (g: CanvasRenderingContext2D, x: number, y: number) => void>} */
const SIGNS = {
  bad: (g, x, y) => {
    g.strokeStyle = g.fillStyle;
    g.lineWidth = 1.8;
    g.beginPath();
    for (const side of [-1, 1]) {
      g.moveTo(x - 3 * side, y - 3);
      g.lineTo(x + 3 * side, y + 3);
    }
    g.stroke();
  },
  warn: (g, x, y) => {
    g.fillRect(x - 0.9, y - 3.5, 1.8, 5);
    g.fillRect(x - 0.9, y + 3, 1.8, 1.8);
  },
  info: (g, x, y) => {
    g.fillRect(x - 0.9, y - 4, 1.8, 1.8);
    g.fillRect(x - 0.9, y - 1, 1.8, 5);
  },
};
