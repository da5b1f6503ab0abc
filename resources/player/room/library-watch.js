/** Watches a library at work: does it play, what has it buffered, what does it say. */

import { elementReason } from "./library-reasons.js";

/** @typedef {import("./library-players.js").Said} Said */
/** @typedef {import("./library-players.js").Begin} Begin */
/** @typedef {"loading" | "ready" | "plays" | "waits" | "ended" | "failed"} State */

const EVERY_MS = 250;
const MOST_SAID = 200;
const LATE_S = 12;
const PLAYED_S = 0.2;

export class LibraryWatch {
  /** @type {State} */
  state = "loading";
  /** What the library said, the latest last. @type {Said[]} */
  said = [];
  /** By the library's own account. */
  version = "";
  #begun = performance.now();
  #moved = 0;
  #last = 0;
  #gaveUp = false;

  /**
   * @param {HTMLElement} stage
   * @param {HTMLElement} root of what is told
   * @param {import("./words.js").Translate} say
   */
  constructor(stage, root, say) {
    this.say = say;
    this.video = document.createElement("video");
    this.video.controls = true;
    this.video.playsInline = true;
    stage.append(this.video);
    this.line = element("p", "library-state", { role: "status" });
    this.figures = element("p", "library-figures quiet");
    const heading = element("h2", "");
    heading.textContent = say("librarySaid");
    this.list = element("ol", "library-said");
    this.none = element("p", "quiet");
    this.none.textContent = say("librarySaidNothing");
    root.append(this.line, this.figures, heading, this.none, this.list);
    this.video.addEventListener("error", () => this.#hearVideo());
    setInterval(() => this.#look(), EVERY_MS);
    this.#show();
  }

  /**
   * @param {Begin | undefined} begin
   * @param {string} url of the manifest
   * @param {boolean} plays at once
   */
  async begin(begin, url, plays) {
    try {
      if (!begin) throw new Error(this.say("libraryUnknown"));
      const running = await begin(this.video, url, (said) => this.hear(said));
      this.version = running.version;
      addEventListener("pagehide", () => void running.end());
      if (plays) this.video.addEventListener("canplay", () => void this.#play(), { once: true });
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Said} said */
  hear(said) {
    this.said.push(said);
    if (this.said.length > MOST_SAID) this.said.shift();
    const item = element("li", said.fatal ? "danger" : "");
    const words = element("strong", "");
    const plain = said.reason ? this.say(`libraryWhy_${said.reason}`) : this.say("libraryWhy");
    words.textContent = said.fatal && !said.byElement ? `${plain} ${this.say("libraryFatal")}` : plain;
    const detail = element("div", "mono");
    detail.textContent = withoutSecret([said.name, said.detail].filter(Boolean).join("\n"));
    item.append(words, detail);
    this.list.append(item);
    while (this.list.children.length > MOST_SAID) this.list.firstElementChild?.remove();
    this.#gaveUp ||= said.fatal;
    this.#look();
  }

  /** @param {Error} error what kept the library from beginning */
  fail(error) {
    this.hear({ fatal: true, name: error.name, detail: error.message, reason: "" });
  }

  /** Sound that may not begin without a gesture begins muted. */
  async #play() {
    try {
      await this.video.play();
    } catch {
      this.video.muted = true;
      await this.video.play().catch((error) => this.hear({ fatal: false, name: error.name, detail: error.message, reason: "" }));
    }
  }

  #hearVideo() {
    const { error } = this.video;
    if (!error) return;
    const name = `HTMLMediaElement.error ${error.code}`;
    this.hear({ fatal: true, name, detail: error.message, reason: elementReason(error.code), byElement: true });
  }

  #look() {
    const { video } = this;
    const step = video.currentTime - this.#last;
    if (step > 0 && step < 2 && !video.seeking) this.#moved += step;
    this.#last = video.currentTime;
    this.state = this.#judged(step > 0);
    this.#show();
  }

  /** @param {boolean} moves @returns {State} */
  #judged(moves) {
    const { video } = this;
    if (this.#gaveUp) return "failed";
    if (video.ended) return "ended";
    if (!video.paused && moves && this.#moved > PLAYED_S) return "plays";
    if (video.readyState >= 3) return video.paused ? "ready" : this.state === "plays" ? "plays" : "waits";
    return this.#moved > 0 ? "waits" : "loading";
  }

  #show() {
    const late = this.state === "loading" && performance.now() - this.#begun > LATE_S * 1000;
    const text = this.say(late ? "library_late" : `library_${this.state}`, { seconds: LATE_S });
    if (this.line.textContent !== text) this.line.textContent = text;
    this.line.classList.toggle("danger", this.state === "failed" || late);
    this.none.hidden = this.said.length > 0;
    this.video.controls = this.state !== "failed" || this.video.readyState > 0;
    this.figures.textContent = this.say("libraryFigures", figuresOf(this.video));
  }
}

/** The address of this server is a secret of this run. @param {string} text @returns {string} */
function withoutSecret(text) {
  return text.replaceAll(new URL("../..", location.href).href, "…/");
}

/** @param {HTMLVideoElement} video @returns {Record<string, string | number>} */
function figuresOf(video) {
  const ranges = [];
  for (let n = 0; n < video.buffered.length; n += 1) {
    ranges.push(`${video.buffered.start(n).toFixed(2)}–${video.buffered.end(n).toFixed(2)}`);
  }
  const quality = video.getVideoPlaybackQuality?.();
  return {
    time: video.currentTime.toFixed(2),
    duration: Number.isFinite(video.duration) ? video.duration.toFixed(2) : "–",
    ranges: ranges.join(", ") || "–",
    frames: quality?.totalVideoFrames ?? 0,
    dropped: quality?.droppedVideoFrames ?? 0,
  };
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement}
 */
function element(tag, className, attributes = {}) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
