// What is due in the next days, and a file that reminds of the first of them.

import { button, element } from "../dom/elements.js";
import { sayDayToCome } from "../ui/dates.js";
import { say, saySentences } from "../ui/say.js";
import { minutesFor } from "../items/due/due-record.js";
import { dueChart } from "./due-chart.js";
import { FORECAST_DAYS, findNextDay } from "./forecast.js";

/**
 * @param {{days: readonly number[], waiting: number}} forecast
 * @param {{now: number, cap: number}} more new items a day
 * @returns {HTMLElement}
 */
export function dueView({ days, waiting }, { now, cap }) {
  const section = element("section", "recall-dues");
  const all = days.reduce((sum, cards) => sum + cards, 0);
  const today = days[0] ?? 0;
  const told = [
    today > 0 ? say("due.sum", { today, all }) : all > 0 ? say("due.sumLater", { all }) : say("due.none"),
    ...(today > 0 ? [say("due.minutes", { n: minutesFor(today) })] : []),
    ...(waiting > 0 ? [say("due.waiting", { n: waiting }), say("due.cap", { n: cap })] : []),
  ];
  section.append(
    element("h2", "recall-title", say("due.title", { n: FORECAST_DAYS })),
    element("p", "recall-told", saySentences(told)),
    ...(all > 0 ? [dueChart(days, now, (index) => dayFrom(now, index)), reminderLine(days, now)] : []),
  );
  return section;
}

/**
 * @param {readonly number[]} days
 * @param {number} now
 */
function reminderLine(days, now) {
  const line = element("p", "recall-choice recall-remind");
  const day = sayDayToCome(dayFrom(now, findNextDay(days)), now);
  line.append(
    button("recall-help", say("due.remind"), "remind"),
    " ",
    element("span", "recall-meta", say("due.remindDay", { day })),
  );
  return line;
}

/**
 * The middle of a later day, in the reader's calendar.
 * @param {number} now
 * @param {number} days
 */
export function dayFrom(now, days) {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12).getTime();
}
