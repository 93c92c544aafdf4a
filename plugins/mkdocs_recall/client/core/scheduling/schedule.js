// When an item comes back, from its log. Pure: no clock, no storage. Days are the reader's calendar days.
//
// Of each day the first round counts: right on the first try without help is Good, right after help Hard, all else
// Again.

import { fsrs } from "./fsrs.js";
import { DAY, isAnswer, standing } from "../log.js";
import { mergeLogs } from "../merge.js";

/**
 * @typedef {import("../log.js").Entry} Entry
 * @typedef {import("../log.js").Fact} Fact
 * @typedef {1 | 2 | 3} DayGrade Again, Hard, Good
 * @typedef {(time: number) => number} DayOf the beginning of the day that a time lies in
 *
 * @typedef {object} DayReview
 * @property {number} time of its first try, in milliseconds since 1970
 * @property {DayGrade} grade
 * @property {boolean} helped whether help is why it is no better
 * @property {boolean} sureMiss whether it was missed that day while its reader was sure
 *
 * @typedef {object} Schedule
 * @property {number} due the beginning of the day, in milliseconds since 1970
 * @property {number} interval days from the last review to that day
 * @property {number} stability days
 * @property {number} difficulty from 1 to 10
 * @property {number} last time of the last review
 * @property {number} reviews how many
 * @property {DayGrade} grade of the last one
 * @property {boolean} helped whether help is why the last one was no better
 * @property {boolean} sureMiss whether it was missed then while its reader was sure
 */

/** A round that goes on past midnight, but no longer than so after its last try, belongs to the day it began. */
const LONGEST_PAUSE = DAY / 24;

/** @type {DayOf} */
export function localDay(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

/**
 * @param {Fact} entry
 * @returns {DayGrade | 0} 0 for what is no review
 */
export function gradeEntry(entry) {
  if (!isAnswer(entry)) return 0;
  const right = entry.kind === "rating" ? entry.rating === "good" : entry.outcome === "right";
  if (!right) return 1;
  return entry.help.length > 0 ? 2 : 3;
}

/**
 * The reviews of an item, at most one a day.
 * @param {readonly Entry[]} entries in order of time
 * @param {DayOf} [dayOf]
 * @returns {DayReview[]}
 */
export function listReviews(entries, dayOf = localDay) {
  /** @type {Map<number, DayReview>} */
  const byDay = new Map();
  for (const round of splitRounds(standing(entries))) {
    const review = reviewRound(round);
    const day = dayOf(review.time);
    const before = byDay.get(day);
    const sureMiss = review.sureMiss || (before?.sureMiss ?? false);
    if (!before) byDay.set(day, review);
    else if (isTakenBack(round)) byDay.set(day, { ...before, grade: 1, helped: false, sureMiss });
    else byDay.set(day, { ...before, sureMiss });
  }
  return [...byDay.values()];
}

/**
 * When an item is to come back.
 * @param {readonly Entry[]} entries in order of time
 * @param {number} now what lies on a later day does not count: a clock was wrong
 * @param {DayOf} [dayOf]
 * @returns {Schedule | null} null where it was never answered
 */
export function findSchedule(entries, now, dayOf = localDay) {
  const reviews = listReviews(entries, dayOf).filter(({ time }) => dayOf(time) <= dayOf(now));
  const last = reviews.at(-1);
  const memory = fsrs(
    reviews.map(({ time, grade }, index) => ({
      gap: daysBetween(reviews[index - 1]?.time ?? time, time, dayOf),
      grade,
    })),
  );
  if (!last || !memory) return null;
  const { interval, stability, difficulty } = memory;
  const due = dayAfter(last.time, interval, dayOf);
  return {
    due,
    interval,
    stability,
    difficulty,
    last: last.time,
    reviews: reviews.length,
    grade: last.grade,
    helped: last.helped,
    sureMiss: last.sureMiss,
  };
}

/**
 * The schedule after one more fact.
 * @param {readonly Entry[]} entries in order of time
 * @param {Fact} fact
 * @param {number} now
 * @param {DayOf} [dayOf]
 */
export function scheduleAfter(entries, fact, now, dayOf = localDay) {
  return findSchedule(mergeLogs([entries, [{ id: "", time: now, ...fact }]]), now, dayOf);
}

/**
 * In how many days an item would come back, were it rated now.
 * @param {readonly Entry[]} entries in order of time
 * @param {readonly import("../log.js").HelpKind[]} help used since it was asked
 * @param {number} now
 * @param {DayOf} [dayOf]
 * @returns {Record<import("../log.js").Rating, number>}
 */
export function intervalsAfter(entries, help, now, dayOf = localDay) {
  /** @param {import("../log.js").Rating} rating */
  const after = (rating) => {
    /** @type {Fact} */
    const fact = { kind: "rating", rating, context: "review", session: "", help: [...help], rev: "" };
    return daysBetween(now, scheduleAfter(entries, fact, now, dayOf)?.due ?? now, dayOf);
  };
  return { again: after("again"), good: after("good") };
}

/**
 * Whole days from one time to another: 0 within a day, 1 from a day to the next. Days of 23 and 25 hours count as one.
 * @param {number} from
 * @param {number} to
 * @param {DayOf} [dayOf]
 */
export function daysBetween(from, to, dayOf = localDay) {
  return Math.round((dayOf(to) - dayOf(from)) / DAY);
}

/**
 * The beginning of a later day. From the middle of a day, no change of the clock leads to another day.
 * @param {number} time
 * @param {number} days
 * @param {DayOf} dayOf
 */
function dayAfter(time, days, dayOf) {
  return dayOf(dayOf(time) + (days + 0.5) * DAY);
}

/**
 * Entries that belong together: the tries of a question, and the ticks of an explanation, which are given one by one.
 * @param {readonly Entry[]} entries
 * @returns {(readonly [Entry, ...Entry[]])[]}
 */
function splitRounds(entries) {
  /** @type {[Entry, ...Entry[]][]} */
  const rounds = [];
  for (const entry of entries.filter((each) => gradeEntry(each) > 0)) {
    const round = rounds.at(-1);
    if (round && goesOn(round.at(-1) ?? round[0], entry)) round.push(entry);
    else rounds.push([entry]);
  }
  return rounds;
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 */
function goesOn(before, entry) {
  if (before.kind !== "attempt" || entry.kind !== "attempt") return false;
  const together =
    before.session === entry.session && before.context === entry.context && entry.time - before.time < LONGEST_PAUSE;
  return together && (before.concepts !== undefined || before.outcome === "wrong");
}

/**
 * Its first try counts; of an explanation the last ticks do.
 * @param {readonly [Entry, ...Entry[]]} round
 * @returns {DayReview}
 */
function reviewRound(round) {
  const [first] = round;
  const isExplanation = first.kind === "attempt" && first.concepts !== undefined;
  const counted = (isExplanation ? round.at(-1) : first) ?? first;
  const grade = gradeEntry(counted) || 1;
  return {
    time: first.time,
    grade,
    helped: grade === 2 || (counted.kind === "attempt" && counted.outcome === "shown"),
    sureMiss: round.some((entry) => entry.kind === "attempt" && entry.outcome === "wrong" && entry.sure === true),
  };
}

/**
 * Again takes back what a card was rated before, the same day.
 * @param {readonly [Entry, ...Entry[]]} round
 */
function isTakenBack([entry]) {
  return entry.kind === "rating" && entry.rating === "again";
}
