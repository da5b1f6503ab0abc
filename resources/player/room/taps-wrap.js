/**
 * Puts taps on single objects of the engine, by properties of their own: what else the page
 * does with MediaSource, and other pages, are left alone.
 */

import { rangesOf } from "../timeline.js";
import { numberText, rangesText } from "./taps-text.js";

/** @typedef {import("./taps.js").Taps} Taps */

const SOURCE_METHODS = [
  "addSourceBuffer", "removeSourceBuffer", "endOfStream", "setLiveSeekableRange", "clearLiveSeekableRange",
];
const SOURCE_EVENTS = ["sourceopen", "sourceended", "sourceclose", "startstreaming", "endstreaming"];
const LIST_EVENTS = ["addsourcebuffer", "removesourcebuffer"];
const BUFFER_METHODS = ["appendBuffer", "abort", "remove", "changeType"];
const BUFFER_ATTRIBUTES = ["mode", "timestampOffset", "appendWindowStart", "appendWindowEnd"];
const BUFFER_EVENTS = ["updatestart", "update", "updateend", "error", "abort", "bufferedchange"];
const VIDEO_METHODS = ["load", "play", "pause", "fastSeek", "canPlayType", "removeAttribute"];
const VIDEO_ATTRIBUTES = [
  "src", "srcObject", "currentTime", "playbackRate", "defaultPlaybackRate", "volume", "muted", "loop",
  "preload", "autoplay", "preservesPitch", "disableRemotePlayback",
];
/** Every event of a media element. Source: HTML, 4.8.11.16 "Events summary". */
export const VIDEO_EVENTS = [
  "loadstart", "progress", "suspend", "abort", "error", "emptied", "stalled", "loadedmetadata",
  "loadeddata", "canplay", "canplaythrough", "playing", "waiting", "seeking", "seeked", "ended",
  "durationchange", "timeupdate", "play", "pause", "ratechange", "resize", "volumechange", "encrypted",
];

/**
 * @param {Taps} taps
 * @param {any} object
 * @param {string} target its name in the log
 * @param {string[]} names
 * @param {() => void} [before] called before each call
 */
function tapMethods(taps, object, target, names, before) {
  for (const name of names) {
    const original = object[name];
    if (typeof original !== "function") continue;
    const value = (/** @type {unknown[]} */ ...args) => {
      before?.();
      return taps.run("call", target, name, args, () => original.apply(object, args));
    };
    Object.defineProperty(object, name, { configurable: true, writable: true, value });
  }
}

/**
 * @param {any} object
 * @param {string} name
 * @returns {PropertyDescriptor | null} of the interface that has the attribute
 */
function descriptorOf(object, name) {
  for (let at = Object.getPrototypeOf(object); at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return null;
}

/**
 * @param {Taps} taps
 * @param {any} object
 * @param {string} target
 * @param {string[]} names
 */
function tapAttributes(taps, object, target, names) {
  for (const name of names) {
    const found = descriptorOf(object, name);
    if (!found?.get || !found.set) continue;
    const { get, set } = found;
    Object.defineProperty(object, name, {
      configurable: true,
      get: () => get.call(object),
      set: (value) => taps.run("set", target, name, [value], () => set.call(object, value)),
    });
  }
}

/**
 * @param {Taps} taps
 * @param {HTMLVideoElement} video
 */
export function tapVideo(taps, video) {
  tapMethods(taps, video, "video", VIDEO_METHODS);
  tapAttributes(taps, video, "video", VIDEO_ATTRIBUTES);
  for (const name of VIDEO_EVENTS) {
    video.addEventListener(name, () => taps.event("video", name, videoText(video, name)));
  }
}

/** @param {HTMLVideoElement} video @param {string} name of the event */
function videoText(video, name) {
  if (name === "error" && video.error) return `code ${video.error.code}: ${video.error.message}`;
  if (name === "progress") return rangesText(rangesOf(video.buffered));
  if (name === "durationchange") return numberText(video.duration);
  if (name === "ratechange") return numberText(video.playbackRate);
  if (name === "volumechange") return `${numberText(video.volume)}${video.muted ? ", muted" : ""}`;
  if (name === "resize") return `${video.videoWidth} × ${video.videoHeight}`;
  return `${numberText(video.currentTime)} s`;
}

/**
 * @param {Taps} taps
 * @param {MediaSource} source
 * @param {(buffer: SourceBuffer, mime: string) => void} onBuffer called for each new SourceBuffer
 */
export function tapSource(taps, source, onBuffer) {
  const target = source.constructor.name;
  const add = source.addSourceBuffer;
  source.addSourceBuffer = (/** @type {string} */ mime) => {
    const buffer = add.call(source, mime);
    onBuffer(buffer, mime);
    return buffer;
  };
  tapMethods(taps, source, target, SOURCE_METHODS);
  tapAttributes(taps, source, target, ["duration"]);
  for (const name of SOURCE_EVENTS) source.addEventListener(name, () => taps.event(target, name, source.readyState));
  for (const list of /** @type {const} */ (["sourceBuffers", "activeSourceBuffers"])) {
    for (const name of LIST_EVENTS) {
      source[list].addEventListener(name, () => taps.event(list, name, `length ${source[list].length}`));
    }
  }
}

/**
 * @param {Taps} taps
 * @param {SourceBuffer} buffer
 * @param {string} target `SourceBuffer 1` ...
 * @param {(size: number) => void} onAppend hears of each append that was begun, in bytes
 */
export function tapBuffer(taps, buffer, target, onAppend) {
  let byHand = false;
  const append = buffer.appendBuffer;
  buffer.appendBuffer = (data) => {
    append.call(buffer, data);
    onAppend(data.byteLength);
  };
  tapMethods(taps, buffer, target, BUFFER_METHODS, () => { byHand = taps.isByHand; });
  tapAttributes(taps, buffer, target, BUFFER_ATTRIBUTES);
  for (const name of BUFFER_EVENTS) {
    buffer.addEventListener(name, (event) => taps.event(target, name, changeText(event) ?? bufferText(buffer), byHand));
  }
}

/** @param {Event} event @returns {string | null} of a BufferedChangeEvent: what came and what went */
function changeText(event) {
  const { addedRanges, removedRanges } = /** @type {any} */ (event);
  if (!addedRanges && !removedRanges) return null;
  const [added, removed] = [addedRanges, removedRanges].map((ranges) => rangesText(ranges ? rangesOf(ranges) : []));
  return `added ${added}, removed ${removed}`;
}

/** @param {SourceBuffer} buffer @returns {string} what it holds; removed ones do not say */
function bufferText(buffer) {
  try {
    return rangesText(rangesOf(buffer.buffered));
  } catch (error) {
    if (error instanceof DOMException) return "removed";
    throw error;
  }
}
