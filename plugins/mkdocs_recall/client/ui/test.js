// Every English word of a test.

import { ENOUGH, GOAL } from "../core/mastery.js";

export const TEST_WORDS = Object.freeze({
  tooSmall: "This test needs more questions.",
  notBuilt: "This site was built without what this test needs.",
  notLoaded: "The questions could not be loaded. Reload the page to try again.",
  flag: "Flag",
  unflag: "Unflag",
  finish: "Finish test",
  newTest: "New test",
  studyNext: "Study next",
  leftOut: "left out of the verdict",
  retry: "A retry gives no verdict.",
  second: "A second strong test on another day makes it secure.",
  secure: "Strong tests on two days make it secure.",
  enough: `A verdict needs ${ENOUGH} questions.`,
  goal: `goal ${percent(GOAL)}`,
});

/** @param {number} whole */
export function percent(whole) {
  return new Intl.NumberFormat("en", { style: "percent" }).format(whole / 100);
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} other
 */
function plural(number, one, other) {
  return `${number} ${new Intl.PluralRules("en").select(number) === "one" ? one : other}`;
}

/** @param {string} seed */
export function formName(seed) {
  return `Form ${seed}`;
}

/** @param {number} number of questions */
export function unanswered(number) {
  const [are, they] = number === 1 ? ["question is", "It counts"] : ["questions are", "They count"];
  return `${number} ${are} unanswered. ${they} as missed.`;
}

/** @param {number} number of a question */
export function goToQuestion(number) {
  return `Go to question ${number}`;
}

/**
 * @param {boolean} retry
 * @param {number} time
 */
export function resultOn(retry, time) {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(time);
  return `${retry ? "Retry" : "Test result"}, ${day}`;
}

/** @param {number} all */
export function outOf(all) {
  return `of ${all}`;
}

/** @param {number} right */
export function rightUnaided(right) {
  return `${right} right on the first try, without help.`;
}

/** @param {{low: number, high: number}} range */
export function likelyBetween({ low, high }) {
  return `Over many tests like this one you would likely score between ${percent(low)} and ${percent(high)}.`;
}

/** @param {{low: number, high: number}} range */
export function rangeTold({ low, high }) {
  const scale = `on a scale from ${percent(0)} to ${percent(100)}`;
  return `Likely score: ${percent(low)} to ${percent(high)}, ${scale}. The goal is ${percent(GOAL)}.`;
}

/** @param {{low: number, high: number}} range */
export function rangeShort({ low, high }) {
  return `${percent(low)} to ${percent(high)}`;
}

/**
 * @param {number} right how many it takes
 * @param {number} all
 * @param {number} hard how many of them are hard
 */
export function strongTakes(right, all, hard) {
  return `Strong takes ${right} of ${all}${hard > 0 ? ", with at least half of the hard ones right" : ""}.`;
}

/**
 * @param {number} covered
 * @param {number} missed
 */
export function startBelow(covered, missed) {
  return `Start with the sections below; they cover ${covered} of the ${missed} you missed.`;
}

/** @param {number} seen */
export function leftOut(seen) {
  return `Left out of the verdict: ${plural(seen, "question", "questions")} you answered in the last 24 hours.`;
}

/** @param {number} changed */
export function leftOutChanged(changed) {
  const questions = plural(changed, "question that has", "questions that have");
  return `Left out of the verdict: ${questions} changed since you answered.`;
}

/**
 * @param {number} missed
 * @param {number} all
 */
export function missedOf(missed, all) {
  return `missed ${missed} of ${all}`;
}

/** @param {number} questions */
export function allQuestions(questions) {
  return questions === 1 ? "1 question" : `All ${questions} questions`;
}
