/** The ruler, with the range that is repeated. */

import { frameTicks, secondTicks } from "./ticks.js";

/** @typedef {import("./scene.js").Scene} Scene */

export const RULER_PX = 26;
export const FONT = '11px system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif';

/** @param {CanvasRenderingContext2D} g @param {Scene} scene */
export function drawRuler(g, scene) {
  const { view, colours, facts } = scene;
  const rate = scene.inFrames ? facts.frame_rate : null;
  const ticks = rate ? frameTicks(view, rate, facts.first_frame_s ?? 0) : secondTicks(view);
  drawLoop(g, scene);
  g.font = FONT;
  g.textBaseline = "middle";
  for (const { time_s, text } of ticks) {
    if (time_s < view.start_s - 1e-9 || time_s > view.end_s + 1e-9) continue;
    const x = Math.round(view.toX(time_s));
    g.fillStyle = text ? colours.quiet : colours.line;
    g.fillRect(x, RULER_PX - (text ? 9 : 5), 1, text ? 9 : 5);
    if (text) label(g, text, x, view.width, colours.quiet);
  }
  g.fillStyle = colours.line;
  g.fillRect(0, RULER_PX - 1, view.width, 1);
}

/**
 * @param {CanvasRenderingContext2D} g
 * @param {string} text
 * @param {number} x
 * @param {number} width nothing is cut at the right
 * @param {string} colour
 */
function label(g, text, x, width, colour) {
  if (x + 4 + g.measureText(text).width > width) return;
  g.fillStyle = colour;
  g.fillText(text, x + 4, 11);
}

/** @param {CanvasRenderingContext2D} g @param {Scene} scene */
function drawLoop(g, { view, colours, state }) {
  if (!state.loop) return;
  const [left, right] = state.loop.map((time_s) => view.toX(time_s));
  g.fillStyle = colours.accent;
  g.globalAlpha = 0.22;
  g.fillRect(left, 0, right - left, RULER_PX);
  g.globalAlpha = 1;
  g.fillRect(left, 0, right - left, 3);
}
