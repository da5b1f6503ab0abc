/** Plays case after case, several at once, each in MediaSources of its own, and posts what happened. */

/** @typedef {{number: number, mime: string, init: [number, number], frames: number,
 *   has_video: boolean, duration_s: number,
 *   entries: {segment: number, offset: number, time_s: number}[]}} Case */

const OPEN_MS = 8_000;
const APPEND_MS = 8_000;
const METADATA_MS = 3_000;
const ERROR_MS = 400;
const STALL_MS = 2_000;
const SEEK_MS = 2_500;
const SETTLE_MS = 800;
const ENTRY_S = 0.6;
const MOST_FAILED_ENTRIES = 2;
const BEAT_MS = 1_000;

const asked = new URLSearchParams(location.search);
const parallel = Number(asked.get("parallel") ?? 1);
const rate = Number(asked.get("rate") ?? 4);
const settle_ms = Number(asked.get("settle_ms") ?? 0);

/** What an engine refuses, in its words. */
class Refusal extends Error {}

/** @param {() => boolean} isDone @param {number} limitMs @returns {Promise<boolean>} */
async function until(isDone, limitMs) {
  const end = performance.now() + limitMs;
  while (!isDone()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return true;
}

/** @param {TimeRanges} ranges */
function pairs(ranges) {
  return Array.from({ length: ranges.length }, (_, i) => [ranges.start(i), ranges.end(i)]);
}

/** @param {HTMLVideoElement} video @returns {string} "" when there is none */
function failure(video) {
  return video.error ? `${video.error.code}: ${video.error.message}` : "";
}

/** @param {unknown} error */
function told(error) {
  return error instanceof Error || error instanceof DOMException ? `${error.name}: ${error.message}` : String(error);
}

/** One video element with a MediaSource that got some bytes and then its end. */
class Stage {
  waits = 0;
  /** @type {number | null} */
  firstPicture_s = null;
  supported = true;
  /** @type {number[][]} */
  open = [];

  constructor() {
    this.video = document.createElement("video");
    this.video.muted = true;
    this.video.addEventListener("waiting", () => { if (!this.video.seeking) this.waits += 1; });
    document.body.append(this.video);
    this.source = new MediaSource();
    this.url = URL.createObjectURL(this.source);
    this.video.src = this.url;
  }

  /** @param {string} mime @param {Uint8Array} bytes */
  async fill(mime, bytes) {
    const opened = await until(() => this.source.readyState === "open", OPEN_MS);
    if (!opened) throw new Refusal("the MediaSource never opened");
    let buffer;
    try {
      buffer = this.source.addSourceBuffer(mime);
    } catch (error) {
      this.supported = false;
      throw error;
    }
    buffer.appendBuffer(bytes);
    if (!(await until(() => !buffer.updating || Boolean(this.video.error), APPEND_MS))) {
      throw new Refusal("the append never ended");
    }
    if (this.source.readyState !== "open") await until(() => Boolean(this.video.error), ERROR_MS);
    this.check();
    this.open = pairs(buffer.buffered);
    if (this.source.readyState === "open") this.source.endOfStream();
    await until(() => Boolean(this.video.error) || this.video.readyState >= 1, METADATA_MS);
    this.check();
  }

  check() {
    if (this.video.error) throw new Refusal(failure(this.video));
  }

  frames() {
    return this.video.getVideoPlaybackQuality().totalVideoFrames;
  }

  watchPictures() {
    this.video.requestVideoFrameCallback?.((_, data) => { this.firstPicture_s ??= data.mediaTime; });
  }

  /**
   * Play until something is so, it ended, nothing moves any more, or an error comes.
   *
   * @param {() => boolean} isDone
   * @param {number} limitMs
   */
  async play(isDone, limitMs) {
    const { video } = this;
    this.watchPictures();
    video.playbackRate = rate;
    video.play().catch(() => undefined);
    const end = performance.now() + limitMs;
    let [at, since] = [video.currentTime, performance.now()];
    const over = () => {
      const now = performance.now();
      if (video.currentTime !== at) [at, since] = [video.currentTime, now];
      return Boolean(video.error) || video.ended || isDone() || now - since > STALL_MS || now > end;
    };
    await until(over, limitMs + STALL_MS);
    this.check();
  }

  /** @param {HTMLVideoElement} video */
  static sound(video) {
    const bytes = /** @type {any} */ (video);
    return [bytes.webkitVideoDecodedByteCount ?? null, bytes.webkitAudioDecodedByteCount ?? null];
  }

  report() {
    const { video } = this;
    const [videoBytes, audioBytes] = Stage.sound(video);
    return {
      supported: this.supported,
      buffered: pairs(video.buffered),
      buffered_open: this.open,
      duration_s: Number.isFinite(video.duration) ? video.duration : null,
      ended: video.ended,
      time_s: video.currentTime,
      frames: this.frames(),
      waits: this.waits,
      ready_state: video.readyState,
      width: video.videoWidth,
      first_picture_s: this.firstPicture_s,
      video_bytes: videoBytes,
      audio_bytes: audioBytes,
    };
  }

  close() {
    this.video.removeAttribute("src");
    this.video.load();
    this.video.remove();
    URL.revokeObjectURL(this.url);
  }
}

/** @param {Case} item @param {Uint8Array} bytes */
async function linear(item, bytes) {
  const stage = new Stage();
  let error = "";
  try {
    await stage.fill(item.mime, bytes);
    const seconds = Number.isFinite(stage.video.duration) ? stage.video.duration : item.duration_s;
    await stage.play(() => false, 4_000 + 1_000 * seconds);
    await until(() => stage.frames() >= item.frames, SETTLE_MS);
    stage.check();
  } catch (caught) {
    error = caught instanceof Refusal ? caught.message : told(caught);
  }
  const report = { ...stage.report(), error };
  stage.close();
  return report;
}

/** @param {Case} item @param {Uint8Array} bytes @param {Case["entries"][number]} entry */
async function enter(item, bytes, entry) {
  const stage = new Stage();
  const { video } = stage;
  let error = "";
  let [seeked, advanced] = [false, false];
  try {
    const [offset, size] = item.init;
    const parts = new Uint8Array(size + bytes.length - entry.offset);
    parts.set(bytes.subarray(offset, offset + size));
    parts.set(bytes.subarray(entry.offset), size);
    await stage.fill(item.mime, parts);
    const begin = video.buffered.length ? video.buffered.start(0) : entry.time_s;
    const target = begin - entry.time_s > 0 && begin - entry.time_s < 0.1 ? begin : entry.time_s;
    stage.watchPictures();
    if (settle_ms) await new Promise((resolve) => setTimeout(resolve, settle_ms));
    video.currentTime = target;
    seeked = await until(() => Boolean(video.error) || (!video.seeking && video.readyState >= 2), SEEK_MS);
    stage.check();
    if (seeked) {
      await stage.play(() => video.currentTime > target + ENTRY_S, 6_000);
      advanced = video.ended || video.currentTime > target;
      await until(() => !item.has_video || stage.frames() > 0, SETTLE_MS);
      stage.check();
    }
  } catch (caught) {
    error = caught instanceof Refusal ? caught.message : told(caught);
  }
  const report = { segment: entry.segment, seeked, advanced, error, ...stage.report() };
  stage.close();
  return report;
}

/** @param {Case} item */
async function run(item) {
  const answer = await fetch(`file/${item.number}`, { cache: "no-store" });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const played = await linear(item, bytes);
  const entries = [];
  let failed = 0;
  for (const entry of played.supported ? item.entries : []) {
    const result = await enter(item, bytes, entry);
    entries.push(result);
    if (!result.seeked || result.error) failed += 1;
    if (failed >= MOST_FAILED_ENTRIES) break;
  }
  return { number: item.number, linear: played, entries };
}

/** @param {string} name @param {unknown} data */
async function post(name, data) {
  const answer = await fetch(name, { method: "POST", body: JSON.stringify(data) });
  return answer.json();
}

async function work() {
  for (;;) {
    /** @type {Case | null} */
    const item = await post("next", {});
    if (!item) return;
    let report;
    try {
      report = await run(item);
    } catch (error) {
      report = { number: item.number, failure: told(error) };
    }
    await post("report", report);
  }
}

setInterval(() => post("alive", {}).catch(() => undefined), BEAT_MS);
await Promise.all(Array.from({ length: parallel }, work));
