/** Watches over the converted picture: how large it is, whether it keeps up, whether it failed. */

const PAUSE_MS = 5_000;

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

/**
 * What the server tells of a conversion.
 *
 * @typedef {object} Converted
 * @property {number} width 0 while not known
 * @property {number} height
 * @property {number | null} speed in times of real time, null while not known
 * @property {string} error technical, "" for none
 * @property {boolean} smaller than it was at first, to keep up
 */

/** Keeps `room.converted`; after it has changed there is the event `way` at the room. */
export class ProxyWatch {
  #askedAt = -PAUSE_MS;

  /** @param {RoomContext} room */
  constructor(room) {
    this.room = room;
    room.link.addEventListener("proxy", (event) => this.#hear(/** @type {CustomEvent} */ (event).detail));
    room.addEventListener("port", () => this.#watch());
    this.#watch();
  }

  #watch() {
    this.room.port?.events.addEventListener("state", () => this.#look());
  }

  /** A picture that stands still is made smaller; the server knows whether that helps. */
  #look() {
    const { state, link } = this.room;
    if (state.way !== "proxy" || !state.stalled || performance.now() < this.#askedAt + PAUSE_MS) return;
    this.#askedAt = performance.now();
    link.tell("proxy-stalled");
  }

  /** @param {Converted & {base: string}} told */
  #hear({ base, width, height, speed, error }) {
    if (base !== "proxy") return;
    const before = this.room.converted;
    const smaller = Boolean(before && (before.smaller || (height && height < before.height)));
    this.room.converted = error && before ? { ...before, error } : { width, height, speed, error, smaller };
    this.room.dispatchEvent(new Event("way"));
  }
}

/**
 * @param {RoomContext} room
 * @returns {string} what there is to say of the conversion, "" when all is well
 */
export function proxyWords({ converted, say }) {
  if (!converted) return "";
  if (converted.error) return say("proxy_failed");
  const { width, height } = converted;
  return converted.smaller ? say("proxy_smaller", { width, height }) : "";
}
