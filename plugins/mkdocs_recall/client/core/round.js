// A round of a set: what the entries since its beginning say about each question. Pure.

import { fields, standing, text, texts } from "./log.js";

/**
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {Entry & {kind: "attempt"}} AttemptEntry
 * @typedef {Entry & {kind: "rating"}} RatingEntry
 * @typedef {"right" | "helped" | "missed"} RoundResult right on the first try without help; right in the end; answered
 *   or shown, and not right
 *
 * @typedef {object} Round
 * @property {string} at id of the question in view, empty for the first
 * @property {number} since time of its first entry or later; 0 for the whole log
 * @property {string[] | null} only ids of the questions it has, null for all
 *
 * @typedef {Record<RoundResult | "unanswered", number>} Sums
 */

/**
 * @param {unknown} record
 * @returns {Round}
 */
export function readRound(record) {
  const { at, since, only } = fields(record);
  return {
    at: text(at),
    since: typeof since === "number" && Number.isFinite(since) && since > 0 ? since : 0,
    only: Array.isArray(only) ? texts(only) : null,
  };
}

/**
 * @param {readonly Entry[]} entries of one item
 * @param {number} since when the round began
 * @param {string} rev the item's revision
 * @returns {RoundResult | null} null where it was not answered
 */
export function judgeRound(entries, since, rev) {
  const mine = standing(entries).filter(({ time }) => time >= since);
  const attempts = mine.filter((entry) => entry.kind === "attempt").filter((entry) => entry.rev === rev);
  const ratings = mine.filter((entry) => entry.kind === "rating");
  return attempts.length > 0 ? attemptResult(attempts) : ratingResult(ratings);
}

/**
 * Ticks are given one by one: of an explanation the last entry alone counts.
 * @param {readonly AttemptEntry[]} attempts at least one
 * @returns {RoundResult}
 */
function attemptResult(attempts) {
  const counted = attempts.at(-1)?.concepts ? attempts.slice(-1) : attempts;
  const [first] = counted;
  if (first?.outcome === "right" && first.help.length === 0) return "right";
  return counted.at(-1)?.outcome === "right" ? "helped" : "missed";
}

/**
 * @param {readonly RatingEntry[]} ratings
 * @returns {RoundResult | null}
 */
function ratingResult(ratings) {
  const last = ratings.at(-1);
  if (!last) return null;
  if (last.rating === "again") return "missed";
  return ratings.some(({ rating, help }) => rating === "again" || help.length > 0) ? "helped" : "right";
}

/**
 * @param {readonly (RoundResult | null)[]} results
 * @returns {Sums}
 */
export function sumUp(results) {
  /** @param {RoundResult | null} wanted */
  const count = (wanted) => results.filter((result) => result === wanted).length;
  return { right: count("right"), helped: count("helped"), missed: count("missed"), unanswered: count(null) };
}
