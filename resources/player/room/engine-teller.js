/** What the engine's page tells through the server: how it plays, and what it has done. */

/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./port.js").LogRecord} LogRecord */
/** @typedef {import("./port.js").StageState} StageState */

const STATE_MS = 100;
const LOG_MS = 100;
const MOST_RECORDS = 200;
/** Of one message, in characters: in any script and escaped it stays below the server's 64 KiB. */
export const MOST_CHARACTERS = 9_000;

/**
 * @param {Record<string, unknown>} message
 * @returns {string[]} the message as JSON in pieces, one piece if it is short
 */
export function piecesOf(message) {
  const text = JSON.stringify(message);
  const pieces = [];
  for (let at = 0; at < text.length; at += MOST_CHARACTERS) pieces.push(text.slice(at, at + MOST_CHARACTERS));
  return pieces;
}

/** @param {StageState} state @returns {string} what pages should learn of without delay */
function urgent(state) {
  const { paused, ended, seeking, rate, stalled, error, duration_s, muted, automatic, width, height, way, compare } = state;
  return JSON.stringify([paused, ended, seeking, rate, stalled, error, duration_s, muted, automatic, width, height, way, compare]);
}

export class Teller {
  #toldAt = -Infinity;
  #urgent = "";
  #stateTimer = 0;
  #logTimer = 0;
  /** @type {LogRecord[]} */
  #records = [];

  /**
   * @param {Link} link
   * @param {{state: StageState, events: EventTarget}} stage
   */
  constructor(link, stage) {
    this.link = link;
    this.stage = stage;
    stage.events.addEventListener("state", () => this.#onState());
    stage.events.addEventListener("log", (event) => this.#onLog(/** @type {CustomEvent} */ (event).detail));
    stage.events.addEventListener("snapshot", (event) => this.tell("snapshot", /** @type {CustomEvent} */ (event).detail));
    link.addEventListener("open", () => this.#tellState());
  }

  /** @param {Record<string, unknown>} outcome of an operation */
  performed(outcome) {
    this.#tellState();
    this.#tellLog();
    this.#say({ do: "performed", ...outcome });
  }

  /** @param {string} kind @param {unknown} detail */
  tell(kind, detail) {
    this.#say({ do: "told", kind, detail });
  }

  #onState() {
    const due = STATE_MS - (performance.now() - this.#toldAt);
    if (due <= 0 || urgent(this.stage.state) !== this.#urgent) this.#tellState();
    else this.#stateTimer ||= window.setTimeout(() => this.#tellState(), due);
  }

  #tellState() {
    clearTimeout(this.#stateTimer);
    this.#stateTimer = 0;
    this.#toldAt = performance.now();
    const { state } = this.stage;
    this.#urgent = urgent(state);
    this.tell("state", state);
  }

  /** @param {LogRecord[]} records */
  #onLog(records) {
    this.#records.push(...records);
    if (this.#records.length >= MOST_RECORDS) this.#tellLog();
    else this.#logTimer ||= window.setTimeout(() => this.#tellLog(), LOG_MS);
  }

  #tellLog() {
    clearTimeout(this.#logTimer);
    this.#logTimer = 0;
    if (this.#records.length) this.tell("log", this.#records.splice(0));
  }

  /** @param {Record<string, unknown> & {do: string}} message */
  #say(message) {
    const pieces = piecesOf(message);
    if (pieces.length === 1) {
      const { do: command, ...args } = message;
      this.link.tell(command, args);
      return;
    }
    pieces.forEach((text, at) => this.link.tell("piece", { text, last: at === pieces.length - 1 }));
  }
}
