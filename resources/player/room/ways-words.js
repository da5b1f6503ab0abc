/** Which picture is seen, and why, in words. */

import { thisEngine } from "./engine-name.js";
import { proxyWords } from "./proxy.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./ways.js").WayStatus} WayStatus */

/**
 * @param {RoomContext} room
 * @param {WayStatus} status
 * @returns {string} the one line that says which picture is seen
 */
export function lineWords(room, { way, state, engine }) {
  const key = way === "cast" && state === "starting" ? "cast_starting" : way;
  return room.say(`banner_${key}`, { engine });
}

/**
 * @param {RoomContext} room
 * @param {WayStatus} status
 * @returns {string} why it is this one and how it fares, "" when that needs no words
 */
export function reasonWords(room, status) {
  const fares = status.way === "proxy" ? proxyWords(room) : "";
  return [whyWords(room, status), fares].filter(Boolean).join(" ");
}

/**
 * @param {RoomContext} room
 * @param {WayStatus} status
 * @returns {string}
 */
function whyWords(room, { why, chosen }) {
  if (chosen && !why) return room.say("banner_chosen");
  if (!why) return "";
  const browser = room.ways?.chances.browsers.join(", ") ?? "";
  return room.say(`banner_${why}`, { here: thisEngine(), browser, codecs: codecsOf(room) });
}

/** @param {RoomContext} room @returns {string} such as `avc1.64001f, mp4a.40.2` */
function codecsOf(room) {
  const codecs = /codecs="?([^";]+)"?/.exec(room.facts.mime)?.[1];
  return codecs?.split(",").map((codec) => codec.trim()).join(", ") || room.say("banner_unknown_codecs");
}
