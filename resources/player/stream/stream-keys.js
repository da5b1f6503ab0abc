/** Keys of a stream's page. */

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./bar.js").Bar} Bar */

const STEP_S = 5;
const TYPING = "input:not([type='range']), textarea, select";
const ARROWS = ["arrowleft", "arrowright", "arrowup", "arrowdown"];

/**
 * @param {Session} session
 * @param {Bar} bar
 * @param {() => void} onDetails
 */
export function listenToKeys(session, bar, onDetails) {
  const table = /** @type {Record<string, () => unknown>} */ ({
    " ": () => session.toggle(), k: () => session.toggle(), m: () => bar.toggleMute(), f: () => bar.screen.toggle(),
    l: () => (session.isLive ? session.toNow() : undefined), d: onDetails,
    arrowleft: () => session.seek(session.video.currentTime - STEP_S), arrowright: () => session.seek(session.video.currentTime + STEP_S),
    arrowup: () => bar.louder(1), arrowdown: () => bar.louder(-1),
    home: () => (session.isLive ? undefined : session.seek(0)), end: () => (session.isLive ? session.toNow() : undefined),
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = table[key];
    if (!act || isForTarget(event.target, key) || (event.repeat && !ARROWS.includes(key))) return;
    event.preventDefault();
    void act();
  });
}

/** @param {EventTarget | null} target @param {string} key @returns {boolean} whether it needs the key itself */
function isForTarget(target, key) {
  if (!(target instanceof Element)) return false;
  if (target.matches(TYPING)) return true;
  if (target.matches("input[type='range']")) return ARROWS.includes(key) || key === "home" || key === "end";
  return target.matches("button, a[href]") && (key === " " || key === "enter");
}
