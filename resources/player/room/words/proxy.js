/** Words of `../proxy.js`. */

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = {
  en: {
    proxy_smaller: "Made smaller ({width} × {height}) to keep up.",
    proxy_failed: "ffmpeg could not convert it.",
  },
  zh: {
    proxy_smaller: "已缩小为 {width} × {height} 以跟上播放。",
    proxy_failed: "ffmpeg 无法转换。",
  },
  ru: {
    proxy_smaller: "Уменьшено до {width} × {height}, чтобы успевать за воспроизведением.",
    proxy_failed: "ffmpeg не смог преобразовать файл.",
  },
};
