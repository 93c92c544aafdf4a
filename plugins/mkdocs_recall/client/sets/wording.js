// What sets say of their questions: one text of the catalogue for each case.

import { say, sayList, saySentences } from "../ui/say.js";

/** @typedef {import("./base-set.js").Mark} Mark */

/**
 * The name of a circle.
 * @param {number} number
 * @param {Mark} mark
 */
export function sayCircle(number, mark) {
  return say(`circle.${nameMark(mark)}`, { number });
}

/**
 * What a row of the list says about its question.
 * @param {Mark} mark
 */
export function sayRow(mark) {
  return say(`row.${nameMark(mark)}`);
}

/**
 * Only a test has flags, and while it is running it does not say whether an answer is right.
 * @param {Mark} mark
 */
function nameMark({ state, flagged }) {
  if (!flagged) return state ?? "none";
  return state ? "answeredFlagged" : "flagged";
}

/**
 * How a round went, and what comes of it.
 * @param {import("../core/round.js").Sums} sums
 * @param {number | null} back how many come back: missed, with help, or not right at first today; null if not known
 * @param {boolean} reviewed whether the site has a review
 */
export function sayRound(sums, back, reviewed) {
  const results = /** @type {const} */ (["right", "helped", "missed", "unanswered"]);
  const counts = results.filter((each) => sums[each] > 0).map((each) => say(`set.sum.${each}`, { n: sums[each] }));
  if (counts.length === 0) return "";
  const told = say("set.sums", { sums: sayList(counts) });
  if (back === null) return told;
  if (back > 0) return saySentences([told, say(reviewed ? "set.comeBack" : "set.toRepeat", { n: back })]);
  return sums.unanswered > 0 ? told : saySentences([told, say("item.nothingLeft")]);
}
