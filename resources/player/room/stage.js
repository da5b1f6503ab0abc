/** What plays: the picture with its machine, and every operation on them. */

import { Machine } from "./machine.js";
import { OperationError } from "./port.js";
import { Playing } from "./playing.js";

/** @typedef {import("./port.js").StageState} StageState */
/** @typedef {(args: Record<string, any>) => unknown} Operation may return a promise */

export class Stage {
  /** Every operation by its name; each module brings its own. @type {Record<string, Operation>} */
  operations = {};
  /** `state`, `log`, `snapshot`: see `Port.events`. */
  events = new EventTarget();

  /**
   * @param {HTMLElement} root
   * @param {URL} media where the bytes are, ends in `/media/`
   */
  constructor(root, media) {
    this.root = root;
    this.video = document.createElement("video");
    this.video.playsInline = true;
    this.video.preload = "auto";
    root.append(this.video);
    this.machine = new Machine(this.video, media, this.events);
    this.playing = new Playing(this.video, this.machine, () => this.announce());
    this.events.addEventListener("machine", () => this.announce());
    Object.assign(this.operations, this.machine.operations, this.playing.operations);
  }

  /** @returns {StageState} */
  get state() {
    return { ...this.playing.state, ...this.machine.state, compare: "off", way: "" };
  }

  /** Let go of the element and of everything that runs. */
  close() {
    this.machine.close();
    this.video.remove();
  }

  announce() {
    this.events.dispatchEvent(new CustomEvent("state", { detail: this.state }));
  }

  /**
   * @param {string} name
   * @param {Record<string, any>} [args]
   * @returns {Promise<any>} rejects with an OperationError
   */
  async perform(name, args = {}) {
    const operation = Object.hasOwn(this.operations, name) ? this.operations[name] : null;
    if (!operation) throw new OperationError("NotFoundError", name);
    try {
      return await this.machine.taps.byHand(() => operation(args));
    } finally {
      this.announce();
    }
  }
}
