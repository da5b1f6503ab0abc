/** Everything that can be read from a MediaSource, its SourceBuffers and the media element. */

import { sourceClass } from "../managed-source.js";
import { quotaOf } from "./quota.js";
import { attribute } from "./snapshot-attribute.js";
import { elementOf, qualityOf } from "./snapshot-video.js";
import { rangesText } from "./taps-text.js";

/** @typedef {import("./port.js").Attribute} Attribute */
/** @typedef {import("./port.js").Inspected} Inspected */
/** @typedef {import("./machine.js").Machine} Machine */
/** @typedef {import("./session.js").KnownBuffer} KnownBuffer */
/** @typedef {import("./session.js").Session} Session */

const SOURCE_OPERATIONS = [
  "add-source-buffer", "remove-source-buffer", "end-of-stream", "set-live-seekable-range",
  "clear-live-seekable-range", "set", "automatic", "restart", "append-only", "start-from",
  "detach", "is-type-supported",
];
const BUFFER_OPERATIONS = ["append", "abort", "remove", "change-type", "set", "remove-source-buffer"];

/**
 * @param {Machine} machine
 * @returns {import("./port.js").Snapshot}
 */
export function takeSnapshot(machine) {
  const { session, video, frames } = machine;
  const objects = [engineOf(machine)];
  if (session?.source) {
    objects.push(sourceOf(session.source, session, video));
    for (const id of /** @type {const} */ (["sourceBuffers", "activeSourceBuffers"])) {
      objects.push(listOf(id, session.source[id], session));
    }
    session.buffers.forEach((known, number) => objects.push(bufferOf(known, number, session)));
  }
  objects.push(elementOf(video, frames), qualityOf(video));
  return { objects };
}

/** @param {Machine} machine @returns {Inspected} */
function engineOf({ index }) {
  const Source = sourceClass();
  const mime = index?.mime ?? "";
  const attributes = [
    { name: "MediaSource", text: String("MediaSource" in globalThis) },
    { name: "ManagedMediaSource", text: String("ManagedMediaSource" in globalThis) },
    { name: `isTypeSupported(${JSON.stringify(mime)})`, text: String(Source?.isTypeSupported(mime) ?? false) },
    Source ? attribute(Source, "canConstructInDedicatedWorker") : { name: "canConstructInDedicatedWorker", text: "-" },
    { name: "changeType", text: String("SourceBuffer" in globalThis && "changeType" in SourceBuffer.prototype) },
    { name: "userAgent", text: navigator.userAgent },
  ];
  return { id: "engine", title: "Engine", attributes, operations: ["is-type-supported"] };
}

/**
 * @param {MediaSource} source
 * @param {Session} session
 * @param {HTMLVideoElement} video
 * @returns {Inspected}
 */
function sourceOf(source, session, video) {
  const range = session.liveRange;
  const attributes = [
    attribute(source, "readyState"),
    attribute(source, "duration", true),
    { name: "liveSeekableRange", text: range ? rangesText([range]) : "-", value: range, note: "note_live_range" },
    { ...attribute(video, "seekable"), name: "video.seekable" },
    { name: "sourceBuffers", text: `length ${source.sourceBuffers.length}`, value: source.sourceBuffers.length },
    { name: "activeSourceBuffers", text: `length ${source.activeSourceBuffers.length}`, value: source.activeSourceBuffers.length },
    { ...attribute(source, "handle"), note: "note_handle" },
  ];
  if ("streaming" in source) attributes.push(attribute(source, "streaming"));
  return { id: "media-source", title: source.constructor.name, attributes, operations: SOURCE_OPERATIONS };
}

/**
 * @param {"sourceBuffers" | "activeSourceBuffers"} name
 * @param {SourceBufferList} list
 * @param {Session} session
 * @returns {Inspected}
 */
function listOf(name, list, session) {
  const attributes = [attribute(list, "length")];
  for (let i = 0; i < list.length; i += 1) {
    const known = session.buffers.find(({ buffer }) => buffer === list[i]);
    attributes.push({ name: `[${i}]`, text: known?.title ?? "SourceBuffer" });
  }
  const id = name === "sourceBuffers" ? "source-buffers" : "active-source-buffers";
  return { id, title: `SourceBufferList ${name}`, attributes, operations: [] };
}

/**
 * @param {KnownBuffer} known
 * @param {number} number from 0
 * @param {Session} session
 * @returns {Inspected}
 */
function bufferOf(known, number, session) {
  const { buffer, title } = known;
  const held = session.holds(known);
  const attributes = [
    { name: "type", text: known.mime },
    attribute(buffer, "mode", true),
    attribute(buffer, "updating"),
    attribute(buffer, "buffered"),
    attribute(buffer, "timestampOffset", true),
    attribute(buffer, "appendWindowStart", true),
    attribute(buffer, "appendWindowEnd", true),
    ...["video", "audio", "text"].map((kind) => tracks(known, kind, session)),
    { name: "bytes appended", text: `${known.bytes.toLocaleString("en-US")} (${known.appends} ×)`, value: known.bytes, note: "note_own_count" },
  ];
  if (held) attributes.push(quotaOf(known, session));
  if (!held) attributes.unshift({ name: "in sourceBuffers", text: "false", note: "why_removed" });
  return { id: `source-buffer-${number}`, title, attributes, operations: BUFFER_OPERATIONS };
}

/**
 * The track list of the engine; where it has none, the one known from the file.
 *
 * @param {KnownBuffer} known
 * @param {string} kind `video`, `audio` or `text`
 * @param {Session} session
 * @returns {Attribute}
 */
function tracks({ buffer, mime }, kind, session) {
  const name = `${kind}Tracks`;
  const list = Reflect.get(buffer, name);
  if (list) {
    const all = Array.from({ length: list.length }, (_, i) => list[i]);
    const texts = all.map(({ id, kind: of, label, language }) => [id, of, label, language].filter(Boolean).join(" "));
    return { name, text: `length ${list.length} ${texts.join(", ")}`.trim(), value: list.length };
  }
  const known = mime === session.index.mime ? session.index.tracks.filter((track) => track.kind === kind) : [];
  const text = known.map(({ codec }) => codec).join(", ") || "-";
  return { name, text, value: known.length, note: "note_tracks_of_file" };
}

