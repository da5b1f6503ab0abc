/** Player libraries of the user's own: which were found, what they take, and their page. */

/** @typedef {import("./room-context.js").RoomContext} RoomContext */
/** @typedef {{name: string, title: string, version: string, manifests: string[]}} Library */

const PASSED_ON = ["room", "lang", "theme"];

export class LibrariesPanel {
  #asked = false;

  /**
   * @param {HTMLElement} root
   * @param {RoomContext} room
   */
  constructor(root, room) {
    this.root = root;
    this.room = room;
    root.classList.add("libraries-panel");
    const heading = made("h2", "", room.say("librariesTitle"));
    this.lead = made("p", "libraries-lead");
    this.command = made("code", "libraries-command", "npm install hls.js shaka-player dashjs");
    this.command.hidden = true;
    this.list = made("ul", "libraries-list");
    this.message = made("p", "libraries-message");
    this.message.setAttribute("role", "status");
    const again = button(room.say("librariesAgain"), () => void this.#ask());
    root.append(heading, this.lead, this.command, this.list, again, this.message);
  }

  /** @param {boolean} is */
  shown(is) {
    if (!is || this.#asked) return;
    this.#asked = true;
    void this.#ask();
  }

  async #ask() {
    try {
      const { chosen, libraries } = await this.room.link.ask("libraries");
      this.message.textContent = "";
      this.#show(chosen, libraries);
    } catch (error) {
      this.message.textContent = /** @type {Error} */ (error).message;
    }
  }

  /** @param {boolean} chosen @param {Library[]} libraries */
  #show(chosen, libraries) {
    const key = libraries.length ? "librariesFound" : chosen ? "librariesEmpty" : "librariesNone";
    this.lead.textContent = this.room.say(key);
    this.command.hidden = libraries.length > 0;
    this.list.replaceChildren(...libraries.map((library) => this.#item(library)));
  }

  /** @param {Library} library */
  #item(library) {
    const item = document.createElement("li");
    const name = made("h3", "libraries-name", library.title);
    if (library.version) name.append(made("span", "quiet", library.version));
    item.append(name, ...this.#notes(library.name).map((key) => made("p", "", this.room.say(key))));
    for (const manifest of library.manifests) {
      const acts = made("div", "libraries-acts");
      acts.append(...this.#acts(library, manifest));
      item.append(acts);
    }
    return item;
  }

  /**
   * @param {Library} library
   * @param {string} manifest
   */
  #acts(library, manifest) {
    const { say, link, facts, query } = this.room;
    const form = manifest.startsWith("hls/") ? "HLS" : "DASH";
    const address = new URLSearchParams();
    for (const key of PASSED_ON) if (query.get(key)) address.set(key, query.get(key) ?? "");
    const { theme } = document.documentElement.dataset;
    if (theme) address.set("theme", theme);
    address.set("library", library.name);
    address.set("manifest", manifest);
    address.set("autoplay", "1");
    const here = made("a", "push", say("librariesHere", { form }));
    here.setAttribute("href", `library.html?${address}`);
    here.setAttribute("aria-label", `${library.title}: ${here.textContent}`);
    if (!facts.features.browser) return [here];
    const outside = button(say("librariesBrowser", { form }), async () => {
      try {
        await link.ask("open-library", { query: Object.fromEntries(address) });
        this.message.textContent = say("librariesOpened");
      } catch (error) {
        this.message.textContent = /** @type {Error} */ (error).message;
      }
    });
    outside.setAttribute("aria-label", `${library.title}: ${outside.textContent}`);
    return [here, outside];
  }

  /** What is known to stand in the way, before it is tried. @param {string} name @returns {string[]} */
  #notes(name) {
    const { facts } = this.room;
    const keys = [];
    if (!facts.fragmented || !facts.segments.length) keys.push("librariesUncut");
    if (name === "hls.js" && facts.family === "webm") keys.push("librariesNoWebm");
    const kinds = new Set(facts.tracks.map(({ kind }) => kind));
    if (name === "dashjs" && kinds.has("video") && kinds.has("audio")) keys.push("librariesTogether");
    if (!globalThis.MediaSource?.isTypeSupported(facts.mime)) keys.push("librariesUndecodable");
    return keys;
  }
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElement}
 */
function made(tag, className, text = "") {
  const found = document.createElement(tag);
  if (className) found.className = className;
  found.textContent = text;
  return found;
}

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const found = made("button", "push", text);
  found.setAttribute("type", "button");
  found.addEventListener("click", act);
  return found;
}
