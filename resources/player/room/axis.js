/** The time axis under the picture: lanes with one ruler, one zoom and one playhead. */

import { Board } from "./axis/board.js";
import { coloursOf, watchTheme } from "./axis/colours.js";
import { groupAt } from "./axis/draw-findings.js";
import { Frames } from "./axis/frames.js";
import { listen } from "./axis/keys.js";
import { make } from "./axis/make.js";
import { Pictures } from "./axis/pictures.js";
import { Pointer } from "./axis/pointer.js";
import { Scene } from "./axis/scene.js";
import { ScrollBar } from "./axis/scroll-bar.js";
import { Seeker } from "./axis/seeker.js";
import { watchRatio } from "./axis/sheet.js";
import { bytesText, segmentAt } from "./axis/spans.js";
import { secondsText } from "./axis/ticks.js";
import { Tip } from "./axis/tip.js";
import { Tools } from "./axis/tools.js";
import { Waves } from "./axis/waves.js";
import { frameAt, timecode } from "./timecode.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

const TOLD_EVERY_MS = 1_000;
const DOUBLE_CLICK_MS = 300;

export class Axis {
  /** Whether the view goes with the playhead. */
  #follows = true;
  #toldAt = -Infinity;
  #told = "";
  #telling = 0;
  /** @type {AbortController | null} */
  #listening = null;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    const pictures = new Pictures(room.base, () => this.#changed("pictures"));
    this.scene = new Scene(room, pictures, new Waves(room.base, () => this.#changed("sound")));
    this.scene.colours = coloursOf(root);
    this.frames = new Frames(() => this.#draw());
    this.board = new Board(this.scene, () => this.frames.ask());
    this.seeker = new Seeker(this.scene);
    this.tip = new Tip();
    this.bar = new ScrollBar(this.scene, () => this.#scrolled());
    this.tools = new Tools(this.scene, this.#acts());
    this.pointer = new Pointer(this.board.area, this.scene, this.#wishes());
    listen(this.board.area, {
      zoom: (factor) => this.#zoomAtHead(factor), fit: () => this.#fit(),
      neighbour: (step) => this.#neighbour(step), choose: () => this.#tellOf(this.scene.now_s),
      finding: (step) => this.#finding(step),
    });
    this.#build();
    this.#listen();
  }

  #build() {
    const foot = make("div", "axis-foot");
    foot.append(this.bar.root, this.tools.root);
    this.board.corner.append(this.tools.units);
    this.root.setAttribute("aria-label", this.scene.say("axisTitle"));
    this.root.append(this.board.root, foot, this.tip.root);
  }

  #listen() {
    const { room } = this;
    room.addEventListener("port", () => this.#attach());
    room.addEventListener("facts", () => this.#learn());
    room.addEventListener("select", () => this.#changed("segments"));
    room.addEventListener("range", () => this.#changed("ruler"));
    new ResizeObserver(() => this.#all()).observe(this.board.area);
    window.addEventListener("resize", () => this.#all());
    document.addEventListener("visibilitychange", () => this.frames.ask());
    watchRatio(() => this.#all());
    watchTheme(() => {
      this.scene.colours = coloursOf(this.root);
      this.#all();
    });
    if (room.port) this.#attach();
    this.#all();
  }

  #attach() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    this.room.port?.events.addEventListener("state", () => this.#onState(), options);
    this.#onState();
  }

  #learn() {
    const { from_s, to_s, isFitted } = this.scene.view;
    this.scene.learn();
    if (!isFitted) this.scene.view.show(from_s, to_s);
    this.#all();
  }

  #onState() {
    this.board.hear(this.room.state);
    this.frames.ask();
  }

  /** @param {string} lane */
  #changed(lane) {
    this.board.dirty(lane);
    this.frames.ask();
  }

  #all() {
    this.board.dirtyAll();
    this.frames.ask();
  }

  /** @returns {boolean} whether the playhead moves on */
  #draw() {
    const { room, scene, board } = this;
    if (board.isDirty && board.fit()) board.dirtyAll();
    const now_s = scene.now_s;
    const moves = (!room.state.paused && !room.state.ended) || scene.aim_s !== null;
    if (this.#follow(now_s)) board.dirtyAll();
    if (board.draw()) {
      this.bar.show();
      this.tools.show(board.showsAll);
    }
    board.placeHead(now_s);
    this.#tell(now_s, moves);
    return moves && !document.hidden;
  }

  /** @param {number} now_s @returns {boolean} whether the view moved */
  #follow(now_s) {
    const { view } = this.scene;
    if (this.pointer.isHeld) return false;
    if (view.shows(now_s)) this.#follows = true;
    return this.#follows && now_s >= view.start_s && now_s <= view.end_s && view.reveal(now_s);
  }

  /** For those who do not see it. @param {number} now_s @param {boolean} moves */
  #tell(now_s, moves) {
    const at = performance.now();
    if (moves && at - this.#toldAt < TOLD_EVERY_MS) return;
    this.#toldAt = at;
    const { area } = this.board;
    const found = this.scene.segmentAt(now_s);
    const words = this.#timeText(now_s) + (found ? `, ${this.scene.say("axisSegment", { n: found.n })}` : "");
    if (words === this.#told) return;
    this.#told = words;
    area.setAttribute("aria-valuemax", this.scene.end_s.toFixed(3));
    area.setAttribute("aria-valuenow", now_s.toFixed(3));
    area.setAttribute("aria-valuetext", words);
  }

  /** @param {number} time_s @returns {string} */
  #timeText(time_s) {
    const { frame_rate, first_frame_s } = this.room.facts;
    if (!this.scene.inFrames || !frame_rate) return secondsText(time_s, 0.001);
    return timecode(frameAt(time_s, frame_rate, first_frame_s ?? 0), frame_rate);
  }

  /** @returns {import("./axis/pointer.js").Wishes} */
  #wishes() {
    return {
      seek: (time_s) => this.#seek(time_s),
      click: (x, y) => this.#click(x, y),
      zoomToSegment: (time_s) => this.#zoomToSegment(time_s),
      range: (from_s, to_s, isDone) => this.#range(from_s, to_s, isDone),
      zoom: (factor, x) => {
        this.scene.view.zoomAt(factor, x);
        this.#scrolled();
      },
      scroll: (pixels) => {
        this.scene.view.panBy(pixels);
        this.#scrolled();
      },
      hover: (place) => this.#hover(place),
    };
  }

  /** @returns {import("./axis/tools.js").Acts} */
  #acts() {
    return {
      zoom: (factor) => this.#zoomAtHead(factor),
      fit: () => this.#fit(),
      toMarks: () => {
        const [from_s, to_s] = this.room.marks;
        if (from_s !== null && to_s !== null) this.#show(from_s, to_s);
      },
      units: () => {
        this.scene.inFrames = !this.scene.inFrames;
        this.#all();
      },
      more: () => {
        this.board.toggleAll();
        this.#all();
      },
    };
  }

  /** The user has moved the view: it stays there until the playhead is in it again. */
  #scrolled() {
    this.#follows = false;
    this.tip.hide();
    this.#all();
  }

  #fit() {
    this.scene.view.fit();
    this.#all();
  }

