/** The preview page: joins element, controls, player and reporter. */

import { Controls } from "./controls.js";
import { MseError, asMseError } from "./errors.js";
import { frameCount } from "./evidence.js";
import { MsePlayer } from "./mse-player.js";
import { Reporter } from "./reporter.js";
import { SegmentLoader } from "./segment-loader.js";
import { codecName, codecsOf, translator } from "./strings.js";
import { clock } from "./timeline.js";
import { playAnyway } from "./waiting.js";

const STATE_INTERVAL_MS = 500;
const VIDEO_EVENTS = [
  "loadedmetadata", "loadeddata", "canplay", "play", "playing", "pause", "waiting", "stalled",
  "seeking", "seeked", "ended", "ratechange", "durationchange", "resize", "error",
];

const query = new URLSearchParams(location.search);
const say = translator(query.get("lang"));
const video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
const runId = query.get("run");
const reporter = new Reporter(runId ? new URL(`../runs/${runId}/report`, location.href) : null);
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
document.documentElement.lang = query.get("lang") ?? "en";
const controls = new Controls(video, say);

/** @type {MsePlayer | null} */
let player = null;

/** What the embedding program may call. */
const api = {
  /** @param {number} time_s */
  seek: (time_s) => controls.seek(time_s),
  play: () => playAnyway(video),
  pause: () => video.pause(),
  /** @returns {Record<string, unknown>} */
  state: () => state(),
};
/** @type {any} */ (window).studioPlayer = api;

/** @returns {Record<string, unknown>} */
function state() {
  const { total, dropped } = frameCount(video);
  return {
    time_s: video.currentTime,
    paused: video.paused,
    ready_state: video.readyState,
    segment: player?.currentSegment ?? 0,
    appended: player?.appendedSegments.slice(0, 500) ?? [],
    ranges: player?.buffered ?? [],
    complete: player?.complete ?? false,
    frames: total,
    dropped,
    error: player?.error?.toReport() ?? null,
  };
}

/** @param {MseError} error @returns {[string, string]} what happened, and what to do */
function inWords(error) {
  const { segment, time_s } = error.data;
  const values = { segment: Number(segment) + 1, time: clock(Number(time_s)) };
  if (error.code === "file-changed") return [say("changed"), say("changedHint")];
  if (error.code === "file-gone") return [say("gone"), say("goneHint")];
  if (error.code === "network") return [say("network"), say("networkHint")];
  if (error.code === "quota") return [say("quota"), say("quotaHint")];
  if (error.code === "empty") return [say("empty"), say("emptyHint")];
  if (segment === "init") return [say("refusedInit"), say("refusedHint")];
  if (segment !== undefined) return [say("refused", values), say("refusedHint")];
  if (error.code === "media") return [say("broken", values), say("brokenHint")];
  return [say("failed"), ""];
}

/** @param {MseError} error */
function showError(error) {
  if (error.code === "unsupported-type") {
    const codecs = codecsOf(error.detail);
    const unknown = codecs.filter((codec) => !canDecode(error.detail, codec));
    const named = (unknown.length ? unknown : codecs).map(codecName).join(" + ");
    notice(say("unsupported", { codecs: named || error.detail }), say("unsupportedHint"), error.detail, false);
  } else {
    const [title, hint] = inWords(error);
    notice(title, hint, `${error.code}: ${error.detail}`, true);
  }
  reporter.post("failed", { ...error.toReport() });
}

/**
 * @param {string} mime
 * @param {string} codec
 */
function canDecode(mime, codec) {
  const container = mime.split(";")[0].trim();
  return typeof MediaSource !== "undefined" && MediaSource.isTypeSupported(`${container}; codecs="${codec}"`);
}

/**
 * @param {string} title
 * @param {string} hint
 * @param {string} detail
 * @param {boolean} bad
 */
function notice(title, hint, detail, bad) {
  const panel = /** @type {HTMLElement} */ (document.getElementById("notice"));
  panel.hidden = false;
  panel.classList.toggle("bad", bad);
  const set = (/** @type {string} */ selector, /** @type {string} */ text) => {
    const place = panel.querySelector(selector);
    if (place) place.textContent = text;
  };
  set("h1", title);
  set("p", hint);
  set("summary", say("details"));
  set("code", detail);
  controls.setEnabled(false);
}

function watch() {
  for (const name of VIDEO_EVENTS) {
    video.addEventListener(name, () => reporter.post(`video:${name}`, { time_s: video.currentTime, ready_state: video.readyState }));
  }
  let last = "";
  setInterval(() => {
    const now = state();
    const text = JSON.stringify(now);
    if (text !== last) reporter.post("state", now);
    last = text;
  }, STATE_INTERVAL_MS);
}

async function main() {
  watch();
  const loader = new SegmentLoader(new URL(`../media/${query.get("file")}/`, location.href));
  const index = await loader.index();
  document.title = index.name;
  controls.setIndex(index);
  if (!index.segments.length) throw new MseError("empty", index.mime);
  reporter.post("opened", { mime: index.mime, segments: index.segments.length });
  player = new MsePlayer(video, loader, index, (event, data) => reporter.post(event, data));
  player.onError = showError;
  await player.open();
  if (query.get("autoplay") === "1") await playAnyway(video);
}

main().catch((error) => {
  if (!player?.error) showError(asMseError(error));
});
