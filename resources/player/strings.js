/** The page's words. A missing word falls back to English. */

/** @typedef {Record<string, string>} Words */

/** @type {Record<string, Words>} */
const WORDS = {
  en: {
    play: "Play", pause: "Pause", mute: "Mute", unmute: "Sound on", fullscreen: "Full screen",
    position: "Position", speed: "Speed", segment: "Segment", details: "Details", retry: "Try again",
    unsupported: "This engine cannot play {codecs}.",
    unsupportedHint: "The file itself may be fine. Check it in an installed browser.",
    changed: "The file has changed since it was opened.",
    changedHint: "Open the preview again to see the new version.",
    gone: "The file is gone.",
    goneHint: "It was moved, renamed or deleted while the preview was open.",
    network: "The preview lost its connection.",
    networkHint: "MSE Studio may have been closed.",
    refused: "This engine refused segment {segment}.",
    refusedInit: "This engine refused the beginning of the file.",
    refusedHint: "The file is not fit for Media Source Extensions as it is. The verdict says why.",
    broken: "Playback stopped at {time}.",
    brokenHint: "The engine could not go on with these bytes.",
    quota: "One segment is too large for this engine.",
    quotaHint: "Use a shorter keyframe interval or a lower bit rate.",
    empty: "There is nothing to play.",
    emptyHint: "This file has no segments: it was not made for Media Source Extensions.",
    failed: "The preview could not start.",
    help: "Space play · ← → 5 s · Shift+← → segment · , . frame · J K L · M sound · F full screen",
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
    play: "播放", pause: "暂停", mute: "静音", unmute: "打开声音", fullscreen: "全屏",
    position: "位置", speed: "速度", segment: "分段", details: "详细信息", retry: "重试",
    unsupported: "此引擎无法播放 {codecs}。",
    unsupportedHint: "文件本身可能没有问题。请在已安装的浏览器中检查。",
    changed: "文件在打开后已被更改。",
    changedHint: "请重新打开预览以查看新版本。",
    gone: "文件不见了。",
    goneHint: "预览打开期间，文件被移动、重命名或删除。",
    network: "预览失去了连接。",
    networkHint: "MSE Studio 可能已关闭。",
    refused: "此引擎拒绝了第 {segment} 段。",
    refusedInit: "此引擎拒绝了文件的开头部分。",
    refusedHint: "此文件目前不适合 Media Source Extensions。检查结果会说明原因。",
    broken: "播放在 {time} 处停止。",
    brokenHint: "引擎无法继续处理这些数据。",
    quota: "有一个分段对此引擎来说太大。",
    quotaHint: "请使用更短的关键帧间隔或更低的码率。",
    empty: "没有可播放的内容。",
    emptyHint: "此文件没有分段：它不是为 Media Source Extensions 制作的。",
    failed: "预览无法启动。",
    help: "空格 播放 · ← → 5 秒 · Shift+← → 分段 · , . 逐帧 · J K L · M 声音 · F 全屏",
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
    play: "Воспроизвести", pause: "Пауза", mute: "Без звука", unmute: "Включить звук",
    fullscreen: "Во весь экран", position: "Позиция", speed: "Скорость", segment: "Сегмент",
    details: "Подробности", retry: "Повторить",
    unsupported: "Этот движок не воспроизводит {codecs}.",
    unsupportedHint: "Сам файл может быть исправен. Проверьте его в установленном браузере.",
    changed: "Файл изменился после открытия.",
    changedHint: "Откройте просмотр заново, чтобы увидеть новую версию.",
    gone: "Файл исчез.",
    goneHint: "Его переместили, переименовали или удалили, пока просмотр был открыт.",
    network: "Просмотр потерял соединение.",
    networkHint: "Возможно, MSE Studio закрыта.",
    refused: "Этот движок отверг сегмент {segment}.",
    refusedInit: "Этот движок отверг начало файла.",
    refusedHint: "В таком виде файл не годится для Media Source Extensions. Причина — в заключении.",
    broken: "Воспроизведение остановилось на {time}.",
    brokenHint: "Движок не смог продолжить с этими данными.",
    quota: "Один из сегментов слишком велик для этого движка.",
    quotaHint: "Уменьшите интервал ключевых кадров или битрейт.",
    empty: "Воспроизводить нечего.",
    emptyHint: "В файле нет сегментов: он создан не для Media Source Extensions.",
    failed: "Не удалось начать просмотр.",
    help: "Пробел — пуск · ← → 5 с · Shift+← → сегмент · , . кадр · J K L · M звук · F экран",
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
