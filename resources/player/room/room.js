/** The preview room: joins the stage, the panels and the server. */

import { ALL_WORDS } from "./all-words.js";
import { Axis } from "./axis.js";
import { Banner } from "./banner.js";
import { ComparePanel } from "./compare-panel.js";
import { DeliveryPanel } from "./delivery-panel.js";
import { axisEdge } from "./drawer-grip.js";
import { Drawer } from "./drawer.js";
import { Inspector } from "./inspector.js";
import { LibrariesPanel } from "./libraries-panel.js";
import { Link } from "./link.js";
import { ProxyWatch } from "./proxy.js";
import { RoomContext } from "./room-context.js";
import { SegmentPanel } from "./segment-panel.js";
import { Transport } from "./transport.js";
import { TroubleLine } from "./trouble.js";
import { Ways } from "./ways.js";
import { roomTranslator } from "./words.js";

const PANELS = { inspector: Inspector, segment: SegmentPanel, delivery: DeliveryPanel, compare: ComparePanel, libraries: LibrariesPanel };

async function main() {
  const query = new URLSearchParams(location.search);
  dress(query);
  const room = await enter(query);
  furnish(room);
  void room.complete();
  await begin(room);
}

/** Language and colours, before anything is drawn. @param {URLSearchParams} query */
function dress(query) {
  const { dataset } = document.documentElement;
  document.documentElement.lang = (query.get("lang") ?? "en").replace("_", "-");
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") dataset.theme = theme;
}

/** @param {URLSearchParams} query @returns {Promise<RoomContext>} */
async function enter(query) {
  const base = new URL(`../../rooms/${query.get("room")}/`, location.href);
  const facts = await (await fetch(new URL("facts.json", base), { cache: "no-store" })).json();
  const room = new RoomContext(base, new Link(base, "ui"), facts, roomTranslator(query.get("lang"), ALL_WORDS), query);
  document.title = facts.name;
  const perform = (/** @type {string} */ name) => room.port?.perform(name).catch(() => undefined); // the state tells
  Object.assign(window, { studioRoom: room, studioPlayer: { pause: () => perform("pause"), play: () => perform("play") } });
  return room;
}

/** @param {RoomContext} room */
function furnish(room) {
  new Banner(byId("banner"), room);
  const drawer = new Drawer(byId("drawer"), room, PANELS);
  new Transport(byId("transport"), room, drawer);
  new Axis(byId("axis"), room);
  axisEdge(byId("desk"), byId("axis"), room.say("axis_size"));
  new ProxyWatch(room);
  new TroubleLine(byId("picture"), room);
}

/** Something plays. @param {RoomContext} room */
async function begin(room) {
  await new Ways(room, byId("picture")).begin();
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** There is nothing to show: say so where the picture would be. */
function refuse() {
  const say = roomTranslator(new URLSearchParams(location.search).get("lang"), ALL_WORDS);
  const notice = document.createElement("div");
  notice.className = "closed";
  notice.setAttribute("role", "alert");
  for (const [tag, key] of [["h1", "t_failed"], ["p", "t_failed_hint"]]) {
    const line = document.createElement(tag);
    line.textContent = say(key);
    notice.append(line);
  }
  byId("picture").replaceChildren(notice);
}

main().catch((error) => {
  console.info("room:", String(error));
  refuse();
});
