// What a review asks today, and what comes back when. Pure: no clock, no storage, no page.
//
// A card and a choice question come back as they are, by the schedule of their log. An explanation comes back as one
// card for each concept that was missed, by a schedule of its own: that of the entries that tell about the concept.

import { judgeTicks } from "../core/writing.js";
import { standing, texts } from "../core/log.js";
import { makeGenerator } from "../core/random.js";
import { findSchedule, localDay } from "../core/schedule.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Attempt} Attempt
 *
 * @typedef {object} ReviewCard what comes up once: an item, or a concept of an explanation
 * @property {string} id of its item
 * @property {string} concept empty for a whole item
 * @property {readonly string[]} had concepts that the explanation had
 * @property {readonly string[]} ticked concepts that it has by now
 * @property {readonly Entry[]} log the entries that its schedule follows from
 * @property {number} due when it is due, in milliseconds since 1970
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
 * What an item is asked for, now or later.
 * @param {Pick<import("../core/manifest.js").ManifestItem, "id" | "concepts">} item
 * @param {readonly Entry[]} entries its log
 * @param {number} now
 * @returns {ReviewCard[]}
 */
export function findCards({ id, concepts }, entries, now) {
  const log = standing(entries);
  const whole = { id, concept: "", had: [], ticked: [], log };
  if (concepts.length === 0) return addDue(whole, now);
  const written = takeLastTicks(log);
  return concepts.flatMap((concept) => {
    const judged = judgeConcept(written, concept);
    const missed = judged.filter(({ outcome }) => outcome !== "right").at(-1);
    if (!missed) return [];
    const had = findLastWithout(written, concept).filter((each) => concepts.includes(each));
    return addDue({ id, concept, had, ticked: findTicked(log, concepts), log: judged }, now);
  });
}

/**
 * @param {Omit<ReviewCard, "due">} card
 * @param {number} now
 * @returns {ReviewCard[]} none where it was never answered
 */
function addDue(card, now) {
  const schedule = findSchedule(card.log, now);
  return schedule ? [{ ...card, due: schedule.due }] : [];
}

/**
 * The attempts at an explanation, without those that went on in the same session: ticking takes several.
 * @param {readonly Entry[]} log
 */
function takeLastTicks(log) {
  const attempts = log.filter((entry) => entry.kind === "attempt");
  return attempts.filter((entry, index) => {
    const next = attempts[index + 1];
    return isReview(entry) || !next || isReview(next) || next.session !== entry.session;
  });
}

/**
 * The attempts at an explanation that tell about a concept, as attempts at it alone. One in a review tells about the
 * concept that was asked, which stands among its options.
 * @param {readonly (import("../core/log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
function judgeConcept(attempts, concept) {
  const about = attempts.filter((entry) => !isReview(entry) || entry.options.includes(concept));
  return about.map((entry) => ({ ...entry, outcome: judgeTicks(entry.concepts ?? [], [concept]) }));
}

/**
 * What the last explanation without a concept had.
 * @param {readonly (import("../core/log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
function findLastWithout(attempts, concept) {
  const written = attempts.filter((entry) => !isReview(entry)).map((entry) => entry.concepts ?? []);
  return written.filter((concepts) => !concepts.includes(concept)).at(-1) ?? [];
}

/**
 * @param {readonly Entry[]} log
 * @param {readonly string[]} concepts all that there are
 */
function findTicked(log, concepts) {
  const last = log.filter((entry) => entry.kind === "attempt").at(-1);
  return (last?.concepts ?? []).filter((each) => concepts.includes(each));
}

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
    (entry) => isReview(entry) && "session" in entry && entry.session === session,
  );
  return recorded.filter(({ time }) => time >= since).map(({ id }) => id);
}

/** @param {Entry} entry */
function isReview(entry) {
  return "context" in entry && entry.context === "review";
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
  const days = cards.flatMap(({ id, log }) => log.filter(isReview).map(({ time }) => ({ id, day: dayOf(time) })));
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
