// What a review asks today, and what comes back when. Pure: no clock, no storage, no page.

import { texts } from "../core/log.js";
import { makeGenerator } from "../core/random.js";
import { isReviewEntry } from "../core/scheduling/review-cards.js";
import { localDay } from "../core/scheduling/schedule.js";

/**
 * @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 *
 * @typedef {{day: number, cards: number}} DueDay the first moment of a day, and how many cards come back on it
 *
 * @typedef {object} Plan
 * @property {ReviewCard[]} today in the order in which they come up
 * @property {number} waiting cards that are due, but new and too many for today
 * @property {DueDay[]} later when others come back
 * @property {number} introduced new items that a review asked today
 */

/**
 * @param {readonly ReviewCard[]} cards of all items that were answered
 * @param {number} now
 * @param {number} cap new items a day: those that were never in a review
 * @param {(time: number) => number} [dayOf] the first moment of a time's day
 * @returns {Plan}
 */
export function planReview(cards, now, cap, dayOf = localDay) {
  const today = dayOf(now);
  const days = cards.flatMap(({ id, log }) => log.filter(isReviewEntry).map(({ time }) => ({ id, day: dayOf(time) })));
  const seen = new Set(days.map(({ id }) => id));
  const before = new Set(days.filter(({ day }) => day < today).map(({ id }) => id));
  const due = cards.filter((each) => dayOf(each.due) <= today);
  const fresh = due.filter(({ id }) => !seen.has(id)).sort((a, b) => bySureMiss(a, b) || a.due - b.due);
  const introduced = seen.size - before.size;
  const admitted = new Set(texts(fresh.map(({ id }) => id)).slice(0, Math.max(0, cap - introduced)));
  const ready = due.filter(({ id }) => seen.has(id) || admitted.has(id));
  return {
    today: shuffleForDay(ready, String(today)),
    waiting: due.length - ready.length,
    later: countByDay(cards.filter((each) => dayOf(each.due) > today).map((each) => dayOf(each.due))),
    introduced,
  };
}

/**
 * What was missed while the reader was sure comes first.
 * @param {ReviewCard} a
 * @param {ReviewCard} b
 */
function bySureMiss(a, b) {
  return Number(b.sureMiss) - Number(a.sureMiss);
}

/**
 * A random order that stays the same all day, whatever is answered meanwhile.
 * @param {readonly ReviewCard[]} cards
 * @param {string} seed
 */
function shuffleForDay(cards, seed) {
  const places = cards.map((each) => ({ each, place: makeGenerator(`${seed} ${each.id}`)() }));
  return places.sort((a, b) => bySureMiss(a.each, b.each) || a.place - b.place).map(({ each }) => each);
}

/**
 * @param {readonly number[]} days
 * @returns {DueDay[]}
 */
function countByDay(days) {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  return distinct.map((day) => ({ day, cards: days.filter((each) => each === day).length }));
}
