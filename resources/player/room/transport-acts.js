/** What buttons and keys do: each act asks the stage through the room's port. */

import { FrameGrid } from "./timecode-grid.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

export const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, 8, 16];
export const BACKWARDS = [-1, -2, -4, -8];
const FASTEST_SHUTTLE = 8;
const VOLUME_STEP = 0.05;
/** So long after a step in another engine, the next one goes on from where it went: its answer is late. */
const STEP_MS = 500;

/** Event `refused` (detail: the Error): the stage would not do it. */
export class Acts extends EventTarget {
  #aim = { frame: 0, at: -Infinity };

  /** @param {RoomContext} room */
  constructor(room) {
    super();
    this.room = room;
    this.grid = new FrameGrid(room.facts);
  }

  /** @returns {number} in seconds */
  get now_s() {
    return this.room.port?.now() ?? 0;
  }

  /** @returns {number} in seconds */
  get duration_s() {
    return this.room.state.duration_s ?? this.room.facts.duration_s ?? 0;
  }

  /** Number of the frame that is seen. */
  get frame() {
    return this.grid.at(this.now_s);
  }

  /** More is known about the file. */
  refreshFacts() {
    this.grid = new FrameGrid(this.room.facts);
    return this.describe();
  }

  /**
   * @param {string} operation
   * @param {Record<string, unknown>} [args]
   * @returns {Promise<void>} never rejects
   */
  async ask(operation, args = {}) {
    try {
      await this.room.port?.perform(operation, args);
    } catch (error) {
      this.dispatchEvent(new CustomEvent("refused", { detail: error }));
    }
  }

  /** Play, forwards; or pause. */
  toggle() {
    if (!this.room.state.paused) return this.ask("pause");
    if (this.room.state.rate < 0) void this.ask("rate", { value: 1 });
    return this.ask("play");
  }

  /** @param {number} frames below 0 is back */
  step(frames) {
    return this.grid.isEven ? this.ask("step", { frames }) : this.#stepUnevenly(frames);
  }

  /** @param {number} frames */
  #stepUnevenly(frames) {
    if (!this.room.state.paused) void this.ask("pause");
    const isOnTheWay = this.room.port?.kind === "remote" && performance.now() - this.#aim.at < STEP_MS;
    const frame = (isOnTheWay ? this.#aim.frame : this.frame) + frames;
    this.#aim = { frame: Math.min(Math.max(0, frame), this.grid.count - 1), at: performance.now() };
    return this.ask("seek", { time_s: this.grid.middle(this.#aim.frame) });
  }

  /** @param {number} time_s */
  seek(time_s) {
    return this.ask("seek", { time_s: Math.min(Math.max(0, time_s), this.duration_s) });
  }

  toStart() {
    return this.seek(this.grid.first_s);
  }

  /** The last frame: behind it, where sound goes on, some engines show an older one. */
  toEnd() {
    return this.seek(this.grid.middle(this.grid.count - 1));
  }

  /** @param {number} step 1 is the next segment, -1 the start of this one, or the one before */
  segment(step) {
    const half = this.grid.frame_s / 2;
    const here = this.grid.start(this.frame) + half;
    const starts = this.room.facts.segments?.map((segment) => this.#pictureOf(segment) + half) ?? [];
    const found = step > 0 ? starts.find((start) => start > here + half) : starts.findLast((start) => start < here - half);
    if (found !== undefined) return this.seek(found);
    return step > 0 ? this.toEnd() : this.toStart();
  }

  /**
   * @param {import("./room-context.js").FactsSegment} segment
   * @returns {number} when its first keyframe is seen; its sound may begin earlier
   */
  #pictureOf({ start_s, end_s }) {
    const slack = this.grid.frame_s / 2;
    const key = this.room.facts.keyframes_s?.find((time_s) => time_s >= start_s - slack);
    return key !== undefined && key < end_s ? key : start_s;
  }

  /**
   * L plays, and faster at each press; J backwards alike; K stops. The other direction begins
   * at normal speed.
   *
   * @param {1 | -1} direction
   */
  shuttle(direction) {
    const { paused, rate } = this.room.state;
    const goesOn = !paused && Math.sign(rate) === direction;
    const value = goesOn ? Math.min(FASTEST_SHUTTLE, Math.max(1, 2 * Math.abs(rate))) : 1;
    void this.setRate(direction * value);
    return this.ask("play");
  }

  stop() {
    void this.ask("pause");
    return this.setRate(1);
  }

  /** @param {number} value below 0 is backwards */
  setRate(value) {
    return this.ask("rate", { value });
  }

  /** @param {0 | 1} side 0 marks the start of the frame that is seen, 1 its end */
  mark(side) {
    const [start, end] = this.room.marks;
    const time_s = this.grid.start(this.frame + side);
    if (side === 0) this.room.mark(time_s, end !== null && end > time_s ? end : null);
    else this.room.mark(start !== null && start < time_s ? start : null, time_s);
  }

  /** @param {0 | 1} side */
  toMark(side) {
    const place = this.room.marks[side];
    if (place === null) return undefined;
    return this.seek(this.grid.middle(this.grid.at(place) - side));
  }

  /** Forget the marks and play on. */
  clearMarks() {
    this.room.mark(null, null);
    if (this.room.state.loop) return this.ask("loop", { off: true });
    return undefined;
  }

  /** Loop between the marks, or from the start to the end; or no longer. */
  toggleLoop() {
    return this.room.state.loop ? this.ask("loop", { off: true }) : this.#loop();
  }

  /** The marks have changed: a loop goes with them. */
  followMarks() {
    if (this.room.state.loop) void this.#loop();
  }

  #loop() {
    const [start, end] = this.room.marks;
    return this.ask("loop", { start_s: start ?? 0, end_s: end ?? this.duration_s });
  }

  /** @param {number} value 0 to 1; sound that is changed is wanted */
  setVolume(value) {
    if (this.room.state.muted && value > 0) void this.ask("mute", { on: false });
    return this.ask("volume", { value: Math.min(1, Math.max(0, value)) });
  }

  /** @param {1 | -1} direction */
  louder(direction) {
    return this.setVolume(Math.round((this.room.state.volume + direction * VOLUME_STEP) * 100) / 100);
  }

  toggleMute() {
    return this.ask("mute", { on: !this.room.state.muted });
  }

  /** What the stage cannot know by itself, see `describe` in `playing.js`. */
  describe() {
    const { frame_rate, first_frame_s, picture } = this.room.facts;
    return this.ask("describe", {
      frame_rate: frame_rate ?? null, first_frame_s: first_frame_s ?? 0,
      uneven: !this.grid.isEven, shown_width: picture?.shown_width ?? 0, shown_height: picture?.shown_height ?? 0,
    });
  }
}
