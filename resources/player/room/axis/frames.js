/** Draws when there is something to draw, once per picture of the screen. */

export class Frames {
  #asked = 0;

  /** @param {() => boolean} draw returns whether it wants to be called again at once */
  constructor(draw) {
    this.draw = draw;
  }

  ask() {
    if (!this.#asked) this.#asked = requestAnimationFrame(() => this.#run());
  }

  #run() {
    this.#asked = 0;
    if (this.draw()) this.ask();
  }
}
