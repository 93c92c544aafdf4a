// Dragging a piece of an order by mouse, or by its number with a finger. Buttons do the same: this is an extra, and
// comes after the page.

import { RecallOrderElement } from "./order.js";

/** A press becomes a drag after so many px. */
const FAR = 5;
const PRESSABLE = ":is(a, button, input, select, textarea, summary, label)";
const LINE = "data-recall-drop";

/** @typedef {{place: HTMLElement, before: boolean}} Place a row to go before or after, or the tray */

/** Follow each press on a piece until it ends. @param {PointerEvent} event */
export function watchDrag({ target, button, isPrimary, pointerId, pointerType, clientX, clientY }) {
  if (button !== 0 || !isPrimary || !(target instanceof Element) || target.closest(PRESSABLE)) return;
  if (pointerType === "touch" && !target.closest(".recall-grip")) return;
  const order = target.closest("recall-order");
  const row = target.closest(":is(.recall-pieces, .recall-tray) > li");
  if (!(order instanceof RecallOrderElement) || !(row instanceof HTMLElement)) return;
  const ended = new AbortController();
  const options = { signal: ended.signal };
  /** @type {Place | null} */
  let found = null;

  const end = () => {
    found?.place.removeAttribute(LINE);
    ended.abort();
    delete row.dataset.recallDragged;
  };
  /** @param {PointerEvent} move */
  const drag = (move) => {
    if (move.pointerId !== pointerId) return;
    if (!found && Math.hypot(move.clientX - clientX, move.clientY - clientY) < FAR) return;
    if (!found) document.getSelection()?.removeAllRanges();
    found?.place.removeAttribute(LINE);
    found = findPlace(findTargets(order), move.clientY);
    row.dataset.recallDragged = "";
    found?.place.setAttribute(LINE, found.before ? "before" : "after");
  };
  const drop = () => {
    const to = found;
    end();
    if (to && to.place !== row) put(order, row, to);
  };
  document.addEventListener("pointermove", drag, options);
  document.addEventListener("pointerup", drop, options);
  document.addEventListener("pointercancel", end, options);
  document.addEventListener("selectstart", (select) => found && select.preventDefault(), options);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end(), options);
}

/**
 * @param {RecallOrderElement} order
 * @param {HTMLElement} row
 * @param {Place} to
 */
function put(order, row, { place, before }) {
  const [from, next] = [row.parentElement, row.nextElementSibling];
  if (place.matches(".recall-tray")) place.append(row);
  else place[before ? "before" : "after"](row);
  if (row.parentElement !== from || row.nextElementSibling !== next) order.moved(row);
}

/** Where a piece may go: at a row, or into the tray where that is empty. @param {Element} order */
function findTargets(order) {
  const places = order.querySelectorAll(".recall-pieces > li, .recall-tray > li, .recall-tray:empty");
  return [...places].filter((place) => place instanceof HTMLElement);
}

/**
 * The place at a height of the window, and which half of it. An empty tray has no height: the words below it do.
 * @param {readonly HTMLElement[]} places
 * @param {number} y
 * @returns {Place | null}
 */
function findPlace(places, y) {
  const boxes = places.map((place) => {
    const { top, bottom } = (place.matches(":empty") ? place.nextElementSibling : place)?.getBoundingClientRect() ?? {};
    return { place, top: top ?? 0, bottom: bottom ?? 0 };
  });
  /** @param {{top: number, bottom: number}} box */
  const away = ({ top, bottom }) => Math.max(top - y, y - bottom, 0);
  const [nearest] = boxes.sort((a, b) => away(a) - away(b));
  return nearest ? { place: nearest.place, before: y < (nearest.top + nearest.bottom) / 2 } : null;
}
