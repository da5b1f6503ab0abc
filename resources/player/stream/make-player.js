/** What plays a stream in the way that was asked for. */

import { MseError } from "../errors.js";
import { pause } from "../waiting.js";
import { DashSource } from "./dash-source.js";
import { HlsSource } from "./hls-source.js";
import { PullPlayer } from "./pull-player.js";
import { SegmentsSource } from "./segments-source.js";
import { SocketPlayer } from "./socket-player.js";

/** @typedef {import("../source-buffer-queue.js").Emit} Emit */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */
/** @typedef {{folder: StreamFolder, way: string, list: string, isWanted: () => boolean}} Wish
 *   list: path of another playlist or manifest than the usual one; isWanted: nobody else has
 *   taken the place of what is made here */

const MIME_PAUSE_MS = 300;

/**
 * @param {HTMLVideoElement} video
 * @param {Wish} wish
 * @param {Emit} emit hears what happens
 * @returns {PullPlayer | SocketPlayer} not open yet
 */
export function makePlayer(video, wish, emit) {
  const { folder, way, list } = wish;
  const ask = () => mimeOf(wish);
  if (way === "socket") return new SocketPlayer(video, folder, ask, emit);
  if (way === "hls") return new PullPlayer(video, new HlsSource(folder, ask, list), folder, emit);
  if (way === "dash") return new PullPlayer(video, new DashSource(folder, list), folder, emit);
  return new PullPlayer(video, new SegmentsSource(folder), folder, emit);
}

/** @param {Wish} wish @returns {Promise<string>} the stream's type of now, as soon as it is known */
async function mimeOf({ folder, isWanted }) {
  for (;;) {
    const told = await folder.json("status");
    if (told.mime) return String(told.mime);
    if (!isWanted()) throw new MseError("internal", "given up");
    await pause(MIME_PAUSE_MS);
  }
}
