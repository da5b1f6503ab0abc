/** What can be read from the media element. */

import { mediaErrorNote } from "./explain.js";
import { attribute } from "./snapshot-attribute.js";
import { numberText } from "./taps-text.js";

/** @typedef {import("./port.js").Attribute} Attribute */
/** @typedef {import("./port.js").Inspected} Inspected */

const READY = ["HAVE_NOTHING", "HAVE_METADATA", "HAVE_CURRENT_DATA", "HAVE_FUTURE_DATA", "HAVE_ENOUGH_DATA"];
const NETWORK = ["NETWORK_EMPTY", "NETWORK_IDLE", "NETWORK_LOADING", "NETWORK_NO_SOURCE"];
const ERRORS = ["", "MEDIA_ERR_ABORTED", "MEDIA_ERR_NETWORK", "MEDIA_ERR_DECODE", "MEDIA_ERR_SRC_NOT_SUPPORTED"];
const PLAIN = ["duration", "paused", "seeking", "ended"];
const SETTABLE = ["currentTime", "playbackRate", "defaultPlaybackRate", "volume", "muted", "loop", "preload"];
const RANGES = ["buffered", "seekable", "played", "videoWidth", "videoHeight"];
/** Counters of single engines, shown where they are. */
const OWN = [
  "webkitAudioDecodedByteCount", "webkitVideoDecodedByteCount", "webkitDecodedFrameCount",
  "webkitDroppedFrameCount", "mozHasAudio", "mozDecodedFrames", "mozParsedFrames", "mozPresentedFrames", "mozPaintedFrames",
];
const TRACK_LISTS = ["audioTracks", "videoTracks", "textTracks"];

/**
 * @param {HTMLVideoElement} video
 * @param {import("./frame-watch.js").FrameWatch} frames
 * @returns {Inspected}
 */
export function elementOf(video, frames) {
  const attributes = [
    inWords("readyState", video.readyState, READY),
    inWords("networkState", video.networkState, NETWORK),
    errorOf(video),
    ...SETTABLE.map((name) => attribute(video, name, true)),
    ...PLAIN.map((name) => attribute(video, name)),
    ...RANGES.map((name) => attribute(video, name)),
    ...TRACK_LISTS.map((name) => trackList(video, name)),
    source(video),
    ...framesOf(frames),
    ...OWN.filter((name) => name in video).map((name) => attribute(video, name)),
  ];
  return { id: "video", title: "HTMLVideoElement", attributes, operations: ["set"] };
}

/** @param {string} name @param {number} value @param {string[]} words @returns {Attribute} */
function inWords(name, value, words) {
  return { name, text: `${value} (${words[value] ?? "?"})`, value };
}

/** @param {HTMLVideoElement} video @returns {Attribute} */
function errorOf(video) {
  const { error } = video;
  if (!error) return { name: "error", text: "null", value: null };
  const text = `${error.code} (${ERRORS[error.code] ?? "?"}): ${error.message || "-"}`;
  return { name: "error", text, value: error.code, note: mediaErrorNote(error.code, error.message) };
}

/** @param {HTMLVideoElement} video @param {string} name @returns {Attribute} */
function trackList(video, name) {
  const list = Reflect.get(video, name);
  if (!list) return { name, text: "-", note: "note_engine_lacks" };
  return { name, text: `length ${list.length}`, value: list.length };
}

/** @param {HTMLVideoElement} video @returns {Attribute} */
function source(video) {
  const text = video.srcObject ? video.srcObject.constructor.name : video.currentSrc.split("/")[0];
  return { name: video.srcObject ? "srcObject" : "currentSrc", text: text || "-" };
}

/** @param {import("./frame-watch.js").FrameWatch} frames @returns {Attribute[]} */
function framesOf({ count, last }) {
  const name = "requestVideoFrameCallback";
  if (count === null) return [{ name, text: "-", note: "note_engine_lacks" }];
  const time = last ? `, mediaTime ${numberText(last.mediaTime)}, presentedFrames ${last.presentedFrames}` : "";
  return [{ name, text: `${count} ×${time}`, value: count }];
}

/** @param {HTMLVideoElement} video @returns {Inspected} */
export function qualityOf(video) {
  const quality = video.getVideoPlaybackQuality?.() ?? {};
  const names = ["totalVideoFrames", "droppedVideoFrames", "corruptedVideoFrames", "creationTime"];
  const attributes = names.map((name) => attribute(quality, name));
  return { id: "playback-quality", title: "VideoPlaybackQuality", attributes, operations: [] };
}
