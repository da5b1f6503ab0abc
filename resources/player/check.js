/** The check page: plays one file to its end and posts what happened, step by step. */

import { CheckReport } from "./check-report.js";
import { watchConsole } from "./console-watch.js";
import { asMseError } from "./errors.js";
import { goToNextRun } from "./next-run.js";
import { Reporter } from "./reporter.js";
import { playSwitches } from "./switches.js";
import { askTypes } from "./types.js";

/** @typedef {import("./check-run.js").PlayPlan} PlayPlan */
/** @typedef {import("./switches.js").SwitchPlan} SwitchPlan */
/** @typedef {{kind: "types", session?: boolean, mimes: string[]}} TypesPlan */

watchConsole();
const run = new URLSearchParams(location.search).get("run") ?? "";
const base = new URL(`../runs/${run}/`, location.href);
const reporter = new Reporter(new URL("report", base), 100);
const video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
const check = new CheckReport(base, video, reporter, (name) => {
  const place = document.getElementById("stage");
  if (place) place.textContent = name;
});

async function main() {
  let session = false;
  try {
    const answer = await fetch(new URL("plan.json", base), { cache: "no-store" });
    const plan = /** @type {PlayPlan | TypesPlan | SwitchPlan} */ (await answer.json());
    session = plan.session === true;
    if (plan.kind === "types") await check.finish("finished", await askTypes(plan.mimes));
    else if (plan.kind === "switches") {
      const { outcome, evidence } = await playSwitches(base, plan, reporter);
      await check.finish(outcome, evidence);
    } else await check.play(plan);
  } catch (error) {
    await check.finish("error", {}, check.failed(asMseError(error)));
  }
  if (session) await goToNextRun(new URL("next", base));
}

void main();
