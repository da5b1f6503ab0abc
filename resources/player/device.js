/** The page for phones and other computers: plays one file, tells the result here and there. */

import { CheckReport } from "./check-report.js";
import { watchConsole } from "./console-watch.js";
import { DeviceView } from "./device-view.js";
import { asMseError } from "./errors.js";
import { sourceClass } from "./managed-source.js";
import { Reporter } from "./reporter.js";
import { LANGUAGES, translator } from "./strings.js";

/** @typedef {import("./check-run.js").PlayPlan} PlayPlan */
/** @typedef {import("./check-report.js").ToldError} ToldError */
/** @typedef {import("./device-view.js").Told} Told */

const AUTOPLAY_ANSWER_MS = 300;
const PROGRESS_MS = 250;

watchConsole();
const language = chosenLanguage(navigator.languages ?? [navigator.language]);
document.documentElement.lang = language;
const view = new DeviceView(translator(language));
const root = new URL("../", location.href);

/**
 * @param {readonly string[]} wanted the user's, best first
 * @returns {string} the first that there are words in
 */
function chosenLanguage(wanted) {
  const known = wanted.map((tag) => tag.toLowerCase().split("-")[0]);
  return known.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

/** Come in. @returns {Promise<string | number>} this visit's run, or the status that says why not */
async function enter() {
  const body = JSON.stringify({ touch_points: navigator.maxTouchPoints ?? 0 });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(new URL("devices", root), { method: "POST", headers, body });
  if (!answer.ok) return answer.status;
  return String((await answer.json()).run);
}

/**
 * Some devices play nothing before a tap, not even without sound.
 *
 * @param {HTMLVideoElement} video without a source
 * @returns {Promise<boolean>}
 */
async function mayPlay(video) {
  const refused = video.play().then(() => false, (error) => error.name === "NotAllowedError");
  const late = new Promise((resolve) => setTimeout(() => resolve(false), AUTOPLAY_ANSWER_MS));
  const isRefused = await Promise.race([refused, late]);
  video.pause();
  return !isRefused;
}

/** @param {HTMLVideoElement} video @param {Reporter} reporter */
async function waitForStart(video, reporter) {
  if (await mayPlay(video)) return;
  reporter.post("waits-for-start");
  await view.askForStart(() => void video.play().catch(() => undefined));
  reporter.post("started");
}

/** Tell when the page cannot be trusted any more. @param {Reporter} reporter */
function watchVisibility(reporter) {
  const listeners = new AbortController();
  const tell = () => {
    if (document.visibilityState === "hidden") reporter.post("hidden");
  };
  document.addEventListener("visibilitychange", tell, { signal: listeners.signal });
  addEventListener("pagehide", () => { reporter.post("left"); void reporter.flush(true); }, { signal: listeners.signal });
  tell();
  return () => listeners.abort();
}

/** @param {URL} base @param {Reporter} reporter @returns {Promise<Told | null>} what the program made of it */
async function check(base, reporter) {
  const answer = await fetch(new URL("plan.json", base), { cache: "no-store" });
  const plan = /** @type {PlayPlan & {name: string}} */ (await answer.json());
  view.name(plan.name);
  const unwatch = watchVisibility(reporter);
  await waitForStart(view.video, reporter);
  const beat = setInterval(() => view.moved(), PROGRESS_MS);
  const report = new CheckReport(base, view.video, reporter, (name) => view.step(name));
  /** @type {ToldError | null} */
  let error = null;
  try {
    error = await report.play(plan);
  } catch (caught) {
    error = report.failed(asMseError(caught));
    await report.finish("error", {}, error);
  }
  clearInterval(beat);
  unwatch();
  const told = await fetch(new URL("verdict", base), { cache: "no-store" });
  if (!told.ok) return null;
  return { ...(await told.json()), error, mime: plan.mime, hasSource: sourceClass() !== null };
}

async function main() {
  const run = await enter();
  if (typeof run === "number") {
    view.notLetIn(run === 429);
    return;
  }
  const base = new URL(`runs/${run}/`, root);
  const told = await check(base, new Reporter(new URL("report", base), 100));
  if (told) view.verdict(told);
  else view.notLetIn(false);
}

main().catch(() => view.notLetIn(false));
