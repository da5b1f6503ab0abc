/** What is shown and what is sent: pure rules, without a page. */

/** @typedef {import("./port.js").Range} Range */

/**
 * @param {unknown} value
 * @returns {Range[] | null} the value as time ranges, null when it is something else
 */
export function asRanges(value) {
  if (!Array.isArray(value)) return null;
  const all = value.every((one) => Array.isArray(one) && one.length === 2
    && one.every((end) => typeof end === "number"));
  return all ? value : null;
}

/**
 * What is sent for a text in a field: a number where it is one, the very text otherwise.
 * Nothing is held back, so that the engine itself refuses what it must refuse; `Infinity`
 * stays a text, because JSON has no such number and the engine reads it as one.
 *
 * @param {string} text
 * @returns {string | number}
 */
export function sent(text) {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed !== "" && Number.isFinite(number) ? number : trimmed;
}

/**
 * @param {string} text a segment's number, or `init`
 * @param {number} step
 * @param {number} count of media segments
 * @returns {string} the neighbour; `init` comes before 0
 */
export function stepped(text, step, count) {
  const now = text.trim() === "init" ? -1 : Number(text);
  const next = Math.min(count - 1, Math.max(-1, (Number.isFinite(now) ? now : 0) + step));
  return next < 0 ? "init" : String(next);
}

/**
 * @param {string} id of an inspected object
 * @returns {number | null} which SourceBuffer it is
 */
export function bufferOf(id) {
  const found = /^source-buffer-(\d+)$/.exec(id);
  return found ? Number(found[1]) : null;
}

/**
 * @param {number} seconds
 * @returns {string} `12.345`, without needless zeros
 */
export function seconds(seconds) {
  return String(Number(seconds.toFixed(3)));
}

/**
 * Types worth trying in `changeType` and `addSourceBuffer`: the file's own, its tracks apart,
 * and what other files hold.
 *
 * @param {string} mime of the file
 * @returns {string[]}
 */
export function suggestedTypes(mime) {
  const [container, codecs = ""] = mime.split(";");
  const kind = container.split("/")[1] ?? "webm";
  const names = (/codecs="?([^"]*)"?/.exec(codecs)?.[1] ?? "").split(",").map((name) => name.trim());
  const apart = names.length > 1
    ? names.map((name) => `${isSound(name) ? "audio" : "video"}/${kind}; codecs="${name}"`) : [];
  const others = [
    'video/webm; codecs="vp8, vorbis"', 'video/webm; codecs="vp9, opus"',
    'video/mp4; codecs="avc1.64001f, mp4a.40.2"', 'video/mp4; codecs="av01.0.04M.08"',
    'audio/webm; codecs="opus"', 'audio/mp4; codecs="mp4a.40.2"', "audio/mpeg",
  ];
  return [...new Set([mime, ...apart, ...others])];
}

/** @param {string} codec */
function isSound(codec) {
  return /^(mp4a|opus|vorbis|flac|mp3|ac-3|ec-3)/i.test(codec);
}
