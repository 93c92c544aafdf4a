// When items come back, as items ask for it. What works that out comes after the page (due.js): until it is here, items
// say nothing of it, and what they have said by then is completed.

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").Rating} Rating
 *
 * @typedef {object} Returns
 * @property {(log: readonly Entry[]) => string | null} describe when an item comes back: a sentence, or none where that
 *   is today; null for one that was right on the first try without help
 * @property {(rating: Rating, log: readonly Entry[]) => string} describeRated what a card says once it is rated
 * @property {(log: readonly Entry[], help: Iterable<import("../core/log.js").HelpKind>) => Record<Rating, string>} foresee
 *   when a card would come back, by its next rating
 */

/** @type {Returns | null} */
let returns = null;

export function findReturns() {
  return returns;
}

/** In what may say when an item comes back: what is answered or open, and a practice at its end. */
const TOLD = "[data-recall-state], [data-recall-rating], [data-recall-view], .recall-item [open]";

/** @param {Returns} given */
export function provideReturns(given) {
  returns = given;
  const told = [...document.querySelectorAll(TOLD)].map((each) => each.closest(".recall-item, .recall-set"));
  for (const each of new Set(told))
    if (each && "showReturn" in each && typeof each.showReturn === "function") each.showReturn();
}
