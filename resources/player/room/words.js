/** The room's words: each module brings its own, in every language. */

/** @typedef {Record<string, Record<string, string>>} WordsByLanguage language, then key */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

export const LANGUAGES = ["en", "zh", "ru"];
const PSEUDO = "pseudo";

/**
 * @param {string | null} language `en`, `zh_CN`, `ru` ...; `pseudo` makes every text long
 * @param {WordsByLanguage[]} modules
 * @returns {Translate} a missing word falls back to English, an unknown key to itself
 */
export function roomTranslator(language, modules) {
  const name = (language ?? "en").toLowerCase().split(/[-_]/)[0];
  const english = Object.assign({}, ...modules.map((words) => words.en));
  const chosen = Object.assign({}, ...modules.map((words) => words[name] ?? {}));
  return (key, values = {}) => {
    const text = chosen[key] ?? english[key] ?? key;
    const filled = text.replace(/\{(\w+)\}/g, (whole, hole) => String(values[hole] ?? whole));
    return name === PSEUDO ? lengthened(filled) : filled;
  };
}

/** @param {string} text @returns {string} a third longer, with accents, in brackets */
function lengthened(text) {
  const accents = /** @type {Record<string, string>} */ ({ a: "å", e: "é", i: "ï", o: "ø", u: "ü", n: "ñ", c: "ç" });
  const odd = text.replace(/[aeiounc]/g, (letter) => accents[letter]);
  return `[${odd}${" ·".repeat(Math.ceil(text.length / 6))}]`;
}
