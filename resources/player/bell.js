/** Lets one task sleep until something happened; a ring before the wait is not lost. */
export class Bell {
  #rung = false;
  /** @type {(() => void) | null} */
  #resolve = null;

  ring() {
    this.#rung = true;
    this.#resolve?.();
    this.#resolve = null;
  }

  /** @returns {Promise<void>} */
  async wait() {
    if (!this.#rung) await new Promise((resolve) => { this.#resolve = () => resolve(undefined); });
    this.#rung = false;
  }
}
