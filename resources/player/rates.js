/** How fast an engine may play and still count every frame. */

const SLOWER = [4, 2, 1];

/**
 * @param {string} userAgent
 * @returns {"chromium" | "firefox" | "webkit"}
 */
export function familyOf(userAgent) {
  if (/Firefox\//.test(userAgent)) return "firefox";
  return /Chrome\//.test(userAgent) ? "chromium" : "webkit";
}

/**
 * Set the highest rate that is wanted and that the engine takes.
 *
 * @param {HTMLMediaElement} video
 * @param {number} wanted
 * @param {Record<string, number>} caps engine family -> highest rate
 * @returns {number} the rate it plays at
 */
export function allowedRate(video, wanted, caps) {
  const highest = Math.min(wanted, caps[familyOf(navigator.userAgent)] ?? wanted);
  for (const rate of [highest, ...SLOWER.filter((rate) => rate < highest)]) {
    try {
      video.playbackRate = rate;
      if (video.playbackRate === rate) return rate;
    } catch {
      continue; // NotSupportedError: the engine has a lower limit
    }
  }
  return video.playbackRate;
}
