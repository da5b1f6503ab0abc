/** What the axis shows: everything that drawing needs, in one place. */

import { ordered, segmentAt } from "./spans.js";
import { View } from "./view.js";

/** @typedef {import("../room-context.js").RoomContext} RoomContext */
/** @typedef {import("../room-context.js").FactsSegment} FactsSegment */
/** @typedef {import("./spans.js").Range} Range */
/** @typedef {FactsSegment & {reach_s: number}} Segment */
/** @typedef {import("../room-context.js").Facts["findings"][number]} Finding */
/** @typedef {{x: number, what: {finding: Finding, time_s: number}}} FindingMark */
/** @typedef {"bad" | "warn" | "info"} Weight */

const LEAST_SPAN_S = 0.1;

/** What is nearer to the playhead than this is where it stands already. */
const HERE_S = 0.05;

export class Scene {
  /** @type {import("./colours.js").Colours} */
  colours = {};
  /** Timecode, not seconds. */
  inFrames = false;
  /** Whether there is no room for names at the left. */
  isNarrow = false;
  /** Where the user has asked to go, until the picture is there. @type {number | null} */
  aim_s = null;

  /**
   * @param {RoomContext} room
   * @param {import("./pictures.js").Pictures} pictures
   * @param {import("./waves.js").Waves} waves
   */
  constructor(room, pictures, waves) {
    this.room = room;
    this.pictures = pictures;
    this.waves = waves;
    this.view = new View(0, 1);
    this.learn();
  }

  /** Take over the facts of the file. */
  learn() {
    const { facts } = this.room;
    /** @type {Segment[]} */
    this.segments = ordered(facts.segments ?? []);
    this.largest = this.segments.reduce((most, { size }) => Math.max(most, size), 1);
    this.keyframes_s = [...(facts.keyframes_s ?? [])].sort((a, b) => a - b);
    this.highestRate = (facts.bit_rate?.kbit_s ?? []).reduce((most, value) => Math.max(most, value), 1);
    this.findings = (facts.findings ?? [])
      .map((finding) => ({ finding, time_s: this.timeOf(finding) }))
      .filter((found) => found.time_s !== null)
      .map((found) => ({ ...found, time_s: Number(found.time_s) }))
      .sort((a, b) => a.time_s - b.time_s);
    const start_s = Math.min(0, this.segments[0]?.start_s ?? 0);
    this.end_s = Math.max(facts.duration_s || 0, this.segments.at(-1)?.reach_s ?? 0);
    const { width } = this.view;
    this.view = new View(start_s, this.end_s || 1, LEAST_SPAN_S);
    this.view.width = width;
  }

  get facts() {
    return this.room.facts;
  }

  get say() {
    return this.room.say;
  }

  get state() {
    return this.room.state;
  }

  /** Where the playhead stands. */
  get now_s() {
    return this.aim_s ?? this.room.port?.now() ?? 0;
  }

  /** @param {number} time_s @returns {Segment | null} */
  segmentAt(time_s) {
    return this.segments[segmentAt(this.segments, time_s)] ?? null;
  }

  /** @param {number} n number of a segment, as the file counts */
  segment(n) {
    const guess = this.segments[n];
    return guess?.n === n ? guess : this.segments.find((segment) => segment.n === n) ?? null;
  }

  /**
   * @param {number} from_s
   * @param {number} step 1 for the next finding, -1 for the one before
   * @returns {number | null} its time; that of the one at `from_s` when no other lies there
   */
  findingFrom(from_s, step) {
    const times = this.findings.map(({ time_s }) => (time_s - from_s) * step);
    const ahead = times.filter((away_s) => away_s > HERE_S);
    if (ahead.length) return from_s + Math.min(...ahead) * step;
    const here = times.find((away_s) => Math.abs(away_s) <= HERE_S);
    return here === undefined ? null : from_s + here * step;
  }

  /**
   * @param {Finding} finding
   * @returns {number | null} null when it concerns no place in time
   */
  timeOf(finding) {
    if (Number.isFinite(finding.time_s)) return finding.time_s;
    const { segment: n, offset } = finding;
    const found = this.segments.find((segment) => segment.n === n)
      ?? this.segments.find((one) => offset !== null && offset >= one.offset && offset < one.offset + one.size);
    return found ? found.start_s : null;
  }
}

/** @param {string} severity @returns {Weight} */
export function weightOf(severity) {
  if (severity === "block" || severity === "loss") return "bad";
  return severity === "info" ? "info" : "warn";
}
