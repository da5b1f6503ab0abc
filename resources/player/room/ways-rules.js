/** Which way leads to a picture, and why not the better ones. Pure rules. */

/**
 * @typedef {"local" | "cast" | "proxy" | "none"} Way `local`: this page's engine; `cast`: another
 *   browser, filmed; `proxy`: a converted picture
 *
 * @typedef {object} Chances
 * @property {boolean} fragmented
 * @property {boolean} local this engine can decode the type
 * @property {string[]} browsers that can be cast from, by name
 * @property {boolean} proxy it can be converted
 *
 * @typedef {object} Refusal
 * @property {Way} way
 * @property {string} why key of a word: `unfragmented`, `cannotDecode`, `noBrowser`,
 *   `browserCannotDecode`, `browserFailed`, `browserEnded`, `noProxy`, `chosen`
 */

/** @type {readonly Way[]} */
export const ORDER = ["local", "cast", "proxy"];

/**
 * @param {import("./room-context.js").Facts} facts
 * @param {boolean} supported what the engine said of the type
 * @returns {Chances}
 */
export function chancesOf(facts, supported) {
  const { cast, proxy } = facts.features ?? {};
  return {
    fragmented: facts.fragmented !== false,
    local: supported,
    browsers: (Array.isArray(cast) ? cast : []).map(({ title }) => title),
    proxy: Boolean(proxy),
  };
}

/**
 * @param {Way} way
 * @param {Chances} chances
 * @returns {string} why not, a key; "" when it can be tried
 */
export function hindrance(way, chances) {
  if (way === "proxy") return chances.proxy ? "" : "noProxy";
  if (!chances.fragmented) return "unfragmented";
  if (way === "local") return chances.local ? "" : "cannotDecode";
  return chances.browsers.length ? "" : "noBrowser";
}

/**
 * @param {Chances} chances
 * @param {Refusal[]} refused ways that were tried, with what they said
 * @returns {{way: Way, refusals: Refusal[]}} the best that is left, and why not the better ones
 */
export function bestWay(chances, refused = []) {
  /** @type {Refusal[]} */
  const refusals = [];
  for (const way of ORDER) {
    const why = refused.find((refusal) => refusal.way === way)?.why ?? hindrance(way, chances);
    if (!why) return { way, refusals };
    refusals.push({ way, why });
  }
  return { way: "none", refusals };
}

/**
 * One reason says it: a type that this engine does not know is told with the browser's outcome.
 *
 * @param {Way} way
 * @param {Refusal[]} refusals
 * @returns {string} key of a sentence, "" when there is nothing to say
 */
export function reasonOf(way, refusals) {
  const [local, cast] = ["local", "cast"].map((name) => refusals.find((refusal) => refusal.way === name)?.why ?? "");
  if (way === "local") return "";
  if (local === "unfragmented") return "unfragmented";
  if (way === "cast") return local;
  return cast || local;
}
