/** Asks for the next file, where the program keeps the engine open for more. */

import { pause } from "./waiting.js";

const ANSWER_LIMIT_MS = 30_000;
const AGAIN_MS = 100;

/**
 * Wait for the next run and go to it: a new document, so that nothing leaks from one file to
 * the next. Returns when no more will come.
 *
 * @param {URL} url of this run's `next`
 */
export async function goToNextRun(url) {
  for (;;) {
    const run = await ask(url);
    if (run === null) return;
    if (run !== "") {
      location.replace(`check.html?run=${encodeURIComponent(run)}`);
      return;
    }
    await pause(AGAIN_MS);
  }
}

/**
 * @param {URL} url
 * @returns {Promise<string | null>} "" to ask again, null when it is over
 */
async function ask(url) {
  try {
    const signal = AbortSignal.timeout?.(ANSWER_LIMIT_MS);
    const answer = await fetch(url, { cache: "no-store", signal });
    if (answer.status === 204) return "";
    if (answer.status !== 200) return null;
    const { run } = await answer.json();
    return typeof run === "string" && run ? run : null;
  } catch {
    return null;
  }
}
