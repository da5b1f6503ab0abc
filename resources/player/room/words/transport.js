/** Words of `../room.js`, `../drawer.js` and `../transport.js`. */

/** @type {import("../words.js").WordsByLanguage} */
export const WORDS = {
  en: {
    drawer: "Panels", drawer_close: "Close the panels", drawer_size: "Size of the panels",
    drawer_inspector: "Inspector", drawer_segment: "Segment", drawer_delivery: "Delivery",
    drawer_compare: "Compare", drawer_libraries: "Libraries",
  },
  zh: {
    drawer: "面板", drawer_close: "关闭面板", drawer_size: "面板大小",
    drawer_inspector: "检查器", drawer_segment: "分段", drawer_delivery: "传输",
    drawer_compare: "对比", drawer_libraries: "播放库",
  },
  ru: {
    drawer: "Панели", drawer_close: "Закрыть панели", drawer_size: "Размер панелей",
    drawer_inspector: "Инспектор", drawer_segment: "Сегмент", drawer_delivery: "Доставка",
    drawer_compare: "Сравнение", drawer_libraries: "Библиотеки",
  },
};
