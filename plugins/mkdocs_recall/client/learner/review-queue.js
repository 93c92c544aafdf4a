// What a review asks today, and what comes back when. Pure: no clock, no storage, no page.
//
// A card and a choice question come back as they are, by the schedule of their log. An explanation comes back as one
// card for each concept that was missed, by a schedule of its own: that of the entries that tell about the concept.

import { outcomeOf } from "../core/drafts.js";
import { standing, texts } from "../core/log.js";
import { generatorOf } from "../core/random.js";
import { localDay, scheduleOf } from "../core/schedule.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Attempt} Attempt
 *
 * @typedef {object} Known an item of the site
 * @property {string} id
 * @property {readonly string[]} concepts ids of an explanation; any other item has none
 *
 * @typedef {object} Asked what comes up once
 * @property {string} id of its item
 * @property {string} concept empty for a whole item
 * @property {readonly string[]} had concepts that the explanation had
 * @property {readonly string[]} ticked concepts that it has by now
 * @property {readonly Entry[]} log the entries that its schedule follows from
 * @property {number} due when it is due, in milliseconds since 1970
 *
 * @typedef {{day: number, cards: number}} Later
 *
 * @typedef {object} Plan
 * @property {Asked[]} today in the order in which they come up
 * @property {number} waiting cards that are due, but new and too many for today
 * @property {Later[]} later when others come back: the first moment of a day, and how many
 * @property {boolean} begun whether something was reviewed today
 */

/**
 * What an item is asked for, now or later.
 * @param {Known} item
 * @param {readonly Entry[]} entries its log
 * @param {number} now
 * @returns {Asked[]}
 */
export function askedOf({ id, concepts }, entries, now) {
  const log = standing(entries);
  const whole = { id, concept: "", had: [], ticked: [], log };
  if (concepts.length === 0) return scheduled(whole, now);
  const written = settled(log);
  return concepts.flatMap((concept) => {
    const told = toldOf(written, concept);
    const missed = told.filter(({ outcome }) => outcome !== "right").at(-1);
    if (!missed) return [];
    const had = writtenOf(written, concept).filter((each) => concepts.includes(each));
    return scheduled({ id, concept, had, ticked: tickedOf(log, concepts), log: told }, now);
  });
}

/**
 * @param {Omit<Asked, "due">} asked
 * @param {number} now
 * @returns {Asked[]} none where it was never answered
 */
function scheduled(asked, now) {
  const schedule = scheduleOf(asked.log, now);
  return schedule ? [{ ...asked, due: schedule.due }] : [];
}

/**
 * The attempts at an explanation, without those that went on in the same session: ticking takes several.
 * @param {readonly Entry[]} log
 */
function settled(log) {
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
function toldOf(attempts, concept) {
  const telling = attempts.filter((entry) => !isReview(entry) || entry.options.includes(concept));
  return telling.map((entry) => ({ ...entry, outcome: outcomeOf(entry.concepts ?? [], [concept]) }));
}

/**
 * What the last explanation without a concept had.
 * @param {readonly (import("../core/log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
function writtenOf(attempts, concept) {
  const written = attempts.filter((entry) => !isReview(entry)).map((entry) => entry.concepts ?? []);
  return written.filter((concepts) => !concepts.includes(concept)).at(-1) ?? [];
}

/**
 * @param {readonly Entry[]} log
 * @param {readonly string[]} concepts all that there are
 */
function tickedOf(log, concepts) {
  const last = log.filter((entry) => entry.kind === "attempt").at(-1);
  return (last?.concepts ?? []).filter((each) => concepts.includes(each));
}

/**
 * What rating a concept says about its explanation.
 * @param {Pick<Asked, "concept" | "ticked">} asked
 * @param {readonly string[]} concepts all that there are
 * @param {import("../core/log.js").Rating} rating
 * @returns {Pick<Attempt, "kind" | "outcome" | "options" | "concepts">}
 */
export function conceptTold({ concept, ticked }, concepts, rating) {
  const others = ticked.filter((each) => each !== concept);
  const now = rating === "good" ? texts([...others, concept]) : others;
  return { kind: "attempt", outcome: outcomeOf(now, concepts), options: [concept], concepts: now };
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
 * @param {readonly Asked[]} asked of all items that were answered
 * @param {number} now
 * @param {number} cap new items a day: those that were never in a review
 * @param {(time: number) => number} [dayOf] the first moment of a time's day
 * @returns {Plan}
 */
export function planOf(asked, now, cap, dayOf = localDay) {
  const today = dayOf(now);
  const days = asked.flatMap(({ id, log }) => log.filter(isReview).map(({ time }) => ({ id, day: dayOf(time) })));
  const seen = new Set(days.map(({ id }) => id));
  const before = new Set(days.filter(({ day }) => day < today).map(({ id }) => id));
  const due = asked.filter((each) => dayOf(each.due) <= today);
  const fresh = due.filter(({ id }) => !seen.has(id)).sort((a, b) => a.due - b.due);
  const admitted = new Set(texts(fresh.map(({ id }) => id)).slice(0, Math.max(0, cap - (seen.size - before.size))));
  const ready = due.filter(({ id }) => seen.has(id) || admitted.has(id));
  return {
    today: mixed(ready, String(today)),
    waiting: due.length - ready.length,
    later: daysOf(asked.filter((each) => dayOf(each.due) > today).map((each) => dayOf(each.due))),
    begun: days.some(({ day }) => day === today),
  };
}

/**
 * An order by chance that stays the same for the whole day, whatever is answered meanwhile.
 * @param {readonly Asked[]} asked
 * @param {string} seed
 */
function mixed(asked, seed) {
  const places = asked.map((each) => ({ each, place: generatorOf(`${seed} ${keyOf(each)}`)() }));
  return places.sort((a, b) => a.place - b.place).map(({ each }) => each);
}

/**
 * The name of a card in a review.
 * @param {Pick<Asked, "id" | "concept">} asked
 */
export function keyOf({ id, concept }) {
  return concept ? `${id} ${concept}` : id;
}

/**
 * @param {readonly number[]} days
 * @returns {Later[]}
 */
function daysOf(days) {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  return distinct.map((day) => ({ day, cards: days.filter((each) => each === day).length }));
}
