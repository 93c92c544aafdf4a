// What an item says of an answer: one text of the catalogue for each case.

import { daysBetween } from "../core/schedule.js";
import { say, sayList, saySentences } from "../ui/say.js";
import { sayDayToCome } from "../ui/dates.js";

/**
 * @param {number} tries tries in this round, this one included
 * @param {boolean} helped
 */
export function sayRight(tries, helped) {
  if (tries > 1) return helped ? say("mcq.right.tryHelp", { tries }) : say("mcq.right.try", { tries });
  return helped ? say("mcq.right.help") : say("mcq.right");
}

/**
 * @param {number} found keys chosen
 * @param {number} keys
 * @param {number} stray distractors chosen
 */
export function sayCounts(found, keys, stray) {
  return saySentences([say("mcq.found", { found, keys }), ...(stray > 0 ? [say("mcq.stray", { n: stray })] : [])]);
}

/** @param {string[]} letters of the keys */
export function sayAnswer(letters) {
  return say("mcq.answer", { letters: sayList(letters, "conjunction") });
}

/**
 * When a rated card comes back.
 * @param {import("../core/log.js").Rating} rating
 * @param {number} due
 * @param {number} now
 */
export function sayRated(rating, due, now) {
  const days = daysBetween(now, due);
  if (days < 1) return say("card.due");
  return days === 1 ? say(`card.${rating}.tomorrow`) : say(`card.${rating}.day`, { day: sayDayToCome(due, now) });
}

/**
 * When a question comes back that was not right on the first try without help. Without a review nothing comes by
 * itself.
 * @param {number} due
 * @param {number} now
 * @param {boolean} helped whether help alone is why
 * @param {boolean} reviewed whether the site has a review
 * @returns {string} a sentence; none where that is today or was before
 */
export function sayReturn(due, now, helped, reviewed) {
  const days = daysBetween(now, due);
  const what = reviewed ? "back" : "repeat";
  const why = helped ? "Help" : "";
  if (days < 1) return "";
  return days === 1
    ? say(`item.${what}.tomorrow${why}`)
    : say(`item.${what}.day${why}`, { day: sayDayToCome(due, now) });
}
