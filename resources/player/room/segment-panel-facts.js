/** The tables of the segment panel: bytes, times, tracks, findings. */

import { make } from "./axis/make.js";
import { weightOf } from "./axis/scene.js";
import { bytesText } from "./axis/spans.js";
import { bytesOf, exactSpan, exactTime, findingsIn, numberText, segmentOf } from "./segment-panel-model.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./segment-panel-model.js").Which} Which */
/** @typedef {import("./segment-panel-model.js").TrackFacts} TrackFacts */

/**
 * @param {RoomContext} room
 * @param {Which} which
 * @param {boolean} isHex
 * @returns {HTMLElement}
 */
export function bytesAndTimes({ facts, say }, which, isHex) {
  const list = make("dl", "segment-facts");
  const bytes = bytesOf(facts, which);
  const segment = segmentOf(facts, which);
  const add = (/** @type {string} */ key, /** @type {string} */ text) => {
    list.append(make("dt", "", {}, say(key)), make("dd", "", {}, text));
  };
  if (bytes) {
    const number = (/** @type {number} */ value) => numberText(value, isHex);
    add("segmentBytes", `${number(bytes.offset)} – ${number(bytes.offset + bytes.size - 1)}`);
    add("segmentLength", say("segmentLengthOf", { count: number(bytes.size), size: bytesText(bytes.size) }));
  }
  if (segment) {
    add("segmentTimes", `${exactTime(segment.start_s)} – ${exactTime(segment.end_s)}`);
    add("segmentDuration", `${exactSpan(segment.end_s - segment.start_s)}\u00a0s`);
  }
  return list;
}

/**
 * @param {RoomContext["say"]} say
 * @param {TrackFacts[]} tracks
 * @returns {HTMLElement}
 */
export function trackTable(say, tracks) {
  const table = make("table", "segment-tracks");
  const isInit = tracks.every(({ frames }) => frames === undefined);
  const keys = ["segmentTrack", "segmentCodec", ...(isInit ? [] : ["segmentFrom", "segmentTo", "segmentFrames", "segmentKeys"])];
  const head = make("tr");
  for (const key of keys) head.append(make("th", "", { scope: "col" }, say(key)));
  const body = make("tbody");
  for (const track of tracks) body.append(trackRow(say, track, isInit));
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  return table;
}

/**
 * @param {RoomContext["say"]} say
 * @param {TrackFacts} track
 * @param {boolean} isInit
 */
function trackRow(say, track, isInit) {
  const row = make("tr");
  const kind = ["video", "audio"].includes(track.kind) ? say(`segmentKind_${track.kind}`) : track.kind;
  const cells = [`${track.number} · ${kind}`, track.codec];
  if (!isInit) {
    const time = (/** @type {number | undefined} */ value) => (value === undefined ? "–" : exactTime(value));
    cells.push(time(track.start_s), time(track.end_s), String(track.frames ?? "–"), String(track.keyframes ?? "–"));
  }
  for (const text of cells) row.append(make("td", "", {}, text));
  if (track.starts_with_keyframe === false && track.kind === "video") {
    row.append(make("td", "segment-nokey", {}, say("segmentNoKey")));
  }
  return row;
}

/**
 * @param {RoomContext} room
 * @param {Which} which
 * @returns {HTMLElement | null} null when there are none
 */
export function findingList(room, which) {
  const found = findingsIn(room.facts, which);
  if (!found.length) return null;
  const list = make("ul", "segment-findings");
  for (const finding of found) {
    const item = make("li", weightOf(finding.severity));
    const button = make("button", "text", { type: "button" }, finding.message);
    button.addEventListener("click", () => {
      if (Number.isFinite(finding.time_s)) {
        // Refused while nothing is open: the finding is still told of.
        void room.port?.perform("seek", { time_s: finding.time_s }).catch(() => undefined);
      }
    });
    item.append(button);
    if (finding.remedy) item.append(make("p", "quiet", {}, finding.remedy));
    list.append(item);
  }
  return list;
}
