/** A page on which a library of the user's own plays the file, as on a real site. */

import { LibraryWatch } from "./library-watch.js";
import { PLAYERS } from "./library-players.js";
import { Link } from "./link.js";
import { WORDS } from "./words/libraries-panel.js";
import { roomTranslator } from "./words.js";

/** @typedef {import("./words.js").Translate} Translate */

const query = new URLSearchParams(location.search);
const say = roomTranslator(query.get("lang"), [WORDS]);
const base = new URL(`../../rooms/${query.get("room")}/`, location.href);

async function main() {
  dress();
  const link = new Link(base, "ui");
  const name = query.get("library") ?? "";
  const watch = new LibraryWatch(byId("library-picture"), byId("library-told"), say);
  Object.assign(window, { studioLibrary: watch });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    const detail = [effectiveDirective, blockedURI, sample].filter(Boolean).join(" ");
    watch.hear({ fatal: false, name: say("libraryBlocked"), detail, reason: "" });
  });
  try {
    const [facts, { libraries }] = await Promise.all([factsOf(), link.ask("libraries")]);
    const library = libraries.find((/** @type {any} */ one) => one.name === name);
    header(library ? `${library.title} ${library.version}`.trim() : name, facts, link);
    if (!library) throw new Error(say("libraryGone", { name }));
    await load(new URL(`libraries/${name}.js`, base));
    const manifest = query.get("manifest") ?? library.manifests[0];
    watch.begin(PLAYERS[name], new URL(`libraries/${manifest}`, base).href, query.get("autoplay") === "1");
  } catch (error) {
    watch.fail(/** @type {Error} */ (error));
  }
}

/** Language and colours, before anything is drawn. */
function dress() {
  document.documentElement.lang = (query.get("lang") ?? "en").replace("_", "-");
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

async function factsOf() {
  return (await fetch(new URL("facts.json", base), { cache: "no-store" })).json();
}

/**
 * @param {string} title
 * @param {import("./room-context.js").Facts} facts
 * @param {Link} link
 */
function header(title, facts, link) {
  document.title = `${title} · ${facts.name}`;
  const back = document.createElement("a");
  const others = new URLSearchParams(query);
  for (const own of ["library", "manifest", "autoplay"]) others.delete(own);
  back.href = `index.html?${others}`;
  back.className = "push";
  back.textContent = say("libraryBack");
  const heading = document.createElement("h1");
  heading.textContent = title;
  const file = document.createElement("span");
  file.className = "quiet";
  file.textContent = facts.name;
  const head = byId("library-head");
  head.append(back, heading, file);
  if (facts.features.browser) head.append(browserButton(link));
}

/** @param {Link} link */
function browserButton(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "push";
  button.textContent = say("libraryBrowser");
  button.addEventListener("click", () => {
    void link.ask("open-library", { query: Object.fromEntries(query) });
  });
  return button;
}

/** @param {URL} url of a script @returns {Promise<void>} */
function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url.href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(say("libraryUnread")));
    document.head.append(script);
  });
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

void main();
