/** What the page says, in three languages; the reader's browser chooses. */

const WORDS = {
  en: {
    quality: "Quality", auto: "Automatic", now: "Now: {}",
    unable: "This browser cannot play {}.",
    failed: "It cannot be played: {}",
    missing: "{} cannot be fetched ({}).",
    slow: "This server does not answer byte ranges: jumping about reads the file from its beginning.",
    unlisted: "bundle.json cannot be read ({}).",
    nothing: "There is nothing to play.",
    playlist: "HLS playlist", manifest: "DASH manifest", file: "File", report: "Verdict report",
  },
  zh: {
    quality: "清晰度", auto: "自动", now: "当前：{}",
    unable: "此浏览器无法播放 {}。",
    failed: "无法播放：{}",
    missing: "无法获取 {}（{}）。",
    slow: "此服务器不支持字节范围请求：跳转时会从头读取文件。",
    unlisted: "无法读取 bundle.json（{}）。",
    nothing: "没有可播放的内容。",
    playlist: "HLS 播放列表", manifest: "DASH 清单", file: "文件", report: "检验报告",
  },
  ru: {
    quality: "Качество", auto: "Автоматически", now: "Сейчас: {}",
    unable: "Этот браузер не воспроизводит {}.",
    failed: "Воспроизвести не удаётся: {}",
    missing: "Не удаётся получить {} ({}).",
    slow: "Сервер не отвечает на запросы диапазонов: при перемотке файл читается с начала.",
    unlisted: "Не удаётся прочитать bundle.json ({}).",
    nothing: "Воспроизводить нечего.",
    playlist: "Плейлист HLS", manifest: "Манифест DASH", file: "Файл", report: "Отчёт о проверке",
  },
};

/** @typedef {keyof typeof WORDS.en} Word */

const known = /** @type {Record<string, Record<string, string>>} */ (WORDS);
export const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in known) ?? "en";

/**
 * @param {Word} word
 * @param {...string} values put in place of each `{}`
 * @returns {string}
 */
export function say(word, ...values) {
  const rest = [...values];
  return known[language][word].replaceAll("{}", () => rest.shift() ?? "");
}
