/**
 * Bytes of files on any web server: by range where the server can, else out of one long answer
 * that is read as far as needed. That one is never held in memory, and begun anew to go back.
 */

export class FetchError extends Error {
  /**
   * @param {string} url
   * @param {string} reason
   */
  constructor(url, reason) {
    super(`${url}: ${reason}`);
    this.url = url;
    this.reason = reason;
  }
}

export class Bytes {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
    /** False once the server answered a range with the whole file. */
    this.ranged = true;
    /** @type {ReadableStreamDefaultReader<Uint8Array> | null} */
    this.reader = null;
    this.at = 0;
    /** @type {Uint8Array} */
    this.rest = new Uint8Array(0);
  }

  /**
   * @param {number} [offset]
   * @param {number} [size] all of the file where none is given
   * @returns {Promise<Uint8Array>} rejects with a FetchError
   */
  async get(offset, size) {
    if (offset === undefined || size === undefined) return this.whole();
    if (!this.ranged) return this.streamed(offset, size);
    const answer = await this.ask({ Range: `bytes=${offset}-${offset + size - 1}` });
    if (answer.status === 206) return exactly(this.url, await body(this.url, answer), size);
    this.ranged = false;
    this.take(answer);
    return this.streamed(offset, size);
  }

  /** End what is still being read. */
  close() {
    void this.reader?.cancel().catch(() => undefined);
    this.reader = null;
  }

  /** @returns {Promise<Uint8Array>} */
  async whole() {
    return body(this.url, await this.ask({}));
  }

  /**
   * @param {Record<string, string>} headers
   * @returns {Promise<Response>}
   */
  async ask(headers) {
    let answer;
    try {
      answer = await fetch(this.url, { headers });
    } catch (error) {
      throw new FetchError(this.url, String(error));
    }
    if (!answer.ok) throw new FetchError(this.url, `HTTP ${answer.status}`);
    return answer;
  }

  /** @param {Response} answer from the file's beginning */
  take(answer) {
    this.close();
    this.reader = answer.body?.getReader() ?? null;
    this.at = 0;
    this.rest = new Uint8Array(0);
  }

  /**
   * @param {number} offset
   * @param {number} size
   * @returns {Promise<Uint8Array>}
   */
  async streamed(offset, size) {
    if (!this.reader || offset < this.at) this.take(await this.ask({}));
    await this.read(offset - this.at, null);
    const result = new Uint8Array(size);
    await this.read(size, result);
    return result;
  }

  /**
   * Read on; what is read goes into `target`, or nowhere.
   *
   * @param {number} size
   * @param {Uint8Array | null} target
   */
  async read(size, target) {
    let done = 0;
    while (done < size) {
      if (!this.rest.length) this.rest = await this.next();
      const piece = this.rest.subarray(0, size - done);
      target?.set(piece, done);
      this.rest = this.rest.subarray(piece.length);
      done += piece.length;
      this.at += piece.length;
    }
  }

  /** @returns {Promise<Uint8Array>} */
  async next() {
    try {
      const { value, done } = (await this.reader?.read()) ?? { value: undefined, done: true };
      if (value && !done) return value;
    } catch (error) {
      this.reader = null;
      throw new FetchError(this.url, String(error));
    }
    this.reader = null;
    throw new FetchError(this.url, "it ends too early");
  }
}

/**
 * @param {string} url
 * @param {Response} answer
 * @returns {Promise<Uint8Array>}
 */
async function body(url, answer) {
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    throw new FetchError(url, String(error));
  }
}

/**
 * @param {string} url
 * @param {Uint8Array} data
 * @param {number} size
 * @returns {Uint8Array}
 */
function exactly(url, data, size) {
  if (data.length !== size) throw new FetchError(url, "it is not as long as it was");
  return data;
}
