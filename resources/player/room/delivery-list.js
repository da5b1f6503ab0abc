/** Requests as they go, newest first, like a network panel. */

import { button, make } from "./inspector-dom.js";

/** @typedef {import("./delivery-story.js").Request} Request */
/** @typedef {import("./room-context.js").RoomContext} RoomContext */

const MOST_ROWS = 100;
const COLUMNS = ["what", "status", "bytes", "time", "rate", "done"];

export class DeliveryList {
  /** @type {Map<number, HTMLTableRowElement>} */
  #rows = new Map();

  /** @param {RoomContext} room */
  constructor(room) {
    this.room = room;
    const { say } = room;
    this.body = make("tbody");
    const head = make("tr", "", COLUMNS.map((name) => {
      const cell = make("th", `delivery-${name}`, say(`delivery_column_${name}`));
      cell.scope = "col";
      return cell;
    }));
    const table = make("table", "delivery-table", [make("caption", "unseen", say("delivery_requests")), make("thead", "", [head]), this.body]);
    this.root = make("div", "delivery-scroll", [table]);
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", say("delivery_requests"));
  }

  /** @param {Request[]} requests new ones and known ones that have got on */
  show(requests) {
    for (const request of requests) {
      let row = this.#rows.get(request.n);
      if (!row) {
        row = make("tr");
        this.#rows.set(request.n, row);
        this.body.prepend(row);
      }
      this.#fill(row, request);
    }
    for (const [n, row] of this.#rows) {
      if (this.#rows.size <= MOST_ROWS) break;
      row.remove();
      this.#rows.delete(n);
    }
  }

  /** @param {HTMLTableRowElement} row @param {Request} request */
  #fill(row, request) {
    const { say } = this.room;
    row.className = `is-${request.state}`;
    const cells = [
      this.#name(request),
      request.state === "refused" || request.state === "whole" || request.status ? String(request.status || "…") : say(`delivery_state_${request.state}`),
      bytesText(request), `${(request.ms / 1000).toFixed(2)} ${say("delivery_unit_s")}`,
      request.kbit_s === null ? "" : rateText(request.kbit_s, say),
      doneText(request, say),
    ];
    row.replaceChildren(...cells.map((content, i) => make("td", `delivery-${COLUMNS[i]}`, typeof content === "string" ? content : [content])));
  }

  /** @param {Request} request @returns {Node | string} */
  #name({ segment, path }) {
    const { say } = this.room;
    if (segment === null) return path;
    const words = segment === "init" ? say("delivery_init") : say("delivery_segment", { n: segment });
    return button(words, () => this.room.select(segment), "link");
  }
}

/** @param {Request} request @returns {string} */
function bytesText({ bytes, size, state }) {
  const text = bytes.toLocaleString("en");
  return state === "cut" || (state === "running" && size > bytes) ? `${text} / ${size.toLocaleString("en")}` : text;
}

/** @param {Request} request @param {import("./words.js").Translate} say */
function doneText({ done, state }, say) {
  const words = done.map((what) => say(`delivery_done_${what}`));
  if (state === "left") words.push(say("delivery_state_left"));
  return words.join(", ");
}

/** @param {number} kbit_s @param {import("./words.js").Translate} say @returns {string} */
export function rateText(kbit_s, say) {
  if (kbit_s >= 99_950) return say("delivery_mbit", { value: Math.round(kbit_s / 1000) });
  if (kbit_s >= 1000) return say("delivery_mbit", { value: (kbit_s / 1000).toFixed(1) });
  return say("delivery_kbit", { value: Math.round(kbit_s) });
}
