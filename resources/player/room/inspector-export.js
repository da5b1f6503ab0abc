/** The log as a file or on the clipboard. */

import { button, choice, make } from "./inspector-dom.js";
import { asJson, asText } from "./inspector-filter.js";
import { saveText } from "./inspector-save.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

/**
 * @param {RoomContext} room
 * @param {() => import("./port.js").LogRecord[]} records those to write down
 * @returns {HTMLElement}
 */
export function exporter(room, records) {
  const { say } = room;
  const format = choice(say("inspector.format"), [["txt", say("inspector.as-text")], ["json", "JSON"]]);
  const told = make("span", "told");
  told.setAttribute("role", "status");
  const text = () => (format.value === "json" ? asJson(records(), about(room)) : asText(records()));
  /** @param {() => Promise<void>} act @param {string} done */
  const run = async (act, done) => {
    try {
      await act();
      told.textContent = done;
    } catch (error) {
      told.textContent = error instanceof Error ? error.message : String(error);
    }
    setTimeout(() => { told.textContent = ""; }, 6_000);
  };
  const save = button(say("inspector.save"), () => void run(
    () => saveText(room, fileName(room.facts.name, format.value), text()), ""));
  const copy = button(say("inspector.copy"), () => void run(
    () => navigator.clipboard.writeText(text()), say("inspector.copied")));
  copy.hidden = true;
  void mayCopy().then((may) => { copy.hidden = !may; });
  return make("span", "exporter", [format, copy, save, told]);
}

/** @returns {Promise<boolean>} false where the engine does not let pages write the clipboard */
async function mayCopy() {
  if (!navigator.clipboard) return false;
  try {
    const asked = { name: /** @type {PermissionName} */ ("clipboard-write") };
    return (await navigator.permissions.query(asked)).state !== "denied";
  } catch {
    return true; // Firefox does not know the permission, and allows it after a click
  }
}

/** @param {string} name @param {string} suffix */
function fileName(name, suffix) {
  return `${name.replace(/\.[^.]+$/, "").slice(0, 80)}-mse-log.${suffix}`;
}

/** @param {RoomContext} room */
function about(room) {
  return {
    file: room.facts.name, mime: room.facts.mime, engine: navigator.userAgent,
    way: room.state.way, remote: room.port?.kind === "remote", saved_at: new Date().toISOString(),
  };
}
