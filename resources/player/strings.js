/** The page's words. A missing word falls back to English. */

/** @typedef {Record<string, string>} Words */

/** @type {Record<string, Words>} */
const WORDS = {
  en: {
    unsupported: "This engine cannot play {codecs}.",
    refused: "This engine refused segment {segment}.",
    refusedInit: "This engine refused the beginning of the file.",
    broken: "Playback stopped at {time}.",
    quota: "One segment is too large for this engine.",
    deviceProgress: "Progress of the check", deviceOpening: "Opening…", deviceStart: "Start",
    deviceStartHint: "This device plays nothing before you tap.",
    deviceKeep: "Keep this page open and in front until it is done. It plays without sound.",
    deviceLoading: "Loading…", devicePlaying: "Playing: {time} of {whole}",
    devicePlayingAgain: "Playing some places once more…", deviceSeeking: "Jumping to and fro…",
    deviceEntering: "Beginning in the middle…", deviceEnding: "Almost done…",
    devicePlays: "It plays on this device.", deviceWarns: "It plays on this device, with a remark.",
    devicePlaysFrames: "{frames} of {expected} pictures were decoded.",
    deviceFails: "It does not play on this device.",
    deviceNoSource: "This browser has no Media Source Extensions.",
    deviceUnsupportedHint: "That says nothing against the file.",
    deviceNoVerdict: "No verdict: nothing was proven.",
    deviceSent: "The result was sent to the computer that shared the file. You can close this page.",
    deviceAgain: "Check again", deviceFull: "This link was opened too often.",
    deviceClosed: "This link is closed.",
    deviceClosedHint: "Ask for a new one at the computer that shares the file.",
  },
  zh: {
    unsupported: "此引擎无法播放 {codecs}。",
    refused: "此引擎拒绝了第 {segment} 段。",
    refusedInit: "此引擎拒绝了文件的开头部分。",
    broken: "播放在 {time} 处停止。",
    quota: "有一个分段对此引擎来说太大。",
    deviceProgress: "检查进度", deviceOpening: "正在打开…", deviceStart: "开始",
    deviceStartHint: "此设备需要您轻触后才会播放。",
    deviceKeep: "完成之前，请保持此页面打开并位于前台。播放没有声音。",
    deviceLoading: "正在加载…", devicePlaying: "正在播放：{time} / {whole}",
    devicePlayingAgain: "正在重播若干位置…", deviceSeeking: "正在来回跳转…",
    deviceEntering: "正在从中间开始播放…", deviceEnding: "即将完成…",
    devicePlays: "可以在此设备上播放。", deviceWarns: "可以在此设备上播放，但有备注。",
    devicePlaysFrames: "已解码 {expected} 幅画面中的 {frames} 幅。",
    deviceFails: "无法在此设备上播放。",
    deviceNoSource: "此浏览器没有 Media Source Extensions。",
    deviceUnsupportedHint: "这并不说明文件有问题。",
    deviceNoVerdict: "没有结论：什么都没有得到证明。",
    deviceSent: "结果已发送到分享此文件的电脑。您可以关闭此页面。",
    deviceAgain: "再次检查", deviceFull: "此链接被打开的次数过多。",
    deviceClosed: "此链接已关闭。",
    deviceClosedHint: "请在分享文件的电脑上获取新的链接。",
  },
  ru: {
    unsupported: "Этот движок не воспроизводит {codecs}.",
    refused: "Этот движок отверг сегмент {segment}.",
    refusedInit: "Этот движок отверг начало файла.",
    broken: "Воспроизведение остановилось на {time}.",
    quota: "Один из сегментов слишком велик для этого движка.",
    deviceProgress: "Ход проверки", deviceOpening: "Открывается…", deviceStart: "Начать",
    deviceStartHint: "Это устройство ничего не воспроизводит без касания.",
    deviceKeep: "Не закрывайте и не сворачивайте эту страницу до конца проверки. Звука не будет.",
    deviceLoading: "Загрузка…", devicePlaying: "Воспроизведение: {time} из {whole}",
    devicePlayingAgain: "Некоторые места воспроизводятся ещё раз…",
    deviceSeeking: "Переходы по файлу…",
    deviceEntering: "Начало с середины…", deviceEnding: "Почти готово…",
    devicePlays: "На этом устройстве воспроизводится.",
    deviceWarns: "На этом устройстве воспроизводится, но есть замечание.",
    devicePlaysFrames: "Декодировано кадров: {frames} из {expected}.",
    deviceFails: "На этом устройстве не воспроизводится.",
    deviceNoSource: "В этом браузере нет Media Source Extensions.",
    deviceUnsupportedHint: "Это ничего не говорит о самом файле.",
    deviceNoVerdict: "Заключения нет: ничего не доказано.",
    deviceSent: "Результат отправлен на компьютер, который открыл доступ к файлу. Страницу можно закрыть.",
    deviceAgain: "Проверить ещё раз", deviceFull: "Эту ссылку открывали слишком часто.",
    deviceClosed: "Эта ссылка закрыта.",
    deviceClosedHint: "Получите новую на компьютере, который открывает доступ к файлу.",
  },
};

export const LANGUAGES = Object.keys(WORDS);

/**
 * @param {string | null} language `zh-CN` gives `zh`; unknown ones give English
 * @returns {(key: string, values?: Record<string, string | number>) => string}
 */
export function translator(language) {
  const chosen = WORDS[(language ?? "en").toLowerCase().split(/[-_]/)[0]] ?? WORDS.en;
  return (key, values = {}) => {
    const text = chosen[key] ?? WORDS.en[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}

const CODECS = /** @type {[RegExp, string][]} */ ([
  [/^avc[13]/, "H.264"], [/^(hvc1|hev1)/, "H.265"], [/^av01/, "AV1"], [/^vp0?9/, "VP9"],
  [/^vp0?8/, "VP8"], [/^mp4a\.40/, "AAC"], [/^mp4a\.(69|6b)/i, "MP3"], [/^opus/i, "Opus"],
  [/^vorbis/, "Vorbis"], [/^flac/i, "FLAC"], [/^ac-3/, "AC-3"], [/^ec-3/, "E-AC-3"],
]);

/**
 * @param {string} codec from the MIME type, such as `avc1.64001f`
 * @returns {string} what people call it
 */
export function codecName(codec) {
  return CODECS.find(([pattern]) => pattern.test(codec))?.[1] ?? codec;
}

/**
 * @param {string} mime
 * @returns {string[]}
 */
export function codecsOf(mime) {
  const list = /codecs="?([^"]*)"?/.exec(mime)?.[1] ?? "";
  return list.split(",").map((codec) => codec.trim()).filter(Boolean);
}
