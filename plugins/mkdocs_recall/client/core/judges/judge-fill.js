// Whether what was typed into blanks is right, known to be wrong, close, or none of these.

import { fold, isOneOff } from "./typed-text.js";

/** A shorter answer is a different word once a letter of it changes: `cat` and `cut`. */
const SHORTEST_CLOSE = 4;

/**
 * @typedef {object} Accepted an answer that the author knows of
 * @property {string} typed what has to be typed
 * @property {boolean} right whether it is accepted, or known to be wrong
 * @property {boolean} exact whether case and spaces inside count
 *
 * @typedef {"right" | "close" | "wrong" | "empty"} BlankVerdict
 *
 * @typedef {object} JudgedBlank
 * @property {BlankVerdict} verdict
 * @property {number} answer index of the author's answer that it equals, -1 for none
 */

/**
 * What is accepted wins. It may be known to be wrong too: `Trainer` in code, accepted, beside the word trainer.
 * @param {string} given
 * @param {readonly Accepted[]} answers
 * @returns {JudgedBlank}
 */
export function judgeBlank(given, answers) {
  if (fold(given, true) === "") return { verdict: "empty", answer: -1 };
  for (const right of [true, false]) {
    const answer = answers.findIndex((each) => each.right === right && isEqual(given, each));
    if (answer >= 0) return { verdict: right ? "right" : "wrong", answer };
  }
  return { verdict: answers.some((answer) => isClose(given, answer)) ? "close" : "wrong", answer: -1 };
}

/** @param {string} given @param {Accepted} answer */
function isEqual(given, { typed, exact }) {
  return fold(given, exact) === fold(typed, exact);
}

/**
 * Nearly right: but for one letter, or for case and spaces where they count.
 * @param {string} given
 * @param {Accepted} answer
 */
function isClose(given, { typed, right, exact }) {
  if (!right) return false;
  const [mine, wanted] = [fold(given, false), fold(typed, false)];
  if (exact && mine.replaceAll(" ", "") === wanted.replaceAll(" ", "")) return true;
  return [...wanted].length >= SHORTEST_CLOSE && isOneOff(mine, wanted);
}
