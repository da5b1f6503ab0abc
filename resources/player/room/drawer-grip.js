/** An edge between two parts of the page: dragged, or moved by arrow keys. */

const KEY_STEP_PX = 24;
/** Left and up make larger what lies at the right and below. @type {Record<string, number>} */
const STEPS = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 };

/**
 * @param {string} name of the class
 * @param {string} hint
 * @param {(event: PointerEvent) => void} move
 * @param {(step_px: number) => void} step positive is larger
 * @returns {HTMLElement}
 */
export function grip(name, hint, move, step) {
  const edge = document.createElement("div");
  edge.className = name;
  edge.tabIndex = 0;
  edge.title = hint;
  edge.setAttribute("role", "separator");
  edge.setAttribute("aria-label", hint);
  edge.addEventListener("pointerdown", (event) => {
    edge.setPointerCapture(event.pointerId);
    edge.classList.add("held");
  });
  edge.addEventListener("pointermove", (event) => {
    if (edge.hasPointerCapture(event.pointerId)) move(event);
  });
  edge.addEventListener("lostpointercapture", () => edge.classList.remove("held"));
  edge.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    step(STEPS[event.key] * KEY_STEP_PX);
  });
  return edge;
}

/**
 * The edge above the axis: how much of the page the axis takes from the picture, at most.
 *
 * @param {HTMLElement} desk
 * @param {HTMLElement} axis
 * @param {string} hint
 */
export function axisEdge(desk, axis, hint) {
  /** @param {number} size_px */
  const resize = (size_px) => {
    const whole = desk.clientHeight || 1;
    const part = Math.min(0.8, Math.max(0.12, size_px / whole));
    desk.style.setProperty("--axis-size", `${(part * 100).toFixed(1)}%`);
    edge.setAttribute("aria-valuenow", String(Math.round(part * 100)));
  };
  const edge = grip("axis-grip", hint, (event) => resize(desk.getBoundingClientRect().bottom - event.clientY),
    (step) => resize(axis.getBoundingClientRect().height + step));
  edge.setAttribute("aria-orientation", "horizontal");
  edge.setAttribute("aria-valuenow", "50");
  axis.before(edge);
}
