// Every English word that a review writes.

import { daysBetween } from "../core/schedule.js";
import { onDay } from "./items.js";

/** @typedef {{day: number, cards: number}} Later the first moment of a day, and how many cards come back on it */

export const REVIEW = Object.freeze({
  name: "Review",
  startLearning: "Start learning",
  undo: "Undo",
  next: "Next",
  nothingDue: "Nothing is due.",
  comeBackHere: "Cards and questions you answer come back here.",
  done: "Done for today.",
  notBuilt: "This site was built without what a review needs.",
  notLoaded: "The review could not be loaded. Reload the page to try again.",
});

/** Days told one by one before the rest is summed up. */
const DAYS = 3;

/**
 * @param {number} had
 * @param {number} concepts
 */
export function whatIsMissing(had, concepts) {
  return `You had ${had} of ${concepts}. What is missing?`;
}

/**
 * @param {{later: readonly Later[], waiting: number, begun: boolean}} plan with nothing for today
 * @param {number} today the first moment of the day
 * @param {number} cap new items a day
 * @returns {string}
 */
export function endTold({ later, waiting, begun }, today, cap) {
  const title = begun ? REVIEW.done : REVIEW.nothingDue;
  return [title, laterTold(later, today), waitingTold(waiting, cap)].filter(Boolean).join(" ");
}

/**
 * "6 come back tomorrow, 4 on 28 Nov."
 * @param {readonly Later[]} later
 * @param {number} today
 */
function laterTold(later, today) {
  const [first] = later;
  if (!first) return "";
  const rest = later.slice(DAYS).reduce((sum, { cards }) => sum + cards, 0);
  const days = later.slice(0, DAYS).map(({ day, cards }) => `${cards} ${onDay(daysBetween(today, day), day, today)}`);
  const [soonest = "", ...others] = days;
  const verb = first.cards === 1 ? "comes back" : "come back";
  const told = [soonest.replace(" ", ` ${verb} `), ...others, ...(rest > 0 ? [`${rest} later`] : [])];
  return `${told.join(", ")}.`;
}

/**
 * @param {number} waiting
 * @param {number} cap
 */
function waitingTold(waiting, cap) {
  if (waiting === 0) return "";
  const most = `at most ${cap} new ${cap === 1 ? "one comes" : "ones come"} a day.`;
  return `${waiting} more ${waiting === 1 ? "waits" : "wait"}: ${most}`;
}
