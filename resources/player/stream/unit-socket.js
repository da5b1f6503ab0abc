/** The WebSocket that units come on; when it is lost, it is opened again, ever more patiently. */

import { asMseError } from "../errors.js";

/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */

const PAUSES_S = [0.3, 0.7, 1.5, 3, 5, 8];
const NORMAL = 1000;
const FAILED = 1011;

/**
 * @typedef {object} Hearer
 * @property {(data: ArrayBuffer) => void} take one message
 * @property {() => void} over the stream has ended
 * @property {(reason: string) => void} failed
 * @property {(pause_s: number) => void} lost how long one waits before the next attempt
 * @property {() => void} back something comes again
 */

export class UnitSocket {
  /** @type {WebSocket | null} */
  #socket = null;
  #tries = 0;
  #stopped = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {StreamFolder} folder
   * @param {Hearer} hearer
   */
  constructor(folder, hearer) {
    this.folder = folder;
    this.hearer = hearer;
  }

  open() {
    const socket = new WebSocket(this.folder.socketUrl("socket"));
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      if (this.#socket === socket && data instanceof ArrayBuffer) this.#take(data);
    });
    socket.addEventListener("close", (event) => {
      if (this.#socket === socket && !this.#stopped) this.#onClose(event);
    });
  }

  close() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  /** @param {ArrayBuffer} data */
  #take(data) {
    if (this.#tries) this.hearer.back();
    this.#tries = 0;
    this.hearer.take(data);
  }

  /** @param {CloseEvent} event */
  #onClose({ code, reason }) {
    if (code === NORMAL) this.hearer.over();
    else if (code === FAILED) this.hearer.failed(reason);
    else this.#later();
  }

  #later() {
    const pause_s = PAUSES_S[Math.min(this.#tries, PAUSES_S.length - 1)];
    this.#tries += 1;
    this.hearer.lost(pause_s);
    this.#timer = window.setTimeout(() => void this.#tryAgain(), pause_s * 1000);
  }

  /** Ask first whether there still is such a stream: a socket that is refused does not say why. */
  async #tryAgain() {
    try {
      await this.folder.json("status");
    } catch (error) {
      if (this.#stopped) return;
      if (asMseError(error).code === "file-gone") this.hearer.over();
      else this.#later();
      return;
    }
    if (!this.#stopped) this.open();
  }
}
