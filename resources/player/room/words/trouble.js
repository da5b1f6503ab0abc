/** Words of `../trouble.js`. */

const en = {
  trouble_refused: "The engine refused segment {segment} ({start}–{end}).",
  trouble_init: "The engine refused the init segment.",
  trouble_stopped: "Playing stopped at {time}.",
  trouble_changed: "The file has changed since it was opened.",
  trouble_changed_hint: "Open the preview again to see the new version.",
  trouble_empty: "There is nothing to play.",
  trouble_empty_hint: "This file has no segments: it was not made for Media Source Extensions.",
  trouble_quota: "One segment is too large for this engine.",
  trouble_quota_hint: "Use a shorter keyframe interval or a lower bit rate.",
  trouble_unsupported: "This engine cannot play the file's codecs.",
  trouble_unsupported_hint: "The file itself may be fine.",
  trouble_hand: "By hand: nothing is appended or removed by itself.",
  trouble_details: "The engine's own words",
  trouble_do_restart: "Start anew",
  trouble_do_skip: "Go on with segment {segment}",
  trouble_do_automatic: "Play by itself again",
};

const zh = {
  trouble_refused: "引擎拒绝了分段 {segment}（{start}–{end}）。",
  trouble_init: "引擎拒绝了初始化分段。",
  trouble_stopped: "播放在 {time} 处停止。",
  trouble_changed: "文件在打开后有改动。",
  trouble_changed_hint: "请重新打开预览以查看新版本。",
  trouble_empty: "没有可播放的内容。",
  trouble_empty_hint: "此文件没有分段：它不是为 Media Source Extensions 制作的。",
  trouble_quota: "有一个分段对此引擎来说太大。",
  trouble_quota_hint: "请使用更短的关键帧间隔或更低的码率。",
  trouble_unsupported: "此引擎不支持该文件的编码。",
  trouble_unsupported_hint: "文件本身可能没有问题。",
  trouble_hand: "手动：不会自动追加或移除任何内容。",
  trouble_details: "引擎自己的说明",
  trouble_do_restart: "重新开始",
  trouble_do_skip: "从分段 {segment} 继续",
  trouble_do_automatic: "恢复自动播放",
};

const ru = {
  trouble_refused: "Движок отклонил сегмент {segment} ({start}–{end}).",
  trouble_init: "Движок отклонил сегмент инициализации.",
  trouble_stopped: "Воспроизведение остановилось на {time}.",
  trouble_changed: "Файл изменился после открытия.",
  trouble_changed_hint: "Откройте просмотр заново, чтобы увидеть новую версию.",
  trouble_empty: "Воспроизводить нечего.",
  trouble_empty_hint: "В файле нет сегментов: он сделан не для Media Source Extensions.",
  trouble_quota: "Один сегмент слишком велик для этого движка.",
  trouble_quota_hint: "Уменьшите интервал ключевых кадров или битрейт.",
  trouble_unsupported: "Этот движок не поддерживает кодеки файла.",
  trouble_unsupported_hint: "Сам файл может быть в порядке.",
  trouble_hand: "Вручную: само ничего не добавляется и не удаляется.",
  trouble_details: "Сообщение движка",
  trouble_do_restart: "Начать заново",
  trouble_do_skip: "Продолжить с сегмента {segment}",
  trouble_do_automatic: "Снова автоматически",
};

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = { en, zh, ru };
