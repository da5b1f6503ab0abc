/** The bar's pictures: 24 by 24, filled, or as lines where `line` is said. */

const SVG = "http://www.w3.org/2000/svg";

/** Path, class. @type {Record<string, [string, string][]>} */
const ICONS = {
  play: [["M8 5.2v13.6L19 12z", ""]],
  pause: [["M7 5h3.6v14H7zM13.4 5H17v14h-3.6z", ""]],
  start: [["M4.5 6.2h1.9v11.6H4.5zM13 6.2v11.6L6.9 12zM20 6.2v11.6L13.9 12z", ""]],
  end: [["M19.5 6.2h-1.9v11.6h1.9zM11 6.2v11.6l6.1-5.8zM4 6.2v11.6l6.1-5.8z", ""]],
  segmentBack: [["M6.4 6.2h1.9v11.6H6.4zM17.6 6.2v11.6L9 12z", ""]],
  segmentOn: [["M17.6 6.2h-1.9v11.6h1.9zM6.4 6.2v11.6L15 12z", ""]],
  frameBack: [["m13 7-5 5 5 5M16.4 7v10", "line"]],
  frameOn: [["m11 7 5 5-5 5M7.6 7v10", "line"]],
  markIn: [["M14 5.5H9.5v13H14", "line"]],
  markOut: [["M10 5.5h4.5v13H10", "line"]],
  loop: [["M5.5 12.5v-1.2a3.8 3.8 0 0 1 3.8-3.8h8.2M15 4.8l2.8 2.7L15 10.2M18.5 11.5v1.2a3.8 3.8 0 0 1-3.8 3.8H6.5M9 19.2l-2.8-2.7L9 13.8", "line"]],
  sound: [["M4 9.5h3.6L12 5.6v12.8l-4.4-3.9H4z", ""], ["M15 9.2a4 4 0 0 1 0 5.6M17.4 6.8a7.4 7.4 0 0 1 0 10.4", "line"]],
  silence: [["M4 9.5h3.6L12 5.6v12.8l-4.4-3.9H4z", ""], ["m15.6 9.6 4.8 4.8m0-4.8-4.8 4.8", "line"]],
  full: [["M5 9.5V5h4.5M14.5 5H19v4.5M19 14.5V19h-4.5M9.5 19H5v-4.5", "line"]],
  unfull: [["M9.5 5v4.5H5M19 9.5h-4.5V5M14.5 19v-4.5H19M5 14.5h4.5V19", "line"]],
  help: [["M9.3 9.4a2.75 2.75 0 1 1 4 2.5c-.9.5-1.3 1-1.3 2M12 17.2v.2", "line"]],
  panels: [["M4.5 5.5h15v13h-15zM14.2 5.5v13", "line"]],
  close: [["m7 7 10 10M17 7 7 17", "line"]],
};

/** @param {string} name @returns {SVGSVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const [path, style] of ICONS[name]) {
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    if (style) line.setAttribute("class", style);
    svg.append(line);
  }
  return svg;
}
