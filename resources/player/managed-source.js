/** MediaSource, or what an iPhone has in its place: ManagedMediaSource. */

import { MseError } from "./errors.js";

const OPEN_LIMIT_MS = 8_000;

/** @returns {typeof MediaSource | null} null where there is neither */
export function sourceClass() {
  const known = /** @type {any} */ (globalThis);
  return known.MediaSource ?? known.ManagedMediaSource ?? null;
}

/**
 * @param {string} mime
 * @returns {boolean}
 */
export function isSupported(mime) {
  return sourceClass()?.isTypeSupported(mime) ?? false;
}

/** @returns {boolean} whether a SourceBuffer here can be given another type */
export function canChangeType() {
  return typeof globalThis.SourceBuffer === "function" && "changeType" in SourceBuffer.prototype;
}

/**
 * Put a new source into an element. A managed one opens only where playing elsewhere is
 * ruled out. Source: WebKit blog, "Explore media formats for the web", 2023.
 *
 * @param {HTMLMediaElement} video
 * @param {(source: MediaSource, url: string) => void} [onCreated] called before it is put in
 * @returns {{source: MediaSource, url: string, opened: Promise<void>}} `opened` rejects with
 *   `sourceopen-timeout`; the url is the caller's to revoke
 */
export function attachSource(video, onCreated) {
  const Source = sourceClass();
  if (!Source) throw new MseError("unsupported-type", "no MediaSource");
  if (!("MediaSource" in globalThis)) video.disableRemotePlayback = true;
  const source = new Source();
  const url = URL.createObjectURL(source);
  onCreated?.(source, url);
  const opened = /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    const late = () => reject(new MseError("sourceopen-timeout", "no sourceopen event"));
    const timer = setTimeout(late, OPEN_LIMIT_MS);
    source.addEventListener("sourceopen", () => { clearTimeout(timer); resolve(); }, { once: true });
  }));
  opened.catch(() => undefined);
  video.src = url;
  return { source, url, opened };
}
