/** The steps of a check: which was begun, how each went, and how long it took. */

/** @typedef {{name: string, state: "done" | "failed" | "skipped", ms: number, detail: string}} Step */

/** In their order; `StepName` of the program that reads them. */
export const STEPS = [
  "type", "sourceopen", "init", "append", "metadata", "play", "frames", "waits", "seeks",
  "entries", "repeated-init", "switch", "end",
];

export class StepLog {
  /** @type {Step[]} */
  list = [];
  /** Name of the step that runs; "" between two. */
  current = "";
  #detail = "";
  #began = 0;

  /** @param {(name: string) => void} onBegin hears each step's name before it begins */
  constructor(onBegin) {
    this.onBegin = onBegin;
  }

  /** Begin a step; the one before it is done. @param {string} name */
  begin(name) {
    this.#close("done");
    this.current = name;
    this.#detail = "";
    this.#began = performance.now();
    this.onBegin(name);
  }

  /** What is to be said of the running step. @param {string} detail */
  say(detail) {
    this.#detail = detail;
  }

  /** The running step failed. @param {string} detail */
  fail(detail) {
    this.#detail = detail;
    this.#close("failed");
  }

  /**
   * @param {string} name
   * @param {string} detail why it is of no use here
   */
  skip(name, detail) {
    this.#close("done");
    this.list.push({ name, state: "skipped", ms: 0, detail });
  }

  /** No more steps; those never begun are skipped. @returns {Step[]} in their order */
  finish() {
    this.#close("done");
    const missing = STEPS.filter((name) => !this.list.some((step) => step.name === name));
    for (const name of missing) this.list.push({ name, state: "skipped", ms: 0, detail: "" });
    return this.list.sort((a, b) => STEPS.indexOf(a.name) - STEPS.indexOf(b.name));
  }

  /** @param {"done" | "failed"} state */
  #close(state) {
    if (!this.current) return;
    const ms = Math.round((performance.now() - this.#began) * 10) / 10;
    this.list.push({ name: this.current, state, ms, detail: this.#detail });
    this.current = "";
  }
}