  /** @param {number} from_s @param {number} to_s */
  #show(from_s, to_s) {
    this.scene.view.show(from_s, to_s);
    this.#scrolled();
  }

  /** Around the playhead, or around the middle when it is out of sight. @param {number} factor */
  #zoomAtHead(factor) {
    const { view, now_s } = this.scene;
    view.zoomAt(factor, view.shows(now_s) ? view.toX(now_s) : view.width / 2);
    this.#scrolled();
  }

  /** @param {number} time_s */
  #seek(time_s) {
    this.seeker.to(time_s);
    this.frames.ask();
  }

  /** @param {number} x @param {number} y */
  #click(x, y) {
    const { scene } = this;
    const lane = this.board.laneAt(y);
    const group = lane?.id === "findings" ? groupAt(scene, x) : null;
    if (group) this.#goToFinding(group.all[0].time_s);
    else if (lane?.id === "segments") this.#tellOf(scene.view.timeAt(x), DOUBLE_CLICK_MS);
  }

  /**
   * What there is to know of a segment, its findings too.
   *
   * @param {number} time_s
   * @param {number} [pause_ms] until the panel opens: it moves what a second click would meet
   */
  #tellOf(time_s, pause_ms = 0) {
    const found = this.scene.segmentAt(time_s);
    if (!found) return;
    this.room.select(found.n);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.room.openPanel("segment"), pause_ms);
  }

  /** @param {number} step to the next finding or the one before, as seen from the playhead */
  #finding(step) {
    const time_s = this.scene.findingFrom(this.scene.now_s, step);
    if (time_s !== null) this.#goToFinding(time_s);
  }

  /** @param {number} time_s */
  #goToFinding(time_s) {
    this.#follows = true;
    this.#seek(time_s);
    this.#tellOf(time_s);
  }

  /** @param {number} step to the next or the previous segment: chosen, and gone to */
  #neighbour(step) {
    const { segments, now_s } = this.scene;
    const next = segments[segmentAt(segments, now_s) + step];
    if (!next) return;
    this.#follows = true;
    this.room.select(next.n);
    this.#seek(Math.max(0, next.start_s));
  }

  /** @param {number} time_s */
  #zoomToSegment(time_s) {
    clearTimeout(this.#telling);
    const found = this.scene.segmentAt(time_s);
    if (found) this.#show(found.start_s, found.end_s);
  }

  /** @param {number} from_s @param {number} to_s @param {boolean} isDone */
  #range(from_s, to_s, isDone) {
    this.room.mark(from_s, to_s);
    if (isDone && to_s > from_s) {
      // Refused while nothing is open: the in and out points stay.
      void this.room.port?.perform("loop", { start_s: from_s, end_s: to_s }).catch(() => undefined);
    }
  }

  /** @param {{x: number, y: number, clientX: number, clientY: number} | null} place */
  #hover(place) {
    const { scene, board } = this;
    const time_s = place ? scene.view.toTime(place.x) : NaN;
    if (!place || !(time_s >= scene.view.start_s && time_s <= scene.view.end_s)) {
      this.tip.hide();
      board.placeHover(null);
      return;
    }
    board.placeHover(place.x);
    const found = scene.segmentAt(time_s);
    const lines = [this.#timeText(time_s), ...board.hintAt(place.x, place.y)];
    if (found && lines.length === 1) {
      lines.push(scene.say("axisHint", { n: found.n, size: bytesText(found.size), frames: found.frames }));
    }
    this.tip.show(lines, place.clientX, this.root.getBoundingClientRect().top);
  }
}
