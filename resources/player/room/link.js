/** The page's connection to its room on the server: questions with answers, and events. */

const RETRY_MS = 1_000;
const MOST_RETRIES = 20;

/** A refusal by the server, in words. */
export class LinkError extends Error {
  /** @param {{what: string, hint: string, detail: string}} error */
  constructor(error) {
    super(error.what);
    this.hint = error.hint;
    this.detail = error.detail;
  }
}

/**
 * Events: each of the server's by its name (detail: the message), `binary` (detail:
 * ArrayBuffer), `open`, `lost`.
 */
export class Link extends EventTarget {
  #number = 0;
  #tries = 0;
  #closed = false;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {string[]} */
  #waiting = [];

  /**
   * @param {URL} base of the room, ends in `/rooms/ID/`
   * @param {"ui" | "engine"} role
   */
  constructor(base, role) {
    super();
    const url = new URL("socket", base);
    url.protocol = url.protocol.replace("http", "ws");
    if (role === "engine") url.search = "?role=engine";
    this.url = url;
    this.#connect();
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /**
   * @param {string} command
   * @param {Record<string, unknown>} [args]
   * @returns {Promise<any>} rejects with a LinkError
   */
  ask(command, args = {}) {
    const id = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send(JSON.stringify({ ...args, id, do: command }));
    });
  }

  /**
   * Say something that needs no answer.
   *
   * @param {string} command
   * @param {Record<string, unknown>} [args]
   */
  tell(command, args = {}) {
    this.#send(JSON.stringify({ ...args, do: command }));
  }

  close() {
    this.#closed = true;
    this.#socket?.close();
  }

  /** @param {string} text */
  #send(text) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
    else this.#waiting.push(text);
  }

  #connect() {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.onopen = () => {
      this.#tries = 0;
      for (const text of this.#waiting.splice(0)) socket.send(text);
      this.dispatchEvent(new Event("open"));
    };
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#onClose();
  }

  #onClose() {
    for (const { reject } of this.#asked.values()) {
      reject(new LinkError({ what: "The connection was lost.", hint: "", detail: "" }));
    }
    this.#asked.clear();
    if (this.#closed) return;
    this.dispatchEvent(new Event("lost"));
    this.#tries += 1;
    if (this.#tries <= MOST_RETRIES) setTimeout(() => this.#closed || this.#connect(), RETRY_MS);
  }

  /** @param {string | ArrayBuffer} data */
  #hear(data) {
    if (typeof data !== "string") {
      this.dispatchEvent(new CustomEvent("binary", { detail: data }));
      return;
    }
    const message = JSON.parse(data);
    if (message.reply === undefined) {
      this.dispatchEvent(new CustomEvent(message.event, { detail: message }));
      return;
    }
    const asked = this.#asked.get(message.reply);
    this.#asked.delete(message.reply);
    if (message.ok) asked?.resolve(message.result);
    else asked?.reject(new LinkError(message.error));
  }
}
