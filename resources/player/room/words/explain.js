/** Why an operation was refused: keys are those of `OperationError.why`. */

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = { en: {}, zh: {}, ru: {} };
