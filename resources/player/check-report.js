/** One check, from its plan to the final report. */

import { CheckRun } from "./check-run.js";
import { consoleErrors } from "./console-watch.js";
import { MseError, asMseError, mediaError } from "./errors.js";
import { isSupported } from "./managed-source.js";
import { SegmentCache } from "./segment-cache.js";
import { StepLog } from "./steps.js";

/** @typedef {import("./check-run.js").PlayPlan} PlayPlan */
/** @typedef {import("./errors.js").ErrorReport & {stage: string}} ToldError */
/** @typedef {import("./reporter.js").Reporter} Reporter */

export class CheckReport {
  /**
   * @param {URL} base of the run, ends in `/runs/<id>/`
   * @param {HTMLVideoElement} video
   * @param {Reporter} reporter
   * @param {(name: string) => void} onStep hears each step's name before it begins
   */
  constructor(base, video, reporter, onStep) {
    this.base = base;
    this.video = video;
    this.reporter = reporter;
    this.steps = new StepLog((name) => {
      onStep(name);
      reporter.post("stage", { name });
      void reporter.flush();
    });
  }

  /**
   * Play what the plan names and send the final report.
   *
   * @param {PlayPlan} plan
   * @returns {Promise<ToldError | null>} the first error, as it was reported
   */
  async play(plan) {
    const { base, steps, video, reporter } = this;
    steps.begin("type");
    steps.say(plan.mime);
    if (!isSupported(plan.mime)) {
      steps.fail(plan.mime);
      await this.finish("unsupported", { mime: plan.mime });
      return null;
    }
    const loader = new SegmentCache(new URL(`../../media/${plan.file}/`, base));
    const index = await loader.index();
    const check = new CheckRun(video, plan, loader, index, steps, (name, data) => reporter.post(name, data));
    /** @type {ToldError | null} */
    let error = null;
    try {
      await check.run();
    } catch (caught) {
      error = this.failed(this.#firstError(caught, check.player.error));
    }
    if (check.evidence.frames === undefined) check.note();
    steps.begin("end");
    await check.snapshot.post(new URL("picture", base));
    const evidence = { ...check.evidence, picture: check.probe.summary() };
    await this.finish(error ? "error" : "finished", evidence, error);
    return error;
  }

  /**
   * @param {string} outcome `finished`, `unsupported` or `error`
   * @param {Record<string, unknown>} evidence
   * @param {ToldError | null} [error]
   */
  async finish(outcome, evidence, error = null) {
    const { userAgent } = navigator;
    const rest = { steps: this.steps.finish(), console: consoleErrors() };
    this.reporter.post("final", { outcome, error, user_agent: userAgent, ...evidence, ...rest });
    await this.reporter.flush();
  }

  /**
   * End the running step with an error.
   *
   * @param {MseError} error
   * @returns {ToldError} as it is reported
   */
  failed(error) {
    const told = { ...error.toReport(), stage: this.steps.current };
    this.steps.fail(error.detail);
    return told;
  }

  /**
   * @param {unknown} caught
   * @param {MseError | null} known the player's own
   * @returns {MseError} in the element's words where it has any
   */
  #firstError(caught, known) {
    const error = mediaError(this.video) ?? asMseError(caught);
    if (caught instanceof MseError) Object.assign(error.data, caught.data);
    if (known) Object.assign(error.data, known.data);
    return error;
  }
}
