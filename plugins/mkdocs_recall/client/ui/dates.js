// Days to come as the language of the page writes them.

import { language, sayDay } from "./say.js";

/**
 * A day to come, with its year where that is not this year.
 * @param {number} due
 * @param {number} now
 */
export function sayDayToCome(due, now) {
  return sayDay(due, new Date(due).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" });
}

/**
 * The initial of a weekday.
 * @param {number} time
 */
export function sayWeekday(time) {
  return new Intl.DateTimeFormat(language(), { weekday: "narrow" }).format(time);
}

/** @param {number} days from today: "tomorrow", "in 3 days" */
export function sayInDays(days) {
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(days, "day");
}
