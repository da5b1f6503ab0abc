/**
 * What can be done by hand to a MediaSource, for learning and for finding faults.
 *
 * Nothing is queued, checked or softened before: what the specification forbids in the present
 * state reaches the engine, and its exception is the answer.
 */

import { MseError, asMseError } from "../errors.js";
import { isSupported } from "../managed-source.js";
import { covers, rangesOf } from "../timeline.js";
import { mediaErrorNote, why } from "./explain.js";
import { OperationError } from "./port.js";

/** @typedef {import("./machine.js").Machine} Machine */
/** @typedef {import("./session.js").KnownBuffer} KnownBuffer */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {Record<string, any>} Args */

const OPERATION_LIMIT_MS = 15_000;
/** What may be set, by object; the rest of each object cannot be set, or not usefully. */
const SETTABLE = {
  source: ["duration"],
  buffer: ["mode", "timestampOffset", "appendWindowStart", "appendWindowEnd"],
  video: ["currentTime", "playbackRate", "defaultPlaybackRate", "volume", "muted", "loop", "preload"],
};
const TEXTS = new Set(["mode", "preload"]);
const SWITCHES = new Set(["muted", "loop"]);

export class MseOperations {
  /** @param {Machine} machine */
  constructor(machine) {
    this.machine = machine;
  }

