/** The stream's own word on how it and its viewers are doing; tells it where we play. */

/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */
/** @typedef {{viewer: string, state: string, reason: string, rate_bps: number | null, dropped: number}} ViewerTold */
/** @typedef {{state: string, reason: string, mime: string, position_s: number, rate_bps: number, kind: string,
 *   address: string, viewers: ViewerTold[]}} StatusTold */

const REPORT_MS = 1000;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/** Event `status` (detail: StatusTold). */
export class StatusLink extends EventTarget {
  /** @type {WebSocket | null} */
  #socket = null;
  #tries = 0;
  #isClosed = false;
  /** @type {StatusTold | null} */
  last = null;
  /** When that came, by `performance.now()`. */
  toldAt = 0;

  /**
   * @param {StreamFolder} folder
   * @param {() => {position_s: number, buffer_s: number} | null} ask where we play
   */
  constructor(folder, ask) {
    super();
    this.folder = folder;
    this.ask = ask;
    addEventListener("pagehide", () => this.close());
  }

  /** Begin to listen and to tell; again does nothing. */
  begin() {
    if (this.#socket) return;
    this.#connect();
    setInterval(() => this.#report(), REPORT_MS);
  }

  close() {
    this.#isClosed = true;
    this.#socket?.close();
  }

  #connect() {
    if (this.#isClosed) return;
    const socket = new WebSocket(this.folder.socketUrl("status"));
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#take(data));
    socket.addEventListener("close", () => this.#again());
  }

  /** @param {unknown} data */
  #take(data) {
    const told = parsed(data);
    if (!told) return;
    this.#tries = 0;
    this.last = told;
    this.toldAt = performance.now();
    this.dispatchEvent(new CustomEvent("status", { detail: told }));
  }

  #again() {
    const pause_ms = PAUSES_MS[Math.min(this.#tries, PAUSES_MS.length - 1)];
    this.#tries += 1;
    setTimeout(() => this.#connect(), pause_ms);
  }

  #report() {
    const told = this.#socket?.readyState === WebSocket.OPEN ? this.ask() : null;
    if (told) this.#socket?.send(JSON.stringify(told));
  }
}

/** @param {unknown} data @returns {StatusTold | null} */
export function parsed(data) {
  if (typeof data !== "string") return null;
  try {
    const told = JSON.parse(data);
    return told && typeof told.state === "string" && Array.isArray(told.viewers) ? told : null;
  } catch {
    return null;
  }
}
