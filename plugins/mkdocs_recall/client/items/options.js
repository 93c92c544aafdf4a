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

const LETTERED = "[data-recall-letter]";

/**
 * @param {Element} item
 * @returns {Row[]}
 */
export function readRows(item) {
  const reasons = findReasons(item);
  return [...(item.querySelector("fieldset > ol")?.children ?? [])].flatMap((element, index) => {
    const input = element.querySelector("input");
    if (!(element instanceof HTMLElement) || !input) return [];
    const reason = reasons[index] ?? null;
    const key = reason?.hasAttribute("data-recall-key") ?? false;
    const letter = element.querySelector(LETTERED)?.getAttribute("data-recall-letter") ?? "";
    return [{ id: input.value, letter, key, reason, element, input }];
  });
}

/**
 * The reasons of the options, each at the place of its option.
 * @param {Element} item
 */
function findReasons(item) {
  return [...item.querySelectorAll(".recall-solution > recall-answer > .recall-reasons > li")];
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
export function setRow({ element, input }, state, several = false) {
  element.querySelector(".recall-mark")?.remove();
  input.removeAttribute("aria-describedby");
  if (state === null) {
    delete element.dataset.recallState;
    return;
  }
  element.dataset.recallState = state;
  const words = say(state === "missed" && several ? "mark.missedPart" : `mark.${state}`);
  const mark = document.createElement("span");
  mark.className = "recall-mark";
  mark.id = `${input.name}:${input.value}:mark`;
  mark.append(icon(state === "wrong" || state === "tried" ? "cross" : "check"), words);
  element.append(mark);
  input.setAttribute("aria-describedby", mark.id);
}