  /** @returns {Record<string, (args: Args) => unknown>} by name */
  get all() {
    const { machine } = this;
    return {
      append: (args) => this.#append(args),
      "append-only": (args) => this.#appendOnly(args),
      "start-from": ({ segment }) => this.#begin({ at_s: this.#segment(segment).start_s, play: true }),
      restart: () => this.#begin(machine.place),
      detach: () => this.#onSource("detach", () => {
        machine.video.removeAttribute("src");
        machine.video.load();
      }),
      automatic: ({ on }) => this.#setAutomatic(on !== false && on !== "false"),
      remove: (args) => this.#remove(args),
      abort: (args) => this.#onBuffer("abort", args, ({ buffer }) => buffer.abort()),
      set: (args) => this.#set(args),
      "change-type": (args) => this.#changeType(args),
      "end-of-stream": ({ error }) => this.#onSource("end-of-stream", (source) => (
        error ? source.endOfStream(error) : source.endOfStream()
      )),
      "set-live-seekable-range": (args) => this.#setLiveRange(args),
      "clear-live-seekable-range": () => this.#clearLiveRange(),
      "add-source-buffer": ({ mime }) => this.#onSource("add-source-buffer", (source) => {
        source.addSourceBuffer(String(mime ?? ""));
      }),
      "remove-source-buffer": (args) => this.#onSource("remove-source-buffer", (source) => {
        source.removeSourceBuffer(this.#buffer(args).buffer);
      }),
      "is-type-supported": ({ mime }) => machine.taps.run(
        "call", "MediaSource", "isTypeSupported", [mime], () => isSupported(String(mime ?? ""))),
      snapshot: () => machine.snapshot(),
      watch: ({ on }) => machine.watch(on !== false),
      log: ({ after = 0, most }) => machine.taps.records(after, most),
      "clear-log": () => machine.taps.clear(),
    };
  }

  /** @returns {Session} */
  get #session() {
    const { session } = this.machine;
    if (!session?.source) throw new OperationError("InvalidStateError", "no MediaSource", "why_no_source");
    return session;
  }

  /** @param {Args} args @returns {KnownBuffer} */
  #buffer({ buffer = 0 }) {
    const known = this.#session.buffers[Number(buffer)];
    if (!known) throw new OperationError("NotFoundError", `SourceBuffer ${buffer}`, "why_no_such_buffer");
    return known;
  }

  /** @param {unknown} number @returns {import("../timeline.js").Segment} */
  #segment(number) {
    const found = this.machine.index?.segments[Number(number)];
    if (!found) throw new OperationError("NotFoundError", `segment ${number}`, "why_no_such_segment");
    return found;
  }

  /** @param {KnownBuffer} [known] @returns {import("./explain.js").Before} */
  #before(known) {
    const { session, video } = this.machine;
    const source = session?.source;
    return {
      sourceState: source?.readyState ?? "",
      held: known ? session?.holds(known) ?? false : false,
      updating: known?.buffer.updating ?? false,
      othersUpdating: session?.buffers.some(({ buffer }) => buffer.updating) ?? false,
      elementError: video.error !== null,
      duration: source?.duration ?? NaN,
    };
  }

  /**
   * Ask the engine, at once and by hand. When it did as it was asked, the automatic player
   * stands back.
   *
   * @param {string} operation
   * @param {() => void} body
   * @param {KnownBuffer} [known]
   */
  #ask(operation, body, known) {
    const before = this.#before(known);
    try {
      this.machine.taps.byHand(body);
    } catch (error) {
      if (error instanceof OperationError) throw error;
      const { name, message } = error instanceof Error || error instanceof DOMException
        ? error : { name: "Error", message: String(error) };
      throw new OperationError(name, message, why(operation, name, before));
    }
    this.machine.standBack(operation);
  }

  /** @param {string} operation @param {(source: MediaSource) => void} body */
  #onSource(operation, body) {
    const source = /** @type {MediaSource} */ (this.#session.source);
    this.#ask(operation, () => body(source));
    return { readyState: source.readyState };
  }

  /**
   * @param {string} operation
   * @param {Args} args
   * @param {(known: KnownBuffer) => void} body
   */
  async #onBuffer(operation, args, body) {
    const known = this.#buffer(args);
    this.#ask(operation, () => body(known), known);
    await this.#settled(known);
    return { buffered: this.#ranges(known) };
  }

  /**
   * Wait for the end of what was begun.
   *
   * @param {KnownBuffer} known
   * @returns {Promise<void>} rejects with an OperationError when the engine refused the bytes
   */
  async #settled({ buffer }) {
    if (!buffer.updating) return;
    const listening = new AbortController();
    const { signal } = listening;
    let end = "";
    await new Promise((resolve) => {
      setTimeout(resolve, OPERATION_LIMIT_MS);
      for (const name of ["error", "abort"]) buffer.addEventListener(name, () => { end = name; }, { signal });
      buffer.addEventListener("updateend", () => { end ||= "done"; resolve(null); }, { signal });
    });
    listening.abort();
    if (!end) throw new OperationError("TimeoutError", "no updateend", "why_timeout");
    if (end === "abort") throw new OperationError("AbortError", "abort() or removeSourceBuffer()", "why_aborted");
    if (end === "error") throw await this.#appendError();
  }

  /** @returns {Promise<OperationError>} the element's own words; they come after `updateend` */
  async #appendError() {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { error } = this.machine.video;
    if (!error) return new OperationError("MediaError", "append error", "why_media_decode");
    return new OperationError("MediaError", error.message || `code ${error.code}`, mediaErrorNote(error.code, error.message));
  }

  /** @param {KnownBuffer} known */
  #ranges(known) {
    return this.machine.session?.holds(known) ? rangesOf(known.buffer.buffered) : [];
  }

  /**
   * @param {Args} args segment: number or `init`; buffer: number; bytes: only so many of them
   */
  async #append(args) {
    const known = this.#buffer(args);
    const data = await this.#bytes(args.segment, args.bytes);
    const cut = args.bytes !== undefined;
    this.#ask("append", () => known.buffer.appendBuffer(data), known);
    if (cut && this.machine.session) this.machine.session.disturbed = true;
    await this.#settled(known);
    return { bytes: data.byteLength, buffered: this.#ranges(known) };
  }

  /**
   * @param {unknown} segment
   * @param {unknown} [most]
   * @returns {Promise<ArrayBuffer>}
   */
  async #bytes(segment, most) {
    const { loader, taps } = this.machine;
    if (segment !== "init") this.#segment(segment);
    let data;
    try {
      data = segment === "init" ? await loader.init() : await loader.segment(Number(segment));
    } catch (error) {
      throw new OperationError("NetworkError", asMseError(error).detail, "why_fetch");
    }
    if (most === undefined) return taps.name(data, segment === "init" ? "init" : `segment ${segment}`);
    return taps.name(data.slice(0, Number(most)), `start of ${segment === "init" ? "init" : `segment ${segment}`}`);
  }

  /** @param {Args} args */
  async #appendOnly({ segment }) {
    const { start_s } = this.#segment(segment);
    await this.#begin({ automatic: false, play: false });
    const told = await this.#append({ segment });
    const { taps, video } = this.machine;
    const place = covers(told.buffered, start_s) ? start_s : told.buffered[0]?.[0] ?? start_s;
    taps.byHand(() => { video.currentTime = place; });
    return told;
  }

  /** @param {import("./machine.js").Start} start */
  async #begin(start) {
    try {
      await this.machine.taps.byHand(() => this.machine.begin(start));
    } catch (error) {
      if (!(error instanceof MseError)) throw error;
      const known = error.code === "media" ? mediaErrorNote(Number(error.data.number), error.detail) : "";
      throw new OperationError(error.code, error.detail, known);
    }
  }

  /** @param {boolean} on */
  async #setAutomatic(on) {
    const session = this.#session;
    if (!on) return session.player.suspend();
    const first = session.buffers[0];
    const broken = !first || !session.holds(first) || session.source?.readyState === "closed" || this.machine.video.error;
    if (broken) return this.#begin(this.machine.place);
    await session.player.resume(session.disturbed);
    session.disturbed = false;
  }

  /** @param {Args} args */
  #remove(args) {
    return this.#onBuffer("remove", args, ({ buffer }) => {
      buffer.remove(numberOf(args.start_s), numberOf(args.end_s));
    });
  }

  /** @param {Args} args */
  async #changeType(args) {
    const mime = String(args.mime ?? "");
    const told = await this.#onBuffer("change-type", args, (known) => {
      if (!("changeType" in known.buffer)) throw new OperationError("NotSupportedError", "changeType", "why_engine_lacks");
      known.buffer.changeType(mime);
      known.mime = mime;
    });
    this.#session.disturbed = true;
    return told;
  }

  /** @param {Args} args */
  #setLiveRange({ start_s, end_s }) {
    const session = this.#session;
    const range = /** @type {[number, number]} */ ([numberOf(start_s), numberOf(end_s)]);
    this.#onSource("set-live-seekable-range", (source) => {
      if (!("setLiveSeekableRange" in source)) throw new OperationError("NotSupportedError", "setLiveSeekableRange", "why_engine_lacks");
      source.setLiveSeekableRange(...range);
      session.liveRange = range;
    });
  }

  #clearLiveRange() {
    const session = this.#session;
    this.#onSource("clear-live-seekable-range", (source) => {
      if (!("clearLiveSeekableRange" in source)) throw new OperationError("NotSupportedError", "clearLiveSeekableRange", "why_engine_lacks");
      source.clearLiveSeekableRange();
      session.liveRange = null;
    });
  }

  /** @param {Args} args target: id of a snapshot's object; value: numbers may come as text */
  #set({ target, attribute, value }) {
    const { object, known, names } = this.#target(String(target));
    if (!names.includes(attribute)) throw new OperationError("NotFoundError", `${target}.${attribute}`, "why_not_settable");
    this.#ask(`set ${attribute}`, () => { object[attribute] = valueOf(attribute, value); }, known);
    const now = object[attribute];
    if (TEXTS.has(attribute) && now !== value) return { value: now, ignored: true };
    return { value: typeof now === "number" && !Number.isFinite(now) ? String(now) : now };
  }

  /**
   * @param {string} target
   * @returns {{object: any, known?: KnownBuffer, names: string[]}}
   */
  #target(target) {
    if (target === "video") return { object: this.machine.video, names: SETTABLE.video };
    if (target === "media-source") return { object: this.#session.source, names: SETTABLE.source };
    const number = /^source-buffer-(\d+)$/.exec(target)?.[1];
    const known = this.#buffer({ buffer: number ?? target });
    return { object: known.buffer, known, names: SETTABLE.buffer };
  }
}

/** @param {unknown} value a number, or one as text; nothing is no number @returns {number} */
function numberOf(value) {
  return value === "" || value === null ? NaN : Number(value);
}

/** @param {string} attribute @param {unknown} value */
function valueOf(attribute, value) {
  if (TEXTS.has(attribute)) return String(value);
  if (SWITCHES.has(attribute)) return value === true || value === "true";
  return numberOf(value);
}
