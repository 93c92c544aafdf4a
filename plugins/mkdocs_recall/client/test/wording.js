// What the result of a test says: one text of the catalogue for each case.

import { ENOUGH, findRange, strongFrom, verdictOf } from "../core/mastery.js";
import { say } from "../ui/say.js";
import { sayPercent } from "../ui/figures.js";

/** @typedef {import("../core/mastery.js").Tally} Tally */

/**
 * The numbers behind a verdict.
 * @param {Tally} outcome
 * @returns {string[]} sentences; none where no question counts
 */
export function sayNumbers({ right, all }) {
  if (all === 0) return [];
  const { low, high } = findRange(right, all);
  return [say("result.right", { right, all }), say("result.likely", { low: sayPercent(low), high: sayPercent(high) })];
}

/**
 * What does not count for the verdict.
 * @param {number} seen questions
 * @param {number} changed questions
 * @param {number} [gone] questions that were removed
 * @returns {string[]} sentences
 */
export function sayLeftOut(seen, changed, gone = 0) {
  return [
    ...(seen > 0 ? [say("result.seen", { n: seen })] : []),
    ...(changed > 0 ? [say("result.changed", { n: changed })] : []),
    ...(gone > 0 ? [say("result.removed", { n: gone })] : []),
  ];
}

/**
 * @param {number} open questions without a response
 * @returns {string[]} a sentence, or none
 */
export function sayOpen(open) {
  return open > 0 ? [say("result.unanswered", { n: open })] : [];
}

/**
 * What would lead on from the verdict.
 * @param {Tally} outcome
 * @param {{missed: number, covered: number, secure: boolean}} more of all questions, those missed, and those of them
 *   that a section below is about; whether a form of another day was strong, too
 * @returns {string[]} a sentence, or none
 */
export function sayWhatNext(outcome, { missed, covered, secure }) {
  const verdict = verdictOf(outcome);
  if (verdict === "few") return [say("result.enough", { n: ENOUGH })];
  if (verdict === "strong") return [secure ? say("result.secure") : say("result.second")];
  if (verdict === "getting") {
    const { all, hard } = outcome;
    const right = strongFrom(all);
    return [hard > 0 ? say("result.takesHard", { right, all }) : say("result.takes", { right, all })];
  }
  if (covered === 0) return [];
  return [covered === missed ? say("result.belowAll", { n: missed }) : say("result.below", { covered, n: missed })];
}
