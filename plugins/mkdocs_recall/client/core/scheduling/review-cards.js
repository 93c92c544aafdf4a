// What comes back of an item, and when it is due. Pure: no clock, no storage, no page.
//
// A card and a choice question come back as they are, by the schedule of their log. An explanation comes back as one
// card for each concept that was missed, by a schedule of its own: that of the entries that tell about the concept.

import { judgeTicks } from "../score.js";
import { standing } from "../log.js";
import { findSchedule } from "./schedule.js";

/**
 * @typedef {import("../log.js").Entry} Entry
 * @typedef {import("../log.js").Attempt} Attempt
 *
 * @typedef {object} ReviewCard what comes up once: an item, or a concept of an explanation
 * @property {string} id of its item
 * @property {string} concept empty for a whole item
 * @property {readonly string[]} had concepts that the explanation had
 * @property {readonly string[]} ticked concepts that it has by now
 * @property {readonly Entry[]} log the entries that its schedule follows from
 * @property {number} due when it is due, in milliseconds since 1970
 */

/**
 * What an item is asked for, now or later.
 * @param {Pick<import("../manifest.js").ManifestItem, "id" | "concepts">} item
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
    return isReviewEntry(entry) || !next || isReviewEntry(next) || next.session !== entry.session;
  });
}

/**
 * The attempts at an explanation that tell about a concept, as attempts at it alone. One in a review tells about the
 * concept that was asked, which stands among its options.
 * @param {readonly (import("../log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
function judgeConcept(attempts, concept) {
  const about = attempts.filter((entry) => !isReviewEntry(entry) || entry.options.includes(concept));
  return about.map((entry) => ({ ...entry, outcome: judgeTicks(entry.concepts ?? [], [concept]) }));
}

/**
 * What the last explanation without a concept had.
 * @param {readonly (import("../log.js").Stamp & Attempt)[]} attempts
 * @param {string} concept
 */
function findLastWithout(attempts, concept) {
  const written = attempts.filter((entry) => !isReviewEntry(entry)).map((entry) => entry.concepts ?? []);
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
 * Whether an entry was made in a review.
 * @param {Entry} entry
 */
export function isReviewEntry(entry) {
  return "context" in entry && entry.context === "review";
}
