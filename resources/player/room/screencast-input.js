/** Mouse and keyboard of a pane, as the server hands them to the browser behind it. */

const BUTTONS = ["left", "middle", "right"];
const TYPES = /** @type {Record<string, string>} */ ({ pointerdown: "press", pointerup: "release", pointermove: "move", pointercancel: "release" });
/** Never handed on: they lead out of the picture. */
const OURS = new Set(["Tab", "Escape"]);

/** @param {MouseEvent | KeyboardEvent} event @returns {number} */
export function modifiersOf(event) {
  return Number(event.altKey) + 2 * Number(event.ctrlKey) + 4 * Number(event.metaKey) + 8 * Number(event.shiftKey);
}

/**
 * @param {PointerEvent} event
 * @param {{x: number, y: number}} place in the browser's page
 */
export function mouseMessage(event, place) {
  const type = TYPES[event.type];
  const button = type === "move" ? (event.buttons & 1 ? "left" : "none") : BUTTONS[event.button] ?? "none";
  const clicks = type === "move" ? 0 : 1;
  return { kind: "mouse", type, ...place, button, buttons: event.buttons, clicks, modifiers: modifiersOf(event) };
}

/**
 * @param {WheelEvent} event
 * @param {{x: number, y: number}} place
 */
export function wheelMessage(event, place) {
  const unit = [1, 16, 400][event.deltaMode] ?? 1;
  return { kind: "wheel", ...place, dx: event.deltaX * unit, dy: event.deltaY * unit, modifiers: modifiersOf(event) };
}

/** @param {KeyboardEvent} event @returns {Record<string, unknown> | null} null for keys that stay here */
export function keyMessage(event) {
  if (OURS.has(event.key) || event.isComposing) return null;
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  const text = event.type === "keydown" && plain && event.key.length === 1 ? event.key : "";
  const type = event.type === "keydown" ? "down" : "up";
  return { kind: "key", type, key: event.key, code: event.code, key_code: event.keyCode, text, modifiers: modifiersOf(event) };
}

/**
 * Where a place of the pane is in the page that is shown in it, as large as fits.
 *
 * @param {{x: number, y: number}} place from the pane's corner
 * @param {{width: number, height: number}} pane
 * @param {{width: number, height: number}} shown the picture, in any unit
 * @returns {{x: number, y: number}} in the pane's unit, from the picture's corner
 */
export function placeIn(place, pane, shown) {
  if (!shown.width || !shown.height) return place;
  const scale = Math.min(pane.width / shown.width, pane.height / shown.height);
  const left = (pane.width - shown.width * scale) / 2;
  const top = (pane.height - shown.height * scale) / 2;
  const wide = pane.width / (shown.width * scale);
  const high = pane.height / (shown.height * scale);
  return { x: (place.x - left) * wide, y: (place.y - top) * high };
}
