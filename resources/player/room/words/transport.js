/** Words of `../transport.js`. */

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = { en: {}, zh: {}, ru: {} };
