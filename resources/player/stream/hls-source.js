/** A stream by its HLS playlists. */

import { MseError } from "../errors.js";
import { codecsOf } from "../strings.js";
import { isMaster, readMaster, readMedia } from "./hls-text.js";
import { renewed } from "./plan.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Rung} Rung */
/** @typedef {import("./plan.js").Piece} Piece */
/** @typedef {import("./plan.js").Source} Source */
/** @typedef {import("./hls-text.js").MediaList} MediaList */
/** @typedef {import("./stream-folder.js").StreamFolder} StreamFolder */

const MASTER = "hls/master.m3u8";
const LEAST_REFRESH_S = 0.25;
const MOST_REFRESH_S = 5;
const SOUND = /^(mp4a|opus|vorbis|flac|ac-3|ec-3|mp3)/i;

/** @implements {Source} */
export class HlsSource {
  /** Where each rung's playlist is. @type {Map<Rung, URL>} */
  #lists = new Map();
  /** Those that are read again and again. @type {Set<Rung>} */
  #used = new Set();
  /** @type {Plan} */
  #plan = { live: false, ended: false, duration_s: 0, refresh_s: 2, tracks: [] };

  /**
   * @param {StreamFolder} folder
   * @param {() => Promise<string>} askMime for a list that names no codecs
   * @param {string} [path] of the master playlist in the stream's folder
   */
  constructor(folder, askMime, path) {
    this.folder = folder;
    this.askMime = askMime;
    this.path = path || MASTER;
  }

  /** @returns {Promise<Plan>} */
  async open() {
    const url = this.folder.url(this.path);
    const text = await this.folder.text(url);
    if (!isMaster(text)) throw new MseError("list", "no master playlist");
    const master = readMaster(text);
    const { audio } = master.variants[0];
    const sound = master.sounds.filter(({ group }) => group === audio);
    const apart = sound.find(({ isDefault }) => isDefault) ?? sound[0];
    const rungs = master.variants.map((variant) => {
      const codecs = variant.codecs.split(",").map((codec) => codec.trim()).filter(Boolean);
      const own = apart ? codecs.filter((codec) => !SOUND.test(codec)) : codecs;
      return this.#rung(url, variant.uri, own, variant.rate_bps, variant.height);
    });
    const onlySound = codecsOf(rungs[0].mime).every((codec) => SOUND.test(codec)) && rungs[0].mime !== "";
    this.#plan.tracks.push({ kind: apart ? "video" : onlySound ? "audio" : "both", rungs });
    if (apart) {
      const codecs = master.variants[0].codecs.split(",").map((codec) => codec.trim()).filter((codec) => SOUND.test(codec));
      this.#plan.tracks.push({ kind: "audio", rungs: [this.#rung(url, apart.uri, codecs, 0, 0)] });
    }
    for (const track of this.#plan.tracks) await this.prepare(track.rungs[0]);
    await this.#nameTypes();
    return this.#plan;
  }

  /** Read the lists in use again. */
  async refresh() {
    for (const rung of this.#used) await this.#read(rung);
  }

  /** @param {Rung} rung */
  async prepare(rung) {
    if (this.#used.has(rung) && (rung.pieces.length || this.#plan.live)) return;
    this.#used.add(rung);
    await this.#read(rung);
  }

  /**
   * @param {URL} from
   * @param {string} uri
   * @param {string[]} codecs
   * @param {number} rate_bps
   * @param {number} height
   * @returns {Rung}
   */
  #rung(from, uri, codecs, rate_bps, height) {
    const url = this.folder.url(uri, from);
    const name = height ? `${height}p` : rate_bps ? `${Math.round(rate_bps / 1000)} kbit/s` : "";
    const kind = codecs.length && codecs.every((codec) => SOUND.test(codec)) ? "audio" : "video";
    const mime = codecs.length ? `${kind}/mp4; codecs="${codecs.join(", ")}"` : "";
    /** @type {Rung} */
    const rung = { name, mime, rate_bps, height, timed: false, pieces: [] };
    this.#lists.set(rung, url);
    return rung;
  }

  /** Types as the files' names say; where a list names no codecs, the stream is asked. */
  async #nameTypes() {
    for (const { rungs } of this.#plan.tracks) {
      const first = rungs[0].pieces[0];
      for (const rung of rungs) {
        if (!rung.mime) rung.mime = await this.askMime();
        if (first?.init.url.pathname.endsWith(".webm")) rung.mime = rung.mime.replace("/mp4", "/webm");
      }
    }
  }

  /** @param {Rung} rung */
  async #read(rung) {
    const url = /** @type {URL} */ (this.#lists.get(rung));
    const list = readMedia(await this.folder.text(url));
    rung.pieces = renewed(rung.pieces, this.#pieces(list, url));
    const plan = this.#plan;
    plan.ended = list.ended;
    if (!list.ended) plan.live = true;
    if (!plan.live) plan.duration_s = Math.max(plan.duration_s, list.entries.reduce((sum, { duration_s }) => sum + duration_s, 0));
    const length_s = Math.min(list.target_s, rung.pieces.at(-1)?.duration_s ?? list.target_s);
    plan.refresh_s = Math.min(Math.max(length_s / 2, LEAST_REFRESH_S), MOST_REFRESH_S);
  }

  /** @param {MediaList} list @param {URL} url @returns {Piece[]} */
  #pieces(list, url) {
    let start_s = 0;
    /** @type {Map<string, URL>} */
    const known = new Map();
    /** @param {string} uri */
    const at = (uri) => {
      const found = known.get(uri) ?? this.folder.url(uri, url);
      known.set(uri, found);
      return found;
    };
    return list.entries.map(({ number, duration_s, run, missing, media, map }) => {
      if (!map) throw new MseError("list", "a playlist without EXT-X-MAP");
      const piece = {
        number, start_s, duration_s, run, missing, offset_s: 0,
        place: { url: at(media.uri), range: media.range }, init: { url: at(map.uri), range: map.range },
      };
      start_s += duration_s;
      return piece;
    });
  }
}
