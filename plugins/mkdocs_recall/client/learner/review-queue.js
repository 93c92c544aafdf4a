// What a review asks today, and what comes back when. Pure: no clock, no storage, no page.

import { judgeTicks } from "../core/score.js";
import { standing, texts } from "../core/log.js";
import { makeGenerator } from "../core/random.js";
import { isReviewEntry } from "../core/scheduling/review-cards.js";
import { localDay } from "../core/scheduling/schedule.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Attempt} Attempt
 * @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 *
 * @typedef {{day: number, cards: number}} DueDay the first moment of a day, and how many cards come back on it
 *
 * @typedef {object} Plan
 * @property {ReviewCard[]} today in the order in which they come up
 * @property {number} waiting cards that are due, but new and too many for today
 * @property {DueDay[]} later when others come back
 * @property {boolean} begun whether something was reviewed today
 */

/**
 * What rating a concept says about its explanation.
 * @param {Pick<ReviewCard, "concept" | "ticked">} card
 * @param {readonly string[]} concepts all that there are
 * @param {import("../core/log.js").Rating} rating
 * @returns {Pick<Attempt, "kind" | "outcome" | "options" | "concepts">}
 */
export function makeAttempt({ concept, ticked }, concepts, rating) {
  const others = ticked.filter((each) => each !== concept);
  const now = rating === "good" ? texts([...others, concept]) : others;
  return { kind: "attempt", outcome: judgeTicks(now, concepts), options: [concept], concepts: now };
}

/**
 * What a visit recorded of an item in a review since a moment.
 * @param {readonly Entry[]} entries
 * @param {number} since
 * @param {string} session
 * @returns {string[]} ids of entries that stand
 */
export function reviewedSince(entries, since, session) {
  const recorded = standing(entries).filter(
    (entry) => isReviewEntry(entry) && "session" in entry && entry.session === session,
  );
  return recorded.filter(({ time }) => time >= since).map(({ id }) => id);
}

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
  const fresh = due.filter(({ id }) => !seen.has(id)).sort((a, b) => a.due - b.due);
  const admitted = new Set(texts(fresh.map(({ id }) => id)).slice(0, Math.max(0, cap - (seen.size - before.size))));
  const ready = due.filter(({ id }) => seen.has(id) || admitted.has(id));
  return {
    today: shuffleForDay(ready, String(today)),
    waiting: due.length - ready.length,
    later: countByDay(cards.filter((each) => dayOf(each.due) > today).map((each) => dayOf(each.due))),
    begun: days.some(({ day }) => day === today),
  };
}

/**
 * An order by chance that stays the same for the whole day, whatever is answered meanwhile.
 * @param {readonly ReviewCard[]} cards
 * @param {string} seed
 */
function shuffleForDay(cards, seed) {
  const places = cards.map((each) => ({ each, place: makeGenerator(`${seed} ${nameCard(each)}`)() }));
  return places.sort((a, b) => a.place - b.place).map(({ each }) => each);
}

/**
 * The name of a card in a review.
 * @param {Pick<ReviewCard, "id" | "concept">} card
 */
export function nameCard({ id, concept }) {
  return concept ? `${id} ${concept}` : id;
}

/**
 * @param {readonly number[]} days
 * @returns {DueDay[]}
 */
function countByDay(days) {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  return distinct.map((day) => ({ day, cards: days.filter((each) => each === day).length }));
}
