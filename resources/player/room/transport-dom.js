/** Small makers of elements for the bar. */

import { icon } from "./transport-icons.js";

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} picture see `transport-icons.js`
 * @param {string} name said by screen readers
 * @param {string} hint name and key, shown under the pointer
 * @param {() => unknown} act
 * @returns {HTMLButtonElement}
 */
export function iconButton(picture, name, hint, act) {
  const button = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: "tool" }, icon(picture)));
  describe(button, name, hint);
  button.addEventListener("click", () => void act());
  return button;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} [hint]
 */
export function describe(element, name, hint = name) {
  if (element.title === hint) return;
  element.setAttribute("aria-label", name);
  element.title = hint;
}

/** @param {HTMLElement} button @param {string} picture */
export function setPicture(button, picture) {
  if (button.dataset.picture === picture) return;
  button.dataset.picture = picture;
  button.replaceChildren(icon(picture));
}
