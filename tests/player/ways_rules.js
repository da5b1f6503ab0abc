/** Run by `test_ways.py` in the embedded engine, in the place of the check page's module. */

import { equal, scenario } from "./tools.js";
import { bestWay, chancesOf, hindrance, reasonOf } from "./room/ways-rules.js";
import { engineName } from "./room/engine-name.js";
import { piecesOf, Teller, MOST_CHARACTERS } from "./room/engine-teller.js";
import { placeIn } from "./room/screencast-input.js";
import { RemotePort } from "./room/remote-port.js";
import { WORDS } from "./room/words/banner.js";

const all = { fragmented: true, local: true, browsers: ["Edge"], proxy: true };

await scenario(async () => {
  ways();
  names();
  wire();
  await port();
  for (const words of Object.values(WORDS)) equal(Object.keys(words), Object.keys(WORDS.en), "each language");
  return {};
});

function ways() {
  equal(bestWay(all).way, "local", "the own engine first");
  equal(bestWay({ ...all, local: false }).way, "cast", "then a browser");
  equal(bestWay({ ...all, local: false, browsers: [] }).way, "proxy", "then a converted picture");
  equal(bestWay({ ...all, fragmented: false }).way, "proxy", "MSE plays fragments only");
  const none = bestWay({ ...all, local: false, browsers: [], proxy: false });
  equal([none.way, reasonOf(none.way, none.refusals)], ["none", "noBrowser"], "then words");
  const ended = bestWay({ ...all, local: false }, [{ way: "cast", why: "browserEnded" }]);
  equal([ended.way, reasonOf(ended.way, ended.refusals)], ["proxy", "browserEnded"], "a browser that died");
  const whole = bestWay({ ...all, fragmented: false, proxy: false });
  equal([whole.way, reasonOf(whole.way, whole.refusals)], ["none", "unfragmented"], "said plainly");
  equal(["local", "cast", "proxy"].map((way) => hindrance(way, { ...all, browsers: [] })), ["", "noBrowser", ""], "menu");
  equal(chancesOf({ features: {} }, false), { fragmented: true, local: false, browsers: [], proxy: false }, "bare facts");
}

function names() {
  const chrome = "Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  equal(engineName(chrome), "Chromium 140", "Chromium");
  equal(engineName(`${chrome} QtWebEngine/6.11.3`), "Qt WebEngine (Chromium 140)", "embedded");
  equal(engineName(`${chrome} Edg/140.0`), "Edge 140", "Edge");
  equal(engineName(chrome, [{ brand: "Not;A=Brand", version: "8" }, { brand: "Chromium", version: "140" },
    { brand: "Google Chrome", version: "140" }]), "Google Chrome 140", "brands");
  equal(engineName("Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0"), "Firefox 153", "Firefox");
  equal(engineName("Mozilla/5.0 (Macintosh) AppleWebKit/605 (KHTML, like Gecko) Version/26.1 Safari/605"), "Safari 26", "Safari");
}

function wire() {
  const message = { do: "told", detail: "\u{1F600}\"".repeat(20_000) };
  const pieces = piecesOf(message);
  const longest = Math.max(...pieces.map((text) => new TextEncoder().encode(JSON.stringify({ do: "piece", text, last: false })).length));
  equal(longest < 64 * 1024, true, "below the server's bound");
  equal(pieces.join("") === JSON.stringify(message), true, "nothing is lost");
  const said = [];
  const stage = { state: { time_s: 1, paused: true }, events: new EventTarget() };
  const link = Object.assign(new EventTarget(), { tell: (command, args) => said.push([command, args]) });
  const teller = new Teller(link, stage);
  for (let n = 0; n < 50; n += 1) stage.events.dispatchEvent(new Event("state"));
  equal(said.length, 1, "what has not changed is told rarely");
  stage.state = { time_s: 1, paused: false };
  stage.events.dispatchEvent(new Event("state"));
  equal(said.length, 2, "a change is told at once");
  teller.performed({ n: 1, ok: true, result: "x".repeat(MOST_CHARACTERS) });
  equal(said.slice(3).map(([command, { last }]) => [command, last]), [["piece", false], ["piece", true]], "a long answer");
  equal(placeIn({ x: 50, y: 50 }, { width: 100, height: 100 }, { width: 50, height: 50 }), { x: 50, y: 50 }, "same shape");
  equal(placeIn({ x: 50, y: 75 }, { width: 100, height: 100 }, { width: 200, height: 100 }), { x: 50, y: 100 }, "with bars");
}

async function port() {
  const asked = [];
  const link = Object.assign(new EventTarget(), { tell: (command, args) => asked.push(args) });
  const say = (name, detail) => link.dispatchEvent(new CustomEvent(name, { detail }));
  const port = new RemotePort(link);
  const early = port.perform("play");
  equal(asked.length, 0, "it waits for the engine");
  say("engine", { here: true });
  await Promise.resolve();
  await Promise.resolve();
  say("performed", { call: asked[0].call, ok: true, result: 7 });
  equal(await early, 7, "and is answered");
  const refused = port.perform("remove").catch((error) => [error.name, error.why]);
  await Promise.resolve();
  say("performed", { call: asked[1].call, ok: false, error: { name: "InvalidStateError", message: "m", why: "w" } });
  equal(await refused, ["InvalidStateError", "w"], "an error is an error here too");
  say("told", { kind: "state", detail: { ...port.state, time_s: 3, paused: false, ready_state: 4, rate: 1, duration_s: 3.01 } });
  await new Promise((resolve) => setTimeout(resolve, 40));
  equal(port.now(), 3.01, "time goes on, but not past the end");
  const lost = port.perform("pause").catch((error) => error.name);
  await Promise.resolve();
  say("engine", { here: false });
  equal(await lost, "AbortError", "an engine that went");
  equal(port.state.paused, true, "plays no more");
  port.close();
  equal(await port.perform("play").catch((error) => error.name), "AbortError", "closed");
}
