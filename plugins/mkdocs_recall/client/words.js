// Every English word the script writes.

export const WORDS = Object.freeze({
  check: "Check answer",
  tryAgain: "Try again",
  showHint: "Show hint",
  hideHints: "Hide hints",
  showAnswer: "Show answer",
  hideAnswer: "Hide answer",
  chooseFirst: "Choose an answer first.",
  notYet: "Not yet",
  changed: "Changed since you answered.",
  again: "Again",
  good: "Good",
  answers: "Answers",
});

/** The mark at the end of a row. A key that was not chosen reads otherwise where there are several keys. */
export const MARKS = Object.freeze({
  wrong: "Your choice: not correct",
  tried: "Tried",
  right: "Correct",
  missed: "The answer",
  missedPart: "Part of the answer",
});

/** Why a save did not last. */
export const NOTICES = Object.freeze({
  memory: "This browser does not let pages save. Your progress lasts until you close this page.",
  full: "No room left to save. Nothing stored was lost; export your progress to be safe.",
  newer: "Saved by a newer version of this site. Your progress lasts until you close this page.",
});

/**
 * @param {number} step the step the button shows next, from 1
 * @param {number} steps
 */
export function showStep(step, steps) {
  return `Show step ${step} of ${steps}`;
}

/**
 * @param {number} tries tries in this round, this one included
 * @param {boolean} helped
 */
export function correct(tries, helped) {
  const words = ["Correct"];
  if (tries > 1) words.push(`on try ${tries}`);
  if (helped) words.push("with help");
  return words.join(", ");
}

/**
 * @param {number} found keys chosen
 * @param {number} keys
 * @param {number} stray distractors chosen
 */
export function counts(found, keys, stray) {
  const sentence = `${found} of ${keys} found.`;
  if (stray === 0) return sentence;
  const one = new Intl.PluralRules("en").select(stray) === "one";
  return `${sentence} ${stray} ${one ? "choice does" : "choices do"} not belong.`;
}

/** @param {string[]} letters */
export function answerIs(letters) {
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
  return `Answer: ${list.format(letters)}`;
}

/**
 * @param {number} recalled
 * @param {number} cards
 */
export function tally(recalled, cards) {
  return `${recalled} of ${cards} recalled`;
}
