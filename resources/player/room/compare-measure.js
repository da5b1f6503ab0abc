/** SSIM, PSNR and VMAF of the result against its source, on demand. */

import { button, choice, make } from "./inspector-dom.js";
import { clock } from "../timeline.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */

/** @type {Record<string, string>} */
const NAMES = { ssim: "SSIM", psnr: "PSNR", vmaf: "VMAF" };
const SPARK = { width: 360, height: 56 };
const SVG = "http://www.w3.org/2000/svg";

export class CompareMeasure {
  /** @type {any} what the server told last */
  #event = null;
  #drawn = "";

  /** @param {RoomContext} room */
  constructor(room) {
    this.room = room;
    const { say } = room;
    this.root = make("section", "measure");
    this.boxes = (room.facts.features?.measure ?? []).map((/** @type {string} */ name) => {
      const box = make("input");
      Object.assign(box, { type: "checkbox", value: name, checked: name !== "psnr" });
      return box;
    });
    const labels = this.boxes.map((/** @type {HTMLInputElement} */ box) => make("label", "measure-box", [box, NAMES[box.value] ?? box.value]));
    this.span = choice(say("measure_span"), [["all", say("measure_all")], ["marks", say("measure_marks")]]);
    this.starter = button(say("measure_start"), () => void this.#start(), "push main");
    this.stopper = button(say("measure_stop"), () => void room.link.ask("measure-stop").catch(() => undefined));
    this.bar = make("progress");
    this.bar.max = 1;
    this.bar.setAttribute("aria-label", say("measure_title"));
    this.words = make("span", "measure-words quiet");
    this.words.setAttribute("role", "status");
    this.problem = make("p", "measure-problem danger");
    this.problem.setAttribute("role", "alert");
    this.found = make("div", "measure-found");
    this.running = make("div", "measure-running", [this.bar, this.stopper, this.words]);
    this.root.append(
      make("h3", "", say("measure_title")), make("div", "measure-boxes", labels),
      make("div", "measure-go", [this.span, this.starter]), this.running, this.problem, this.found,
    );
    room.link.addEventListener("measure", (event) => { this.#event = /** @type {CustomEvent} */ (event).detail; this.show(); });
    room.addEventListener("range", () => this.show());
    this.show();
  }

  show() {
    const { facts, marks, say } = this.room;
    const event = this.#event;
    const runs = event?.state === "running";
    this.root.hidden = !facts.features?.measure?.length;
    this.running.hidden = !runs;
    this.starter.disabled = runs;
    this.span.options[1].disabled = marks[0] === null && marks[1] === null;
    if (this.span.options[1].disabled) this.span.value = "all";
    if (!event) return;
    if (runs) {
      this.bar.value = event.fraction;
      const percent = Math.floor(event.fraction * 100);
      this.words.textContent = event.eta_s === null ? say("measure_begins") : say("measure_left", { percent, s: Math.ceil(event.eta_s) });
    }
    this.problem.textContent = event.state === "failed" ? [event.error.what, event.error.hint].filter(Boolean).join(" ") : "";
    this.problem.title = event.state === "failed" ? event.error.detail : "";
    if (event.state === "done") this.#draw(event.result);
  }

  async #start() {
    const metrics = this.boxes.filter((/** @type {HTMLInputElement} */ box) => box.checked).map((/** @type {HTMLInputElement} */ box) => box.value);
    const [start_s, end_s] = this.span.value === "marks" ? this.room.marks : [null, null];
    const shift = this.room.state.in_step?.shift ?? 0;
    this.problem.textContent = "";
    try {
      await this.room.link.ask("measure", { metrics, start_s, end_s, shift });
    } catch (error) {
      this.problem.textContent = metrics.length ? String(/** @type {Error} */ (error).message) : this.room.say("measure_choose");
    }
  }

  /** @param {any} result see `measure_figures.py` */
  #draw(result) {
    const text = JSON.stringify(result);
    if (text === this.#drawn) return;
    this.#drawn = text;
    const { say } = this.room;
    const rows = Object.entries(result.metrics).map(([name, values]) => this.#figure(name, /** @type {any} */ (values)));
    this.found.replaceChildren(
      make("dl", "measure-figures", rows), this.#spark(result), this.#worst(result),
      make("p", "measure-how quiet", this.#how(result)),
    );
    this.found.setAttribute("aria-label", say("measure_title"));
  }

  /** @param {string} name @param {Record<string, number | string>} values */
  #figure(name, values) {
    const { say } = this.room;
    const main = { ssim: values.all, psnr: values.average, vmaf: values.mean }[name] ?? "";
    const small = {
      ssim: say("measure_ssim", { y: figure("ssim", values.y) }),
      psnr: say("measure_psnr", { y: figure("psnr", values.y), min: figure("psnr", values.min) }),
      vmaf: say("measure_vmaf", { min: figure("vmaf", values.min), harmonic: figure("vmaf", values.harmonic) }),
    }[name] ?? "";
    const unit = name === "psnr" && main !== "inf" ? " dB" : "";
    return make("div", "measure-figure", [
      make("dt", "", NAMES[name] ?? name), make("dd", "measure-value", `${figure(name, main)}${unit}`), make("dd", "measure-small quiet", small),
    ]);
  }

  /** The lowest values along the time axis. @param {any} result */
  #spark({ curve, by }) {
    const values = curve.values.map((/** @type {number | string} */ value) => (value === "inf" ? NaN : Number(value)));
    const known = values.filter(Number.isFinite);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${SPARK.width} ${SPARK.height}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("class", "measure-spark");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", this.room.say("measure_curve", { name: NAMES[by] }));
    if (known.length < 2) return svg;
    const top = by === "vmaf" ? 100 : by === "ssim" ? 1 : Math.max(...known);
    const low = Math.min(...known, top - 1e-6);
    const points = values.map((/** @type {number} */ value, /** @type {number} */ i) => {
      const x = (i / Math.max(1, values.length - 1)) * SPARK.width;
      const share = Number.isFinite(value) ? (value - low) / (top - low) : 1;
      return `${x.toFixed(1)},${(SPARK.height - 3 - share * (SPARK.height - 6)).toFixed(1)}`;
    });
    const line = document.createElementNS(SVG, "polyline");
    line.setAttribute("points", points.join(" "));
    svg.append(line);
    svg.addEventListener("click", (event) => {
      const box = svg.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      this.#goTo(curve.start_s + share * (curve.end_s - curve.start_s));
    });
    return svg;
  }

  /** @param {any} result */
  #worst({ worst, by }) {
    const { say } = this.room;
    const list = make("ol", "measure-worst", worst.map((/** @type {any} */ frame) => {
      const words = say("measure_frame", { time: clock(frame.time_s), frame: frame.frame });
      return make("li", "", [button(words, () => this.#goTo(frame.time_s), "link"), ` ${NAMES[by]} ${figure(by, frame[by])}`]);
    }));
    return make("div", "", [make("h3", "", say("measure_worst")), list]);
  }

  /** @param {any} result @returns {string} */
  #how({ frames, done }) {
    const { say } = this.room;
    const parts = [say("measure_how", { frames, rate: Math.round(done.rate * 1000) / 1000, size: done.size.join("×"), bits: done.bits })];
    if (done.scaled_from) parts.push(say("measure_scaled", { size: done.scaled_from.join("×") }));
    if (done.result_rate && Math.abs(done.result_rate / done.rate - 1) > 0.001) {
      parts.push(say("measure_rate", { result: Math.round(done.result_rate * 1000) / 1000 }));
    }
    if (done.shift) parts.push(say("measure_shift", { frames: done.shift }));
    return parts.join(" ");
  }

  /** @param {number} time_s */
  #goTo(time_s) {
    void this.room.port?.perform("pause").then(() => this.room.port?.perform("seek", { time_s })).catch(() => undefined);
  }
}

/** @param {string} name @param {number | string} value @returns {string} */
function figure(name, value) {
  if (value === "inf") return "∞";
  return Number(value).toFixed(name === "ssim" ? 4 : 2);
}
