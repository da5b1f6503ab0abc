/** Pictures of the filmstrip: fetched when they are in sight, a few at a time, kept for a while. */

const AT_A_TIME = 2;
const MOST_KEPT = 300;
const SETTLE_MS = 120;
const FAILURES_TO_GIVE_UP = 3;
const BUSY = 503;
const BUSY_PAUSE_MS = 1_000;
const WIDTH_PX = 160;

export class Pictures {
  /** By time in ms; in the order of their last use. @type {Map<number, ImageBitmap>} */
  #kept = new Map();
  /** @type {Map<number, AbortController>} */
  #coming = new Map();
  /** @type {Set<number>} */
  #missing = new Set();
  /** @type {number[]} */
  #wanted = [];
  #settling = 0;
  #isOver = false;

  /**
   * @param {URL} base of the room
   * @param {() => void} changed called when a picture has come, or none ever will
   */
  constructor(base, changed) {
    this.base = base;
    this.changed = changed;
  }

  /** Whether there is no point in asking: the first ones could not be had. */
  get isOver() {
    return this.#isOver;
  }

  /** @param {number} key time in ms @returns {ImageBitmap | undefined} */
  get(key) {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found;
  }

  /** @param {number[]} keys what is in sight now, most wanted first; anything else is let go */
  want(keys) {
    this.#wanted = keys.filter((key) => !this.#kept.has(key) && !this.#missing.has(key));
    for (const [key, request] of this.#coming) if (!keys.includes(key)) request.abort();
    clearTimeout(this.#settling);
    if (this.#wanted.length && !this.#isOver) this.#settling = setTimeout(() => this.#next(), SETTLE_MS);
  }

  #next() {
    while (!this.#isOver && this.#coming.size < AT_A_TIME) {
      const key = this.#wanted.find((wanted) => !this.#coming.has(wanted));
      if (key === undefined) return;
      this.#wanted = this.#wanted.filter((wanted) => wanted !== key);
      void this.#fetch(key);
    }
  }

  /** @param {number} key */
  async #fetch(key) {
    const request = new AbortController();
    this.#coming.set(key, request);
    try {
      const url = new URL(`filmstrip/${key}.jpg?width=${WIDTH_PX}`, this.base);
      const answer = await fetch(url, { signal: request.signal });
      if (answer.status === BUSY) this.#again(key);
      else if (answer.ok) this.#keep(key, await createImageBitmap(await answer.blob()));
      else this.#miss(key);
    } catch {
      if (!request.signal.aborted) this.#miss(key);
    } finally {
      this.#coming.delete(key);
    }
    this.changed();
    this.#next();
  }

  /** The server has too much to do. @param {number} key */
  #again(key) {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#wanted.push(key);
      this.#next();
    }, BUSY_PAUSE_MS);
  }

  /** @param {number} key @param {ImageBitmap} picture */
  #keep(key, picture) {
    this.#kept.set(key, picture);
    for (const [oldest, old] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
      old.close();
    }
  }

  /** @param {number} key */
  #miss(key) {
    this.#missing.add(key);
    this.#isOver = this.#kept.size === 0 && this.#missing.size >= FAILURES_TO_GIVE_UP;
  }
}
