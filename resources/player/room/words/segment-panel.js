/** Words of `../segment-panel.js`. */

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = { en: {}, zh: {}, ru: {} };
