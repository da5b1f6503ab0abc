/** One way to begin with each library: the same calls that sites make, and what it says. */

import { dashReason, hlsReason, shakaReason } from "./library-reasons.js";

/**
 * @typedef {object} Said what a library said of itself
 * @property {boolean} fatal it gives up
 * @property {string} name the library's own name of it
 * @property {string} detail
 * @property {import("./library-reasons.js").Reason} reason
 * @property {boolean} [byElement] the media element says it, not the library
 *
 * @typedef {object} Running
 * @property {string} version by the library's own account
 * @property {() => unknown} end
 *
 * @typedef {(video: HTMLVideoElement, url: string, hear: (said: Said) => void) => Promise<Running> | Running} Begin
 */

/** By the package's name. @type {Record<string, Begin>} */
export const PLAYERS = { "hls.js": beginHls, "shaka-player": beginShaka, dashjs: beginDash };

/** @param {string} name of a global @returns {any} */
function globalOf(name) {
  const found = /** @type {any} */ (globalThis)[name];
  if (!found) throw new Error(`window.${name} is not there`);
  return found;
}

/** @type {Begin} */
function beginHls(video, url, hear) {
  const Hls = globalOf("Hls");
  if (!Hls.isSupported()) throw new Error("Hls.isSupported() is false");
  const hls = new Hls();
  hls.on(Hls.Events.ERROR, (/** @type {string} */ _event, /** @type {any} */ data) => {
    const detail = [data.error?.message, data.reason, data.response?.code].filter(Boolean).join("; ");
    const name = `${data.type}: ${data.details}`;
    hear({ fatal: Boolean(data.fatal), name, detail, reason: hlsReason(String(data.details)) });
  });
  hls.attachMedia(video);
  hls.loadSource(url);
  return { version: String(Hls.version ?? ""), end: () => hls.destroy() };
}

/** @type {Begin} */
async function beginShaka(video, url, hear) {
  const shaka = globalOf("shaka");
  shaka.polyfill.installAll();
  if (!shaka.Player.isBrowserSupported()) throw new Error("shaka.Player.isBrowserSupported() is false");
  const player = new shaka.Player();
  /** @param {any} error */
  const told = (error) => hear({ fatal: error.severity !== 1, ...shakaWords(shaka, error) });
  player.addEventListener("error", (/** @type {any} */ event) => told(event.detail));
  await player.attach(video);
  const running = { version: String(shaka.Player.version ?? ""), end: () => player.destroy() };
  void player.load(url).catch(told);
  return running;
}

/** @param {any} shaka @param {any} error @returns {Omit<Said, "fatal">} */
function shakaWords(shaka, error) {
  const codes = shaka.util?.Error?.Code ?? {};
  const name = Object.keys(codes).find((key) => codes[key] === error.code) ?? String(error.name ?? "error");
  const data = Array.isArray(error.data) ? error.data.map(String).join("; ") : String(error.message ?? "");
  return { name: error.code ? `${name} (${error.code})` : name, detail: data, reason: shakaReason(Number(error.code)) };
}

/** @type {Begin} */
function beginDash(video, url, hear) {
  const dashjs = globalOf("dashjs");
  const player = dashjs.MediaPlayer().create();
  player.updateSettings({ debug: { logLevel: dashjs.Debug?.LOG_LEVEL_NONE ?? 0 } });
  player.on(dashjs.MediaPlayer.events.ERROR, (/** @type {any} */ event) => {
    const error = event.error ?? {};
    const said = typeof error === "string" ? error : String(error.message ?? "");
    const reason = dashReason(Number(error.code));
    hear({ fatal: true, name: error.code ? `error ${error.code}` : "error", detail: said, reason });
  });
  player.initialize(video, url, false);
  return { version: String(player.getVersion?.() ?? ""), end: () => player.destroy() };
}
