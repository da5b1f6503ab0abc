/**
 * A stream's page: `?stream=vod/NAME|live/NAME&way=segments|socket|hls|dash`; also `lang`, `theme`,
 * `autoplay=1`, `viewer=ID`, and `list=PATH` of a playlist or manifest in the stream's folder.
 */

import { MseError } from "../errors.js";
import { Screen } from "../room/transport-screen.js";
import { roomTranslator } from "../room/words.js";
import { Bar } from "./bar.js";
import { Details } from "./details.js";
import { Head } from "./head.js";
import { Notices } from "./notices.js";
import { Session } from "./session.js";
import { StreamFolder } from "./stream-folder.js";
import { listenToKeys } from "./stream-keys.js";
import { troubleWords } from "./trouble-words.js";
import { WORDS } from "./words.js";

const STREAM = /^(vod|live)\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;
const VIEWER = /^[A-Za-z0-9_-]{1,32}$/;
const WAYS = ["segments", "socket", "hls", "dash"];
const LOOK_MS = 250;

const query = new URLSearchParams(location.search);
const say = roomTranslator(query.get("lang"), [WORDS]);

/** Language and colours, before anything is drawn. */
function dress() {
  document.documentElement.lang = (query.get("lang") ?? "en").replace("_", "-");
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/** @returns {{folder: StreamFolder, way: string, kind: string, name: string, isKnown: boolean}} what the address asks for */
function asked() {
  const found = STREAM.exec(query.get("stream") ?? "");
  const [kind, name] = found ? [found[1], found[2]] : ["vod", "-"];
  const base = new URL(`../../${kind}/${name}/`, location.href);
  base.search = "";
  const told = query.get("viewer") ?? "";
  const folder = new StreamFolder(base, VIEWER.test(told) ? told : newViewer());
  const way = query.get("way") ?? (kind === "vod" ? "segments" : "socket");
  return { folder, way, kind, name, isKnown: found !== null && WAYS.includes(way) };
}

/** @returns {string} unlike any other viewer's */
function newViewer() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function main() {
  dress();
  const { folder, way, kind, name, isKnown } = asked();
  const video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
  const session = new Session(video, folder, way, query.get("list") ?? "");
  session.explain = (error) => troubleWords(error, session, say);
  const title = name === "-" ? say("s_title") : name;
  document.title = title;
  furnish(session, title, `${kind}://${name}`);
  Object.assign(window, { streamPage: outside(session) });
  if (!isKnown) session.refuse(new MseError("address", location.search));
  else void session.open({ play: query.get("autoplay") === "1" });
}

/** @param {Session} session @param {string} title @param {string} address */
function furnish(session, title, address) {
  const picture = byId("picture");
  const details = new Details(byId("details"), session, say, address);
  const onDetails = () => { details.toggle(); head.showDetails(details.isOpen); };
  const head = new Head(byId("banner"), session, say, { title, onDetails });
  head.showDetails(false);
  const notices = new Notices(picture, session, say);
  const screen = new Screen(picture, () => session.video.paused, () => session.toggle());
  const bar = new Bar(byId("transport"), session, say, screen);
  listenToKeys(session, bar, onDetails);
  const refresh = () => { for (const part of [head, bar, notices, details]) part.refresh(); };
  let isDue = false;
  session.addEventListener("change", () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => { isDue = false; refresh(); });
  });
  setInterval(refresh, LOOK_MS);
  refresh();
}

/** What the window and tests see and do. @param {Session} session */
function outside(session) {
  return {
    get state() { return session.state; },
    get position_s() { return session.video.currentTime; },
    get duration_s() { return session.duration_s; },
    get buffer_s() { return session.buffer_s; },
    get latency_s() { return session.latency_s; },
    get frames() { return session.frames; },
    get dropped() { return session.dropped; },
    get rate() { return session.video.playbackRate; },
    get rung() { return session.player?.rung?.name ?? ""; },
    get mimes() { return session.player?.mimes ?? []; },
    get viewer() { return session.folder.viewer; },
    get outstanding() { return session.folder.outstanding; },
    get note() { return session.note?.key ?? ""; },
    get error() { return session.error?.toReport() ?? null; },
    get problem() { return session.lastProblem; },
    play: () => session.play(), pause: () => session.pause(), now: () => session.toNow(),
    seek: (/** @type {number} */ time_s) => session.seek(time_s), skip: () => session.skip(), again: () => session.again(),
  };
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

main();
