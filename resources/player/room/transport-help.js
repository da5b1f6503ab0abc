/** Every key, in a dialog. */

import { KEY_HELP } from "./keys.js";
import { iconButton, make } from "./transport-dom.js";

/**
 * @param {import("./words.js").Translate} say
 * @returns {HTMLDialogElement} to be put into the page and opened with `showModal`
 */
export function helpDialog(say) {
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "keys", "aria-labelledby": "keys-title", tabindex: "-1", autofocus: "" }));
  const closer = iconButton("close", say("t_close"), say("t_close"), () => dialog.close());
  dialog.append(make("header", {}, make("h2", { id: "keys-title" }, say("keys_title")), closer));
  dialog.append(make("div", { class: "groups" }, ...KEY_HELP.map(([title, rows]) => group(say, title, rows))));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return dialog;
}

/**
 * @param {import("./words.js").Translate} say
 * @param {string} title
 * @param {[string[], string][]} rows
 */
function group(say, title, rows) {
  const list = make("dl");
  for (const [caps, word] of rows) {
    const keys = caps.map((cap) => (cap === "+" ? make("span", { class: "plus" }, "+") : make("kbd", {}, cap)));
    list.append(make("div", {}, make("dt", {}, ...keys), make("dd", {}, say(word))));
  }
  return make("section", {}, make("h3", {}, say(title)), list);
}
