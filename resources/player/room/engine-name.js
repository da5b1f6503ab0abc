/** What this page runs in, in words. */

/** @typedef {{brand: string, version: string}} Brand */

/** Brands that are not told apart, or are made up (`Not A;Brand`). */
const EMPTY = /not.a.brand|not.*brand/i;
const KNOWN = /** @type {[RegExp, string][]} */ ([
  [/\bEdg\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/\bFirefox\/(\d+)/, "Firefox"],
  [/\b(?:Headless)?Chrome\/(\d+)/, "Chromium"],
  [/\bVersion\/(\d+).*\bSafari\//, "Safari"],
]);

/**
 * @param {string} agent `navigator.userAgent`
 * @param {Brand[]} [brands] `navigator.userAgentData.brands`, where there are any
 * @returns {string} such as `Firefox 153` or `Qt WebEngine (Chromium 140)`
 */
export function engineName(agent, brands = []) {
  const chromium = /\bChrome\/(\d+)/.exec(agent);
  if (/\bQtWebEngine\//.test(agent)) return `Qt WebEngine (Chromium ${chromium?.[1] ?? "?"})`;
  const own = brands.find(({ brand }) => !EMPTY.test(brand) && !/^(Headless)?(Chromium|Chrome)$/.test(brand));
  if (own) return `${own.brand} ${own.version}`;
  for (const [pattern, name] of KNOWN) {
    const found = pattern.exec(agent);
    if (found) return `${name} ${found[1]}`;
  }
  return /AppleWebKit/.test(agent) ? "WebKit" : "";
}

/** @returns {string} */
export function thisEngine() {
  const { userAgentData } = /** @type {any} */ (navigator);
  return engineName(navigator.userAgent, userAgentData?.brands ?? []);
}
