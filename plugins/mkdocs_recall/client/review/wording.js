// What a review says at its end: one text of the catalogue for each case.

import { daysBetween } from "../core/scheduling/schedule.js";
import { sayDayToCome } from "../ui/dates.js";
import { say, sayList, saySentences } from "../ui/say.js";

/** @typedef {{day: number, cards: number}} Later the first moment of a day, and how many cards come back on it */

/** Days named one by one before the rest is summed up. */
const DAYS = 3;

/**
 * The end of a review: what comes when.
 * @param {{later: readonly Later[], waiting: number}} plan with nothing for today
 * @param {number} today the first moment of the day
 * @param {boolean} begun whether something was reviewed today
 */
export function sayBack({ later, waiting }, today, begun) {
  return saySentences([
    ...(begun ? [] : [say("review.nothingDue")]),
    ...(later.length > 0 ? [say("review.later", { days: sayLater(later, today) })] : []),
    ...(waiting > 0 ? [say("review.waiting", { n: waiting })] : []),
  ]);
}

/**
 * @param {readonly Later[]} later
 * @param {number} today
 */
function sayLater(later, today) {
  const rest = later.slice(DAYS).reduce((sum, { cards }) => sum + cards, 0);
  const days = later.slice(0, DAYS).map(({ day, cards: n }, index) => {
    if (daysBetween(today, day) === 1) return say("review.back.tomorrow", { n });
    const on = sayDayToCome(day, today);
    return index === 0 ? say("review.back.day", { n, day: on }) : say("review.later.day", { n, day: on });
  });
  return sayList([...days, ...(rest > 0 ? [say("review.later.rest", { n: rest })] : [])]);
}
