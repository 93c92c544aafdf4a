// Whether an item was answered. Pure.

import { isAnswer, isInTest, standing } from "../log.js";

/** @typedef {import("../log.js").Entry} Entry */

/** @param {readonly Entry[]} entries of an item */
export function isAnswered(entries) {
  return standing(entries).some((entry) => isAnswer(entry) && !isUnanswered(entry));
}

/**
 * Whether an entry is of a question that was left unanswered in a test: it counts as missed there, and says no more.
 * @param {Entry} entry
 */
function isUnanswered(entry) {
  if (entry.kind !== "attempt" || entry.outcome !== "wrong" || !isInTest(entry)) return false;
  return entry.options.length === 0 && entry.concepts === undefined && !("given" in entry);
}
