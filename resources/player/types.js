/** What an engine says it can play: both ways to ask, for each MIME type. */

const SIZE = { width: 1280, height: 720, bitrate: 2_000_000, framerate: 25 };
const SOUND = { channels: "2", bitrate: 128_000, samplerate: 48_000 };

/**
 * @param {readonly string[]} mimes
 * @returns {Promise<{types: Record<string, boolean>, decoding: Record<string, boolean>}>}
 *   `decoding` lacks types of which the engine says nothing: those that name two codecs, and all
 *   where it does not know the question
 */
export async function askTypes(mimes) {
  const source = globalThis.MediaSource ?? Reflect.get(globalThis, "ManagedMediaSource");
  /** @type {Record<string, boolean>} */
  const types = {};
  /** @type {Record<string, boolean>} */
  const decoding = {};
  for (const mime of mimes) {
    types[mime] = source?.isTypeSupported(mime) ?? false;
    const decodes = await decodingOf(mime);
    if (decodes !== null) decoding[mime] = decodes;
  }
  return { types, decoding };
}

/**
 * @param {string} mime
 * @returns {Promise<boolean | null>} null when it cannot be asked
 */
async function decodingOf(mime) {
  if (!navigator.mediaCapabilities) return null;
  const asked = mime.startsWith("audio/")
    ? { audio: { contentType: mime, ...SOUND } }
    : { video: { contentType: mime, ...SIZE } };
  try {
    const said = await navigator.mediaCapabilities.decodingInfo({ type: "media-source", ...asked });
    return said.supported;
  } catch (error) {
    if (error instanceof TypeError) return null; // not one codec, or not a question it knows
    throw error;
  }
}
