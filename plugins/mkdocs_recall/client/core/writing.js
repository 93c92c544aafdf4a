// What a reader writes and ticks in an explanation before its next outcome. Pure.

import { readDraft } from "./drafts.js";
import { fields, text, texts } from "./log.js";

/**
 * @typedef {object} Writing the draft of an explanation
 * @property {string} text
 * @property {string[]} concepts ticked concept ids
 * @property {number} hints hints opened
 * @property {boolean} answer whether the model answer is open, and the concepts with it
 */

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
 * Whether the last entry says the same already.
 * @param {readonly string[]} ticked concept ids
 * @param {import("./log.js").State} state
 */
export function isTold(ticked, { outcome, chosen }) {
  return outcome !== null && ticked.length === chosen.length && ticked.every((id) => chosen.includes(id));
}
