// Whether an item was answered, whether it was right the last time, and how that makes a goal. Pure.

import { GOOD } from "../core/scheduling/fsrs.js";
import { standing } from "../core/log.js";
import { isAnswered } from "../core/scheduling/answered.js";
import { listReviews } from "../core/scheduling/schedule.js";

/** @typedef {import("../core/log.js").Entry} Entry */

/**
 * Whether an item was right at the last review, on the first try and without help.
 * @param {readonly Entry[]} entries of it
 */
export function isRight(entries) {
  return listReviews(standing(entries)).at(-1)?.grade === GOOD;
}

/** Questions that have to be answered before a goal can be reached, where there are as many. */
const LEAST_ANSWERED = 3;

/** The part of them that has to be right. */
const RIGHT_SHARE = 0.8;

/**
 * @typedef {object} GoalStanding
 * @property {"none" | "soFar" | "again" | "reached"} state nothing answered; right so far; too much missed; reached
 * @property {number} right of those answered
 * @property {number} answered
 */

/**
 * @param {readonly (readonly Entry[])[]} logs of all items about a goal, each empty where it was
 *   never answered
 * @returns {GoalStanding}
 */
export function judgeGoal(logs) {
  const done = logs.filter(isAnswered);
  const counted = { right: done.filter(isRight).length, answered: done.length };
  if (done.length === 0) return { state: "none", ...counted };
  if (counted.right < RIGHT_SHARE * counted.answered) return { state: "again", ...counted };
  return { state: done.length >= Math.min(LEAST_ANSWERED, logs.length) ? "reached" : "soFar", ...counted };
}
