/** The way to a stage in this very page. */

/** @typedef {import("./port.js").StageState} StageState */

export class LocalPort {
  kind = /** @type {const} */ ("local");

  /** @param {import("./stage.js").Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.events = stage.events;
  }

  /** @returns {StageState} */
  get state() {
    return this.stage.state;
  }

  now() {
    return this.stage.playing.now();
  }

  /**
   * @param {string} operation
   * @param {Record<string, unknown>} [args]
   * @returns {Promise<any>}
   */
  perform(operation, args = {}) {
    return this.stage.perform(operation, args);
  }

  close() {}
}
