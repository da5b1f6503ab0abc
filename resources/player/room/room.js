/** The preview room: joins the stage, the panels and the server. */

import { ALL_WORDS } from "./all-words.js";
import { Axis } from "./axis.js";
import { Banner } from "./banner.js";
import { ComparePanel } from "./compare-panel.js";
import { DeliveryPanel } from "./delivery-panel.js";
import { Inspector } from "./inspector.js";
import { LibrariesPanel } from "./libraries-panel.js";
import { Link } from "./link.js";
import { LocalPort } from "./local-port.js";
import { RoomContext } from "./room-context.js";
import { SegmentPanel } from "./segment-panel.js";
import { Stage } from "./stage.js";
import { Transport } from "./transport.js";
import { roomTranslator } from "./words.js";

const PANELS = { inspector: Inspector, segment: SegmentPanel, delivery: DeliveryPanel, compare: ComparePanel, libraries: LibrariesPanel };

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

async function main() {
  const query = new URLSearchParams(location.search);
  const base = new URL(`../../rooms/${query.get("room")}/`, location.href);
  const facts = await (await fetch(new URL("facts.json", base), { cache: "no-store" })).json();
  const say = roomTranslator(query.get("lang"), ALL_WORDS);
  const room = new RoomContext(base, new Link(base, "ui"), facts, say, query);
  const stage = new Stage(byId("picture"), new URL("media/", base));
  new Banner(byId("banner"), room);
  new Transport(byId("transport"), room);
  new Axis(byId("axis"), room);
  for (const [name, Panel] of Object.entries(PANELS)) {
    const root = document.createElement("section");
    root.id = `panel-${name}`;
    byId("drawer").append(root);
    new Panel(root, room);
  }
  room.use(new LocalPort(stage));
  Object.assign(window, { studioRoom: room });
  await stage.machine.open();
  if (query.get("autoplay") === "1") await room.port?.perform("play");
}

void main();
