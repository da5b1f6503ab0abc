/** Asks for places while the pointer moves: not more often than a picture can be shown. */

const PAUSE_MS = 50;
/** After this the playhead stands where the port says, whether it has answered or not. */
const LIMIT_MS = 3_000;

export class Seeker {
  #asked = 0;
  #last = -Infinity;
  #timer = 0;

  /** @param {import("./scene.js").Scene} scene */
  constructor(scene) {
    this.scene = scene;
  }

  /** @param {number} time_s the last one wins */
  to(time_s) {
    this.scene.aim_s = time_s;
    clearTimeout(this.#timer);
    const wait_ms = PAUSE_MS - (performance.now() - this.#last);
    if (wait_ms <= 0) void this.#ask(time_s);
    else this.#timer = window.setTimeout(() => void this.#ask(time_s), wait_ms);
  }

  /** @param {number} time_s */
  async #ask(time_s) {
    this.#last = performance.now();
    const number = ++this.#asked;
    try {
      const asked = this.scene.room.port?.perform("seek", { time_s });
      await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, LIMIT_MS))]);
    } catch {
      // Refused: the playhead goes back to where the picture is, and the inspector tells why.
    } finally {
      if (number === this.#asked && this.scene.aim_s === time_s) this.scene.aim_s = null;
    }
  }
}
