// How many cards a review asks on each of the next days, if its reader does what is due each day. Pure.

import { dayNumber } from "../items/due/due-record.js";

/** @typedef {import("../items/due/due-record.js").DueRecord} DueRecord */

/** Days that are shown. */
export const FORECAST_DAYS = 14;

/**
 * New items beyond the cap of a day wait for the days after it, as they do in a review.
 * @param {DueRecord} record
 * @param {number} now
 * @returns {{days: number[], waiting: number}} cards of each day, today first; cards due today that have to wait
 */
export function forecastDue({ cap, items }, now) {
  const today = dayNumber(now);
  const all = [...items.values()].filter(({ days }) => days.length > 0);
  /** Whatever is due of an item is one card. @param {readonly number[]} due @param {number} [first] */
  const placesOf = (due, first = 0) => new Set(due.map((day) => Math.max(first, day - today)));
  const known = all.filter(({ reviewed }) => reviewed > 0).flatMap(({ days }) => [...placesOf(days)]);
  const begun = [...items.values()].filter(({ reviewed }) => reviewed === today).length;
  const fresh = all.filter(({ reviewed }) => reviewed === 0).sort((a, b) => Math.min(...a.days) - Math.min(...b.days));
  const days = Array.from({ length: FORECAST_DAYS }, (_, index) => {
    return known.filter((place) => place === index).length;
  });
  /** Places that are left for new items on each day. */
  const room = days.map((_, index) => Math.max(0, index === 0 ? cap - begun : cap));
  let waiting = 0;
  for (const item of fresh) {
    const first = Math.max(0, Math.min(...item.days) - today);
    const admitted = room.findIndex((left, index) => index >= first && left > 0);
    if (first === 0 && admitted !== 0) waiting += 1;
    if (admitted < 0) continue;
    room[admitted] = (room[admitted] ?? 0) - 1;
    for (const place of placesOf(item.days, admitted)) if (place < FORECAST_DAYS) days[place] = (days[place] ?? 0) + 1;
  }
  return { days, waiting };
}

/**
 * The day on which a reader who has done what is due today should come back.
 * @param {readonly number[]} days cards of each day, today first
 * @returns {number} how many days from today; -1 where nothing is due
 */
export function findNextDay(days) {
  const later = days.findIndex((cards, index) => index > 0 && cards > 0);
  return later > 0 ? later : days.findIndex((cards) => cards > 0);
}
