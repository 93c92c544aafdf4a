// What an item says of an answer: one text of the catalogue for each case.

import { say, sayList, saySentences } from "../ui/say.js";

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
  return say("mcq.answer", { letters: sayList(letters, { type: "conjunction" }) });
}
