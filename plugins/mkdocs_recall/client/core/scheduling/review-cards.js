// What comes back of an item, and when it is due. Pure: no clock, no storage, no page.
//
// A card and a choice question come back as they are, by the schedule of their log. Each missed concept of an
// explanation has a schedule of its own: that of the entries that tell about it. Those that are due on one day come as
// one card.

import { judgeTicks } from "../score.js";
import { isSuspended, standing } from "../log.js";
import { findSchedule, localDay } from "./schedule.js";

/**
 * @typedef {import("../log.js").Entry} Entry
 * @typedef {import("../log.js").Attempt} Attempt
 *
 * @typedef {import("./schedule.js").DayOf} DayOf
 * @typedef {Pick<import("../manifest.js").ManifestItem, "id" | "concepts">} AskedItem
 *
 * @typedef {object} ReviewCard what comes up once: an item, or those concepts of an explanation that are due together
 * @property {string} id of its item
 * @property {readonly string[]} concepts that are asked; none for a whole item
 * @property {readonly string[]} ticked concepts that the explanation has by now
 * @property {readonly Entry[]} log of the item
 * @property {number} due when it is due, in milliseconds since 1970
 * @property {boolean} sureMiss whether it was missed last time while the reader was sure
 */

/**
 * What an item is asked for, now or later: nothing while it is suspended.
 * @param {AskedItem} item
 * @param {readonly Entry[]} entries its log
 * @param {number} now
 * @param {DayOf} [dayOf] the first moment of a time's day
 * @returns {ReviewCard[]} one at most for today and for the days before, and one for each later day
 */
export function findCards({ id, concepts }, entries, now, dayOf = localDay) {
  const log = standing(entries);
  const ticked = findTicked(log, concepts);
  /** @type {Map<number, ReviewCard>} */
  const byDay = new Map();
  for (const { concept, due, sureMiss } of isSuspended(entries) ? [] : findDues(concepts, log, now, dayOf)) {
    const day = Math.max(dayOf(due), dayOf(now));
    const { concepts: asked, due: first } = byDay.get(day) ?? { concepts: [], due };
    byDay.set(day, { id, concepts: [...asked, ...concept], ticked, log, due: Math.min(first, due), sureMiss });
  }
  return [...byDay.values()];
}

/**
 * When each missed concept of an explanation is due, or an item as a whole.
 * @param {readonly string[]} concepts
 * @param {readonly Entry[]} log
 * @param {number} now
 * @param {DayOf} dayOf
 * @returns {{concept: string[], due: number, sureMiss: boolean}[]} without what was never answered
 */
function findDues(concepts, log, now, dayOf) {
  const written = takeLastTicks(log);
  const asked = concepts.map((concept) => ({ concept: [concept], log: judgeConcept(written, concept) }));
  const missed = asked.filter(({ log }) => log.some(({ outcome }) => outcome !== "right"));
  return (concepts.length > 0 ? missed : [{ concept: [], log }]).flatMap(({ concept, log }) => {
    const schedule = findSchedule(log, now, dayOf);
    return schedule ? [{ concept, due: schedule.due, sureMiss: schedule.sureMiss }] : [];
  });
}

/**
 * The attempts at an explanation, without those that went on in the same session: ticking takes several.
 * @param {readonly Entry[]} log
 */
function takeLastTicks(log) {
  const attempts = log.filter((entry) => entry.kind === "attempt");
  return attempts.filter((entry, index) => {
    const next = attempts[index + 1];
    return isReviewEntry(entry) || !next || isReviewEntry(next) || next.session !== entry.session;
  });
}

/**
 * The attempts at an explanation that tell about a concept, as attempts at it alone. One in a review tells about the
 * concept that was asked, which stands among its options.
 * @param {readonly (import("../log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
export function judgeConcept(attempts, concept) {
  const about = attempts.filter((entry) => !isReviewEntry(entry) || entry.options.includes(concept));
  return about.map((entry) => ({ ...entry, outcome: judgeTicks(entry.concepts ?? [], [concept]) }));
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
 * Whether an entry was made in a review.
 * @param {Entry} entry
 */
export function isReviewEntry(entry) {
  return "context" in entry && entry.context === "review";
}
