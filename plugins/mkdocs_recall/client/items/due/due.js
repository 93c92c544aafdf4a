// When items come back, worked out from their logs and said. It comes after the page.

import { GOOD } from "../../core/scheduling/fsrs.js";
import { daysBetween, findSchedule, intervalsAfter } from "../../core/scheduling/schedule.js";
import { hasReview, siteStore } from "../../store/site-store.js";
import { sayDayToCome, sayInDays } from "../../ui/dates.js";
import { say } from "../../ui/say.js";

/**
 * @typedef {import("../../core/log.js").Entry} Entry
 * @typedef {import("../../core/log.js").Rating} Rating
 */

/**
 * When a rated card comes back. Where it was not recalled at first, that decides, and not what it is rated now.
 * @param {Rating} rating
 * @param {Pick<import("../../core/scheduling/schedule.js").Schedule, "due" | "grade">} schedule
 * @param {number} now
 */
export function sayRated(rating, { due, grade }, now) {
  const days = daysBetween(now, due);
  const how = rating === "good" && grade === 1 ? "first" : rating;
  if (days < 1) return say("card.due");
  return days === 1 ? say(`card.${how}.tomorrow`) : say(`card.${how}.day`, { day: sayDayToCome(due, now) });
}

/**
 * When a question comes back that was not right on the first try without help. Without a review nothing comes by
 * itself.
 * @param {number} due
 * @param {number} now
 * @param {boolean} helped whether help alone is why
 * @param {boolean} reviewed whether the site has a review
 * @returns {string} a sentence; none where that is today or was before
 */
export function sayReturn(due, now, helped, reviewed) {
  const days = daysBetween(now, due);
  const what = reviewed ? "back" : "repeat";
  const why = helped ? "Help" : "";
  if (days < 1) return "";
  return days === 1
    ? say(`item.${what}.tomorrow${why}`)
    : say(`item.${what}.day${why}`, { day: sayDayToCome(due, now) });
}

/** @type {import("../later.js").Returns} */
export const due = {
  describe(log) {
    const now = siteStore().now();
    const schedule = findSchedule(log, now);
    if (!schedule || schedule.grade >= GOOD) return null;
    return sayReturn(schedule.due, now, schedule.helped, hasReview());
  },

  describeRated(rating, log) {
    const now = siteStore().now();
    const schedule = findSchedule(log, now);
    return schedule ? sayRated(rating, schedule, now) : say(`card.${rating}`);
  },

  foresee(log, help) {
    const { again, good } = intervalsAfter(log, [...help], siteStore().now());
    return { again: sayInDays(again), good: sayInDays(good) };
  },
};
