/** Collects what would stand in red on the page's console. */

const MOST = 20;
const LONGEST = 500;

/** @type {string[]} */
const told = [];

/** @returns {string[]} so far, the first ones */
export function consoleErrors() {
  return [...told];
}

/** Begin to listen; call once, before anything can go wrong. */
export function watchConsole() {
  addEventListener("error", (event) => {
    if (event.target instanceof HTMLMediaElement) return; // what is wrong with media is told apart
    note(event.message || "an element could not be loaded");
  }, true);
  addEventListener("unhandledrejection", (event) => note(`unhandled: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    note(`blocked by ${event.effectiveDirective}: ${event.blockedURI}`);
  });
  const original = console.error.bind(console);
  console.error = (...parts) => {
    note(parts.map(String).join(" "));
    original(...parts);
  };
}

/** @param {string} text */
function note(text) {
  if (told.length < MOST) told.push(text.slice(0, LONGEST));
}
