// The rows of a choice question: what stands in them, and their states.

import { icon } from "../dom/icons.js";
import { say } from "../ui/say.js";

/**
 * @typedef {import("../core/score.js").RowState} RowState
 *
 * @typedef {object} Row
 * @property {string} id of the option
 * @property {string} letter
 * @property {boolean} key known from the reasons alone, so that no row tells before its time
 * @property {Element | null} reason
 * @property {HTMLElement} element
 * @property {HTMLInputElement} input
 */

/**
 * @param {Element} item
 * @returns {Row[]}
 */
export function readRows(item) {
  const reasons = new Map();
  for (const reason of item.querySelectorAll(".recall-solution .recall-reason"))
    reasons.set(readOptionId(reason), reason);
  return [...item.querySelectorAll(".recall-option")].flatMap((element) => {
    const input = element.querySelector("input");
    if (!(element instanceof HTMLElement) || !input) return [];
    const id = readOptionId(element);
    const reason = reasons.get(id) ?? null;
    const letter = element.querySelector(".recall-letter")?.textContent ?? "";
    return [{ id, letter, key: reason?.hasAttribute("data-recall-key") ?? false, reason, element, input }];
  });
}

/** @param {Element} element */
export function readOptionId(element) {
  return element.getAttribute("data-recall-option") ?? "";
}

/** @param {readonly Row[]} rows */
export function findChosen(rows) {
  return rows.filter((row) => row.input.checked);
}

/** @param {readonly Row[]} rows */
export function findKeys(rows) {
  return rows.filter((row) => row.key);
}

/** @param {readonly Row[]} rows */
export function listIds(rows) {
  return rows.map((row) => row.id);
}

/**
 * @param {Row} row
 * @returns {RowState}
 */
export function readRowState({ element }) {
  return /** @type {RowState} */ (element.dataset.recallState ?? null);
}

/**
 * @param {Row} row
 * @param {RowState} state
 * @param {boolean} [several] whether there are several keys
 */
export function setRow({ element }, state, several = false) {
  const mark = element.querySelector(".recall-mark");
  if (state === null) {
    delete element.dataset.recallState;
    mark?.replaceChildren();
    return;
  }
  element.dataset.recallState = state;
  const words = say(state === "missed" && several ? "mark.missedPart" : `mark.${state}`);
  mark?.replaceChildren(icon(state === "wrong" || state === "tried" ? "cross" : "check"), words);
}
