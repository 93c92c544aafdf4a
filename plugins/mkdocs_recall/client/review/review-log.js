// What a review records, and what its records say. Pure: no clock, no storage, no page.

import { standing, texts } from "../core/log.js";
import { isReviewEntry, judgeConcept } from "../core/scheduling/review-cards.js";
import { listReviews, localDay } from "../core/scheduling/schedule.js";
import { judgeTicks } from "../core/score.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Attempt} Attempt
 * @typedef {import("../core/scheduling/review-cards.js").AskedItem} AskedItem
 * @typedef {import("../core/scheduling/review-cards.js").ReviewCard} ReviewCard
 * @typedef {import("../core/scheduling/schedule.js").DayOf} DayOf
 *
 * @typedef {{right: boolean, missed: string[]}} ReviewResult of an explanation also the concepts that were missed
 */

/** The grade of what is right, be it with help. */
const RIGHT = 2;

/**
 * What ticking concepts in a review says about their explanation.
 * @param {Pick<ReviewCard, "concepts" | "ticked">} card
 * @param {readonly string[]} concepts all that there are
 * @param {readonly string[]} recalled those of the card that are ticked
 * @returns {Pick<Attempt, "kind" | "outcome" | "options"> & {concepts: string[]}}
 */
export function makeAttempt({ concepts: asked, ticked }, concepts, recalled) {
  const now = texts([...ticked.filter((each) => !asked.includes(each)), ...recalled]);
  return { kind: "attempt", outcome: judgeTicks(now, concepts), options: [...asked], concepts: now };
}

/**
 * How an item went in the reviews of a day.
 * @param {AskedItem} item
 * @param {readonly Entry[]} entries its log
 * @param {number} now a time of the day
 * @param {DayOf} [dayOf]
 * @returns {ReviewResult | null} null where no review of the day had it
 */
export function judgeReview({ concepts }, entries, now, dayOf = localDay) {
  const today = standing(entries).filter((entry) => isReviewEntry(entry) && dayOf(entry.time) === dayOf(now));
  if (concepts.length === 0) {
    const [review] = listReviews(today, dayOf);
    return review ? { right: review.grade >= RIGHT, missed: [] } : null;
  }
  const attempts = today.filter((entry) => entry.kind === "attempt");
  const asked = concepts.filter((concept) => attempts.some(({ options }) => options.includes(concept)));
  const missed = asked.filter((concept) => {
    const [review] = listReviews(judgeConcept(attempts, concept), dayOf);
    return review && review.grade < RIGHT;
  });
  return asked.length > 0 ? { right: missed.length === 0, missed } : null;
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
