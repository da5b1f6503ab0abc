/** Making elements in one line; texts go in as text, never as markup. */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {string | (Node | string)[]} [content]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, className = "", content = []) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (typeof content === "string") element.textContent = content;
  else element.append(...content);
  return element;
}

/**
 * @param {string} label
 * @param {() => void} onPress
 * @param {string} [className]
 * @returns {HTMLButtonElement}
 */
export function button(label, onPress, className = "push") {
  const element = make("button", className, label);
  element.type = "button";
  element.addEventListener("click", onPress);
  return element;
}

/**
 * @param {string} name for those who cannot see
 * @param {[string, string][]} choices value and words
 * @returns {HTMLSelectElement}
 */
export function choice(name, choices) {
  const element = make("select");
  element.setAttribute("aria-label", name);
  fill(element, choices);
  return element;
}

/**
 * @param {HTMLSelectElement} element
 * @param {[string, string][]} choices value and words
 */
export function fill(element, choices) {
  const chosen = element.value;
  element.replaceChildren(...choices.map(([value, words]) => new Option(words, value)));
  if (choices.some(([value]) => value === chosen)) element.value = chosen;
}

/**
 * @param {string} name for those who cannot see
 * @param {string} [value]
 * @returns {HTMLInputElement}
 */
export function field(name, value = "") {
  const element = make("input");
  element.type = "text";
  element.spellcheck = false;
  element.autocomplete = "off";
  element.setAttribute("aria-label", name);
  element.value = value;
  return element;
}

/** Whether things may move for this user. */
export function mayMove() {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
