/** Making elements. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {Record<string, string>} [attributes]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, className = "", attributes = {}, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}

/**
 * @param {string} path within 20 by 20
 * @returns {SVGSVGElement} drawn with lines
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("class", "line");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * @param {string} label
 * @param {string} path of its icon
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function iconButton(label, path, act) {
  const button = make("button", "", { type: "button", "aria-label": label, title: label });
  button.append(icon(path));
  button.addEventListener("click", act);
  return button;
}
