/** Keys as in professional players. */

/** @typedef {import("./transport-acts.js").Acts} Acts */

/**
 * @typedef {object} KeyActs what keys do that is not asked of the stage
 * @property {() => void} full
 * @property {() => void} goTo
 * @property {() => void} help
 * @property {() => void} swap timecode and seconds
 * @property {() => void} panels
 */

/** Every key for the help, in groups: key of the group's title, then key caps and word. */
export const KEY_HELP = /** @type {[string, [string[], string][]][]} */ ([
  ["keys_play", [
    [["Space"], "key_toggle"], [["L"], "key_l"], [["J"], "key_j"], [["K"], "key_k"],
    [["K", "+", "L / J"], "key_kl"],
  ]],
  ["keys_move", [
    [["←", "→", ",", "."], "key_frame"], [["Shift", "+", "← / →"], "key_second"],
    [["↑", "↓"], "key_segment"], [["Home", "End"], "key_ends"], [["G"], "key_goto"],
  ]],
  ["keys_range", [
    [["I", "O"], "key_marks"], [["Shift", "+", "I / O"], "key_tomarks"], [["R"], "key_loop"],
    [["X", "Esc"], "key_clear"],
  ]],
  ["keys_view", [
    [["Shift", "+", "↑ / ↓"], "key_volume"], [["M"], "key_mute"], [["F"], "key_full"],
    [["T"], "key_swap"], [["P"], "key_panels"], [["?"], "key_help"],
  ]],
]);

const TYPING = "input:not([type='range'], [type='checkbox'], [type='radio'], [type='button']), textarea, [contenteditable='true']";
/** What keeps a key for itself when it has the focus. @type {[string, string[]][]} */
const OWN_KEYS = [
  ["button, summary, a[href], input[type='checkbox'], input[type='radio'], [role='button'], [role='option'], [role='treeitem']", [" ", "enter"]],
  ["input[type='range'], input[type='radio'], select, [role='slider'], [role='separator'], [role='tabpanel'], [role='log'], [role='region'], [role='tab'], [role='listbox'], [role='tree'], [role='grid'], [role='menu'], [role='option'], [role='treeitem'], [role='menuitem']",
    ["arrowleft", "arrowright", "arrowup", "arrowdown", "home", "end", "pageup", "pagedown"]],
  ["select", [" ", "enter"]],
];

export class Keys {
  #kHeld = false;

  /**
   * @param {Acts} acts
   * @param {KeyActs} other
   */
  constructor(acts, other) {
    this.table = tableOf(acts, other);
    this.acts = acts;
    document.addEventListener("keydown", (event) => this.#onDown(event));
    document.addEventListener("keyup", (event) => { if (event.key.toLowerCase() === "k") this.#kHeld = false; });
    window.addEventListener("blur", () => { this.#kHeld = false; });
  }

  /** @param {KeyboardEvent} event */
  #onDown(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (isForTarget(event.target, key)) return;
    if (key === "k") this.#kHeld = true;
    if (this.#kHeld && (key === "j" || key === "l")) {
      event.preventDefault();
      void this.acts.step(key === "l" ? 1 : -1);
      return;
    }
    const act = this.table[event.shiftKey ? `shift+${key}` : key];
    if (!act || (event.repeat && !act.repeats)) return;
    event.preventDefault();
    act.do();
  }
}

/**
 * @param {Acts} acts
 * @param {KeyActs} other
 * @returns {Record<string, {do: () => unknown, repeats?: boolean}>} by key in small letters
 */
function tableOf(acts, other) {
  /** @param {() => unknown} act */
  const again = (act) => ({ do: act, repeats: true });
  const back = again(() => acts.step(-1));
  const on = again(() => acts.step(1));
  const clear = { do: () => acts.clearMarks() };
  const help = { do: other.help };
  return {
    " ": { do: () => acts.toggle() },
    l: { do: () => acts.shuttle(1) }, j: { do: () => acts.shuttle(-1) }, k: { do: () => acts.stop() },
    arrowleft: back, ",": back, arrowright: on, ".": on,
    "shift+arrowleft": again(() => acts.seek(acts.now_s - 1)), "shift+arrowright": again(() => acts.seek(acts.now_s + 1)),
    arrowup: again(() => acts.segment(-1)), arrowdown: again(() => acts.segment(1)),
    home: { do: () => acts.toStart() }, end: { do: () => acts.toEnd() },
    i: { do: () => acts.mark(0) }, o: { do: () => acts.mark(1) },
    "shift+i": { do: () => acts.toMark(0) }, "shift+o": { do: () => acts.toMark(1) },
    r: { do: () => acts.toggleLoop() }, x: clear, escape: clear,
    "shift+arrowup": again(() => acts.louder(1)), "shift+arrowdown": again(() => acts.louder(-1)),
    m: { do: () => acts.toggleMute() }, f: { do: other.full }, g: { do: other.goTo }, t: { do: other.swap },
    p: { do: other.panels }, "?": help, "shift+?": help, f1: help,
  };
}

/**
 * @param {EventTarget | null} target
 * @param {string} key in small letters
 * @returns {boolean} whether what has the focus needs the key itself
 */
function isForTarget(target, key) {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING) || target.closest("dialog[open]")) return true;
  return OWN_KEYS.some(([selector, keys]) => keys.includes(key) && target.matches(selector));
}
