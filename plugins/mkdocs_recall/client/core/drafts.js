// Drafts: what a reader has chosen and opened in an item before its next outcome. Pure.

import { fields, readGiven, texts } from "./log.js";

/**
 * @typedef {object} Draft
 * @property {string[]} options chosen option ids
 * @property {string[]} [given] what was typed, put in order or matched
 * @property {number} hints hints opened
 * @property {number} steps steps opened one by one
 * @property {boolean} answer whether the answer is open
 */

/**
 * @param {unknown} record
 * @returns {Draft}
 */
export function readDraft(record) {
  const stored = fields(record);
  return {
    options: texts(stored.options),
    ...readGiven(stored.given),
    hints: count(stored.hints),
    steps: count(stored.steps),
    answer: stored.answer === true,
  };
}

/** @param {unknown} value */
function count(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** @param {Draft} draft */
export function isEmpty(draft) {
  return (draft.given ?? draft.options).length + draft.hints + draft.steps === 0 && !draft.answer;
}

/**
 * Whether a draft was begun after the last outcome, so that the outcome is no longer in view. The choice of that
 * outcome with help opened beside it is not; with no choice at all only the open answer tells the two apart.
 * @param {Draft} draft
 * @param {import("./log.js").State} state
 */
export function isLater(draft, state) {
  const { given, answer } = draft;
  const { chosen } = state;
  const response = given ?? draft.options;
  /** @param {string} text @param {number} at */
  const isChosen = (text, at) => (given ? chosen[at] === text : chosen.includes(text));
  const same = response.length === chosen.length && response.every(isChosen);
  return !(same && (response.length > 0 || answer));
}
