/** What plays: the picture with its machine, and every operation on them. */

import { Compare } from "./compare.js";
import { Machine } from "./machine.js";
import { OperationError } from "./port.js";
import { Playing } from "./playing.js";

/** Errors after which the bytes may come later. */
const TRANSIENT = ["network", "file-gone", "no-ranges"];

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
    this.compare = new Compare(root, this.video, this.playing, new URL("../source/", media), () => this.announce());
    this.events.addEventListener("machine", () => this.announce());
    Object.assign(this.operations, this.machine.operations, this.playing.operations, this.compare.operations, {
      mute: (/** @type {Record<string, any>} */ args) => this.compare.mute(Boolean(args.on)) || this.playing.operations.mute(args),
      retry: () => this.#retry(),
      reopen: () => this.machine.reopen(this.machine.media),
      "by-ranges": (/** @type {Record<string, any>} */ { on }) => { this.machine.loader.byRanges = Boolean(on); },
    });
  }

  /** @returns {StageState} */
  get state() {
    const way = this.machine.media.pathname.endsWith("/proxy/") ? "proxy" : "";
    return { ...this.playing.state, ...this.machine.state, ...this.compare.state, muted: this.compare.muted, way };
  }

  /** Let go of the elements and of everything that runs. */
  close() {
    this.compare.close();
    this.playing.close();
    this.machine.close();
    this.video.remove();
  }

  announce() {
    this.events.dispatchEvent(new CustomEvent("state", { detail: this.state }));
  }

  /** Go on after an error, now and not after the pause that the machine makes. */
  async #retry() {
    const player = this.machine.session?.player;
    const known = player?.error ?? this.machine.state.error;
    if (!known) return;
    if (TRANSIENT.includes(known.code) && player?.appendedSegments.length) await player.resume();
    else await this.operations.restart({});
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
      if (name === "play" && TRANSIENT.includes(this.machine.state.error?.code ?? "")) await this.#retry();
      return await this.machine.taps.byHand(() => operation(args));
    } finally {
      this.announce();
    }
  }
}
