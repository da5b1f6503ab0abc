/**
 * The shapes that travel between what plays (the stage) and what shows controls (the room).
 *
 * A port is how the room reaches a stage: in the same page (`LocalPort`) or in another engine,
 * through the server (`RemotePort`). Both behave alike, so no control knows which one it has.
 *
 * @typedef {[number, number]} Range start and end, in seconds
 *
 * @typedef {object} StageState what changes while playing; told 4 to 10 times a second and at
 *   every change of a state
 * @property {number} time_s
 * @property {number | null} duration_s null while unknown or infinite
 * @property {boolean} paused
 * @property {boolean} ended
 * @property {boolean} seeking
 * @property {number} rate below 0 is backwards: single frames, without sound
 * @property {number} volume 0 to 1
 * @property {boolean} muted
 * @property {boolean} mute_forced muted because the engine plays with sound after a click only
 * @property {number} ready_state of the media element
 * @property {Range[]} buffered of the media element
 * @property {{label: string, ranges: Range[]}[]} source_buffers one for each SourceBuffer
 * @property {number | null} segment the segment at the playhead
 * @property {number | null} loading the segment being fetched or appended
 * @property {boolean} automatic segments are appended as needed; false: by hand only
 * @property {Range | null} loop
 * @property {boolean} stalled the playhead wants to move and cannot
 * @property {number} frames shown or decoded so far
 * @property {number} dropped
 * @property {number} width of the picture as it is meant to be seen, in pixels
 * @property {number} height
 * @property {{code: string, detail: string, data: Record<string, unknown>} | null} error
 * @property {"off" | "side" | "wipe"} compare
 * @property {InStep | null} in_step of the two pictures, null when there is only one
 * @property {string} way "" for the file's own bytes, "proxy" for the converted picture
 *
 * @typedef {object} InStep the second picture (the source) beside the first
 * @property {number | null} frames by which the second is ahead of the first; null: not known
 * @property {number} jumps it had to make so far
 * @property {boolean} waiting it has no picture yet
 * @property {number} wipe 0 to 1
 * @property {boolean} swapped
 * @property {"first" | "second"} sound whose is heard
 * @property {number} shift in frames
 * @property {{code: string, detail: string} | null} error of the second
 * @property {number | null} duration_s of the second
 * @property {number | null} frame_s of the second
 * @property {number} width of the second's picture
 * @property {number} height
 *
 * @typedef {object} LogRecord one call, assignment or event of MediaSource, SourceBuffer or element
 * @property {number} n 1, 2, 3 ...
 * @property {number} at_ms since the page was opened
 * @property {"call" | "set" | "event" | "note"} kind
 * @property {string} target `MediaSource`, `SourceBuffer 1`, `video` ...
 * @property {string} name of the method, attribute or event
 * @property {string[]} args as text; bytes as `segment 3, 18,220 bytes`
 * @property {"ok" | "exception" | ""} outcome
 * @property {string} result as text, or the exception's name and message
 * @property {boolean} byHand asked for by the user, not by the player
 *
 * @typedef {object} Attribute one attribute of an object, as text and, where useful, as a value
 * @property {string} name
 * @property {string} text
 * @property {unknown} [value]
 * @property {boolean} [settable]
 * @property {string} [note] key of a sentence about it, see `words/explain.js`
 *
 * @typedef {object} Inspected one object of the engine
 * @property {string} id `media-source`, `source-buffer-0`, `video` ...
 * @property {string} title
 * @property {Attribute[]} attributes
 * @property {string[]} operations names for `perform` that make sense with it
 *
 * @typedef {{objects: Inspected[]}} Snapshot
 *
 * @typedef {object} Port
 * @property {"local" | "remote"} kind
 * @property {StageState} state the latest
 * @property {() => number} now the time of the picture, at this very moment, in seconds
 * @property {(operation: string, args?: Record<string, unknown>) => Promise<any>} perform
 *   rejects with an `OperationError`
 * @property {EventTarget} events `state`, `log` (detail: LogRecord[]), `snapshot` (detail:
 *   Snapshot, while someone watches), `gone`
 * @property {() => void} close
 */

/** An operation that the specification, the engine or the stage refused. */
export class OperationError extends Error {
  /**
   * @param {string} name of the exception: `InvalidStateError`, `QuotaExceededError` ...
   * @param {string} message the engine's own
   * @param {string} [why] key of a sentence that explains it, see `words/explain.js`
   */
  constructor(name, message, why = "") {
    super(message);
    this.name = name;
    this.why = why;
  }

  toJson() {
    return { name: this.name, message: this.message, why: this.why };
  }
}

/** @type {StageState} */
export const NO_STATE = Object.freeze({
  time_s: 0, duration_s: null, paused: true, ended: false, seeking: false, rate: 1, volume: 1,
  muted: false, mute_forced: false, ready_state: 0, buffered: [], source_buffers: [], segment: null, loading: null,
  automatic: true, loop: null, stalled: false, frames: 0, dropped: 0, width: 0, height: 0,
  error: null, compare: "off", in_step: null, way: "",
});
