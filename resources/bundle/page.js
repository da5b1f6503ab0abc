/** The page: plays one item of bundle.json with Media Source Extensions, and nothing else. */

import { FetchError } from "./bytes.js";
import { TrackPlayer } from "./track.js";
import { language, say } from "./words.js";

/** @typedef {import("./track.js").Track} Track */
/** @typedef {{name: string, duration_s: number, links: Record<string, string>, tracks: Track[]}} Item */
/** @typedef {{schema: number, report: string, items: Item[]}} Bundle */

const JUMP_S = 0.5;
const Source = globalThis.MediaSource ?? /** @type {any} */ (globalThis).ManagedMediaSource;

const video = /** @type {HTMLVideoElement} */ (element("video"));

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {string} text
 * @param {boolean} [bad]
 */
function tell(text, bad = false) {
  element("status").textContent = text;
  element("status").classList.toggle("bad", bad);
}

/** @param {unknown} error */
function fail(error) {
  if (error instanceof FetchError) tell(say("missing", nameOf(error.url), error.reason), true);
  else tell(say("failed", video.error?.message || String(error)), true);
}

/** @param {string} url */
function nameOf(url) {
  return decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
}

/** @param {Track} track @returns {string} */
function mimeOf(track) {
  return track.renditions[0].mime;
}

/** @param {Item} item */
async function play(item) {
  document.title = item.name;
  const unable = item.tracks.map(mimeOf).find((mime) => !Source?.isTypeSupported(mime));
  if (!Source || unable) return tell(say("unable", unable ?? "Media Source Extensions"), true);
  if (!globalThis.MediaSource) video.disableRemotePlayback = true;
  const source = new Source();
  video.src = URL.createObjectURL(source);
  await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
  source.duration = item.duration_s;
  const players = item.tracks.map((track) => new TrackPlayer(video, source.addSourceBuffer(mimeOf(track)), track));
  offerQualities(players);
  video.addEventListener("waiting", jump);
  video.addEventListener("error", () => fail(video.error));
  setInterval(() => finish(source, players), 200);
  await Promise.race(players.map((player) => player.run()));
}

/**
 * Tell the element that there is no more, once that is so.
 *
 * @param {MediaSource} source
 * @param {TrackPlayer[]} players
 */
function finish(source, players) {
  if (!video.error && players.some((player) => !player.ranged)) tell(say("slow"));
  const idle = players.every((player) => player.complete && !player.buffer.updating);
  if (idle && source.readyState === "open") source.endOfStream();
}

/** Step over a small hole, such as one before the first picture. */
function jump() {
  const { buffered, currentTime } = video;
  for (let i = 0; i < buffered.length; i += 1) {
    const gap_s = buffered.start(i) - currentTime;
    if (gap_s > 0 && gap_s < JUMP_S) video.currentTime = buffered.start(i) + 0.001;
  }
}

/** @param {TrackPlayer[]} players */
function offerQualities(players) {
  const player = players.find((one) => one.track.renditions.length > 1);
  if (!player) return;
  const list = /** @type {HTMLSelectElement} */ (element("quality"));
  list.add(new Option(say("auto"), "auto"));
  player.track.renditions.forEach((one, number) => list.add(new Option(describe(one), String(number))));
  list.addEventListener("change", () => player.choose(list.value === "auto" ? null : Number(list.value)));
  player.onRendition = (now) => { element("now").textContent = say("now", describe(now)); };
  element("quality-word").textContent = say("quality");
  element("tools").hidden = false;
}

/** @param {import("./track.js").Rendition} one */
function describe(one) {
  const size = one.width ? `${one.width} × ${one.height}, ` : "";
  return `${size}${(one.bit_rate / 1e6).toFixed(2)} Mbit/s`;
}

/**
 * @param {Bundle} bundle
 * @param {Item} item
 */
function offerLinks(bundle, item) {
  const links = { ...item.links, ...(bundle.report ? { report: bundle.report } : {}) };
  for (const [kind, path] of Object.entries(links)) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = new URL(path, document.baseURI).href;
    const row = document.createElement("li");
    row.append(`${say(/** @type {import("./words.js").Word} */ (kind))}: `, link);
    element("links").append(row);
  }
}

/**
 * @param {Bundle} bundle
 * @param {number} chosen
 */
function offerItems(bundle, chosen) {
  bundle.items.forEach((item, number) => {
    const link = document.createElement("a");
    link.href = `?item=${number + 1}`;
    link.textContent = item.name;
    if (number === chosen) link.setAttribute("aria-current", "page");
    element("items").append(link);
  });
  element("items").hidden = bundle.items.length < 2;
}

async function main() {
  element("unstarted").hidden = true;
  document.documentElement.lang = language;
  let bundle;
  try {
    const answer = await fetch("bundle.json", { cache: "no-cache" });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    bundle = /** @type {Bundle} */ (await answer.json());
  } catch (error) {
    return tell(say("unlisted", String(error)), true);
  }
  const wanted = Number(new URLSearchParams(location.search).get("item") ?? 1) - 1;
  const chosen = bundle.items[wanted] ? wanted : 0;
  if (!bundle.items[chosen]) return tell(say("nothing"), true);
  offerItems(bundle, chosen);
  offerLinks(bundle, bundle.items[chosen]);
  await play(bundle.items[chosen]).catch(fail);
}

void main();
