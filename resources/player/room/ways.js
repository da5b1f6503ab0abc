/** How a picture comes about: in this engine, in another browser, or converted. */

import { isSupported } from "../managed-source.js";
import { thisEngine } from "./engine-name.js";
import { LocalPort } from "./local-port.js";
import { RemotePort } from "./remote-port.js";
import { ScreencastView } from "./screencast.js";
import { Stage } from "./stage.js";
import { WayNotice } from "./ways-notice.js";
import { ORDER, bestWay, chancesOf, hindrance, reasonOf } from "./ways-rules.js";

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {import("./screencast.js").CastState} CastState */
/** @typedef {import("./ways-rules.js").Way} Way */
/** @typedef {import("./ways-rules.js").Refusal} Refusal */

/**
 * @typedef {object} WayStatus
 * @property {Way} way
 * @property {"starting" | "playing"} state
 * @property {string} engine that plays, in words
 * @property {string} why key of a sentence, "" for none
 * @property {string} detail technical, of what went wrong
 * @property {boolean} chosen by the user
 */

/** After it has changed there is the event `way` at the room. */
export class Ways {
  /** @type {WayStatus} */
  status = { way: "none", state: "starting", engine: "", why: "", detail: "", chosen: false };
  /** @type {Refusal[]} */
  #refused = [];
  /** @type {Stage | null} */
  #stage = null;
  /** @type {ScreencastView | null} */
  #view = null;
  #detail = "";

  /**
   * @param {RoomContext} room
   * @param {HTMLElement} picture
   */
  constructor(room, picture) {
    this.room = room;
    this.picture = picture;
    this.chances = chancesOf(room.facts, isSupported(room.facts.mime));
    this.notice = new WayNotice(picture, room);
    room.ways = this;
  }

  /** Ways to choose from, with why not. @returns {{way: Way, hindrance: string}[]} */
  get choices() {
    return ORDER.map((way) => ({ way, hindrance: hindrance(way, this.chances) }));
  }

  /**
   * The best way, or the one that the address asks for; none where the window shows this room
   * in the system's own web view instead.
   *
   * @returns {Promise<void>}
   */
  async begin() {
    if (this.room.query.get("system") === "1" && !this.chances.local) return;
    const asked = /** @type {Way} */ (this.room.query.get("way"));
    if (ORDER.includes(asked) && !hindrance(asked, this.chances)) await this.#enter(asked, { chosen: true });
    else await this.#best();
    if (this.room.query.get("autoplay") === "1") await this.room.port?.perform("play").catch(() => undefined); // the state tells
  }

  /** The user's own choice; time and playing stay as they are. @param {Way} way @returns {Promise<void>} */
  async choose(way) {
    this.#refused = [];
    this.#detail = "";
    await this.#keepingPlace(() => this.#enter(way, { chosen: bestWay(this.chances).way !== way }));
  }

  async #best() {
    const { way, refusals } = bestWay(this.chances, this.#refused);
    await this.#enter(way, { why: reasonOf(way, refusals) });
  }

  /**
   * @param {Way} way
   * @param {{why?: string, chosen?: boolean}} reason
   * @returns {Promise<void>}
   */
  async #enter(way, { why = "", chosen = false }) {
    this.#leave();
    const state = way === "cast" ? "starting" : "playing";
    const engine = way === "cast" ? this.chances.browsers[0] : thisEngine();
    this.#say({ way, state, engine, why, detail: this.#detail, chosen });
    if (way === "cast") await this.#cast();
    else if (way !== "none") await this.#play(way);
  }

  /** @param {"local" | "proxy"} way */
  async #play(way) {
    const stage = new Stage(this.picture, new URL(way === "local" ? "media/" : "proxy/", this.room.base));
    this.#stage = stage;
    this.room.use(new LocalPort(stage));
    await stage.machine.open().catch(() => undefined); // the state tells
  }

  async #cast() {
    const { link } = this.room;
    const port = new RemotePort(link);
    const view = new ScreencastView(this.picture, link, port.events, this.room.say("banner_picture_of", { engine: this.status.engine }));
    this.#view = view;
    view.addEventListener("state", (event) => this.#onCast(view, /** @type {CustomEvent<CastState>} */ (event).detail));
    link.addEventListener("lost", () => this.#onLost(view), { once: true });
    this.room.use(port);
    try {
      this.#onCast(view, await view.start());
    } catch (error) {
      if (link.isOpen) this.#onCast(view, { state: "failed", title: "", detail: String(error) });
    }
  }

  /** The server lets the browser go when its page does; so begin anew. @param {ScreencastView} view */
  #onLost(view) {
    const again = () => {
      const { why, chosen } = this.status;
      if (view === this.#view) void this.#keepingPlace(() => this.#enter("cast", { why, chosen }));
    };
    this.room.link.addEventListener("open", again, { once: true });
  }

  /**
   * @param {ScreencastView} view that it is about; an earlier one has nothing to say any more
   * @param {CastState} told
   */
  #onCast(view, { state, title, detail }) {
    if (view !== this.#view) return;
    if (state === "starting" && this.status.state !== state) this.#say({ ...this.status, state });
    if (state === "playing") this.#say({ ...this.status, state, engine: title });
    if (state !== "ended" && state !== "failed") return;
    const why = state === "ended" ? "browserEnded" : detail === "unsupported" ? "browserCannotDecode" : "browserFailed";
    this.#refused = [{ way: "cast", why }];
    this.#detail = detail === "unsupported" ? "" : detail;
    void this.#keepingPlace(() => this.#best());
  }

  /** @param {() => Promise<void>} change */
  async #keepingPlace(change) {
    const { time_s, paused, rate, volume, muted } = this.room.state;
    await change();
    const { port } = this.room;
    if (!port || this.status.way === "none") return;
    const again = [port.perform("volume", { value: volume }), port.perform("mute", { on: muted })];
    if (rate !== 1) again.push(port.perform("rate", { value: rate }));
    if (time_s > 0) again.push(port.perform("seek", { time_s }));
    if (!paused) again.push(port.perform("play"));
    await Promise.allSettled(again);
  }

  #leave() {
    this.room.port?.close();
    this.#view?.close();
    this.#view = null;
    this.#stage?.close();
    this.#stage = null;
  }

  /** @param {WayStatus} status */
  #say(status) {
    this.status = status;
    this.notice.show(status, this.#view);
    this.room.dispatchEvent(new Event("way"));
  }
}
