/**
 * The page of the chunk protocol: appends chunk 0, 1, 2 ... to one SourceBuffer, and seeks by
 * jumping to a chunk. Served as `page` in a stream's folder; its addresses count from there.
 */

const AHEAD_S = 30;
const BEHIND_S = 30;
const LANDING_S = 0.5;

/** @type {Record<string, Record<string, string>>} */
const WORDS = {
  en: {
    chunk: "Chunk", unsupported: "This browser cannot play {mime}.",
    noSource: "This browser has no Media Source Extensions.",
    unanswered: "The server does not answer.", broken: "Playback stopped: {reason}",
    whole: "All chunks are here.",
  },
  zh: {
    chunk: "分块", unsupported: "此浏览器无法播放 {mime}。",
    noSource: "此浏览器没有 Media Source Extensions。",
    unanswered: "服务器没有应答。", broken: "播放已停止：{reason}",
    whole: "所有分块均已到达。",
  },
  ru: {
    chunk: "Фрагмент", unsupported: "Этот браузер не воспроизводит {mime}.",
    noSource: "В этом браузере нет Media Source Extensions.",
    unanswered: "Сервер не отвечает.", broken: "Воспроизведение остановилось: {reason}",
    whole: "Все фрагменты получены.",
  },
};

const query = new URLSearchParams(location.search);
const language = (query.get("lang") ?? navigator.language ?? "en").slice(0, 2).toLowerCase();
const words = WORDS[language] ?? WORDS.en;
const viewer = query.has("viewer") ? `?viewer=${encodeURIComponent(query.get("viewer") ?? "")}` : "";

const video = /** @type {HTMLVideoElement} */ (document.getElementById("video"));
const slider = /** @type {HTMLInputElement} */ (document.getElementById("chunk"));
const number = /** @type {HTMLOutputElement} */ (document.getElementById("number"));
const story = /** @type {HTMLElement} */ (document.getElementById("story"));

/** @param {string} text @param {boolean} [isBad] */
function tell(text, isBad = false) {
  story.textContent = text;
  story.classList.toggle("bad", isBad);
}

/** An answer that was refused: its message is the server's sentence. */
class Refusal extends Error {}

/** @param {string} path @param {RequestInit} [options] @returns {Promise<Response>} */
async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Refusal(await answer.text() || `${answer.status}`);
  return answer;
}

