// What items ask of parts that come after the page: when items come back (due.js), and notices that work is not saved
// (notices.js). Until the first is here, items say nothing of it, and what they have said by then is completed. Notices
// wait for the second. Some pages also have a part that asks how sure readers are.

import { parts } from "../dom/parts.js";

/**
 * @typedef {import("../core/log.js").Entry} Entry
 * @typedef {import("../core/log.js").HelpKind} HelpKind
 * @typedef {import("../core/log.js").Rating} Rating
 *
 * @typedef {object} Returns
 * @property {(log: readonly Entry[]) => string | null} describe when an item comes back: a sentence, or none where that
 *   is today; null for one that was right on the first try without help
 * @property {(rating: Rating, log: readonly Entry[]) => string} describeRated what a card says once it is rated
 * @property {(log: readonly Entry[], help: Iterable<HelpKind>) => Record<Rating, string>} foresee when a card would
 *   come back, by its next rating
 */

/**
 * @typedef {import("../store/slots.js").Trouble} Trouble
 *
 * @typedef {object} Notices
 * @property {(host: Element, trouble: Trouble) => void} show why work is not saved, at the item or set whose work it is
 * @property {() => void} hide what is no longer true
 *
 * @typedef {object} Confidence
 * @property {(item: import("./item.js").RecallItemElement, content: DocumentFragment) => void} completePanel
 * @property {(answers: readonly {right: boolean, sure?: boolean}[]) => HTMLElement[]} makeCalibration
 * @property {() => DocumentFragment} makeAnswerFirst
 * @property {(test: Element, view: {shown: boolean, last: boolean, sure: boolean | null}) => void} showSureOf
 */

/** What a page has that asks how sure its reader is: see confidence/. @returns {Confidence | undefined} */
export function findConfidence() {
  return /** @type {Confidence | undefined} */ (parts().here["confidence"]);
}

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

/** @type {Notices | null} */
let board = null;

/** Notices that nothing can show yet. @type {[Element, Trouble][]} */
const unshown = [];

/**
 * Say why work is not saved.
 * @param {Element} host the item or set whose work it is
 * @param {Trouble} trouble
 */
export function showNotice(host, trouble) {
  if (board) board.show(host, trouble);
  else unshown.push([host, trouble]);
}

/** Take notices away that are no longer true. */
export function hideNotices() {
  board?.hide();
}

/** @param {Notices} given */
export function provideNotices(given) {
  board = given;
  for (const [host, trouble] of unshown) given.show(host, trouble);
  given.hide();
}
