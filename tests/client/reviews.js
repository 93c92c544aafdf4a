// Entries of logs as lessons and reviews write them.

/** @typedef {import("../../plugins/mkdocs_recall/client/core/log.js").Entry} Entry */

const DAY = 24 * 60 * 60 * 1000;
export const NOON = new Date(2026, 10, 22, 12).getTime();
export const CONCEPTS = ["c1", "c2", "c3", "c4", "c5"];
export const EXPLAIN = { id: "e", concepts: CONCEPTS };

/** @param {number} day */
export const noon = (day) => NOON + day * DAY;

/**
 * @param {number} day from today
 * @param {"again" | "good"} rating
 * @param {string} [context]
 * @returns {Entry}
 */
export function rated(day, rating, context = "check") {
  return {
    id: `r${day}${context}`,
    time: noon(day),
    kind: "rating",
    rating,
    context,
    session: `s${day}`,
    help: [],
    rev: "",
  };
}

/**
 * @param {number} day from today
 * @param {string[]} concepts
 * @param {string[]} [asked] the concept that a review asked for
 * @param {string} [session]
 * @returns {Entry}
 */
export function ticked(day, concepts, asked, session = `s${day}`) {
  const outcome = concepts.length === CONCEPTS.length ? "right" : "wrong";
  const context = asked ? "review" : "check";
  const id = `t${day}${concepts.join("")}${asked ?? ""}`;
  return {
    id,
    time: noon(day) + concepts.length,
    kind: "attempt",
    outcome,
    options: asked ?? [],
    concepts,
    context,
    session,
    help: [],
    rev: "",
  };
}
