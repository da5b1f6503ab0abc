/** Getting a text out of the page: by the program where it can save, by the browser otherwise. */

const CHUNK_CHARACTERS = 8_192; // six bytes each at worst: below the server's message limit
const REVOKE_MS = 10_000;

/**
 * @param {string} text
 * @param {number} [size] characters at most
 * @returns {string[]} parts that never cut a character in two; one at least
 */
export function chunks(text, size = CHUNK_CHARACTERS) {
  const parts = [];
  let start = 0;
  do {
    let end = Math.min(text.length, start + size);
    const code = text.charCodeAt(end - 1);
    if (end < text.length && end - start > 1 && code >= 0xd800 && code <= 0xdbff) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  } while (start < text.length);
  return parts;
}

/**
 * Offer a text to be saved.
 *
 * @param {import("./room-context.js").RoomContext} room
 * @param {string} name of the file
 * @param {string} text
 * @returns {Promise<void>} rejects with a LinkError
 */
export async function saveText(room, name, text) {
  if (room.facts.features?.save_text) await saveByProgram(room, name, text);
  else saveByBrowser(name, text);
}

/**
 * @param {import("./room-context.js").RoomContext} room
 * @param {string} name
 * @param {string} text
 */
async function saveByProgram(room, name, text) {
  const parts = chunks(text);
  for (const [part, piece] of parts.entries()) {
    await room.link.ask("save-text", { name, part, parts: parts.length, text: piece });
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function saveByBrowser(name, text) {
  const type = name.endsWith(".json") ? "application/json" : "text/plain";
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}
