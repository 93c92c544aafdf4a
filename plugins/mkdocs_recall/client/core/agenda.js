// What a reader can do now, the best first (DESIGN.md 7, "Thread"). Pure: no clock, no storage, no page.

import { DAY } from "./log.js";

/**
 * @typedef {import("./manifest.js").Section} Section
 *
 * @typedef {object} TopicState
 * @property {number} answered items of it
 * @property {{verdict: import("./mastery.js").Verdict | "secure", time: number} | null} last finished test
 * @property {{answered: number, all: number} | null} running a test in progress
 * @property {{answered: number, all: number}} lesson of the items that no test has
 * @property {readonly Section[]} missed sections about what the last test missed, the most missed first
 * @property {boolean} studied whether the lesson was worked on since the last test
 *
 * @typedef {{do: "continue", answered: number, all: number}} Continue a test in progress
 * @typedef {{do: "review", due: number}} ReviewDue
 * @typedef {{do: "study", sections: readonly Section[]}} StudyStep what the last test showed to be weak
 * @typedef {{do: "test", studied: boolean}} Test a topic, and whether it was studied before
 * @typedef {{do: "second"}} Second the test that makes a strong topic secure
 * @typedef {{do: "goOn"}} GoOn a lesson that was begun
 * @typedef {{do: "begin"}} Begin a topic of which nothing was done yet
 * @typedef {Continue | ReviewDue | StudyStep | Test | Second | GoOn | Begin} Step
 */

/** Sections to study that are named. */
const SECTIONS = 2;

/** From one thing to do to the next: earlier ones are better. @type {readonly Step["do"][]} */
const ORDER = ["continue", "review", "study", "test", "second", "goOn", "begin"];

/**
 * What can be done in one topic, the best first. A test in progress is the one to take.
 * @param {TopicState} state
 * @param {number} now
 * @returns {Step[]} empty where nothing is left to do, and where all that is left has to wait for another day
 */
export function findTopicSteps(state, now) {
  const after = state.last ? stepAfterTest(state, state.last, now) : stepBeforeTest(state);
  const step = after ? [after] : [];
  if (!state.running) return step;
  return [{ do: "continue", ...state.running }, ...step.filter((each) => each.do !== "test" && each.do !== "second")];
}

/**
 * @param {TopicState} state
 * @returns {Step | null}
 */
function stepBeforeTest({ answered, lesson, running }) {
  if (answered === 0) return running ? null : { do: "begin" };
  return 2 * lesson.answered >= lesson.all ? { do: "test", studied: true } : { do: "goOn" };
}

/**
 * A form too short for a verdict says as little as none; what it missed is worth studying all the same.
 * @param {TopicState} state
 * @param {NonNullable<TopicState["last"]>} last
 * @param {number} now
 * @returns {Step | null}
 */
function stepAfterTest({ missed, studied }, { verdict, time }, now) {
  const isAnotherDay = now - time >= DAY;
  if (verdict === "secure") return null;
  if (verdict === "strong") return isAnotherDay ? { do: "second" } : null;
  if (studied && isAnotherDay) return { do: "test", studied };
  if (missed.length > 0) return { do: "study", sections: missed.slice(0, SECTIONS) };
  return isAnotherDay ? { do: "test", studied } : null;
}

/**
 * What can be done in the whole site, the best first: of the topics not begun only the first, since they are in the
 * order of the path.
 * @template {{standing: TopicState}} Stood
 * @param {readonly Stood[]} stood topics in the order of the path
 * @param {{due: number, now: number}} more cards that a review asks today
 * @returns {{step: Step, of: Stood | null}[]} with the topic of each step; a review has none
 */
export function findSteps(stood, { due, now }) {
  /** @type {{step: Step, of: Stood | null}[]} */
  const review = due > 0 ? [{ step: { do: "review", due }, of: null }] : [];
  const steps = [...review, ...stood.flatMap((of) => findTopicSteps(of.standing, now).map((step) => ({ step, of })))];
  const next = steps.find(({ step }) => step.do === "begin");
  return steps
    .filter((each) => each.step.do !== "begin" || each === next)
    .sort((a, b) => ORDER.indexOf(a.step.do) - ORDER.indexOf(b.step.do));
}
