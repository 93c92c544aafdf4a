// Drafts: what a reader has chosen, opened, written and ticked in an item before its next outcome. Pure.

import { fields, text, texts } from "./log.js";

/**
 * @typedef {object} Draft
 * @property {string[]} options chosen option ids
 * @property {number} hints hints opened
 * @property {number} steps steps opened one by one
 * @property {boolean} answer whether the answer is open
 *
 * @typedef {object} Writing the draft of an explanation
 * @property {string} text
 * @property {string[]} concepts ticked concept ids
 * @property {number} hints hints opened
 * @property {boolean} answer whether the model answer is open, and the concepts with it
 */

/**
 * @param {unknown} record
 * @returns {Draft}
 */
export function readDraft(record) {
  const stored = fields(record);
  return {
    options: texts(stored.options),
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
  return draft.options.length === 0 && draft.hints === 0 && draft.steps === 0 && !draft.answer;
}

/**
 * Whether a draft was begun after the last outcome, so that the outcome is no longer in view. The choice of that
 * outcome with help opened beside it is not; with no choice at all only the open answer tells the two apart.
 * @param {Draft} draft
 * @param {import("./log.js").State} state
 */
export function isLater(draft, state) {
  const same = draft.options.length === state.chosen.length && draft.options.every((id) => state.chosen.includes(id));
  return !(same && (draft.options.length > 0 || draft.answer));
}

/**
 * @param {unknown} record
 * @returns {Writing}
 */
export function readWriting(record) {
  const stored = fields(record);
  const { hints, answer } = readDraft(record);
  return { text: text(stored.text), concepts: texts(stored.concepts), hints, answer };
}

/** @param {Writing} writing */
export function isBlank({ text, concepts, hints, answer }) {
  return text === "" && concepts.length === 0 && hints === 0 && !answer;
}

/**
 * @param {readonly string[]} ticked concept ids
 * @param {readonly string[]} concepts all of them
 * @returns {"right" | "wrong"}
 */
export function judgeTicks(ticked, concepts) {
  return concepts.every((id) => ticked.includes(id)) ? "right" : "wrong";
}

/**
 * Whether the last entry says the same already.
 * @param {readonly string[]} ticked concept ids
 * @param {import("./log.js").State} state
 */
export function isTold(ticked, { outcome, chosen }) {
  return outcome !== null && ticked.length === chosen.length && ticked.every((id) => chosen.includes(id));
}
