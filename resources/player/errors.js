/**
 * Errors of the player, all of one shape.
 *
 * Codes: `unsupported-type`, `sourceopen-timeout`, `source-buffer`, `append`,
 * `append-timeout`, `append-refused`, `quota`, `remove`, `network`, `file-changed`,
 * `file-gone`, `no-ranges`, `media`, `no-metadata`, `stalled`, `play-refused`, `internal`.
 */

/** @typedef {{code: string, detail: string, data: Record<string, unknown>}} ErrorReport */

export class MseError extends Error {
  /**
   * @param {string} code one of the codes above
   * @param {string} detail the engine's own words, or ours where it has none
   * @param {Record<string, unknown>} [data] documented where the code is thrown
   */
  constructor(code, detail, data = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.data = data;
  }

  /** @returns {ErrorReport} */
  toReport() {
    return { code: this.code, detail: this.detail, data: this.data };
  }
}

/**
 * @param {unknown} error
 * @returns {MseError} the error itself, or `internal` around anything else
 */
export function asMseError(error) {
  if (error instanceof MseError) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new MseError("internal", text);
}

/**
 * @param {HTMLMediaElement} video
 * @returns {MseError | null} what the element itself complains of; data: `number`
 */
export function mediaError(video) {
  if (video.error === null) return null;
  const names = ["", "aborted", "network", "decode", "source not supported"];
  const detail = video.error.message || names[video.error.code] || "unknown";
  return new MseError("media", detail, { number: video.error.code });
}