/** @param {number} current @returns {Promise<ArrayBuffer>} the bytes of a chunk */
async function chunk(current) {
  const answer = await ask(`page/video${viewer}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ current }),
  });
  return answer.arrayBuffer();
}

/** @param {{start_s: number, keyframe: boolean}[]} segments @returns {number[]} where chunks begin */
function beginnings(segments) {
  return segments.filter((one, place) => place === 0 || one.keyframe).map((one) => one.start_s);
}

/** Appends one chunk after the other, always only one operation at a time. */
class Feeder {
  /** The chunk to be appended next. */
  next = 0;
  #running = false;
  #joined = false;

  /**
   * @param {MediaSource} source
   * @param {SourceBuffer} buffer
   * @param {number[]} starts where each chunk begins, in s
   * @param {number} length_s of the whole, where the init segment does not tell it
   */
  constructor(source, buffer, starts, length_s) {
    this.length_s = length_s;
    this.source = source;
    this.buffer = buffer;
    this.starts = starts;
  }

  /** Append what is missing ahead of the playhead. */
  async feed() {
    if (this.#running) return;
    this.#running = true;
    try {
      while (await this.#step());
    } catch (error) {
      const reason = error instanceof TypeError ? words.unanswered : String(/** @type {Error} */ (error).message);
      tell(words.broken.replace("{reason}", reason), true);
    } finally {
      this.#running = false;
    }
  }

  /** @param {number} current go on with this chunk, and play from its beginning */
  jump(current) {
    video.currentTime = this.starts[current] + 0.001;
  }

  /** The viewer went elsewhere: go on with the chunk that is there. */
  seek() {
    if (!this.#holds(video.currentTime)) {
      const after = this.starts.findIndex((start) => start > video.currentTime);
      this.next = Math.max(0, (after < 0 ? this.starts.length : after) - 1);
    }
    this.feed();
  }

  /** @returns {Promise<boolean>} whether there may be more to do */
  async #step() {
    if (this.next >= this.starts.length) return this.#end();
    if (this.#joined && this.starts[this.next] > video.currentTime + AHEAD_S) return false;
    const current = this.#joined ? this.next : 0;
    const data = await chunk(current);
    await this.#evict();
    await this.#done(() => this.buffer.appendBuffer(data));
    this.#land();
    if (!this.#joined) {
      this.#joined = true;
      if (!Number.isFinite(this.source.duration)) this.source.duration = this.length_s;
      this.next = Math.max(this.next, 1);
    } else if (this.next === current) {
      this.next = current + 1;
    }
    if (this.next < this.starts.length) tell("");
    return true;
  }

  async #evict() {
    const until = video.currentTime - BEHIND_S;
    const { buffered } = this.buffer;
    if (until > 0 && buffered.length && buffered.start(0) < until) {
      await this.#done(() => this.buffer.remove(0, until));
    }
  }

  /** Begin where the chunk does: its sound may come a little after its first picture. */
  #land() {
    const time_s = video.currentTime;
    const { buffered } = this.buffer;
    if (this.#holds(time_s)) return;
    for (let n = 0; n < buffered.length; n += 1) {
      const ahead = buffered.start(n) - time_s;
      if (ahead > 0 && ahead < LANDING_S) video.currentTime = buffered.start(n);
    }
  }

  #end() {
    if (this.source.readyState === "open") this.source.endOfStream();
    tell(words.whole);
    return false;
  }

  /** @param {() => void} act @returns {Promise<void>} when the SourceBuffer has done it */
  #done(act) {
    return new Promise((resolve, reject) => {
      const { buffer } = this;
      const ended = () => {
        buffer.removeEventListener("updateend", ended);
        if (video.error) reject(new Error(video.error.message));
        else resolve();
      };
      buffer.addEventListener("updateend", ended);
      try {
        act();
      } catch (error) {
        buffer.removeEventListener("updateend", ended);
        reject(error);
      }
    });
  }

  /** @param {number} time_s */
  #holds(time_s) {
    const { buffered } = this.buffer;
    for (let n = 0; n < buffered.length; n += 1) {
      if (buffered.start(n) <= time_s && time_s < buffered.end(n)) return true;
    }
    return false;
  }
}

/** @param {Feeder} feeder */
function join(feeder) {
  const last = feeder.starts.length - 1;
  slider.max = `${last}`;
  slider.disabled = false;
  const show = () => {
    const after = feeder.starts.findIndex((start) => start > video.currentTime);
    slider.value = `${Math.max(0, (after < 0 ? last + 1 : after) - 1)}`;
    number.value = `${slider.value} / ${last}`;
  };
  slider.addEventListener("input", () => feeder.jump(Number(slider.value)));
  video.addEventListener("seeking", () => feeder.seek());
  video.addEventListener("timeupdate", () => { show(); feeder.feed(); });
  video.addEventListener("error", () => {
    tell(words.broken.replace("{reason}", video.error?.message ?? ""), true);
  });
  show();
}

/** @returns {Promise<string | null>} a sentence when it cannot begin */
async function begin() {
  if (!("MediaSource" in window)) return words.noSource;
  const index = await (await ask("index.json")).json();
  const { segments } = await (await ask(`page/video/segment${viewer}`)).json();
  const starts = beginnings(index.segments);
  if (starts.length !== segments) return words.unanswered;
  if (!MediaSource.isTypeSupported(index.mime)) return words.unsupported.replace("{mime}", index.mime);
  const source = new MediaSource();
  video.src = URL.createObjectURL(source);
  await new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
  const feeder = new Feeder(source, source.addSourceBuffer(index.mime), starts, index.duration_s);
  join(feeder);
  feeder.feed();
  if (query.get("autoplay") === "1") {
    video.muted = true;
    video.play().catch(() => {});
  }
  return null;
}

document.documentElement.lang = language in WORDS ? language : "en";
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
/** @type {HTMLElement} */ (document.getElementById("label")).textContent = words.chunk;
begin().then(
  (problem) => { if (problem) tell(problem, true); },
  (error) => tell(error instanceof Refusal && error.message ? error.message : words.unanswered, true),
);
