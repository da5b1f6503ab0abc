/** The picture alone, played on behalf of a page elsewhere. */

import { isSupported } from "../managed-source.js";
import { Link } from "./link.js";
import { OperationError } from "./port.js";
import { Stage } from "./stage.js";
import { Teller } from "./engine-teller.js";

const SETTLED_MS = [60, 400];

async function main() {
  const query = new URLSearchParams(location.search);
  const base = new URL(`../../rooms/${query.get("room")}/`, location.href);
  const root = /** @type {HTMLElement} */ (document.getElementById("picture"));
  const stage = new Stage(root, new URL("media/", base));
  const link = new Link(base, "engine");
  const teller = new Teller(link, stage);
  link.addEventListener("perform", (event) => void obey(stage, teller, /** @type {CustomEvent} */ (event).detail));
  link.addEventListener("look", (event) => { root.style.background = /** @type {CustomEvent} */ (event).detail.background; });
  watchHand(teller);
  repaintWhenSettled(stage);
  const facts = await (await fetch(new URL("facts.json", base), { cache: "no-store" })).json();
  const supported = isSupported(facts.mime);
  link.tell("cast-ready", { supported });
  if (supported) await stage.machine.open().catch(() => undefined); // the state tells
}

/**
 * @param {Stage} stage
 * @param {Teller} teller
 * @param {{n: number, operation: string, args: Record<string, unknown>}} asked
 */
async function obey(stage, teller, { n, operation, args }) {
  try {
    teller.performed({ n, ok: true, result: (await stage.perform(operation, args ?? {})) ?? null });
  } catch (error) {
    teller.performed({ n, ok: false, error: asJson(error) });
  }
}

/** @param {unknown} error */
function asJson(error) {
  if (error instanceof OperationError) return error.toJson();
  const known = error instanceof Error || error instanceof DOMException;
  return { name: known ? error.name : "Error", message: known ? error.message : String(error), why: "" };
}

/** Tell what is under the pointer, and whether something here takes keys. @param {Teller} teller */
function watchHand(teller) {
  let told = "";
  let cursor = "auto";
  const tell = () => {
    const keys = document.activeElement !== null && document.activeElement !== document.body;
    const detail = { keys, cursor };
    if (JSON.stringify(detail) === told) return;
    told = JSON.stringify(detail);
    teller.tell("focus", detail);
  };
  document.addEventListener("pointermove", (event) => {
    cursor = event.target instanceof Element ? getComputedStyle(event.target).cursor : "auto";
    tell();
  });
  document.addEventListener("focusin", tell);
  document.addEventListener("focusout", () => setTimeout(tell));
}

/**
 * Paint once more when the picture has come to rest: the last change may have been dropped
 * while those before were on their way.
 *
 * @param {Stage} stage
 */
function repaintWhenSettled(stage) {
  const spot = document.createElement("i");
  spot.className = "spot";
  document.body.append(spot);
  const paint = () => spot.classList.toggle("on");
  for (const name of ["pause", "seeked", "loadeddata", "ended", "resize"]) {
    stage.video.addEventListener(name, () => SETTLED_MS.forEach((ms) => setTimeout(paint, ms)));
  }
  addEventListener("resize", () => SETTLED_MS.forEach((ms) => setTimeout(paint, ms)));
}

void main();
